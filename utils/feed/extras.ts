/** What few feeds state: comment counts, whom a picture is owed to, where a publisher asks for support. */
import type { ParsedFeed, ParsedItem } from '../model/parsed-feed.ts';
import { resolveUrl } from '../text/url.ts';
import { rssLine } from './text-fields.ts';
import { child, childrenOf, type XmlElement } from './xml-element.ts';

/** The comment count and picture credit of an item, each only where it is stated. */
export function itemExtras(item: XmlElement): Pick<ParsedItem, 'comments' | 'imageCredit'> {
  const comments = commentCount(item);
  const imageCredit = pictureCredit(item);
  return {
    ...(comments === null ? {} : { comments }),
    ...(imageCredit === '' ? {} : { imageCredit }),
  };
}

/** The support address of a channel or Atom feed, only where it is stated. */
export function feedExtras(channel: XmlElement): Pick<ParsedFeed, 'supportUrl'> {
  const payment = [...childrenOf(channel, 'atom:link'), ...childrenOf(channel, 'link')].find(
    ({ attributes }) => attributes.rel === 'payment',
  );
  const funding = child(channel, 'podcast:funding');
  const written = payment?.attributes.href ?? funding?.attributes.url ?? '';
  const supportUrl = resolveUrl(written, channel.base);
  return supportUrl === null ? {} : { supportUrl };
}

function commentCount(item: XmlElement): number | null {
  const replies = childrenOf(item, 'link').find(({ attributes }) => attributes.rel === 'replies');
  const written =
    child(item, 'slash:comments')?.text ??
    child(item, 'thr:total')?.text ??
    replies?.attributes['thr:count'] ??
    '';
  return /^\s*\d{1,9}\s*$/.test(written) ? Number(written) : null;
}

/** A credit stands beside the picture, in it, or in the group of its sizes; authors are no picture credits. */
function pictureCredit(item: XmlElement): string {
  const groups = childrenOf(item, 'media:group');
  const holders = [
    item,
    ...groups,
    ...[item, ...groups].flatMap((holder) => childrenOf(holder, 'media:content')),
  ];
  const credits = holders.flatMap((holder) => childrenOf(holder, 'media:credit'));
  return rssLine(credits.find(({ attributes }) => (attributes.role ?? 'photographer') !== 'author'));
}
