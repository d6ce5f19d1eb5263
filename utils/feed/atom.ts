/** Atom 1.0 (RFC 4287) and 0.3. Unlike RSS it says of each text whether it is HTML. */
import type { ParsedFeed, ParsedItem } from '../model/parsed-feed.ts';
import { feedBase, pageUrl } from '../text/url.ts';
import { atomCategories } from './categories.ts';
import { datesOf } from './dates.ts';
import { feedExtras, itemExtras } from './extras.ts';
import type { FeedSource } from './format.ts';
import { ATOM_GRAMMAR } from './grammar.ts';
import { namedImage } from './images.ts';
import { finishItem } from './item.ts';
import { languageTag } from './language.ts';
import { paceOf } from './pace.ts';
import { atomAuthor } from './people.ts';
import { atomHtml, atomLine } from './text-fields.ts';
import { readXml } from './xml.ts';
import { child, childrenOf, firstChild, type XmlElement } from './xml-element.ts';

/** Reads Atom. */
export function readAtom({ text, prolog, url }: FeedSource): ParsedFeed {
  let siteBase: string | null = null;
  const { root, items, complete } = readXml(text, prolog, ATOM_GRAMMAR, url, (entry, cut, feed) => {
    siteBase ??= feedBase(url, alternateLink(feed)?.attributes.href ?? '');
    return atomEntry(entry, cut, feed, url, siteBase);
  });
  const site = alternateLink(root);
  return {
    format: 'atom',
    title: atomLine(child(root, 'title')),
    siteUrl: site === undefined ? null : pageUrl(site.attributes.href ?? '', site.base),
    description: atomLine(firstChild(root, ['subtitle', 'tagline', 'info'])),
    language: languageTag(root.language ?? firstChild(root, ['language', 'dc:language'])?.text),
    items,
    pace: paceOf(root),
    complete,
    ...feedExtras(root),
  };
}

function atomEntry(
  entry: XmlElement,
  cut: boolean,
  feed: XmlElement,
  url: string,
  siteBase: string,
): ParsedItem | null {
  const stated = (base: string): string => (base === url ? siteBase : base);
  const link = alternateLink(entry) ?? contentElsewhere(entry);
  const texts = ['summary', 'media:description'].map((name) => atomHtml(child(entry, name)));
  const group = child(entry, 'media:group');
  const content = child(entry, 'content');
  const guid = child(entry, 'id')?.text.trim() || null;
  return finishItem(
    {
      guid,
      link: link?.attributes.href ?? link?.attributes.src ?? addressIn(guid),
      linkBase: stated(link?.base ?? entry.base),
      base: stated(content?.base ?? entry.base),
      title: atomLine(firstChild(entry, ['title', 'media:title', 'dc:title'])),
      summary:
        texts.find((text) => text !== null) ?? (group && atomHtml(child(group, 'media:description'))) ?? null,
      content: atomHtml(content),
      author: atomAuthor(entry, feed),
      ...datesOf(entry),
      image: namedImage(entry),
      categories: atomCategories(entry),
      language: languageTag(entry.language ?? content?.language),
      ...itemExtras(entry),
    },
    cut,
  );
}

/** The link to the page itself: of several ones an HTML one. */
function alternateLink(holder: XmlElement): XmlElement | undefined {
  const links = childrenOf(holder, 'link').filter(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate' && attributes.href,
  );
  return links.find(({ attributes }) => /html/.test(attributes.type ?? 'text/html')) ?? links[0];
}

/** Content that the entry only points to. */
function contentElsewhere(entry: XmlElement): XmlElement | undefined {
  const content = child(entry, 'content');
  return content?.attributes.src ? content : undefined;
}

/** Entries without a link often have its address as their identifier. */
function addressIn(id: string | null): string | null {
  return id !== null && /^https?:\/\//i.test(id) ? id : null;
}
