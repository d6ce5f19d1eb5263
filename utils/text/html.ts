/**
 * Plain text from HTML, without a DOM: what a reader would read, block by block. Works on whatever publishers
 * write, in one pass; it does not make HTML safe, it leaves HTML behind.
 */
import { decodeHtmlEntities } from './entities.ts';
import { BLOCK_ELEMENTS, UNREAD_ELEMENTS } from './html-elements.ts';
import { oneLine } from './space.ts';
import { nextTag, type Tag } from './tags.ts';

/** Decides whether a tag is markup; where it says no, the tag's characters stay in the text. */
export type TagTest = (tag: Tag, html: string) => boolean;

/**
 * The text of a piece of HTML on one line.
 *
 * Entities are decoded exactly once, block boundaries become spaces (inline tags join: `1<b>0</b>` is '10'),
 * scripts, styles and comments are dropped. A '<' that opens no tag stays.
 *
 * @param html a fragment, well formed or not
 * @param maxChars stop reading once this much text is there; the result may be a little longer
 * @param isMarkup tells tags from text that looks like tags; by default every tag is markup
 */
export function plainText(html: string, maxChars = Number.POSITIVE_INFINITY, isMarkup?: TagTest): string {
  if (!html.includes('<')) return oneLine(decodeHtmlEntities(html));
  let text = '';
  let at = 0;
  while (text.length < maxChars) {
    const tag = nextTag(html, at);
    const textEnd = tag?.start ?? html.length;
    text += decodeHtmlEntities(html.slice(at, textEnd));
    if (tag === null) break;
    at = tag.end;
    if (isMarkup !== undefined && !isMarkup(tag, html))
      text += decodeHtmlEntities(html.slice(tag.start, tag.end));
    else if (UNREAD_ELEMENTS.has(tag.name) && !tag.closing) at = endOfUnread(html, tag);
    else if (BLOCK_ELEMENTS.has(tag.name)) text += ' ';
  }
  return oneLine(text);
}

/** The paragraphs of a piece of HTML as plain texts, in order; a fragment without blocks is one paragraph. */
export function paragraphs(html: string, maxChars = Number.POSITIVE_INFINITY): string[] {
  const found: string[] = [];
  let start = 0;
  let at = 0;
  let length = 0;
  const take = (end: number): void => {
    const text = plainText(html.slice(start, end), maxChars);
    if (text !== '') found.push(text);
    length += text.length;
  };
  while (length < maxChars) {
    const tag = nextTag(html, at);
    if (tag === null) {
      take(html.length);
      break;
    }
    at = UNREAD_ELEMENTS.has(tag.name) && !tag.closing ? endOfUnread(html, tag) : tag.end;
    if (!BLOCK_ELEMENTS.has(tag.name)) continue;
    take(tag.start);
    start = tag.start;
  }
  return found;
}

/** Where reading goes on behind an element whose content is not to be read; an unclosed one hides the rest. */
export function endOfUnread(html: string, tag: Tag): number {
  const close = new RegExp(`</${tag.name}[^>]*>`, 'gi');
  close.lastIndex = tag.end;
  return close.exec(html) === null ? html.length : close.lastIndex;
}
