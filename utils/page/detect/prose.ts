/** The running text of a page: its paragraphs where most of them lie together. */

export interface Prose {
  /** Of all paragraphs that belong together. */
  readonly text: string;
  /** How many these are. */
  readonly count: number;
  /** Where they lie; null where there are none. */
  readonly place: Element | null;
}

/** Paragraphs that are looked at; a page may have a million. */
const MOST = 300;
/** Characters that make a paragraph one, and of it at most so many in links. */
const SHORT = 60;
const LINKED = 0.4;
/** Nothing is taken from here: what is no text of the article, and whatever the reader may have typed. */
const APART = 'form,nav,aside,footer,dialog,[contenteditable],[hidden],#comments,[class*=comment-],.comment';

/** The prose of a page: the paragraphs of the one place that has most of them. */
export function prose(doc: Document): Prose {
  const places = new Map<Element | null | undefined, string[]>();
  const all = doc.getElementsByTagName('p');
  for (let at = 0; at < MOST; at += 1) {
    const tag = all[at];
    if (!tag) break;
    const text = clean(tag.textContent);
    let linked = 0;
    for (const link of tag.getElementsByTagName('a')) linked += clean(link.textContent).length;
    if (
      text.length < SHORT ||
      linked > text.length * LINKED ||
      tag.closest(APART) ||
      tag.querySelector('input,textarea')
    )
      continue;
    const parent = tag.parentElement;
    for (const place of [parent, parent?.parentElement])
      places.set(place, [...(places.get(place) ?? []), text]);
  }
  let best: Prose = { text: '', count: 0, place: null };
  for (const [place, texts] of places) {
    const text = texts.join('\n');
    if (text.length > best.text.length * 1.2) best = { text, count: texts.length, place: place ?? null };
  }
  return best;
}

/** A text with its white space folded. */
export function clean(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
