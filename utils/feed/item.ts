/** The last step of every adapter: one item of the model from the fields that a format gave. */
import type { ParsedItem } from '../model/parsed-feed.ts';
import { pageUrl } from '../text/url.ts';
import { imageInHtml } from './images.ts';
import { MAX_LINE_LENGTH } from './limits.ts';
import { absoluteLinks } from './links-in-html.ts';

/** Fields as a format gives them; addresses may be relative still. */
export interface RawItem extends Omit<ParsedItem, 'url'> {
  /** The article's address as written, or null. */
  readonly link: string | null;
  /** What `link` is relative to. */
  readonly linkBase: string;
  /** What addresses within the texts are relative to. */
  readonly base: string;
}

/**
 * Makes addresses absolute, finds a picture in the text where none is named, and lets the content stand in for a
 * missing summary, so that `summary` is null only where an item has no text at all. Null for an item in which the
 * document breaks off before it has a title and an address or identifier.
 */
export function finishItem(raw: RawItem, cut: boolean): ParsedItem | null {
  const { link, linkBase, base, ...fields } = raw;
  const url = link === null ? null : pageUrl(link, linkBase);
  const guid = fields.guid === null ? null : fields.guid.slice(0, MAX_LINE_LENGTH);
  if (cut && (fields.title === '' || (url === null && guid === null))) return null;
  const content = fields.content === null ? null : absoluteLinks(fields.content, base);
  const summary = fields.summary === null ? content : absoluteLinks(fields.summary, base);
  const image = fields.image ?? pictureIn([summary, content], base);
  return { ...fields, guid, url, content, summary, image };
}

function pictureIn(texts: readonly (string | null)[], base: string): string | null {
  for (const html of new Set(texts)) {
    const image = html === null ? null : imageInHtml(html, base);
    if (image !== null) return image;
  }
  return null;
}
