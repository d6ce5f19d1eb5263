/** Numbers as news writes them, brought to one value: '30 тисяч', '30,000', '30 тыс.' and '30k' are 30000. */
import type { Token } from './tokens.ts';
import { wordTable } from './word-table.ts';

const SCALES = wordTable([
  ['k thousand thousands тис тисяч* тыс тысяч*', 1e3],
  ['m mn mln million millions млн мільйон* миллион*', 1e6],
  ['bn bln billion billions млрд мільярд* миллиард*', 1e9],
  ['trn trillion трлн трильйон* триллион*', 1e12],
]);

/** Number words from two on ('one' is an article in too many languages), by their beginnings. */
const WORDS = wordTable([
  ['two dvoe два дві двоє двох двом двома две двое двух двум двумя обидва оба', 2],
  ['three три троє трьох трьом трьома трое троих трех трем тремя', 3],
  ['four чотири четверо четверых чотирьох чотирьом чотирма четыре четырех четырем четырьмя', 4],
  ['five пять пяти пятеро пятерых пятьох пятьом пятьма пятью', 5],
  ['six шість шести шестеро шестерых шістьох шістьом шість шесть шестью', 6],
  ['seven сім семи семеро семерых сімох сімом сьома семь семью', 7],
  ['eight вісім восьми восьмеро восьмерых вісьмох вісьмом восемь восемью', 8],
  ['nine девять девяти девятеро девятерых девятьох девятьом девятью', 9],
  ['ten десять десяти десятеро десятерых десятьох десятьом десятью', 10],
  ['eleven одинадцят* одиннадцат*', 11],
  ['twelve dozen дванадцят* двенадцат*', 12],
  ['thirteen тринадцят* тринадцат*', 13],
  ['fourteen чотирнадцят* четырнадцат*', 14],
  ['fifteen пятнадцят* пятнадцат*', 15],
  ['sixteen шістнадцят* шестнадцат*', 16],
  ['seventeen сімнадцят* семнадцат*', 17],
  ['eighteen вісімнадцят* восемнадцат*', 18],
  ['nineteen девятнадцят* девятнадцат*', 19],
  ['twenty двадцят* двадцат*', 20],
  ['thirty тридцят* тридцат*', 30],
  ['forty сорок?', 40],
  ['fifty пятдесят* пятьдесят*', 50],
  ['hundred сто сотн*', 100],
]);

const memory = new Map<string, number>();

/** A number word's value, or 0. */
function wordValue(lower: string): number {
  const known = memory.get(lower);
  if (known !== undefined) return known;
  if (memory.size > 20_000) memory.clear();
  const value = WORDS(lower) ?? 0;
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
  const scale = next && !next.number ? SCALES(next.lower) : undefined;
  return { value: String(Number((value * (scale ?? 1)).toPrecision(12))), length: scale ? 2 : 1 };
}
