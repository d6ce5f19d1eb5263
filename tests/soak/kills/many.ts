/** Many articles at once: their stories and their end, which the background dies in. */
import { setTimeout as pause } from 'node:timers/promises';
import { NO_STORY } from '../../../utils/model/article.ts';
import type { Databases } from '../../browsers/session.ts';
import { type Phase, recovered } from './followed.ts';
import type { Holdings } from './holdings.ts';
import { Moments } from './moments.ts';
import { addressOf, BULK } from './press.ts';
import type { KillStage } from './stage.ts';

/** What the bulk source brings at once. */
const MANY = 250;
/** These are stored within this time, in ms, however busy the machine is. */
const STORED_MS = 20_000;
/** Articles that one source may have, the least that a reader can choose. */
const KEPT = 100;

const hasUntold = ({ articles }: Holdings): boolean =>
  articles.some(({ story, isListed }) => story === NO_STORY && isListed);

/** Waits until the bulk source's articles are stored: their stories are being told then. */
async function storeMany(stage: KillStage): Promise<void> {
  const wanted = (await stage.session.inDatabase(readTotal)) + MANY;
  stage.press.publish(BULK, MANY);
  await stage.ringNow();
  const deadline = Date.now() + STORED_MS;
  while ((await stage.session.inDatabase(readTotal)) < wanted) {
    if (Date.now() > deadline) throw new Error(`${MANY} articles were not stored within ${STORED_MS} ms`);
    await pause(4);
  }
}

/** Runs beside the background: how many articles there are, as it counts them. */
async function readTotal(databases: Databases): Promise<number> {
  const opening = databases.open('lede');
  return new Promise((resolve, reject) => {
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const total = opening.result.transaction('counters').objectStore('counters').get('articles');
      total.onsuccess = () => resolve(total.result ?? 0);
      total.onerror = () => reject(total.error);
      opening.result.close();
    };
  });
}

/** Many articles wait for their stories when the background dies; what still waits is the next try's. */
export function telling(stage: KillStage): Phase['attempt'] {
  const moments = new Moments(stage.random, 100);
  return async () => {
    // Each life begins with what the one before left; so does this one where enough is left.
    await stage.say('changeSettings', { keepPerSource: KEPT });
    await storeMany(stage);
    await moments.wait();
    await stage.kill();
    const killedAt = Date.now();
    const isHit = hasUntold(await stage.look());
    moments.learn(isHit);
    return { isHit, ...(await recovered(stage, killedAt)) };
  };
}

/** The reader's limits are lowered, or stay and are made true. */
export function cleaningUp(stage: KillStage): Phase['attempt'] {
  const moments = new Moments(stage.random, 60);
  return async () => {
    if (!isOverLimit(await stage.look())) {
      await storeMany(stage);
      await stage.settled();
    }
    const isHit = await stage.killDuring('changeSettings', { keepPerSource: KEPT }, moments);
    const killedAt = Date.now();
    return { isHit, ...(await recovered(stage, killedAt)) };
  };
}

function isOverLimit({ feeds }: Holdings): boolean {
  return feeds.some(({ url, stored }) => url === addressOf(BULK) && stored > KEPT);
}
