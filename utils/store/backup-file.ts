/**
 * A backup: one file with everything that a reader has in Lede. Text in lines, each JSON: first what the file is, then a
 * row a line as `[store, row]`, last how many rows there were and a hash of all lines before. What is carried stands in
 * `utils/model/backup-rows`; nothing else ever is.
 */

import { BACKUP_STORES, type BackupSummary } from '../model/backup-format.ts';
import { type BackupRow, readRow } from '../model/backup-rows.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import { TextHash } from '../text/hash.ts';

/** Raised when an earlier version of Lede could not read what is written. */
export const BACKUP_VERSION = 1;

/** UTF-16 units of one line: the longest feed that is read is 16 MiB, and quoted no more than twice that. */
const MAX_LINE = 64 * 1024 * 1024;

/** The first line. */
export function headerLine(at: number): string {
  return JSON.stringify({ lede: 'backup', version: BACKUP_VERSION, at });
}

/** Writes what follows the header: hashes as it goes. */
export class BackupEnd {
  readonly #hash = new TextHash();
  #rows = 0;

  /** Lines with their line ends, and how many rows they are. */
  add(lines: string, rows: number): void {
    this.#hash.add(lines);
    this.#rows += rows;
  }

  /** The last line. */
  line(): string {
    return JSON.stringify({ end: { rows: this.#rows, hash: this.#hash.digest() } });
  }
}

type Wrong = 'no-backup' | 'newer-backup' | 'damaged-backup';

class NotRight extends Error {
  readonly code: Wrong;
  constructor(code: Wrong) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads a backup piece by piece, and believes nothing of it: every row is checked, and unknown stores, fields and lines
 * make the file a damaged one. What is wrong is told once, by `end`; `rows` are handed on as they come.
 */
export class BackupReader {
  readonly #onRow: (row: BackupRow) => void;
  readonly #hash = new TextHash();
  #rest = '';
  #at: number | null = null;
  #isEnded = false;
  #rows = 0;
  #store = 0;
  readonly #counts = { sources: 0, articles: 0, saved: 0 };
  #problem: Wrong | null = null;

  constructor(onRow: (row: BackupRow) => void = () => undefined) {
    this.#onRow = onRow;
  }

  /** Reads on; false where what was read so far is no good. */
  add(text: string): boolean {
    if (this.#problem !== null) return false;
    try {
      this.#read(text);
    } catch (error) {
      // What is no JSON is as damaged as what is JSON of another shape.
      this.#problem =
        error instanceof NotRight ? error.code : this.#at === null ? 'no-backup' : 'damaged-backup';
    }
    return this.#problem === null;
  }

  /** What the file holds, once all of it was added; a problem where it is damaged, cut, newer or something else. */
  end(): Result<BackupSummary> {
    if (this.#problem !== null) return fail(this.#problem);
    if (this.#at === null) return fail('no-backup');
    if (!this.#isEnded || this.#rest !== '') return fail('damaged-backup');
    return ok({ at: this.#at, ...this.#counts, rows: this.#rows });
  }

  #read(text: string): void {
    const all = this.#rest + text;
    let from = 0;
    for (;;) {
      const to = all.indexOf('\n', from);
      if (to < 0) break;
      this.#line(all.slice(from, to));
      from = to + 1;
    }
    this.#rest = all.slice(from);
    if (this.#at === null && this.#rest.length > 1_000) throw new NotRight('no-backup');
    if (this.#rest.length > MAX_LINE) throw new NotRight('damaged-backup');
  }

  #line(line: string): void {
    if (this.#isEnded) throw new NotRight('damaged-backup');
    const value: unknown = JSON.parse(line);
    if (this.#at === null) {
      this.#at = readHeader(value);
      return;
    }
    if (!Array.isArray(value)) {
      this.#checkEnd(value);
      return;
    }
    this.#hash.add(line);
    this.#hash.add('\n');
    const row = readRow(value);
    const store = row === null ? -1 : BACKUP_STORES.indexOf(row.store);
    // Rows come in the order of their stores: what others name is there before them.
    if (row === null || store < this.#store) throw new NotRight('damaged-backup');
    this.#store = store;
    this.#rows += 1;
    this.#count(row);
    this.#onRow(row);
  }

  #count(row: BackupRow): void {
    if (row.store === 'feeds') this.#counts.sources += 1;
    if (row.store === 'articles') this.#counts.articles += 1;
    if (row.store === 'marks' && row.row.saved) this.#counts.saved += 1;
  }

  #checkEnd(value: unknown): void {
    const { end }: { end?: { rows?: unknown; hash?: unknown } } = Object(value);
    if (end?.rows !== this.#rows || end.hash !== this.#hash.digest()) throw new NotRight('damaged-backup');
    this.#isEnded = true;
  }
}

function readHeader(value: unknown): number {
  const { lede, version, at }: { lede?: unknown; version?: unknown; at?: unknown } = Object(value);
  if (lede !== 'backup' || typeof version !== 'number' || typeof at !== 'number')
    throw new NotRight('no-backup');
  if (version > BACKUP_VERSION) throw new NotRight('newer-backup');
  return at;
}
