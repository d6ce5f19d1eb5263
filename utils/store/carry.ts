/** What is remembered of carrying, and the one transaction in which what came from other browsers becomes true here. */
import type { SourceAtHome } from '../model/carrying.ts';
import { dueAsItStands, type Feed, FIRST_CHECKS_APART_MS, newFeed } from '../model/feed.ts';
import { readSettings, type SettingsPatch, writeSettings } from '../model/settings.ts';
import { asSource, type Carried } from '../sync/codec.ts';
import { addressHash, kindOf, restOf } from '../sync/keys.ts';
import { detailsOf, localRecords, SourceNames, withDetails } from '../sync/local.ts';
import { isOnServer, sayingNothingOf } from '../sync/on-server.ts';
import { type Memory, type Reconciled, reconcile } from '../sync/reconcile.ts';
import { takeSettings } from '../sync/settings.ts';
import type { Json } from '../sync/state.ts';
import { hostOf } from '../text/host.ts';
import { asCarryRecord, type CarryRecord, NOTHING_CARRIED } from './carry-record.ts';
import type { NewFeed } from './feeds.ts';
import { ALL_ARTICLES } from './records.ts';
import type { Database, Transaction } from './schema.ts';
import { whole } from './whole.ts';

/** What became different here. */
export interface Settled {
  readonly memory: Memory;
  readonly added: boolean;
  readonly patch: SettingsPatch;
  readonly mutes: boolean;
  readonly removing: readonly number[];
}

/** What is remembered of what was carried; null before the first time. */
export async function carryMemory(db: Database): Promise<Memory | null> {
  return ((await db.get('records', 'carried')) as Memory | undefined) ?? null;
}

/** Changes what is remembered of how carrying stands. */
export async function changeCarryRecord(db: Database, change: Partial<CarryRecord>): Promise<CarryRecord> {
  const tx = db.transaction('records', 'readwrite');
  const record = { ...asCarryRecord(await tx.store.get('carry')), ...change };
  await tx.store.put(record, 'carry');
  await tx.done;
  return record;
}

/** Begins carrying anew in a round, by a memory that knows nothing. */
export async function beginCarrying(db: Database, memory: Memory, round: number): Promise<void> {
  const tx = db.transaction('records', 'readwrite');
  await tx.store.put({ ...NOTHING_CARRIED, on: true, round }, 'carry');
  await tx.store.put(memory, 'carried');
  await tx.done;
}

/** Ends carrying: everything here stays, what was remembered of it goes. */
export async function endCarrying(db: Database, wasErased: boolean): Promise<void> {
  const tx = db.transaction('records', 'readwrite');
  const { round, removing } = asCarryRecord(await tx.store.get('carry'));
  await tx.store.put({ ...NOTHING_CARRIED, round, removing, wasErased }, 'carry');
  await tx.store.delete('carried');
  await tx.done;
}

type Settling = Transaction<['feeds', 'records']>;

/**
 * Takes in what the area holds, and stamps what the reader did here since the last time; sources that are to go are only
 * named, since each takes its articles along. Null where carrying is off.
 */
export function settleCarried(
  db: Database,
  incoming: ReadonlyMap<string, Carried>,
  now: number,
): Promise<Settled | null> {
  return settle(db, now, (memory, local) => reconcile(memory, local, incoming, now));
}

/** The same for what the reader answered; see `answerAsked`. */
export function settleAnswer(
  db: Database,
  now: number,
  answer: (memory: Memory) => Reconciled,
): Promise<Settled | null> {
  return settle(db, now, answer);
}

function settle(
  db: Database,
  now: number,
  work: (memory: Memory, local: ReturnType<typeof localRecords>['records']) => Reconciled,
): Promise<Settled | null> {
  const tx = db.transaction(['feeds', 'records'], 'readwrite');
  return whole(tx, () => settleWithin(tx, now, work));
}

