import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Pack, type PackEntry, packIndexSchema, packSchema } from '../../../utils/model/pack.ts';
import { hostsOf } from '../../../utils/model/pack-entry.ts';
import { hostOf, webUrl } from '../../../utils/text/host.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'public', 'packs');
const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

const index = packIndexSchema.parse(read('index.json'));
const packs: Pack[] = index.packs.map((id) => packSchema.parse(read(`${id}.json`)));
const entries: PackEntry[] = packs.flatMap((pack) => [...pack.entries]);
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
const doubled = (list: readonly string[]): string[] => list.filter((one, at) => list.indexOf(one) !== at);

/** Every address that an entry names, feeds and pages about it alike. */
function addressesOf(entry: PackEntry): string[] {
  const editions = entry.editions ?? [];
  const about = [entry.owner?.source, entry.support].filter((url) => url !== undefined && url !== null);
  return [entry.site, ...entry.feeds, ...editions.map(({ feed }) => feed), ...about];
}

describe('the starter packs', () => {
  it('are the files that the index names, each under its own name', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      ['index.json', ...index.packs.map((id) => `${id}.json`)].sort(),
    );
    expect(ids(packs)).toEqual(index.packs);
  });

  it('are the six that a reader is offered, of 8 to 15 sources each', () => {
    expect(index.packs).toEqual(['ukraine-en', 'ukraine-uk', 'world', 'business', 'technology', 'science']);
    for (const pack of packs) {
      expect(pack.entries.length, pack.id).toBeGreaterThanOrEqual(8);
      expect(pack.entries.length, pack.id).toBeLessThanOrEqual(15);
    }
  });

  it('say by what they were chosen, as much in Ukrainian as in English', () => {
    expect(index.criteria.uk).toHaveLength(index.criteria.en.length);
    for (const { id, about, criteria } of packs) {
      for (const texts of [about, criteria]) {
        expect(texts.uk, id).toMatch(/[а-яїієґ]/i);
        expect(texts.en, id).not.toMatch(/[а-яїієґ]/i);
      }
    }
  });

  it('hold every source once, under one id and with feeds of its own', () => {
    expect(doubled(ids(entries))).toEqual([]);
    expect(doubled(entries.flatMap((entry) => [...entry.feeds]))).toEqual([]);
  });

  it('hold at most two sources of one owner each', () => {
    for (const pack of packs) {
      const owners = pack.entries.flatMap((entry) => (entry.owner ? [entry.owner.name] : []));
      for (const owner of owners) {
        expect(owners.filter((other) => other === owner).length, `${pack.id}: ${owner}`).toBeLessThan(3);
      }
    }
  });

  it('are written in the languages that their names promise', () => {
    const languages = (id: string) =>
      new Set(packs.find((pack) => pack.id === id)?.entries.map((e) => e.language));
    expect(languages('ukraine-uk')).toEqual(new Set(['uk']));
    for (const id of index.packs.filter((other) => other !== 'ukraine-uk')) {
      expect(languages(id), id).toEqual(new Set(['en']));
    }
  });
});

describe.each(entries.map((entry) => [entry.id, entry] as const))('the entry %s', (_, entry) => {
  it('has addresses in the form in which they are stored', () => {
    for (const url of addressesOf(entry)) expect(webUrl(url)).toBe(url);
  });

  it('names each host once, and every host that is asked or linked to', () => {
    expect(doubled(entry.feedHosts)).toEqual([]);
    expect(doubled(entry.articleHosts)).toEqual([]);
    const asked = [...entry.feeds, ...(entry.editions ?? []).map(({ feed }) => feed)];
    expect(entry.feedHosts).toEqual(expect.arrayContaining(asked.map(hostOf)));
    expect(hostsOf([entry])).toContain(hostOf(entry.site));
  });

  it('has addresses of its feed, or says that the feed is to be found on its site', () => {
    expect(entry.feeds.length > 0).toBe(!entry.discovery);
  });

  it('says that nobody has seen it answer', () => {
    expect(entry.verified).toBe(false);
  });

  it('is in a country and a language that have names', () => {
    const languages = new Intl.DisplayNames('uk', { type: 'language', fallback: 'none' });
    const regions = new Intl.DisplayNames('uk', { type: 'region', fallback: 'none' });
    expect(languages.of(entry.language)).toBeDefined();
    if (entry.country !== null) expect(regions.of(entry.country)).toBeDefined();
  });
});

describe('the schema of a pack', () => {
  const [pack] = packs;
  const changed = (change: object) => ({ ...pack, entries: [{ ...pack?.entries[0], ...change }] });

  it.each([
    ['an owner without the page that says so', { owner: { name: 'Somebody' } }],
    ['an address that is no web address', { site: 'ftp://courier.example/' }],
    ['a relative feed', { feeds: ['/rss'] }],
    ['a host with a scheme', { feedHosts: ['https://courier.example'] }],
    ['no article hosts', { articleHosts: [] }],
    ['a kind that nobody knows', { kind: 'blog' }],
    ['a field that nobody knows', { rating: 5 }],
  ])('refuses %s', (_, change) => {
    expect(z.safeParse(packSchema, changed({})).success).toBe(true);
    expect(z.safeParse(packSchema, changed(change)).success).toBe(false);
  });

  it('refuses a name in one language alone', () => {
    expect(z.safeParse(packSchema, { ...pack, name: { en: 'World' } }).success).toBe(false);
  });
});
