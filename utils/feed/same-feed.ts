/** One feed that a page offers in several formats. */
import { fold } from '../text/fold.ts';
import { canonicalUrl } from '../text/url.ts';
import { FORMAT_WORDS } from './feed-paths.ts';

/** Words of addresses and names that say how a feed is written, not what it is of. */
const FORM = /^(?:rss\d*|atom\d*|rdf|json|xml|feeds?|index|php|alt|format|type)$/;
/** As in 'RSS 2.0'; in an address it may be the number of a section. */
const VERSION = /\b\d\.\d+\b/g;

/** A feed as a page names it. */
export interface NamedFeed {
  readonly url: string;
  /** Empty if the page does not name it. */
  readonly title: string;
  /** Media type that the page states, or empty. */
  readonly type: string;
}

/**
 * Keeps of each feed the form that stands first. Two are the same feed only if each states a format, these differ, and
 * address and name are alike but for words of formats: `/rss` and `/feed.xml` may well be two feeds.
 */
export function withoutOtherFormats<T extends NamedFeed>(feeds: readonly T[]): T[] {
  const kept: { readonly feed: T; readonly form: Form }[] = [];
  for (const feed of feeds) {
    const form = formOf(feed);
    if (!kept.some((known) => isSame(known.form, form))) kept.push({ feed, form });
  }
  return kept.map(({ feed }) => feed);
}

interface Form {
  readonly format: string;
  readonly place: string;
  readonly name: string;
}

function isSame(a: Form, b: Form): boolean {
  const differ = a.format !== '' && b.format !== '' && a.format !== b.format;
  return differ && a.place === b.place && (a.name === b.name || a.name === '' || b.name === '');
}

function formOf({ url, title, type }: NamedFeed): Form {
  const text = [type, title, url].find((candidate) => FORMAT_WORDS.some(([word]) => word.test(candidate)));
  const format = FORMAT_WORDS.find(([word]) => word.test(text ?? ''))?.[1] ?? '';
  return { format, place: withoutForm(canonicalUrl(url)), name: withoutForm(title.replace(VERSION, '')) };
}

function withoutForm(text: string): string {
  const words = fold(text).split(' ');
  return words.filter((word) => !FORM.test(word)).join(' ');
}
