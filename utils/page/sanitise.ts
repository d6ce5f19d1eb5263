/**
 * Makes an article's markup safe to show: DOMPurify under Trusted Types with a short list of what is kept, then every
 * link and picture settled one by one. Loaded by the reading page alone, with its library.
 */
import DOMPurify from 'dompurify';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, DROPPED_WHOLE } from './allowed-markup.ts';
import { settleLink } from './settle-link.ts';
import { dropPicture, settlePicture } from './settle-picture.ts';

export interface SanitiseOptions {
  /** The address that relative ones belong to, or null: they lead nowhere then. */
  readonly base: string | null;
  /** The host of the article's source: the one machine of the reader's own network that pictures may come from. */
  readonly home?: string | null;
  /**
   * `none`: no picture stays. `direct`: http(s) pictures stay, each for the browser to ask for. `held`: the same, but each
   * has its address in `data-address` and none in `src`, so that nothing is asked for.
   */
  readonly pictures: 'none' | 'direct' | 'held';
}

/** Longer markup is read up to here: no article is, and pages must answer. */
export const MAX_MARKUP = 2_000_000;

/** An article's markup, safe to show. Its nodes belong to no page until they are put into one. */
export function sanitise(html: string, { base, home, pictures }: SanitiseOptions): DocumentFragment {
  const cleaned: DocumentFragment | null = DOMPurify.sanitize(html.slice(0, MAX_MARKUP), {
    ALLOWED_TAGS: [...ALLOWED_TAGS],
    ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
    FORBID_CONTENTS: [...DROPPED_WHOLE],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  // Markup that makes a document without a body, as a frameset does, has nothing to show.
  const fragment = cleaned ?? document.createDocumentFragment();
  dropMisplaced(fragment);
  for (const link of fragment.querySelectorAll('a')) settleLink(link, base);
  for (const picture of fragment.querySelectorAll('img')) {
    if (pictures === 'none') dropPicture(picture);
    else settlePicture(picture, { base, home, how: pictures });
  }
  return fragment;
}

/** Takes addresses from what is no link or picture: nothing is done with them today, and nothing is to be tomorrow. */
function dropMisplaced(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll(':not(a)[href]')) element.removeAttribute('href');
  for (const element of fragment.querySelectorAll(':not(img)[src]')) element.removeAttribute('src');
}

/** The same as markup again. */
export function sanitisedHtml(html: string, options: SanitiseOptions): string {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.append(sanitise(html, options));
  return holder.innerHTML;
}
