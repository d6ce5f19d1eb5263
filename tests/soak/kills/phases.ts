/** The kinds of work that the background is killed at, each as one try. */

import { setTimeout as pause } from 'node:timers/promises';
import { NO_STORY } from '../../../utils/model/article.ts';
import type { Restored } from '../../../utils/model/backup-format.ts';
import type { Databases } from '../../browsers/session.ts';
import { restoreParts } from './backup.ts';
import type { Holdings } from './holdings.ts';
import { addressOf, BULK, steadyHosts } from './press.ts';
import { type KillStage, Moments, type Try } from './stage.ts';
import { both, isUnderWay, RIGHT, unreadOf, type Verdict, verdictOn } from './truth.ts';

export interface Phase {
  readonly name: string;
  /** Its part of all kills; parts are compared with each other. */
  readonly share: number;
  /** Makes ready what every try needs. */
  begin?(): Promise<void>;
  attempt(): Promise<Try>;
}

/** What every source brings more before a check that is killed. */
const NEWS = 5;
/** Above this a badge would soon say no number. */
const MOST_UNREAD = 700;
/** What the bulk source brings at once. */
const MANY = 250;
/** These are stored within this time, in ms, however busy the machine is. */
const STORED_MS = 20_000;
/** Sources in a list that is imported, and how many lists take turns. */
const LISTED = 80;
const LISTS = 3;
/** Articles that one source may have, the least that a reader can choose. */
const KEPT = 100;

const FOLLOWED = [...steadyHosts(), BULK];

export const listOf = (hosts: readonly string[]): object[] =>
  hosts.map((host) => ({ url: addressOf(host), title: '', siteUrl: null, folder: [] }));

/** Follows what is followed throughout. */
export async function followAll(stage: KillStage): Promise<void> {
  // The badge counts, and tells of nothing that breaks.
  const silent = { badge: false, notification: false, ticker: false };
  const alertBy = { watch: silent, breaking: silent };
  await stage.say('changeSettings', { badge: 'unread', latest: 'articles', alertBy });
  await stage.say('importSources', { sources: listOf(FOLLOWED) });
  await stage.settled(({ feeds }) => feeds.every(({ lastSuccessAt }) => lastSuccessAt !== null));
}

/** Waits for all to be right again after a death at `killedAt` (UTC ms), and judges. */
async function recovered(
  stage: KillStage,
  killedAt: number,
  isRight?: (held: Holdings) => boolean,
): Promise<Omit<Try, 'isHit'>> {
  const held = await stage.settled(isRight);
  const recoverMs = Date.now() - killedAt;
  if (held === null) return { recoverMs, verdict: { ...RIGHT, stuck: 1 } };
  const verdict = both(verdictOn(held, stage.press, FOLLOWED), await stage.isBadgeRight());
  return { recoverMs, verdict };
}

/** A check: from the request on over parsing and storing to its stories. Nothing but the alarm wakes the background. */
export function poll(stage: KillStage, wait: Moments, kill: () => Promise<void>): Phase['attempt'] {
  return async () => {
    if (unreadOf(await stage.look()) > MOST_UNREAD) await stage.say('markAllRead');
    for (const host of steadyHosts()) stage.press.publish(host, NEWS);
    const asked = stage.nextRequest();
    await stage.ringNow();
    await asked;
    await wait.wait();
    const from = stage.newsroom.log.length;
    await kill();
    const killedAt = Date.now();
    const isHit = isUnderWay(await stage.look());
    wait.learn(isHit);
    const next = stage.newsroom.log[from]?.at ?? (await stage.nextRequest());
    const late: Verdict = next === null ? { ...RIGHT, breaches: ['no poll within one period'] } : RIGHT;
    const { recoverMs, verdict } = await recovered(stage, killedAt);
    return { isHit, recoverMs, verdict: both(verdict, late) };
  };
}

function importing(stage: KillStage): Phase['attempt'] {
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

export function present({ feeds }: Holdings, hosts: readonly string[]): Holdings['feeds'] {
  const wanted = new Set(hosts.map(addressOf));
  return feeds.filter(({ url, isRemoved }) => !isRemoved && wanted.has(url));
}

/** A backup that takes the place of everything. Marks tell which of the two is there. */
function restoring(stage: KillStage): Pick<Phase, 'begin' | 'attempt'> {
  const moments = new Moments(stage.random, 300);
  let parts: readonly string[] = [];
  return {
    begin: async () => {
      await settledAndAsked(stage);
      await stage.say('markAllRead');
      parts = await restoreParts((verb, request) => stage.say(verb, request));
    },
    attempt: async () => {
      const before = await stage.look();
      const [article] = before.articles;
      // Something that the backup knows otherwise.
      await stage.say('markRead', { articleIds: [article?.id], read: false });
      const { restoreId } = await stage.say<{ restoreId: string }>('beginRestore');
      for (const [index, text] of parts.entries())
        await stage.say('stageRestore', { restoreId, index, text });
      const commit = { restoreId, parts: parts.length, mode: 'replace' };
      const isHit = await stage.killDuring('commitRestore', commit, moments);
      const killedAt = Date.now();
      await stage.sayAgain<Restored>('commitRestore', commit);
      const isAll = (held: Holdings) => held.articles.length >= before.articles.length;
      const { recoverMs, verdict } = await recovered(stage, killedAt, isAll);
      const unread = unreadOf(await stage.look());
      const breaches = unread === 0 ? [] : [`${unread} marks of before the restore`];
      return { isHit, recoverMs, verdict: both(verdict, { ...RIGHT, breaches }) };
    },
  };
}

async function settledAndAsked(stage: KillStage): Promise<void> {
  await stage.areAsked(FOLLOWED);
  await stage.settled();
}

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
function telling(stage: KillStage): Phase['attempt'] {
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

function cleaningUp(stage: KillStage): Phase['attempt'] {
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

/** All kinds of work but the upgrade of a database, which has a stage of its own. */
export function phasesOf(stage: KillStage): Phase[] {
  const within = (): Moments => new Moments(stage.random, 120);
  return [
    { name: 'poll', share: 2.5, attempt: poll(stage, within(), () => stage.kill()) },
    { name: 'import', share: 2.5, attempt: importing(stage) },
    { name: 'restore', share: 1, ...restoring(stage) },
    { name: 'stories', share: 1, attempt: telling(stage) },
    { name: 'clean-up', share: 2, attempt: cleaningUp(stage) },
  ];
}

/** Once more at the end of a phase: whether every source is asked within one period, and all is right then. */
export async function atTheEnd(stage: KillStage): Promise<Verdict> {
  const asked = await stage.areAsked(FOLLOWED);
  return both(asked, (await recovered(stage, Date.now())).verdict);
}
