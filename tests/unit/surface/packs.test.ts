import { describe, expect, it } from 'vitest';
import type { PackEntry, PackFacts } from '../../../utils/model/pack.ts';
import { fail, ok, type Result } from '../../../utils/model/problem.ts';
import { followEntries } from '../../../utils/surface/follow-entries.ts';
import { loadPacks } from '../../../utils/surface/packs.ts';
import type { Followed } from '../../../utils/surface/surface.ts';
import { packEntry } from '../support/pack-entry.ts';

const COURIER = packEntry();
const HERALD = packEntry({
  id: 'herald',
  name: 'Herald',
  site: 'https://herald.example/',
  feeds: ['https://feeds.example/herald'],
  feedHosts: ['feeds.example'],
  articleHosts: ['herald.example'],
});
const SPORT = packEntry({
  ...HERALD,
  id: 'sport',
  name: 'Herald Sport',
  feeds: ['https://feeds.example/sport'],
});

/** Follows entries over a background that gives `results`, and tells what happened. */
async function follow(
  entries: readonly PackEntry[],
  granted = true,
  results: Record<string, Result<never>> = {},
) {
  const questions: string[][] = [];
  const said: string[] = [];
  const followed: Followed[] = [];
  const running = new Set<string>();
  let crowded = false;
  const client = {
    async followEntry({ name, feeds, site }: PackFacts) {
      said.push(name);
      const host = new URL(feeds[0] ?? site).hostname;
      crowded ||= running.has(host);
      running.add(host);
      await Promise.resolve();
      running.delete(host);
      return results[name] ?? ok({ feedId: said.length });
    },
  };
  const ask = async (urls: readonly string[]) => {
    questions.push([...urls]);
    return granted;
  };
  const result = await followEntries(client, ask, entries, (one) => followed.push(one));
  return { result, questions, said, followed, crowded };
}

describe('following entries of packs', () => {
  it('asks one question, for exactly the hosts of their feeds and articles', async () => {
    const { questions } = await follow([COURIER, HERALD, SPORT]);
    expect(questions).toEqual([
      [
        'https://courier.example/',
        'https://www.courier.example/',
        'https://feeds.example/',
        'https://herald.example/',
      ],
    ]);
  });

  it('asks before anything is awaited, as browsers demand of a click', () => {
    let asked = false;
    const ask = async () => {
      asked = true;
      return false;
    };
    void followEntries({ followEntry: async () => fail('internal') }, ask, [COURIER], () => undefined);
    expect(asked).toBe(true);
  });

  it('follows nothing where the reader refuses', async () => {
    const { result, said } = await follow([COURIER], false);
    expect(result).toEqual(fail('no-permission'));
    expect(said).toEqual([]);
  });

  it('tells of each as it ends, and goes on after one that failed', async () => {
    const { result, followed } = await follow([COURIER, HERALD], true, { [COURIER.name]: fail('timeout') });
    expect(result).toEqual(ok(null));
    const outcomes = followed.map(({ entry, result: { ok: fine } }) => [entry.id, fine]);
    expect(outcomes.sort()).toEqual([
      ['courier', false],
      ['herald', true],
    ]);
  });

  it('crowds no host', async () => {
    const { said, crowded } = await follow([HERALD, SPORT, COURIER]);
    expect(said).toHaveLength(3);
    expect(crowded).toBe(false);
  });
});

describe('the packs of the package', () => {
  const files: Record<string, unknown> = {
    '/packs/index.json': { criteria: { en: ['a'], uk: ['б'] }, packs: ['world', 'science'] },
    '/packs/world.json': { id: 'world' },
    '/packs/science.json': { id: 'science' },
  };

  it('come in the order of their index', async () => {
    const loaded = await loadPacks(async (path) => ok(files[path]));
    expect(loaded).toMatchObject({ value: { packs: [{ id: 'world' }, { id: 'science' }] } });
  });

  it('are a problem where one of them cannot be read', async () => {
    const loaded = await loadPacks(async (path) =>
      path === '/packs/science.json' ? fail('internal') : ok(files[path]),
    );
    expect(loaded).toEqual(fail('internal'));
  });
});
