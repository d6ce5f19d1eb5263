import { describe, expect, it } from 'vitest';
import {
  type LabelledArticle,
  readScenarios,
  readStream,
  type Scenario,
  type StoryArticle,
  voiceOf,
} from '../../stories/read.ts';

const scenarios = readScenarios();
const stream = readStream();
const DAY = 24 * 60 * 60 * 1000;

const doubled = (list: readonly string[]): string[] => list.filter((one, at) => list.indexOf(one) !== at);
const voices = (articles: readonly StoryArticle[]): Set<string> => new Set(articles.map(voiceOf));

/** The articles of a scenario that have these ids. */
function withIds({ articles }: Scenario, ids: readonly string[]): StoryArticle[] {
  return articles.filter(({ id }) => ids.includes(id));
}

/** Every id that an expectation names. */
function named({ expect: { stories = [], apart = [], maybe = [], top = [], notInTop = [] } }: Scenario) {
  const leads = top.flatMap(({ lead = [] }) => lead);
  return [
    ...stories.flat(),
    ...apart.flat(),
    ...maybe,
    ...top.flatMap(({ ids }) => ids),
    ...leads,
    ...notInTop,
  ];
}

/** The articles of each label, in order of arrival. */
function byStory(articles: readonly LabelledArticle[]): Map<string, LabelledArticle[]> {
  const stories = new Map<string, LabelledArticle[]>();
  for (const article of articles) {
    stories.set(article.story, [...(stories.get(article.story) ?? []), article]);
  }
  return stories;
}

describe('the scenarios', () => {
  it('are at least 64, each with a name of its own', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(64);
    expect(doubled(scenarios.map(({ name }) => name))).toEqual([]);
  });

  it('expect something, and only of articles that they hold', () => {
    for (const scenario of scenarios) {
      const ids = scenario.articles.map(({ id }) => id);
      expect(doubled(ids), scenario.name).toEqual([]);
      expect(named(scenario), scenario.name).not.toEqual([]);
      expect(
        named(scenario).filter((id) => !ids.includes(id)),
        scenario.name,
      ).toEqual([]);
    }
  });

  it('list articles in order of arrival, none seen after the moment that is asked about', () => {
    for (const { name, at, articles } of scenarios) {
      const seen = articles.flatMap(({ seenAt, publishedAt }) => seenAt ?? publishedAt ?? []);
      expect(seen, name).toEqual([...seen].sort());
      expect((seen.at(-1) ?? '') <= at, name).toBe(true);
    }
  });

  it('put no article into two stories, and nothing into Top that is said to be absent', () => {
    for (const { name, expect: expected } of scenarios) {
      const top = (expected.top ?? []).flatMap(({ ids }) => ids);
      expect(doubled((expected.stories ?? []).flat()), name).toEqual([]);
      expect(doubled([...top, ...(expected.notInTop ?? [])]), name).toEqual([]);
    }
  });

  it('count no more sources than there are owners, and leave none open', () => {
    for (const scenario of scenarios) {
      const open = withIds(scenario, scenario.expect.maybe ?? []);
      for (const { ids, sources, lead = [] } of scenario.expect.top ?? []) {
        expect(sources, scenario.name).toBeLessThanOrEqual(voices(withIds(scenario, ids)).size);
        expect(sources, scenario.name).toBeGreaterThanOrEqual(2);
        expect(
          [lead].flat().filter((id) => !ids.includes(id)),
          scenario.name,
        ).toEqual([]);
      }
      const sure = scenario.articles.filter((article) => !open.includes(article));
      expect(
        open.filter((article) => !voices(sure).has(voiceOf(article))),
        scenario.name,
      ).toEqual([]);
    }
  });
});

describe('the stream of ten days', () => {
  const stories = byStory(stream);
  const all = [...stories.values()];
  const ofKind = (kind: string) => all.filter(([first]) => first?.kind === kind);
  const published = (articles: readonly LabelledArticle[]) =>
    articles.map(({ publishedAt }) => Date.parse(publishedAt));
  const span = (articles: readonly LabelledArticle[]) =>
    Math.max(...published(articles)) - Math.min(...published(articles));

  it('holds at least 700 articles of 14 outlets in three languages, over ten days', () => {
    expect(stream.length).toBeGreaterThanOrEqual(700);
    expect(new Set(stream.map(({ source }) => source)).size).toBeGreaterThanOrEqual(14);
    expect(new Set(stream.map(({ language }) => language))).toEqual(new Set(['en', 'uk', 'ru']));
    expect(span(stream)).toBeGreaterThan(9 * DAY);
  });

  it('is in order of arrival, with nothing seen before it was published', () => {
    const seen = stream.map(({ seenAt }) => seenAt);
    expect(seen).toEqual([...seen].sort());
    expect(stream.filter(({ publishedAt, seenAt }) => seenAt < publishedAt)).toEqual([]);
    expect(doubled(stream.map(({ id }) => id))).toEqual([]);
  });

  it('gives every story one kind, and every occurrence its series', () => {
    for (const [label, articles] of stories) {
      expect(new Set(articles.map(({ kind }) => kind)).size, label).toBe(1);
      for (const { kind, series } of articles) {
        expect(series !== undefined, label).toBe(kind === 'recurring');
        if (series) expect(label.startsWith(`${series}/2026-05-`), label).toBe(true);
      }
    }
  });

  it('has seven series of five occurrences or more, each reported by two to five owners within a day', () => {
    const occurrences = new Map<string, number>();
    for (const articles of ofKind('recurring')) {
      const [first] = articles;
      occurrences.set(first?.series ?? '', (occurrences.get(first?.series ?? '') ?? 0) + 1);
      expect([2, 3, 4, 5], first?.story).toContain(voices(articles).size);
      expect(span(articles), first?.story).toBeLessThan(DAY);
    }
    expect([...occurrences.values()].filter((count) => count >= 5).length).toBeGreaterThanOrEqual(7);
  });

  it('has five stories that last four days or more, with no silence of three days in them', () => {
    expect(ofKind('long').length).toBeGreaterThanOrEqual(5);
    for (const articles of ofKind('long')) {
      const times = published(articles);
      const silences = times.slice(1).map((time, at) => time - (times[at] ?? time));
      expect(span(articles), articles[0]?.story).toBeGreaterThanOrEqual(4 * DAY);
      expect(Math.max(...silences), articles[0]?.story).toBeLessThan(3 * DAY);
    }
  });

  it('has 80 stories of one day with two to six owners, and reports that stand alone', () => {
    expect(ofKind('single').length).toBeGreaterThanOrEqual(80);
    for (const articles of ofKind('single')) {
      expect([2, 3, 4, 5, 6], articles[0]?.story).toContain(voices(articles).size);
      expect(span(articles), articles[0]?.story).toBeLessThan(DAY);
    }
    expect(ofKind('alone').filter((articles) => articles.length > 1)).toEqual([]);
    expect(ofKind('alone').length).toBeGreaterThanOrEqual(100);
  });
});
