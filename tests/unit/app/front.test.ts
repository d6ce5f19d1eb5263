import { beforeEach, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { markRead } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { front } from '../../../utils/app/queries/front.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { top } from '../../../utils/app/queries/ranked.ts';
import { FRONT_ROWS } from '../../../utils/model/front.ts';
import { createWorldOfArticles, failure, MINUTE, NOON, rss, type World } from '../support/world.ts';

const URL = 'https://courier.example/rss';
const BRIDGE = {
  herald: 'Kharkiv opens new metro bridge over Lopan river after two years of work',
  tribune: 'New metro bridge over the Lopan opens in Kharkiv two years after work began',
  observer: 'Kharkiv metro bridge over Lopan river opened to trains after two-year works',
};
let world: World;

const follow = async (items: number): Promise<void> => {
  const list = Array.from({ length: items }, (_, at) => ({
    title: `Council opens footbridge ${at}`,
    guid: `${at}`,
    link: `https://courier.example/${at}`,
    at: NOON - at * MINUTE,
  }));
  world.answer(URL, rss(list));
  await importSources(world.deps, [{ url: URL, title: 'Courier', siteUrl: null, folder: [] }]);
  world.time += MINUTE;
  await poll(world.deps);
};

beforeEach(async () => {
  world = await createWorldOfArticles();
});

describe('the front', () => {
  it('is the first rows of Latest, without what is seen only on request', async () => {
    await follow(30);
    const db = await world.database();
    const { rows } = await latest(db, { after: null, limit: 50 });
    const shown = await front(db, world.time);
    expect(shown?.rows.map(({ id }) => id)).toEqual(rows.slice(0, FRONT_ROWS).map(({ id }) => id));
    expect(JSON.stringify(shown)).not.toContain('snippet');
  });

  it('is the first stories of Top beside them, as Top has them now', async () => {
    await follow(10);
    for (const [name, title] of Object.entries(BRIDGE)) {
      const url = `https://${name}.example/rss`;
      world.answer(url, rss([{ title, guid: name, link: url, at: world.time }], { title: name, site: url }));
      await importSources(world.deps, [{ url, title: name, siteUrl: null, folder: [] }]);
    }
    await poll(world.deps);
    const db = await world.database();
    const page = await top(db, { now: world.time, limit: 30 });
    const shown = await front(db, world.time);
    expect(page.kind === 'ranked' && page.rows.map(({ id }) => id)).toEqual(shown?.top.map(({ id }) => id));
    expect(shown?.top).not.toEqual([]);
    expect(shown?.rankedAt).toBe(world.time);
  });

  it('stands as the reader left it: read rows are read, language and colours are his', async () => {
    await follow(10);
    const db = await world.database();
    const [first] = (await front(db, world.time))?.rows ?? [];
    await markRead(world.deps, [first?.id ?? 0], true);
    await changeSettings(world.deps, { theme: 'dark', language: 'uk', density: 'compact' });
    expect(await front(db, world.time)).toMatchObject({ theme: 'dark', language: 'uk', density: 'compact' });
    expect((await front(db, world.time))?.rows[0]).toMatchObject({ id: first?.id, unread: false });
  });

  it('is not known where rows are too few for the ticker line, since that gives way then', async () => {
    await follow(6);
    expect(await front(await world.database(), world.time)).toBeNull();
  });

  it('is not known where something stands above the rows', async () => {
    await follow(10);
    world.answer(URL, failure('unreachable'));
    world.time += 24 * 60 * MINUTE;
    await poll(world.deps);
    expect(await front(await world.database(), world.time)).toBeNull();
  });
});
