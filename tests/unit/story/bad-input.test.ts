import { describe, expect, it } from 'vitest';
import { growth } from '../../../utils/story/rank/top.ts';
import { Stories } from '../../../utils/story/stories.ts';
import { readKnowledge, readModel, readOriginNames } from '../../tools/stories/knowledge.ts';
import type { ArticleLine } from '../../tools/stories/lines.ts';
import { type Played, play } from '../../tools/stories/play.ts';
import { toldStories } from '../../tools/stories/told.ts';

const NOON = Date.UTC(2026, 4, 12, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Line = Partial<ArticleLine> & Pick<ArticleLine, 'title'>;

function lines(...some: readonly Line[]): ArticleLine[] {
  return some.map((line, at) => ({
    id: `${at}`,
    source: `outlet-${at}`,
    publishedAt: new Date(NOON + at * MINUTE).toISOString(),
    ...line,
  }));
}

/** How many articles the largest story has. */
function largest({ articles, storyOf }: Played): number {
  const sizes = [...Map.groupBy(articles, ({ number }) => storyOf(number)).values()];
  return Math.max(...sizes.map(({ length }) => length));
}

describe('ten thousand articles with one headline', () => {
  const title = 'Parliament of Estonia elects a new speaker after three rounds';
  const many = Array.from({ length: 10_000 }, (_, at) => ({ title, source: `outlet-${at % 7}` }));

  it('are one story of seven sources, and each new one is compared with few of them', async () => {
    const played = await play(lines(...many));
    expect(largest(played)).toBe(10_000);
    const [told] = toldStories(played, readOriginNames()).values();
    // One text is one voice, however many carry it.
    expect(told?.voices).toHaveLength(1);
  }, 60_000);

  it('cost as much each as the first thousand did: the work is bounded', () => {
    let last = 0;
    const nextStory = () => ++last;
    const stories = new Stories({ knowledge: readKnowledge(), model: readModel(), nextStory });
    const work: number[] = [];
    const { visit } = stories.window;
    let visited = 0;
    stories.window.visit = (term, limit, take) => {
      const seen = visit.call(stories.window, term, limit, take);
      visited += seen;
      return seen;
    };
    for (const [at, line] of lines(...many.slice(0, 4_000)).entries()) {
      visited = 0;
      const time = NOON + at * MINUTE;
      stories.add({
        ...line,
        id: at + 1,
        summary: '',
        language: 'en',
        owner: line.source,
        at: time,
        seenAt: time,
      });
      work.push(visited);
    }
    expect(Math.max(...work.slice(3_000))).toBeLessThanOrEqual(Math.max(...work.slice(500, 1_000)) * 1.2);
  }, 60_000);
});

describe('headlines that say little or too much', () => {
  it.each([
    ['one word', ['Breaking', 'Breaking', 'Breaking', 'Breaking']],
    ['nothing', ['', '…', '???', '🔥🔥🔥']],
    ['a rubric', ['Live', 'LIVE', 'live', 'Live updates']],
  ])('join nothing: %s', async (_, titles) => {
    expect(largest(await play(lines(...titles.map((title) => ({ title })))))).toBe(1);
  });

  it('of two thousand characters or in mixed scripts are read, and alike ones are one story', async () => {
    const long = `${'Kharkiv bridge over Lopan opens '.repeat(60)}`.slice(0, 2_000);
    const mixed = 'Зеленський 会談 Zelenskyy مع الرئيس у Києві سابقا';
    const played = await play(lines({ title: long }, { title: long }, { title: mixed }, { title: mixed }));
    const [a, b, c, d] = played.articles.map(({ number }) => played.storyOf(number));
    expect([a === b, c === d, a === c]).toEqual([true, true, false]);
  });

  it('that stand every day over other texts do not become one eternal story', async () => {
    const daily = Array.from({ length: 12 }, (_, day) => [
      { title: `Гороскоп на ${day + 1} травня: що обіцяють зорі`, language: 'uk' },
      { title: 'Morning briefing: five things to know', language: 'en' },
      { title: 'Дайджест дня: головне коротко', language: 'uk' },
    ]).flat();
    const dated = daily.map((line, at) => ({
      ...line,
      publishedAt: new Date(NOON + Math.floor(at / 3) * DAY).toISOString(),
    }));
    expect(largest(await play(lines(...dated)))).toBe(1);
  });
});

describe('times that are wrong', () => {
  const title = 'Bridge over the Lopan opens in Kharkiv after two years of work';

  it('ten years off keep no article from its story of today for longer than the window', async () => {
    const off = [0, 10 * 365 * DAY, -10 * 365 * DAY].map((by) => ({
      title,
      publishedAt: new Date(NOON + by).toISOString(),
      seenAt: new Date(NOON).toISOString(),
    }));
    const played = await play(lines(...off, { title }));
    const [first, , , last] = played.articles.map(({ number }) => played.storyOf(number));
    expect(last).toBe(first);
  });

  it('of a feed that republishes its whole archive are no growth', async () => {
    const archive = Array.from({ length: 200 }, (_, at) => ({
      title: `${title}, part ${at % 5}`,
      source: `outlet-${at % 9}`,
      publishedAt: new Date(NOON - (at + 2) * 60 * MINUTE).toISOString(),
      seenAt: new Date(NOON).toISOString(),
    }));
    for (const { voices } of toldStories(await play(lines(...archive)), readOriginNames()).values()) {
      expect(growth(voices, NOON, 72 * 60 * MINUTE)).toBe(0);
    }
  });
});
