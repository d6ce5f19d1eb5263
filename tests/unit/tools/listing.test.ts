/** What the stores are told, held to their bounds and to the packages. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlets } from '../../newsroom/outlets.ts';
import { type Listing, readListing } from '../../tools/store/listing.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const json = async (...path: string[]) => JSON.parse(await readFile(join(ROOT, ...path), 'utf8'));
const LANGUAGES = ['en', 'uk'] as const;
/** In characters: what the Chrome Web Store and Edge Add-ons take, and what addons.mozilla.org does. */
const SHORT = 132;
const SUMMARY = 250;
const LONG = 16_000;

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly browser_specific_settings?: {
    readonly gecko: { readonly data_collection_permissions: { readonly optional: readonly string[] } };
  };
}

/** All that a package may ever ask for. */
function askedBy(manifest: Manifest): string[] {
  return [
    ...manifest.permissions,
    ...manifest.optional_permissions,
    ...manifest.optional_host_permissions,
    ...(manifest.browser_specific_settings?.gecko.data_collection_permissions.optional ?? []),
  ];
}

/** Publishers of the starter packs, by the names that a reader knows. */
async function publishers(): Promise<string[]> {
  const packs = await json('public', 'packs', 'index.json');
  const ids: string[] = packs.packs ?? packs;
  const files = await Promise.all(ids.map((id) => json('public', 'packs', `${id}.json`)));
  return files.flatMap(({ entries }: { entries: { name: string }[] }) => entries.map(({ name }) => name));
}

describe.each(LANGUAGES)('the texts of the stores in %s', (language) => {
  it('keep to the lengths that the stores take', async () => {
    const { title, shortDescription, summary, parts } = await readListing(language);
    expect(title).toMatch(/^Lede – .{5,30}$/);
    expect(shortDescription.length).toBeGreaterThan(20);
    expect(shortDescription.length).toBeLessThanOrEqual(SHORT);
    expect(summary.length).toBeGreaterThan(20);
    expect(summary.length).toBeLessThanOrEqual(SUMMARY);
    expect(parts.get('Long description')?.length).toBeGreaterThan(500);
    expect(parts.get('Long description')?.length).toBeLessThanOrEqual(LONG);
  });

  it('say the purpose in one sentence', async () => {
    const { parts } = await readListing(language);
    expect(parts.get('Single purpose')).toMatch(/^[^.]+\.$/);
  });

  it('name Lede as its packages do', async () => {
    const { extName, extDescription } = await json('public', '_locales', language, 'messages.json');
    const { title, shortDescription } = await readListing(language);
    expect([title, shortDescription]).toEqual([extName.message, extDescription.message]);
  });

  it('give a reason for everything that a package may ask for, and for nothing else', async () => {
    const { permissions } = await readListing(language);
    const manifests = ['chrome', 'edge', 'firefox'].map((name) =>
      json('tests', 'e2e', 'manifests', `${name}.json`),
    );
    const asked = new Set((await Promise.all(manifests)).flatMap(askedBy));
    expect([...permissions.keys()].sort()).toEqual([...asked].sort());
    for (const [name, reason] of permissions) expect(reason.length, name).toBeGreaterThan(40);
  });

  it('name no publisher, real or invented, where stores forbid it', async () => {
    const { title, shortDescription, summary } = await readListing(language);
    const names = [...(await publishers()), ...outlets.map(({ name }) => name)];
    expect(names.length).toBeGreaterThan(60);
    const shown = `${title} ${shortDescription} ${summary}`;
    expect(names.filter((name) => shown.includes(name))).toEqual([]);
  });
});

it('has the same headings, permissions and captions in both languages', async () => {
  const [en, uk] = (await Promise.all(LANGUAGES.map(readListing))) as [Listing, Listing];
  expect([...uk.parts.keys()]).toEqual([...en.parts.keys()]);
  expect([...uk.permissions.keys()]).toEqual([...en.permissions.keys()]);
  expect(Object.keys(uk.captions)).toEqual(Object.keys(en.captions));
  expect(Object.keys(en.captions)).toEqual(['latest', 'top', 'reading', 'panel']);
});
