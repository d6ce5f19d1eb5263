/**
 * What an account on a feed server sends, in the words of Firefox's consent: user name and password; the addresses of
 * sources, and what was read. A file of its own, since the manifest names them too.
 */
export const ACCOUNT_DATA = ['authenticationInfo', 'browsingActivity'] as const;
