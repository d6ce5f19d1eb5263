/** Decisions with known outcomes: streams are played with a teacher that puts every article where it belongs. */

import type { Knowledge } from '../../../utils/story/features.ts';
import { SAME_FEATURES } from '../../../utils/story/match/evidence.ts';
import type { Model } from '../../../utils/story/match/judge.ts';
import { pairOf } from '../../../utils/story/match/judge.ts';
import { decide, Stories } from '../../../utils/story/stories.ts';
import type { Labelled, Pair, Text } from './corpora.ts';
import type { Example } from './logistic.ts';

export interface CrossExample extends Example {
  readonly pair: string;
}

export interface Examples {
  readonly same: Example[];
  readonly cross: CrossExample[];
}

/** Labels that begin so are of texts that nothing is known of but that they are not of the labelled stories. */
export const NOISE = 'noise ';

/** Measures that follow the clock; they mean nothing in sets whose times are made up. */
const CLOCK = new Set(
  SAME_FEATURES.flatMap((name, at) => (name === 'gap' || name.startsWith('night between') ? [at] : [])),
);

/** Every decision of a stream; `timed` is whether its times are real. */
export function streamExamples(
  stream: readonly Labelled[],
  knowledge: Knowledge,
  timed: boolean,
  weight: number,
  model?: Model,
): Examples {
  const same: Example[] = [];
  const cross: CrossExample[] = [];
  const numbers = new Map<string, number>();
  for (const { story } of stream) if (!numbers.has(story)) numbers.set(story, numbers.size + 1);
  const sizes = new Map<string, number>();
  for (const { story } of stream) sizes.set(story, (sizes.get(story) ?? 0) + 1);
  let gold = 0;
  let share = weight;
  let last = 0;
  const labels = new Map<number, number>();
  const quiet = new Set<number>();
  const stories: Stories = new Stories({
    knowledge,
    model: model ?? UNTRAINED,
    nextStory: () => {
      last += 1;
      return last;
    },
    teacher: (_, evidence, query) => {
      for (const one of evidence) {
        if (
          quiet.has(gold) &&
          quiet.has(labels.get(stories.window.ids[stories.members.of(one.story, 1)[0] ?? 0] ?? 0) ?? 0)
        )
          continue;
        const members = stories.members.of(one.story, 24);
        const ours = members.filter((place) => labels.get(stories.window.ids[place] ?? 0) === gold).length;
        const yes = ours >= members.length / 2;
        if (one.same) same.push({ values: timed ? one.same : timeless(one.same), yes, weight: share });
        if (one.cross)
          cross.push({
            values: one.cross,
            yes,
            weight: share,
            pair: pairOf(query.language, one.crossLanguage),
          });
      }
      return model ? decide(model, evidence, query.language) : (known.get(gold) ?? null);
    },
  });
  const known = new Map<number, number>();
  for (const [at, article] of stream.entries()) {
    gold = numbers.get(article.story) ?? 0;
    if (article.story.startsWith(NOISE)) quiet.add(gold);
    labels.set(at + 1, gold);
    share = weight / Math.sqrt(sizes.get(article.story) ?? 1);
    const { story } = stories.add({ ...article, id: at + 1, owner: article.source, seenAt: article.at });
    if (!known.has(gold)) known.set(gold, story);
  }
  return { same, cross };
}

function timeless(values: readonly number[]): number[] {
  return values.map((value, at) => (CLOCK.has(at) ? 0 : value));
}

/** Each pair as a window of one article that another meets. */
export function pairExamples(pairs: readonly Pair[], knowledge: Knowledge, weight: number): Examples {
  const same: Example[] = [];
  const cross: CrossExample[] = [];
  for (const { a, b, same: yes } of pairs) {
    const stories = new Stories({ knowledge, model: UNTRAINED, nextStory: () => 1 });
    stories.add(articleOf(a, 1));
    const article = articleOf(b, 2);
    const query = stories.query(article, article.at / 60_000);
    for (const one of stories.evidence(query)) {
      if (one.same) same.push({ values: timeless(one.same), yes, weight });
      if (one.cross)
        cross.push({ values: one.cross, yes, weight, pair: pairOf(query.language, one.crossLanguage) });
    }
  }
  return { same, cross };
}

const articleOf = (text: Text, id: number) => ({ ...text, id, owner: String(id), at: NOON, seenAt: NOON });
const NOON = Date.UTC(2026, 0, 1, 12);

const NEVER = { bias: -20, weights: [] };
export const UNTRAINED: Model = {
  same: NEVER,
  cross: NEVER,
  pair: NEVER,
  thresholds: { join: [0.5, 0.5], begin: [0.5, 0.5], link: {}, merge: 2, mergeCross: 2 },
};
