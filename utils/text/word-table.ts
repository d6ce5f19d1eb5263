/** Looking words up by how they are or how they begin, without a pattern for each: a start would have to compile them all. */

const LETTERS = /^\p{L}*$/u;

/**
 * A function that gives the value of a word in lower case, or undefined. In the lists, words are parted by spaces; behind a
 * beginning, `*` stands for any letters and `?` for one at most.
 */
export function wordTable(
  lists: readonly (readonly [words: string, value: number])[],
): (word: string) => number | undefined {
  const whole = new Map<string, number>();
  const begun: { readonly begin: string; readonly most: number; readonly value: number }[] = [];
  for (const [words, value] of lists) {
    for (const word of words.split(' ')) {
      const most = { '*': Number.POSITIVE_INFINITY, '?': 1 }[word.slice(-1)];
      if (most === undefined) whole.set(word, value);
      else begun.push({ begin: word.slice(0, -1), most, value });
    }
  }
  return (word) =>
    whole.get(word) ??
    begun.find(({ begin, most }) => {
      const rest = word.length - begin.length;
      return rest >= 0 && rest <= most && word.startsWith(begin) && LETTERS.test(word.slice(begin.length));
    })?.value;
}
