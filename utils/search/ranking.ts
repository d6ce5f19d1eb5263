/** The best of many, by what was found in them and by how new they are. */

const HOUR_S = 3_600;
/** An article is worth the less the older it is: half of what time is worth is gone after so many days. */
const HALF_LIFE_DAYS = 7;
/** What age leaves of the worth. */
const LEAST_SHARE = 0.35;

/** By hours of age, up to where it makes no difference any more. */
const SHARES = Float64Array.from({ length: 24 * 10 * HALF_LIFE_DAYS }, (_, hours) => {
  const left = 2 ** (-hours / (24 * HALF_LIFE_DAYS));
  return LEAST_SHARE + (1 - LEAST_SHARE) * left;
});

const shareAt = (hours: number): number => SHARES[hours] ?? LEAST_SHARE;

interface Ranked {
  readonly id: number;
  readonly rank: number;
  readonly time: number;
}

/** Takes one find after the other and keeps the best. */
export class Ranking {
  readonly #most: number;
  readonly #now: number;
  #kept: Ranked[] = [];
  #total = 0;
  /** What is worth less cannot be among the best any more. */
  #least = Number.NEGATIVE_INFINITY;

  /** @param now UTC ms; whole hours of it count, so that page after page is in one order */
  constructor(most: number, now: number) {
    this.#most = most;
    this.#now = Math.floor(now / 1000 / HOUR_S) * HOUR_S;
  }

  /** @param time seconds since 1970 */
  add(id: number, worth: number, time: number): void {
    this.#total += 1;
    const rank = (worth + 1) * shareAt(Math.max(0, Math.floor((this.#now - time) / HOUR_S)));
    if (rank < this.#least) return;
    this.#kept.push({ id, rank, time });
    if (this.#kept.length >= 2 * this.#most + 1_000) this.#prune();
  }

  /** The best first; of equals the newer. */
  best(): { readonly ids: readonly number[]; readonly total: number } {
    this.#prune();
    return { ids: this.#kept.map(({ id }) => id), total: this.#total };
  }

  #prune(): void {
    this.#kept.sort((one, other) => other.rank - one.rank || other.time - one.time || other.id - one.id);
    this.#kept.length = Math.min(this.#kept.length, this.#most);
    if (this.#kept.length === this.#most) this.#least = this.#kept.at(-1)?.rank ?? this.#least;
  }
}
