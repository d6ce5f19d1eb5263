import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Newsroom, type PublishedArticle, startNewsroom } from '../../newsroom/index.ts';
import { outletOf } from './read.ts';

const start = Date.UTC(2026, 10, 25, 10);
const minute = 60_000;
let newsroom: Newsroom;

beforeEach(async () => {
  newsroom = await startNewsroom({ now: () => start });
});

afterEach(() => newsroom.close());

/** Everything the press has, with all that was held back. */
function everything(): readonly PublishedArticle[] {
  newsroom.publish(1000);
  return newsroom.published();
}

/** The articles of each story that more than one outlet reports. */
const shared = (articles: readonly PublishedArticle[]): PublishedArticle[][] =>
  Object.values(Object.groupBy(articles, ({ story }) => story ?? ''))
    .map((group) => group ?? [])
    .filter((group) => new Set(group.map(({ outlet }) => outlet)).size > 1);

describe('the outlets', () => {
  it('are at least twelve in two languages, in every format and encoding that tests need', () => {
    const { outlets } = newsroom;
    const all = <K extends keyof (typeof outlets)[number]>(key: K) =>
      new Set(outlets.map((each) => each[key]));
    expect(outlets.length).toBeGreaterThanOrEqual(12);
    expect(all('language')).toEqual(new Set(['en', 'uk']));
    expect(all('format')).toEqual(new Set(['rss', 'atom', 'rdf', 'json', 'sitemap']));
    expect(all('scheme')).toEqual(new Set(['http', 'https']));
    expect(all('encoding')).toEqual(new Set(['utf-8', 'windows-1251']));
    expect(all('design').size).toBeGreaterThanOrEqual(6);
    expect(outlets.filter(({ format }) => format === 'rss' || format === 'atom').length).toBeGreaterThan(7);
  });

  it('have hosts of their own, all of them under a name that is kept for examples', () => {
    const hosts = newsroom.outlets.flatMap(({ articleHosts, feedHosts }) => [
      ...new Set([...articleHosts, ...feedHosts]),
    ]);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
  });

  it('belong in part to one owner', () => {
    const owners = Object.values(Object.groupBy(newsroom.outlets, ({ owner }) => owner));
    expect(Math.max(...owners.map((group) => group?.length ?? 0))).toBeGreaterThanOrEqual(3);
  });
});

describe('the articles', () => {
  it('are at least sixty from the last two days, in the order of their publication', () => {
    const dates = newsroom.published().map(({ publishedAt }) => publishedAt);
    expect(dates.length).toBeGreaterThanOrEqual(60);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    expect(Math.min(...dates)).toBeGreaterThan(start - 48 * 60 * minute);
    expect(Math.max(...dates)).toBeLessThanOrEqual(start);
  });

  it('have addresses and ids of their own, those held back too', () => {
    const articles = everything();
    for (const key of ['id', 'url', 'feedLink', 'guid'] as const) {
      expect(new Set(articles.map((each) => each[key])).size, key).toBe(articles.length);
    }
  });

  it('lie on their outlet’s host, in its language, with headline, lead and text', () => {
    for (const { id, outlet, url, image, language, title, lead, body } of everything()) {
      const { siteUrl, language: own } = outletOf(newsroom, outlet);
      expect(url.startsWith(siteUrl), id).toBe(true);
      expect(image?.startsWith(siteUrl) ?? true, id).toBe(true);
      expect(language, id).toBe(own);
      expect(/[а-яіїєґ]/i.test(title), id).toBe(own === 'uk');
      for (const text of [title, lead, ...body]) expect(text.trim(), id).toMatch(/^\S.{9,}/);
    }
  });

  it('tell at least fourteen stories that several outlets report, most of them in both languages', () => {
    const stories = shared(everything());
    const bilingual = stories.filter((group) => new Set(group.map(({ language }) => language)).size === 2);
    expect(stories.length).toBeGreaterThanOrEqual(14);
    expect(bilingual.length).toBeGreaterThan(stories.length / 2);
  });

  it('agree on the topic of their story, and appear once in each outlet', () => {
    for (const group of shared(everything())) {
      const story = group[0]?.story ?? '';
      expect(new Set(group.map(({ topic }) => topic)).size, story).toBe(1);
      expect(new Set(group.map(({ outlet }) => outlet)).size, story).toBe(group.length);
    }
  });

  it('name the agency where its words are printed by others, and follow it in time', () => {
    const articles = everything();
    const copies = articles.filter(({ copiedFrom }) => copiedFrom !== null);
    expect(copies.length).toBeGreaterThan(2);
    for (const { id, story, copiedFrom, title, body, publishedAt } of copies) {
      const original = articles.find((each) => each.story === story && each.outlet === copiedFrom);
      expect(original?.title, id).toBe(title);
      expect(original?.publishedAt, id).toBeLessThanOrEqual(publishedAt);
      expect(body.at(-1), id).toContain(outletOf(newsroom, copiedFrom ?? '').name);
    }
  });
});
