/** Imports of lists that the background dies in. */
import { listOf, type Phase, present, recovered } from './followed.ts';
import { Moments } from './moments.ts';
import type { KillStage } from './stage.ts';
import { both, RIGHT } from './truth.ts';

/** Sources in a list that is imported, and how many lists take turns. */
const LISTED = 80;
const LISTS = 3;

/** Lists that take the place of those that were removed. */
export function importing(stage: KillStage): Phase['attempt'] {
  const moments = new Moments(stage.random, 20);
  let turn = 0;
  return async () => {
    const hosts = Array.from({ length: LISTED }, (_, i) => `kill-list-${turn}-${i}.example`);
    turn = (turn + 1) % LISTS;
    const sources = listOf(hosts);
    const isHit = await stage.killDuring('importSources', { sources }, moments);
    const killedAt = Date.now();
    // All of a list or nothing.
    const there = present(await stage.look(), hosts).length;
    const torn = there === 0 ? 0 : LISTED - Math.min(there, LISTED);
    await stage.sayAgain('importSources', { sources });
    const ids = present(await stage.look(), hosts).map(({ id }) => id);
    const verdict = {
      ...RIGHT,
      lost: torn + Math.max(0, LISTED - ids.length),
      doubled: Math.max(0, ids.length - LISTED),
    };
    const recoverMs = Date.now() - killedAt;
    await stage.sayAgain('removeSources', { feedIds: ids });
    const { verdict: rest } = await recovered(stage, killedAt);
    return { isHit, recoverMs, verdict: both(verdict, rest) };
  };
}
