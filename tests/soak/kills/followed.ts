/** The sources that are followed throughout, and what has to be true of them after every death. */
import type { Holdings } from './holdings.ts';
import type { Try } from './moments.ts';
import { addressOf, BULK, steadyHosts } from './press.ts';
import type { KillStage } from './stage.ts';
import { both, RIGHT, type Verdict, verdictOn } from './truth.ts';

/** One kind of work that the background is killed at. */
export interface Phase {
  readonly name: string;
  /** Its part of all kills; parts are compared with each other. */
  readonly share: number;
  /** Makes ready what every try needs. */
  begin?(): Promise<void>;
  attempt(): Promise<Try>;
}

/** Whose articles are compared. */
export const FOLLOWED = [...steadyHosts(), BULK];

/** Sources as a list has them, for an import. */
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
export async function recovered(
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

/** Once more at the end of a phase: whether every source is asked within one period, and all is right then. */
export async function atTheEnd(stage: KillStage): Promise<Verdict> {
  const asked = await stage.areAsked(FOLLOWED);
  return both(asked, (await recovered(stage, Date.now())).verdict);
}

/** The sources of these hosts that are followed. */
export function present({ feeds }: Holdings, hosts: readonly string[]): Holdings['feeds'] {
  const wanted = new Set(hosts.map(addressOf));
  return feeds.filter(({ url, isRemoved }) => !isRemoved && wanted.has(url));
}
