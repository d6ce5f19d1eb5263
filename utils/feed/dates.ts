/** Which of an item's dates is which. */
import type { PublishedDate } from '../model/parsed-feed.ts';
import { parseDate } from './date.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

const PUBLISHED: readonly string[] = [
  'pubdate',
  'published',
  'atom:published',
  'issued',
  'atom:issued',
  'dcterms:issued',
  'created',
  'dcterms:created',
  'date',
];

const UPDATED: readonly string[] = [
  'updated',
  'atom:updated',
  'modified',
  'atom:modified',
  'dcterms:modified',
  'dc:date',
  'dcterms:date',
  'lastmod',
];

/** The dates of an RSS item or Atom entry; of several ones the first that can be read. */
export function datesOf(item: XmlElement): {
  published: PublishedDate | null;
  updated: PublishedDate | null;
} {
  // CDF states its one date in an attribute.
  const lastmod = item.attributes.lastmod;
  const updated = firstDate(item, UPDATED) ?? (lastmod === undefined ? null : parseDate(lastmod));
  return { published: firstDate(item, PUBLISHED), updated };
}

function firstDate(item: XmlElement, names: readonly string[]): PublishedDate | null {
  for (const name of names) {
    for (const element of childrenOf(item, name)) {
      const date = parseDate(element.text);
      if (date !== null) return date;
    }
  }
  return null;
}
