/** Match patterns of browsers, as far as they say hosts. */

/** Whether a pattern such as `*://*.courier.example/*` covers a host. */
export function coversHost(pattern: string, host: string): boolean {
  if (pattern === '<all_urls>') return true;
  const named = /^(?:\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\//.exec(pattern)?.[1];
  if (named === undefined) return false;
  if (named === '*') return true;
  const bare = named.replace(/^\*\./, '');
  return host === bare || (named !== bare && host.endsWith(`.${bare}`));
}
