import { describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { welcome } from '../../../utils/app/commands/welcome.ts';
import { createWorld, rss } from '../support/world.ts';

describe('the page for new readers', () => {
  it('opens once, also where the browser says twice that Lede is new', async () => {
    const world = createWorld();
    await welcome(world.deps);
    await welcome(world.reborn());
    expect(world.welcomes).toBe(1);
  });

  it('does not open for a reader who follows something', async () => {
    const world = createWorld();
    world.answer('https://courier.example/rss', rss([{ title: 'Bridge reopens', guid: '1' }]));
    await addFeed(world.deps, 'https://courier.example/rss');
    await welcome(world.deps);
    expect(world.welcomes).toBe(0);
  });
});
