/** The outlines of an OPML document of any quality, tag by tag, in time linear in its length. */
import { attributesOf, isSelfClosing } from '../text/attributes.ts';
import { nextTag } from '../text/tags.ts';

/** One tag of an outline. */
export interface Outline {
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** By names in lower case, decoded once; empty for a closing tag. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface Outlines {
  readonly outlines: readonly Outline[];
  /** Whether there is a root of OPML. */
  readonly isOpml: boolean;
  /** Whether that root is closed. */
  readonly complete: boolean;
}

/** Where a tag or comment begins that ends whatever stands before it, closed or not. A prefix is passed over. */
const BOUNDARY = /<!--|<(\/?)(?:[\w.-]{1,40}:)?(outline|opml|head|body)(?![\w.:-])/gi;
/** Tags of outlines that are read; a list counts as broken off there. Five times what the longest list needs. */
const MAX_TAGS = 100_000;
const NO_ATTRIBUTES: Outline['attributes'] = new Map();

/**
 * Finds all outlines. XML has no '<' in a tag, so a tag whose quote is not closed ends where the next one begins: it
 * costs its own attributes and no other outline. A tag that the document's end cuts is left out.
 */
export function readOutlines(text: string): Outlines {
  const outlines: Outline[] = [];
  let isOpml = false;
  let complete = false;
  const boundary = new RegExp(BOUNDARY);
  for (let found = boundary.exec(text); found !== null && outlines.length < MAX_TAGS; ) {
    const [begin, slash, name] = found;
    const start = found.index;
    if (begin === '<!--') boundary.lastIndex = endOfComment(text, start);
    found = boundary.exec(text);
    const closing = slash === '/';
    if (name?.toLowerCase() === 'opml') {
      isOpml = true;
      complete ||= closing;
    }
    if (name?.toLowerCase() !== 'outline') continue;
    const outline = closing ? CLOSING : openingIn(text.slice(start, found?.index), found === null);
    if (outline !== null) outlines.push(outline);
  }
  return { outlines, isOpml, complete };
}

const CLOSING: Outline = { closing: true, selfClosing: false, attributes: NO_ATTRIBUTES };

/**
 * The outline that a piece of the document begins with, up to where the next tag begins.
 *
 * @param last the piece reaches to the end of the document
 */
function openingIn(piece: string, last: boolean): Outline | null {
  const tag = nextTag(piece, 0);
  if (tag !== null) {
    return { closing: false, selfClosing: isSelfClosing(piece, tag), attributes: attributesOf(piece, tag) };
  }
  // Without a '>' before the next tag: what is there counts.
  return last ? null : openingIn(`${piece.trimEnd()}>`, true);
}

/** Index behind a comment; one that is never closed hides everything behind it. */
function endOfComment(text: string, start: number): number {
  const close = text.indexOf('-->', start + 4);
  return close < 0 ? text.length : close + 3;
}
