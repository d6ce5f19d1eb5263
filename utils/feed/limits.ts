/**
 * How much of one document is read. Documents come from strangers: each limit is far above what news feeds do
 * (the largest of 189 real ones has 0.9 MB and 338 items) and low enough that a hostile one costs less
 * than a second.
 */

/** Bytes; what lies behind is not read, and the document counts as broken off there. */
export const MAX_BYTES = 16 * 1024 * 1024;

/** Items; the ones in front are kept, since feeds put the newest first. */
export const MAX_ITEMS = 5_000;

/** Nested elements; htmlparser2's work grows with the square of the depth. */
export const MAX_DEPTH = 256;

/** Elements that wait for their closing tag in htmlparser2, which does not know what this reader closed by itself. */
export const MAX_OPEN_TAGS = 1_024;

/** Elements within one item or within the head of a feed; further ones are passed over. */
export const MAX_NODES = 2_000;

/** Milliseconds for one document, looked at between pieces of it. */
export const MAX_READ_MS = 500;

/** UTF-16 units that one reference to a declared entity may stand for. */
export const MAX_ENTITY_LENGTH = 4_096;

/** UTF-16 units that all references to declared entities in a document may add to it. */
export const MAX_ENTITY_GROWTH = 1_000_000;

/** UTF-16 units of a title, an author, a category or an identifier. */
export const MAX_LINE_LENGTH = 4_096;

/** Categories of one item. */
export const MAX_CATEGORIES = 64;
