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

describe('permission', () => {
  it('is needed before anything is asked', async () => {
    world.refused.add('courier.example');
    expect(await discover(world.deps, SITE)).toMatchObject({ problem: { code: 'no-permission' } });
    expect(asked()).toEqual([]);
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
