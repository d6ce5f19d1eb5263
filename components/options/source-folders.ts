/** Sources by the folders that they lie in. */
import { MAX_FOLDER_DEPTH } from '../../utils/model/opml.ts';
import type { SourceRow } from '../../utils/model/view.ts';

export interface Folder {
  readonly key: string;
  /** The names of all folders on the way, `News / Ukraine`; empty for sources in none. */
  readonly name: string;
  readonly rows: readonly SourceRow[];
}

/** A folder by the names of all folders on the way, `News / Ukraine`; empty for none. */
export function folderName(path: readonly string[]): string {
  return path.join(' / ');
}

/** The folders in which sources lie, by their names in order: a name of another reader's may hold a '/' of its own. */
export function foldersOf(rows: readonly SourceRow[]): ReadonlyMap<string, readonly string[]> {
  const paths = rows.filter(({ folder }) => folder.length > 0).map(({ folder }) => folder);
  const byName = new Map(paths.map((path) => [folderName(path), path]));
  return new Map([...byName].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The folder that was typed so; at most eight deep. */
export function folderPath(typed: string): string[] {
  return typed
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, MAX_FOLDER_DEPTH);
}

/** The folders that hold sources, by name, those in none first; within each the order stays as it was. */
export function byFolder(rows: readonly SourceRow[], language: string): Folder[] {
  const folders = new Map<string, { path: readonly string[]; rows: SourceRow[] }>();
  for (const row of rows) {
    const key = JSON.stringify(row.folder);
    const known = folders.get(key);
    if (known === undefined) folders.set(key, { path: row.folder, rows: [row] });
    else known.rows.push(row);
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...folders]
    .sort(([, a], [, b]) => comparePaths(a.path, b.path, compare))
    .map(([key, folder]) => ({ key, name: folderName(folder.path), rows: folder.rows }));
}

/** Folder by folder, so that what lies in one stands right behind it. */
function comparePaths(
  a: readonly string[],
  b: readonly string[],
  compare: (x: string, y: string) => number,
): number {
  for (let depth = 0; depth < a.length && depth < b.length; depth += 1) {
    const order = compare(a[depth] ?? '', b[depth] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
