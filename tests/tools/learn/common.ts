/** How common terms are, counted over the sets that may be learned from. */
import { featuresOf, type Knowledge } from '../../../utils/story/features.ts';
import { CONCEPT, KEY, kindOf, NUMBER, PLACE, STEM } from '../../../utils/story/term.ts';
import type { CommonFile } from '../../../utils/story/vocabulary.ts';
import { readPairs } from '../../stories/pairs.ts';
import {
  type Labelled,
  ownStream,
  paraphraserPairs,
  type Text,
  tgcontestPairs,
  uciStream,
} from './corpora.ts';

const NAMES = new Map<number, string>([
  [STEM, 'stem'],
  [NUMBER, 'number'],
  [PLACE, 'place'],
  [CONCEPT, 'concept'],
  [KEY, 'key'],
]);
/** A term of fewer stories is as good as unknown. */
const FEWEST = 3;
const LONGEST_STEP = 21;

/** Shares of stories that hold each term, in half powers of two; what several languages share is averaged over them. */
export function countCommon(knowledge: Knowledge): CommonFile {
  const counts = new Map<string, Map<string, number>>();
  const stories = new Map<string, number>();
  for (const { language, texts } of countedStories()) {
    stories.set(language, (stories.get(language) ?? 0) + 1);
    const terms = new Set<string>();
    for (const text of texts) for (const term of termsOf(text, knowledge)) terms.add(term);
    for (const term of terms) {
      const own = counts.get(term) ?? new Map<string, number>();
      own.set(language, (own.get(language) ?? 0) + 1);
      counts.set(term, own);
    }
  }
  return { common: steps(counts, stories) };
}

function* termsOf(text: Text, knowledge: Knowledge): Iterable<string> {
  const { terms } = featuresOf(text, knowledge);
  for (const { term, text: name } of terms) yield `${NAMES.get(kindOf(term))} ${name}`;
}

/** Texts of one story count once, so that a great story makes none of its words common. */
function* countedStories(): Iterable<{ language: string; texts: Text[] }> {
  const streams: Labelled[] = [...uciStream(), ...ownStream()];
  const groups = new Map<string, Text[]>();
  for (const text of streams) {
    const key = `${text.language} ${text.story}`;
    groups.set(key, [...(groups.get(key) ?? []), text]);
  }
  for (const pair of [...paraphraserPairs(true), ...tgcontestPairs(), ...readPairs()]) {
    for (const text of [pair.a, pair.b]) groups.set(`${text.language} ${text.title}`, [text]);
  }
  for (const [key, texts] of groups) yield { language: key.slice(0, 2), texts };
}

function steps(
  counts: Map<string, Map<string, number>>,
  stories: Map<string, number>,
): Record<string, string[]> {
  const lists = new Map<string, string[][]>();
  for (const [term, own] of [...counts].sort(([one], [two]) => (one < two ? -1 : 1))) {
    const [kind = '', text = ''] = term.split(' ');
    const all = [...own.values()].reduce((sum, n) => sum + n, 0);
    if (all < FEWEST || text === '') continue;
    const shares = [...own].map(([language, n]) => n / (stories.get(language) ?? 1));
    const share = kind === 'stem' ? Math.max(...shares) : shares.reduce((sum, one) => sum + one, 0) / 3;
    const step = Math.round(-2 * Math.log2(share));
    if (step > LONGEST_STEP) continue;
    const list = lists.get(kind) ?? Array.from({ length: LONGEST_STEP + 1 }, (): string[] => []);
    list[Math.max(0, step)]?.push(text);
    lists.set(kind, list);
  }
  return Object.fromEntries([...lists].map(([kind, list]) => [kind, list.map((texts) => texts.join(' '))]));
}
