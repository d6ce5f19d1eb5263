/** Who wrote an item. */
import { oneLine } from '../text/space.ts';
import { MAX_LINE_LENGTH } from './limits.ts';
import { rssLine } from './text-fields.ts';
import { childrenOf, firstChild, type XmlElement } from './xml-element.ts';

/** Elements of RSS and its extensions that name an author, the best first. */
const AUTHOR_ELEMENTS: readonly string[] = [
  'author',
  'dc:creator',
  'dc:author',
  'atom:author',
  'itunes:author',
  'dcterms:creator',
];

/** Roles of Media RSS credits that write. */
const WRITING_ROLES: ReadonlySet<string> = new Set(['author', 'writer', 'reporter']);

/** The authors of an RSS item, separated by commas, each as 'Name (address)' if it has both; null if none. */
export function rssAuthor(item: XmlElement): string | null {
  for (const name of AUTHOR_ELEMENTS) {
    const author = joined(
      childrenOf(item, name).map((element) => personName(element) || nameFirst(rssLine(element))),
    );
    if (author !== null) return author;
  }
  const credits = childrenOf(item, 'media:credit');
  return joined(credits.filter(({ attributes }) => WRITING_ROLES.has(attributes.role ?? '')).map(rssLine));
}

/** The authors of an Atom entry, or those of the feed it came from; null if none. */
export function atomAuthor(entry: XmlElement, feed: XmlElement | undefined): string | null {
  const source = firstChild(entry, ['source']);
  for (const holder of [entry, source, feed]) {
    const people =
      holder === undefined ? [] : [...childrenOf(holder, 'author'), ...childrenOf(holder, 'dc:creator')];
    const author = joined(people.map((element) => personName(element) || rssLine(element)));
    if (author !== null) return author;
  }
  return null;
}

/** Several names in one line, each once; null if there is none. */
export function joined(names: readonly string[]): string | null {
  const line = [...new Set(names.filter((name) => name !== ''))].join(', ').slice(0, MAX_LINE_LENGTH);
  return line === '' ? null : line;
}

/** RSS has 'address (Name)', mail has 'Name <address>'; Lede has the name in front and the address in brackets. */
function nameFirst(written: string): string {
  const rss = /^([^\s()]+@[^\s()]+)\s*\(([^()]+)\)$/.exec(written);
  if (rss !== null) return nameAndEmail((rss[2] ?? '').trim(), rss[1] ?? '');
  const mail = /^([^<>]+)<([^\s<>]+@[^\s<>]+)>$/.exec(written);
  return mail === null ? written : nameAndEmail((mail[1] ?? '').trim(), mail[2] ?? '');
}

/** A name with the address behind it in brackets; either may be missing. */
function nameAndEmail(name: string, email: string): string {
  return name !== '' && email !== '' ? `${name} (${email})` : name || email;
}

/** The name in a person construct of Atom; empty where the element is no such thing. */
function personName(element: XmlElement): string {
  const part = (name: string): string => oneLine(firstChild(element, [name, `atom:${name}`])?.text ?? '');
  return nameAndEmail(part('name'), part('email'));
}
