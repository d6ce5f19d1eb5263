import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { cleanUp } from '../../../utils/app/commands/clean-up.ts';
import { join, split, undo } from '../../../utils/app/commands/correct-stories.ts';
import { markAllRead, markRead } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { related } from '../../../utils/app/commands/related.ts';
import { visitLatest } from '../../../utils/app/commands/visit-latest.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { popular, top } from '../../../utils/app/queries/ranked.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { story } from '../../../utils/app/queries/story.ts';
import type { LatestRow } from '../../../utils/model/view.ts';
import { removeForGood } from '../support/sources.ts';
import { createWorld, HOUR, MINUTE, NOON, rss, type TestItem, type World } from '../support/world.ts';

const OUTLETS = ['courier', 'herald', 'tribune', 'observer'].map((name) => `https://${name}.example/rss`);
const [COURIER = '', HERALD = '', TRIBUNE = '', OBSERVER = ''] = OUTLETS;

const BRIDGE = [
  'Kharkiv opens new metro bridge over Lopan river after two years of work',
  'New metro bridge over the Lopan opens in Kharkiv two years after work began',
  'Kharkiv metro bridge over Lopan river opened to trains after two-year works',
] as const;
const BUDGET = 'Parliament in Warsaw passes budget with record spending on defence';
const VOLCANO = 'Volcano erupts on Iceland’s Reykjanes peninsula, fishing town evacuated';

let world: World;
let serial: number;

beforeEach(() => {
  world = createWorld();
  serial = 0;
});

function item(title: string, text = '', at = world.time - MINUTE): TestItem {
  serial += 1;
  return { title, text, guid: `${serial}`, link: `https://news.example/${serial}`, at };
}

const served = new Map<string, TestItem[]>();

/** Follows a source that has nothing yet; what it publishes then is news. */
async function follow(...urls: string[]): Promise<void> {
  for (const url of urls) {
    served.set(url, []);
    world.answer(url, rss([], { title: new URL(url).hostname, site: url }));
    await addFeed(world.deps, url);
  }
}

/** A source publishes, and all are polled an hour later. */
async function publish(url: string, ...items: TestItem[]): Promise<void> {
  add(url, ...items);
  await pollLater();
}

function add(url: string, ...items: TestItem[]): void {
  const all = [...items, ...(served.get(url) ?? [])];
  served.set(url, all);
  world.answer(url, rss(all, { title: new URL(url).hostname, site: url }));
}

async function pollLater(deps: Deps = world.deps): Promise<void> {
  world.time += 26 * HOUR;
  await poll(deps);
}

async function rows(): Promise<readonly LatestRow[]> {
  return (await latest(await world.database(), { after: null, limit: 100 })).rows;
}

async function row(): Promise<LatestRow> {
  const [first] = await rows();
  if (!first) throw new Error('Latest is empty');
  return first;
}

async function unread(): Promise<number> {
  return (await status(await world.database())).unread;
}

