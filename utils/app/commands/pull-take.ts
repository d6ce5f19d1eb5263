/** Fetching articles of the account's server and storing them, part by part. */
import { inParts } from '../../account/client.ts';
import type { ServerItem } from '../../account/wire.ts';
import type { Feed } from '../../model/feed.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { commitPull } from '../../store/commit-pull.ts';
import { readyPart } from '../../store/pull-part.ts';
import { rememberItems } from '../../store/server-sets.ts';
import { takeWord } from '../../store/server-word.ts';
import type { AccountSession } from '../account-session.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { limitsNow } from '../limits-now.ts';
import { tellStories } from './tell-stories.ts';

/** Articles stored in one transaction, so that nothing waits long for the database. */
const AT_ONCE = 250;

/** What says that a pull has no time left in its event, which is no problem of the server's. */
export const UNFINISHED = 'unfinished';

/** One pull's fetching. */
export class PullTake {
  readonly feeds: ReadonlyMap<string, Feed>;
  /** The step at which the sets were asked for, and what follows from them. */
  readonly askedAt: number;
  /** The ids of all that it brought: as new as can be. */
  readonly brought = new Set<string>();
  readonly #deps: Deps;
  readonly #session: AccountSession;
  readonly #until: number;
  #isTold = true;

  constructor(
    deps: Deps,
    session: AccountSession,
    feeds: ReadonlyMap<string, Feed>,
    askedAt: number,
    until: number,
  ) {
    this.#deps = deps;
    this.#session = session;
    this.feeds = feeds;
    this.askedAt = askedAt;
    this.#until = until;
  }

  /** Fetches and stores articles; gives the ids of those that the server has. */
  async bring(ids: readonly string[]): Promise<Result<ReadonlySet<string>>> {
    const found = new Set<string>();
    for (const part of inParts(ids, this.#session.dialect.mostContents)) {
      if (this.#deps.now() > this.#until) return fail('timeout', { detail: UNFINISHED });
      const items = await this.#contents(part);
      if (!items.ok) return items;
      for (const { id } of items.value) {
        found.add(id);
        this.brought.add(id);
      }
      await this.#store(items.value);
    }
    return ok(found);
  }

  /** Has what was stored told in stories, and everybody who shows something know. */
  async tell(): Promise<void> {
    if (this.#isTold) return;
    this.#isTold = true;
    await tellStories(this.#deps);
    await changed(this.#deps);
  }

  /** An answer that is too large is asked for in smaller parts; an article that is too large alone is not kept. */
  async #contents(ids: readonly string[]): Promise<Result<readonly ServerItem[]>> {
    const items = await this.#session.client.contents(ids);
    if (items.ok || items.problem.code !== 'too-large') return items;
    if (ids.length === 1) {
      await rememberItems(this.#session.db, ids);
      return ok([]);
    }
    const half = Math.ceil(ids.length / 2);
    const first = await this.#contents(ids.slice(0, half));
    const second = first.ok ? await this.#contents(ids.slice(half)) : first;
    return first.ok && second.ok ? ok([...first.value, ...second.value]) : second;
  }

  async #store(items: readonly ServerItem[]): Promise<void> {
    const { db } = this.#session;
    const now = this.#deps.now();
    const { items: pulled, languages } = readyPart(items, this.feeds, now);
    const limits = await limitsNow(db, now);
    for (const part of inParts(pulled, AT_ONCE)) {
      const { added, evidence } = await commitPull(db, { items: part, languages, limits, now });
      await takeWord(db, evidence, this.askedAt, now);
      this.#isTold &&= added + evidence.length === 0;
    }
    await this.tell();
  }
}
