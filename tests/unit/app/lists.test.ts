import { beforeEach, describe, expect, it } from 'vitest';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { retryWaiting } from '../../../utils/app/commands/retry-waiting.ts';
import { exportSources } from '../../../utils/app/queries/export-sources.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { status } from '../../../utils/app/queries/status.ts';
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

  it('may name a source twice, or something that is no address', async () => {
    const list = [listed('courier'), listed('courier'), { ...listed('x'), url: 'javascript:alert(1)' }];
    expect(await importSources(world.deps, list)).toEqual({ added: 1, known: 1 });
    expect((await sources(await world.database())).map(({ url }) => url)).toEqual([
      'https://courier.example/rss',
    ]);
  });

  it('leaves what is followed already as the reader has it', async () => {
    await importSources(world.deps, [listed('courier', ['Mine'])]);
    await importSources(world.deps, [{ ...listed('courier', ['Theirs']), title: 'Other' }, listed('herald')]);
    expect((await sources(await world.database())).map(({ title, folder }) => [title, ...folder])).toEqual([
      ['courier', 'Mine'],
      ['herald'],
    ]);
  });

  it('is followed without access too: its sources then wait, and one question covers their hosts', async () => {
    world.refused.add('courier.example').add('herald.example');
    await importSources(world.deps, [listed('courier'), listed('herald')]);
    world.time += MINUTE;
    await poll(world.deps);
    expect(world.requests).toEqual([]);
    expect((await status(await world.database())).waitingHosts).toEqual([
      'courier.example',
      'herald.example',
    ]);
    world.refused.clear();
    await retryWaiting(world.deps);
    expect(world.requests).toHaveLength(2);
  });

  it('is announced to pages once, and not where it brings nothing', async () => {
    await importSources(world.deps, [listed('courier'), listed('herald')]);
    expect(world.announcements).toBe(1);
    await importSources(world.deps, [listed('courier')]);
    expect(world.announcements).toBe(1);
  });

  it('of ten thousand is stored in seconds, and written and read back', async () => {
    const list = Array.from({ length: 10_000 }, (_, i) => listed(`source-${i}`, [`Folder ${i % 40}`]));
    const start = performance.now();
    await importSources(world.deps, list);
    const opml = readOpml(new TextEncoder().encode(await exportSources(await world.database())));
    expect(performance.now() - start).toBeLessThan(5000);
    expect(opml.ok && opml.value.sources).toHaveLength(10_000);
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
