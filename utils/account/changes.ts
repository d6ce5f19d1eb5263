/**
 * Changes of the account's sources. Servers fail them in ways that say nothing of what was done, so after each that was
 * not plainly answered the list decides.
 */
import { narrow } from './dialect.ts';
import type { Subscription } from './wire.ts';

export type SourceChange =
  | {
      readonly kind: 'add';
      readonly url: string;
      /** Where the address leads, as far as that is known: one server lists a source by that. */
      readonly leadsTo?: string | null;
      readonly title: string;
      readonly folder: string | null;
    }
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly title: string;
      readonly folder: string | null;
      /** Where it is to lie in none: the folder it lies in there. Servers put it into one of their own choice. */
      readonly leaves?: string | null;
    }
  | { readonly kind: 'remove'; readonly id: string };

/** How often a change is tried before the reader is told that the server does not take it. */
export const MOST_TRIES = 3;

/** Whether a list shows that a change was made. */
export function isMade(change: SourceChange, list: readonly Subscription[]): boolean {
  switch (change.kind) {
    case 'add':
      return listedAs(change, list) !== null;
    case 'remove':
      return list.every(({ id }) => id !== change.id);
    case 'change':
      return list.some(
        ({ id, title, folder }) =>
          id === change.id &&
          namesAlike(title, change.title) &&
          (change.folder === null
            ? folder === null || folder !== (change.leaves ?? folder)
            : namesAlike(folder ?? '', change.folder)),
      );
  }
}

/** As what a list shows a source that was added; null where it does not. */
export function listedAs(
  { url, leadsTo }: Extract<SourceChange, { kind: 'add' }>,
  list: readonly Subscription[],
): Subscription | null {
  const isIt = (address: string) => (row: Subscription) => sameAddress(row.url, address);
  return list.find(isIt(url)) ?? (leadsTo ? (list.find(isIt(leadsTo)) ?? null) : null);
}

/** What becomes of a change after it was sent and the list was read. */
export function afterSending(
  change: SourceChange,
  list: readonly Subscription[],
  tries: number,
): 'made' | 'again' | 'refused' {
  if (isMade(change, list)) return 'made';
  return tries < MOST_TRIES ? 'again' : 'refused';
}

/** Folders inside folders become one: servers know one level. */
export function oneFolder(path: readonly string[]): string | null {
  return path.length === 0 ? null : path.join(' / ');
}

/** Whether a list that was read would remove everything that was known: the reader is asked first. */
export function isSuddenlyEmpty(before: readonly Subscription[], now: readonly Subscription[]): boolean {
  return before.length > 0 && now.length === 0;
}

/** One server writes addresses anew as it stores them. */
function sameAddress(a: string, b: string): boolean {
  return a === b || URL.parse(a)?.href === URL.parse(b)?.href;
}

/** One server drops `? \ / , ;` from names or writes their wide twins, as of `& < > " ^`, and bends `'`. */
export function namesAlike(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(name: string): string {
  return narrow(name)
    .replace(/[?\\/,;^"'’]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
