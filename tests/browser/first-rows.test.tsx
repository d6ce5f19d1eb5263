/** The rows that the popup draws before its application is there: they look as they will, and stand where they will. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { drawFront } from '../../components/first/draw-front.ts';
import type { Place } from '../../components/popup/place.ts';
import POPUP from '../../entrypoints/popup/index.html?raw';
import { frontOf } from '../../utils/model/front.ts';
import type { Settings } from '../../utils/model/settings.ts';
import type { LatestRow, RankedPage, RankedRow } from '../../utils/model/view.ts';
import { drawPopup, settled } from './draw.tsx';
import { type FakeSurface, fakeSurface, latestRow, MINUTE, NOW } from './fake-surface.ts';
import { button, headlines } from './popup-page.ts';

const STORY = { id: 7, others: 0, more: 0, origin: null };

/** Every kind of row there is. */
const ROWS: readonly LatestRow[] = [
  latestRow({ id: 1, at: NOW - 20_000, story: { ...STORY, others: 4, more: 2, origin: 'Bloomberg' } }),
  latestRow({ id: 2, unread: false, title: '', language: null }),
  latestRow({ id: 3, title: 'Уряд ухвалив бюджет <b>&amp;</b>', language: 'uk', url: null }),
  latestRow({ id: 4, at: NOW - 180 * MINUTE, story: { ...STORY, id: 8, more: 1 } }),
  latestRow({ id: 5, at: NOW - 3 * 1_440 * MINUTE, source: { id: 3, name: '', host: 'herald.example' } }),
  latestRow({ id: 6, title: 'Anditgoeson'.repeat(30), snippet: 'Its first lines.', isLong: true }),
  latestRow({ id: 7, at: NOW - 400 * 1_440 * MINUTE, title: 'العناوين من اليمين', language: 'ar' }),
  latestRow({ id: 8, saved: true }),
];

const NOTHING: RankedPage = { kind: 'ranked', rows: [] };

function ranked(rank: number, row: Partial<LatestRow>, more: Partial<RankedRow> = {}): RankedRow {
  const story = { id: rank, others: 2, more: 0, origin: null };
  const reason = { kind: 'sources', count: 3, hours: 2 } as const;
  return { ...latestRow({ ...row, id: 100 + rank }), story, rank, sources: 3, reason, ...more };
}

/** Every kind of story that Top has. */
const TOLD: readonly RankedRow[] = [
  ranked(1, { title: 'Footbridge opens at last' }, { reason: { kind: 'sources', count: 21, hours: 1 } }),
  ranked(
    2,
    { title: 'Уряд ухвалив бюджет', language: 'uk' },
    { reason: { kind: 'growing', count: 3, minutes: 20 } },
  ),
  ranked(3, { unread: false, title: '', language: null, url: null }),
  ranked(4, { title: 'Anditgoeson'.repeat(30), snippet: 'Its first lines.', isLong: true }),
  ranked(5, { title: 'العناوين من اليمين', language: 'ar' }),
  ranked(6, {}, { story: { id: 6, others: 4, more: 1, origin: 'Bloomberg' } }),
  ranked(7, { source: { id: 3, name: '', host: 'herald.example' } }),
];

const AT_TOP: Place = { tab: 'top', query: '', scroll: 0, rows: 0, narrowing: {} };

function showStaticPage(): void {
  document.body.innerHTML = new DOMParser().parseFromString(POPUP, 'text/html').body.innerHTML;
}

async function firstOf(surface: FakeSurface, tab: 'latest' | 'top' = 'latest'): Promise<void> {
  await page.viewport(400, 600);
  showStaticPage();
  const latest = await surface.latest(null, 50);
  const top = await surface.top(30);
  if (latest.ok && top.ok) drawFront(frontOf(surface.stored, latest.value, top.value, NOW), tab, NOW);
}

