/**
 * Words and numbers of a text. Texts are brought to NFC first; apostrophes inside of a word and the English 's are
 * dropped, so that п'ять, п’ять and пʼять are one word and Ukraine's is Ukraine.
 */

export interface Token {
  /** As written, without apostrophes. */
  readonly text: string;
  /** In lower case; the Russian ё as е, as most print it. */
  readonly lower: string;
  readonly number: boolean;
  /** Whether its first letter is a capital. */
  readonly capital: boolean;
  /** Whether it consists of two capitals or more. */
  readonly acronym: boolean;
}

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu;
const APOSTROPHE = /(?<=\p{L})['’ʼ‘`´](?=\p{L})/gu;
const ENGLISH_S = /(?<=\p{L})['’ʼ]s(?!\p{L})/giu;
/** Spaces that set off thousands: 1 080, 30 000. */
const THOUSANDS = /(?<![\d.,])(\d{1,3})((?:[ \u00a0\u2009\u202f]\d{3})+)(?!\d)/g;
/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | null = null;

/** The words and numbers of a text in their order, at most `limit` of them. */
export function tokensOf(text: string, limit = Number.POSITIVE_INFINITY): Token[] {
  const clean = text
    .normalize('NFC')
    .replace(ENGLISH_S, '')
    .replace(APOSTROPHE, '')
    .replace(THOUSANDS, (_, head: string, rest: string) => head + rest.replace(/\D/g, ''));
  const tokens: Token[] = [];
  for (const [run] of clean.matchAll(WORD)) {
    if (tokens.length >= limit) break;
    tokens.push(...partsOf(run).map(tokenFrom));
  }
  return tokens.length > limit ? tokens.slice(0, limit) : tokens;
}

/** A run of letters as words: itself, but for scripts without spaces. */
function partsOf(run: string): string[] {
  if (!UNSPACED.test(run)) return [run];
  // The browser reads dictionaries for it, which takes 10 ms: most readers' news never need them.
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return Array.from(segmenter.segment(run)).flatMap(({ segment, isWordLike }) =>
    isWordLike === false ? [] : [segment],
  );
}

function tokenFrom(text: string): Token {
  const first = text.charAt(0);
  const lower = text.toLowerCase().replaceAll('ё', 'е');
  const number = first >= '0' && first <= '9';
  const capital = !number && first !== first.toLowerCase();
  return { text, lower, number, capital, acronym: capital && isAcronym(text) };
}

function isAcronym(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
}
