/** What a page says of itself by JSON-LD and microdata: schema.org's kinds of things. */

/** A thing as written: nothing in it is known to be what it should be. */
export type Node = Readonly<Record<string, unknown>>;

/** Kinds that are articles as news sites and blogs write them. */
const ARTICLE = /(\b|News)Article$|(Blog|Media)Posting$|\bReport$/;
/** Kinds whose pages are about something else, whatever else they are marked as. */
const OTHER =
  /Product|Recipe|Forum|Software|Event$|(ion|lts|file|FAQ)Page$|\b(Job|QA|Tech|Schol|API|Movie|ItemL)/;
/** Characters of one script that are read. */
const LONGEST = 4e5;

/** Everything that stands at the top of the page's JSON-LD, in its graphs and lists. */
export function linkedData(doc: Document): Node[] {
  const nodes: Node[] = [];
  const take = (value: unknown): void => {
    if (Array.isArray(value)) value.slice(0, 99).map(take);
    else if (isNode(value)) {
      nodes.push(value);
      take(value['@graph']);
      take(value.mainEntity);
    }
  };
  for (const { textContent } of doc.querySelectorAll('[type="application/ld+json" i]')) {
    try {
      // Line breaks inside strings are common, and no JSON; nor are the brackets of XHTML.
      if (textContent.length < LONGEST) take(JSON.parse(textContent.replace(/<!\[CDATA\[|]]>|\s+/g, ' ')));
    } catch {
      // A broken block says nothing; the others still do.
    }
  }
  return nodes;
}

/**
 * The article that the page is. Several are a list, unless one of them has the page's address. An `Article` with a main
 * entity is an entry of an encyclopedia.
 */
export function articleNode(nodes: readonly Node[], url: string): Node | undefined {
  const articles = nodes.filter((node) => isKind(node, ARTICLE) && titleOf(node) && !node.mainEntity);
  return new Set(articles.map(titleOf)).size > 1
    ? articles.find((node) => [node.url, node['@id'], node.mainEntityOfPage].some((at) => textOf(at) === url))
    : articles[0];
}

/** Whether the page says that it is about a thing that is no article, or (null) nothing; by markup lists say several. */
export function isArticleByMarkup(doc: Document, nodes: readonly Node[]): boolean | null {
  const kinds = [...doc.querySelectorAll('[itemtype]:not([itemprop]),[itemprop=blogPost]')].map(
    (tag) => tag.getAttribute('itemtype') ?? '',
  );
  if (nodes.some((node) => isKind(node, OTHER)) || kinds.some((kind) => OTHER.test(kind))) return false;
  const articles = kinds.filter((kind) => ARTICLE.test(kind)).length;
  return articles > 0 && articles < 3 ? true : null;
}

/** A thing's headline, else its name; '' where it has neither. */
export function titleOf(node: Node | undefined): string {
  return textOf(node?.headline ?? node?.name);
}

/** A text as schema.org's values are written: itself, or the name or address of a thing. */
export function textOf(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isNode(one) ? textOf(one.name ?? one['@id']) : typeof one === 'string' ? one : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function isKind(node: Node, kinds: RegExp): boolean {
  return [node['@type']].flat().some((type) => typeof type === 'string' && kinds.test(type));
}
