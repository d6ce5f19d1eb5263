/**
 * The badge against a model of its own: 200 random things that may happen, in each mode, the background killed and the
 * browser restarted among them, and after each the number that the popup would show.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { join, split } from '../../../utils/app/commands/correct-stories.ts';
import { markAllRead, markRead } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { leaveLatest, visitLatest } from '../../../utils/app/commands/visit-latest.ts';
import { startUp, wake } from '../../../utils/app/commands/wake.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { alerts } from '../../../utils/app/queries/alerts.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { status } from '../../../utils/app/queries/status.ts';
import type { Settings } from '../../../utils/model/settings.ts';
import type { LatestPage, LatestRow } from '../../../utils/model/view.ts';
import { dice } from '../../soak/random.ts';
import { QUAKE } from '../../stories/events.ts';
import { changeSource, removeForGood } from '../support/sources.ts';
import { createWorld, failure, HOUR, MINUTE, rss, type TestItem, type World } from '../support/world.ts';

const ACTIONS = 200;
const NAMES = ['courier', 'herald', 'tribune', 'observer', 'gazette'];
const WORDS =
  'amber birch cedar delta ember fjord grove heron inlet jetty knoll larch maple north ochre pearl quill ridge stone tulip umber vault wharf xenon yacht zephyr'.split(
    ' ',
  );

/** Events that several outlets tell within minutes, each in two wordings. */
const EVENTS = [
  [
    'Ferry with 97 tourists sinks off the coast of Crete',
    'Tourist ferry with 97 aboard sinks off Crete coast',
  ],
  ['Volcano Etna erupts, airport of Catania closed', 'Catania airport closed as volcano Etna erupts'],
  ['Parliament in Oslo dissolves after budget vote fails', 'Oslo parliament dissolves as budget vote fails'],
  ['Bridge over the Danube in Budapest collapses', 'Danube bridge in Budapest collapses'],
  ['Louvre in Paris evacuated after fire in east wing', 'Fire in east wing: Louvre in Paris evacuated'],
  ['Nobel prize in physics goes to Kharkiv chemist', 'Kharkiv chemist wins Nobel prize in physics'],
];

let world: World;
let deps: Deps;
let random: () => number;
let serial: number;
let events: number;

/** What the model knows: nothing of it comes from totals, indexes or rows of stories. */
let served: Map<string, TestItem[]>;
let ids: Map<string, number>;
/** When an article that is news arrived, by its number as it was published. */
let arrivals: Map<string, number>;
let uncounted: Set<number>;
let muted: Set<number>;
let shownAt: number | null;

const below = (limit: number): number => Math.floor(random() * limit);
const pick = <T>(all: readonly T[]): T | undefined => all[below(all.length)];
const url = (name: string): string => `https://${name}.example/rss`;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  world = createWorld();
  deps = world.deps;
  [serial, events] = [0, 0];
  [served, ids, arrivals] = [new Map(), new Map(), new Map()];
  [uncounted, muted] = [new Set(), new Set()];
  shownAt = null;
});
afterEach(() => vi.restoreAllMocks());

function newItem(): TestItem {
  serial += 1;
  const title =
    random() < 0.15 ? (pick(QUAKE) ?? '') : `${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)} ${serial}`;
  const at = world.time - below(300) * MINUTE;
  return { title, guid: `g${serial}`, link: `https://news.example/${serial}`, text: `${serial}`, at };
}

function serve(name: string, items: readonly TestItem[]): void {
  served.set(name, [...items, ...(served.get(name) ?? [])]);
  world.answer(url(name), rss(served.get(name) ?? [], { title: name, site: `https://${name}.example/` }));
}

/** The world goes on for a while; some sources publish, and what is due is asked. */
async function publish(): Promise<void> {
  const fresh: string[] = [];
  for (const name of NAMES.filter(() => random() < 0.5)) {
    const items = Array.from({ length: 1 + below(2) }, newItem);
    serve(name, items);
    if (ids.has(name)) fresh.push(...items.map(({ guid = '' }) => guid));
  }
  world.time += 26 * HOUR;
  for (const guid of fresh) arrivals.set(guid, world.time);
  await poll(deps);
}

/** All that are followed tell one event at once. */
async function breakNews(): Promise<void> {
  const wordings = EVENTS[events % EVENTS.length] ?? [];
  events += 1;
  world.time += 26 * HOUR;
  for (const [at, name] of [...ids.keys()].entries()) {
    serial += 1;
    const guid = `g${serial}`;
    const link = `https://news.example/${serial}`;
    const title = wordings[at % 2] ?? '';
    serve(name, [{ title, guid, link, text: title, at: world.time - 5 * MINUTE }]);
    arrivals.set(guid, world.time);
  }
  await poll(deps);
}

/** The background dies in the middle of it: nothing is told, and somebody else wakes up. */
async function publishAndDie(): Promise<void> {
  deps = { ...world.reborn(), storyData: () => Promise.reject(new Error('killed')) };
  await publish();
  await kill();
}

async function kill(): Promise<void> {
  deps = world.reborn();
  world.badges.length = 0;
  await wake(deps);
}

async function restart(): Promise<void> {
  deps = world.reborn();
  // The browser forgets what is on its screens.
  world.isLatestShown = false;
  world.badges.length = 0;
  await startUp(deps);
}

async function follow(): Promise<void> {
  const name = pick(NAMES.filter((one) => !ids.has(one)));
  if (!name) return;
  const added = await addFeed(deps, url(name));
  if (added.ok) ids.set(name, added.value.feedId);
}

