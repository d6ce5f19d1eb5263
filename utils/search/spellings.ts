/**
 * How a folded word may begin in the other alphabet: the few beginnings under which candidates are looked for, which are
 * then compared by their sound. The likeliest first.
 */

type Table = readonly (readonly [letters: string, ...spelled: string[]])[];

/** The longest first. */
const TO_CYRILLIC: Table = [
  ['shch', 'щ'],
  ['dzh', 'дж'],
  ['sch', 'ш', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['gh', 'г'],
  ['ts', 'ц'],
  ['tz', 'ц'],
  ['ch', 'ч', 'х'],
  ['sh', 'ш'],
  ['ph', 'ф'],
  ['th', 'т'],
  ['yu', 'ю'],
  ['iu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ia', 'я'],
  ['ja', 'я'],
  ['ye', 'е'],
  ['ie', 'е', 'ие'],
  ['je', 'е'],
  ['yi', 'и', 'ии'],
  ['oo', 'у'],
  ['a', 'а'],
  ['b', 'б'],
  ['c', 'к', 'ц', 'с'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г', 'ж'],
  ['h', 'г', 'х'],
  ['i', 'и', 'аи'],
  ['j', 'дж', 'и', 'ж'],
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
  ['u', 'у', 'а', 'ю'],
  ['v', 'в'],
  ['w', 'в', 'у'],
  ['x', 'кс', 'х'],
  ['y', 'и'],
  ['z', 'з', 'ц'],
];

/** Of folded letters: и stands for і, ї, й and ы as well. */
const TO_LATIN: Table = [
  ['дж', 'j', 'dzh', 'g'],
  ['кс', 'x', 'ks'],
  ['аи', 'ai', 'ay', 'i', 'y'],
  ['ии', 'yi', 'ii', 'iy', 'i', 'y'],
  ['а', 'a', 'u'],
  ['б', 'b'],
  ['в', 'v', 'w'],
  ['г', 'h', 'g'],
  ['д', 'd'],
  ['е', 'e', 'ye', 'ie'],
  ['ж', 'zh', 'j', 'g'],
  ['з', 'z'],
  ['и', 'i', 'y'],
  ['к', 'k', 'c'],
  ['л', 'l'],
  ['м', 'm'],
  ['н', 'n'],
  ['о', 'o'],
  ['п', 'p'],
  ['р', 'r'],
  ['с', 's'],
  ['т', 't', 'th'],
  ['у', 'u', 'w'],
  ['ф', 'f', 'ph'],
  ['х', 'kh', 'h', 'ch'],
  ['ц', 'ts', 'z', 'c'],
  ['ч', 'ch'],
  ['ш', 'sh', 'sch'],
  ['щ', 'shch', 'sch'],
  ['ю', 'yu', 'iu', 'ju', 'u'],
  ['я', 'ya', 'ia', 'ja', 'a'],
];

const MOST = 8;

/** What is spelled already, and how many letters of the word that were. */
interface Begun {
  readonly spelled: string;
  readonly at: number;
}

/** Words of fewer letters are not looked for in the other alphabet. */
const SHORTEST = 3;

/** Beginnings of `length` letters in the other alphabet; none for words too short to be told, or of a third one. */
export function spellings(word: string, alphabet: 'latin' | 'cyrillic' | 'other', length: number): string[] {
  if (alphabet === 'other' || word.length < SHORTEST) return [];
  const table = alphabet === 'latin' ? TO_CYRILLIC : TO_LATIN;
  let begun: Begun[] = [{ spelled: '', at: 0 }];
  const isDone = (one: Begun): boolean => one.spelled.length >= length || one.at >= word.length;
  while (!begun.every(isDone)) {
    begun = begun.flatMap((one) => (isDone(one) ? [one] : goOn(one, word, table))).slice(0, MOST);
  }
  return [...new Set(begun.map(({ spelled }) => spelled.slice(0, length)))];
}

function goOn({ spelled, at }: Begun, word: string, table: Table): Begun[] {
  const row = table.find(([letters]) => word.startsWith(letters, at));
  // A letter or digit that both write alike.
  if (!row) return [{ spelled: spelled + word.charAt(at), at: at + 1 }];
  const [letters, ...alternatives] = row;
  return alternatives.map((more) => ({ spelled: spelled + more, at: at + letters.length }));
}