describe('Latest', () => {
  beforeEach(() => follow(COURIER, HERALD, TRIBUNE));

  it('has one row a story, its newest article, and names how many outlets tell it besides', async () => {
    await changeSettings(world.deps, { badge: 'unread' });
    add(COURIER, item(BRIDGE[0], '', NOON + HOUR), item(BUDGET, '', NOON));
    add(HERALD, item(BRIDGE[1], '', NOON + 2 * HOUR));
    await pollLater();
    expect((await rows()).map(({ title, story: of }) => [title, of?.others])).toEqual([
      [BRIDGE[1], 1],
      [BUDGET, 0],
    ]);
    expect(await unread()).toBe(2);
    expect(world.badges.at(-1)).toBe('2');
  });

  it('lists each outlet’s own headline and time in the story', async () => {
    add(COURIER, item(BRIDGE[0], '', NOON + HOUR));
    add(HERALD, item(BRIDGE[1], '', NOON + 2 * HOUR));
    await pollLater();
    const view = await story(await world.database(), { storyId: (await row()).story?.id ?? 0 });
    expect(view?.rows.map(({ title, source, at }) => [title, source.name, at])).toEqual([
      [BRIDGE[1], 'herald.example', NOON + 2 * HOUR],
      [BRIDGE[0], 'courier.example', NOON + HOUR],
    ]);
  });

  it('reads a story when it is opened; what is reported later is more of it and leaves it read', async () => {
    await publish(COURIER, item(BRIDGE[0]));
    await markRead(world.deps, [(await row()).id], true);
    expect(await unread()).toBe(0);
    world.time -= 25 * HOUR;
    await publish(HERALD, item(BRIDGE[1]));
    expect(await row()).toMatchObject({ title: BRIDGE[1], unread: false, story: { more: 1, others: 1 } });
    expect(await unread()).toBe(0);
    await markRead(world.deps, [(await row()).id], true);
    expect(await row()).toMatchObject({ story: { more: 0 } });
  });

  it('marks a whole story unread again, and all stories read at once', async () => {
    await publish(COURIER, item(BRIDGE[0]), item(BUDGET), item(VOLCANO));
    await markAllRead(world.deps);
    expect([await unread(), (await rows()).filter((one) => one.unread).length]).toEqual([0, 0]);
    await markRead(world.deps, [(await row()).id], false);
    expect([await unread(), (await rows()).filter((one) => one.unread).length]).toEqual([1, 1]);
  });

  it('puts what arrived since the last visit first, each part by time of publication', async () => {
    await publish(COURIER, item(BUDGET, '', NOON + 3 * HOUR));
    await visitLatest(world.deps);
    const since = world.time;
    await publish(HERALD, item(VOLCANO, '', NOON + HOUR), item(BRIDGE[0], '', NOON + 2 * HOUR));
    const page = await latest(await world.database(), { after: null, limit: 1 });
    expect(page.rows.map(({ title }) => title)).toEqual([BRIDGE[0], VOLCANO, BUDGET]);
    expect(page).toMatchObject({ fresh: 2, since });
    const next = await latest(await world.database(), { after: page.next, limit: 5, newSince: since });
    expect(next).toMatchObject({ rows: [], fresh: 0, next: null });
  });

  it('forgets what a source told when the source is removed', async () => {
    add(COURIER, item(BRIDGE[0]));
    add(HERALD, item(BRIDGE[1]), item(BUDGET));
    await pollLater();
    await removeForGood(world.deps, 2);
    expect((await rows()).map(({ title, story: of }) => [title, of?.others])).toEqual([[BRIDGE[0], 0]]);
    expect(await unread()).toBe(1);
  });
});

describe('a background that dies', () => {
  beforeEach(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await follow(COURIER, HERALD);
  });
  afterEach(() => vi.restoreAllMocks());

  it('leaves no article without a story: the next poll takes it up', async () => {
    const storyData = () => Promise.reject(new Error('killed'));
    add(COURIER, item(BRIDGE[0]));
    await pollLater({ ...world.reborn(), storyData });
    expect(await rows()).toEqual([]);
    await poll(world.reborn());
    expect((await rows()).map(({ title }) => title)).toEqual([BRIDGE[0]]);
  });

  it('is told what it left as soon as it wakes, before any source is asked', async () => {
    const storyData = () => Promise.reject(new Error('killed'));
    add(COURIER, item(BRIDGE[0]));
    await pollLater({ ...world.reborn(), storyData });
    await changeSettings(world.deps, { badge: 'unread' });
    const asked = world.requests.length;
    await wake(world.reborn());
    expect((await rows()).map(({ title }) => title)).toEqual([BRIDGE[0]]);
    expect([world.badges.at(-1), world.requests.length]).toEqual(['1', asked]);
  });

  it('groups as if it had never died', async () => {
    await publish(COURIER, item(BRIDGE[0]), item(BUDGET));
    add(HERALD, item(BRIDGE[1]));
    await pollLater(world.reborn());
    const found = await rows();
    expect(found).toHaveLength(2);
    expect(found.find(({ title }) => title === BRIDGE[1])?.story?.others).toBe(1);
  });
});

