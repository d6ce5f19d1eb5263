/** White space in texts of others. */

/** Whatever is not a single plain space between words. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]|[\p{Cc}\u200b\u2060]/u;

/** U+0085 is a line break to XML 1.1, but no white space to JavaScript. */
const SPACES = /[\s\u0085]+/g;

/** Characters that are seen as nothing and would break comparing and searching. */
const INVISIBLE = /[\p{Cc}\u200b\u2060]/gu;

/** Puts a text on one line: runs of any white space become one space, ends are trimmed, control characters go. */
export function oneLine(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text.replace(SPACES, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim();
}
