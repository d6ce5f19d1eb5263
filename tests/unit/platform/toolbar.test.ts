import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { badgeOf } from '../../../utils/app/badge.ts';
import { refreshBadge } from '../../../utils/app/changed.ts';
import { reportTheme } from '../../../utils/app/commands/report-theme.ts';
import { showToolbar } from '../../../utils/platform/action.ts';
import { createWorld } from '../support/world.ts';

const NO_ALERTS = { breaking: 0, watch: 0 };

describe('the number on the badge', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [999, '999'],
    [1_000, '999+'],
    [25_000, '999+'],
  ])('of %i rows is "%s"', (unread, text) => {
    const facts = { unread, fresh: 0, alerts: NO_ALERTS, isShown: false };
    expect(badgeOf({ ...facts, mode: 'unread' })).toEqual({ text, tone: 'count' });
    expect(badgeOf({ ...facts, mode: 'new', fresh: unread })).toEqual({ text, tone: 'count' });
  });

  it('gives way to a story that breaks, until Latest is seen', () => {
    const facts = { mode: 'unread', unread: 7, fresh: 0, alerts: { ...NO_ALERTS, breaking: 1 } } as const;
    expect(badgeOf({ ...facts, isShown: false })).toEqual({ text: '!', tone: 'breaking' });
    expect(badgeOf({ ...facts, isShown: true })).toEqual({ text: '7', tone: 'count' });
    expect(badgeOf({ ...facts, mode: 'off', isShown: false })).toEqual({ text: '', tone: 'count' });
  });
});

describe('the colours of the badge', () => {
  const grounds: unknown[] = [];

  beforeEach(() => {
    grounds.length = 0;
    const noted = {
      setBadgeBackgroundColor: vi.fn(async ({ color }: { color: unknown }) => void grounds.push(color)),
      setBadgeTextColor: vi.fn(async () => undefined),
      setBadgeText: vi.fn(async () => undefined),
      setIcon: vi.fn(async () => undefined),
    };
    Object.assign(browser.action, noted);
  });

  it('are of the theme that a page reported last, red for what breaks and yellow for what is watched for', async () => {
    const count = { text: '3', tone: 'count', isGrey: false } as const;
    await showToolbar({ ...count, theme: null });
    await showToolbar({ ...count, theme: 'dark' });
    await showToolbar({ ...count, theme: 'light' });
    await showToolbar({ ...count, text: '!', tone: 'breaking', theme: 'dark' });
    await showToolbar({ ...count, tone: 'watch', theme: 'dark' });
    expect(grounds).toEqual(['#45494F', '#5B6068', '#45494F', '#B0241B', '#FFE78A']);
  });

  it('survive a death of the background', async () => {
    const world = createWorld();
    await reportTheme(world.deps, 'dark');
    world.toolbars.length = 0;
    await refreshBadge(world.reborn());
    expect(world.toolbars).toMatchObject([{ theme: 'dark' }]);
  });
});
