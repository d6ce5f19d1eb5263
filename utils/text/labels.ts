/**
 * Labels of headlines: marks such as '(VIDEO)' say nothing about the news itself. They are shown as labels and kept
 * out of comparing; the headline as it is stored stays as it was written.
 */
import { LABELS, type Label } from '../model/label.ts';
import { MARK_WORDS, OPINION_SECTIONS } from './label-words.ts';

export interface Labelled {
  /** The headline without its marks. */
  readonly title: string;
  /** Each at most once, in the order of `LABELS`. */
  readonly labels: readonly Label[];
}

const LABEL_BY_WORD: ReadonlyMap<string, Label> = new Map(
  LABELS.flatMap((label) => MARK_WORDS[label].map((word) => [word, label] as const)),
);

const SEPARATOR = '(?:\\s*[,+/&|]\\s*|\\s+(?:and|і|та|и)\\s+)';

/** A pattern for one mark or several ones in a row, the longest words first. */
function marksOf(words: readonly string[]): string {
  const any = words.toSorted((a, b) => b.length - a.length).join('|');
  return `(?:${any})(?:${SEPARATOR}(?:${any}))*`;
}

const MARKS = marksOf([...LABEL_BY_WORD.keys()]);
const CAPITALS = marksOf([...LABEL_BY_WORD.keys()].map((word) => word.toUpperCase()));

/** In brackets or set off by a colon or line: 'LIVE: …', '[Updated] …', 'Video | …'. */
const LEADING = new RegExp(
  `^(?:[\\[(]\\s*(${MARKS})\\s*[\\])]\\s*[:.|–—-]?|(${MARKS})\\s*[:|–—])\\s*(?=\\S)`,
  'iu',
);

/** In brackets or behind a full stop, line or plus: '… (VIDEO)', '…. Фото', '… + відео'. */
const TRAILING = new RegExp(
  `\\s*(?:[\\[(]\\s*(${MARKS})\\s*[\\])]|(?:(?<=[.!?])|\\s[|–—+/-])\\s+(${MARKS}))\\s*[.!]?$`,
  'iu',
);

/** In capitals a mark needs no sign in front of it: '… ФОТО'. */
const TRAILING_CAPITALS = new RegExp(`(?<=[\\p{Ll}\\d"»”')])[,.:]?\\s+(${CAPITALS})\\s*[.!]?$`, 'u');

/** Takes the marks off a headline and adds what its categories say. A headline of marks alone stays as it is. */
export function labelled(title: string, categories: readonly string[] = []): Labelled {
  const found = new Set<Label>();
  let rest = title;
  for (let mark = markIn(rest); mark !== null; mark = markIn(rest)) {
    for (const label of mark.labels) found.add(label);
    rest = mark.rest;
  }
  if (categories.some((category) => OPINION_SECTIONS.has(category.trim().toLowerCase())))
    found.add('opinion');
  return { title: rest, labels: LABELS.filter((label) => found.has(label)) };
}

function markIn(title: string): { labels: Label[]; rest: string } | null {
  for (const pattern of [LEADING, TRAILING, TRAILING_CAPITALS]) {
    const match = pattern.exec(title);
    if (match === null) continue;
    const rest = (title.slice(0, match.index) + title.slice(match.index + match[0].length)).trim();
    if (rest === '') return null;
    return { labels: labelsIn(match[1] ?? match[2] ?? ''), rest };
  }
  return null;
}

function labelsIn(marks: string): Label[] {
  const whole = LABEL_BY_WORD.get(marks.trim().toLowerCase());
  if (whole !== undefined) return [whole];
  const words = marks.toLowerCase().split(new RegExp(SEPARATOR, 'u'));
  return words.map((word) => LABEL_BY_WORD.get(word.trim())).filter((label) => label !== undefined);
}
