/** Whether there is room for what the account's server has, by the reader's limits. */
import type { Feed } from '../model/feed.ts';
import type { PulledItem } from './pull-part.ts';
import { ALWAYS_KEPT, type Limits } from './retention.ts';
import type { ArticleTransaction } from './schema.ts';

const DAY_MS = 24 * 3_600_000;

/** Counts what is stored within one transaction. */
export class PullRoom {
  readonly #limits: Limits;
  readonly #now: number;
  /** Of each source, what was added to what its row says. */
  readonly #taken = new Map<number, number>();
  #left: number;

  private constructor(limits: Limits, now: number, left: number) {
    this.#limits = limits;
    this.#now = now;
    this.#left = left;
  }

  static async within(tx: ArticleTransaction, limits: Limits, now: number): Promise<PullRoom> {
    const stored = (await tx.objectStore('counters').get('articles')) ?? 0;
    return new PullRoom(limits, now, limits.keepArticles - stored);
  }

  /**
   * Whether an article that is not saved is kept: every source keeps some, whatever the limits. What is new is always kept;
   * the next clean-up finds what goes for it.
   */
  hasFor({ id, stored, bodyHash }: Source, { arrivedAt, item }: Age): boolean {
    const own = stored + (this.#taken.get(id) ?? 0);
    if (own < ALWAYS_KEPT) return true;
    const at = arrivedAt ?? Math.min(item.publishedAt ?? this.#now, this.#now);
    const isOld = at < this.#now - this.#limits.keepDays * DAY_MS;
    if (isOld) return false;
    return bodyHash !== null || (own < this.#limits.keepPerSource && this.#left > 0);
  }

  take(feedId: number): void {
    this.#taken.set(feedId, (this.#taken.get(feedId) ?? 0) + 1);
    this.#left -= 1;
  }
}

type Source = Pick<Feed, 'id' | 'stored' | 'bodyHash'>;
type Age = Pick<PulledItem, 'arrivedAt'> & { readonly item: Pick<PulledItem['item'], 'publishedAt'> };
