import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { drawOptions, drawPopup, drawReader, drawSidePanel, drawWelcome, settled } from './draw.tsx';
import {
  candidate,
  type FakeSurface,
  fakeSurface,
  latestRow,
  latestRows,
  sourceRow,
} from './fake-surface.ts';
import { somePacks } from './some-packs.ts';

const ROWS = [
  ...latestRows(4),
  latestRow({ id: 5, unread: false }),
  latestRow({ id: 6, url: null, title: '' }),
];

/** The states in which a page looks different, by name. */
const STATES: Readonly<Record<string, (surface: FakeSurface) => void>> = {
  rows: () => {},
  empty: (surface) => {
    surface.rows = [];
    surface.sourceRows = [];
  },
  failed: (surface) => {
    surface.rows = [];
    surface.sourceRows = [sourceRow({ id: 1, problem: { code: 'timeout' } })];
  },
  offline: (surface) => {
    surface.isOnline = false;
  },
  permission: (surface) => {
    surface.standing = { waitingHosts: ['courier.example'] };
  },
  'long failing': (surface) => {
    surface.standing = { longFailing: [{ id: 1, name: 'Courier', problem: { code: 'timeout' } }] };
  },
  recovered: (surface) => {
    surface.standing = { recovered: { at: 1, snapshotAt: 1, sources: 2, isAll: true } };
    surface.snapshotList = [
      { at: 1_000_000_000, sources: 12 },
      { at: 1, sources: 1 },
    ];
  },
  stories: (surface) => {
    const story = { id: 9, others: 2, more: 1, origin: 'Reuters' };
    surface.rows = [latestRow({ id: 1, story }), latestRow({ id: 2, story: { ...story, id: 10 } })];
    surface.line = { fresh: 1, since: 1_000_000 };
  },
  'a hop': (surface) => {
    surface.hop = { feedId: 1, host: 'new.example' };
  },
  loading: (surface) => {
    surface.latest = () => new Promise(() => {});
  },
};

