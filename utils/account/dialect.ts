/**
 * How servers that speak the Google Reader API differ, each difference by its name. FreshRSS was seen running, Miniflux
 * is as its own documentation says; a server that is neither is treated as the more careful of the two.
 */

export interface Dialect {
  readonly name: 'freshrss' | 'miniflux' | 'other';
  /** What a reader calls it; null where it does not say. */
  readonly product: string | null;
  /** Its database holds `& < >` in titles as their wide twins, in names of sources `" ^ ? \ / , ;` as well. */
  readonly hasWideMarks: boolean;
  /** The stream `read` gives what was read; elsewhere an unknown stream silently gives everything. */
  readonly hasReadStream: boolean;
  /** How an address that is followed already, or holds no feed, is refused: the same request never succeeds. */
  readonly refusalStatus: 400 | 500;
  /** Paths that it does not know answer `[]` with 200, which must not be taken for an empty list. */
  readonly answersUnknownPaths: boolean;
  /** Articles marked in one request: a quarter of a second of its time, at most 500. */
  readonly mostMarks: number;
  /** Articles whose contents are asked for in one request. */
  readonly mostContents: number;
}

export const DIALECTS = {
  freshrss: {
    name: 'freshrss',
    product: 'FreshRSS',
    hasWideMarks: true,
    hasReadStream: false,
    refusalStatus: 400,
    answersUnknownPaths: false,
    mostMarks: 250,
    mostContents: 1_000,
  },
  miniflux: {
    name: 'miniflux',
    product: 'Miniflux',
    hasWideMarks: false,
    hasReadStream: true,
    refusalStatus: 500,
    answersUnknownPaths: true,
    mostMarks: 500,
    mostContents: 250,
  },
  other: {
    name: 'other',
    product: null,
    hasWideMarks: false,
    hasReadStream: false,
    refusalStatus: 400,
    answersUnknownPaths: true,
    mostMarks: 250,
    mostContents: 250,
  },
} as const satisfies Readonly<Record<Dialect['name'], Dialect>>;

/** Where below its site a server's API may lie, the likeliest first; the address as given comes before all of them. */
export const USUAL_PATHS = [
  '/api/greader.php',
  '/p/api/greader.php',
  '/freshrss/api/greader.php',
  '',
] as const;

/** How far a wide twin lies behind its mark in Unicode. */
const WIDER_BY = 0xfee0;

/** A title as the publisher wrote it. */
export function ownTitle(dialect: Dialect, title: string): string {
  if (!dialect.hasWideMarks) return title;
  return title.replaceAll('＆', '&').replaceAll('＜', '<').replaceAll('＞', '>');
}

/** The name of a source as it was given: there more letters have wide twins than in titles of articles. */
export function ownName(dialect: Dialect, name: string): string {
  return dialect.hasWideMarks ? narrow(name) : name;
}

/** Marks in place of their wide twins. */
export function narrow(text: string): string {
  return text.replace(/[＆＜＞＂＾？＼／，；]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - WIDER_BY),
  );
}
