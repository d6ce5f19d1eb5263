/** The panel's answers and manners, over the whole application. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { noteLostAccess } from '../../../utils/app/commands/note-lost-access.ts';
import { syncPanel } from '../../../utils/app/commands/sync-panel.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { ownId, ownUrl } from '../../../utils/platform/runtime.ts';
import { answer, type Sender } from '../../../utils/protocol/server.ts';
import { loadSettings } from '../../../utils/store/records.ts';
import { createWorld, HOUR, NOON, rss, type TestItem, type World } from '../support/world.ts';

const BRIDGE = [
  'Kharkiv opens new metro bridge over Lopan river after two years of work',
  'New metro bridge over the Lopan opens in Kharkiv two years after work began',
  'Kharkiv metro bridge over Lopan river opened to trains after two-year works',
] as const;

let world: World;

async function follow(name: string, ...items: (string | TestItem)[]): Promise<void> {
  const url = `https://${name}.example/rss`;
  const list = items.map(
    (item, at): TestItem =>
      typeof item === 'string'
        ? { title: item, guid: `${name} ${at}`, link: `https://${name}.example/${at}`, at: world.time - HOUR }
        : item,
  );
  world.answer(url, rss(list, { title: name, site: `https://${name}.example/` }));
  await say('addFeed', { url }, { id: ownId(), url: ownUrl('options.html') });
}

const tab = (url = 'https://courier.example/news/1', more: Partial<Sender> = {}): Sender => ({
  id: ownId(),
  url,
  frameId: 0,
  tab: { id: 7, incognito: false },
  ...more,
});
const facts = (title: string, more: object = {}) => ({
  url: 'https://courier.example/news/1',
  titles: [title, `${title} | Courier`],
  headings: [title],
  sites: ['Courier'],
  summary: '',
  language: 'en',
  dates: [],
  ...more,
});
const popup = (): Sender => ({ id: ownId(), url: ownUrl('popup.html') });
const say = (verb: string, request: unknown, sender: Sender): Promise<unknown> =>
  answer(createHandlers(world.deps), { verb, request }, sender);
const shown = () => world.panels.at(-1);
const rowsOf = (kind: string) =>
  shown()
    ?.groups.find((group) => group.kind === kind)
    ?.rows.map(({ title }) => title);

beforeEach(async () => {
  world = createWorld();
  await follow('courier', BRIDGE[0], 'Warsaw parliament passes a budget with record defence spending');
  await follow('herald', BRIDGE[1], 'Volcano erupts near a fishing town of Iceland');
  await follow('tribune', BRIDGE[2]);
});

it('is registered once by all who see at the same moment that it is not', async () => {
  await follow('courier', BRIDGE[0]);
  world.detector = null;
  const register = vi.spyOn(world.deps.panel, 'register');
  await Promise.all([syncPanel(world.deps), syncPanel(world.deps), syncPanel(world.deps)]);
  expect(register.mock.calls.filter(([script]) => script === 'detector')).toHaveLength(1);
});

describe('an article in a tab', () => {
  it('gets a panel with the same story elsewhere, one row an outlet, none of its own', async () => {
    expect(await say('findRelated', facts(BRIDGE[0]), tab())).toEqual({ ok: true, value: null });
    expect(shown()).toMatchObject({ tabId: 7, sources: 3, isFollowed: true, isAsked: false });
    expect(rowsOf('same')?.sort()).toEqual([BRIDGE[1], BRIDGE[2]].sort());
  });

  it('gets it at the address that its tab shows after steps within the site, and at no address of another', async () => {
    const at = (url: string) => tab(undefined, { tab: { id: 7, url, incognito: false } });
    await say('findRelated', facts(BRIDGE[0]), at('https://courier.example/news/2'));
    await say('findRelated', facts(BRIDGE[0]), at('https://herald.example/9'));
    expect(world.panels.map(({ address }) => address)).toEqual([
      'https://courier.example/news/2',
      'https://courier.example/news/1',
    ]);
  });

  it('gets none where nothing is near', async () => {
    await say(
      'findRelated',
      facts('Recipe for a plum cake with walnuts', { summary: 'Flour, plums.' }),
      tab(),
    );
    expect(world.panels).toEqual([]);
  });

  it('says so where the reader asked, even on a site that is not followed', async () => {
    const url = 'https://cakes.example/plum';
    world.pageFacts = facts('Recipe for a plum cake', { url });
    expect(await say('relatedToTab', { tabId: 7, url }, popup())).toMatchObject({ ok: true });
    expect(shown()).toMatchObject({ isAsked: true, isFollowed: false, groups: [] });
  });

  it('cannot say by itself that the reader asked', async () => {
    const told = facts('Recipe for a plum cake', { isAsked: true });
    expect(await say('findRelated', told, tab())).toMatchObject({ problem: { code: 'bad-request' } });
    expect(world.panels).toEqual([]);
  });

  it.each([null, 'text', { titles: ['x'] }])('is closed where the page gives %j', async (given) => {
    world.pageFacts = given;
    const asked = await say('relatedToTab', { tabId: 7, url: 'https://cakes.example/' }, popup());
    expect(asked).toMatchObject({ problem: { code: 'closed-page' } });
    expect(world.panels).toEqual([]);
  });

  it('shows on an old page first what came since', async () => {
    const old = facts(BRIDGE[0], { dates: [new Date(NOON - 72 * HOUR).toISOString()] });
    await say('findRelated', old, tab());
    expect(shown()?.groups[0]?.kind).toBe('since');
    expect(rowsOf('since')?.length).toBeGreaterThan(0);
  });

  it('marks what is in another language', async () => {
    await follow('poluden', 'У Харкові відкрили новий метроміст через Лопань після двох років робіт');
    await say('findRelated', facts(BRIDGE[0]), tab());
    const foreign = shown()?.groups.flatMap(({ rows }) => rows.filter(({ isForeign }) => isForeign));
    expect(foreign?.map(({ source }) => source.host)).toEqual(['poluden.example']);
  });

  it('leaves nothing of itself in the database', async () => {
    const before = await dump();
    await say(
      'findRelated',
      facts('Secret of a reader, told nowhere else'),
      tab('https://courier.example/secret'),
    );
    expect(await dump()).toEqual(before);
  });
});

async function dump(): Promise<unknown> {
  const db = await world.database();
  return Promise.all([...db.objectStoreNames].map(async (store) => [store, await db.getAll(store)]));
}

describe('the panel keeps off', () => {
  it.each([
    ['a site that is not followed', 'https://cakes.example/1', {}],
    ['a private window', undefined, { tab: { id: 7, incognito: true } }],
  ])('%s', async (_what, url, more) => {
    await say('findRelated', facts(BRIDGE[0]), tab(url, more));
    expect(world.panels).toEqual([]);
  });

  it.each([
    'https://online.privatbank.example/article',
    'https://mail.example.org/inbox',
    'http://192.168.1.4/news',
    'http://localhost/news',
  ])('%s, even where it is asked for', async (url) => {
    world.granted = ['<all_urls>'];
    await changeSettings(world.deps, { panelHosts: [new URL(url).hostname] });
    world.pageFacts = facts(BRIDGE[0], { url });
    await say('findRelated', facts(BRIDGE[0], { url }), tab(url));
    expect(world.panels).toEqual([]);
    expect(world.detector?.join()).not.toContain(new URL(url).hostname);
    expect(await say('relatedToTab', { tabId: 7, url }, popup())).toMatchObject({
      problem: { code: 'kept-off' },
    });
    expect(world.panels).toEqual([]);
  });

  it('private windows, until the reader lets it in', async () => {
    await changeSettings(world.deps, { panelPrivate: true });
    await say('findRelated', facts(BRIDGE[0]), tab(undefined, { tab: { id: 7, incognito: true } }));
    expect(world.panels).toHaveLength(1);
  });
});

describe('a message of a page', () => {
  it.each([
    ['another extension', { id: 'another' }],
    ['a frame within the page', { frameId: 3 }],
    ['no tab', { tab: undefined }],
    ['a page of the extension itself', { url: ownUrl('options.html') }],
  ])('is refused from %s', async (_who, more) => {
    for (const [verb, request] of [
      ['findRelated', facts(BRIDGE[0])],
      ['choosePanel', { choice: 'off' }],
      ['openFromPanel', { page: 'follow' }],
    ] as const) {
      expect(await say(verb, request, tab(undefined, more))).toMatchObject({
        problem: { code: 'forbidden' },
      });
    }
    expect(world.panels).toEqual([]);
    expect((await loadSettings(await world.database())).panelSites).toEqual([]);
  });

  it('can say nothing else', async () => {
    for (const verb of ['markAllRead', 'settings', 'latest', 'relatedToTab', 'related'])
      expect(await say(verb, {}, tab())).toMatchObject({ problem: { code: 'forbidden' } });
  });
});

describe('the detector', () => {
  it('runs on the granted hosts of followed sources', () => {
    expect(world.detector).toEqual([
      '*://courier.example/*',
      '*://herald.example/*',
      '*://tribune.example/*',
    ]);
  });

  it('runs on hosts that the reader named', async () => {
    await changeSettings(world.deps, { panelHosts: ['cakes.example'] });
    expect(world.detector).toContain('*://cakes.example/*');
  });

  it('is there again at the next start where an update dropped it', async () => {
    const before = world.detector;
    world.detector = null;
    await wake(world.reborn());
    expect(world.detector).toEqual(before);
  });

  it('goes where access is taken away, where a source goes, and where it is turned off', async () => {
    world.granted = ['*://*.herald.example/*', '*://tribune.example/*'];
    await noteLostAccess(world.deps);
    expect(world.detector).toEqual(['*://herald.example/*', '*://tribune.example/*']);
    await say('removeSources', { feedIds: [3] }, { id: ownId(), url: ownUrl('options.html') });
    expect(world.detector).toEqual(['*://herald.example/*']);
    await changeSettings(world.deps, { panel: 'off' });
    expect(world.detector).toBe(null);
    expect(world.panelCalls).toContain('announce');
  });
});

describe('a choice on the panel', () => {
  it('is remembered for the site of the page, whatever the message says', async () => {
    await say('choosePanel', { choice: 'collapsed' }, tab());
    await say('choosePanel', { choice: 'to-start' }, tab());
    await say('findRelated', facts(BRIDGE[0]), tab());
    expect(shown()?.site).toEqual({
      host: 'courier.example',
      isOff: false,
      isCollapsed: true,
      side: 'start',
      isBarOff: false,
    });
    expect(await say('choosePanel', { choice: 'off', host: 'herald.example' }, tab())).toMatchObject({
      problem: { code: 'bad-request' },
    });
  });

  it('turns it off on this site, and the panel that stands there leaves', async () => {
    expect(await say('panelStanding', {}, tab())).toMatchObject({ value: { isWanted: true } });
    await say('choosePanel', { choice: 'off' }, tab());
    expect(world.detector).not.toContain('*://courier.example/*');
    expect(await say('panelStanding', {}, tab())).toMatchObject({ value: { isWanted: false } });
    expect(await say('panelStanding', {}, tab('https://herald.example/1'))).toMatchObject({
      value: { isWanted: true },
    });
  });

  it('to follow the source opens options with the site filled in', async () => {
    await say('openFromPanel', { page: 'follow' }, tab('https://cakes.example/plum?id=1'));
    expect(world.panelCalls).toContain('options #add?{"page":"https://cakes.example","links":[]}');
  });
});

it('a source is followed as before where the browser knows no such scripts', async () => {
  expect(await addFeed(world.deps, 'https://courier.example/rss')).toMatchObject({
    problem: { code: 'already-followed' },
  });
});
