/** Descriptions in the list under the address bar: XML with three tags in Chrome, plain text in Firefox. */
import type { SearchHighlight } from '../model/search.ts';
import { escapeHtml } from './escape.ts';
import { piecesOf } from './pieces.ts';

export type SuggestionMarkup = 'xml' | 'plain';

/** UTF-16 units of a headline that fit a line with room to spare. */
const MOST_OF_TITLE = 200;

/** What XML has no way to write, and what turns the direction of the text around it. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu;

interface Described {
  readonly title: string;
  readonly highlights: readonly SearchHighlight[];
  /** Name of the source. */
  readonly source: string;
}

/** An article in a line: its headline, what was searched for marked where the browser can, and its source. */
export function describeArticle({ title, highlights, source }: Described, markup: SuggestionMarkup): string {
  const shown = title.slice(0, MOST_OF_TITLE);
  const ending = title.length > MOST_OF_TITLE ? '…' : '';
  if (markup === 'plain') return `${writable(shown)}${ending} — ${writable(source)}`;
  const words = piecesOf(shown, highlights).map(({ words, isMarked }) =>
    isMarked ? `<match>${xml(words)}</match>` : xml(words),
  );
  return `${words.join('')}${ending}<dim> — ${xml(source)}</dim>`;
}

/** A sentence that stands as it is. */
export function describeText(text: string, markup: SuggestionMarkup): string {
  return markup === 'plain' ? writable(text) : xml(text);
}

/** HTML's references for what is markup are XML's as well. */
function xml(text: string): string {
  return escapeHtml(writable(text));
}

/** The text on one line, without what cannot be written. */
function writable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(UNWRITABLE, '');
}
