/** A browser with the extension, the press, and hands that kill its background at random moments. */
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../browsers/page.ts';
import type { Page, Session } from '../../browsers/session.ts';
import { type Answer, ask, say } from '../../browsers/verbs.ts';
import { type Newsroom, startNewsroom } from '../../newsroom/index.ts';
import { makeDue, ring } from './due.ts';
import { type Holdings, readHoldings } from './holdings.ts';
import type { Moments } from './moments.ts';
import { KillPress } from './press.ts';
import { isUnderWay, RIGHT, unreadOf, type Verdict } from './truth.ts';

/** The interval of the testing build (`entrypoints/background/deps`), in ms. */
const PERIOD_MS = 5_000;
/** How much later than its time a browser may ring an alarm, and a busy machine have it asked, in ms. */
const LATE_MS = 2_500;
/** No recovery takes longer than this, in ms, however busy the machine is: what is not right by then never will be. */
const GIVE_UP_MS = 60_000;

export class KillStage {
  readonly session: Session;
  readonly newsroom: Newsroom;
  readonly press: KillPress;
  readonly random: () => number;
  #page: Page | null = null;

  constructor(session: Session, newsroom: Newsroom, press: KillPress, random: () => number) {
    this.session = session;
    this.newsroom = newsroom;
    this.press = press;
    this.random = random;
  }

  look(): Promise<Holdings> {
    return this.session.inDatabase(readHoldings);
  }

  async kill(): Promise<void> {
    await this.session.killBackground();
    // In Firefox every page of the extension dies with it.
    if (this.session.kind === 'firefox') this.#page = null;
  }

  /** After a death of the whole browser. */
  forgetPage(): void {
    this.#page = null;
  }

  async page(): Promise<Page> {
    const { session } = this;
    // In Chromium a page without code does; Firefox lends none of the extension's rights to such a one.
    this.#page ??= await session.open(session.kind === 'chromium' ? 'manifest.json' : 'options.html');
    return this.#page;
  }

  async say<T>(verb: string, request: object = {}): Promise<T> {
    return say<T>(await this.page(), verb, request);
  }

  /** Says a verb, kills at a moment in it, and gives whether it had not been answered by then. */
  async killDuring(verb: string, request: object, moments: Moments): Promise<boolean> {
    const page = await this.page();
    const answered = ask(page, verb, request).catch((): Answer | null => null);
    await moments.wait();
    await this.kill();
    // What dies with the page that asked is not told either.
    const answer = await Promise.race([answered, pause(500, null)]);
    const isHit = answer?.ok !== true;
    moments.learn(isHit);
    return isHit;
  }

  /** Says a verb until it is answered. */
  async sayAgain<T>(verb: string, request: object): Promise<T> {
    return until(
      async () => ({ value: await this.say<T>(verb, request) }),
      GIVE_UP_MS,
      () => verb,
    ).then(({ value }) => value);
  }

  /** Resolves with the time (UTC ms) of the next request, or null where none comes within one period. */
  async nextRequest(): Promise<number | null> {
    const { log } = this.newsroom;
    const before = log.length;
    const deadline = Date.now() + PERIOD_MS + LATE_MS;
    while (log.length === before && Date.now() < deadline) await pause(4);
    return log[before]?.at ?? null;
  }

  /** Waits until nothing is under way and `isRight`; gives what is held then, or null where that never comes. */
  async settled(isRight: (held: Holdings) => boolean = () => true): Promise<Holdings | null> {
    const deadline = Date.now() + GIVE_UP_MS;
    for (;;) {
      const held = await this.look().catch(() => null);
      if (held && !isUnderWay(held) && isRight(held)) return held;
      if (Date.now() > deadline) return null;
      await pause(40);
    }
  }

  /** Whether the badge comes to say what is unread, counted anew: at the latest with the next alarm, which wakes who shows it. */
  async isBadgeRight(): Promise<Verdict> {
    let shown = '';
    let wanted = '';
    for (const deadline = Date.now() + PERIOD_MS + LATE_MS; Date.now() < deadline; await pause(50)) {
      wanted = badgeFor(unreadOf(await this.look()));
      shown = await this.#badge();
      if (shown === wanted) return RIGHT;
    }
    return { ...RIGHT, breaches: [`the badge says ${shown}, not ${wanted}`] };
  }

  /** As `Session.badge`, without a new page for each look. */
  async #badge(): Promise<string> {
    if (this.session.kind === 'firefox') return this.session.badge();
    return (await this.page()).evaluate<string>('chrome.action.getBadgeText({})');
  }

  /** Has every source's time come and the alarm ring: the next check needs no waiting for. */
  async ringNow(): Promise<void> {
    const page = await this.page();
    await this.session.inDatabase(makeDue, Date.now());
    await page.evaluate(ring);
  }

  /** Whether each of these hosts is asked within one period from now on. */
  async areAsked(hosts: readonly string[]): Promise<Verdict> {
    const from = this.newsroom.log.length;
    const deadline = Date.now() + PERIOD_MS + LATE_MS;
    let missing = hosts;
    while (missing.length > 0 && Date.now() < deadline) {
      await pause(20);
      const asked = new Set(this.newsroom.log.slice(from).map(({ host }) => host));
      missing = hosts.filter((host) => !asked.has(host));
    }
    return { ...RIGHT, stuck: missing.length };
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.newsroom.close();
  }
}

function badgeFor(unread: number): string {
  if (unread === 0) return '';
  return unread > 999 ? '999+' : String(unread);
}

/** Opens a stage with a press of its own. */
export async function openKillStage(
  start: (newsroom: Newsroom) => Promise<Session>,
  random: () => number,
): Promise<KillStage> {
  const newsroom = await startNewsroom();
  const press = new KillPress(random);
  newsroom.script({ host: /^kill-/ }, (request) => press.answer(request));
  return new KillStage(await start(newsroom), newsroom, press, random);
}
