/**
 * Marks between this browser and a server that says OK whatever it did: a mark counts as arrived when a set of ids that
 * was asked for after it was sent shows it, and as nothing before. All times are numbers of a count of this browser's own
 * steps, so that no clock is believed.
 */
import type { MarkField } from './client.ts';
import type { ServerItem } from './wire.ts';

/** What the reader did with an article and no set has shown yet. */
export interface Pending {
  readonly value: boolean;
  /** The step at which the reader did it; tells it from what he did after. */
  readonly madeAt: number;
  /** The step at which a request that carried it was answered with OK; null where none was. */
  readonly sentAt: number | null;
  /** Whether it is sent a second time, since a set contradicted it. */
  readonly isRepeated: boolean;
  /** Requests that failed with it. */
  readonly failures: number;
}

/** An article that is on the server and here. */
export interface Held {
  readonly read: boolean;
  readonly saved: boolean;
  readonly pending: Readonly<Record<MarkField, Pending | null>>;
}

/** A row of the store `serverItems`: an article of the server, by the server's id. */
export interface ServerRow extends Held {
  /** The server's id in decimal: beyond 2^53, so a text. */
  readonly id: string;
  readonly feedId: number;
  /** Null: what it said is not kept here, or never was; it is remembered, and never asked for again. */
  readonly articleId: number | null;
  /** Present while something is pending: what the index of waiting rows finds them by. */
  readonly waits?: 1;
  /** Present where the server has it no longer: it is not asked for again unless a set shows it. */
  readonly gone?: 1;
}

/** What an answer says of one mark of one article. */
export interface Evidence {
  readonly id: string;
  readonly field: MarkField;
  readonly value: boolean;
}

/** Sets of ids, all of one pull. */
export interface Sets {
  readonly newest: ReadonlySet<string>;
  readonly unread: ReadonlySet<string>;
  readonly saved: ReadonlySet<string>;
}

/** What follows from three sets. */
export interface Compared {
  readonly evidence: readonly Evidence[];
  /** Articles whose contents must be asked for, since a set lacks them: paging and cleaning up lose ids as well. */
  readonly candidates: readonly string[];
  /** Articles that are not known here, the newest first by their ids. */
  readonly unknown: readonly string[];
}

/** Failures after which a mark is sent alone, however many fit in a request. */
const MOST_HALVINGS = 10;

export const NOTHING_PENDING: Held['pending'] = { read: null, saved: null };

/** The reader marks an article at a step. Only what he did last is sent. */
export function markHeld(held: Held, field: MarkField, value: boolean, step: number): Held {
  if (held[field] === value) return held;
  const pending: Pending = { value, madeAt: step, sentAt: null, isRepeated: false, failures: 0 };
  return { ...held, [field]: value, pending: { ...held.pending, [field]: pending } };
}

/** A request that carried what was done at `madeAt` was answered with OK at a step: nothing is shown by that. */
export function sentHeld(held: Held, field: MarkField, madeAt: number, step: number): Held {
  return withPending(held, field, (pending) =>
    pending.madeAt === madeAt ? { ...pending, sentAt: step, failures: 0 } : pending,
  );
}

/** A request that carried it failed, or was not answered: it stands behind those that did not fail. */
export function failedHeld(held: Held, field: MarkField, madeAt: number): Held {
  return withPending(held, field, (pending) =>
    pending.madeAt === madeAt ? { ...pending, failures: pending.failures + 1 } : pending,
  );
}

function withPending(held: Held, field: MarkField, change: (pending: Pending) => Pending): Held {
  const pending = held.pending[field];
  return pending === null ? held : { ...held, pending: { ...held.pending, [field]: change(pending) } };
}

/**
 * Compares what is here with the sets. That an id stands in a set says something; that it does not is a question.
 *
 * @param known whether an article is here, or was and is not kept
 */
export function compareSets(
  held: ReadonlyMap<string, Held>,
  { newest, unread, saved }: Sets,
  known: (id: string) => boolean,
): Compared {
  const evidence: Evidence[] = [];
  const candidates: string[] = [];
  for (const [id, article] of held) {
    if (unread.has(id)) evidence.push({ id, field: 'read', value: false });
    if (saved.has(id)) evidence.push({ id, field: 'saved', value: true });
    const isReadInQuestion = !unread.has(id) && (!article.read || article.pending.read !== null);
    const isSavedInQuestion = !saved.has(id) && (article.saved || article.pending.saved !== null);
    if (isReadInQuestion || isSavedInQuestion) candidates.push(id);
  }
  const unknown = [...new Set([...saved, ...unread, ...newest])].filter((id) => !known(id));
  return { evidence, candidates, unknown: unknown.sort(newestFirst) };
}

/** What contents say of the articles in question; one that is not among them was removed there, and stays here. */
export function evidenceOf(items: readonly ServerItem[]): Evidence[] {
  return items.flatMap(({ id, isRead, isSaved }) => [
    { id, field: 'read', value: isRead } as const,
    { id, field: 'saved', value: isSaved } as const,
  ]);
}

/** Takes in what an answer says that was asked for at a step. */
export function takeEvidence(held: Held, { field, value }: Evidence, askedAt: number): Held {
  const pending = held.pending[field];
  if (pending === null) return held[field] === value ? held : { ...held, [field]: value };
  // Asked for before the mark was there to be shown.
  if (pending.sentAt === null || askedAt <= pending.sentAt) return held;
  if (value === pending.value) return { ...held, pending: { ...held.pending, [field]: null } };
  if (!pending.isRepeated) {
    const again = { ...pending, sentAt: null, isRepeated: true };
    return { ...held, pending: { ...held.pending, [field]: again } };
  }
  // It was sent twice: somebody else has said otherwise since, or the server never takes it.
  return { ...held, [field]: value, pending: { ...held.pending, [field]: null } };
}

/** Marks that one request carries. */
export interface Batch {
  readonly field: MarkField;
  readonly value: boolean;
  readonly marks: readonly { readonly id: string; readonly madeAt: number }[];
}

/**
 * What is to be sent next, at most so many marks; null where nothing is. What failed least often comes first.
 *
 * @param trust requests in a row that the server took: what failed with it when it was down grows together again
 */
export function nextBatch(held: ReadonlyMap<string, Held>, most: number, trust = 0): Batch | null {
  const waiting = [...held].flatMap(([id, { pending }]) =>
    (['read', 'saved'] as const).flatMap((field) => {
      const mark = pending[field];
      return mark !== null && mark.sentAt === null ? [{ id, field, ...mark }] : [];
    }),
  );
  waiting.sort((a, b) => a.failures - b.failures || a.madeAt - b.madeAt);
  const [first] = waiting;
  if (!first) return null;
  const { field, value, failures } = first;
  const alike = waiting.filter(
    (mark) => mark.field === field && mark.value === value && mark.failures === failures,
  );
  // What failed together is sent in smaller parts, down to one: an article that never goes through stops no other.
  const room = Math.max(1, Math.floor(most / 2 ** Math.max(0, Math.min(failures, MOST_HALVINGS) - trust)));
  return { field, value, marks: alike.slice(0, room).map(({ id, madeAt }) => ({ id, madeAt })) };
}

/** How many marks no set has shown yet. */
export function countPending(held: Iterable<Held>): number {
  let count = 0;
  for (const { pending } of held) count += Number(pending.read !== null) + Number(pending.saved !== null);
  return count;
}

function newestFirst(a: string, b: string): number {
  if (a.length !== b.length) return b.length - a.length;
  return a < b ? 1 : -1;
}
