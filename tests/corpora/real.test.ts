/** Captured feeds of real publishers: as many items, headlines, links and dates as several parsers agree on. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeWhere, read } from './corpora.ts';
import { corpus } from './folder.ts';

interface Line {
  readonly file: string;
  readonly items: number;
  readonly titles: number;
  readonly links: number;
  readonly dates: number;
}

const folder = corpus('feeds/real');

/** Of dates, and of titles that are markup alone, parsers differ in a few. */
const DATES = 0.98;
const TITLES = 0.99;

describeWhere(folder, 'a real feed', () => {
  const lines =
    folder === null ? [] : readFileSync(path.join(folder, 'manifest.jsonl'), 'utf8').trim().split('\n');
  const manifest = lines.map((line): Line => JSON.parse(line));

  it.each(manifest)('$file', ({ file, items: count, titles, links, dates }) => {
    const { items } = read(readFileSync(path.join(folder ?? '', file)));
    expect(items).toHaveLength(count);
    expect(items.filter(({ title }) => title !== '').length).toBeGreaterThanOrEqual(titles * TITLES);
    expect(items.filter(({ url }) => url !== null).length).toBeGreaterThanOrEqual(links);
    expect(items.filter((item) => item.published ?? item.updated).length).toBeGreaterThanOrEqual(
      dates * DATES,
    );
  });

  it.each(manifest)('$file keeps the items before any break', ({ file }) => {
    const bytes = readFileSync(path.join(folder ?? '', file));
    const whole = read(bytes).items.map(({ guid, url, title }) => `${guid} ${url} ${title}`);
    const cut = read(bytes.subarray(0, Math.floor(bytes.length * 0.9))).items;
    expect(cut.length).toBeLessThanOrEqual(whole.length);
    expect(cut.slice(0, -1).map(({ guid, url, title }) => `${guid} ${url} ${title}`)).toEqual(
      whole.slice(0, Math.max(0, cut.length - 1)),
    );
  });
});
