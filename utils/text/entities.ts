/** Character references of HTML, decoded once. */
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';

/**
 * Decodes the character references in a piece of HTML text, as a browser would (`&amp;lt;` gives `&lt;`).
 * A bare ampersand and unknown names stay as they are.
 */
export function decodeHtmlEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}

/**
 * Decodes the references in the value of an attribute, as a browser would: a name without its semicolon is none where
 * a letter, digit or '=' follows, so that `?a=1&copy=2` stays an address.
 */
export function decodeHtmlAttribute(value: string): string {
  return value.includes('&') ? decodeHTMLAttribute(value) : value;
}
