/**
 * Words made alike for searching: lower case, without accents, and what Ukrainian and Russian write differently as one
 * letter, so that a word of the one finds it in the other and Latin letters lead to both.
 */

/** Letters that have no decomposition, or another one than is searched for. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n', ə: 'e' },
  ...{ ґ: 'г', ғ: 'г', ё: 'е', є: 'е', э: 'е', і: 'и', ї: 'и', й: 'и', ы: 'и', ј: 'и', ь: '', ъ: '' },
  ...{ ў: 'у', ү: 'у', ұ: 'у', қ: 'к', ң: 'н', ө: 'о', ә: 'а', һ: 'х' },
  ...{ љ: 'л', њ: 'н', ћ: 'ч', ђ: 'ж', џ: 'ж', ѕ: 'з', ς: 'σ' },
};

/** Accents and pointing that are often left out: of Latin, Greek and Cyrillic, of Hebrew, of Arabic. */
const POINTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const PLAIN = /^[a-z0-9]*$/;

const memory = new Map<string, string>();
const REMEMBERED = 4096;

/** A word as it is compared. May be empty, where it is made of marks alone. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  let folded = '';
  for (const letter of lower.normalize('NFKC').toLowerCase()) folded += foldLetter(letter);
  return folded;
}

function foldLetter(letter: string): string {
  const known = memory.get(letter);
  if (known !== undefined) return known;
  const folded =
    LETTERS[letter] ??
    Array.from(letter.normalize('NFD').replace(POINTS, ''), (part) => LETTERS[part] ?? part)
      .join('')
      .normalize('NFC');
  if (memory.size < REMEMBERED) memory.set(letter, folded);
  return folded;
}
