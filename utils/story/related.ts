/**
 * What other outlets write of the same, and what belongs to it: for an article of the window or a page from anywhere.
 * Articles of one language are ranked by cosine, helped by what the nearest of them share; those of other languages by
 * the learned link.
 */
import type { RelatedReason } from '../model/view.ts';
import type { ArticleText } from './features.ts';
import type { Candidate, Reach } from './match/candidates.ts';
import type { Overlap } from './match/compare.ts';
import { judge, probability } from './match/judge.ts';
import type { Query } from './match/query.ts';
import { reasonBetween } from './reason.ts';
import { decide, type Stories } from './stories.ts';
import { KEY, kindOf } from './term.ts';
import type { Place } from './window/index.ts';
import { WEIGHT_MASK } from './window/packed.ts';

export type Relation = 'same-story' | 'related' | 'none';

export interface Related {
  readonly id: number;
  readonly story: number;
  /** 0 to 1; the order of the list. */
  readonly score: number;
  readonly relation: Relation;
  readonly reason: RelatedReason;
}

export interface RelatedQuery extends ArticleText {
  /** UTC ms. */
  readonly at: number;
  /** Articles never given: the page itself, under whatever number it is stored. */
  readonly not: ReadonlySet<number>;
  /** The story of the article where it is in the window, else null. */
  readonly story: number | null;
}

const WIDE: Reach = { steps: 12_000, perTerm: 2_500, same: 60, cross: 30 };
/** Articles that an expansion is taken from, and how much it counts (Rocchio's method, from the nearest alone). */
const NEAREST = 4;
const EXPANSION = 0.6;
/** What an article of another story must score by itself to count as the same. */
const ALONE = 1.05;
/** Below this a result is not worth showing. */
const BAR = 0.16;
const CROSS_BAR = 0.05;
/** What an article of the query's own story needs for a link across languages, in parts of the threshold. */
const WITHIN = 0.5;

/** The `limit` best, best first. */
export function relatedTo(stories: Stories, article: RelatedQuery, limit: number): Related[] {
  const query = stories.query(
    { ...article, id: 0, owner: '', seenAt: article.at },
    Math.round(article.at / 60_000),
  );
  const { same, cross } = stories.search.find(stories.window, query, WIDE, Number.POSITIVE_INFINITY);
  const allowed = ({ place }: Candidate): boolean => !article.not.has(stories.window.ids[place] ?? 0);
  const own = article.story ?? decide(stories.options.model, stories.evidence(query), query.language);
  const found = [
    ...sameLanguage(stories, query, same.filter(allowed), own),
    ...otherLanguages(stories, query, cross.filter(allowed), own),
  ];
  return found.sort((one, two) => two.score - one.score || two.id - one.id).slice(0, limit);
}

function sameLanguage(
  stories: Stories,
  query: Query,
  candidates: readonly Candidate[],
  own: number | null,
): Related[] {
  const { window } = stories;
  const comparison = stories.compare(query);
  const overlaps = candidates.map(({ place }) => comparison.with(place));
  const ranked = overlaps.sort((one, two) => two.cosine - one.cosine || two.place - one.place);
  const centre = expansion(stories, ranked.slice(0, NEAREST));
  const singles = ranked.map(({ place }) => ({ story: window.story[place] ?? 0, places: [place], size: 1 }));
  const evidence = stories.gatherer.gather(window, comparison, singles);
  comparison.close();
  return ranked.map(({ place, cosine }, at) => {
    const expanded = (cosine + EXPANSION * likeness(stories, centre, place)) / (1 + EXPANSION);
    const story = window.story[place] ?? 0;
    const one = evidence[at];
    const alone = one ? judge(stories.options.model, { ...one, cross: null }, query.language).score : 0;
    const same = story === own || alone >= ALONE;
    const relation = same ? 'same-story' : expanded >= BAR ? 'related' : 'none';
    const reason = same ? 'event' : reasonBetween(window, query, place, cosine);
    return { id: window.ids[place] ?? 0, story, score: expanded, relation, reason };
  });
}

/** Weights of what the nearest articles share, by slot, with their length. */
function expansion(
  { window }: Stories,
  nearest: readonly Overlap[],
): { weights: Map<number, number>; length: number } {
  const weights = new Map<number, number>();
  for (const { place, cosine } of nearest) {
    const scale = cosine / (window.norm[place] || 1);
    const end = window.startOf(place + 1);
    for (let at = window.startOf(place); at < end; at += 1) {
      const slot = window.slotAt(at);
      if (kindOf(window.termOfSlot(slot)) === KEY) continue;
      weights.set(slot, (weights.get(slot) ?? 0) + (window.weightAt(at) & WEIGHT_MASK) * scale);
    }
  }
  let square = 0;
  for (const weight of weights.values()) square += weight * weight;
  return { weights, length: Math.sqrt(square) };
}

function likeness(
  { window }: Stories,
  centre: { weights: Map<number, number>; length: number },
  place: Place,
): number {
  let dot = 0;
  const end = window.startOf(place + 1);
  for (let at = window.startOf(place); at < end; at += 1)
    dot += (centre.weights.get(window.slotAt(at)) ?? 0) * (window.weightAt(at) & WEIGHT_MASK);
  return dot / (centre.length * (window.norm[place] || 1) || 1);
}

function otherLanguages(
  stories: Stories,
  query: Query,
  candidates: readonly Candidate[],
  own: number | null,
): Related[] {
  const { window } = stories;
  const { model } = stories.options;
  const comparison = stories.compare(query);
  const singles = candidates.map(({ place }) => ({
    story: window.story[place] ?? 0,
    places: [place],
    size: 1,
  }));
  const evidence = stories.gatherer.gather(window, comparison, singles);
  comparison.close();
  const best = evidence.reduce(
    (top, one) => Math.max(top, one.cross ? probability(model.cross, one.cross) : 0),
    0,
  );
  const ahead = evidence.find(({ cross }) => cross && probability(model.cross, cross) === best)?.story;
  return evidence.map((one, at) => {
    const place = candidates[at]?.place ?? 0;
    const p = one.cross ? probability(model.cross, one.cross) : 0;
    const { score } = judge(model, one, query.language);
    const links = (score >= 1 && one.story === (own ?? ahead)) || (one.story === own && score >= WITHIN);
    const relation = links ? 'same-story' : p >= CROSS_BAR ? 'related' : 'none';
    const reason = links ? 'event' : reasonBetween(window, query, place, 0);
    return { id: window.ids[place] ?? 0, story: one.story, score: p, relation, reason };
  });
}
