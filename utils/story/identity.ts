/**
 * What makes an article the same article at the next poll. A guid (or, without one, the link) identifies it only if
 * it does so within its document: feeds exist in which every item carries the same guid. Dates never take part.
 */
import type { ParsedItem } from '../model/parsed-feed.ts';
import { canonicalUrl } from '../text/url.ts';

/** One item with its key, the same at every poll that serves the same item. */
export interface KeyedItem {
  readonly item: ParsedItem;
  readonly key: string;
  /** The key it has where another item shares its guid (if this one does not), or the reverse. */
  readonly otherKey: string;
  /** The address in the form for comparing, or null. */
  readonly urlKey: string | null;
  /** Whether no other item of the document has this address: only then it may tell identity. */
  readonly urlIsUnique: boolean;
}

/**
 * Gives every item of one document its key: guid, else link, with the title added where several items with different
 * titles share it; the title and text where there is neither. Exact duplicates within the document are dropped.
 */
export function keyItems(items: readonly ParsedItem[]): KeyedItem[] {
  const titles = titlesByKey(items);
  const keyed = new Map<string, Omit<KeyedItem, 'urlIsUnique'>>();
  for (const item of items) {
    const base = baseKey(item);
    const titled = `${base}\n${item.title}`;
    const shared = (titles.get(base)?.size ?? 0) > 1;
    const [key, otherKey] = shared ? [titled, base] : [base, titled];
    const urlKey = item.url === null ? null : canonicalUrl(item.url);
    if (!keyed.has(key)) keyed.set(key, { item, key, otherKey, urlKey });
  }
  return markUniqueUrls([...keyed.values()]);
}

function markUniqueUrls(keyed: readonly Omit<KeyedItem, 'urlIsUnique'>[]): KeyedItem[] {
  const uses = new Map<string, number>();
  for (const { urlKey } of keyed) if (urlKey !== null) uses.set(urlKey, (uses.get(urlKey) ?? 0) + 1);
  return keyed.map((entry) => ({
    ...entry,
    urlIsUnique: entry.urlKey !== null && uses.get(entry.urlKey) === 1,
  }));
}

function baseKey(item: ParsedItem): string {
  if (item.guid) return `g:${item.guid}`;
  if (item.url) return `u:${item.url}`;
  return `t:${item.title}\n${item.content ?? item.summary ?? ''}`;
}

function titlesByKey(items: readonly ParsedItem[]): Map<string, Set<string>> {
  const titles = new Map<string, Set<string>>();
  for (const item of items) {
    const key = baseKey(item);
    const known = titles.get(key);
    if (known) known.add(item.title);
    else titles.set(key, new Set([item.title]));
  }
  return titles;
}
