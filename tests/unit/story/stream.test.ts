import { expect, it } from 'vitest';
import { readStream } from '../../stories/read.ts';
import { play } from '../../tools/stories/play.ts';

const stream = readStream();
const played = await play(stream);
const storyOf = new Map(played.articles.map(({ line, number }) => [line.id, played.storyOf(number)]));

/** The labels of the articles of one kind that each story holds. */
function labelsOf(kind: string): Map<number, Set<string>> {
  const labels = new Map<number, Set<string>>();
  for (const article of stream.filter((one) => one.kind === kind)) {
    const story = storyOf.get(article.id) ?? 0;
    labels.set(story, (labels.get(story) ?? new Set()).add(article.story));
  }
  return labels;
}

it('lets at most one in twenty stories that come again span two occurrences', () => {
  const stories = [...labelsOf('recurring').values()];
  const spanning = stories.filter((labels) => labels.size > 1);
  expect(stories.length).toBeGreaterThan(50);
  expect(spanning.length / stories.length).toBeLessThanOrEqual(0.05);
});

// Not reached: a story whose words change from day to day still begins anew now and then, as chapters of its own.
it.fails('keeps the most of a story of several days under one number', () => {
  const long = Map.groupBy(
    stream.filter(({ kind }) => kind === 'long'),
    ({ story }) => story,
  );
  expect(long.size).toBeGreaterThanOrEqual(3);
  for (const [label, articles] of long) {
    const days = new Map<string, Set<number>>();
    for (const { id, publishedAt } of articles) {
      const day = publishedAt.slice(0, 10);
      days.set(day, (days.get(day) ?? new Set()).add(storyOf.get(id) ?? 0));
    }
    const [first = new Set<number>(), ...others] = days.values();
    const shared = [...first].filter((story) => others.every((day) => day.has(story)));
    expect(shared, `${label} over ${days.size} days`).toHaveLength(1);
  }
});

it('mixes nothing else into a story: hardly any holds reports of two events', () => {
  const labels = new Map<number, Set<string>>();
  for (const { id, story } of stream) {
    const number = storyOf.get(id) ?? 0;
    labels.set(number, (labels.get(number) ?? new Set()).add(story));
  }
  const mixed = [...labels.values()].filter((one) => one.size > 1);
  expect(mixed.length / labels.size).toBeLessThan(0.03);
});
