/**
 * The records of one bucket as text that deflates well: column by column, with what repeats in tables. No key of a source
 * is written, since its address gives it.
 */
import * as z from 'zod/mini';
import { MAX_URL_LENGTH } from '../text/url.ts';
import { compareStamps, type Stamp } from './clock.ts';
import { detailsKey, kindOf, restOf, sourceKey } from './keys.ts';
import { type Entry, isRecord, type Json } from './state.ts';

/** A record as it is carried: what this browser knows of it besides stays here. */
export type Carried = Pick<Entry, 'stamp' | 'value'>;

/** Titles are carried to be recognised by; their ends are not missed. */
export const MAX_TITLE_LENGTH = 120;

const STAMP = /^-?[0-9a-z]{1,9}(?: [0-9a-z]{1,9}){0,2}$/;
/** The year 9999. */
const MAX_SECONDS = 253_402_300_800;

const index = z.int().check(z.minimum(0));
const text = z.string().check(z.maxLength(MAX_URL_LENGTH));
/** Base 36: seconds since the row before (or the source), a number within that second, a browser; zeros at the end are left out. */
const stamps = z.array(z.string().check(z.maxLength(40)));
const json = z.custom<Json>((value) => value !== undefined);

const bucketSchema = z.strictObject({
  /** Browsers. */
  n: z.array(z.string().check(z.minLength(1), z.maxLength(20))),
  /** Sources by their stamps: addresses, titles, stamps, and for each the number of its details in `k`, from 1. */
  u: z.array(text),
  t: z.array(z.string().check(z.maxLength(MAX_TITLE_LENGTH))),
  s: stamps,
  d: z.array(index),
  /** Details that sources share, but for the name. */
  k: z.array(z.strictObject({ own: z.boolean(), same: z.boolean(), more: json })),
  /** Stamps of those details that were not set with the source, in their order. */
  e: stamps,
  /** What was removed, as 12 hexadecimal digits or whole keys, with stamps. */
  g: z.array(text),
  h: stamps,
  /** Everything else: key, value, with stamps. */
  o: z.array(z.tuple([text, json])),
  p: stamps,
});
type Bucket = z.infer<typeof bucketSchema>;

/** What is carried of a source: its title. */
export interface SourceValue {
  readonly url: string;
  readonly title: string;
}

/** What the reader set of a source; `more` is whatever fields there are besides its name. */
export interface DetailsValue {
  readonly ownTitle: string | null;
  readonly more: { readonly [name: string]: Json };
}

/** Reads the value of a source's record; null where it is none. */
export function asSource(value: Json): SourceValue | null {
  if (!isRecord(value)) return null;
  const { url, title } = value;
  return typeof url === 'string' && typeof title === 'string' ? { url, title } : null;
}

/** Reads the value of a details record; null where it is none. */
export function asDetails(value: Json): DetailsValue | null {
  if (!isRecord(value)) return null;
  const { ownTitle = null, ...more } = value;
  return ownTitle === null || typeof ownTitle === 'string' ? { ownTitle, more } : null;
}

/** Writes records of one bucket. Those that are held back are left out by the caller. */
export function encodeBucket(entries: ReadonlyMap<string, Carried>): string {
  return JSON.stringify(new BucketWriter(entries).write());
}

