/**
 * Names of elements, freed of the prefixes that a document happens to choose. An element of a known vocabulary gets
 * that vocabulary's usual prefix (`media:content`), an element of the feed's own format none (`title`).
 */

/** The vocabulary of the feed itself. */
const CORE = '';

/** Namespace addresses, lower case and without scheme and trailing marks, to the usual prefix. */
const VOCABULARIES: ReadonlyMap<string, string> = new Map([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['backend.userland.com/rss', CORE],
  ['backend.userland.com/rss2', CORE],
  ['backend.userland.com/rss2.1', CORE],
  ['blogs.law.harvard.edu/tech/rss', CORE],
  ['cyber.law.harvard.edu/rss', CORE],
  ['purl.org/rss/1.0', CORE],
  ['purl.org/net/rss1.1', CORE],
  ['my.netscape.com/rdf/simple/0.9', CORE],
  ['channel.netscape.com/rdf/simple/0.9', CORE],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', CORE],
  ['www.sitemaps.org/schemas/sitemap/0.9', CORE],
  ['www.google.com/schemas/sitemap/0.84', CORE],
  ['www.google.com/schemas/sitemap-news/0.9', 'news'],
  ['www.google.com/schemas/sitemap-image/1.1', 'image'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/syndication/thread/1.0', 'thr'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.rssboard.org/media-rss', 'media'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['podcastindex.org/namespace/1.0', 'podcast'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/2000/svg', 'svg'],
  ['www.w3.org/1998/math/mathml', 'mathml'],
]);

const USUAL_PREFIXES: ReadonlySet<string> = new Set(
  [...VOCABULARIES.values()].filter((name) => name !== CORE),
);

const MARKUP_PREFIXES: ReadonlySet<string> = new Set(['xhtml', 'svg', 'mathml']);

/** Elements that hold the feed's own ones: a default namespace declared on them is the feed's. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'rss',
  'rdf',
  'channel',
  'item',
  'feed',
  'entry',
  'urlset',
  'url',
]);

/** The namespace declarations that hold at one place of a document. */
export class Namespaces {
  readonly #vocabularies: ReadonlyMap<string, string>;
  readonly #names = new Map<string, string>();

  private constructor(vocabularies: ReadonlyMap<string, string>) {
    this.#vocabularies = vocabularies;
  }

  /**
   * For the root element, whose own namespace is the feed's, whatever it is called.
   *
   * @param name the root's name as written, e.g. `r:rss`
   */
  static ofRoot(name: string, attributes: Readonly<Record<string, string>>): Namespaces {
    const vocabularies = declare(new Map(), attributes, true);
    const prefix = prefixOf(name);
    if (localOf(name) === 'feed') {
      for (const [key, value] of vocabularies) if (value === 'atom') vocabularies.set(key, CORE);
    }
    // An RDF root is of RDF's namespace, its channel and items are not.
    if (vocabularies.get(prefix) !== 'rdf' && prefix !== 'rdf') vocabularies.set(prefix, CORE);
    return new Namespaces(vocabularies.set('', CORE));
  }

  /** For an element and what is in it; the same object if the element declares nothing. */
  within(name: string, attributes: Readonly<Record<string, string>>): Namespaces {
    if (!declaresNamespace(attributes)) return this;
    return new Namespaces(declare(new Map(this.#vocabularies), attributes, !CONTAINERS.has(localOf(name))));
  }

  /** The name of an element or attribute by its usual prefix; the prefix 'rss' needs no declaration. */
  resolve(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const prefix = prefixOf(name);
    const vocabulary = this.#vocabularies.get(prefix) ?? (prefix === 'rss' ? CORE : prefix);
    const resolved = vocabulary === CORE ? localOf(name) : `${vocabulary}:${localOf(name)}`;
    if (this.#names.size < MAX_NAMES) this.#names.set(name, resolved);
    return resolved;
  }
}

/** Namespaces that hold at one place; feeds declare up to twenty. */
const MAX_NAMESPACES = 100;

/** Resolved names that are remembered; feeds use about fifty. */
const MAX_NAMES = 500;

function declaresNamespace(attributes: Readonly<Record<string, string>>): boolean {
  for (const key in attributes) if (key.startsWith('xmlns')) return true;
  return false;
}

function declare(
  vocabularies: Map<string, string>,
  attributes: Readonly<Record<string, string>>,
  byDefault: boolean,
): Map<string, string> {
  for (const key in attributes) {
    const uri = attributes[key] ?? '';
    if (vocabularies.size >= MAX_NAMESPACES) break;
    if (key.startsWith('xmlns:')) vocabularies.set(key.slice(6), vocabularyOf(uri, key.slice(6)));
    else if (key === 'xmlns' && byDefault) vocabularies.set('', vocabularyOf(uri, ''));
  }
  return vocabularies;
}

/** Misspelt namespaces are common, and undeclared ones too: then the prefix tells what is meant. */
function vocabularyOf(uri: string, prefix: string): string {
  const key = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[#/]+$/, '');
  const known = VOCABULARIES.get(key);
  if (known !== undefined) return known;
  return prefix === '' || !USUAL_PREFIXES.has(prefix) ? `?${prefix}` : prefix;
}

/** Whether a resolved name is of a vocabulary that feeds are extended by, not of one that texts are written in. */
export function isFeedVocabulary(name: string): boolean {
  const prefix = prefixOf(name);
  return prefix !== '' && USUAL_PREFIXES.has(prefix) && !MARKUP_PREFIXES.has(prefix);
}

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
