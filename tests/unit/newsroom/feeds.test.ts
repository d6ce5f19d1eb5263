import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFeed } from '../../../utils/feed/index.ts';
import type { ParsedFeed } from '../../../utils/model/parsed-feed.ts';
import { type Newsroom, type Outlet, type PublishedArticle, startNewsroom } from '../../newsroom/index.ts';
import { ask } from './ask.ts';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom();
});

afterAll(() => newsroom.close());

async function feedOf(outlet: Outlet): Promise<ParsedFeed> {
  const answer = await ask(newsroom, outlet.feedUrl);
  const contentType = String(answer.headers['content-type'] ?? '');
  const parsed = parseFeed({ bytes: answer.bytes, url: outlet.feedUrl, contentType });
  if (!parsed.ok) throw new Error(`${outlet.name}: ${parsed.problem.code}`);
  return parsed.value;
}

const articlesOf = (outlet: Outlet): PublishedArticle[] =>
  newsroom.published().filter((article) => article.outlet === outlet.id);

const minute = (at = Number.NaN): number => Math.floor(at / 60_000);

describe('the press', () => {
  it('has at least twelve outlets in both languages, and every format and encoding that tests need', () => {
    const { outlets } = newsroom;
    expect(outlets.length).toBeGreaterThanOrEqual(12);
    expect(new Set(outlets.map(({ language }) => language))).toEqual(new Set(['en', 'uk']));
    expect(
      outlets.filter(({ format }) => format === 'rss' || format === 'atom').length,
    ).toBeGreaterThanOrEqual(8);
    expect(new Set(outlets.map(({ format }) => format))).toEqual(
      new Set(['rss', 'atom', 'rdf', 'json', 'sitemap']),
    );
    expect(outlets.filter(({ encoding }) => encoding === 'windows-1251')).not.toEqual([]);
    expect(new Set(outlets.map(({ scheme }) => scheme))).toEqual(new Set(['http', 'https']));
  });

  it('reports stories in several outlets and both languages, each article under an address of its own', () => {
    const published = newsroom.published();
    expect(new Set(published.map(({ url }) => url)).size).toBe(published.length);
    const stories = Object.values(Object.groupBy(published, ({ story }) => story ?? ''));
    const shared = stories.filter((articles) => new Set(articles?.map(({ outlet }) => outlet)).size >= 2);
    const bilingual = shared.filter(
      (articles) => new Set(articles?.map(({ language }) => language)).size === 2,
    );
    expect(shared.length).toBeGreaterThanOrEqual(14);
    expect(bilingual.length).toBeGreaterThanOrEqual(10);
  });

  it('serves every outlet’s articles in its feed, under the same headlines and times', async () => {
    for (const outlet of newsroom.outlets) {
      const feed = await feedOf(outlet);
      expect(feed.format, outlet.name).toBe(outlet.format);
      // RSS 1.0 has no date of publication of its own, only Dublin Core's; one dialect writes no seconds.
      const served = feed.items.map(
        ({ title, published, updated }) => `${title} ${minute((published ?? updated)?.at)}`,
      );
      const truth = articlesOf(outlet).map(({ title, publishedAt }) => `${title} ${minute(publishedAt)}`);
      expect(served.sort(), outlet.name).toEqual(truth.sort());
    }
  });

  it('answers 304 to validators that still hold, and the whole feed once an article came', async () => {
    for (const outlet of newsroom.outlets.slice(0, 4)) {
      const { headers } = await ask(newsroom, outlet.feedUrl);
      const etag = String(headers.etag);
      expect((await ask(newsroom, outlet.feedUrl, { 'if-none-match': etag })).status).toBe(304);
      const since = String(headers['last-modified']);
      expect((await ask(newsroom, outlet.feedUrl, { 'if-modified-since': since })).status).toBe(304);
      newsroom.publishAt(outlet.id, { title: `News at ${outlet.name}`, lead: 'It came.' });
      expect((await ask(newsroom, outlet.feedUrl, { 'if-none-match': etag })).status).toBe(200);
    }
  });

  it('compresses for those who ask for it', async () => {
    const url = newsroom.outlets[0]?.feedUrl ?? '';
    const plain = await ask(newsroom, url);
    const packed = await ask(newsroom, url, { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
  });

  it('brings articles held back into the feeds as they are published', async () => {
    const [article] = newsroom.publish(1);
    const outlet = newsroom.outlets.find(({ id }) => id === article?.outlet);
    if (!article || !outlet) throw new Error('nothing was held back');
    expect((await feedOf(outlet)).items.map(({ title }) => title)).toContain(article.title);
    expect(newsroom.publish(3)).toHaveLength(3);
  });

  it('lets a test revise an article and take it away', async () => {
    const outlet = newsroom.outlets.find(({ format }) => format === 'rss');
    if (!outlet) throw new Error('no RSS');
    const article = newsroom.publishAt(outlet.id, { title: 'First words', lead: 'A.' });
    newsroom.revise(article.id, { title: 'Second words' });
    expect((await feedOf(outlet)).items.map(({ title }) => title)).toContain('Second words');
    newsroom.withdraw(article.id);
    expect((await feedOf(outlet)).items.map(({ title }) => title)).not.toContain('Second words');
    expect((await ask(newsroom, article.url)).status).toBe(404);
  });
});
