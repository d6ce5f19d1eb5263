import { beforeEach, describe, expect, it } from 'vitest';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { exportSources } from '../../../utils/app/queries/export-sources.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { readOpml } from '../../../utils/feed/opml.ts';
import type { OpmlSource } from '../../../utils/model/opml.ts';
import { createWorld, MINUTE, rss, type World } from '../support/world.ts';

let world: World;

beforeEach(() => {
  world = createWorld();
});

const listed = (name: string, folder: string[] = []): OpmlSource => ({
  url: `https://${name}.example/rss`,
  title: name,
  siteUrl: null,
  folder,
});

describe('a list of sources', () => {
  it('is followed under the names and folders it gives, and checked by the next poll', async () => {
    world.answer(
      'https://courier.example/rss',
      rss([{ title: 'First', guid: '1' }], { title: 'The Courier' }),
    );
    expect(await importSources(world.deps, [listed('courier', ['News', 'Ukraine'])])).toEqual({
      added: 1,
      known: 0,
    });
    await poll(world.deps);
    const [source] = await sources(await world.database());
    expect(source).toMatchObject({ title: 'courier', folder: ['News', 'Ukraine'], problem: null });
  });

  it('changes nothing the second time', async () => {
    const list = [listed('courier'), listed('herald')];
    await importSources(world.deps, list);
    const before = await sources(await world.database());
    expect(await importSources(world.deps, list)).toEqual({ added: 0, known: 2 });
    expect(await sources(await world.database())).toEqual(before);
  });

  it('of two thousand is no stampede', async () => {
    await importSources(
      world.deps,
      Array.from({ length: 2000 }, (_, i) => listed(`source-${i}`)),
    );
    await poll(world.deps);
    expect(world.requests.length).toBeLessThan(10);
    world.time += MINUTE;
    await poll(world.deps);
    expect(world.requests.length).toBeGreaterThan(200);
    expect(world.requests.length).toBeLessThan(400);
  });

  it('is written so that it can be read back', async () => {
    const list = [listed('a', ['News & more']), listed('b'), listed('c', ['News & more', 'Inner'])];
    await importSources(world.deps, list);
    const opml = readOpml(new TextEncoder().encode(await exportSources(await world.database())));
    expect(opml.ok && opml.value.sources.toSorted((x, y) => (x.url < y.url ? -1 : 1))).toEqual(list);
  });
});
