/** What the browser's sync area is read as, and what is written into it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/model/settings.ts';
import { burst, erasing, readArea, recordsOf } from '../../../utils/sync/area.ts';
import { staysHome } from '../../../utils/sync/at-home.ts';
import type { Stamp } from '../../../utils/sync/clock.ts';
import { itemBytes, readItem, writeItem } from '../../../utils/sync/item.ts';
import { sourceKey } from '../../../utils/sync/keys.ts';
import { localRecords, NO_DETAILS } from '../../../utils/sync/local.ts';
import type { Entry } from '../../../utils/sync/state.ts';
import { hashText } from '../../../utils/text/hash.ts';
import { corpus, NO_MATERIAL } from '../../corpora/folder.ts';
import { CarryingBrowser } from './browser.ts';

const NOW = Date.UTC(2026, 2, 1);
const DAY = 24 * 3_600_000;
const COURIER = 'https://courier.example/rss';

async function carryingOne(): Promise<CarryingBrowser> {
  const browser = new CarryingBrowser('one');
  browser.sources.set(COURIER, { ...NO_DETAILS, folder: ['Papers'] });
  await browser.carry(NOW);
  return browser;
}

function onlyItem(browser: CarryingBrowser): [name: string, written: string] {
  const [item] = Object.entries(browser.area);
  if (!item) throw new Error('nothing was written');
  return item;
}

describe('an item', () => {
  it('is read as it was written', async () => {
    const written = await writeItem('Київ', 3);
    expect(await readItem(written)).toEqual({ kind: 'contents', round: 3, text: 'Київ' });
  });

  it('that was damaged, cut or is no item at all is none', async () => {
    const written = await writeItem('{"some":"text"}', 0);
    const damaged = [
      written.slice(0, -4),
      written.replace(/.$/, ''),
      written.replace('1.0.', '1.7.'),
      written.toUpperCase(),
      `0${written.slice(1)}`,
      '',
      '1.0.00000000.',
      7,
      null,
      { text: written },
    ];
    for (const one of damaged) expect(await readItem(one)).toEqual({ kind: 'damaged' });
  });

  it('of a newer version is known as one', async () => {
    const written = await writeItem('text', 0);
    expect(await readItem(`2${written.slice(1)}`)).toEqual({ kind: 'newer' });
  });

  it('that unfolds to more than 256 kB is none', async () => {
    expect((await readItem(await writeItem('a'.repeat(256 * 1024), 0))).kind).toBe('contents');
    expect(await readItem(await writeItem('a'.repeat(256 * 1024 + 1), 0))).toEqual({ kind: 'damaged' });
    expect(await readItem(await writeItem('a'.repeat(5_000_000), 0))).toEqual({ kind: 'damaged' });
  });
});

describe('an area', () => {
  it('whose item is missing, damaged or not for this bucket changes nothing and is made good', async () => {
    const browser = await carryingOne();
    const [name, written] = onlyItem(browser);
    const before = browser.has();
    for (const wrong of [undefined, `${written}x`, 'nothing', 3]) {
      if (wrong === undefined) delete browser.area[name];
      else Object.assign(browser.area, { [name]: wrong });
      await browser.carry(NOW + DAY);
      expect(browser.has()).toEqual(before);
      expect(recordsOf(await readArea(browser.area)).get(sourceKey(COURIER))?.value).toMatchObject({
        url: COURIER,
      });
    }
    Object.assign(browser.area, { 'lede.set': written });
    expect((await readArea(browser.area)).buckets.get('lede.set')?.size).toBe(0);
  });

  it('with an item of a newer Lede is left as it is', async () => {
    const browser = await carryingOne();
    const [name, written] = onlyItem(browser);
    browser.area[name] = `2${written.slice(1)}`;
    browser.sources.set(COURIER, NO_DETAILS);
    expect(await browser.carry(NOW + DAY)).toEqual([]);
    expect(browser.sources.has(COURIER)).toBe(true);
  });

  it('where nothing is news is not written to', async () => {
    const browser = await carryingOne();
    expect(await browser.carry(NOW + DAY)).toEqual([]);
    const other = new CarryingBrowser('two');
    Object.assign(other.area, browser.area);
    expect(await other.carry(NOW + DAY)).toEqual([]);
    expect(other.has()).toEqual(browser.has());
  });

  it('holds no title that the reader never gave as his own, and no address of what was removed', async () => {
    const browser = await carryingOne();
    browser.sources.delete(COURIER);
    await browser.carry(NOW + DAY);
    const item = await readItem(onlyItem(browser)[1]);
    expect(item.kind === 'contents' && item.text).not.toContain('courier');
  });

  it('that was erased leaves one record, of a later round, before which items are none', async () => {
    const browser = await carryingOne();
    const { name, written, remove } = await erasing(browser.area);
    expect(remove).toEqual(Object.keys(browser.area));
    const late = await readArea({ ...browser.area, [name]: written });
    expect({ round: late.round, records: recordsOf(late).size }).toEqual({ round: 1, records: 0 });
  });

  it('gives no room to what it cannot hold, names it, and keeps every item and all of them within the limits', async () => {
    const state = new Map<string, Entry>();
    for (let n = 0; n < 5_000; n += 1) {
      const url = `https://${hashText(`${n}`)}.example/rss.xml`;
      state.set(sourceKey(url), {
        stamp: [1_700_000_000 + n * 97, 0, 'a'],
        value: { url, title: hashText(`title ${n}`) },
        goneAt: 0,
      });
    }
    const written = await burst(state, await readArea({}), NOW);
    const held = recordsOf(await readArea(Object.fromEntries(written.items)));
    expect(written.noRoom.size).toBeGreaterThan(500);
    expect(held.size + written.noRoom.size).toBe(state.size);
    for (const [name, item] of written.items) expect(itemBytes(name, item)).toBeLessThanOrEqual(8_192);
    expect(written.bytes).toBeLessThanOrEqual(102_400);
    expect(await burst(state, await readArea(Object.fromEntries(written.items)), NOW)).toMatchObject({
      items: [],
    });
  }, 30_000);

  it('holds 2,000 real sources with stamps of their own, 200 removals and all settings', async ({ skip }) => {
    const urls = realSources(2_000) ?? skip(NO_MATERIAL);
    const { bytes, noRoom, items } = await burst(busyState(urls), await readArea({}), NOW);
    console.info(`2,000 real sources, 200 removals and all settings: ${bytes} of 102,400 bytes`);
    expect(noRoom.size).toBe(0);
    expect(bytes).toBeLessThanOrEqual(102_400);
    expect(items.every(([name, item]) => itemBytes(name, item) <= 8_192)).toBe(true);
  }, 30_000);
});

interface Listed {
  readonly url: string;
  readonly title: string;
  readonly folder: readonly string[];
}

/** Sources with their titles and folders as lists of others have them; null where there are none. */
function realSources(count: number): Listed[] | null {
  const folder = corpus('lists');
  if (folder === null) return null;
  const rows = (name: string): string[][] =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
  const listed = [
    ...rows('feeds_awesome_opml.tsv').map(([, group = '', title = '', url = '']) => ({
      url,
      title,
      folder: [group],
    })),
    ...rows('feeds_kite.tsv').map(([group = '', , , url = '']) => ({
      url,
      title: `${URL.parse(url)?.hostname ?? ''} ${group}`,
      folder: [group],
    })),
  ];
  const carried = listed.filter(({ url }) => URL.canParse(url) && staysHome(url) === null);
  return [...new Map(carried.map((source) => [source.url, source])).values()].slice(0, count);
}

/** Everything a browser can carry, each with a stamp of its own over two years. */
function busyState(sources: readonly Listed[]): Map<string, Entry> {
  let seed = 7;
  const stamp = (): Stamp => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return [1_710_000_000 + Math.floor((seed / 2_147_483_648) * 63_000_000), 0, 'k3f9'];
  };
  const state = new Map<string, Entry>();
  const rows = sources.map((source) => ({ ...NO_DETAILS, ...source }));
  const mutedWords = Array.from({ length: 30 }, (_, n) => `muted word ${n}`);
  const settings = {
    ...DEFAULT_SETTINGS,
    theme: 'dark' as const,
    keepDays: 60,
    checkMinutes: 30,
    mutedWords,
  };
  let last = stamp();
  for (const [key, { value }] of localRecords(rows, settings).records) {
    if (!key.startsWith('d')) last = stamp();
    state.set(key, { stamp: last, value, goneAt: 0 });
  }
  for (let n = 0; n < 200; n += 1) {
    state.set(sourceKey(`https://gone${n}.example/`), { stamp: stamp(), value: null, goneAt: NOW });
  }
  return state;
}
