/**
 * A picture of every surface and state, to be looked at beside the design: in the full run in both themes, both languages
 * and at 150 %, else each once. What can be said without eyes is said: nothing is wider than its window.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { AccountView, Refused } from '../../utils/model/account.ts';
import type { Problem } from '../../utils/model/problem.ts';
import type { LatestRow, RankedRow } from '../../utils/model/view.ts';
import { LOOKS } from '../looks.ts';
import { drawOptions, drawPopup, drawReader, drawSidePanel, drawWelcome, settled } from './draw.tsx';
import {
  accountView,
  type FakeSurface,
  fakeSurface,
  latestRow,
  MINUTE,
  NOW,
  sourceRow,
} from './fake-surface.ts';
import { button, chooseFromMenu, headlines } from './popup-page.ts';

const FULL = import.meta.env.LEDE_FULL === '1';
const ONCE = [{ language: 'en', theme: 'light', zoom: 100 }] as const;
/** Colours of the system's choice, and as large as readers need it who choose them. */
const FORCED = { language: 'uk', theme: 'light', zoom: 200, colours: 'forced' } as const;
const SHOWN = FULL ? [...LOOKS, FORCED] : ONCE;

interface State {
  readonly name: string;
  /** What is drawn, at the size that a zoom leaves of its window. */
  readonly draw: (surface: FakeSurface, zoom: number) => Promise<unknown>;
  readonly prepare?: (surface: FakeSurface) => void;
  /** What the reader does before the picture is taken. */
  readonly act?: () => Promise<unknown>;
}

const TITLES = [
  ['Harbour council opens the new footbridge two months early', 'en'],
  ['Уряд розповів, як відновлюватимуть мости після паводка', 'uk'],
  ['“We were ready”: how the night shift kept the trams running', 'en'],
  ['Чемпіонат із шахів: фінал зіграють у Львові', 'uk'],
  ['Grid operator asks households to save power between six and nine', 'en'],
  ['Nordhavn ferry returns to service after winter repairs', 'en'],
  ['Музей повернув картину, яку шукали сорок років', 'uk'],
  ['Short news', 'en'],
] as const;
const NAMES = ['Northgate Courier', 'Полудень', 'The Continental Post', 'Вісник узбережжя'];

function news(): LatestRow[] {
  return TITLES.map(([title, language], at) =>
    latestRow({
      id: at + 1,
      title,
      language,
      at: NOW - (at * at + 2) * 3 * MINUTE,
      unread: at % 3 !== 2,
      saved: at === 4,
      source: { id: (at % 4) + 1, name: NAMES[at % 4] ?? '', host: `source${at % 4}.example` },
      story: { id: at + 1, others: at % 2 === 0 ? at : 0, more: at === 2 ? 1 : 0, origin: null },
    }),
  );
}

function ranked(): RankedRow[] {
  return news().map((row, at) => ({
    ...row,
    story: { id: row.id, others: 5 - (at % 4), more: 0, origin: at === 1 ? 'Northern Wire' : null },
    rank: at + 1,
    sources: 6 - (at % 4),
    reason:
      at === 0
        ? { kind: 'growing', count: 4, minutes: 30 }
        : { kind: 'sources', count: 6 - (at % 4), hours: at + 1 },
  }));
}

/** A popup is 600 pixels of the screen high at most, whatever the zoom. */
const ofPopup = (surface: FakeSurface, zoom: number) => drawPopup(surface, 60_000 / zoom);
const pane = (name: string) => (surface: FakeSurface, zoom: number) =>
  drawOptions(surface, name, Math.round(110_000 / zoom));
const ofReader = (hash: string) => (surface: FakeSurface, zoom: number) =>
  drawReader(surface, Math.round(128_000 / zoom), hash);
const tab = (name: RegExp) => () => page.getByRole('tab', { name }).click();