async function unfollow(): Promise<void> {
  const name = pick([...ids.keys()]);
  if (!name || ids.size < 3) return;
  const id = ids.get(name) ?? 0;
  await removeForGood(deps, id);
  ids.delete(name);
  for (const { guid = '' } of served.get(name) ?? []) arrivals.delete(guid);
  uncounted.delete(id);
  muted.delete(id);
}

async function toggle(set: Set<number>, tell: (id: number, has: boolean) => Promise<unknown>): Promise<void> {
  const id = pick([...ids.values()]);
  if (id === undefined) return;
  if (!set.delete(id)) set.add(id);
  await tell(id, set.has(id));
}

async function list(): Promise<LatestPage> {
  return latest(await world.database(), { after: null, limit: 200 });
}

async function onRow(act: (row: LatestRow) => Promise<unknown>): Promise<void> {
  const row = pick((await list()).rows.slice(0, 12));
  if (row) await act(row);
}

async function partSome(): Promise<void> {
  const story = pick(await (await world.database()).getAll('stories'));
  if (story && story.articles.length > 1) await split(deps, story.articles.slice(0, 1));
}

async function joinSome(): Promise<void> {
  const [one, other] = [pick((await list()).rows), pick((await list()).rows)];
  if (one?.story && other?.story && one.id !== other.id) await join(deps, [one.story.id, other.story.id]);
}

async function show(): Promise<void> {
  world.isLatestShown = true;
  await visitLatest(deps);
}

async function fail(): Promise<void> {
  world.answer(url(pick(NAMES) ?? ''), failure('http', 500));
  await publish();
}

const HAPPENINGS: readonly (readonly [often: number, happen: () => Promise<unknown>])[] = [
  [8, () => publish()],
  [1, publishAndDie],
  [1, breakNews],
  [1, fail],
  [4, () => onRow((row) => markRead(deps, [row.id], true))],
  [2, () => onRow((row) => markRead(deps, [row.id], false))],
  [1, () => markAllRead(deps)],
  [3, show],
  [4, () => leaveLatest(deps, 'page')],
  [1, follow],
  [0.5, unfollow],
  [1, () => toggle(muted, (id, has) => changeSource(deps, id, { muted: has }))],
  [1.5, () => toggle(uncounted, (id, has) => changeSource(deps, id, { uncounted: has }))],
  [1, partSome],
  [0.5, joinSome],
  [2, kill],
  [1, restart],
];

async function happen(): Promise<void> {
  let at = random() * HAPPENINGS.reduce((sum, [often]) => sum + often, 0);
  for (const [often, act] of HAPPENINGS) {
    at -= often;
    if (at < 0) return void (await act());
  }
}

/** What the badge should say, from what was published, done and shown. */
async function expected(mode: Settings['badge']): Promise<string> {
  if (mode === 'off') return '';
  const unseen = world.isLatestShown
    ? []
    : (await alerts(await world.database())).filter(({ at }) => shownAt === null || at > shownAt);
  if (unseen.some(({ kind }) => kind === 'breaking')) return '!';
  if (mode === 'alerts') return unseen.length === 0 ? '' : String(unseen.length);
  const since = shownAt;
  if (mode === 'new' && (world.isLatestShown || since === null)) return '';
  const { rows } = await list();
  const articles = await (await world.database()).getAll('articles');
  const counts = (row: LatestRow, isOne: (guid: string) => boolean): boolean =>
    articles.some(
      ({ story, feedId, key }) =>
        story === row.story?.id &&
        !muted.has(feedId) &&
        !uncounted.has(feedId) &&
        isOne(key.replace(/^\w+:/, '')),
    );
  const number = rows.filter((row) => {
    if (mode === 'unread') return row.unread && counts(row, () => true);
    return counts(row, (guid) => (arrivals.get(guid) ?? 0) > (since ?? 0));
  }).length;
  return number === 0 ? '' : String(number);
}

describe.each(['new', 'unread', 'alerts', 'off'] as const)('the badge in mode %s', (mode) => {
  it(`is the number that the popup shows, after each of ${ACTIONS} things that may happen`, async () => {
    random = dice(7);
    await changeSettings(deps, {
      badge: mode,
      breaking: { sources: 2, minutes: 60 },
      watchWords: ['zephyr', 'amber', 'quill'].map((words) => ({ words, feedId: null })),
    });
    for (const name of NAMES) serve(name, [newItem(), newItem()]);
    for (let followed = 0; followed < 3; followed += 1) await follow();
    const seen = new Set<string>();
    for (let step = 0; step < ACTIONS; step += 1) {
      await happen();
      // A page that shows Latest asks after every change, and says what it showed.
      if (world.isLatestShown) {
        expect(mode === 'new' ? world.badges.at(-1) : '').toBe('');
        shownAt = world.time;
        await visitLatest(deps);
      }
      world.time += MINUTE;
      const badge = world.badges.at(-1) ?? '';
      seen.add(badge);
      expect(`${step}: ${badge}`).toBe(`${step}: ${await expected(mode)}`);
      const db = await world.database();
      if (badge === '!') continue;
      if (mode === 'unread') expect(Number(badge)).toBe((await status(db)).unread);
      if (mode === 'new' && !world.isLatestShown) expect(Number(badge)).toBe((await list()).fresh);
    }
    expect(seen.size).toBeGreaterThan(mode === 'off' ? 0 : 3);
    expect(seen.has('!')).toBe(mode !== 'off');
  }, 30_000);
});
