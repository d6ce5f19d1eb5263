/**
 * The judge of manners: goes through what the press wrote down and counts what breaks a rule. It knows what each
 * feed's server said, and nothing of the code that asked.
 */
import type { RequestEntry } from './log.ts';

export const CRITERIA = [
  'invented-validators',
  'out-of-sequence',
  'unconditional',
  'early',
  'retry-after',
  'cookies',
  'referrers',
  'query',
  'after-410',
  'connections',
  'manual',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What a feed says about how often to ask, and what its reader wants. */
export interface FeedRules {
  readonly id: number;
  readonly url: string;
  /** Minutes, or 0. */
  readonly ttl: number;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The shortest interval of the schedule, and after a death. */
const SHORTEST = 10 * MINUTE;
const RETRY = 5 * MINUTE;
/** Once in this time a feed may be asked without the validators it gave. */
const UNCONDITIONAL_EVERY = 8 * DAY;
const CUT_RETRIES = 3;
const MOST_AT_ONCE = 6;

export type Breaches = Readonly<Record<Criterion, RequestEntry[]>>;

/**
 * All requests that broke a rule, by the rule.
 *
 * @param slackMs by how much the asker's time and the log's may differ
 */
export function judge(log: readonly RequestEntry[], feeds: readonly FeedRules[], slackMs = 0): Breaches {
  const breaches = Object.fromEntries(CRITERIA.map((name) => [name, []])) as unknown as Breaches;
  const byFeed = new Map(feeds.map((feed) => [feed.id, new FeedJudge(feed, breaches, slackMs)]));
  const waits = new Map<string, number>();
  for (const entry of log) {
    if (entry.at < (waits.get(entry.host) ?? 0) - slackMs) breaches['retry-after'].push(entry);
    judgeOptions(entry, breaches);
    byFeed.get(entry.feed)?.see(entry);
    const { waitUntil } = entry.answer ?? {};
    // A killed asker never learned what it was asked.
    if (waitUntil && !entry.isCutOff) waits.set(entry.host, Math.max(waits.get(entry.host) ?? 0, waitUntil));
  }
  breaches.connections.push(...crowding(log));
  return breaches;
}

function judgeOptions(entry: RequestEntry, breaches: Breaches): void {
  const { credentials, referrerPolicy, cache } = entry.options;
  if (entry.headers.cookie !== undefined || (credentials !== undefined && credentials !== 'omit')) {
    breaches.cookies.push(entry);
  }
  const referrer = entry.headers.referer !== undefined || entry.headers.origin !== undefined;
  if (referrer || (referrerPolicy !== undefined && referrerPolicy !== 'no-referrer')) {
    breaches.referrers.push(entry);
  }
  if (cache !== undefined && cache !== 'default') breaches.query.push(entry);
}

/** Requests that began while another to their host was under way, or six to any. */
function crowding(log: readonly RequestEntry[]): RequestEntry[] {
  const open: RequestEntry[] = [];
  const crowded: RequestEntry[] = [];
  for (const entry of log) {
    for (let i = open.length - 1; i >= 0; i--) {
      const end = open[i]?.end ?? null;
      if (end !== null && end <= entry.at) open.splice(i, 1);
    }
    if (open.some(({ host }) => host === entry.host) || open.length >= MOST_AT_ONCE) crowded.push(entry);
    open.push(entry);
  }
  return crowded;
}

type Pair = Pick<RequestEntry, 'etag' | 'lastModified'>;
const NONE: Pair = { etag: null, lastModified: null };
const isSame = (a: Pair, b: Pair): boolean => a.etag === b.etag && a.lastModified === b.lastModified;
const isNone = (pair: Pair): boolean => isSame(pair, NONE);

/** One feed's requests, in their order. */
class FeedJudge {
  readonly #feed: FeedRules;
  readonly #breaches: Breaches;
  readonly #etags = new Set<string>();
  readonly #dates = new Set<string>();
  /** What may be sent: the validators of the last whole answer, or while it is unknown whether it was stored, others. */
  #current: Pair[] = [NONE];
  #last: RequestEntry | null = null;
  #unconditionalAt: number | null = null;
  #cuts = 0;
  #isGone = false;

  readonly #slackMs: number;

  constructor(feed: FeedRules, breaches: Breaches, slackMs: number) {
    this.#slackMs = slackMs;
    this.#feed = feed;
    this.#breaches = breaches;
  }

  see(entry: RequestEntry): void {
    if (this.#isGone) this.#breaches['after-410'].push(entry);
    if (entry.url !== this.#feed.url) this.#breaches.query.push(entry);
    this.#seeValidators(entry);
    if (entry.isProbe) return;
    this.#seeTime(entry);
    this.#last = entry;
    this.#learn(entry);
  }

  #seeValidators(entry: RequestEntry): void {
    const { etag, lastModified } = entry;
    const isInvented =
      (etag !== null && !this.#etags.has(etag)) || (lastModified !== null && !this.#dates.has(lastModified));
    if (isInvented) this.#breaches['invented-validators'].push(entry);
    else if (!isNone(entry) && !this.#current.some((pair) => isSame(pair, entry))) {
      this.#breaches['out-of-sequence'].push(entry);
    }
    if (!isNone(entry) || entry.isProbe) return;
    const knows = this.#current.every((pair) => !isNone(pair));
    const since = entry.at - (this.#unconditionalAt ?? Number.NEGATIVE_INFINITY);
    if (knows && since < UNCONDITIONAL_EVERY && this.#cuts <= 0) this.#breaches.unconditional.push(entry);
    if (knows && entry.isManual) this.#breaches.manual.push(entry);
    if (this.#cuts > 0) this.#cuts -= 1;
    this.#unconditionalAt = entry.at;
  }

  #seeTime(entry: RequestEntry): void {
    const last = this.#last;
    if (last === null) return;
    if (entry.isManual) {
      if (entry.at - last.at < RETRY - this.#slackMs && entry.at >= last.at)
        this.#breaches.manual.push(entry);
      return;
    }
    const isEarly = entry.at >= last.at && entry.at < this.#notBefore(last) - this.#slackMs;
    const isSkipped = !last.isCutOff && last.answer?.status === 200 && this.#isSkippedTime(entry.at);
    if (isEarly || isSkipped) this.#breaches.early.push(entry);
  }

  /** UTC ms before which the schedule may not ask again. */
  #notBefore(last: RequestEntry): number {
    if (last.isCutOff) return last.at + RETRY;
    const isFine = last.answer?.status === 200 || last.answer?.status === 304;
    const ttl = isFine ? Math.min(this.#feed.ttl, 24 * 60) * MINUTE : 0;
    const fresh = isFine ? Math.min(last.answer?.freshUntil ?? 0, last.at + DAY) : 0;
    return Math.max(last.at + SHORTEST, last.at + ttl, fresh);
  }

  #isSkippedTime(at: number): boolean {
    const time = new Date(at);
    return (
      this.#feed.skipHours.includes(time.getUTCHours()) || this.#feed.skipDays.includes(time.getUTCDay())
    );
  }

  #learn({ answer, isCutOff }: RequestEntry): void {
    if (answer === null) return;
    if (answer.etag !== null) this.#etags.add(answer.etag);
    if (answer.lastModified !== null) this.#dates.add(answer.lastModified);
    if (answer.status === 410 && !isCutOff) this.#isGone = true;
    if (answer.status !== 200) return;
    const given = { etag: answer.etag, lastModified: answer.lastModified };
    if (!answer.isWhole) {
      this.#cuts = CUT_RETRIES;
      // The same unclosed bytes a second time are how the feed is.
      this.#current = [...this.#current, given];
    } else this.#current = isCutOff ? [...this.#current, given] : [given];
  }
}
