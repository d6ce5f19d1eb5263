/** The few words of an article's text that a list shows under its headline. */

import { fold } from './fold.ts';
import { paragraphs } from './html.ts';
import { PROMOTION_STARTS } from './promotion.ts';

/** A paragraph that stands in this share of a source's items belongs to the source, not to the articles. */
const RECURRING_SHARE = 0.3;
/** Fewer items say nothing about what recurs. */
const RECURRING_ITEMS = 4;
/** Text read per item for finding what recurs. */
const RECURRING_READ = 4_000;
/** A paragraph this much longer than the headline it begins with says more than the headline. */
const REPEAT_SLACK = 3;

/** How much of a sentence is looked at for telling whether it is promotion. */
const PROMOTION_READ = 400;

/** UTF-16 units of a word that is not cut inside. */
const LONGEST_WORD = 40;

/** Where a sentence ends and the next may begin. */
const SENTENCE_BREAK = /[.!?…]["'»”)]*\s+|\s[|•–—]\s|\n/g;

/** What publishers put for 'there is more': dots in brackets, arrows. */
const MORE_MARK = /\s*(?:\[(?:…|\.{3}|&hellip;)\]|\((?:…|\.{3})\)|→|\.{4,})\s*$/;

/**
 * A text for a list row: plain, without the headline's repetition, without promotion, cut at a word.
 *
 * @param html summary or content of an item
 * @param title headline of the item, plain text
 * @param maxChars upper bound of the length, the closing '…' included
 * @param recurring paragraphs to leave out, from `recurringParagraphs`
 */
export function snippet(
  html: string,
  title: string,
  maxChars: number,
  recurring: ReadonlySet<string> = new Set(),
): string {
  // Twice the length leaves room for what is dropped at the front.
  const kept = paragraphs(html, maxChars * 2 + title.length)
    .filter((text) => recurring.size === 0 || !recurring.has(fold(text)))
    .map((text) => withoutPromotion(withoutTitle(text, title)))
    .filter((text) => text !== '');
  return cutAtWord(kept.join(' ').replace(MORE_MARK, '…'), maxChars);
}

/**
 * Paragraphs that recur across the items of one source (calls for support, signatures), folded as `snippet` wants
 * them.
 *
 * @param htmls summaries or contents of the items of one document
 */
export function recurringParagraphs(htmls: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  if (htmls.length < RECURRING_ITEMS) return new Set();
  for (const html of htmls) {
    for (const text of new Set(paragraphs(html, RECURRING_READ).map(fold))) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const least = Math.max(3, htmls.length * RECURRING_SHARE);
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text));
}

/** Cuts a text to at most `maxChars` UTF-16 units, at the end of a word and with '…' where something is lost. */
export function cutAtWord(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const room = text.slice(0, Math.max(0, maxChars - 1));
  const space = /\s/.test(text.charAt(room.length)) ? room.length : room.lastIndexOf(' ');
  // Longer words, as in languages without spaces, are cut inside, though in no character.
  const end = space > 0 && room.length - space <= LONGEST_WORD ? space : room.length;
  return `${room
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s,;:–—-]+$/, '')}…`;
}

function withoutTitle(text: string, title: string): string {
  const folded = fold(title);
  // Signs between the words may make its repetition longer than the headline.
  const start = fold(text.slice(0, title.length * 2));
  if (folded === '' || !`${start} `.startsWith(`${folded} `)) return text;
  if (text.length <= title.length + REPEAT_SLACK) return '';
  if (!text.toLowerCase().startsWith(title.toLowerCase())) return text;
  // 'Headline. First sentence' loses the headline; 'Headline words go on' is a sentence of its own.
  const rest = /^\s*[.:!?–—|-]+\s+(.*)$/s.exec(text.slice(title.length));
  return rest?.[1] ?? text;
}

/** The paragraph up to the first sentence that is promotion; empty if that is the first one. */
function withoutPromotion(text: string): string {
  if (isPromotion(text)) return '';
  for (const match of text.matchAll(SENTENCE_BREAK)) {
    const behind = match.index + match[0].length;
    if (isPromotion(text.slice(behind, behind + PROMOTION_READ)))
      return text.slice(0, behind).replace(/[\s|•–—]+$/, '');
  }
  return text;
}

function isPromotion(text: string): boolean {
  const start = text
    .slice(0, PROMOTION_READ)
    .toLowerCase()
    .replace(/[’ʼ`]/g, "'")
    .replace(/^[^\p{L}]+/u, '');
  if (!PROMOTION_STARTS.some((words) => start.startsWith(words))) return false;
  return !start.startsWith('the post ') || /\b(?:appeared first|first appeared)\b/.test(start);
}
