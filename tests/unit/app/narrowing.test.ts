import { beforeEach, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { markRead, saveOrNot } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { top } from '../../../utils/app/queries/ranked.ts';
import type { Narrowing } from '../../../utils/model/view.ts';
import { createWorld, HOUR, MINUTE, NOON, rss, type World } from '../support/world.ts';

const SOURCES = [
  { name: 'courier', language: 'en', folder: ['World'] },
  { name: 'herald', language: 'en', folder: ['World', 'Europe'] },
  { name: 'visnyk', language: 'uk', folder: ['Україна'] },
] as const;
const QUAKE = {
  courier: 'Earthquake of magnitude 7.1 shakes Tokyo',
  herald: 'Magnitude 7.1 earthquake shakes Tokyo, no tsunami warning',
  visnyk: 'Токіо сколихнув землетрус магнітудою 7,1',
} as const;

let world: World;

beforeEach(async () => {
  world = createWorld();
  world.answer('https://courier.example/rss', feed('courier', 'en', [QUAKE.courier, 'Budget passed']));
  world.answer(
    'https://herald.example/rss',
    feed('herald', 'en', [QUAKE.herald, 'Ferry returns to service']),
  );
  world.answer('https://visnyk.example/rss', feed('visnyk', 'uk', [QUAKE.visnyk, 'У Львові відкрили музей']));
  await importSources(
    world.deps,
    SOURCES.map(({ name, folder }) => ({
      url: `https://${name}.example/rss`,
      title: name,
      siteUrl: `https://${name}.example/`,
      folder: [...folder],
    })),
  );
  // First checks are a moment apart.
  world.time += MINUTE;
  await poll(world.deps);
});

function feed(name: string, language: string, titles: readonly string[]) {
  const items = titles.map((title, at) => ({
    title,
    guid: title,
    link: `https://${name}.example/${at}`,
    at: NOON - HOUR + (name === 'herald' ? 2 : name === 'courier' ? 1 : 0) * MINUTE,
  }));
  return rss(items, { title: name, language, site: `https://${name}.example/` });
}

async function rows(narrowing: Narrowing) {
  return (await latest(await world.database(), { after: null, limit: 50, newSince: null, narrowing })).rows;
}
const titles = async (narrowing: Narrowing) => (await rows(narrowing)).map(({ title }) => title).sort();

describe('Latest narrowed to a language', () => {
  it('shows what is told in it, each story as it is told there', async () => {
    expect(await titles({ language: 'uk' })).toEqual([QUAKE.visnyk, 'У Львові відкрили музей'].sort());
    expect(await titles({ language: 'en' })).toEqual(
      ['Budget passed', 'Ferry returns to service', QUAKE.herald].sort(),
    );
  });

  it('shows nothing of a language in which nothing is told', async () => {
    expect(await titles({ language: 'fr' })).toEqual([]);
  });

  it('holds for single articles too', async () => {
    await changeSettings(world.deps, { latest: 'articles' });
    expect(await titles({ language: 'uk' })).toHaveLength(2);
    expect(await titles({ language: 'en' })).toHaveLength(4);
  });

  it('goes on from page to page without a gap or a double', async () => {
    const db = await world.database();
    const first = await latest(db, { after: null, limit: 2, newSince: null, narrowing: { language: 'en' } });
    const rest = await latest(db, {
      after: first.next,
      limit: 2,
      newSince: null,
      narrowing: { language: 'en' },
    });
    expect(first.next).not.toBeNull();
    expect(rest.next).toBeNull();
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(3);
  });
});

describe('the language that the reader chose', () => {
  it('narrows Latest, and a folder narrows it further', async () => {
    await changeSettings(world.deps, { newsLanguage: 'en' });
    expect(await titles({})).toHaveLength(3);
    expect(await titles({ folder: ['World', 'Europe'] })).toHaveLength(2);
    await changeSettings(world.deps, { newsLanguage: 'all' });
    expect(await titles({})).toHaveLength(4);
  });

  it('is none where what is stored is no language', async () => {
    await changeSettings(world.deps, { newsLanguage: 'not a language' });
    expect(await titles({})).toHaveLength(4);
  });
});

describe('Latest narrowed to a folder', () => {
  it('shows its sources and those of folders within it', async () => {
    expect(await titles({ folder: ['World'] })).toHaveLength(3);
    expect(await titles({ folder: ['World', 'Europe'] })).toEqual(['Ferry returns to service', QUAKE.herald]);
    expect(await titles({ folder: ['Sport'] })).toEqual([]);
  });
});

describe('Latest narrowed to marks', () => {
  it('shows what is unread', async () => {
    const [row] = await rows({ language: 'uk', only: 'unread' });
    await markRead(world.deps, [row?.id ?? 0], true);
    expect(await rows({ language: 'uk', only: 'unread' })).toHaveLength(1);
    expect(await rows({ only: 'unread' })).toHaveLength(3);
  });

  it('shows what is saved article by article, also what is muted', async () => {
    const found = await rows({});
    const budget = found.find(({ title }) => title === 'Budget passed');
    await saveOrNot(world.deps, [budget?.id ?? 0], true);
    await changeSettings(world.deps, { mutedWords: ['budget'] });
    expect(await rows({})).toHaveLength(3);
    expect(await rows({ only: 'saved' })).toMatchObject([
      { title: 'Budget passed', saved: true, story: null },
    ]);
    expect(await rows({ only: 'saved', language: 'uk' })).toEqual([]);
  });
});

describe('Top narrowed to a language', () => {
  it('shows stories that are told in it under their headline there, with all their sources', async () => {
    await changeSettings(world.deps, { newsLanguage: 'uk' });
    const found = await top(await world.database(), { now: world.time, limit: 10 });
    expect(found).toMatchObject({ kind: 'ranked', rows: [{ title: QUAKE.visnyk, sources: 3, rank: 1 }] });
  });
});
