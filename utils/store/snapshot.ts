/** Taking a snapshot of sources and settings, and putting one back. */
import { dueAsItStands, FIRST_CHECKS_APART_MS, newFeed } from '../model/feed.ts';
import { withFeeds } from '../model/settings.ts';
import {
  type Recovered,
  SNAPSHOT_VERSION,
  type Snapshot,
  type SnapshotSource,
  snapshotSource,
} from '../model/snapshot.ts';
import { hostOf } from '../text/host.ts';
import { ALL_ARTICLES } from './records.ts';
import type { Database, RecordName, Transaction } from './schema.ts';
import { whole } from './whole.ts';

/** Which single records are the reader's choice; the others follow from what is stored, or from what was shown. */
const RECORDS: Readonly<Record<RecordName, boolean>> = {
  settings: true,
  allRead: false,
  allStoriesRead: false,
  cleanUp: false,
  visitedAt: false,
  topOrder: false,
  fitted: false,
  alerts: false,
  muting: false,
  recovered: false,
  restore: false,
  // Off until the reader turns it on again: what it remembers of other browsers is lost as well.
  carry: false,
  carried: false,
  // Where the account is, without what lets anybody in: the password is asked for again.
  accountPlace: true,
  account: false,
  orders: false,
  markAllOrder: false,
  beforeAll: false,
  alertsSeenAt: false,
  toolbarTheme: false,
  isOffline: false,
  welcomed: false,
  engine: false,
  engineAt: false,
};
const KEPT_RECORDS = (Object.keys(RECORDS) as RecordName[]).filter((name) => RECORDS[name]);

const STORES = ['feeds', 'hosts', 'records', 'counters'] as const;
type SnapshotTransaction = Transaction<[...typeof STORES]>;

/** What the reader chose, as it stands at one moment. */
export async function takeSnapshot(db: Database, now: number): Promise<Snapshot> {
  const tx = db.transaction(['feeds', 'hosts', 'records']);
  const records: Record<string, unknown> = {};
  for (const name of KEPT_RECORDS) {
    const value = await tx.objectStore('records').get(name);
    if (value !== undefined) records[name] = value;
  }
  const [feeds, hosts] = await Promise.all([
    tx.objectStore('feeds').getAll(),
    tx.objectStore('hosts').getAll(),
  ]);
  const confirmedHosts = hosts.filter(({ isConfirmed }) => isConfirmed).map(({ host }) => host);
  const sources = feeds.filter(({ removedAt }) => removedAt === undefined).map(snapshotSource);
  return { version: SNAPSHOT_VERSION, at: now, sources, records, confirmedHosts };
}

/** Notes that a snapshot is taken of what is stored, and gives its number: one more than this and `before`. */
export async function countSnapshot(db: Database, before: number): Promise<number> {
  const tx = db.transaction('counters', 'readwrite');
  const revision = Math.max(before, (await tx.store.get('snapshot')) ?? 0) + 1;
  await tx.store.put(revision, 'snapshot');
  await tx.done;
  return revision;
}

/**
 * Puts a snapshot back: sources that are missing come back, those that are there get its names, folders and intervals,
 * and settings become what they were. Sources that were added since stay. All of it or nothing, in one transaction;
 * gives how many sources came back. Running it twice changes nothing more.
 */
export function putBack(db: Database, snapshot: Snapshot, now: number): Promise<number> {
  const tx = db.transaction([...STORES], 'readwrite');
  return whole(tx, () => putBackWithin(tx, snapshot, now));
}

/**
 * Puts back what a database has lost that is older than the snapshot of `revision`, and leaves a note of it for the
 * reader, in one transaction: a background that dies in between finds the database as old as before.
 */
export function recover(
  db: Database,
  snapshot: Snapshot | null,
  revision: number,
  now: number,
): Promise<Recovered> {
  const tx = db.transaction([...STORES], 'readwrite');
  return whole(tx, async () => {
    const isAll = (await tx.objectStore('feeds').count()) === 0;
    const sources = snapshot === null ? 0 : await putBackWithin(tx, snapshot, now);
    const recovered: Recovered = { at: now, snapshotAt: snapshot?.at ?? null, sources, isAll };
    await tx.objectStore('records').put(recovered, 'recovered');
    await tx.objectStore('counters').put(revision, 'snapshot');
    return recovered;
  });
}

async function putBackWithin(tx: SnapshotTransaction, snapshot: Snapshot, now: number): Promise<number> {
  let missing = 0;
  const ids = new Map<number, number>();
  for (const source of snapshot.sources) {
    const put = await putSource(tx, source, now, now + missing * FIRST_CHECKS_APART_MS);
    ids.set(source.id, put.id);
    if (put.wasMissing) missing += 1;
  }
  for (const host of snapshot.confirmedHosts) {
    const known = await tx.objectStore('hosts').get(host);
    await tx.objectStore('hosts').put({ host, waitUntil: known?.waitUntil ?? null, isConfirmed: true });
  }
  for (const name of KEPT_RECORDS) {
    const record = snapshot.records[name];
    if (!Object.hasOwn(snapshot.records, name)) continue;
    const value = name === 'settings' ? withFeeds(record, (id) => ids.get(id)) : record;
    await tx.objectStore('records').put(value, name);
  }
  // What is muted may have changed: what is stored is looked at anew.
  await tx.objectStore('records').put(ALL_ARTICLES, 'muting');
  return missing;
}

/** Gives the number of the source here, and whether it was missing. */
async function putSource(
  tx: SnapshotTransaction,
  { id: _id, ...source }: SnapshotSource,
  now: number,
  nextCheckAt: number,
): Promise<{ readonly id: number; readonly wasMissing: boolean }> {
  const feeds = tx.objectStore('feeds');
  const known = await feeds.index('byUrl').get(source.url);
  const fresh = { ...newFeed(source.url, hostOf(source.url), now), ...source, nextCheckAt };
  if (known === undefined) {
    // The store gives the id; its type has no way to say "not yet".
    const id = await feeds.add(dueAsItStands(fresh, nextCheckAt) as typeof fresh & { id: number });
    return { id, wasMissing: true };
  }
  // One that was removed, and is not deleted yet, is followed again. What is not set has no field in a snapshot.
  const { removedAt, paused: _p, uncounted: _u, preferred: _f, ...kept } = known;
  await feeds.put(dueAsItStands({ ...kept, ...source }, nextCheckAt));
  return { id: known.id, wasMissing: removedAt !== undefined };
}
