/** The test of the test: four rules broken on purpose, in what the background is handed, never in its own code. */
import type { Evidence } from '../../../utils/account/marks.ts';
import { NOTHING_PENDING } from '../../../utils/account/marks.ts';
import type { ServerAnswer, ServerRequest } from '../../../utils/account/wire.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import type { Database } from '../../../utils/store/schema.ts';
import { waitingItems, withMarks } from '../../../utils/store/server-items.ts';
import { takeWord } from '../../../utils/store/server-word.ts';
import type { Memory } from '../../../utils/sync/reconcile.ts';
import { isUnread } from './faults.ts';
import type { Answered, VirtualBrowser } from './virtual-browser.ts';

export const SYNC_RULES = ['ok-clears', 'stale-set', 'gone-is-read', 'tombstones-dropped'] as const;
export type SyncRule = (typeof SYNC_RULES)[number];

/** What breaks a rule at an answer of the server; nothing where the rule is another. */
export const BREAKING: Readonly<Record<SyncRule, Answered>> = {
  /** What was sent and answered with OK waits no more. */
  async 'ok-clears'(browser, { url }) {
    if (!url.includes('/subscription/list')) return;
    const db = await browser.database();
    for (const row of (await waitingItems(db)).values()) {
      const { read, saved } = row.pending;
      if ((read?.sentAt ?? saved?.sentAt ?? null) === null) continue;
      await db.put('serverItems', withMarks(row, { ...row, pending: NOTHING_PENDING }));
    }
  },
  /** A set says something of every mark, whenever it was asked for. */
  async 'stale-set'(browser, request, answer) {
    const ids = unreadIds(request, answer);
    if (ids === null) return;
    const db = await browser.database();
    const rows = [...(await waitingItems(db)).values()];
    const contradicted = rows.filter(({ id, pending }) => ids.has(id) && pending.read?.value === true);
    for (const row of contradicted) {
      const read = row.pending.read && { ...row.pending.read, sentAt: 0, isRepeated: true };
      await db.put('serverItems', { ...row, pending: { ...row.pending, read } });
    }
    await say(
      db,
      browser,
      contradicted.map(({ id }) => ({ id, field: 'read', value: false })),
    );
  },
  /** What a set of unread ids lacks is read. */
  async 'gone-is-read'(browser, request, answer) {
    const ids = unreadIds(request, answer);
    if (ids === null) return;
    const db = await browser.database();
    const gone = (await db.getAll('serverItems')).filter(
      ({ id, read, waits }) => !read && !waits && !ids.has(id),
    );
    await say(
      db,
      browser,
      gone.map(({ id }) => ({ id, field: 'read', value: true })),
    );
  },
  async 'tombstones-dropped'() {},
};

async function say(db: Database, { world }: VirtualBrowser, evidence: readonly Evidence[]): Promise<void> {
  await takeWord(db, evidence, Number.MAX_SAFE_INTEGER, world.time);
}

function unreadIds(request: ServerRequest, answer: ServerAnswer): Set<string> | null {
  if (!isUnread(request) || answer.kind !== 'answer') return null;
  const { itemRefs } = JSON.parse(answer.text) as { itemRefs: { id: string }[] };
  return new Set(itemRefs.map(({ id }) => id));
}

/** Removals that this browser carries are forgotten. */
export async function dropTombstones(deps: Deps): Promise<void> {
  const db = await deps.database();
  const memory = (await db.get('records', 'carried')) as Memory | undefined;
  if (memory === undefined) return;
  const state = new Map([...memory.state].filter(([, { value }]) => value !== null));
  await db.put('records', { ...memory, state }, 'carried');
}
