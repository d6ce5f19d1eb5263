/** Headlines in formats that do not say whether a title is HTML or text. */

import { plainText } from './html.ts';
import { INLINE_ELEMENTS, isHtmlElement, VOID_ELEMENTS } from './html-elements.ts';

const OPENED = /<([a-z][a-z0-9:-]*)/gi;
const CLOSED = /<\/([a-z][a-z0-9:-]*)/gi;

/**
 * Plain text of a headline that may be HTML. Publishers write both 'The <i>Titanic</i>' and 'How to use <div>'
 * (already decoded from XML here), so a tag counts as markup only where it can be nothing else: an element used
 * inside of headlines, a void one, or a known one that is opened and closed. Other tags stay as characters.
 */
export function titleText(html: string): string {
  if (!html.includes('<')) return plainText(html);
  const opened = namesIn(html, OPENED);
  const closed = namesIn(html, CLOSED);
  return plainText(html, Number.POSITIVE_INFINITY, ({ name }) => {
    if (name === '!' || name === '?') return true;
    if (INLINE_ELEMENTS.has(name) || VOID_ELEMENTS.has(name)) return true;
    return isHtmlElement(name) && opened.has(name) && closed.has(name);
  });
}

function namesIn(html: string, pattern: RegExp): Set<string> {
  return new Set(Array.from(html.matchAll(pattern), (match) => (match[1] ?? '').toLowerCase()));
}
