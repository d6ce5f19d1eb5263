/** What the reading page asks for: an article, a source, what was saved, what was missed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { cleanUp } from '../../../utils/app/commands/clean-up.ts';
import { fetchFullText } from '../../../utils/app/commands/fetch-full-text.ts';
import { saveOrNot } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { article } from '../../../utils/app/queries/article.ts';
import { away } from '../../../utils/app/queries/away.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { saved } from '../../../utils/app/queries/saved.ts';
import { source } from '../../../utils/app/queries/source.ts';
import type { ArticleView } from '../../../utils/model/article-view.ts';
import type { LatestRow } from '../../../utils/model/view.ts';
import type { FeedAnswer } from '../../../utils/net/fetch-feed.ts';
import { removeForGood } from '../support/sources.ts';
import {
  createWorld,
  failure,
  HOUR,
  MINUTE,
  NOON,
  rss,
  type TestItem,
  type World,
} from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';
const PAGE = 'https://courier.example/1';

let world: World;

beforeEach(() => {
  world = createWorld();
});

async function follow(url: string, items: readonly TestItem[], language = 'en'): Promise<void> {
  world.answer(url, rss(items, { title: new URL(url).hostname, site: url, language }));
  await addFeed(world.deps, url);
}

async function publish(url: string, items: readonly TestItem[]): Promise<void> {
  world.answer(url, rss(items, { title: new URL(url).hostname, site: url, language: 'en' }));
  world.time += 26 * HOUR;
  await poll(world.deps);
}

async function rows(): Promise<readonly LatestRow[]> {
  return (await latest(await world.database(), { after: null, limit: 50, newSince: null })).rows;
}

async function open(id: number): Promise<ArticleView> {
  const view = await article(await world.database(), { articleId: id });
  if (view.kind !== 'article') throw new Error('it is gone');
  return view;
}

const first = async (): Promise<number> => (await rows())[0]?.id ?? 0;

describe('an article', () => {
  it('has the publisher’s own time and zone, its text and its earlier headlines', async () => {
    const at = NOON - HOUR;
    const item = { title: 'Bridge opens', guid: '1', link: PAGE, text: '&lt;p&gt;Body&lt;/p&gt;', at };
    await follow(COURIER, [item]);
    await publish(COURIER, [{ ...item, title: 'Bridge opens early' }]);
    const view = await open(await first());
    expect(view.published).toEqual({ at, offset: 0 });
    expect(view.html).toBe('<p>Body</p>');
    expect(view.row.title).toBe('Bridge opens early');
    expect(view.history).toEqual([{ title: 'Bridge opens', until: world.time }]);
    expect(view).toMatchObject({ isSaved: false, page: null, supportUrl: null, author: null, since: [] });
  });

  it('without link, date or text is an article all the same', async () => {
    await follow(COURIER, [{ title: 'Bare', guid: '1' }]);
    const view = await open(await first());
    expect(view.published).toBeNull();
    expect(view.html).toBe('');
    expect(view.row.url).toBeNull();
  });

  it('says whether its text is clearly longer than the row', async () => {
    const text = 'A sentence of ten words that says a little more. ';
    const item = (n: number, times: number) => ({
      title: `News ${n}`,
      guid: `${n}`,
      link: `${PAGE}${n}`,
      text: text.repeat(times),
    });
    await changeSettings(world.deps, { latest: 'articles' });
    await follow(COURIER, [item(1, 3), item(2, 30)]);
    const byTitle = new Map((await rows()).map((row) => [row.title, row.isLong]));
    expect(byTitle).toEqual(
      new Map([
        ['News 1', undefined],
        ['News 2', true],
      ]),
    );
  });

  it('has the other reports of its story, and what they say that it could not', async () => {
    const title = 'Explosion at Kharkiv chemical plant kills 12 workers, governor says';
    await follow(COURIER, [{ title, guid: '1', link: PAGE, at: NOON - 2 * HOUR }]);
    await follow(HERALD, [
      {
        title: 'Kharkiv chemical plant explosion kills 15 workers, governor says',
        guid: 'h',
        link: 'https://herald.example/1',
        at: NOON - HOUR,
      },
    ]);
    const own = (await article(await world.database(), { articleId: 1 })) as ArticleView;
    expect(own.story?.rows.map((row) => row.source.name)).toEqual(['herald.example', 'courier.example']);
    expect(own.since).toMatchObject([
      {
        row: { source: { name: 'herald.example' } },
        numbers: [{ was: 'Explosion at Kharkiv chemical plant kills 12 workers' }],
      },
    ]);
    const later = (await article(await world.database(), { articleId: 2 })) as ArticleView;
    expect(later.since).toEqual([]);
  });
});

describe('a link to what is not kept', () => {
  it('to an article offers the source it came from, as long as that is followed', async () => {
    await follow(COURIER, [{ title: 'Old', guid: '1', link: PAGE, at: NOON - HOUR }]);
    const old = await first();
    await changeSettings(world.deps, { keepDays: 1 });
    const many = Array.from({ length: 25 }, (_, n) => ({
      title: `New ${n}`,
      guid: `n${n}`,
      link: `${PAGE}/${n}`,
    }));
    await publish(COURIER, many);
    world.time += 72 * HOUR;
    await cleanUp(world.deps);
    const db = await world.database();
    expect(await article(db, { articleId: old })).toEqual({
      kind: 'gone',
      source: { id: 1, name: 'courier.example' },
    });
    expect(await article(db, { articleId: 4711 })).toEqual({ kind: 'gone', source: null });
    await removeForGood(world.deps, 1);
    expect(await article(db, { articleId: old })).toEqual({ kind: 'gone', source: null });
  });

  it('to a source says so', async () => {
    expect(await source(await world.database(), { feedId: 7, after: null, limit: 10 })).toBeNull();
  });
});

describe('a source', () => {
  it('has its latest articles, page by page', async () => {
    const items = Array.from({ length: 5 }, (_, n) => ({
      title: `News ${n}`,
      guid: `${n}`,
      at: NOON - n * MINUTE,
    }));
    await follow(COURIER, items);
    await follow(HERALD, [{ title: 'Other', guid: 'o' }]);
    const db = await world.database();
    const page = await source(db, { feedId: 1, after: null, limit: 3 });
    expect(page?.rows.map(({ title }) => title)).toEqual(['News 0', 'News 1', 'News 2']);
    expect(page?.row).toMatchObject({ title: 'courier.example', stored: 5, problem: null });
    const rest = await source(db, { feedId: 1, after: page?.next ?? null, limit: 3 });
    expect(rest?.rows.map(({ title }) => title)).toEqual(['News 3', 'News 4']);
    expect(rest?.next).toBeNull();
  });
});

describe('what was saved', () => {
  it('stands in a list of its own, saved last first', async () => {
    await follow(COURIER, [
      { title: 'One', guid: '1' },
      { title: 'Two', guid: '2' },
    ]);
    await saveOrNot(world.deps, [1], true);
    world.time += MINUTE;
    await saveOrNot(world.deps, [2], true);
    const ids = async () => (await saved(await world.database())).map(({ id }) => id);
    expect(await ids()).toEqual([2, 1]);
    await saveOrNot(world.deps, [2], false);
    expect(await ids()).toEqual([1]);
    expect((await open(1)).isSaved).toBe(true);
  });
});

describe('while you were away', () => {
  const TITLES = [
    'Kharkiv opens new metro bridge over Lopan river after two years of work',
    'New metro bridge over the Lopan opens in Kharkiv two years after work began',
  ];

  it('lists what several sources told since, after eight hours or more', async () => {
    const at = NOON - HOUR;
    await follow(COURIER, [{ title: TITLES[0] ?? '', guid: '1', link: PAGE, at }]);
    await follow(HERALD, [{ title: TITLES[1] ?? '', guid: '2', link: 'https://herald.example/2', at }]);
    const ask = async (since: number | null) =>
      (await away(await world.database(), { now: NOON, since })).length;
    expect(await ask(NOON - 9 * HOUR)).toBe(1);
    expect(await ask(NOON - 7 * HOUR)).toBe(0);
    expect(await ask(null)).toBe(0);
    world.time += 40 * HOUR;
    expect((await away(await world.database(), { now: world.time, since: NOON })).length).toBe(0);
  });
});

describe('the full text', () => {
  const page = (html: string): FeedAnswer => ({
    kind: 'document',
    document: { bytes: new TextEncoder().encode(html), url: `${PAGE}?amp`, contentType: 'text/html' },
    validators: { etag: null, lastModified: null },
    whole: true,
  });

  beforeEach(async () => {
    await follow(COURIER, [
      { title: 'Bridge', guid: '1', link: PAGE, text: 'Short' },
      { title: 'No link', guid: '2' },
    ]);
  });

  it('is fetched where it was asked for, and kept with the article', async () => {
    world.answer(PAGE, page('<p>Long</p>'));
    expect(await fetchFullText(world.deps, 1)).toEqual({ ok: true, value: null });
    expect((await open(1)).page).toEqual({ html: '<p>Long</p>', url: `${PAGE}?amp`, at: NOON });
    // What the feed says later leaves it as it is.
    await publish(COURIER, [{ title: 'Bridge is open', guid: '1', link: PAGE, text: 'Shorter' }]);
    expect((await open(1)).page?.html).toBe('<p>Long</p>');
    expect((await open(1)).row.title).toBe('Bridge is open');
  });

  it('is not asked for without leave, address or article', async () => {
    world.refused.add('courier.example');
    const before = world.requests.length;
    expect(await fetchFullText(world.deps, 1)).toMatchObject({
      ok: false,
      problem: { code: 'no-permission' },
    });
    expect(await fetchFullText(world.deps, 2)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await fetchFullText(world.deps, 99)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(world.requests.length).toBe(before);
  });

  it('that cannot be had says why', async () => {
    world.answer(PAGE, failure('http', 404));
    expect(await fetchFullText(world.deps, 1)).toEqual({ ok: false, problem: { code: 'http', status: 404 } });
    expect((await open(1)).page).toBeNull();
  });
});
