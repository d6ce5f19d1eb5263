import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { askFeed } from '../../../utils/app/ask-feed.ts';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { NO_VALIDATORS } from '../../../utils/model/feed.ts';
import type { FeedAnswer } from '../../../utils/net/fetch-feed.ts';
import { createWorld, failure, HOUR, type World } from '../support/world.ts';

const INDEX = 'https://courier.example/sitemap.xml';
const NEWS = 'https://courier.example/sitemap-news.xml.gz';
const PAGES = 'https://courier.example/sitemap-pages.xml';

let world: World;

beforeEach(() => {
  world = createWorld();
  world.answer(INDEX, answer(INDEX, text(`<sitemapindex>${child(PAGES)}${child(NEWS)}</sitemapindex>`)));
});

const text = (xml: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0"?>${xml}`);
const child = (url: string, lastmod = ''): string =>
  `<sitemap><loc>${url}</loc><lastmod>${lastmod}</lastmod></sitemap>`;

function answer(url: string, bytes: Uint8Array): FeedAnswer {
  return {
    kind: 'document',
    document: { bytes, url, contentType: 'application/xml' },
    validators: { etag: '"1"', lastModified: null },
    whole: true,
  };
}

function newsSitemap(...titles: string[]): Uint8Array {
  const urls = titles.map(
    (title, i) => `<url><loc>https://courier.example/${i}</loc><news:news><news:title>${title}</news:title>
      <news:publication_date>2026-03-01T10:0${i}:00Z</news:publication_date></news:news></url>`,
  );
  return text(
    `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join('')}</urlset>`,
  );
}

async function titles(): Promise<string[]> {
  const { rows } = await latest(await world.database(), { after: null, limit: 50 });
  return rows.map((row) => row.title).sort();
}

describe('a sitemap index', () => {
  it('is followed by the packed sitemap of news that it leads to', async () => {
    world.answer(NEWS, answer(NEWS, gzipSync(newsSitemap('First', 'Second'))));
    expect((await addFeed(world.deps, INDEX)).ok).toBe(true);
    expect(await titles()).toEqual(['First', 'Second']);
    expect(world.requests.map(({ url }) => url)).toEqual([INDEX, NEWS]);
  });

  it('hides no news behind validators of its own', async () => {
    world.answer(NEWS, answer(NEWS, gzipSync(newsSitemap('First'))));
    await addFeed(world.deps, INDEX);
    world.answer(NEWS, answer(NEWS, gzipSync(newsSitemap('First', 'Second'))));
    world.time += HOUR;
    await poll(world.deps);
    expect(world.requests.every(({ validators }) => validators.etag === null)).toBe(true);
    expect(await titles()).toEqual(['First', 'Second']);
  });

  it.each([
    ['as the index states', ['2026-03-01T09:00:00Z', '2026-03-01T11:00:00Z'], ['1', '2']],
    ['as their addresses say', ['', ''], ['2026-02-28', '2026-03-01']],
  ])('is followed by the newest of several, %s', async (_how, [older, newer], [first, last]) => {
    const at = (name = ''): string => `https://courier.example/news-${name}.xml`;
    world.answer(
      INDEX,
      answer(INDEX, text(`<sitemapindex>${child(at(first), older)}${child(at(last), newer)}</sitemapindex>`)),
    );
    world.answer(at(first), answer(at(first), newsSitemap('Yesterday')));
    world.answer(at(last), answer(at(last), newsSitemap('Today')));
    await addFeed(world.deps, INDEX);
    expect(await titles()).toEqual(['Today']);
    expect(world.requests.map(({ url }) => url)).toEqual([INDEX, at(last)]);
  });

  it('passes over sitemaps that are gone, but asks no further where a site asks to wait', async () => {
    const both = [child('https://courier.example/news-2.xml'), child(NEWS)];
    world.answer(INDEX, answer(INDEX, text(`<sitemapindex>${both.join('')}</sitemapindex>`)));
    world.answer(NEWS, answer(NEWS, newsSitemap('First')));
    world.answer('https://courier.example/news-2.xml', failure('http', 404));
    await addFeed(world.deps, INDEX);
    expect(await titles()).toEqual(['First']);
    world.answer('https://courier.example/news-2.xml', failure('http', 429));
    world.requests.length = 0;
    world.time += HOUR;
    await poll(world.deps);
    expect(world.requests).toHaveLength(2);
    expect((await sources(await world.database()))[0]?.problem).toMatchObject({ status: 429 });
  });

  it('costs no storing where its sitemap holds what it held', async () => {
    world.answer(NEWS, answer(NEWS, newsSitemap('First')));
    await addFeed(world.deps, INDEX);
    const asked = { url: INDEX, validators: NO_VALIDATORS };
    const first = await askFeed(world.deps, { ...asked, bodyHash: null });
    const bodyHash = first.kind === 'feed' ? first.hash : null;
    expect(await askFeed(world.deps, { ...asked, bodyHash })).toEqual({
      kind: 'unchanged',
      validators: null,
    });
  });

  it('is no feed where it leads to pages alone', async () => {
    world.answer(INDEX, answer(INDEX, text(`<sitemapindex>${child(PAGES)}</sitemapindex>`)));
    world.answer(
      PAGES,
      answer(PAGES, text('<urlset><url><loc>https://courier.example/about</loc></url></urlset>')),
    );
    expect(await addFeed(world.deps, INDEX)).toMatchObject({ problem: { code: 'not-a-feed' } });
  });

  it('asks no other host without the reader’s permission', async () => {
    const elsewhere = 'https://elsewhere.example/news.xml';
    world.answer(INDEX, answer(INDEX, text(`<sitemapindex>${child(elsewhere)}</sitemapindex>`)));
    world.refused.add('elsewhere.example');
    await addFeed(world.deps, INDEX);
    expect(world.requests.map(({ url }) => url)).toEqual([INDEX]);
  });
});
