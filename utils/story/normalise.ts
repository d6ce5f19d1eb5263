/** From a parsed item to the row it would be stored as. */
import type { ParsedFeed, ParsedItem } from '../model/parsed-feed.ts';
import { hashText } from '../text/hash.ts';
import { plainText } from '../text/html.ts';
import { labelled } from '../text/labels.ts';
import { guessLanguageOfMany } from '../text/language-guess.ts';
import { recurringParagraphs, snippet } from '../text/snippet.ts';
import { type KeyedItem, keyItems } from './identity.ts';
import type { IncomingArticle } from './incoming.ts';

/** Characters a list row may show of an article's text. */
const SNIPPET_LENGTH = 240;
/** UTF-16 units beyond the snippet from which on a text has more to say. */
const MORE_LENGTH = 240;
/** Headlines that tell the language of a feed. */
const MOST_HEADLINES = 50;

/** All items of a document as they would be stored, in the document's order, exact duplicates dropped. */
export function normalise(feed: ParsedFeed): IncomingArticle[] {
  const recurring = recurringParagraphs(feed.items.map(({ summary, content }) => summary ?? content ?? ''));
  const language = feedLanguage(feed);
  return keyItems(feed.items).map((keyed) => normaliseItem(keyed, language, recurring));
}

/** The language of a feed as a BCP 47 tag: as it declares it, else as its headlines tell; null where neither says. */
export function feedLanguage({ language, items }: ParsedFeed): string | null {
  return language ?? guessLanguageOfMany(items.slice(0, MOST_HEADLINES).map(({ title }) => title));
}

function normaliseItem(
  keyed: KeyedItem,
  feedLanguage: string | null,
  recurring: ReadonlySet<string>,
): IncomingArticle {
  const { item, key, otherKey, urlKey, urlIsUnique } = keyed;
  const html = item.content ?? item.summary ?? '';
  const date = item.published ?? item.updated;
  const first = snippet(item.summary ?? html, item.title, SNIPPET_LENGTH, recurring);
  return {
    key,
    otherKey,
    url: item.url,
    urlKey,
    urlIsUnique,
    title: item.title,
    snippet: first,
    ...(isClearlyLonger(html, first) && { isLong: true }),
    labels: labelled(item.title, item.categories).labels,
    author: item.author,
    language: item.language ?? feedLanguage,
    image: item.image,
    publishedAt: date?.at ?? null,
    publishedOffset: date?.offset ?? null,
    fingerprint: fingerprint(item, html),
    html,
    categories: item.categories,
  };
}

/** Whether a text says clearly more than the snippet of it: half as much again, and some lines. */
function isClearlyLonger(html: string, snippet: string): boolean {
  const enough = Math.max(snippet.length * 1.5, snippet.length + MORE_LENGTH);
  return html.length > enough && plainText(html, enough + 1).length > enough;
}

function fingerprint(item: ParsedItem, html: string): string | null {
  return html === '' ? null : hashText(`${item.title}\n${html}`);
}