async function settleWithin(
  tx: Settling,
  now: number,
  work: (memory: Memory, local: ReturnType<typeof localRecords>['records']) => Reconciled,
): Promise<Settled | null> {
  const records = tx.objectStore('records');
  const memory = (await records.get('carried')) as Memory | undefined;
  const record = asCarryRecord(await records.get('carry'));
  if (memory === undefined || !record.on) return null;
  const leaving = new Set(record.removing);
  const feeds = (await tx.objectStore('feeds').getAll()).filter(({ id }) => !leaving.has(id));
  const settings = readSettings(await records.get('settings'));
  const local = localRecords(feeds, settings);
  const theirs = feeds.filter(({ account }) => account !== undefined).map(({ url }) => url);
  const { memory: merged, changes } = work(memory, sayingNothingOf(theirs, local.records, memory.state));
  const rows = new Rows(feeds, now);
  const onServer = new Set(theirs.map(addressHash));
  for (const [key, value] of changes) if (!isOnServer(key, onServer)) rows.take(key, value);
  await rows.write(tx);
  // Entries of lists may name sources that came with them.
  const present = (await tx.objectStore('feeds').getAll()).filter(({ id }) => !leaving.has(id));
  const { patch, state } = takeSettings(settings, merged.state, changes, new SourceNames(present));
  const next = { ...merged, state };
  const mutes = rows.mutes || patch.mutedWords !== undefined;
  if (Object.keys(patch).length > 0)
    await records.put(writeSettings(readSettings({ ...settings, ...patch })), 'settings');
  if (mutes) await records.put(ALL_ARTICLES, 'muting');
  await records.put(next, 'carried');
  await records.put(described(record, next, local.atHome, rows, feeds), 'carry');
  return { memory: next, added: rows.added.size > 0, patch, mutes, removing: rows.removing };
}

function described(
  record: CarryRecord,
  { state, metAt }: Memory,
  atHome: readonly SourceAtHome[],
  { removing }: Rows,
  feeds: readonly Feed[],
): CarryRecord {
  const names = new Map(feeds.map((feed) => [addressHash(feed.url), feed.ownTitle ?? feed.title]));
  const sources = [...state].filter(([key, { value }]) => kindOf(key) === 'source' && value !== null);
  const asked = sources.filter(([, entry]) => entry.asked).map(([key]) => names.get(restOf(key)) ?? '');
  return {
    ...record,
    metAt,
    asked,
    sources: sources.length - asked.length,
    atHome,
    removing: [...record.removing, ...removing],
  };
}

/** The sources as they become. */
class Rows {
  readonly #byHash: Map<string, Feed>;
  readonly #now: number;
  readonly #changed = new Map<number, Feed>();
  readonly added = new Map<string, NewFeed>();
  readonly removing: number[] = [];
  mutes = false;

  constructor(feeds: readonly Feed[], now: number) {
    this.#byHash = new Map(feeds.map((feed) => [addressHash(feed.url), feed]));
    this.#now = now;
  }

  take(key: string, value: Json): void {
    const hash = restOf(key);
    const kind = kindOf(key);
    if (kind === 'source') this.#presence(hash, value);
    else if (kind === 'details') this.#details(hash, value);
  }

  #presence(hash: string, value: Json): void {
    const source = asSource(value);
    const known = this.#byHash.get(hash);
    if (source === null && known) this.removing.push(known.id);
    // Followed again elsewhere, before what was removed here is gone.
    if (source !== null && known) this.#changed.set(known.id, followedAgain(known));
    if (source !== null && known?.removedAt !== undefined) this.mutes = true;
    if (source === null || known) return;
    const feed = newFeed(source.url, source.title || hostOf(source.url), this.#now);
    this.added.set(hash, { ...feed, nextCheckAt: this.#now + this.added.size * FIRST_CHECKS_APART_MS });
  }

  #details(hash: string, value: Json): void {
    const details = detailsOf(value);
    const known = this.#changed.get(this.#byHash.get(hash)?.id ?? 0) ?? this.#byHash.get(hash);
    const added = this.added.get(hash);
    if (added) this.added.set(hash, withDetails(added, details));
    if (!known) return;
    this.mutes ||= known.muted !== details.muted;
    this.mutes ||= (known.uncounted ?? false) !== (details.uncounted ?? false);
    this.#changed.set(known.id, withDetails(known, details));
  }

  async write(tx: Settling): Promise<void> {
    const feeds = tx.objectStore('feeds');
    const leaving = new Set(this.removing);
    const changed = [...this.#changed.values()]
      .filter(({ id }) => !leaving.has(id))
      .map((feed) => feeds.put(dueAsItStands(feed, this.#now)));
    // The store gives the id; its type has no way to say "not yet".
    const added = [...this.added.values()].map((feed) => feeds.add(dueAsItStands(feed, this.#now) as Feed));
    await Promise.all([...changed, ...added]);
  }
}

function followedAgain(feed: Feed & { readonly removedAt?: number }): Feed {
  const { removedAt: _gone, ...followed } = feed;
  return followed;
}
