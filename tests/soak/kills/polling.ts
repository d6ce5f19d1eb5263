/** Checks of sources that the background dies in. */
import { type Phase, recovered } from './followed.ts';
import type { Moments } from './moments.ts';
import { steadyHosts } from './press.ts';
import type { KillStage } from './stage.ts';
import { both, isUnderWay, RIGHT, unreadOf, type Verdict } from './truth.ts';

/** What every source brings more before a check that is killed. */
const NEWS = 5;
/** Above this a badge would soon say no number. */
const MOST_UNREAD = 700;

/** A check: from the request on over parsing and storing to its stories. Nothing but the alarm wakes the background. */
export function poll(stage: KillStage, wait: Moments, kill: () => Promise<void>): Phase['attempt'] {
  return async () => {
    if (unreadOf(await stage.look()) > MOST_UNREAD) await stage.say('markAllRead');
    for (const host of steadyHosts()) stage.press.publish(host, NEWS);
    const asked = stage.nextRequest();
    await stage.ringNow();
    await asked;
    await wait.wait();
    await kill();
    const killedAt = Date.now();
    // What was asked before is the dead one's.
    const from = stage.newsroom.log.length;
    const isHit = isUnderWay(await stage.look());
    wait.learn(isHit);
    const next = stage.newsroom.log[from]?.at ?? (await stage.nextRequest());
    const late: Verdict = next === null ? { ...RIGHT, breaches: ['no poll within one period'] } : RIGHT;
    const { recoverMs, verdict } = await recovered(stage, killedAt);
    return { isHit, recoverMs, verdict: both(verdict, late) };
  };
}
