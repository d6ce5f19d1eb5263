/** Machines of the reader's own network are asked by no door, in no spelling, until that very host was confirmed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { allowPrivateHost } from '../../../utils/app/commands/allow-private-host.ts';
import { discover, lookAtLinks } from '../../../utils/app/commands/discover.ts';
import { fetchFullText } from '../../../utils/app/commands/fetch-full-text.ts';
import { followPackEntry } from '../../../utils/app/commands/follow-pack-entry.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { refresh } from '../../../utils/app/commands/refresh.ts';
import { readOpml } from '../../../utils/feed/opml.ts';
import type { FeedAnswer } from '../../../utils/net/fetch-feed.ts';
import { hostOf } from '../../../utils/text/host.ts';
import { PRIVATE_ADDRESSES } from '../support/private-addresses.ts';
import { createWorld, HOUR, MINUTE, rss, type World } from '../support/world.ts';

const PUBLIC = 'https://courier.example/rss';
const ITEM = { title: 'First', guid: '1' };

let world: World;

beforeEach(() => {
  world = createWorld();
  for (const url of PRIVATE_ADDRESSES) world.answer(new URL(url).href, rss([ITEM]));
});

const asked = (): string[] => world.requests.map(({ url }) => url);
const page = (url: string, text: string): FeedAnswer => ({
  kind: 'document',
  document: { bytes: new TextEncoder().encode(text), url, contentType: 'text/html' },
  validators: { etag: null, lastModified: null },
  whole: true,
});

it('there are thirty spellings and more', () => {
  expect(new Set(PRIVATE_ADDRESSES).size).toBeGreaterThanOrEqual(30);
});

describe.each(PRIVATE_ADDRESSES)('%s is not asked', (url) => {
  it('as a source that is added, refreshed and polled', async () => {
    await addFeed(world.deps, url);
    await refresh(world.deps);
    world.time += HOUR;
    await poll(world.deps);
    expect(asked()).toEqual([]);
  });

  it('as a source of a list', async () => {
    const opml = `<opml><body><outline text="a" xmlUrl="${url}"/></body></opml>`;
    const list = readOpml(new TextEncoder().encode(opml));
    if (!list.ok) throw new Error(list.problem.code);
    await importSources(world.deps, list.value.sources);
    await poll(world.deps);
    expect(asked()).toEqual([]);
  });

  it('as an address to look up, or one that a page names', async () => {
    await discover(world.deps, url);
    await lookAtLinks(world.deps, [{ url, title: '', scope: 'site' }]);
    expect(asked()).toEqual([]);
    world.answer(
      'https://courier.example/',
      page(
        'https://courier.example/',
        `<!doctype html><link rel="alternate" type="application/rss+xml" href="${url}">`,
      ),
    );
    await discover(world.deps, 'https://courier.example/');
    expect(asked().filter((one) => hostOf(one) !== 'courier.example')).toEqual([]);
  });

  it('as the page of an article that a public source names', async () => {
    world.answer(PUBLIC, rss([{ ...ITEM, link: url }]));
    await addFeed(world.deps, PUBLIC);
    const [article] = await (await world.database()).getAll('articles');
    await fetchFullText(world.deps, article?.id ?? 0);
    expect(asked()).toEqual([PUBLIC]);
  });

  it('because another machine was confirmed', async () => {
    await allowPrivateHost(world.deps, '192.168.77.77');
    await addFeed(world.deps, url);
    world.time += 10 * MINUTE;
    await poll(world.deps);
    expect(asked()).toEqual([]);
    await allowPrivateHost(world.deps, hostOf(url));
    expect(asked()).toEqual([new URL(url).href]);
  });
});

it('a pack names no such machine either', async () => {
  await followPackEntry(world.deps, {
    name: 'Router',
    site: 'http://192.168.1.1/',
    language: 'en',
    feeds: ['http://192.168.1.1/rss'],
    support: null,
    publisher: { kind: 'online', owner: null, country: null, articleHosts: [] },
  });
  expect(asked()).toEqual([]);
});
