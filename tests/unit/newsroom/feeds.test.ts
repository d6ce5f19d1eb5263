import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParsedItem } from '../../../utils/model/parsed-feed.ts';
import { type Newsroom, type Outlet, type PublishedArticle, startNewsroom } from '../../newsroom/index.ts';
import { outlets } from '../../newsroom/outlets.ts';
import { ask } from './ask.ts';
import { articlesOf, feedOf, outletOf } from './read.ts';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom();
});

afterAll(() => newsroom.close());

const every = outlets.map((outlet): [string, Outlet] => [outlet.id, outlet]);

describe.each(every)('the feed of %s', (_, outlet) => {
  // One dialect writes no seconds, and RSS 1.0 has no date of publication but Dublin Core's.
  const shown = (at = Number.NaN): number =>
    outlet.dialect.shortDates ? Math.floor(at / 60_000) * 60_000 : at;
  const itemAt = async (url: string): Promise<ParsedItem> => {
    const item = (await feedOf(newsroom, outlet)).items.find((each) => each.url === url);
    if (!item) throw new Error(`${outlet.name} does not list ${url}`);
    return item;
  };
  const newest = (fits: (article: PublishedArticle) => boolean = () => true) =>
    articlesOf(newsroom, outlet).findLast(fits);

  it('reads whole in its format, under the outlet’s name and address', async () => {
    const feed = await feedOf(newsroom, outlet);
    expect([feed.format, feed.complete]).toEqual([outlet.format, true]);
    if (outlet.format === 'sitemap') return;
    expect([feed.title, feed.description]).toEqual([outlet.name, outlet.tagline]);
    expect(feed.siteUrl).toBe(outlet.siteUrl);
    expect(feed.language?.slice(0, 2)).toBe(outlet.language);
    expect(feed.pace.ttl).toBe(outlet.dialect.ttl ?? null);
  });

  it('lists all that the outlet has published, newest first, with headline, address and time', async () => {
    const { items } = await feedOf(newsroom, outlet);
    const served = items.map(({ title, url, published, updated }) => [
      title,
      url,
      (published ?? updated)?.at,
    ]);
    const truth = articlesOf(newsroom, outlet)
      .toSorted((a, b) => b.publishedAt - a.publishedAt)
      .map(({ title, url, publishedAt }) => [title, url, shown(publishedAt)]);
    expect(truth).not.toEqual([]);
    expect(served).toEqual(truth);
  });

  it('carries the lead, the text and the picture as its dialect does', async () => {
    const article = newest(({ image }) => image !== null) ?? newest();
    const item = await itemAt(article?.url ?? '');
    const { content, image } = outlet.dialect;
    if (outlet.format !== 'sitemap') expect(item.summary).toContain(article?.lead.slice(0, 12));
    if (content) expect(item.content).toContain(article?.body[0]?.slice(0, 12));
    if (image || outlet.format === 'json') expect(item.image).toBe(article?.image);
  });

  it('is not sent again to those who have it, until something has changed', async () => {
    const { headers } = await ask(newsroom, outlet.feedUrl);
    const byTag = { 'if-none-match': String(headers.etag) };
    const byDate = { 'if-modified-since': String(headers['last-modified']) };
    for (const validator of [byTag, byDate]) {
      const again = await ask(newsroom, outlet.feedUrl, validator);
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
    const article = newsroom.publishAt(outlet.id, {
      title: `More from ${outlet.host}`,
      lead: 'It has just come in.',
      publishedAt: Date.now() - 3_600_000,
    });
    for (const validator of [byTag, byDate]) {
      expect((await ask(newsroom, outlet.feedUrl, validator)).status).toBe(200);
    }
    const late = await ask(newsroom, outlet.feedUrl);
    newsroom.withdraw(article.id);
    const after = await ask(newsroom, outlet.feedUrl, {
      'if-modified-since': String(late.headers['last-modified']),
    });
    expect(after.status).toBe(200);
  });

  it('comes compressed to those who ask for that', async () => {
    const plain = await ask(newsroom, outlet.feedUrl);
    const packed = await ask(newsroom, outlet.feedUrl, { 'accept-encoding': 'gzip, deflate, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length);
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
    const tag = { 'accept-encoding': 'gzip', 'if-none-match': String(packed.headers.etag) };
    expect((await ask(newsroom, outlet.feedUrl, tag)).status).toBe(304);
  });
});

describe('the peculiarities of feeds', () => {
  const textOf = async (id: string): Promise<string> =>
    (await ask(newsroom, outletOf(newsroom, id).feedUrl)).text;

  it('include windows-1251, named in the XML declaration and nowhere else', async () => {
    const outlet = outletOf(newsroom, 'kurier');
    const { headers, bytes } = await ask(newsroom, outlet.feedUrl);
    expect(headers['content-type']).toBe('text/xml');
    expect(bytes.toString('latin1')).toContain('<?xml version="1.0" encoding="windows-1251"?>');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = new TextDecoder('windows-1251').decode(bytes);
    for (const { title } of articlesOf(newsroom, outlet)) expect(text).toContain(title);
  });

  it('keep characters which windows-1251 lacks', async () => {
    const outlet = outletOf(newsroom, 'kurier');
    const article = newsroom.publishAt(outlet.id, { title: 'Тепло: 20 ℃ і ½ цукру 🌻', lead: 'Так.' });
    const titles = (await feedOf(newsroom, outlet)).items.map(({ title }) => title);
    expect(titles).toContain(article.title);
  });

  it('include relative links, opaque ids, campaign parameters, entities and zones by name', async () => {
    expect(await textOf('signal')).toMatch(/xml:base="[^"]+"[\s\S]*<link rel="alternate"[^>]*href="(?!http)/);
    expect(await textOf('continental')).toMatch(/<guid isPermaLink="false">tag:/);
    expect(await textOf('vechir')).toContain('utm_source=rss&amp;utm_medium=feed');
    expect(await textOf('meridian')).toMatch(/&amp;(?:rsquo|ldquo|ndash);/);
    expect(await textOf('fenwick')).toMatch(/<pubDate>\w{3}, \d\d \w{3} \d{4} [\d:]{8} EST</);
  });

  it('include whole texts, creators and pictures of Media RSS in one feed', async () => {
    const text = await textOf('continental');
    for (const name of ['content:encoded', 'media:content', 'dc:creator']) expect(text).toContain(`<${name}`);
  });
});
