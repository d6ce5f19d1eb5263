/** What the bar at the lower edge of pages shows, and where. */
import { beforeEach, expect, it } from 'vitest';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import type { BarView } from '../../../utils/model/panel.ts';
import { readSettings } from '../../../utils/model/settings.ts';
import { ownId, ownUrl } from '../../../utils/platform/runtime.ts';
import { answer, type Sender } from '../../../utils/protocol/server.ts';
import { loadSettings } from '../../../utils/store/records.ts';
import { createWorld, HOUR, rss, type World } from '../support/world.ts';

let world: World;

const say = (verb: string, request: unknown, sender: Sender): Promise<unknown> =>
  answer(createHandlers(world.deps), { verb, request }, sender);
const tab = (url = 'https://courier.example/', more: Partial<Sender> = {}): Sender => ({
  id: ownId(),
  url,
  frameId: 0,
  tab: { id: 7, incognito: false },
  ...more,
});
const shown = async (sender = tab()): Promise<BarView | null> =>
  ((await say('showBar', {}, sender)) as { value: BarView | null }).value;
const titles = async (sender?: Sender) => (await shown(sender))?.items.map(({ title }) => title);

/** Headlines without a word in common, so that each is a story of its own. */
const WORDS =
  'Volcano Harvest Railway Opera Glacier Parliament Hospital Comet Orchard Lighthouse Tunnel Museum'
    .split(' ')
    .map((word) => `${word} makes unexpected morning`);

const QUAKE = [
  'Strong earthquake of magnitude 6.8 strikes western Turkey near Izmir',
  'Strong 6.8 magnitude earthquake strikes near Izmir in western Turkey',
  'Western Turkey: strong earthquake of magnitude 6.8 strikes near city of Izmir',
];

/** The newest first; gives the address of the feed. */
function publish(name: string, all: readonly string[]): string {
  const url = `https://${name}.example/rss`;
  const items = all.map((title, at) => ({
    title,
    guid: `${name} ${at}`,
    link: `https://${name}.example/${at}`,
    at: world.time - at * 60_000,
  }));
  world.answer(url, rss(items, { title: name, site: `https://${name}.example/` }));
  return url;
}

async function follow(name: string, all: readonly string[]): Promise<void> {
  const url = publish(name, all);
  await say('addFeed', { url }, { id: ownId(), url: ownUrl('options.html') });
}

beforeEach(async () => {
  world = createWorld();
  await follow('courier', WORDS);
  await changeSettings(world.deps, { latest: 'articles' });
});

it('is off until the reader turns it on, and then runs on the pages where the panel may come', async () => {
  expect([await shown(), world.bar]).toEqual([null, null]);
  await changeSettings(world.deps, { panelBar: true });
  expect(world.bar).toEqual(['*://courier.example/*']);
  expect(await titles()).toEqual(WORDS.slice(0, 10));
  await changeSettings(world.deps, { panel: 'off' });
  expect([world.detector, world.bar]).toEqual([null, ['*://courier.example/*']]);
  await changeSettings(world.deps, { panelBar: false });
  expect([await shown(), world.bar]).toEqual([null, null]);
  expect(world.panelCalls).toContain('announce');
});

it('shows what breaks first, and not the page itself', async () => {
  const outlets = ['herald', 'tribune', 'gazette'];
  for (const name of outlets) await follow(name, []);
  await changeSettings(world.deps, {
    panelBar: true,
    breaking: { sources: 3, minutes: 60 },
    checkMinutes: 5,
  });
  world.time += HOUR;
  for (const [at, name] of outlets.entries()) publish(name, [QUAKE[at] ?? '']);
  await poll(world.deps);
  const view = await shown();
  expect(view?.breaking).toBe(1);
  expect(QUAKE).toContain(view?.items[0]?.title);
  expect(view?.items).toHaveLength(10);
  expect(await titles(tab('https://courier.example/0'))).not.toContain(WORDS[0]);
});

it.each([
  ['a site that is not followed', tab('https://cakes.example/')],
  ['a private window', tab(undefined, { tab: { id: 7, incognito: true } })],
])('keeps off %s', async (_where, sender) => {
  await changeSettings(world.deps, { panelBar: true });
  expect(await shown(sender)).toBe(null);
});

it('is refused to frames and to pages of Lede itself', async () => {
  await changeSettings(world.deps, { panelBar: true });
  for (const sender of [tab(undefined, { frameId: 2 }), { id: ownId(), url: ownUrl('popup.html') }])
    expect(await say('showBar', {}, sender)).toMatchObject({ problem: { code: 'forbidden' } });
});

it('is turned off for a site from its pages, where the panel stays', async () => {
  await changeSettings(world.deps, { panelBar: true });
  expect(await say('choosePanel', { choice: 'bar-off' }, tab())).toMatchObject({ ok: true });
  expect([await shown(), world.bar]).toEqual([null, null]);
  expect(world.detector).toEqual(['*://courier.example/*']);
  expect((await loadSettings(await world.database())).panelSites).toMatchObject([
    { host: 'courier.example', isOff: false, isBarOff: true },
  ]);
});

it('takes nothing from what was set for sites before there was a bar', () => {
  const panelSites = [{ host: 'courier.example', isOff: true, isCollapsed: true, side: 'end' }];
  expect(readSettings({ version: 1, panelSites }).panelSites).toEqual([
    { ...panelSites[0], isBarOff: false },
  ]);
});
