import { describe, expect, it } from 'vitest';
import { readGroups, readPairs } from '../../stories/pairs.ts';

describe('the labelled groups of headlines', () => {
  const groups = readGroups();
  const texts = groups.flatMap(({ event, near }) => [...event, ...near]);

  it('each hold an event in three languages and two reports that are near it', () => {
    for (const { event, near } of groups) {
      expect(near.length, event[0]?.title).toBe(2);
      expect(event.length, event[0]?.title).toBe(3);
      expect(event.some(({ language }) => language !== 'en')).toBe(true);
    }
  });

  it('give 300 pairs of one event and 300 near misses, a fifth of the reports in each language', () => {
    const pairs = readPairs();
    expect(pairs.filter(({ same }) => same).length).toBeGreaterThanOrEqual(300);
    expect(pairs.filter(({ same }) => !same).length).toBeGreaterThanOrEqual(300);
    for (const language of ['en', 'uk', 'ru']) {
      expect(texts.filter((text) => text.language === language).length).toBeGreaterThan(texts.length / 5);
    }
  });

  it('have no headline twice, and none that is too long', () => {
    const titles = texts.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length > 200)).toEqual([]);
  });
});
