import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { chooseSuggestion } from '../../../utils/app/commands/choose-suggestion.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { suggestions } from '../../../utils/app/queries/suggestions.ts';
import { createWorldOfArticles, NOON, rss, type World } from '../support/world.ts';

const FEED = 'https://courier.example/rss';

let world: World;

beforeEach(async () => {
  world = await createWorldOfArticles();
  const item = (guid: string, title: string, link?: string) => ({
    guid,
    title,
    text: '',
    at: NOON,
    ...(link !== undefined && { link }),
  });
  world.answer(
    FEED,
    rss(
      [
        item('1', 'Storm closes the harbour', 'https://courier.example/1?id=7'),
        item('2', '<![CDATA[Storm &amp; &lt;wind&gt;]]>', 'https://courier.example/2'),
        item('3', 'Storm without an address'),
      ],
      { title: 'Courier', site: 'https://courier.example', language: 'en' },
    ),
  );
  await addFeed(world.deps, FEED);
});

const suggest = async (typed: string) => suggestions(await world.database(), typed, 'xml', world.time);

describe('suggestions for what is typed in the address bar', () => {
  it('are the articles that hold it and can be opened, by their addresses', async () => {
    const offered = await suggest('storm');
    expect(offered.map(({ content }) => content).sort()).toEqual([
      'https://courier.example/1?id=7',
      'https://courier.example/2',
    ]);
    expect(offered.map(({ description }) => description)).toContain(
      '<match>Storm</match> &amp; &lt;wind&gt;<dim> — Courier</dim>',
    );
  });

  it('are none where nothing is typed', async () => {
    expect(await suggest('  ')).toEqual([]);
  });

  it('open the article that was chosen and mark it as read, also after the background died', async () => {
    const before = await status(await world.database());
    const [chosen] = await suggest('harbour');
    expect(await chooseSuggestion(world.reborn(), chosen?.content ?? '')).toBe(chosen?.content);
    expect((await status(await world.database())).unread).toBe(before.unread - 1);
  });

  it('are not mistaken for what the reader typed: any other address is searched for', async () => {
    for (const typed of [
      'storm',
      'https://elsewhere.example/1',
      'http://courier.example/2',
      'https://courier.example/2#top',
      'javascript:alert(1)',
      'https://',
    ])
      expect(await chooseSuggestion(world.deps, typed)).toBeNull();
  });
});
