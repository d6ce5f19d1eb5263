/**
 * What makes an article the same article at the next poll. A guid (or, without one, the link) identifies it only if
 * it does so within its document: feeds exist in which every item carries the same guid. Dates never take part.
 */
import type { ParsedItem } from '../model/parsed-feed.ts';
import { hashText } from '../text/hash.ts';
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
 * Gives every item of one document its key: guid, else link; with the title added where several items with different
 * titles share it, and with the text where they share the title too; title and text where there is neither guid nor
 * link. Exact duplicates within the document are dropped.
 */
export function keyItems(items: readonly ParsedItem[]): KeyedItem[] {
  const titles = variants(items, baseKey, ({ title }) => title);
  const texts = variants(items, titledKey, textOf);
  const keyed = new Map<string, Omit<KeyedItem, 'urlIsUnique'>>();
  for (const item of items) {
    const [base, titled] = [baseKey(item), titledKey(item)];
    const isShared = (titles.get(base)?.size ?? 0) > 1;
    const isDoubled = (texts.get(titled)?.size ?? 0) > 1;
    const key = isDoubled ? `${titled}\n${hashText(textOf(item))}` : isShared ? titled : base;
    // Of items that share all but their text none may take the place of another.
    const otherKey = isDoubled ? key : isShared ? base : titled;
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

function textOf(item: ParsedItem): string {
  return item.content ?? item.summary ?? '';
}

function baseKey(item: ParsedItem): string {
  if (item.guid) return `g:${item.guid}`;
  if (item.url) return `u:${item.url}`;
  return `t:${item.title}\n${hashText(textOf(item))}`;
}

function titledKey(item: ParsedItem): string {
  return `${baseKey(item)}\n${item.title}`;
}

/** The different values that the items under one key have. */
function variants(
  items: readonly ParsedItem[],
  keyOf: (item: ParsedItem) => string,
  variantOf: (item: ParsedItem) => string,
): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const item of items) {
    const key = keyOf(item);
    const known = values.get(key);
    if (known) known.add(variantOf(item));
    else values.set(key, new Set([variantOf(item)]));
  }
  return values;
}
