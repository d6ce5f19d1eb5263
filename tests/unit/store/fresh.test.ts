import { beforeEach, describe, expect, it } from 'vitest';
import type { Story } from '../../../utils/model/story.ts';
import { freshRows } from '../../../utils/store/fresh.ts';
import { describeStory } from '../../../utils/story/describe.ts';
import { createWorld, NOON, type World } from '../support/world.ts';

const VISITED = NOON - 60_000;
let world: World;

/** So many stories of one article each, of which each arrived `apart` ms after the one before, the first at noon. */
async function store(count: number, apart: number): Promise<void> {
  const db = await world.database();
  const tx = db.transaction(['stories', 'records'], 'readwrite');
  for (let id = 1; id <= count; id += 1) {
    const at = NOON + (id - 1) * apart;
    const member = { id, feedId: 1, owner: 'courier', source: 'Courier', title: `Report ${id}`, summary: '' };
    const time = { at, seenAt: at, isBacklog: false, isMuted: false, lateAfter: 3_600_000 };
    const described = describeStory([{ ...member, ...time, language: 'en' }], new Map(), {
      languages: ['en'],
      preferred: new Set(),
    });
    const story: Story = { id, articles: [id], feeds: [1], mark: null, seen: 0, ...described };
    await tx.objectStore('stories').put(story);
  }
  await tx.objectStore('records').put(VISITED, 'visitedAt');
  await tx.done;
}

const fresh = async (): Promise<number> => freshRows(await world.database(), 'stories', {});

beforeEach(() => {
  world = createWorld();
});

describe('what is new since the last visit', () => {
  it('is all that arrived since, up to a thousand rows: then the line moves', async () => {
    await store(900, 1_000);
    expect(await fresh()).toBe(900);
    await store(1_500, 1_000);
    expect(await fresh()).toBe(1_000);
  });

  it('keeps together what arrived in one moment', async () => {
    await store(1_500, 0);
    expect(await fresh()).toBe(1_500);
  });

  it('is nothing of a flood that arrived in one moment: it stands below the line, by its time', async () => {
    await store(2_500, 0);
    expect(await fresh()).toBe(0);
  });
});
