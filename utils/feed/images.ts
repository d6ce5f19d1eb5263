/** The picture of an item: what the publisher names as such, else the first one in its text. */

import { decodeHtmlEntities } from '../text/entities.ts';
import { resolveUrl } from '../text/url.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** UTF-16 units of a text in which a picture is looked for. */
const SEARCHED = 20_000;

const IMAGE_TAG = /<img\s[^>]*>/gi;

/** Pictures that only count readers or decorate. */
const NO_PICTURE =
  /feedburner\.com|feedsportal\.com|\/(?:pixel|beacon|spacer|blank|1x1)\b|s\.w\.org\/images\/core\/emoji|gravatar\.com|doubleclick\.net|[?&]ga_?pixel/i;

const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|[?#])/i;

/** Elements that name a picture, the best first. */
const PICTURE_ELEMENTS: readonly string[] = [
  'media:content',
  'media:thumbnail',
  'enclosure',
  'link',
  'itunes:image',
  'image',
];

/** Absolute address of the picture that an RSS item or Atom entry names, or null; the widest of several ones. */
export function namedImage(item: XmlElement): string | null {
  const found: XmlElement[] = [];
  collectPictures(item, found);
  if (found.length === 0) return null;
  const width = ({ attributes }: XmlElement): number => Number(attributes.width) || 0;
  const rank = ({ name }: XmlElement): number => PICTURE_ELEMENTS.indexOf(name);
  return firstAddress(found.sort((a, b) => rank(a) - rank(b) || width(b) - width(a)));
}

/** Media RSS nests: thumbnails stand in contents, contents in groups. */
function collectPictures(holder: XmlElement, found: XmlElement[]): void {
  for (const element of holder.children) {
    if (element.name === 'media:group' || element.name === 'media:content') collectPictures(element, found);
    if (PICTURE_ELEMENTS.includes(element.name) && namesPicture(element)) found.push(element);
  }
}

function namesPicture(element: XmlElement): boolean {
  if (element.name === 'link') return element.attributes.rel === 'enclosure' && isImage(element);
  return element.name === 'media:content' || element.name === 'enclosure' ? isImage(element) : true;
}

/** Absolute address of the first picture in a piece of HTML, or null. */
export function imageInHtml(html: string, base: string): string | null {
  // Most texts have none, which a plain search tells sooner than the pattern.
  if (!/<img/i.test(html)) return null;
  for (const [tag] of html.slice(0, SEARCHED).matchAll(IMAGE_TAG)) {
    const source = sourceOf(tag);
    const url = source === null ? null : resolveUrl(source, base);
    if (url !== null && !NO_PICTURE.test(url)) return url;
  }
  return null;
}

function isImage({ attributes }: XmlElement): boolean {
  const { type = '', medium = '' } = attributes;
  if (medium !== '') return medium === 'image';
  if (type !== '') return type.startsWith('image/');
  return IMAGE_FILE.test(attributes.url ?? attributes.href ?? '');
}

function firstAddress(candidates: readonly XmlElement[]): string | null {
  for (const element of candidates) {
    const written =
      element.attributes.url ??
      element.attributes.href ??
      childrenOf(element, 'url')[0]?.text ??
      element.text;
    const url = resolveUrl(written, element.base);
    if (url !== null) return url;
  }
  return null;
}

/** The address in an img tag, of which lazy loaders keep the real one apart; null for one of a pixel. */
function sourceOf(tag: string): string | null {
  if (/\s(?:width|height)\s*=\s*["']?[01](?:px)?["'\s/>]/i.test(tag)) return null;
  const lazy = attributeOf(tag, /\sdata-(?:lazy-)?src\s*=\s*(?:"([^"]*)"|'([^']*)')/i);
  return lazy ?? attributeOf(tag, /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i);
}

function attributeOf(tag: string, pattern: RegExp): string | null {
  const match = pattern.exec(tag);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? null : decodeHtmlEntities(value);
}
