/** An article of the server that turns out to be one that is here: what was done with it on either side is true on both. */
import { type Evidence, markHeld, NOTHING_PENDING, type ServerRow } from './marks.ts';
import type { ServerItem } from './wire.ts';

/** What the reader did with an article here. */
export type Done = Readonly<Record<'read' | 'saved', boolean>>;

export interface Linked {
  readonly row: ServerRow;
  /** What was done there and not here: becomes true here as all that the server says. */
  readonly evidence: readonly Evidence[];
}

/** The row that links them: what was done here alone is sent, with the step of it. */
export function linkItem(
  { id, isRead, isSaved }: Pick<ServerItem, 'id' | 'isRead' | 'isSaved'>,
  place: Pick<ServerRow, 'feedId' | 'articleId'>,
  here: Done,
  step: number,
): Linked {
  const there = { read: isRead, saved: isSaved };
  let held = { read: here.read && isRead, saved: here.saved && isSaved, pending: NOTHING_PENDING };
  const evidence: Evidence[] = [];
  for (const field of ['read', 'saved'] as const) {
    if (here[field] && !there[field]) held = { ...held, ...markHeld(held, field, true, step) };
    if (there[field] && !here[field]) evidence.push({ id, field, value: true });
  }
  const isWaiting = held.pending.read !== null || held.pending.saved !== null;
  return { row: { id, ...place, ...held, ...(isWaiting && { waits: 1 as const }) }, evidence };
}
