/**
 * What a look at a feed found, kept for a moment: a preview is the first fetch, and following it right after makes no
 * second one. A cache and no more: where the background died in between, the feed is asked again.
 */
import type { Finding } from './finding.ts';

/** How long a finding is as good as a new one, in ms. */
const KEPT_MS = 10 * 60_000;
const MOST = 20;

/** The latest findings, twenty at most, each for ten minutes. */
export class Findings {
  readonly #kept = new Map<string, { readonly finding: Finding; readonly until: number }>();

  /** Keeps a finding of an address from `now` (UTC ms) on; the oldest goes where there are too many. */
  keep(url: string, finding: Finding, now: number): void {
    this.#kept.delete(url);
    this.#kept.set(url, { finding, until: now + KEPT_MS });
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > MOST && !oldest.done) this.#kept.delete(oldest.value);
  }

  /** The finding of an address, once; undefined where there is none or it is too old. */
  take(url: string, now: number): Finding | undefined {
    const kept = this.#kept.get(url);
    this.#kept.delete(url);
    return kept && now < kept.until ? kept.finding : undefined;
  }

  clear(): void {
    this.#kept.clear();
  }
}
