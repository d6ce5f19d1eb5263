/**
 * How a folded word sounds, roughly, in one spelling for both alphabets: Зеленський and Zelenskyy are `zelenski`, Харків
 * and Kharkiv `harkiv`. Only for comparing.
 */

const CYRILLIC: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'h',
    д: 'd',
    е: 'e',
    ж: 'Z',
    з: 'z',
    и: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
  },
  ...{ о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'C', ш: 'S', щ: 'S' },
  ...{ ю: 'iu', я: 'ia' },
};

/** Spellings of Latin words, the longest first. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ shch: 'S', tsch: 'C', dzh: 'dZ', tch: 'C', sch: 'S', sh: 'S', zh: 'Z', ts: 'c', tz: 'c', ch: 'C' },
  ...{ kh: 'h', gh: 'h', ph: 'f', th: 't', ck: 'k', c: 'k', q: 'k', x: 'ks', w: 'v', g: 'h', j: 'i', y: 'i' },
};
const SPELLINGS = /shch|tsch|dzh|tch|sch|sh|zh|ts|tz|ch|kh|gh|ph|th|ck|[cqxwgjy]/g;

/** The sound of a folded word; letters of other alphabets stay as they are. */
export function soundOf(word: string): string {
  let sound = '';
  for (const letter of word) sound += CYRILLIC[letter] ?? letter;
  if (sound === word) sound = word.replace(SPELLINGS, (letters) => LATIN[letters] ?? letters);
  return sound.replace(/(.)\1+/gu, '$1').replace(/i([aeou])/g, '$1');
}

/** A sound without the vowels it ends in, which the forms of a word do not share. */
export function soundStem(word: string): string {
  return soundOf(word).replace(/[aeiou]+$/, '');
}
