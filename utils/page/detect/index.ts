/**
 * Whether a page is an article, and what it says of itself. Pure over a document. It is loaded into every page of the
 * followed sites, so it imports nothing but types from elsewhere and is written to be small; `utils/app` makes of it
 * what is asked.
 */
import type { PageFacts } from '../../model/page-facts.ts';
import { articleNode, isArticleByMarkup, linkedData, textOf, titleOf } from './linked-data.ts';
import { clean, prose } from './prose.ts';

type Meta = ReadonlyMap<string, string>;

/** Characters of prose with which metadata is believed, and those that a page needs which says nothing of itself. */
const MARKED = 200;
const BARE = 700;
const BARE_PARAGRAPHS = 3;
/** Linked headings among the paragraphs that make them a list. */
const LIST = 3;
/** Names under which pages say when they were published. */
const DATE = /publish.*(time|date)|^(dc\.)?date|pub-?date/;
/** What a page has that somebody wrote at some time. */
const WRITTEN = '[rel~=author],[itemprop=author],[class*=byline],[class*=author_]';

/**
 * The facts of an article; null where the page is none.
 *
 * @param address of the page
 * @param isAsked whether the reader asked about this page by a click: then it is described whatever it is
 */
export function detect(doc: Document, address: string, isAsked = false): PageFacts | null {
  const meta = metaOf(doc);
  const url = canonical(doc, address);
  const nodes = linkedData(doc);
  const node = articleNode(nodes, url);
  const { text, count, place } = prose(doc);
  const time = doc.querySelector('[itemprop=datePublished],article time');
  const dates = [
    textOf(node?.datePublished),
    time?.getAttribute('content') ?? time?.getAttribute('datetime'),
  ];
  for (const [name, value] of meta) if (DATE.test(name)) dates.push(value);
  const get = (name: string): string => meta.get(name) ?? '';

  const isArticle = (): boolean => {
    const marked = isArticleByMarkup(doc, nodes);
    if (marked === false) return false;
    if (marked || /^article$|:entry$/i.test(get('og:type')))
      return (text || (doc.querySelector('[itemprop*=articleBody]')?.textContent ?? '')).length > MARKED;
    return (
      text.length > BARE &&
      count >= BARE_PARAGRAPHS &&
      place?.querySelectorAll('h2 a,h3 a')[LIST] === undefined &&
      (dates.some(Boolean) || get('author') !== '' || doc.querySelector(WRITTEN) !== null)
    );
  };
  if (!isAsked && (isHome(url) || !(node || isArticle()))) return null;

  const texts = (values: readonly (string | null | undefined)[]): string[] =>
    values.map((value) => clean(value?.slice(0, 500))).filter(Boolean);
  const lead = textOf(node?.description) || get('og:description') || get('description');
  return {
    url,
    titles: texts([titleOf(node), get('og:title'), doc.title]),
    headings: texts([...doc.querySelectorAll('h1')].slice(0, 9).map((tag) => tag.textContent)),
    sites: texts([get('og:site_name'), textOf(node?.publisher)]),
    summary: `${lead.slice(0, 500)}\n${text.slice(0, 1500)}`,
    language: doc.documentElement.lang || get('og:locale'),
    dates: texts(dates),
  };
}

/** The page's metadata by lower-case name; a name that stands twice keeps its first value. */
function metaOf(doc: Document): Meta {
  const meta = new Map<string, string>();
  for (const tag of doc.querySelectorAll('meta')) {
    const name = (tag.getAttribute('property') ?? tag.name).toLowerCase();
    if (tag.content && !meta.has(name)) meta.set(name, tag.content);
  }
  return meta;
}

/** The address that the page calls its own, where that is one of its own host; else where it lies. */
function canonical(doc: Document, address: string): string {
  const named = doc.querySelector<HTMLLinkElement>('link[rel=canonical i]')?.href ?? '';
  return URL.parse(named)?.host === new URL(address).host && !isHome(named) ? named : address;
}

function isHome(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname + search === '/';
}
