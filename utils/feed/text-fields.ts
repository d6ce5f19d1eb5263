/**
 * Texts of items, from the ways in which the formats write them. XML is decoded already; HTML is decoded once more
 * only where the format says that there is HTML: in RSS always, in Atom where the element's type says so.
 */
import { escapeHtml } from '../text/escape.ts';
import { plainText } from '../text/html.ts';
import { oneLine } from '../text/space.ts';
import { titleText } from '../text/title.ts';
import { MAX_LINE_LENGTH } from './limits.ts';
import type { XmlElement } from './xml-element.ts';

/** Tags that nobody writes about in a text that has no type. */
const HTML_WITHOUT_TYPE = /<\/(?:p|div|a|li|h[1-6]|td|figure|blockquote)>|<(?:br|img)[\s/>]/i;

const CDATA = /<!\[CDATA\[|\]\]>/g;

/** HTML of an RSS element, or null where it is empty. */
export function rssHtml(element: XmlElement | undefined): string | null {
  return element === undefined ? null : orNull(element.markup ?? element.text);
}

/** One line of plain text from an RSS element; empty where there is none. */
export function rssLine(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  // Tags that are tags of the document are markup, whatever they are called; escaped ones may be part of the words.
  if (element.markup !== null) return plainText(limited(element.markup));
  return titleText(limited(element.text));
}

/** HTML of an Atom text construct, or null where it is empty. Bodies that are plainly HTML need no type to say so. */
export function atomHtml(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  const { kind, value } = readConstruct(element);
  const isHtml = kind === 'html' || (element.attributes.type === undefined && HTML_WITHOUT_TYPE.test(value));
  return orNull(isHtml ? value : escapeHtml(value));
}

/** One line of plain text from an Atom text construct; empty where there is none. */
export function atomLine(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const { kind, value } = readConstruct(element);
  return kind === 'html' ? plainText(limited(value)) : oneLine(limited(value));
}

interface Construct {
  readonly kind: 'html' | 'text';
  readonly value: string;
}

/** The type attribute of Atom 1.0 and RFC 4287 §3.1, with the mode attribute of Atom 0.3. */
function readConstruct(element: XmlElement): Construct {
  const type = (element.attributes.type ?? '').trim().toLowerCase();
  const mode = element.attributes.mode ?? '';
  if (mode === 'base64' || isBinary(type)) return { kind: 'html', value: fromBase64(element.text) };
  if (element.markup !== null) return { kind: 'html', value: element.markup };
  const text = unwrapped(element.text);
  if (type === 'html' || type === 'text/html') return { kind: 'html', value: text };
  // XHTML without a single element is text that was escaped for XML alone.
  return { kind: 'text', value: text };
}

/** Media types that Atom has encoded as Base64: everything but text and XML. */
function isBinary(type: string): boolean {
  return type.includes('/') && !type.startsWith('text/') && !/[/+]xml$/.test(type);
}

function fromBase64(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s+/g, '')), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return text;
  }
}

/** Some publishers escape the marks of a CDATA section, or nest one in another: its content is what they mean. */
function unwrapped(text: string): string {
  return text.includes('![CDATA[') ? text.replace(CDATA, '') : text;
}

function limited(text: string): string {
  return unwrapped(text.length > MAX_LINE_LENGTH ? text.slice(0, MAX_LINE_LENGTH) : text);
}

function orNull(html: string): string | null {
  const trimmed = html.trim();
  return (trimmed.startsWith('<![CDATA[') ? unwrapped(trimmed).trim() : trimmed) || null;
}
