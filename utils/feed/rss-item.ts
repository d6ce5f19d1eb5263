/** One item of RSS, RDF or CDF. */
import type { ParsedItem } from '../model/parsed-feed.ts';
import { rssCategories } from './categories.ts';
import { datesOf } from './dates.ts';
import { itemExtras } from './extras.ts';
import { namedImage } from './images.ts';
import { finishItem } from './item.ts';
import { languageTag } from './language.ts';
import { rssAuthor } from './people.ts';
import { articleLink, guidOf } from './rss-links.ts';
import { atomHtml, atomLine, rssHtml, rssLine } from './text-fields.ts';
import { child, firstChild, type XmlElement } from './xml-element.ts';

const TITLES: readonly string[] = ['title', 'media:title', 'dc:title', 'atom:title', 'itunes:title'];
const SUMMARIES: readonly string[] = [
  'description',
  'dc:description',
  'abstract',
  'atom:summary',
  'summary',
  'itunes:summary',
  'media:description',
];
const CONTENTS: readonly string[] = [
  'content:encoded',
  'atom:content',
  'fullitem',
  'xhtml:body',
  'xhtml:div',
  'content',
];

/**
 * @param url address of the document
 * @param siteBase what relative addresses mean where the document states no base of its own
 */
export function rssItem(item: XmlElement, cut: boolean, url: string, siteBase: string): ParsedItem | null {
  const stated = (base: string): string => (base === url ? siteBase : base);
  const link = articleLink(item);
  return finishItem(
    {
      guid: guidOf(item),
      link: link?.address ?? null,
      linkBase: stated(link?.base ?? item.base),
      base: stated(item.base),
      title: lineOf(item, TITLES),
      summary: htmlOf(item, SUMMARIES),
      content: htmlOf(item, CONTENTS),
      author: rssAuthor(item),
      ...datesOf(item),
      image: namedImage(item),
      categories: rssCategories(item),
      language:
        languageTag(firstChild(item, ['dc:language', 'language'])?.text) ?? languageTag(item.language),
      ...itemExtras(item),
    },
    cut,
  );
}

/** The first of several elements that holds a line of text; empty if none does. */
export function lineOf(holder: XmlElement, names: readonly string[]): string {
  for (const name of names) {
    const element = child(holder, name);
    const line = name.startsWith('atom:') ? atomLine(element) : rssLine(element);
    if (line !== '') return line;
  }
  return '';
}

function htmlOf(holder: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const element = child(holder, name);
    const html = name.startsWith('atom:') ? atomHtml(element) : rssHtml(element);
    if (html !== null) return html;
  }
  return null;
}
