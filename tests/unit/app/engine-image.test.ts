/** The engine stored as a whole: when that is done, and when it is no longer true. */
import { beforeEach, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { split } from '../../../utils/app/commands/correct-stories.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { loadEngine } from '../../../utils/app/load-engine.ts';
import { readImage } from '../../../utils/store/engine-image.ts';
import { createWorld, HOUR, MINUTE, rss, type World } from '../support/world.ts';

const FEEDS = ['courier', 'herald', 'tribune'].map((name) => `https://${name}.example/rss`);
const BRIDGE = [
  'Kharkiv opens new metro bridge over Lopan river after two years of work',
  'New metro bridge over the Lopan opens in Kharkiv two years after work began',
  'Kharkiv metro bridge over Lopan river opened to trains after two-year works',
];

let world: World;

beforeEach(() => {
  world = createWorld();
});

/** Each source publishes so many headlines that have nothing in common, and one of the bridge. */
async function publish(each: number): Promise<void> {
  for (const [at, url] of FEEDS.entries()) {
    const named = (n: number) => `${url}?${n}`;
    const others = Array.from({ length: each }, (_, n) => ({
      ...{ guid: named(n), link: named(n), at: world.time - MINUTE },
      title: `Word${at}x${n} ${(n * 7919).toString(36)}${at} ${(n * 104_729).toString(36)}`,
    }));
    const bridge = { guid: named(-1), link: named(-1), title: BRIDGE[at] ?? '', at: world.time - MINUTE };
    world.answer(url, rss([bridge, ...others], { title: url, site: url }));
    await addFeed(world.deps, url);
  }
  await poll(world.deps);
}

it('is stored after a poll that brought much, and what came later is taken in by the next background', async () => {
  await publish(350);
  const stored = await readImage(await world.database());
  expect(stored?.at).toMatchObject({ articles: expect.any(Number) });
  world.time += HOUR;
  world.answer(
    FEEDS[0] ?? '',
    rss([{ guid: 'late', link: 'https://courier.example/late', title: 'Late', at: world.time }]),
  );
  await poll(world.deps);
  const engine = await loadEngine(world.reborn().storyData(), await world.database());
  expect(engine.newer).toBe(1);
  expect(engine.stories.window.size).toBe(3 * 351 + 1);
}, 60_000);

it('is not stored for a few articles, which are taken in as quickly', async () => {
  await publish(5);
  expect(await readImage(await world.database())).toBeNull();
});

it('is not gone on from once the reader parted a story', async () => {
  await publish(350);
  const db = await world.database();
  const [bridge] = (await db.getAll('stories')).filter(({ articles }) => articles.length === 3);
  const last = bridge?.articles.at(-1) ?? 0;
  const parted = await split(world.deps, [last]);
  const engine = await loadEngine(world.reborn().storyData(), db);
  const { ids, story, end } = engine.stories.window;
  const place = ids.subarray(0, end).indexOf(last);
  expect(story[place]).toBe(parted.ok && parted.value.storyId);
  expect(await readImage(db)).toBeNull();
}, 60_000);
