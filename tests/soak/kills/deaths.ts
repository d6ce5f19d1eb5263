/** Deaths of the whole browser while it writes. */
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserKind, canInstallForReal, launch } from '../../browsers/session.ts';
import { ask } from '../../browsers/verbs.ts';
import type { SoakRow } from '../report.ts';
import { listOf, present } from './followed.ts';
import { Moments } from './moments.ts';
import { Row } from './row.ts';
import { type KillStage, openKillStage } from './stage.ts';
import { RIGHT, type Verdict } from './truth.ts';

/** Sources of one list, and how many lists are followed at the most. */
const LISTED = 10;
const MOST_LISTS = 6;
const MOST_MISSES = 4;
const SOME_MISSES = 12;

/** Kills the browser so many times in the middle of writes. */
export async function dieInWrites(
  kind: BrowserKind,
  extension: string,
  deaths: number,
  random: () => number,
): Promise<SoakRow> {
  const row = new Row('browser death');
  const possible = await canInstallForReal(kind);
  const install = possible.can ? 'real' : 'temporary';
  const stage = await openKillStage((newsroom) => launch({ kind, extension, install, newsroom }), random);
  try {
    // What was just installed is only then remembered by the browser.
    await stage.session.restart();
    const dying = new Dying(stage);
    for (let tries = 0; row.tries < deaths && tries < deaths * MOST_MISSES + SOME_MISSES; tries += 1) {
      const { isHit, recoverMs, verdict } = await dying.attempt();
      row.add(verdict, isHit ? recoverMs : null);
    }
    if (row.tries < deaths) row.breach(`only ${row.tries} of ${deaths} deaths hit writes`);
    return row.done();
  } finally {
    await stage.close();
  }
}

class Dying {
  readonly #stage: KillStage;
  readonly #moments: Moments;
  /** What the browser said that it follows. */
  #followed: string[] = [];
  #list = 0;

  constructor(stage: KillStage) {
    this.#stage = stage;
    this.#moments = new Moments(stage.random, 60);
  }

  /** One list is followed for sure; another is being written when the browser dies. */
  async attempt(): Promise<{ isHit: boolean; recoverMs: number; verdict: Verdict }> {
    const stage = this.#stage;
    await this.#letOldGo();
    const sure = this.#nextList();
    await stage.say('importSources', { sources: listOf(sure) });
    this.#followed.push(...sure);
    const torn = this.#nextList();
    const page = await stage.page();
    const answered = ask(page, 'importSources', { sources: listOf(torn) }).catch(() => null);
    await this.#moments.wait();
    const killedAt = Date.now();
    const dead = stage.session.restart({ byDeath: true });
    const isHit = (await Promise.race([answered, pause(500, null)]))?.ok !== true;
    this.#moments.learn(isHit);
    if (!isHit) this.#followed.push(...torn);
    await dead;
    stage.forgetPage();
    await stage.sayAgain('status', {});
    const recoverMs = Date.now() - killedAt;
    const held = await stage.look();
    const half = isHit ? present(held, torn).length % LISTED : 0;
    const lost = this.#followed.length - present(held, this.#followed).length;
    const doubled = held.feeds.length - new Set(held.feeds.map(({ url }) => url)).size;
    // What was not answered may have been written; then it is there as a whole.
    if (isHit && half === 0 && present(held, torn).length > 0) this.#followed.push(...torn);
    return { isHit, recoverMs, verdict: { ...RIGHT, lost: lost + half, doubled } };
  }

  #nextList(): string[] {
    this.#list += 1;
    return Array.from({ length: LISTED }, (_, index) => `kill-list-death-${this.#list}-${index}.example`);
  }

  async #letOldGo(): Promise<void> {
    if (this.#followed.length <= MOST_LISTS * LISTED) return;
    const old = this.#followed.slice(0, -2 * LISTED);
    const ids = present(await this.#stage.look(), old).map(({ id }) => id);
    await this.#stage.sayAgain('removeSources', { feedIds: ids });
    this.#followed = this.#followed.slice(-2 * LISTED);
  }
}