describe('the reader', () => {
  beforeEach(async () => {
    await follow(COURIER, HERALD, TRIBUNE);
    add(COURIER, item(BRIDGE[0]));
    add(HERALD, item(BRIDGE[1]), item(BUDGET));
    await pollLater();
  });

  const idOf = async (title: string): Promise<number> => {
    const articles = await (await world.database()).getAll('articles');
    return articles.find((article) => article.title === title)?.id ?? 0;
  };
  const storyOf = async (title: string): Promise<number> =>
    (await (await world.database()).get('articles', await idOf(title)))?.story ?? 0;

  it('parts what is not the same story, for good: later reports and a new start do not join it again', async () => {
    expect(await storyOf(BRIDGE[0])).toBe(await storyOf(BRIDGE[1]));
    expect((await split(world.deps, [await idOf(BRIDGE[1])])).ok).toBe(true);
    expect(await rows()).toHaveLength(3);
    expect(await unread()).toBe(3);
    world.time -= 25 * HOUR;
    add(TRIBUNE, item(BRIDGE[2]));
    await pollLater(world.reborn());
    expect(await storyOf(BRIDGE[0])).not.toBe(await storyOf(BRIDGE[1]));
    expect(await rows()).toHaveLength(3);
  });

  it('takes a split back', async () => {
    const done = await split(world.deps, [await idOf(BRIDGE[1])]);
    expect((await undo(world.deps, done.ok ? done.value.bindingId : 0)).ok).toBe(true);
    expect(await storyOf(BRIDGE[0])).toBe(await storyOf(BRIDGE[1]));
    expect([await unread(), (await rows()).length]).toEqual([2, 2]);
    expect(await undo(world.deps, 1)).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('joins what is the same story, and takes that back', async () => {
    const [bridge, budget] = [await storyOf(BRIDGE[0]), await storyOf(BUDGET)];
    const done = await join(world.deps, [budget, bridge]);
    expect(done).toMatchObject({ ok: true, value: { storyId: Math.min(bridge, budget) } });
    expect([await unread(), (await rows()).length]).toEqual([1, 1]);
    await undo(world.deps, done.ok ? done.value.bindingId : 0);
    expect([await unread(), (await rows()).length]).toEqual([2, 2]);
    expect(await storyOf(BRIDGE[0])).toBe(await storyOf(BRIDGE[1]));
  });

  it('finds a joined story under the number of either', async () => {
    const [bridge, budget] = [await storyOf(BRIDGE[0]), await storyOf(BUDGET)];
    await join(world.deps, [budget, bridge]);
    const db = await world.database();
    expect(await story(db, { storyId: budget })).toEqual(await story(db, { storyId: bridge }));
  });

  it('cannot part all of a story from nothing, nor what does not exist', async () => {
    expect(await split(world.deps, [await idOf(BUDGET)])).toMatchObject({ problem: { code: 'not-found' } });
    expect(await split(world.deps, [999])).toMatchObject({ problem: { code: 'not-found' } });
    expect(await join(world.deps, [999, 1])).toMatchObject({ problem: { code: 'not-found' } });
  });
});

describe('Top and Popular', () => {
  it('say so where too few sources are followed to rank anything', async () => {
    await follow(COURIER);
    const page = await top(await world.database(), { now: world.time, limit: 10 });
    expect(page).toEqual({ kind: 'too-few-sources', followed: 1 });
  });

  it('rank by independent voices, under the best headline, each with its reason', async () => {
    await follow(...OUTLETS);
    const at = world.time + 25 * HOUR;
    add(COURIER, item(BRIDGE[0], '', at), item(VOLCANO, '', at));
    add(HERALD, item(BRIDGE[1], '', at + 30 * MINUTE), item(BUDGET, '', at));
    add(TRIBUNE, item(BRIDGE[2], '', at + 40 * MINUTE));
    add(
      OBSERVER,
      item('Iceland volcano erupts on Reykjanes peninsula and fishing town is evacuated', '', at),
    );
    await pollLater();
    const page = await top(await world.database(), { now: world.time, limit: 10 });
    expect(page).toMatchObject({
      kind: 'ranked',
      rows: [
        { rank: 1, sources: 3, reason: { kind: 'sources', count: 3, hours: 1 } },
        { rank: 2, sources: 2, reason: { kind: 'sources', count: 2, hours: 1 } },
      ],
    });
    const week = await popular(await world.database(), { now: world.time, limit: 1, hours: 24 * 7 });
    expect(week).toMatchObject({ rows: [{ rank: 1, sources: 3 }] });
  });

  it('count one text that several outlets carry once', async () => {
    await follow(...OUTLETS);
    const text = `${'The agency reports at length on what happened in the town that night. '.repeat(3)}End.`;
    for (const url of OUTLETS) add(url, item(VOLCANO, text));
    await pollLater();
    const page = await top(await world.database(), { now: world.time, limit: 10 });
    expect(page).toEqual({ kind: 'ranked', rows: [] });
    expect(await rows()).toHaveLength(1);
  });
});

describe('related articles', () => {
  beforeEach(async () => {
    await follow(...OUTLETS);
    add(COURIER, item(BRIDGE[0]), item(BUDGET));
    add(HERALD, item(BRIDGE[1]), item(VOLCANO));
    await pollLater();
  });

  it('are those of other outlets on the same story, for an article', async () => {
    const [bridge] = (await rows()).filter(({ title }) => BRIDGE.some((one) => one === title));
    const found = await related(world.deps, { articleId: bridge?.id ?? 0, limit: 5 });
    expect(found).toMatchObject({ ok: true, value: [{ relation: 'same-story' }] });
  });

  it('are found for a page, which is not among them though it is stored', async () => {
    const page = {
      title: BRIDGE[2],
      summary: '',
      language: 'en',
      url: 'https://news.example/1?utm_source=x',
    };
    const found = await related(world.deps, { page, limit: 5 });
    expect(found.ok && found.value.map(({ title }) => title)).toEqual([BRIDGE[1]]);
  });

  it('say in a word what ties them: the event, a quotation, names, a place, an earlier event of the kind', async () => {
    const words = '“We will not leave this valley to the flood”';
    const PRESIDENT = 'Marek Dolan visits farmers in the north';
    add(TRIBUNE, item(BRIDGE[2]), item(`Mayor Orsolya Vint: ${words}`, `Mayor Orsolya Vint said: ${words}.`));
    add(
      OBSERVER,
      item(PRESIDENT),
      item('Heavy rain floods cellars in Kharkiv', 'Rain fell on Kharkiv all day.'),
    );
    await pollLater();
    const reasonsFor = async (title: string, summary = '') => {
      const page = { title, summary, language: 'en', url: null };
      const found = await related(world.deps, { page, limit: 8 });
      return new Map(found.ok ? found.value.map((row) => [row.title, row.reason]) : []);
    };
    expect((await reasonsFor(BRIDGE[2])).get(BRIDGE[0])).toBe('event');
    const rain = `Some go. Others say: ${words}. Farms, roads and schools are closed in four districts.`;
    const quoted = await reasonsFor('A week of rain, told by those who lived it', rain);
    expect([...quoted.values()]).toContain('quote');
    const trams = await reasonsFor('Kharkiv repairs trams after the winter');
    expect(new Set(trams.values())).toEqual(new Set(['place']));
    const named = await reasonsFor('Marek Dolan opens a library of old maps');
    expect(named.get(PRESIDENT)).toBe('names');
  });

  it('are none where nothing is near', async () => {
    const page = {
      title: 'Recipe for a plum cake',
      summary: 'Flour, plums, sugar.',
      language: 'en',
      url: null,
    };
    expect(await related(world.deps, { page, limit: 5 })).toEqual({ ok: true, value: [] });
    expect(await related(world.deps, { articleId: 999, limit: 5 })).toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});

describe('articles that were let go and come back', () => {
  it('are in a story again', async () => {
    const old = Array.from({ length: 30 }, (_, n) =>
      item(`Report ${n}`, `Text of report ${n}`, NOON - n * HOUR),
    );
    world.answer(COURIER, rss(old));
    await addFeed(world.deps, COURIER);
    world.answer(COURIER, rss([item('A new report', 'Its text', NOON + HOUR)]));
    await pollLater();
    for (let tenDays = 0; tenDays < 4; tenDays += 1) {
      world.time += 10 * 24 * HOUR;
      await cleanUp(world.deps);
    }
    const db = await world.database();
    const kept = await db.count('articles');
    expect(kept).toBeLessThan(31);
    world.answer(COURIER, rss(old));
    await pollLater();
    const articles = await db.getAll('articles');
    expect(articles.length).toBeGreaterThan(kept);
    expect(articles.filter(({ story: number }) => number <= 0)).toEqual([]);
  });
});

describe('an event that happens again', () => {
  const NIGHTS = [
    [
      'Russian drones attack Kharkiv overnight, three people injured',
      'Three injured as drones hit Kharkiv at night',
    ],
    [
      'Russian drones attack Kharkiv overnight, eight people injured',
      'Eight injured as drones hit Kharkiv at night',
    ],
  ] as const;

  it('is a story of its own that names the earlier one, also once that became part of another', async () => {
    await follow(COURIER, HERALD);
    add(COURIER, item(NIGHTS[0][0], 'Drones hit a depot in Kharkiv.', world.time + 25 * HOUR));
    add(HERALD, item(NIGHTS[0][1], 'The mayor of Kharkiv said a depot burned.', world.time + 25 * HOUR));
    await pollLater();
    add(COURIER, item(NIGHTS[1][0], 'Drones hit a school in Kharkiv.', world.time + 25 * HOUR));
    await pollLater();
    const [second, first] = await rows();
    expect([second?.title, second?.story?.id === first?.story?.id]).toEqual([NIGHTS[1][0], false]);
    const view = await story(await world.database(), { storyId: second?.story?.id ?? 0 });
    expect(view?.earlier?.story?.id).toBe(first?.story?.id);
    await join(world.deps, [first?.story?.id ?? 0, second?.story?.id ?? 0]);
    const joined = await story(await world.database(), { storyId: second?.story?.id ?? 0 });
    expect(joined).toMatchObject({ earlier: null });
  });
});
