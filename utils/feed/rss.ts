/**
 * RSS 0.91 to 2.0 in all its dialects, RSS 0.90 and 1.0 (RDF), and CDF, from which RSS grew. Nobody ever agreed on
 * what a title may hold or who an author is, so most fields have several places to look for them.
 */
import type { FeedFormat, ParsedFeed } from '../model/parsed-feed.ts';
import { feedBase } from '../text/url.ts';
import { feedExtras } from './extras.ts';
import type { FeedSource } from './format.ts';
import { RSS_GRAMMAR } from './grammar.ts';
import { languageTag } from './language.ts';
import { paceOf } from './pace.ts';
import { lineOf, rssItem } from './rss-item.ts';
import { siteOf, writtenSite } from './rss-links.ts';
import { readXml } from './xml.ts';
import { child, firstChild, type XmlElement } from './xml-element.ts';

const TITLES: readonly string[] = ['title', 'dc:title', 'atom:title', 'itunes:title'];
const DESCRIPTIONS: readonly string[] = [
  'description',
  'dc:description',
  'abstract',
  'atom:subtitle',
  'itunes:summary',
];

/** Reads RSS and CDF. */
export function readRss(source: FeedSource): ParsedFeed {
  return readChannel('rss', source);
}

/** Reads RSS 0.90 and 1.0, whose items stand beside the channel. */
export function readRdf(source: FeedSource): ParsedFeed {
  return readChannel('rdf', source);
}

function readChannel(format: FeedFormat, { text, prolog, url }: FeedSource): ParsedFeed {
  let siteBase: string | null = null;
  const { root, items, complete } = readXml(text, prolog, RSS_GRAMMAR, url, (item, cut, head) => {
    // The channel's link stands in front of its items; one that follows them helps nobody.
    siteBase ??= feedBase(url, writtenSite(channelOf(head)));
    return rssItem(item, cut, url, siteBase);
  });
  const channel = channelOf(root);
  return {
    format,
    title: lineOf(channel, TITLES),
    siteUrl: siteOf(channel),
    description: lineOf(channel, DESCRIPTIONS),
    language:
      languageTag(firstChild(channel, ['language', 'dc:language'])?.text) ??
      languageTag(channel.language ?? root.language),
    items,
    pace: paceOf(channel),
    complete,
    ...feedExtras(channel),
  };
}

/** In CDF, and in documents that leave it out, the root is the channel. */
function channelOf(root: XmlElement): XmlElement {
  return child(root, 'channel') ?? root;
}
