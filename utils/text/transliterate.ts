/** Between the Cyrillic and the Latin alphabet, for comparing only: what a reader sees is never transliterated. */

const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ў: 'u',
  ј: 'i',
  љ: 'l',
  њ: 'n',
  ћ: 'ch',
};

/** A lower-case text in Latin letters without accents; the Russian г becomes g, the Ukrainian h. */
export function toLatin(text: string, language: string): string {
  let latin = '';
  for (const letter of text) {
    if (letter === 'г' && language !== 'uk') latin += 'g';
    else latin += LATIN[letter] ?? letter;
  }
  return latin.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** Longest first. */
const CYRILLIC: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['tc', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['iu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ia', 'я'],
  ['ja', 'я'],
  ['yo', 'е'],
  ['ye', 'е'],
  ['iy', 'ий'],
  ['yi', 'ый'],
  ['yy', 'ый'],
  ['a', 'а'],
  ['b', 'б'],
  ['c', 'ц'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'х'],
  ['i', 'и'],
  ['j', 'й'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['q', 'к'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['v', 'в'],
  ['w', 'в'],
  ['x', 'кс'],
  ['y', 'ы'],
  ['z', 'з'],
];

const LETTERS = new Map(CYRILLIC);
const PIECES = new RegExp(CYRILLIC.map(([latin]) => latin).join('|'), 'g');

/** Russian or Ukrainian words from an address ('na vyborah v parlament') in Cyrillic again, near enough to be stemmed. */
export function toCyrillic(text: string): string {
  return text.replace(PIECES, (piece) => LETTERS.get(piece) ?? piece);
}
