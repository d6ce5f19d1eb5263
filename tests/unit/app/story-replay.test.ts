/**
 * The same articles in the same order, and the same corrections, give the same stories: however polls were cut, whenever
 * the background died, whether it goes on from all rows of the window or from an image of it, and whatever the reader split and took back at once.
 */
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { split, undo } from '../../../utils/app/commands/correct-stories.ts';
import { tellStories } from '../../../utils/app/commands/tell-stories.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { newFeed } from '../../../utils/model/feed.ts';
import { ArticleWriter } from '../../../utils/store/article-writer.ts';
import { writeImage } from '../../../utils/store/engine-image.ts';
import { articleTransaction } from '../../../utils/store/schema.ts';
import { newArticle } from '../../../utils/story/dedupe.ts';
import { propertyRuns } from '../../property-runs.ts';
import { readStream } from '../../stories/read.ts';
import { createWorld, type World } from '../support/world.ts';

const ARTICLES = 90;
const RUNS = propertyRuns > 1000 ? 60 : 10;
const stream = readStream().slice(0, ARTICLES);
const outlets = [...new Set(stream.map(({ source }) => source))];

/** What happens after some articles came. */
type Event = 'nothing' | 'kill' | 'crash' | 'keep' | 'regret' | 'split';

interface Step {
  readonly articles: number;
  readonly event: Event;
}

const steps = fc.array(
  fc.record({
    articles: fc.integer({ min: 1, max: 30 }),
    event: fc.constantFrom<Event>('nothing', 'kill', 'crash', 'keep', 'regret', 'split'),
  }),
  { maxLength: 12 },
);

async function follow(world: World): Promise<void> {
  const db = await world.database();
  for (const [at, source] of outlets.entries()) {
    await db.put('feeds', { id: at + 1, ...newFeed(`https://${at}.example/rss`, source, world.time) });
  }
}

async function store(world: World, from: number, to: number): Promise<void> {
  const tx = articleTransaction(await world.database());
  const writer = await ArticleWriter.within(tx);
  for (const [offset, line] of stream.slice(from, to).entries()) {
    const at = Date.parse(line.publishedAt);
    const text = { title: line.title, snippet: line.summary ?? '', language: line.language };
    const key = `${from + offset}`;
    const none = {
      url: null,
      urlKey: null,
      author: null,
      image: null,
      fingerprint: null,
      publishedOffset: null,
    };
    const incoming = {
      ...{ key, otherKey: '', urlIsUnique: false, publishedAt: at, labels: [], categories: [], html: '' },
      ...none,
      ...text,
    };
    const identity = {
      feedId: outlets.indexOf(line.source) + 1,
      twinOf: null,
      isBacklog: false,
      isMuted: false,
    };
    await writer.add(newArticle(incoming, identity, Date.parse(line.seenAt)), {
      html: '',
      categories: [],
      history: [],
    });
  }
  await writer.finish();
  await tx.done;
}

/** A background that fails in the middle of writing stories: nothing of it may remain. */
async function crash(world: World): Promise<void> {
  const broken: Deps = world.reborn();
  const data = await world.deps.storyData();
  const origins: typeof data.origins = new Map();
  origins.get = () => {
    throw new Error('killed');
  };
  await tellStories({ ...broken, storyData: async () => ({ ...data, origins }) });
}

/** Stores the engine as a whole; whoever is born after that goes on from it. */
async function keep(world: World, deps: Deps): Promise<Deps> {
  const db = await world.database();
  const engine = deps.stories.loaded;
  if (engine) expect(await writeImage(db, engine.stories.image, engine.revision)).toBe(true);
  return world.reborn();
}

/** Parts the newest article of the largest story from the others, and takes that back where it is regretted. */
async function correct(world: World, deps: Deps, isRegretted: boolean): Promise<void> {
  const stories = await (await world.database()).getAll('stories');
  const [largest] = stories.sort((one, two) => two.articles.length - one.articles.length || one.id - two.id);
  if (!largest || largest.articles.length < 2) return;
  const parted = await split(deps, largest.articles.slice(-1));
  if (isRegretted && parted.ok) await undo(deps, parted.value.bindingId);
}

/** The stories as sets of articles, each as its numbers in order. */
async function play(plan: readonly Step[]): Promise<string[]> {
  const world = createWorld();
  await follow(world);
  let deps = world.deps;
  let at = 0;
  for (const { articles, event } of [...plan, { articles: ARTICLES, event: 'nothing' } as const]) {
    await store(world, at, Math.min(ARTICLES, at + articles));
    at = Math.min(ARTICLES, at + articles);
    // The death comes before or in the middle of telling.
    if (event === 'crash') await crash(world);
    if (event === 'kill' || event === 'crash') deps = world.reborn();
    else await tellStories(deps);
    if (event === 'keep') deps = await keep(world, deps);
    if (event === 'regret' || event === 'split') await correct(world, deps, event === 'regret');
  }
  await tellStories(deps);
  const stored = await (await world.database()).getAll('articles');
  expect(stored.filter(({ story }) => story <= 0)).toEqual([]);
  const groups = Map.groupBy(stored, ({ story }) => story);
  return [...groups.values()].map((group) => group.map(({ id }) => id).join(' ')).sort();
}

/** The same without deaths and regrets, and with no cut but where something is split. */
function uncut(plan: readonly Step[]): Step[] {
  const calm: Step[] = [];
  let articles = 0;
  for (const step of plan) {
    articles += step.articles;
    if (step.event !== 'split') continue;
    calm.push({ articles, event: 'split' });
    articles = 0;
  }
  return calm;
}

// What a crash says of itself is wanted here.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => vi.restoreAllMocks());

it('cuts, deaths, splits and undos change nothing that the reader did not want changed', async () => {
  expect((await play([])).length).toBeGreaterThan(20);
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      expect(await play(plan)).toEqual(await play(uncut(plan)));
    }),
    { numRuns: RUNS },
  );
}, 240_000);
