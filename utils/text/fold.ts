/** Texts made alike for comparing. */

/** Lower case, without punctuation and symbols, one space between words. Applying it twice changes nothing. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
