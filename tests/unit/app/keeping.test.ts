import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { cleanUp } from '../../../utils/app/commands/clean-up.ts';
import { markAllRead, markRead, saveOrNot } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { status } from '../../../utils/app/queries/status.ts';
import type { Article } from '../../../utils/model/article.ts';
import { ArticleWriter } from '../../../utils/store/article-writer.ts';
import { articleTransaction } from '../../../utils/store/schema.ts';
import { removeForGood } from '../support/sources.ts';
import { createWorldOfArticles, HOUR, NOON, rss, type TestItem, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const SPORT = 'https://courier.example/sport/rss';
const DAY = 24 * HOUR;

let world: World;

beforeEach(async () => {
  world = await createWorldOfArticles();
});

/** So many items, an hour apart, the newest at `newest`. */
function items(count: number, newest = NOON, name = 'Story'): TestItem[] {
  return Array.from({ length: count }, (_, n) => ({
    title: `${name} ${n}`,
    guid: `${name}-${n}`,
    link: `https://courier.example/${name}-${n}`,
    text: `Text of ${name} ${n}`,
    at: newest - n * HOUR,
  }));
}

async function stored(): Promise<Article[]> {
  return (await world.database()).getAll('articles');
}

async function titles(): Promise<string[]> {
  return (await latest(await world.database(), { after: null, limit: 200 })).rows.map(({ title }) => title);
}

/** Polls `url` with these items a day later. */
async function serve(list: readonly TestItem[], url = COURIER): Promise<void> {
  world.answer(url, rss(list));
  world.time += DAY;
  await poll(world.deps);
}

/** Lets days pass with a clean-up now and then, as polling brings them. */
async function pass(days: number): Promise<void> {
  for (let left = days; left > 0; left -= 10) {
    world.time += Math.min(left, 10) * DAY;
    await cleanUp(world.deps);
  }
}

/** What totals should be, counted one by one. */
async function expectRightTotals(): Promise<void> {
  const db = await world.database();
  const { unread, articles } = await status(db);
  const rows = (await latest(db, { after: null, limit: 200 })).rows;
  expect({ unread, articles }).toEqual({
    unread: rows.filter((row) => row.unread).length,
    articles: (await stored()).length,
  });
  for (const feed of await db.getAll('feeds')) {
    const own = (await stored()).filter(({ feedId }) => feedId === feed.id);
    expect(feed.stored).toBe(own.length);
  }
}

describe('what is kept', () => {
  it('is all that a source serves, however old: subscribed, cleaned twice, polled again', async () => {
    const old = items(10, NOON - 730 * DAY);
    world.answer(COURIER, rss(old));
    await addFeed(world.deps, COURIER);
    await cleanUp(world.deps);
    await cleanUp(world.deps);
    await serve(old);
    expect(await titles()).toHaveLength(10);
    expect((await stored()).every(({ isBacklog }) => isBacklog)).toBe(true);
    await expectRightTotals();
  });

  it('stays for thirty days after it was last served, and the newest twenty stay for good', async () => {
    world.answer(COURIER, rss(items(30)));
    await addFeed(world.deps, COURIER);
    await serve(items(5, NOON + DAY, 'New'));
    await pass(29);
    expect(await titles()).toHaveLength(35);
    await pass(2);
    expect(await titles()).toHaveLength(20);
    await expectRightTotals();
  });

  it('counts a 304 as serving all of it', async () => {
    world.answer(COURIER, rss(items(30)));
    await addFeed(world.deps, COURIER);
    world.answer(COURIER, { kind: 'unchanged' });
    for (let day = 0; day < 60; day++) {
      world.time += DAY;
      await poll(world.deps);
    }
    expect(await titles()).toHaveLength(30);
  });

  it('keeps what the reader saved, and its limit is met by the others', async () => {
    world.answer(COURIER, rss(items(130)));
    await addFeed(world.deps, COURIER);
    const [oldest] = (await stored()).slice(-1);
    await saveOrNot(world.deps, [oldest?.id ?? 0], true);
    await changeSettings(world.deps, { keepPerSource: 100 });
    expect((await stored()).map(({ title }) => title)).toContain(oldest?.title);
    expect(await stored()).toHaveLength(100);
    await expectRightTotals();
  });

  it('lets go of what is no longer served first, then of the oldest', async () => {
    world.answer(COURIER, rss(items(60, NOON, 'Gone')));
    await addFeed(world.deps, COURIER);
    await serve(items(60, NOON - 100 * DAY, 'Served'));
    await changeSettings(world.deps, { keepPerSource: 100 });
    const kept = await titles();
    expect(kept.filter((title) => title.startsWith('Served'))).toHaveLength(60);
    expect(kept.filter((title) => title.startsWith('Gone'))).toHaveLength(40);
  });

  it('is not let go for its age by a clock that jumped ahead', async () => {
    world.answer(COURIER, rss(items(40)));
    await addFeed(world.deps, COURIER);
    await serve(items(1, NOON + DAY, 'New'));
    world.time += 365 * DAY;
    await poll(world.deps);
    expect(await titles()).toHaveLength(41);
    world.time += 2 * HOUR;
    await poll(world.deps);
    expect(await titles()).toHaveLength(41);
    world.time += DAY;
    await poll(world.deps);
    expect(await titles()).toHaveLength(20);
  });
});

describe('what was let go', () => {
  async function withTwentyLeft(): Promise<void> {
    world.answer(COURIER, rss(items(30)));
    await addFeed(world.deps, COURIER);
    await serve(items(1, NOON + DAY, 'New'));
    await pass(40);
  }

  it('does not come back as new when it is served again', async () => {
    await withTwentyLeft();
    expect(await titles()).toHaveLength(20);
    const unread = (await status(await world.database())).unread;
    const before = new Set((await stored()).map(({ id }) => id));
    await serve(items(30));
    const returned = (await stored()).filter(({ id }) => !before.has(id));
    expect(returned).toHaveLength(11);
    expect(returned.every(({ firstSeenAt }) => firstSeenAt === NOON)).toBe(true);
    expect((await status(await world.database())).unread).toBe(unread + 11);
    await expectRightTotals();
  });

  it('comes back as read as it was', async () => {
    world.answer(COURIER, rss(items(30)));
    await addFeed(world.deps, COURIER);
    await markAllRead(world.deps);
    await serve(items(1, NOON + DAY, 'New'));
    await pass(40);
    await serve([...items(1, NOON + DAY, 'New'), ...items(30)]);
    expect((await status(await world.database())).unread).toBe(1);
    await expectRightTotals();
  });

  it('is known again under another key', async () => {
    await withTwentyLeft();
    await serve(items(30).map((item) => ({ ...item, guid: `x-${item.guid}` })));
    expect(await titles()).toHaveLength(31);
    expect((await stored()).filter(({ firstSeenAt }) => firstSeenAt > NOON + 2 * DAY)).toEqual([]);
  });

  it('is forgotten ninety days after it was last served, with its marks', async () => {
    world.answer(COURIER, rss(items(30)));
    await addFeed(world.deps, COURIER);
    const oldest = (await stored()).at(-1)?.id ?? 0;
    await markRead(world.deps, [oldest], true);
    await serve(items(1, NOON + DAY, 'New'));
    await pass(40);
    const db = await world.database();
    expect(await db.count('tombstones')).toBe(11);
    expect(await db.get('marks', oldest)).toBeDefined();
    await pass(51);
    expect(await db.count('tombstones')).toBe(0);
    expect(await db.get('marks', oldest)).toBeUndefined();
  });

  it('of a body with thousands of items is all but the newest five hundred, which are no news later', async () => {
    const archive = items(1200);
    world.answer(COURIER, rss(archive));
    await addFeed(world.deps, COURIER);
    expect(await stored()).toHaveLength(500);
    await serve(archive.slice(0, 1100));
    expect(await stored()).toHaveLength(500);
    await expect((await world.database()).count('tombstones')).resolves.toBe(700);
  });
});

describe('an article in two feeds of one publisher', () => {
  beforeEach(async () => {
    world.answer(COURIER, rss(items(3)));
    world.answer(SPORT, rss([...items(2), ...items(1, NOON, 'Sport')]));
    await addFeed(world.deps, COURIER);
    await addFeed(world.deps, SPORT);
  });

  it('is shown and counted once', async () => {
    expect((await titles()).sort()).toEqual(['Sport 0', 'Story 0', 'Story 1', 'Story 2']);
    await expectRightTotals();
  });

  it('is the other feed’s when its own is removed, as read as it was', async () => {
    const first = (await stored()).find(({ title }) => title === 'Story 0');
    await markRead(world.deps, [first?.id ?? 0], true);
    await removeForGood(world.deps, 1);
    expect((await titles()).sort()).toEqual(['Sport 0', 'Story 0', 'Story 1']);
    expect((await status(await world.database())).unread).toBe(2);
    await expectRightTotals();
  });

  it('is still shown once where it was let go and comes back', async () => {
    const db = await world.database();
    const first = (await stored()).find(({ title }) => title === 'Story 0');
    if (!first) throw new Error('not stored');
    const tx = articleTransaction(db);
    const writer = await ArticleWriter.within(tx);
    await writer.bury(first);
    await writer.finish();
    await tx.done;
    await serve([...items(3), { title: 'Another', guid: 'another', at: NOON }]);
    expect((await titles()).filter((title) => title === 'Story 0')).toHaveLength(1);
    await expectRightTotals();
  });

  it('is two articles where the publishers differ', async () => {
    world.answer('https://aggregator.example/rss', rss(items(1), { site: 'https://aggregator.example/' }));
    await addFeed(world.deps, 'https://aggregator.example/rss');
    expect((await titles()).filter((title) => title === 'Story 0')).toHaveLength(2);
  });
});

describe('an article that is served again', () => {
  it('with another headline keeps its identity, and its earlier headline with the time', async () => {
    world.answer(COURIER, rss(items(1)));
    await addFeed(world.deps, COURIER);
    await serve([{ ...items(1)[0], title: 'Corrected', guid: 'Story-0' }]);
    const db = await world.database();
    expect(await stored()).toMatchObject([{ id: 1, title: 'Corrected', firstSeenAt: NOON }]);
    expect((await db.get('bodies', 1))?.history).toEqual([{ title: 'Story 0', until: world.time }]);
  });

  it('under new guids and dates throughout is no flood', async () => {
    world.answer(COURIER, rss(items(30)));
    await addFeed(world.deps, COURIER);
    await serve(items(30, NOON + DAY).map((item) => ({ ...item, guid: `new-${item.guid}` })));
    expect(await titles()).toHaveLength(30);
  });
});
