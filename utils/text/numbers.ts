/** Numbers as news writes them, brought to one value: '30 тисяч', '30,000', '30 тыс.' and '30k' are 30000. */
import type { Token } from './tokens.ts';

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(k|thousand|thousands|тис|тисяч\p{L}*|тыс|тысяч\p{L}*)$/u, 1e3],
  [/^(m|mn|mln|million|millions|млн|мільйон\p{L}*|миллион\p{L}*)$/u, 1e6],
  [/^(bn|bln|billion|billions|млрд|мільярд\p{L}*|миллиард\p{L}*)$/u, 1e9],
  [/^(trn|trillion|трлн|трильйон\p{L}*|триллион\p{L}*)$/u, 1e12],
];

/** Number words from two on ('one' is an article in too many languages), by their beginnings. */
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(two|dvoe|два|дві|двоє|двох|двом|двома|две|двое|двух|двум|двумя|обидва|оба)$/u, 2],
  [/^(three|три|троє|трьох|трьом|трьома|трое|троих|трех|трем|тремя)$/u, 3],
  [/^(four|чотири|четверо|четверых|чотирьох|чотирьом|чотирма|четыре|четырех|четырем|четырьмя)$/u, 4],
  [/^(five|пять|пяти|пятеро|пятерых|пятьох|пятьом|пятьма|пятью)$/u, 5],
  [/^(six|шість|шести|шестеро|шестерых|шістьох|шістьом|шість|шесть|шестью)$/u, 6],
  [/^(seven|сім|семи|семеро|семерых|сімох|сімом|сьома|семь|семью)$/u, 7],
  [/^(eight|вісім|восьми|восьмеро|восьмерых|вісьмох|вісьмом|восемь|восемью)$/u, 8],
  [/^(nine|девять|девяти|девятеро|девятерых|девятьох|девятьом|девятью)$/u, 9],
  [/^(ten|десять|десяти|десятеро|десятерых|десятьох|десятьом|десятью)$/u, 10],
  [/^(eleven|одинадцят\p{L}*|одиннадцат\p{L}*)$/u, 11],
  [/^(twelve|dozen|дванадцят\p{L}*|двенадцат\p{L}*)$/u, 12],
  [/^(thirteen|тринадцят\p{L}*|тринадцат\p{L}*)$/u, 13],
  [/^(fourteen|чотирнадцят\p{L}*|четырнадцат\p{L}*)$/u, 14],
  [/^(fifteen|пятнадцят\p{L}*|пятнадцат\p{L}*)$/u, 15],
  [/^(sixteen|шістнадцят\p{L}*|шестнадцат\p{L}*)$/u, 16],
  [/^(seventeen|сімнадцят\p{L}*|семнадцат\p{L}*)$/u, 17],
  [/^(eighteen|вісімнадцят\p{L}*|восемнадцат\p{L}*)$/u, 18],
  [/^(nineteen|девятнадцят\p{L}*|девятнадцат\p{L}*)$/u, 19],
  [/^(twenty|двадцят\p{L}*|двадцат\p{L}*)$/u, 20],
  [/^(thirty|тридцят\p{L}*|тридцат\p{L}*)$/u, 30],
  [/^(forty|сорок\p{L}?)$/u, 40],
  [/^(fifty|пятдесят\p{L}*|пятьдесят\p{L}*)$/u, 50],
  [/^(hundred|сто|сотн\p{L}*)$/u, 100],
];

const memory = new Map<string, number>();

/** A number word's value, or 0. */
function wordValue(lower: string): number {
  const known = memory.get(lower);
  if (known !== undefined) return known;
  if (memory.size > 20_000) memory.clear();
  const value = WORDS.find(([pattern]) => pattern.test(lower))?.[1] ?? 0;
  memory.set(lower, value);
  return value;
}

function digitsValue(text: string): number {
  const thousands = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text);
  const plain = thousands ? text.replace(text.includes(',') ? /,/g : /\./g, '') : text.replaceAll(',', '.');
  return Number.parseFloat(plain);
}

export interface NumberAt {
  /** The value as text, shortest form: '61.4', '30000'. */
  readonly value: string;
  /** How many tokens it takes: two with a scale word. */
  readonly length: number;
}

/** The number that begins at a token, with the scale word behind it; null where none begins. */
export function numberAt(tokens: readonly Token[], at: number): NumberAt | null {
  const token = tokens[at];
  if (!token) return null;
  const value = token.number ? digitsValue(token.text) : wordValue(token.lower);
  if (value === 0 && !token.number) return null;
  const next = tokens[at + 1];
  const scale = next && !next.number ? SCALES.find(([pattern]) => pattern.test(next.lower))?.[1] : undefined;
  return { value: String(Number((value * (scale ?? 1)).toPrecision(12))), length: scale ? 2 : 1 };
}
