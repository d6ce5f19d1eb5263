/** What stands in front of an XML document's root: declaration, comments, DOCTYPE, and at times junk. */

export interface Prolog {
  /** Name of the root element as written, lower case; empty where there is no element. */
  readonly root: string;
  /** The DOCTYPE with its internal subset, or an empty text. */
  readonly doctype: string;
}

/** Names of roots that can be read as a feed, without prefix. */
const FEED_ROOTS: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf', 'channel', 'urlset', 'sitemapindex']);

/** UTF-16 units in which a root is looked for behind junk. */
const SEARCHED = 65_536;

const SKIPPED = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y;
const NAME = /<([a-z_][\w.:-]*)/iy;
const ROOT_BEHIND_JUNK = /<((?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel|urlset|sitemapindex))[\s>]/i;
/** A page is not a feed because it talks of feeds: what is in it has to state a version or namespace. */
const ROOT_IN_PAGE =
  /<(rss(?=\s[^<>]{0,200}\bversion=)|feed(?=\s[^<>]{0,200}\bxmlns=)|rdf:rdf(?=\s[^<>]{0,200}\bxmlns))\s/i;

/** Reads up to the root element, or to the first element that can be one where something else comes before it. */
export function readProlog(text: string): Prolog {
  const head = text.slice(0, SEARCHED);
  let at = skip(head, 0);
  let doctype = '';
  if (/^<!doctype/i.test(head.slice(at, at + 9))) {
    const end = endOfDoctype(head, at);
    doctype = head.slice(at, end);
    at = skip(head, end);
  }
  NAME.lastIndex = at;
  const root = NAME.exec(head)?.[1]?.toLowerCase() ?? '';
  if (isFeedRoot(root)) return { root, doctype };
  const isPage = root === 'html' || /^<!doctype\s+html/i.test(doctype);
  return behind(head, isPage ? ROOT_IN_PAGE : ROOT_BEHIND_JUNK) ?? { root, doctype };
}

/** Whether a root's name, prefix or not, is one that feeds have. */
function isFeedRoot(root: string): boolean {
  return FEED_ROOTS.has(localName(root));
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function skip(head: string, from: number): number {
  SKIPPED.lastIndex = from;
  let at = from;
  while (SKIPPED.test(head)) at = SKIPPED.lastIndex;
  return at;
}

/** Index behind a DOCTYPE, whose internal subset may hold '>' itself. */
function endOfDoctype(head: string, start: number): number {
  const close = head.indexOf('>', start);
  const subset = head.indexOf('[', start);
  if (close < 0) return head.length;
  if (subset < 0 || subset > close) return close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = subset;
  return end.exec(head) === null ? head.length : end.lastIndex;
}

function behind(head: string, pattern: RegExp): Prolog | null {
  const match = pattern.exec(head);
  if (match === null) return null;
  const declared = /<!doctype[\s\S]*$/i.exec(head.slice(0, match.index))?.[0] ?? '';
  return { root: (match[1] ?? '').toLowerCase(), doctype: declared };
}
