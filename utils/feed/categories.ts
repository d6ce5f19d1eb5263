/** What an item is about, by its publisher. */
import { oneLine } from '../text/space.ts';
import { MAX_CATEGORIES, MAX_LINE_LENGTH } from './limits.ts';
import { rssLine } from './text-fields.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** UTF-16 units of a list of categories. */
const MAX_LIST_LENGTH = 16_384;

/** Categories of an RSS item with those of its extensions, each once. */
export function rssCategories(item: XmlElement): string[] {
  return tidyCategories([
    ...childrenOf(item, 'category').map((element) => rssLine(element) || termOf(element)),
    ...childrenOf(item, 'itunes:keywords').flatMap((element) => listed(element.text)),
    ...childrenOf(item, 'media:keywords').flatMap((element) => listed(element.text)),
    ...childrenOf(item, 'dc:subject').map(rssLine),
    ...childrenOf(item, 'atom:category').map(termOf),
  ]);
}

/** Categories of an Atom entry by their labels, or terms where there are none. */
export function atomCategories(entry: XmlElement): string[] {
  return tidyCategories([
    ...childrenOf(entry, 'category').map((element) => termOf(element) || oneLine(element.text)),
    ...childrenOf(entry, 'dc:subject').map(rssLine),
    ...childrenOf(entry, 'media:keywords').flatMap((element) => listed(element.text)),
  ]);
}

/** The words of a list that is separated by commas. */
export function listed(text: string): string[] {
  return text.slice(0, MAX_LIST_LENGTH).split(',');
}

/** Categories without empty and repeated ones, each on one line. */
export function tidyCategories(categories: readonly string[]): string[] {
  const lines = categories.map((category) => oneLine(category.slice(0, MAX_LINE_LENGTH)));
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, MAX_CATEGORIES);
}

function termOf({ attributes }: XmlElement): string {
  return attributes.label || attributes.term || '';
}
