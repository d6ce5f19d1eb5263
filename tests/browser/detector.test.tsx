/**
 * Which pages are articles, and their headlines: saved pages of real sites (where there is a corpus), pages of the test
 * press, and pages written in the project that are none. The list of labels is `tests/pages/labels.json`.
 */
import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import type { PageFacts } from '../../utils/model/page-facts.ts';
import { detect } from '../../utils/page/detect/index.ts';
import { headlineOf } from '../../utils/text/headline.ts';
import { outlets } from '../newsroom/outlets.ts';
import { articlePage } from '../newsroom/pages/article.ts';
import { homePage, searchPage, sectionPage } from '../newsroom/pages/lists.ts';
import {
  aboutPage,
  forumPage,
  loginPage,
  missingPage,
  shopPage,
  threadPage,
} from '../newsroom/pages/others.ts';
import { openPress } from '../newsroom/press.ts';
import { stories } from '../newsroom/stories/index.ts';
import type { Outlet, PublishedArticle } from '../newsroom/types.ts';
import labels from '../pages/labels.json';
import { otherPages } from '../pages/others.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** The source of a saved page, or null where there is none. */
    savedPage: (name: string) => Promise<string | null>;
  }
}

interface Judged {
  readonly page: string;
  readonly is: 'article' | 'other';
  readonly expected: string;
  readonly found: PageFacts | null;
  readonly ms: number;
}

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** Where a saved page lay, as far as it says so. */
function addressOf(doc: Document): string {
  const named =
    doc.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    doc.querySelector('meta[property="og:url"]')?.getAttribute('content');
  const url = URL.parse(named ?? '');
  return url?.protocol.startsWith('http') ? url.href : 'https://pages.example.org/2026/05/a-page';
}

function judge(page: string, is: Judged['is'], html: string, expected = '', address?: string): Judged {
  const doc = parse(html);
  const began = performance.now();
  const found = detect(doc, address ?? addressOf(doc));
  return { page, is, expected, found, ms: performance.now() - began };
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isHeadline = ({ found, expected }: Judged): boolean =>
  found !== null && folded(headlineOf(found)) === folded(expected);

async function savedPages(): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { page, is, headline } of labels as { page: string; is: string; headline?: string }[]) {
    const html = is === 'fixture' ? null : await commands.savedPage(page);
    if (html !== null) judged.push(judge(page, is as Judged['is'], html, headline));
  }
  return judged;
}

/** Articles of each outlet of the test press, and its pages that are none. */
function pressPages(): { articles: Judged[]; others: Judged[] } {
  const press = openPress(stories, () => Date.UTC(2026, 4, 12), 0);
  const articles = outlets.flatMap((outlet) =>
    press
      .of(outlet.id)
      .slice(0, 3)
      .map((article) =>
        judge(
          `${outlet.design}, ${outlet.metadata}: ${article.id}`,
          'article',
          articlePage(outlet, article, press.of(outlet.id).slice(4, 8)),
          article.title,
          article.url,
        ),
      ),
  );
  return { articles, others: outlets.slice(0, 4).flatMap((outlet) => othersOf(outlet, press.of(outlet.id))) };
}

function othersOf(outlet: Outlet, articles: readonly PublishedArticle[]): Judged[] {
  const pages: Record<string, string> = {
    '': homePage(outlet, articles),
    'section/world': sectionPage(outlet, 'world', articles),
    'search?q=the': searchPage(outlet, 'the', articles),
    shop: shopPage(outlet),
    forum: forumPage(outlet),
    'forum/1': threadPage(outlet, 1) ?? '',
    login: loginPage(outlet),
    about: aboutPage(outlet),
    none: missingPage(outlet),
  };
  return Object.entries(pages).map(([path, html]) =>
    judge(`${outlet.design}: /${path}`, 'other', html, '', `${outlet.siteUrl}${path}`),
  );
}

const written = otherPages.map(({ name, url, html }) => judge(name, 'other', html, '', url));
const press = pressPages();
const saved = await savedPages();

function table(judged: readonly Judged[]): string {
  return judged
    .map((one) => {
      const right = one.is === 'article' ? one.found !== null : one.found === null;
      const headline =
        one.is === 'article' && !isHeadline(one)
          ? ` | headline: ${one.found === null ? '-' : headlineOf(one.found)}`
          : '';
      return `${right ? ' ' : 'X'} ${one.is.padEnd(7)} ${one.ms.toFixed(1).padStart(5)} ms  ${one.page}${headline}`;
    })
    .join('\n');
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

describe('the detector', () => {
  it('finds the articles of the test press with their headlines', () => {
    expect(press.articles.filter((one) => !isHeadline(one)).map(({ page }) => page)).toEqual([]);
  });

  it('finds 95 % of the articles among saved pages of real sites, and the headline of 90 %', ({ skip }) => {
    if (saved.length === 0) skip('no corpus of saved pages on this machine');
    const articles = saved.filter(({ is }) => is === 'article');
    const found = articles.filter((one) => one.found !== null);
    const titled = articles.filter(isHeadline);
    console.log(
      `${table(articles)}\nfound ${found.length} of ${articles.length}, headline of ${titled.length}; slowest ${Math.max(...saved.map(({ ms }) => ms)).toFixed(1)} ms`,
    );
    expect(share(found.length, articles.length)).toBeGreaterThanOrEqual(0.95);
    expect(share(titled.length, articles.length)).toBeGreaterThanOrEqual(0.9);
  });

  it('takes at most 5 % of pages that are no articles for one', () => {
    const others = [...saved.filter(({ is }) => is === 'other'), ...written, ...press.others];
    const alarms = others.filter((one) => one.found !== null);
    console.log(`${table(others)}\nfalse alarms: ${alarms.length} of ${others.length}`);
    expect(others.length).toBeGreaterThanOrEqual(60);
    expect(share(alarms.length, others.length)).toBeLessThanOrEqual(0.05);
  });
});
