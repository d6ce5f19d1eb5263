/**
 * What can go wrong, as values. A problem carries a code, never a sentence: the sentence a reader sees comes
 * from the text catalogue in the reader's language (`utils/i18n`), so it is the same on every surface.
 */

/** Every way in which something can fail. `utils/i18n` has a sentence for each. */
export const PROBLEM_CODES = [
  'offline', // the browser itself has no network
  'no-permission', // the reader has not allowed Lede to read this host
  'timeout', // no answer within the allowed time
  'unreachable', // DNS, TLS, refused connection: fetch cannot tell these apart
  'redirected', // the server sends us on to a host that the reader has not allowed, and that cannot be told
  'private-address', // an address of the reader's own network that the reader has not confirmed
  'asked-to-wait', // the host asked to be left alone for a while
  'robot-check', // a page that wants a human (captcha) came in place of the feed
  'sign-in', // a network's sign-in page (captive portal) came in place of the feed
  'http', // an HTTP status other than 2xx or 304; `status` says which
  'not-a-feed', // the answer is HTML or another document that is no feed
  'no-feed', // no address is known at which the site has a feed
  'damaged', // the answer is meant to be a feed but holds nothing that can be read
  'too-large', // the answer is larger than Lede reads
  'unsupported', // a known format or encoding that this version does not read
  'bad-address', // not an http(s) address
  'already-followed', // a source with this address exists
  'not-found', // the thing that the request names does not exist (any more)
  'bad-request', // a message that does not fit its schema
  'forbidden', // a message from a sender that may not send it
  'kept-off', // a page that Lede never looks at: a bank's, a mailbox, one of the reader's own network
  'closed-page', // a page that the browser lets no extension into
  'server-none', // no feed server answers at this address, nor at the usual places below it
  'server-unreachable', // its name, its certificate, or a refused connection: fetch cannot tell these apart
  'server-insecure', // a password would travel unprotected
  'server-redirect', // it sends its askers elsewhere, which is not followed with a password
  'server-password', // it does not let this user in with this password
  'server-api-off', // it has the API that Lede speaks switched off
  'server-header', // a web server between drops the header that says who asks
  'server-expired', // what proved who asks is not valid any more
  'server-unreadable', // it answers, but not what was asked for
  'sync-refused', // the browser's own sync did not take what was to be carried
  'storage', // the database could not be opened or written
  'disk-full', // there is no room to write
  'no-backup', // a file that is no backup of Lede
  'newer-backup', // a backup of a newer version
  'damaged-backup', // a backup that is cut or damaged
  'newer-data', // the database was written by a newer version of Lede
  'internal', // a fault of Lede's own
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A failure as a value. `status` is the HTTP status where code is `http`; `detail` is for people who debug. */
export interface Problem {
  readonly code: ProblemCode;
  readonly status?: number;
  readonly detail?: string;
  /** The host that it is about, where that is not the one that was asked. */
  readonly host?: string;
}

/** Either a value or a problem; never an exception. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** Wraps a value as a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Makes a failure from a code, with the HTTP status or a detail where there is one. */
export function fail(
  code: ProblemCode,
  more: Omit<Problem, 'code'> = {},
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, ...more } };
}
