/** The article in a publisher's page, taken out by Readability. Its answer is markup of others still. */
import { Readability } from '@mozilla/readability';
import { parseInert } from './inert.ts';
import { absolute } from './settle-link.ts';

/** Pages of more elements than this are not searched: they would hold the reading page up. */
const MOST_ELEMENTS = 50_000;

/** The article's markup, or null where a page has none. Nothing of the page runs or is asked for meanwhile. */
export function fullText(html: string, url: string): string | null {
  const page = parseInert(html);
  settleNoscript(page);
  for (const element of page.querySelectorAll('script, style, template, base')) element.remove();
  makeAddressesWhole(page, url);
  try {
    const article = new Readability(page, { maxElemsToParse: MOST_ELEMENTS }).parse();
    return article?.content && article.textContent?.trim() ? article.content : null;
  } catch {
    return null;
  }
}

/**
 * News sites put the real picture of one that loads late into a `noscript`: it takes that one's place. Readability would do
 * it by assigning markup, which Trusted Types forbid.
 */
function settleNoscript(page: Document): void {
  for (const noscript of page.querySelectorAll('noscript')) {
    // A parser without scripts has read it as elements; one with them as text.
    const inside = noscript.firstElementChild ? noscript : parseInert(noscript.textContent ?? '').body;
    const picture = inside.querySelector('img');
    const before = noscript.previousElementSibling;
    if (picture !== null && inside.querySelectorAll('*').length === 1) {
      if (before?.localName === 'img') before.remove();
      noscript.replaceWith(picture);
    } else noscript.remove();
  }
}

/** Attributes that hold the address of a link or a picture, those of pictures that load late among them. */
const ADDRESSES = ['href', 'src', 'data-src', 'data-original', 'data-lazy-src'];

/** Relative addresses are made whole one by one: a `base` element is what the policy of Lede's pages forbids. */
function makeAddressesWhole(page: Document, base: string): void {
  for (const name of ADDRESSES) {
    for (const element of page.querySelectorAll(`[${name}]`)) {
      const whole = absolute(element.getAttribute(name), base);
      if (whole !== null) element.setAttribute(name, whole.href);
    }
  }
}
