import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { discover } from '../../../utils/app/commands/discover.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import type { Discovery, FeedCandidate } from '../../../utils/model/discovery.ts';
import type { FeedAnswer } from '../../../utils/net/fetch-feed.ts';
import { createWorld, failure, HOUR, NOON, rss, type World } from '../support/world.ts';

const SITE = 'https://courier.example/';
const FEED = 'https://courier.example/rss';

let world: World;

beforeEach(() => {
  world = createWorld();
});

function body(url: string, text: string): FeedAnswer {
  const document = { bytes: new TextEncoder().encode(text), url, contentType: 'text/html' };
  return { kind: 'document', document, validators: { etag: null, lastModified: null }, whole: true };
}

const page = (...links: string[]): FeedAnswer =>
  body(
    SITE,
    `<!doctype html><head>${links.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join('')}`,
  );

async function look(address = SITE): Promise<Discovery> {
  const result = await discover(world.deps, address);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

async function candidates(address = SITE): Promise<readonly FeedCandidate[]> {
  const found = await look(address);
  return found.kind === 'list' ? [] : found.candidates;
}

const asked = (): string[] => world.requests.map(({ url }) => url);

describe('an address', () => {
  it('that is a feed is shown with its headlines and how often it publishes', async () => {
    const items = Array.from({ length: 5 }, (_, i) => ({
      title: `Story ${i}`,
      guid: `${i}`,
      at: NOON - i * 6 * HOUR,
    }));
    world.answer(FEED, rss(items, { title: 'The Courier' }));
    expect(await look('courier.example/rss')).toEqual({
      kind: 'feed',
      candidates: [
        {
          url: FEED,
          title: 'The Courier',
          scope: 'site',
          format: 'rss',
          headlines: ['Story 0', 'Story 1', 'Story 2'],
          perDay: 4,
          language: null,
          state: 'found',
        },
      ],
    });
  });

  it('that is followed right after its preview is asked once', async () => {
    world.answer(FEED, rss([{ title: 'First', guid: '1' }], { etag: '"1"' }));
    await look(FEED);
    expect((await addFeed(world.deps, FEED)).ok).toBe(true);
    expect(asked()).toEqual([FEED]);
    world.time += HOUR;
    await poll(world.deps);
    expect(world.requests.at(-1)?.validators.etag).toBe('"1"');
  });

  it('is asked again where the background died after the preview', async () => {
    world.answer(FEED, rss([{ title: 'First', guid: '1' }]));
    await look(FEED);
    expect((await addFeed(world.reborn(), FEED)).ok).toBe(true);
    expect(asked()).toEqual([FEED, FEED]);
  });

  it('that is a page leads to the feeds it names', async () => {
    world.answer(SITE, page('/rss', '/missing'));
    world.answer(FEED, rss([{ title: 'First', guid: '1' }]));
    expect((await candidates()).map(({ url, headlines }) => [url, headlines])).toEqual([[FEED, ['First']]]);
  });

  it('that names no feed leads to the usual places, until one has a feed', async () => {
    world.answer(SITE, page());
    world.answer(FEED, rss([{ title: 'First', guid: '1' }]));
    expect((await candidates()).map(({ url }) => url)).toEqual([FEED]);
    expect(asked()).toEqual([SITE, 'https://courier.example/feed', FEED]);
  });

  it('without any feed leads to the news sitemap that robots.txt names', async () => {
    const sitemap = 'https://courier.example/news.xml';
    world.answer(SITE, page());
    world.answer('https://courier.example/robots.txt', body(SITE, `Sitemap: ${sitemap}`));
    world.answer(
      sitemap,
      body(
        sitemap,
        `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${SITE}1</loc>
         <news:news><news:title>First</news:title></news:news></url></urlset>`,
      ),
    );
    expect(await candidates()).toMatchObject([{ url: sitemap, format: 'sitemap', headlines: ['First'] }]);
  });

  it('that is an article leads to the feed that its site’s home page names', async () => {
    const article = `${SITE}2026/03/01/bridge`;
    world.answer(article, body(article, '<html><a href="/about">About</a>'));
    world.answer(SITE, page('/odd/place.php'));
    world.answer(`${SITE}odd/place.php`, rss([{ title: 'First', guid: '1' }]));
    expect((await candidates(article)).map(({ url }) => url)).toEqual([`${SITE}odd/place.php`]);
    expect(asked()).toHaveLength(3);
  });

  it.each([403, 404, 410])('that answers %i leads to the feeds of its site all the same', async (status) => {
    world.answer(`${SITE}gone`, failure('http', status));
    world.answer(SITE, page('/rss'));
    world.answer(FEED, rss([{ title: 'First', guid: '1' }]));
    expect((await candidates(`${SITE}gone`)).map(({ url }) => url)).toEqual([FEED]);
  });

  it('without any feed leads to the newest sitemap of an index, within twelve requests', async () => {
    const at = (name: string): string => `${SITE}${name}.xml`;
    const article = `${SITE}a`;
    world.answer(article, page());
    world.answer(SITE, page());
    world.answer(`${SITE}robots.txt`, body(SITE, `Sitemap: ${at('sitemap')}`));
    world.answer(
      at('sitemap'),
      body(
        at('sitemap'),
        `<sitemapindex><sitemap><loc>${at('old')}</loc><lastmod>2020-01-01</lastmod></sitemap>
         <sitemap><loc>${at('new')}</loc><lastmod>2026-03-01</lastmod></sitemap></sitemapindex>`,
      ),
    );
    world.answer(
      at('new'),
      body(
        at('new'),
        `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${SITE}1</loc>
         <news:news><news:title>First</news:title></news:news></url></urlset>`,
      ),
    );
    expect(await candidates(article)).toMatchObject([{ url: at('sitemap'), headlines: ['First'] }]);
    expect(asked().length).toBeLessThanOrEqual(12);
  });

  it('whose sitemaps lead on and on is left after twelve requests', async () => {
    world.answer(SITE, page());
    const children = (name: string): string =>
      [1, 2, 3].map((i) => `<sitemap><loc>${SITE}${name}-${i}.xml</loc></sitemap>`).join('');
    const names = ['news1', 'news2', 'news3'];
    world.answer(`${SITE}robots.txt`, body(SITE, names.map((n) => `Sitemap: ${SITE}${n}.xml`).join('\n')));
    for (const name of names) {
      world.answer(`${SITE}${name}.xml`, body(SITE, `<sitemapindex>${children(name)}</sitemapindex>`));
    }
    expect(await discover(world.deps, SITE)).toMatchObject({ problem: { code: 'no-feed' } });
    expect(asked()).toHaveLength(12);
  });

  it('whose site asks to be left alone is asked nothing more', async () => {
    world.answer(SITE, page());
    world.answer(`${SITE}feed`, failure('http', 429));
    expect(await discover(world.deps, SITE)).toMatchObject({ problem: { code: 'http', status: 429 } });
    expect(asked()).toEqual([SITE, `${SITE}feed`]);
  });

  it('with nothing to follow says so, after twelve requests at most', async () => {
    world.answer(SITE, page('/1', '/2', '/3', '/4', '/5', '/6', '/7', '/8'));
    expect(await discover(world.deps, SITE)).toMatchObject({ problem: { code: 'no-feed' } });
    expect(asked().length).toBeLessThanOrEqual(12);
  });

  it('that is a list of sources gives the list', async () => {
    world.answer(
      SITE,
      body(SITE, '<opml><body><outline text="A" xmlUrl="https://a.example/rss"/></body></opml>'),
    );
    expect(await look()).toMatchObject({
      kind: 'list',
      list: { sources: [{ url: 'https://a.example/rss' }] },
    });
  });

  it.each([
    ['is none', 'not an address', 'bad-address'],
    ['does not answer', SITE, 'unreachable'],
    ['is missing', 'https://courier.example/gone', 'http'],
  ])('that %s says so', async (_what, address, code) => {
    world.answer('https://courier.example/gone', failure('http', 404));
    expect(await discover(world.deps, address)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('several feeds', () => {
  const story = (title: string, hoursAgo: number) => ({ title, guid: title, at: NOON - hoursAgo * HOUR });
  const stories = ['One', 'Two', 'Three', 'Four'].map((title, i) => story(title, i));

  it('that hold the same are one', async () => {
    world.answer(SITE, page('/rss', '/news.php', '/sport/feed'));
    world.answer(FEED, rss(stories));
    world.answer(`${SITE}news.php`, rss(stories.slice(0, 3)));
    world.answer(`${SITE}sport/feed`, rss([story('Sport', 1), ...stories.slice(1)]));
    expect((await candidates()).map(({ url }) => url)).toEqual([FEED, `${SITE}sport/feed`]);
  });

  it('stand with comments last, also where only the feed says that it is of comments', async () => {
    world.answer(SITE, page('/odd.php', '/rss'));
    world.answer(`${SITE}odd.php`, rss([story('Nice', 1)], { title: 'Comments for Courier' }));
    world.answer(FEED, rss(stories));
    expect((await candidates()).map(({ scope }) => scope)).toEqual(['site', 'comments']);
  });

  it('of comments alone are no reason to stop looking', async () => {
    world.answer(SITE, page('/comments/feed'));
    world.answer(`${SITE}comments/feed`, rss([story('Nice', 1)]));
    world.answer(`${SITE}feed`, rss(stories));
    expect((await candidates()).map(({ url }) => url)).toEqual([`${SITE}feed`, `${SITE}comments/feed`]);
  });

  it('are each asked once, however often they are named', async () => {
    const article = `${SITE}a`;
    world.answer(article, page('/comments/feed', 'https://feeds.example/comments'));
    world.answer(SITE, page('/comments/feed', 'https://feeds.example/comments'));
    world.answer(`${SITE}comments/feed`, rss([story('Nice', 1)]));
    world.refused.add('feeds.example');
    world.answer(`${SITE}feed`, rss(stories));
    expect(await candidates(article)).toHaveLength(3);
    expect(asked().filter((url) => url.endsWith('comments/feed'))).toHaveLength(1);
  });

  it('say how often they publish whatever old article they keep in front', async () => {
    const often = Array.from({ length: 10 }, (_, i) => story(`Story ${i}`, i === 0 ? 50_000 : i));
    world.answer(FEED, rss(often));
    expect((await candidates(FEED))[0]?.perDay).toBe(24);
  });
});

describe('permission', () => {
  it('is needed before anything is asked', async () => {
    world.refused.add('courier.example');
    expect(await discover(world.deps, SITE)).toMatchObject({ problem: { code: 'no-permission' } });
    expect(asked()).toEqual([]);
  });

  it('is not got round by a redirect: what it leads to is read no further', async () => {
    world.refused.add('elsewhere.example');
    world.answer(SITE, body('https://elsewhere.example/', '<html>'));
    expect(await discover(world.deps, SITE)).toMatchObject({ problem: { code: 'no-feed' } });
    expect(asked()).toEqual([SITE]);
  });

  it('of another host is named, and that host is not asked', async () => {
    world.refused.add('feeds.example');
    world.answer(SITE, page('https://feeds.example/courier'));
    expect(await candidates()).toMatchObject([
      { url: 'https://feeds.example/courier', state: 'needs-permission' },
    ]);
    expect(asked()).toEqual([SITE]);
  });
});

describe('a feed that is followed already', () => {
  it('is named as such, and not asked again', async () => {
    world.answer(FEED, rss([]));
    await addFeed(world.deps, FEED);
    world.answer(SITE, page('/rss'));
    world.requests.length = 0;
    expect(await candidates()).toMatchObject([{ url: FEED, state: 'followed' }]);
    expect(asked()).toEqual([SITE]);
  });
});
