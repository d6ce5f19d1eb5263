/** Character references of HTML, decoded once. */
import { decodeHTML } from 'entities/decode';

/**
 * Decodes the character references in a piece of HTML text, as a browser would (`&amp;lt;` gives `&lt;`).
 * A bare ampersand and unknown names stay as they are.
 */
export function decodeHtmlEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}
