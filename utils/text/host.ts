/** Addresses as a reader types them, and the hosts they name. */

/** The host name of an absolute address, lower case, without port; empty where there is none. */
export function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}

/**
 * The absolute http(s) address that a reader means: white space around it and a `feed:` before it are dropped, a
 * missing scheme is https. Null where it is no web address.
 */
export function webUrl(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^feed:/i, '')
    .replace(/^\/\//, '');
  // 'example.com:8080' is a host with its port; a scheme's colon is followed by anything but a digit.
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text);
  const url = URL.parse(hasScheme ? text : `https://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  // One word alone is no address; with its scheme it may be a machine of the reader's own network.
  if (!hasScheme && !url.hostname.includes('.')) return null;
  return url.href;
}
