import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { followPackEntry } from '../../../utils/app/commands/follow-pack-entry.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { factsOf } from '../../../utils/model/pack-entry.ts';
import type { FeedAnswer } from '../../../utils/net/fetch-feed.ts';
import { allFeeds } from '../../../utils/store/feeds.ts';
import { packEntry } from '../support/pack-entry.ts';
import { createWorld, failure, HOUR, NOON, rss, type World } from '../support/world.ts';

const FIRST = 'https://courier.example/rss';
const SECOND = 'https://www.courier.example/feed';
const THIRD = 'https://feeds.courier.example/all';
const ENTRY = factsOf(
  packEntry({
    feeds: [FIRST, SECOND, THIRD],
    feedHosts: ['courier.example', 'www.courier.example', 'feeds.courier.example'],
  }),
);

let world: World;

beforeEach(() => {
  world = createWorld();
});

const asked = (): string[] => world.requests.map((request) => request.url);
const feeds = async () => allFeeds(await world.database());
const page = (url: string): FeedAnswer => ({
  kind: 'document',
  document: { bytes: new TextEncoder().encode('<!doctype html><p>Courier'), url, contentType: 'text/html' },
  validators: { etag: null, lastModified: null },
  whole: true,
});

describe('following a source of a pack', () => {
  it('keeps the first address that is a feed, with its headlines, and asks no further', async () => {
    world.answer(FIRST, failure('http', 404));
    world.answer(SECOND, rss([{ title: 'Bridge opens', guid: '1' }]));
    world.answer(THIRD, rss([]));
    expect(await followPackEntry(world.deps, ENTRY)).toMatchObject({ ok: true });
    expect(asked()).toEqual([FIRST, SECOND]);
    expect((await feeds()).map((feed) => feed.url)).toEqual([SECOND]);
    const { rows } = await latest(await world.database(), { after: null, limit: 5 });
    expect(rows.map((row) => row.title)).toEqual(['Bridge opens']);
    expect(world.alarms.at(-1)).toBe(NOON + HOUR);
  });

  it.each([
    ['a page', page(FIRST)],
    ['silence', failure('timeout')],
    ['a fault of the server', failure('http', 500)],
  ])('passes over an address that gives %s', async (_, answer) => {
    world.answer(FIRST, answer);
    world.answer(SECOND, rss([]));
    expect(await followPackEntry(world.deps, ENTRY)).toMatchObject({ ok: true });
    expect((await feeds()).map((feed) => feed.url)).toEqual([SECOND]);
  });

  it('asks one address at a time', async () => {
    let release = (): void => undefined;
    world.answer(FIRST, () => new Promise((resolve) => (release = () => resolve(failure('timeout')))));
    world.answer(SECOND, rss([]));
    const following = followPackEntry(world.deps, ENTRY);
    await expect.poll(asked).toEqual([FIRST]);
    release();
    await following;
    expect(asked()).toEqual([FIRST, SECOND]);
  });

  it('follows nothing where no address works, and gives the last problem', async () => {
    world.answer(FIRST, failure('timeout'));
    world.answer(SECOND, failure('http', 404));
    world.answer(THIRD, page(THIRD));
    expect(await followPackEntry(world.deps, ENTRY)).toMatchObject({ problem: { code: 'not-a-feed' } });
    expect(await feeds()).toEqual([]);
    expect(world.alarms).toEqual([]);
  });

  it('never asks a host that the reader did not allow', async () => {
    world.refused.add('courier.example').add('feeds.courier.example');
    world.answer(SECOND, failure('timeout'));
    expect(await followPackEntry(world.deps, ENTRY)).toMatchObject({ problem: { code: 'no-permission' } });
    expect(asked()).toEqual([SECOND]);
  });

  it('leaves a host alone that asks for it, also by its other addresses', async () => {
    const other = 'https://courier.example/feed';
    const entry = packEntry({ feeds: [FIRST, other, SECOND] });
    world.answer(FIRST, { kind: 'failed', problem: { code: 'http', status: 503 }, retryAfterMs: HOUR });
    world.answer(SECOND, failure('http', 404));
    await followPackEntry(world.deps, factsOf(entry));
    expect(asked()).toEqual([FIRST, SECOND]);
  });

  it('asks nothing where any of its addresses is followed already', async () => {
    world.answer(THIRD, rss([]));
    await addFeed(world.deps, THIRD);
    world.requests.length = 0;
    expect(await followPackEntry(world.deps, ENTRY)).toMatchObject({ problem: { code: 'already-followed' } });
    expect(asked()).toEqual([]);
  });

  it('looks the site through where no address is known', async () => {
    const entry = factsOf(packEntry({ feeds: [], discovery: true, site: 'https://courier.example/' }));
    const html = '<link rel="alternate" type="application/rss+xml" href="/rss">';
    const document = {
      bytes: new TextEncoder().encode(`<html>${html}`),
      url: entry.site,
      contentType: 'text/html',
    };
    const validators = { etag: null, lastModified: null };
    world.answer(entry.site, { kind: 'document', document, validators, whole: true });
    world.answer(FIRST, rss([{ title: 'Bridge opens', guid: '1' }]));
    expect(await followPackEntry(world.deps, entry)).toMatchObject({ ok: true });
    expect(asked()).toEqual([entry.site, FIRST]);
    expect(await followPackEntry(world.deps, entry)).toMatchObject({ problem: { code: 'already-followed' } });
  });

  it('says so where the site has no feed', async () => {
    const entry = packEntry({ feeds: [], discovery: true });
    const document = { bytes: new TextEncoder().encode('<html>'), url: entry.site, contentType: 'text/html' };
    const validators = { etag: null, lastModified: null };
    world.answer(entry.site, { kind: 'document', document, validators, whole: true });
    expect(await followPackEntry(world.deps, factsOf(entry))).toMatchObject({ problem: { code: 'no-feed' } });
  });

  it('keeps what the pack knows where the feed does not say it', async () => {
    world.answer(FIRST, rss([], { title: '' }));
    await followPackEntry(world.deps, ENTRY);
    expect(await feeds()).toMatchObject([
      { title: 'Northgate Courier', siteUrl: 'https://courier.example/', language: 'en' },
    ]);
  });
});
