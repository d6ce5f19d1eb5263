/** Reads what the newsroom serves: feeds with the product's own parser, pages as documents. */
import { DomUtils, parseDocument } from 'htmlparser2';
import { parseFeed } from '../../../utils/feed/index.ts';
import type { ParsedFeed } from '../../../utils/model/parsed-feed.ts';
import type { Newsroom, Outlet, PublishedArticle } from '../../newsroom/index.ts';
import { ask } from './ask.ts';

/** The outlet's feed as the product reads it; throws where it cannot. */
export async function feedOf(newsroom: Newsroom, outlet: Outlet): Promise<ParsedFeed> {
  const { bytes, headers } = await ask(newsroom, outlet.feedUrl);
  const contentType = headers['content-type'];
  const parsed = parseFeed({ bytes, url: outlet.feedUrl, contentType: String(contentType) });
  if (!parsed.ok) throw new Error(`${outlet.name}: ${parsed.problem.code}`);
  return parsed.value;
}

/** What an outlet has published. */
export const articlesOf = (newsroom: Newsroom, outlet: Outlet): PublishedArticle[] =>
  newsroom.published().filter((article) => article.outlet === outlet.id);

/** The outlet with this id, or the first in this format; throws where there is none. */
export function outletOf(newsroom: Newsroom, wanted: string): Outlet {
  const found = newsroom.outlets.find(({ id, format }) => id === wanted || format === wanted);
  if (!found) throw new Error(`no outlet '${wanted}'`);
  return found;
}

export interface Page {
  readonly status: number;
  readonly html: string;
  /** The text of each element with this name. */
  texts(name: string): string[];
  /** The contents of `meta` elements with this name or property. */
  meta(key: string): string[];
  /** The addresses of `link` elements with this relation and, if given, type. */
  links(rel: string, type?: string): string[];
  /** The values of a microdata property: of an attribute where the element has one, else its text. */
  property(name: string): string[];
  /** The addresses of all plain links, absolute. */
  readonly targets: string[];
  /** The JSON-LD of the page; throws where it is none. */
  linkedData(): unknown[];
}

/** The page at an address, in whatever encoding it is sent. */
export async function pageAt(newsroom: Newsroom, url: string): Promise<Page> {
  const { status, text: html } = await ask(newsroom, url);
  const elements = DomUtils.getElementsByTagName('*', parseDocument(html), true);
  const named = (name: string) => elements.filter((element) => element.name === name);
  const attributes = (name: string, attribute: string, fits: (of: Record<string, string>) => boolean) =>
    named(name).flatMap(({ attribs }) => (fits(attribs) ? [attribs[attribute] ?? ''] : []));
  return {
    status,
    html,
    texts: (name) => named(name).map((element) => DomUtils.textContent(element).trim()),
    meta: (key) => attributes('meta', 'content', ({ name, property }) => name === key || property === key),
    links: (wanted, kind) =>
      attributes('link', 'href', ({ rel, type }) => rel === wanted && (kind === undefined || type === kind)),
    property: (name) =>
      elements
        .filter(({ attribs }) => attribs.itemprop === name)
        .map((element) => element.attribs.datetime ?? element.attribs.src ?? DomUtils.textContent(element)),
    targets: attributes('a', 'href', () => true).map((href) => new URL(href, url).href),
    linkedData: () =>
      named('script')
        .filter(({ attribs }) => attribs.type === 'application/ld+json')
        .map((element) => JSON.parse(DomUtils.textContent(element)) as unknown),
  };
}
