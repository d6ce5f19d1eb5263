/** Carrying by the browser's own sync: a second browser stands outside, and a test brings the items to and fro. */
import { expect } from 'vitest';
import { NO_DETAILS } from '../../../utils/sync/local.ts';
import type { Page } from '../../browsers/page.ts';
import { say } from '../../browsers/verbs.ts';
import { CarryingBrowser } from '../../unit/sync/browser.ts';
import type { Stage } from '../stage.ts';

/** A source that nobody allowed Lede to read. */
const ELSEWHERE = 'https://elsewhere.test-press.org/rss';

interface SyncArea {
  get(name: null): Promise<Record<string, string>>;
  set(items: Record<string, string>): Promise<void>;
}

/** Runs in the page. Both browsers know the name `chrome`. */
function readItems(): Promise<Record<string, string>> {
  return (globalThis as unknown as { chrome: { storage: { sync: SyncArea } } }).chrome.storage.sync.get(null);
}

function writeItems(items: Record<string, string>): Promise<void> {
  return (globalThis as unknown as { chrome: { storage: { sync: SyncArea } } }).chrome.storage.sync.set(
    items,
  );
}

/** Sources go out to the second browser, and one of its own comes in, waiting for access. */
export async function carriesToAndFro({ session }: Pick<Stage, 'session'>): Promise<void> {
  const page = await session.open('options.html');
  const followed = await urlsOf(page);
  expect(await page.evaluate(readItems)).toEqual({});
  await say(page, 'setCarrying', { on: true });
  await expect.poll(async () => Object.keys(await page.evaluate(readItems)).length).toBeGreaterThan(0);
  const other = new CarryingBrowser('other');
  Object.assign(other.area, await page.evaluate(readItems));
  await other.carry(Date.now());
  expect([...other.sources.keys()].sort()).toEqual(followed);
  other.sources.set(ELSEWHERE, NO_DETAILS);
  await page.evaluate(writeItems, Object.fromEntries(await other.carry(Date.now())));
  await expect.poll(() => urlsOf(page)).toContain(ELSEWHERE);
  await expect.poll(() => problemOf(page, ELSEWHERE)).toBe('no-permission');
  await say(page, 'eraseCarried');
  expect(Object.keys(await page.evaluate(readItems))).toEqual(['lede.erased']);
  await page.close();
}

async function urlsOf(page: Page): Promise<string[]> {
  return (await say<{ url: string }[]>(page, 'sources')).map(({ url }) => url).sort();
}

async function problemOf(page: Page, wanted: string): Promise<string | undefined> {
  const rows = await say<{ url: string; problem: { code: string } | null }[]>(page, 'sources');
  return rows.find(({ url }) => url === wanted)?.problem?.code;
}