/** What is drawn of the rows, without what is there for a pointer alone. */
function drawn(): string[] {
  return [...document.querySelectorAll('.popup-list :is(.row, .new-since, .story-card)')].map((row) => {
    const copy = row.cloneNode(true) as Element;
    copy.querySelector('.row-actions')?.remove();
    copy.querySelector('time')?.removeAttribute('title');
    return copy.outerHTML;
  });
}

const places = () =>
  [...document.querySelectorAll('.popup-list .headline')].map((headline) => {
    const { left, top, width, height } = headline.getBoundingClientRect();
    return { left, top, width, height };
  });

beforeEach(() => {
  document.body.replaceChildren();
});

describe('the first rows', () => {
  it.each([
    ['in English', {}, 0],
    ['in Ukrainian, in the dark', { language: 'uk', theme: 'dark' }, 0],
    ['compact, with some above the line', { density: 'compact' }, 3],
    ['all above the line', { language: 'uk' }, ROWS.length],
  ] as const)(
    'are drawn as the application draws them, and where: %s',
    async (_how, settings: Partial<Settings>, fresh) => {
      const surface = fakeSurface([...ROWS]);
      surface.stored = { ...surface.stored, ...settings };
      surface.latest = withFresh(surface.latest, fresh);
      await firstOf(surface);
      const first = { rows: drawn(), places: places(), root: rootLooks() };
      expect(first.places).toHaveLength(ROWS.length);

      document.body.replaceChildren();
      await drawPopup(surface);
      await settled();
      await expect.element(headlines().first()).toBeVisible();
      expect(drawn()).toEqual(first.rows);
      expect(places()).toEqual(first.places);
      expect(rootLooks()).toEqual(first.root);
    },
  );

  it.each([
    ['in English', {}],
    ['in Ukrainian, in the dark, compact', { language: 'uk', theme: 'dark', density: 'compact' }],
  ] as const)(
    'of Top are drawn as the application draws them, and where: %s',
    async (_how, settings: Partial<Settings>) => {
      const surface = fakeSurface([...ROWS]);
      surface.stored = { ...surface.stored, ...settings };
      surface.ranked = { kind: 'ranked', rows: TOLD };
      await firstOf(surface, 'top');
      const first = { stories: drawn(), places: places(), root: rootLooks() };
      expect(first.places).toHaveLength(TOLD.length);

      document.body.replaceChildren();
      await drawPopup(surface, 600, AT_TOP);
      await expect.element(page.getByText('Footbridge opens at last')).toBeVisible();
      expect(drawn()).toEqual(first.stories);
      expect(places()).toEqual(first.places);
      expect(rootLooks()).toEqual(first.root);
    },
  );

  it('are links that work by themselves', async () => {
    await firstOf(fakeSurface([...ROWS]));
    const link = page.getByRole('link', { name: ROWS[0]?.title ?? '' }).first();
    await expect.element(link).toHaveAttribute('href', ROWS[0]?.url ?? '');
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('leave the application alone where that was quicker', async () => {
    const surface = fakeSurface([...ROWS]);
    await drawPopup(surface);
    await settled();
    const before = drawn();
    const latest = await surface.latest(null, 1);
    if (latest.ok) drawFront(frontOf(surface.stored, latest.value, NOTHING, NOW), 'latest', NOW);
    expect(drawn()).toEqual(before);
    await expect.element(button('Mark as read').first()).toBeInTheDocument();
  });
});

function rootLooks() {
  const { lang, dataset } = document.documentElement;
  return { lang, ...dataset };
}

/** The answers of `latest`, with so many rows above a line of an hour ago. */
function withFresh(latest: FakeSurface['latest'], fresh: number): FakeSurface['latest'] {
  return async (...request) => {
    const answer = await latest(...request);
    if (!answer.ok || fresh === 0) return answer;
    return { ok: true, value: { ...answer.value, fresh, since: NOW - 60 * MINUTE } };
  };
}
