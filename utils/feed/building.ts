/** Elements while they are built, and what is open at one place of a document. */
import { resolveUrl } from '../text/url.ts';
import type { MarkupWriter } from './markup-writer.ts';
import type { Namespaces } from './namespaces.ts';
import type { XmlElement } from './xml-element.ts';

export type Attributes = Record<string, string>;

export interface Building extends XmlElement {
  readonly children: Building[];
  text: string;
  markup: string | null;
}

/** An element that is open. */
export interface Open {
  /** The tag's name as written, lower case. */
  readonly tag: string;
  readonly element: Building;
  readonly namespaces: Namespaces;
  /** Set on a text element once there are elements in it, and on these. */
  writer: MarkupWriter | null;
  /** An element that lives on in the markup of a text element alone; `element` is the text element then. */
  readonly inMarkup: boolean;
}

/** An element without content. xml:base adds up from the outside in. */
export function newElement(name: string, attributes: Attributes, outerBase: string): Building {
  const base = attributes['xml:base'];
  return {
    name,
    attributes,
    children: [],
    text: '',
    markup: null,
    base: base === undefined ? outerBase : (resolveUrl(base, outerBase) ?? outerBase),
    language: attributes['xml:lang'] ?? null,
  };
}

/** Whether an item states nothing. CDF states everything in attributes, all other formats in elements. */
export function statesNothing({ children, attributes }: XmlElement): boolean {
  return children.length === 0 && Object.keys(attributes).length === 0;
}