const PAGES = {
  popup: drawPopup,
  'popup, top': async (surface: FakeSurface) => {
    surface.ranked = {
      kind: 'ranked',
      rows: surface.rows.map((row, at) => ({
        ...row,
        story: { id: row.id, others: 2, more: 0, origin: at === 0 ? 'Reuters' : null },
        rank: at + 1,
        sources: 3,
        reason: { kind: 'sources', count: 3, hours: 2 },
      })),
    };
    await drawPopup(surface);
    await page.getByRole('tab').nth(2).click();
  },
  'side panel': drawSidePanel,
  reader: drawReader,
  welcome: async (surface: FakeSurface) => {
    await drawWelcome(surface);
    await page.getByRole('button', { name: /Your own/ }).click();
  },
  'welcome, refused': async (surface: FakeSurface) => {
    surface.sourceRows = [];
    surface.refusals.set('followEntries', { code: 'no-permission' });
    await drawWelcome(surface);
    await page.getByRole('checkbox').first().click();
    await page.getByRole('button', { name: 'Allow and start' }).click();
  },
  'welcome, done': async (surface: FakeSurface) => {
    surface.sourceRows = [];
    surface.entryProblems.set('herald', { code: 'timeout' });
    await drawWelcome(surface);
    await page.getByRole('checkbox').first().click();
    await page.getByRole('button', { name: 'Allow and start' }).click();
    await expect.element(page.getByText('Pin Lede to the toolbar')).toBeVisible();
  },
  'welcome, permission': (surface: FakeSurface) => {
    surface.standing = { waitingHosts: ['courier.example'] };
    return drawWelcome(surface, 'allow');
  },
  'options, sources': (surface: FakeSurface) => drawOptions(surface, 'sources'),
  'options, found': async (surface: FakeSurface) => {
    const elsewhere = candidate('https://feeds.example/sport', { title: 'Sport', state: 'needs-permission' });
    const followed = candidate('https://daily.example/atom', { title: 'Blog', state: 'followed' });
    surface.discovery = {
      kind: 'page',
      candidates: [candidate('https://daily.example/rss'), elsewhere, followed],
    };
    await drawOptions(surface, 'sources');
    await page.getByRole('textbox').fill('daily.example');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect.element(page.getByText('Followed', { exact: true })).toBeVisible();
  },
  'options, packs': async (surface: FakeSurface) => {
    await drawOptions(surface, 'packs');
    await settled();
    for (const details of document.querySelectorAll('details')) details.open = true;
  },
  'options, details': async (surface: FakeSurface) => {
    await drawOptions(surface, 'sources');
    await page.getByRole('button', { name: 'More about Gone' }).click();
  },
  'options, data': (surface: FakeSurface) => drawOptions(surface, 'data'),
  'options, alerts': (surface: FakeSurface) => {
    surface.stored = {
      ...surface.stored,
      watchWords: [{ words: 'footbridge', feedId: 1 }],
      quietHours: { ...surface.stored.quietHours, isOn: true },
    };
    const alert = { words: ['footbridge'], voices: 1, url: null, language: 'en', at: 1_000_000 };
    const source = { id: 1, name: 'Courier', host: 'courier.example' };
    surface.alertRows = (['new', 'later', 'done'] as const).map((state, id) => ({
      ...alert,
      ...{ id, kind: id === 1 ? 'breaking' : 'watch', title: `Council opens ${id}`, state, source },
    }));
    return drawOptions(surface, 'alerts');
  },
  'popup, alerts': (surface: FakeSurface) => {
    surface.stored = { ...surface.stored, watchWords: [{ words: 'footbridge', feedId: null }] };
    surface.watchedNow = surface.rows.slice(0, 1);
    return drawPopup(surface);
  },
  'options, reading': (surface: FakeSurface) => {
    surface.stored = { ...surface.stored, mutedWords: ['гороскоп', 'prime minister'] };
    return drawOptions(surface, 'reading');
  },
  'options, shortcuts': (surface: FakeSurface) => drawOptions(surface, 'shortcuts'),
  'options, about': async (surface: FakeSurface) => {
    await drawOptions(surface, 'about');
    await settled();
    for (const details of document.querySelectorAll('details')) details.open = true;
  },
  'options, selected': async (surface: FakeSurface) => {
    await drawOptions(surface, 'sources');
    await page.getByRole('checkbox', { name: 'Select all' }).click();
  },
  'options, appearance': (surface: FakeSurface) => drawOptions(surface, 'appearance'),
};

/** Rule and element of each violation that axe finds in the whole page. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, {
    resultTypes: ['violations'],
    // Off unless asked for: what is pressed measures 24 pixels or more, or stands so far from the next.
    rules: { 'target-size': { enabled: true } },
  });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

function surfaceIn(theme: 'light' | 'dark'): FakeSurface {
  const surface = fakeSurface(ROWS);
  surface.stored = { ...surface.stored, theme };
  surface.sourceRows = [
    sourceRow({ id: 1 }),
    sourceRow({ id: 2, title: 'Gone', problem: { code: 'http', status: 404 } }),
    sourceRow({ id: 3, title: 'Shut', problem: { code: 'no-permission' }, lastSuccessAt: null }),
  ];
  surface.starterPacks = somePacks();
  document.title = 'Lede';
  return surface;
}

describe.each(['light', 'dark'] as const)('axe in %s', (theme) => {
  it.each(Object.entries(PAGES))('finds no violation in %s', async (_, drawPage) => {
    await drawPage(surfaceIn(theme));
    await settled();
    expect(await violations()).toEqual([]);
  });

  it.each(Object.entries(STATES))('finds no violation in the popup when it shows %s', async (_, prepare) => {
    const surface = surfaceIn(theme);
    prepare(surface);
    await drawPopup(surface);
    await settled();
    expect(await violations()).toEqual([]);
  });

  it.each(Object.entries(PAGES))('finds a fault that is planted in %s', async (_, drawPage) => {
    await drawPage(surfaceIn(theme));
    await settled();
    expect(document.querySelector('main :is(li, table, select)')).not.toBeNull();
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<button></button>');
    expect(await violations()).toEqual(['button-name: <button></button>']);
  });
});
