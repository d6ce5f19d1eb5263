/**
 * The browser's sync area as a set of small items, each complete in itself: browsers merge items one by one, in any order
 * and at any time, so that what was cut over several could be read by neither of two that wrote at once.
 */
import { type Carried, decodeBucket, encodeBucket } from './codec.ts';
import { itemBytes, readItem, writeItem } from './item.ts';
import { kindOf, restOf } from './keys.ts';
import { type Entry, isExpired, isLater, type State } from './state.ts';

/** Few enough to deflate well, so many that a bucket of two thousand sources stays under an item's limit. */
const BUCKETS = 16;
/** Names of items begin with this. */
const PREFIX = 'lede.';
const SETTINGS = `${PREFIX}set`;
/** The record that is left when everything was erased: its contents say nothing, its round everything. */
const ERASED = `${PREFIX}erased`;

/** The browser's limits, in bytes; the rest of the area is room for the keys of others and for the erasing record. */
const MOST_OF_ITEM = 8_192;
const MOST_OF_AREA = 102_400;
const RESERVE = 256;

/** What lies in the area, as this browser can read it. */
export interface Area {
  /** The latest round that any item names; 0 in an empty area. */
  readonly round: number;
  /** By bucket: the records of the latest round. Absent: missing, damaged, or of an earlier round. */
  readonly buckets: ReadonlyMap<string, ReadonlyMap<string, Carried>>;
  /** Buckets that a newer Lede wrote: they are left alone. */
  readonly newer: ReadonlySet<string>;
  /** What Lede's items in it weigh. */
  readonly bytes: number;
}

/** A change of the area: what to write, what stays at home for want of room. */
export interface Burst {
  /** By item, those that shrink first, so that the area's limit is not passed on the way. */
  readonly items: readonly (readonly [name: string, written: string])[];
  /** Keys of records that found no room. */
  readonly noRoom: ReadonlySet<string>;
  /** Bytes that the area holds after it. */
  readonly bytes: number;
}

/** Reads all items of the area; what is not Lede's is passed over. */
export async function readArea(items: Readonly<Record<string, unknown>>): Promise<Area> {
  const named = Object.entries(items).filter(([name]) => name.startsWith(PREFIX));
  const read = await Promise.all(
    named.map(async ([name, written]) => ({ name, item: await readItem(written) })),
  );
  const rounds = read.map(({ item }) => (item.kind === 'contents' ? item.round : 0));
  const round = Math.max(0, ...rounds);
  const buckets = new Map<string, ReadonlyMap<string, Carried>>();
  for (const { name, item } of read) {
    if (item.kind !== 'contents' || item.round !== round || name === ERASED) continue;
    const records = decodeBucket(item.text);
    if (records !== null) buckets.set(name, ofBucket(name, records));
  }
  const newer = read.filter(({ item }) => item.kind === 'newer').map(({ name }) => name);
  const weights = named.map(([name, written]) =>
    typeof written === 'string' ? itemBytes(name, written) : 0,
  );
  const bytes = weights.reduce((sum, weight) => sum + weight, 0);
  return { round, buckets, newer: new Set(newer), bytes };
}

/** All records of the area. */
export function recordsOf(area: Area): Map<string, Carried> {
  return new Map([...area.buckets.values()].flatMap((records) => [...records]));
}

/**
 * What to write where this browser knows more than the area does; no items where it does not. Which records find room
 * depends on the records alone, so that browsers that know the same leave out the same.
 */
export async function burst(state: State, area: Area, now: number): Promise<Burst> {
  const wanted = new Map<string, Map<string, Carried>>();
  for (const [key, entry] of [...state].sort(byNeed)) {
    if (!isCarried(entry, now)) continue;
    const bucket = bucketOf(key);
    const records = wanted.get(bucket) ?? new Map<string, Carried>();
    wanted.set(bucket, records.set(key, { stamp: entry.stamp, value: entry.value }));
  }
  // The usual case, in which nothing need be packed.
  const isNews = [...wanted].some(([name, records]) => knowsMore(records, area.buckets.get(name)));
  if (!isNews) return { items: [], noRoom: new Set(), bytes: area.bytes };
  const fitted = await fitAll(wanted, area.round);
  const items = [...fitted.values()]
    .filter(({ name, records }) => !area.newer.has(name) && knowsMore(records, area.buckets.get(name)))
    .sort((a, b) => a.bytes - b.bytes)
    .map(({ name, written }) => [name, written] as const);
  const bytes = [...fitted.values()].reduce((sum, bucket) => sum + bucket.bytes, 0);
  const noRoom = new Set([...wanted].flatMap(([name, records]) => leftOut(records, fitted.get(name))));
  return { items, noRoom, bytes };
}

