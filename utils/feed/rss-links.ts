/** Addresses in RSS: of the site, of an article, and identifiers that may be addresses. */
import { pageUrl, resolveUrl } from '../text/url.ts';
import { child, childrenOf, type XmlElement } from './xml-element.ts';

/** An address as written, and what it is relative to. */
export interface Link {
  readonly address: string;
  readonly base: string;
}

/** Hosts that put their own address in front of the publisher's, which feedburner:origLink then gives. */
const PROXY =
  /^https?:\/\/(?:feedproxy\.google\.com|feeds\.feedburner\.com|feedproxy\.feedburner\.com|rss\.feedsportal\.com)\//i;

const ABSOLUTE = /^https?:\/\/\S+$/i;

/** Address of the site as a channel writes it; empty where there is none. */
export function writtenSite(channel: XmlElement): string {
  return linkOf(channel)?.address ?? '';
}

/** Absolute address of the site that a channel is of, or null. */
export function siteOf(channel: XmlElement): string | null {
  const link = linkOf(channel);
  return link === null ? null : pageUrl(link.address, link.base);
}

/** The article's address: its link, in whatever form, else an identifier that is declared to be an address. */
export function articleLink(item: XmlElement): Link | null {
  const link = linkOf(item);
  const original = child(item, 'feedburner:origlink')?.text.trim() ?? '';
  if (original !== '' && (link === null || PROXY.test(link.address)))
    return { address: original, base: item.base };
  return link ?? permalink(item);
}

/** The identifier of an item as written, or null. */
export function guidOf(item: XmlElement): string | null {
  const written =
    textOf(item, 'guid') ||
    textOf(item, 'atom:id') ||
    (item.attributes['rdf:about'] ?? item.attributes.about ?? '').trim() ||
    textOf(item, 'dc:identifier') ||
    textOf(item, 'id');
  return written === '' ? null : written;
}

function linkOf(holder: XmlElement): Link | null {
  for (const element of childrenOf(holder, 'link')) {
    const address = element.text.trim() || (isAlternate(element) ? (element.attributes.href ?? '') : '');
    if (address !== '') return { address, base: element.base };
  }
  const named = childrenOf(holder, 'atom:link').find(
    (element) => isAlternate(element) && element.attributes.href,
  );
  if (named !== undefined) return { address: named.attributes.href ?? '', base: named.base };
  // CDF states addresses in attributes.
  const address = holder.attributes.href ?? '';
  return address === '' ? null : { address, base: holder.base };
}

function isAlternate({ attributes }: XmlElement): boolean {
  return (attributes.rel ?? 'alternate') === 'alternate';
}

/** A guid is an address by default, but many are none without saying so. */
function permalink(item: XmlElement): Link | null {
  const guid = child(item, 'guid');
  if (guid === undefined) return rdfLink(item);
  const address = guid.text.trim();
  const declared = (guid.attributes.ispermalink ?? '').trim().toLowerCase();
  if (address === '' || declared === 'false') return null;
  const isAddress = declared === 'true' ? resolveUrl(address, guid.base) !== null : ABSOLUTE.test(address);
  return isAddress ? { address, base: guid.base } : null;
}

/** In RDF an item is named by the address that it describes. */
function rdfLink(item: XmlElement): Link | null {
  const address = (item.attributes['rdf:about'] ?? item.attributes.about ?? '').trim();
  return ABSOLUTE.test(address) ? { address, base: item.base } : null;
}

function textOf(item: XmlElement, name: string): string {
  return child(item, name)?.text.trim() ?? '';
}
