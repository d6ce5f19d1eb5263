import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { createWorldOfArticles, HOUR, rss, type TestItem, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const page = (name: string): string => `https://courier.example/${name}`;

let world: World;
let followed: boolean;

beforeEach(async () => {
  world = await createWorldOfArticles();
  followed = false;
});

/** Serves these items at the next poll and gives the headlines stored after it. */
async function serve(...items: TestItem[]): Promise<string[]> {
  world.answer(COURIER, rss(items));
  if (followed) {
    world.time += HOUR;
    await poll(world.deps);
  } else {
    await addFeed(world.deps, COURIER);
    followed = true;
  }
  const { rows } = await latest(await world.database(), { after: null, limit: 100 });
  return rows.map((row) => row.title).sort();
}

describe('an article that is served again', () => {
  it('is stored once', async () => {
    await serve({ title: 'A', guid: '1', link: page('a') });
    expect(await serve({ title: 'A', guid: '1', link: page('a') })).toEqual(['A']);
  });

  it('is the same under another date and another address', async () => {
    await serve({ title: 'A', guid: '1', link: page('a'), at: 0 });
    expect(await serve({ title: 'A', guid: '1', link: page('moved'), at: 9e11 })).toEqual(['A']);
  });

  it('is the same under a new guid with its own link, trackers or not', async () => {
    await serve({ title: 'A', guid: '1', link: page('a') });
    expect(await serve({ title: 'A', guid: '2', link: `${page('a')}?utm_source=rss` })).toEqual(['A']);
  });

  it('is the same under a new guid and link where headline and text are', async () => {
    await serve({ title: 'A', guid: '1', link: page('a'), text: 'The whole text' });
    expect(await serve({ title: 'A', guid: '2', link: page('b'), text: 'The whole text' })).toEqual(['A']);
  });

  it('takes a new headline and keeps the old one in its history', async () => {
    await serve({ title: 'Two hurt', guid: '1', text: 'First' });
    expect(await serve({ title: 'Three hurt', guid: '1', text: 'Second' })).toEqual(['Three hurt']);
    const db = await world.database();
    const [body] = await db.getAll('bodies');
    expect(body).toMatchObject({ html: 'Second', history: [{ title: 'Two hurt', until: world.time }] });
  });
});

describe('a new article', () => {
  it('is one under the same headline with another link and text', async () => {
    await serve({ title: 'Losses of the day', guid: '1', link: page('mon'), text: '1,000' });
    expect(
      await serve({ title: 'Losses of the day', guid: '2', link: page('tue'), text: '1,100' }),
    ).toHaveLength(2);
  });

  it('is one under the same headline without any text', async () => {
    await serve({ title: 'Weather', guid: '1', link: page('1') });
    expect(await serve({ title: 'Weather', guid: '2', link: page('2') })).toHaveLength(2);
  });

  it('is one where a link serves the whole list, as pages of live updates do', async () => {
    await serve({ title: 'A', guid: '1', link: page('live') }, { title: 'B', guid: '2', link: page('live') });
    const after = await serve(
      { title: 'C', guid: '3', link: page('live') },
      { title: 'D', guid: '4', link: page('live') },
    );
    expect(after).toEqual(['A', 'B', 'C', 'D']);
  });
});

describe('a feed whose items share one guid', () => {
  it('loses none of them and doubles none', async () => {
    const items = [
      { title: 'A', guid: 'same' },
      { title: 'B', guid: 'same' },
      { title: 'C', guid: 'same' },
    ];
    expect(await serve(...items)).toEqual(['A', 'B', 'C']);
    expect(await serve(...items)).toEqual(['A', 'B', 'C']);
  });

  it('knows an article again once it is the only one left, and once it no longer is', async () => {
    await serve({ title: 'A', guid: 'same' });
    expect(await serve({ title: 'B', guid: 'same' }, { title: 'A', guid: 'same' })).toEqual(['A', 'B']);
    expect(await serve({ title: 'B', guid: 'same' })).toEqual(['A', 'B']);
  });
});

describe('items that share guid and headline', () => {
  it('are all stored where their texts differ, and none is doubled', async () => {
    const items = [
      { title: 'Note', guid: 'day', text: 'Morning' },
      { title: 'Note', guid: 'day', text: 'Evening' },
    ];
    expect(await serve(...items)).toEqual(['Note', 'Note']);
    expect(await serve(...items)).toEqual(['Note', 'Note']);
  });
});

describe('items with one headline and text', () => {
  it('are all stored where each has a guid and link of its own', async () => {
    const items = [
      { title: 'Fan', guid: '1', link: page('1'), text: 'The same words' },
      { title: 'Fan', guid: '2', link: page('2'), text: 'The same words' },
    ];
    expect(await serve(...items)).toEqual(['Fan', 'Fan']);
    expect(await serve(...items)).toEqual(['Fan', 'Fan']);
  });
});

describe('exact duplicates within a document', () => {
  it('are stored once', async () => {
    expect(await serve({ title: 'A', guid: '1' }, { title: 'A', guid: '1' })).toEqual(['A']);
  });
});
