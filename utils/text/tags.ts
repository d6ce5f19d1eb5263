/** Finds tags in HTML of any quality, in time linear in its length. */

export interface Tag {
  /** Lower case; '!' for comments and declarations, '?' for processing instructions. */
  readonly name: string;
  readonly closing: boolean;
  /** Index of '<'. */
  readonly start: number;
  /** Index behind '>'. */
  readonly end: number;
}

const NAME = /[a-z][a-z0-9:-]*/iy;
const BANG = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;
const QUESTION = 0x3f;

/**
 * The next tag, comment or declaration at or behind an index, or null. A '<' that is followed by neither a letter
 * nor '/', '!' or '?' is text, as in '1 < 2'; so is one whose '>' never comes.
 */
export function nextTag(html: string, from: number): Tag | null {
  for (let start = html.indexOf('<', from); start >= 0; start = html.indexOf('<', start + 1)) {
    const next = html.charCodeAt(start + 1);
    if (next === BANG || next === QUESTION) return declaration(html, start, next);
    const closing = next === SLASH;
    NAME.lastIndex = start + (closing ? 2 : 1);
    const name = NAME.exec(html)?.[0];
    if (name === undefined) continue;
    const end = endOfTag(html, NAME.lastIndex);
    return end < 0 ? null : { name: name.toLowerCase(), closing, start, end };
  }
  return null;
}

/** A comment, which hides everything behind it where it is not closed, or '<!…>' and '<?…>'. */
function declaration(html: string, start: number, mark: number): Tag | null {
  const comment = html.startsWith('<!--', start);
  const close = comment ? html.indexOf('-->', start + 4) : html.indexOf('>', start);
  if (close < 0 && !comment) return null;
  const end = close < 0 ? html.length : close + (comment ? 3 : 1);
  return { name: String.fromCharCode(mark), closing: false, start, end };
}

/**
 * Index behind the '>' that closes a tag, or -1. A '>' within a quoted value does not count, unless the quote is
 * never closed.
 */
function endOfTag(html: string, from: number): number {
  let quotable = false;
  for (let i = from; i < html.length; i += 1) {
    const unit = html.charCodeAt(i);
    if (unit === GREATER_THAN) return i + 1;
    if (quotable && (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE)) {
      const close = html.indexOf(unit === DOUBLE_QUOTE ? '"' : "'", i + 1);
      if (close < 0) return html.indexOf('>', i) + 1 || -1;
      i = close;
    }
    quotable = unit === EQUALS || (quotable && unit <= 0x20);
  }
  return -1;
}