class BucketWriter {
  readonly #entries: ReadonlyMap<string, Carried>;
  readonly #nodes: string[] = [];
  readonly #last = { u: 0, g: 0, o: 0 };
  readonly #shapes = new Map<string, number>();
  readonly #bucket: Bucket = {
    n: this.#nodes,
    u: [],
    t: [],
    s: [],
    d: [],
    k: [],
    e: [],
    g: [],
    h: [],
    o: [],
    p: [],
  };

  constructor(entries: ReadonlyMap<string, Carried>) {
    this.#entries = entries;
  }

  write(): Bucket {
    const rows = [...this.#entries].sort(
      ([keyA, a], [keyB, b]) => compareStamps(a.stamp, b.stamp) || (keyA < keyB ? -1 : 1),
    );
    for (const [key, entry] of rows) {
      const source = kindOf(key) === 'source' ? asSource(entry.value) : null;
      if (source !== null) this.#source(source, entry.stamp);
      else if (entry.value === null) this.#gone(key, entry.stamp);
      else if (kindOf(key) !== 'details') this.#other(key, entry);
    }
    return this.#bucket;
  }

  #source({ url, title }: SourceValue, stamp: Stamp): void {
    const { u, t, s, d } = this.#bucket;
    const entry = this.#entries.get(detailsKey(url));
    const details = entry ? asDetails(entry.value) : null;
    u.push(url);
    t.push((details?.ownTitle ?? title).slice(0, MAX_TITLE_LENGTH));
    s.push(this.#stamp(stamp, 'u'));
    if (!entry || !details) return void d.push(0);
    const same = compareStamps(entry.stamp, stamp) === 0;
    d.push(this.#shape({ own: details.ownTitle !== null, same, more: details.more }));
    if (!same) this.#bucket.e.push(this.#since(entry.stamp, stamp[0]));
  }

  #gone(key: string, stamp: Stamp): void {
    this.#bucket.g.push(kindOf(key) === 'source' ? restOf(key) : key);
    this.#bucket.h.push(this.#stamp(stamp, 'g'));
  }

  #other(key: string, { value, stamp }: Carried): void {
    this.#bucket.o.push([key, value]);
    this.#bucket.p.push(this.#stamp(stamp, 'o'));
  }

  #shape(shape: Bucket['k'][number]): number {
    const name = JSON.stringify(shape);
    const known = this.#shapes.get(name) ?? this.#bucket.k.push(shape);
    this.#shapes.set(name, known);
    return known;
  }

  #stamp(stamp: Stamp, column: 'u' | 'g' | 'o'): string {
    const written = this.#since(stamp, this.#last[column]);
    this.#last[column] = stamp[0];
    return written;
  }

  #since([at, count, node]: Stamp, base: number): string {
    let who = this.#nodes.indexOf(node);
    if (who < 0) who = this.#nodes.push(node) - 1;
    const parts = [at - base, count, who];
    while (parts.length > 1 && parts.at(-1) === 0) parts.pop();
    return parts.map((part) => part.toString(36)).join(' ');
  }
}

/** Reads a bucket; null where it is none, or does not fit together. */
export function decodeBucket(written: string): Map<string, Carried> | null {
  const parsed = z.safeParse(bucketSchema, parse(written));
  if (!parsed.success) return null;
  const { u, t, s, d, g, h, o, p, n } = parsed.data;
  if (u.length !== t.length || u.length !== s.length || u.length !== d.length) return null;
  if (g.length !== h.length || o.length !== p.length) return null;
  try {
    const entries = readSources(parsed.data);
    const gone = stampReader(n);
    for (const [row, key] of g.entries()) {
      entries.set(/^[0-9a-f]{12}$/.test(key) ? `s${key}` : key, { stamp: gone(h[row]), value: null });
    }
    const other = stampReader(n);
    for (const [row, [key, value]] of o.entries()) entries.set(key, { stamp: other(p[row]), value });
    return entries;
  } catch {
    return null;
  }
}

function readSources({ u, t, s, d, k, e, n }: Bucket): Map<string, Carried> {
  const entries = new Map<string, Carried>();
  const read = stampReader(n);
  const own = e.values();
  for (const [row, url] of u.entries()) {
    const stamp = read(s[row]);
    const shape = d[row] === 0 ? null : at(k, (d[row] ?? 0) - 1);
    const title = t[row] ?? '';
    entries.set(sourceKey(url), { stamp, value: { url, title: shape?.own ? '' : title } });
    if (shape === null) continue;
    const value = { ...(isRecord(shape.more) ? shape.more : {}), ownTitle: shape.own ? title : null };
    entries.set(detailsKey(url), {
      stamp: shape.same ? stamp : readStamp(own.next().value, n, stamp[0]),
      value,
    });
  }
  return entries;
}

/** Reads the stamps of a column, each from the one before. Throws where one is none. */
function stampReader(nodes: readonly string[]): (written: string | undefined) => Stamp {
  let last = 0;
  return (written) => {
    const stamp = readStamp(written, nodes, last);
    last = stamp[0];
    return stamp;
  };
}

function readStamp(written: string | undefined, nodes: readonly string[], base: number): Stamp {
  if (written === undefined || !STAMP.test(written)) throw new Error('no stamp');
  const [since = 0, count = 0, who = 0] = written.split(' ').map((part) => Number.parseInt(part, 36));
  const seconds = base + since;
  if (!(seconds >= 0 && seconds < MAX_SECONDS)) throw new Error('no time');
  return [seconds, count, at(nodes, who)];
}

function at<T>(rows: readonly T[], row: number): T {
  const value = rows[row];
  if (value === undefined) throw new Error('no such row');
  return value;
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}
