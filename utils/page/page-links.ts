/**
 * `utils/page` holds what runs in or on documents, the only part of `utils` that knows the DOM. This file: the feeds
 * that an open page names, as the markup that `utils/feed/discover` reads.
 */

/** A page's address with the tags of it that may name feeds. */
export interface PageLinks {
  readonly url: string;
  readonly html: string;
}

/**
 * Runs in the page, by itself: it may use nothing but its own body. Takes the head's alternate links and links whose
 * address or words look like a feed's; no text of the page.
 */
export function collectPageLinks(): PageLinks {
  const named = document.querySelectorAll('base[href], link[rel~="alternate" i], link[rel~="feed" i]');
  const linked = [...document.querySelectorAll('a[href]')].filter((link) =>
    /rss|atom|rdf|feed|xml/i.test(`${link.getAttribute('href')} ${link.textContent?.trim().slice(0, 20)}`),
  );
  const html = [...named, ...linked.slice(0, 50)].map((tag) => tag.outerHTML.slice(0, 2000)).join('\n');
  return { url: location.href, html };
}
