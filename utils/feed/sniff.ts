/** What a document is, from what it holds. The Content-Type decides nothing: feeds are sent as text/html daily. */
import type { FeedFormat } from '../model/parsed-feed.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import { localName, type Prolog, readProlog } from './prolog.ts';

export interface Sniffed {
  readonly format: FeedFormat;
  readonly prolog: Prolog;
}

const ROOTS: ReadonlyMap<string, FeedFormat> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['urlset', 'sitemap'],
  ['sitemapindex', 'sitemap'],
]);

const NO_PROLOG: Prolog = { root: '', doctype: '' };

/** Tells the format; `damaged` for an empty document, `not-a-feed` for HTML and everything else. */
export function sniff(text: string): Result<Sniffed> {
  const start = text.search(/\S/);
  if (start < 0) return fail('damaged', { detail: 'empty' });
  if (text[start] === '{') return ok({ format: 'json', prolog: NO_PROLOG });
  const prolog = readProlog(text);
  const format = ROOTS.get(localName(prolog.root));
  if (format !== undefined) return ok({ format, prolog });
  return fail('not-a-feed', { detail: prolog.root === '' ? 'no markup' : `<${prolog.root.slice(0, 40)}>` });
}
