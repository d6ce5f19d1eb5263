/**
 * Later chapters: an article whose headline names what one story alone is about continues that story, even in words that
 * share little else. A rescue of four days or a trial stays one story so, while its words change from day to day.
 */
import type { Common } from '../common.ts';
import { DAILY, FIXTURE, LONER } from '../cues.ts';
import { KEY, kindOf, STEM } from '../term.ts';
import type { Window } from '../window/index.ts';
import { HEADLINE, NAMED } from '../window/packed.ts';
import type { Query } from './query.ts';

/** So many articles must bear the name, and all of them be in one story. */
const LEAST = 4;
const LOOKED_AT = 80;

/**
 * The story that owns a name of the query's headline, or null. What news in general names now and then owns nothing: only
 * names that `common` does not know count.
 */
export function ownerOfName(window: Window, query: Query, common: Common): number | null {
  if ((query.cues & (DAILY | FIXTURE | LONER)) !== 0) return null;
  const votes = new Map<number, number>();
  for (const [at, term] of query.terms.entries()) {
    const flags = query.weights[at] ?? 0;
    const kind = kindOf(term);
    if ((flags & HEADLINE) === 0 || (flags & NAMED) === 0 || (kind !== STEM && kind !== KEY)) continue;
    const story = common.has(term) ? null : ownerOf(window, term);
    if (story !== null) votes.set(story, (votes.get(story) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([one, a], [two, b]) => b - a || one - two);
  return best?.[0] ?? null;
}

function ownerOf(window: Window, term: number): number | null {
  const stories = new Map<number, number>();
  const all = window.visit(term, LOOKED_AT, (place) => {
    const story = window.story[place] ?? 0;
    stories.set(story, (stories.get(story) ?? 0) + 1);
  });
  if (all < LEAST || all === LOOKED_AT) return null;
  for (const [story, count] of stories) {
    if (count === all) return story;
  }
  return null;
}
