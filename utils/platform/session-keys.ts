/** Names in the browser's session storage that more than one file reads. */

/** Changes after every write. */
export const REVISION = 'revision';
/** Whether the last write found no room. */
export const NO_ROOM = 'noRoom';
/** The first rows of Latest, with the revision that they were read at. */
export const FRONT = 'front';