/** The one item that is left of an area that the reader erased, and the names of all others in it. */
export async function erasing(
  items: Readonly<Record<string, unknown>>,
): Promise<{ readonly name: string; readonly written: string; readonly remove: readonly string[] }> {
  const { round } = await readArea(items);
  const written = await writeItem('', round + 1);
  const remove = Object.keys(items).filter((name) => name.startsWith(PREFIX) && name !== ERASED);
  return { name: ERASED, written, remove };
}

function isCarried(entry: Entry, now: number): boolean {
  return !entry.asked && !isExpired(entry, now);
}

/** Removals first, since what is removed must not come back; the rest by key, which no edit changes. */
function byNeed([keyA, a]: readonly [string, Entry], [keyB, b]: readonly [string, Entry]): number {
  const removal = Number(b.value === null) - Number(a.value === null);
  if (removal !== 0) return removal;
  // A source and its details lie side by side: they go or stay together.
  const [restA, restB] = [restOf(keyA), restOf(keyB)];
  return restA === restB ? (keyA < keyB ? 1 : -1) : restA < restB ? -1 : 1;
}

function bucketOf(key: string): string {
  const kind = kindOf(key);
  if (kind !== 'source' && kind !== 'details') return SETTINGS;
  return `${PREFIX}${Number.parseInt(restOf(key).slice(0, 8), 16) % BUCKETS}`;
}

/** A bucket holds its own records: what somebody put into another one is none. */
function ofBucket(name: string, records: ReadonlyMap<string, Carried>): ReadonlyMap<string, Carried> {
  return new Map([...records].filter(([key]) => bucketOf(key) === name));
}

function knowsMore(
  mine: ReadonlyMap<string, Carried>,
  theirs: ReadonlyMap<string, Carried> | undefined,
): boolean {
  return [...mine].some(([key, entry]) => isLater(entry, theirs?.get(key)));
}

interface Fitted {
  readonly name: string;
  readonly records: ReadonlyMap<string, Carried>;
  readonly written: string;
  readonly bytes: number;
}

/** Every bucket as far as it has room in its item, and all of them in the area. */
async function fitAll(
  wanted: ReadonlyMap<string, ReadonlyMap<string, Carried>>,
  round: number,
): Promise<Map<string, Fitted>> {
  const fitted = new Map<string, Fitted>();
  for (const [name, records] of wanted) fitted.set(name, await upTo(name, records, round, MOST_OF_ITEM));
  const most = waterline([...fitted.values()].map(({ bytes }) => bytes));
  for (const { name, records, bytes } of [...fitted.values()]) {
    if (bytes > most) fitted.set(name, await upTo(name, records, round, most));
  }
  return fitted;
}

/** The size down to which the largest must shrink for all to have room. */
function waterline(sizes: readonly number[]): number {
  const ascending = [...sizes].sort((a, b) => a - b);
  let room = MOST_OF_AREA - RESERVE;
  for (const [index, size] of ascending.entries()) {
    const share = Math.floor(room / (ascending.length - index));
    if (size > share) return share;
    room -= size;
  }
  return MOST_OF_ITEM;
}

/** The first of the records that an item of so many bytes can hold. */
async function upTo(
  name: string,
  records: ReadonlyMap<string, Carried>,
  round: number,
  most: number,
): Promise<Fitted> {
  const rows = [...records];
  const attempt = async (count: number): Promise<Fitted> => {
    const taken = new Map(rows.slice(0, count));
    const written = await writeItem(encodeBucket(taken), round);
    return { name, records: taken, written, bytes: itemBytes(name, written) };
  };
  const all = await attempt(rows.length);
  if (all.bytes <= most) return all;
  let fitting = await attempt(0);
  let [fits, tooMany] = [0, rows.length];
  // To a sixty-fourth: the last few records are not worth as many attempts again.
  while (tooMany - fits > Math.max(1, rows.length >> 6)) {
    const middle = Math.floor((fits + tooMany) / 2);
    const tried = await attempt(middle);
    if (tried.bytes <= most) [fits, fitting] = [middle, tried];
    else tooMany = middle;
  }
  return fitting;
}

function leftOut(records: ReadonlyMap<string, Carried>, fitted: Fitted | undefined): string[] {
  return [...records.keys()].filter((key) => !fitted?.records.has(key));
}
