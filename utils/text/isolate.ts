/** A text of others that stands in a sentence or a window of Lede's own: it can turn nothing around it, nor grow. */

/** Characters that set the direction of what follows, and those that move to other lines. */
const DIRECTING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/** The text in one line, of `most` characters at most, with a direction of its own; empty stays empty. */
export function isolate(text: string, most: number): string {
  const plain = text.replace(CONTROLS, ' ').replace(DIRECTING, '').trim();
  const characters = Array.from(plain);
  const short =
    characters.length > most
      ? `${characters
          .slice(0, most - 1)
          .join('')
          .trimEnd()}…`
      : plain;
  return short === '' ? '' : FIRST_STRONG_ISOLATE + short + POP_ISOLATE;
}