const STATES: readonly State[] = [
  { name: 'popup-latest', draw: ofPopup, act: () => expect.element(headlines().first()).toBeVisible() },
  {
    name: 'popup-breaking',
    draw: ofPopup,
    prepare: (surface) => {
      surface.breakingNow = news().slice(0, 1);
    },
  },
  {
    name: 'popup-waiting',
    draw: ofPopup,
    async act() {
      await userEvent.hover(headlines().first());
      drawn?.rows.unshift(latestRow({ id: 99, at: NOW }));
      drawn?.changed();
      await settled();
    },
  },
  { name: 'popup-filter', draw: ofPopup, act: () => button(/^(Filter|Фільтр)$/).click() },
  { name: 'popup-menu', draw: ofPopup, act: () => press('[aria-haspopup=menu]') },
  { name: 'popup-keys', draw: ofPopup, act: () => userEvent.keyboard('?') },
  { name: 'popup-undo', draw: ofPopup, act: () => press('.footer .icon-button:has(.icon-check-all)') },
  { name: 'popup-empty', draw: ofPopup, prepare: (surface) => clear(surface, { sources: 0 }) },
  { name: 'popup-quiet', draw: ofPopup, prepare: (surface) => clear(surface, {}) },
  { name: 'popup-failed', draw: ofPopup, prepare: (surface) => clear(surface, { failing: 4 }) },
  {
    name: 'popup-offline',
    draw: ofPopup,
    prepare: (surface) => {
      surface.isOnline = false;
    },
  },
  {
    name: 'popup-permission',
    draw: ofPopup,
    prepare: (surface) => {
      surface.standing = { ...surface.standing, waitingHosts: ['courier.example', 'poluden.example'] };
    },
  },
  {
    name: 'popup-database',
    draw: ofPopup,
    prepare: (surface) => surface.refusals.set('latest', { code: 'storage' }),
  },
  { name: 'popup-top', draw: ofPopup, act: tab(/^(Top|Головне)/) },
  {
    name: 'popup-popular',
    draw: ofPopup,
    act: tab(/^(Popular|Популярне)/),
  },
  {
    name: 'popup-too-few',
    draw: ofPopup,
    prepare: (surface) => {
      surface.ranked = { kind: 'too-few-sources', followed: 1 };
    },
    act: tab(/^(Top|Головне)/),
  },
  { name: 'popup-search', draw: ofPopup, prepare: finds, act: searchFor },
  { name: 'popup-search-empty', draw: ofPopup, act: tab(/^(Search|Пошук)/) },
  { name: 'popup-search-none', draw: ofPopup, act: searchFor },
  { name: 'popup-mute-word', draw: ofPopup, act: () => chooseFromMenu(/^(Mute a word|Приховувати слово)/) },
  { name: 'reader-search', draw: ofReader('#/search?q=footbridge'), prepare: finds },
  { name: 'side-panel', draw: (surface, zoom) => drawSidePanel(surface, zoom === 100 ? 360 : 320, 800) },
  { name: 'reader-latest', draw: ofReader('') },
  { name: 'welcome', draw: (surface, zoom) => drawWelcome(surface, '', Math.round(100_000 / zoom)) },
  { name: 'options-carry', draw: pane('carry') },
  ...accountStates(),
  { name: 'options-shortcuts', draw: pane('shortcuts') },
  { name: 'options-about', draw: pane('about') },
  { name: 'options-sources', draw: pane('sources') },
  { name: 'options-packs', draw: pane('packs') },
  { name: 'options-alerts', draw: pane('alerts') },
  { name: 'options-appearance', draw: pane('appearance') },
  { name: 'options-reading', draw: pane('reading') },
  { name: 'options-data', draw: pane('data') },
];

let drawn: FakeSurface | null = null;

