import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import type { FeedAnswer } from '../../../utils/net/fetch-feed.ts';
import { createWorld, HOUR, type World } from '../support/world.ts';

const INDEX = 'https://courier.example/sitemap.xml';
const NEWS = 'https://courier.example/sitemap-news.xml.gz';
const PAGES = 'https://courier.example/sitemap-pages.xml';

let world: World;

beforeEach(() => {
  world = createWorld();
  world.answer(INDEX, answer(INDEX, text(`<sitemapindex>${child(PAGES)}${child(NEWS)}</sitemapindex>`)));
});

const text = (xml: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0"?>${xml}`);
const child = (url: string): string => `<sitemap><loc>${url}</loc></sitemap>`;

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
