/** Links of an article: they open outside, and tell nobody where from. */

const OPENED = ['http:', 'https:', 'mailto:'];

/** Gives a link its whole address and the way it opens; one that leads nowhere becomes its text. */
export function settleLink(link: HTMLAnchorElement, base: string | null): void {
  const address = absolute(link.getAttribute('href'), base);
  if (address === null || !OPENED.includes(address.protocol)) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.setAttribute('href', address.href);
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('referrerpolicy', 'no-referrer');
}

/** An address made whole, or null where it is none. */
export function absolute(address: string | null, base: string | null): URL | null {
  if (address === null || address.trim() === '') return null;
  try {
    return new URL(address.trim(), base ?? undefined);
  } catch {
    return null;
  }
}
