/** What an XML feed of one kind is made of. */

export interface Grammar {
  /** Elements that are items, named as `Namespaces` resolves them. */
  readonly items: ReadonlySet<string>;
  /** Elements whose content is text for people: elements in them become HTML. */
  readonly texts: ReadonlySet<string>;
  /** Whether character data beside elements is text (Atom), not HTML written as text (RSS). */
  readonly textIsText: boolean;
}

/** Text elements of all vocabularies that feeds use. */
const TEXTS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'summary',
  'content',
  'subtitle',
  'tagline',
  'info',
  'rights',
  'abstract',
  'fullitem',
  'content:encoded',
  'xhtml:body',
  'xhtml:div',
  'atom:title',
  'atom:subtitle',
  'atom:summary',
  'atom:content',
  'dc:title',
  'dc:description',
  'media:title',
  'media:description',
  'itunes:summary',
  'itunes:subtitle',
]);

export const RSS_GRAMMAR: Grammar = { items: new Set(['item']), texts: TEXTS, textIsText: false };
export const ATOM_GRAMMAR: Grammar = { items: new Set(['entry']), texts: TEXTS, textIsText: true };
export const SITEMAP_GRAMMAR: Grammar = {
  items: new Set(['url', 'sitemap']),
  texts: new Set(),
  textIsText: true,
};
