/** The headline of a page, less the name of its site: out of what the page calls itself and of its headings. */

/** Marks between a headline and what else a title holds. */
const BETWEEN = /\s+[|\-–—·•:»✩✭★/\\]+\s+|\s*[|_]+\s*/;
const MARKS_AT_END = /[\s|\-–—·•:»✩✭★/\\_]+$/;
/** A shorter heading may stand in any title by chance; a title without a heading keeps at least so much. */
const TELLING = 12;
/** Letters that a document's title may have before the headline. */
const BEFORE = 4;

export interface Titles {
  readonly url: string;
  readonly titles: readonly string[];
  readonly headings: readonly string[];
  readonly sites: readonly string[];
}

/**
 * What several places of the page agree on: a title that the document's own begins with, else a heading that stands in a
 * title; else the first title without pieces that name the site. Empty where the page has no title.
 */
export function headlineOf({ url, titles, headings, sites }: Titles): string {
  const names = sites.map(fold);
  const host = fold(URL.parse(url)?.hostname ?? '');
  const isSite = (piece: string): boolean => {
    const folded = fold(piece);
    return folded === '' || names.includes(folded) || (folded.length > 2 && host.includes(folded));
  };
  const own = fold(titles.at(-1) ?? '');
  const agreed = titles.slice(0, -1).find((title) => {
    const at = own.indexOf(fold(title));
    const isThere =
      (at >= 0 && at < BEFORE) || (own.endsWith(fold(title)) && fold(title).length * 2 > own.length);
    return title.length >= TELLING && isThere && fold(title) !== own && !isSite(title);
  });
  const title = agreed ?? confirmed(titles, headings) ?? titles[0] ?? headings[0] ?? '';
  const isBare = agreed === undefined && fold(title) === own;
  return lessSite(title, isSite, isBare && !headings.includes(title));
}

/** A heading that stands in a title, or a title that stands in a heading. */
function confirmed(titles: readonly string[], headings: readonly string[]): string | undefined {
  const telling = headings
    .filter((heading) => heading.length >= TELLING)
    .sort((one, other) => other.length - one.length);
  for (const title of titles) {
    const within = telling.find((heading) => fold(title).includes(fold(heading)));
    if (within !== undefined) return within;
    const around = telling.some((heading) => fold(heading).includes(fold(title)));
    if (around && title.length >= TELLING) return title;
  }
  return undefined;
}

/** Drops pieces at the end, then one at the beginning, that name the site; of a bare title also what else is short. */
function lessSite(title: string, isSite: (piece: string) => boolean, isBare: boolean): string {
  let rest = title;
  for (;;) {
    const pieces = rest.split(BETWEEN);
    const last = pieces.at(-1) ?? '';
    const before = rest.slice(0, rest.lastIndexOf(last)).replace(MARKS_AT_END, '');
    const isMore = isBare && before.length >= TELLING && last.length < before.length;
    if (pieces.length < 2 || before === '' || !(isSite(last) || isMore)) break;
    rest = before;
  }
  const [first = '', second] = rest.split(BETWEEN);
  return second && isSite(first) ? rest.slice(rest.indexOf(second, first.length)) : rest;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