/** The account on a feed server, in every standing that it can have. */
function accountStates(): State[] {
  const at = (name: string, view: Partial<AccountView>): State => ({
    name: `options-account-${name}`,
    draw: pane('carry'),
    prepare: (surface) => {
      surface.accountView = accountView(view);
    },
  });
  const refused = (kind: Refused['kind'], name: string, problem: Problem): Refused => ({
    kind,
    name,
    url: `https://${kind}.example/rss`,
    problem,
  });
  return [
    {
      name: 'options-account-testing',
      draw: pane('carry'),
      prepare: (surface) => void surface.hold(),
      act: test,
    },
    { name: 'options-account-found', draw: pane('carry'), act: test },
    ...(['server-password', 'server-api-off', 'server-unreachable', 'private-address'] as const).map(
      (code): State => ({
        name: `options-account-failed-${code}`,
        draw: pane('carry'),
        prepare: (surface) => surface.refusals.set('testAccount', { code }),
        act: test,
      }),
    ),
    at('syncing', { isSyncing: true, syncedAt: null, sources: 0 }),
    at('waiting', { marksWaiting: 12, changesWaiting: 1, problem: { code: 'server-unreachable' } }),
    at('no-access', { standing: 'no-access' }),
    at('no-consent', { standing: 'no-consent' }),
    at('signed-out', { standing: 'signed-out', marksWaiting: 3 }),
    at('vanished', { vanished: 42 }),
    at('refused', {
      refused: [
        refused('move', 'Northgate Courier', { code: 'http', status: 400 }),
        refused('change', 'Полудень', { code: 'server-unreachable' }),
      ],
    }),
    at('moving', { moving: { done: 5, total: 12 } }),
    { ...at('leaving', { marksWaiting: 3 }), act: () => button(/^(Leave|Вийти)…$/).click() },
    { ...at('asks-to-move', {}), act: () => button(/^(Move|Перенести) \d/).click() },
  ];
}

/** Tests an account as it is typed. */
async function test(): Promise<void> {
  const [address, user, password] = [...document.querySelectorAll<HTMLInputElement>('.add-account input')];
  if (!address || !user || !password) throw new Error('nothing to type into');
  await userEvent.fill(address, 'https://news.example.com');
  await userEvent.fill(user, 'reader');
  await userEvent.fill(password, 'battery');
  await userEvent.keyboard('{Enter}');
}

/** A search that finds the footbridge. */
function finds(surface: FakeSurface): void {
  const hits = news()
    .filter(({ title }) => title.includes('footbridge'))
    .map((row) => {
      const start = row.title.indexOf('footbridge');
      return { row, highlights: { title: [{ start, end: start + 'footbridge'.length }], snippet: [] } };
    });
  surface.found = () => ({ hits, total: hits.length, complete: true, next: null, notes: [] });
}

async function searchFor(): Promise<void> {
  await tab(/^(Search|Пошук)/)();
  await page.getByRole('textbox').fill('footbridge');
  await settled();
}

function clear(surface: FakeSurface, standing: FakeSurface['standing']): void {
  surface.rows = [];
  surface.standing = { ...surface.standing, ...standing };
}

async function press(selector: string): Promise<void> {
  await expect.element(headlines().first()).toBeVisible();
  const pressed = document.querySelector<HTMLElement>(selector);
  if (pressed === null) throw new Error(`nothing to press: ${selector}`);
  pressed.click();
}

beforeEach(() => localStorage.clear());

/** Has the browser draw with the system's colours, or with the page's own again. */
async function force(colours: 'active' | 'none'): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: colours }] });
}

describe.each(SHOWN)('in $language, $theme, at $zoom %', ({ language, theme, zoom, ...look }) => {
  const isForced = 'colours' in look;
  beforeAll(() => force(isForced ? 'active' : 'none'));
  afterAll(() => force('none'));

  it.each(STATES)('$name keeps to its window, and leaves a picture', async ({ name, draw, prepare, act }) => {
    const surface = fakeSurface(news());
    surface.stored = { ...surface.stored, language, theme };
    surface.standing = { languages: ['uk', 'en'], folders: [['World'], ['World', 'Europe']] };
    surface.ranked = { kind: 'ranked', rows: ranked() };
    surface.sourceRows = NAMES.map((title, at) =>
      sourceRow({ id: at + 1, title, host: `source${at}.example`, folder: at > 1 ? ['World'] : [] }),
    );
    prepare?.(surface);
    drawn = surface;
    await draw(surface, zoom);
    await settled();
    await act?.();
    await settled();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    expect(matchMedia('(forced-colors: active)').matches).toBe(isForced);
    const path = `../../.output/shots/${name}-${language}-${isForced ? 'forced' : theme}-${zoom}.png`;
    await page.screenshot({ path });
  });
});
