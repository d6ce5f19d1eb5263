/** The part of an article's first lines that shows why it was found. */
import type { SearchHighlight } from '../../utils/model/search.ts';

/** UTF-16 units before the first mark that are shown, at most: about one line. */
const BEFORE = 60;

export interface Excerpt {
  readonly words: string;
  readonly highlights: readonly SearchHighlight[];
}

/** The text from a word shortly before the first mark on, so that two lines of it show the mark. */
export function excerptOf(text: string, highlights: readonly SearchHighlight[]): Excerpt {
  const first = highlights[0]?.start ?? 0;
  if (first <= BEFORE) return { words: text, highlights };
  const wordStart = text.indexOf(' ', first - BEFORE) + 1;
  const start = wordStart > 0 && wordStart <= first ? wordStart : first;
  const shift = start - 1;
  return {
    words: `…${text.slice(start)}`,
    highlights: highlights.map((mark) => ({ start: mark.start - shift, end: mark.end - shift })),
  };
}
