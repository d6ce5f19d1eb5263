/** An element of a feed, and how adapters look into it. */

export interface XmlElement {
  /** As `Namespaces` resolves it: `title`, `media:content`. */
  readonly name: string;
  /** By the attributes' names as written, in lower case; values decoded. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data directly in the element, decoded once. */
  readonly text: string;
  /** HTML of an element that holds text and elements for people; null where it holds text alone. */
  readonly markup: string | null;
  /** Absolute address that relative ones in the element are resolved against. */
  readonly base: string;
  /** Language stated by the element itself, not inherited; null if none. */
  readonly language: string | null;
}

/**
 * Makes something of an item; null leaves it out.
 *
 * @param cut the document breaks off within the item; the element that was being read then is not part of it
 * @param root what was read so far of the root without its items
 */
export type ItemMapper<Item> = (item: XmlElement, cut: boolean, root: XmlElement) => Item | null;

/** The first child of that name, or undefined. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  for (const candidate of element.children) if (candidate.name === name) return candidate;
  return undefined;
}

/** All children of that name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name);
}

/** The first of several names that a child has, by the order of the names. */
export function firstChild(element: XmlElement, names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    const found = child(element, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
