/** Writes elements that stand in the text of an item as HTML: XHTML in Atom, bare tags in RSS. */
import { escapeHtml } from '../text/escape.ts';
import { VOID_ELEMENTS } from '../text/html-elements.ts';
import { localName } from './prolog.ts';
import type { XmlElement } from './xml-element.ts';

/** Vocabularies that HTML knows without a prefix. */
const HTML_VOCABULARIES: ReadonlySet<string> = new Set(['xhtml', 'svg', 'mathml']);

/** Fed with what stands within one element; `html` is what was written so far. */
export class MarkupWriter {
  html = '';
  readonly #isHtml: boolean;
  readonly #textIsText: boolean;
  readonly #isXhtml: boolean;
  /** Names of the open elements; empty where no closing tag is to be written. */
  readonly #open: string[] = [];

  /** @param textIsText whether character data is text where the element does not say so itself */
  constructor(holder: XmlElement, textIsText: boolean) {
    const type = holder.attributes.type ?? '';
    this.#isXhtml = type === 'xhtml' || type.endsWith('xml');
    this.#isHtml = !this.#isXhtml && type.endsWith('html');
    this.#textIsText = this.#isXhtml || holder.name.startsWith('xhtml:') || textIsText;
    this.text(holder.text);
  }

  /** Beside elements text may be HTML still, as RSS has it; within them it is text unless the type says otherwise. */
  text(text: string): void {
    const isText = !this.#isHtml && (this.#textIsText || this.#open.length > 0);
    this.html += isText ? escapeHtml(text) : text;
  }

  /** @param tag the name as written */
  open(name: string, tag: string, attributes: Readonly<Record<string, string>>): void {
    const vocabulary = name.slice(0, Math.max(0, name.indexOf(':')));
    const written = HTML_VOCABULARIES.has(vocabulary) ? localName(tag) : tag;
    if (this.#isXhtml && written === 'div' && this.#open.length === 0 && this.html.trim() === '') {
      // Atom wraps XHTML in a div that is not part of the content.
      this.#open.push('');
      return;
    }
    this.html += `<${written}${attributeText(attributes)}>`;
    this.#open.push(VOID_ELEMENTS.has(written) ? '' : written);
  }

  close(): void {
    const name = this.#open.pop();
    if (name !== undefined && name !== '') this.html += `</${name}>`;
  }
}

function attributeText(attributes: Readonly<Record<string, string>>): string {
  let text = '';
  for (const key in attributes) {
    if (!key.startsWith('xmlns') && key !== 'xml:base')
      text += ` ${key}="${escapeHtml(attributes[key] ?? '')}"`;
  }
  return text;
}
