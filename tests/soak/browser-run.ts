/**
 * The same judgement in a real browser: the soak build, whose clock runs faster, polls fifty feeds of the press behind
 * the newsroom's servers, and the newsroom's log is the witness. Here cookies, referrers and cache headers are what the
 * browser really sent.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type BrowserKind, launch, type Session } from '../browsers/session.ts';
import { say } from '../browsers/verbs.ts';
import { startNewsroom } from '../newsroom/index.ts';
import type { RequestRecord } from '../newsroom/log.ts';
import type { ScriptedAnswer } from '../newsroom/scripts.ts';
import { ensureBrowser } from '../tools/browsers.ts';
import { type SoakFeed, soakFeeds } from './feeds.ts';
import { judge } from './judge.ts';
import type { RequestEntry } from './log.ts';
import { Press } from './press.ts';
import { dice } from './random.ts';
import type { RunReport } from './run.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** As in `entrypoints/background/deps`. */
const SPEED = 600;
const FEEDS = 50;
const POLLS = 10;
/** Real time after which the run ends, however many polls there were, in ms. */
const MOST_MS = 8 * 60_000;
/** How much later than it was sent a request may be seen, real ms: two clocks are compared here. */
const SLACK_MS = 250;
/** A second request this soon after one that failed is the check's own look for a redirect, real ms. */
const PROBE_WITHIN_MS = 500;
/** Real time between two refreshes by the reader, in ms. */
const REFRESH_EVERY_MS = 20_000;

/** Runs until every feed was polled ten times. */
export async function runInBrowser(kind: BrowserKind, seed: number): Promise<RunReport> {
  const began = Date.now();
  await ensureBrowser(kind);
  build(kind, began);
  const stage = new BrowserStage(began, seed);
  const newsroom = await startNewsroom();
  newsroom.script({ host: /^press-/ }, (request) => stage.answer(request));
  const folder = kind === 'chromium' ? 'chrome-mv3-soak' : 'firefox-mv3-soak';
  const extension = join(ROOT, '.output', folder);
  const session = await launch({ kind, extension, install: 'temporary', newsroom });
  try {
    await stage.play(session);
    return await stage.report(session);
  } finally {
    await session.close();
    await newsroom.close();
  }
}

function build(kind: BrowserKind, epoch: number): void {
  const browser = kind === 'chromium' ? ['-b', 'chrome'] : ['-b', 'firefox', '--mv3'];
  execFileSync('wxt', ['build', ...browser, '-m', 'soak'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WXT_SOAK_EPOCH: String(epoch) },
  });
}

class BrowserStage {
  readonly #began: number;
  readonly #press: Press;
  readonly #feeds: readonly SoakFeed[];
  readonly #entries: { entry: RequestEntry; record: RequestRecord }[] = [];
  #isRefreshing = false;

  constructor(began: number, seed: number) {
    this.#began = began;
    this.#press = new Press(began);
    this.#feeds = soakFeeds(FEEDS, dice(seed)).map(quicker);
  }

  /** The extension's clock. */
  #virtual(real: number): number {
    return this.#began + (real - this.#began) * SPEED;
  }

  answer(record: RequestRecord): ScriptedAnswer {
    const { host, url, headers } = record;
    const feed = this.#feeds.find(
      (candidate) => candidate.url.replace(/\?.*/, '') === url.replace(/\?.*/, ''),
    );
    const at = this.#virtual(record.at);
    const entry: RequestEntry = {
      feed: feed?.id ?? 0,
      host,
      url,
      at,
      end: null,
      headers,
      etag: headers['if-none-match'] ?? null,
      lastModified: headers['if-modified-since'] ?? null,
      options: {},
      isManual: this.#isRefreshing,
      isProbe: this.#isProbe(feed, record),
      isCutOff: false,
      answer: null,
    };
    this.#entries.push({ entry, record });
    if (!feed) return { status: 404, body: 'nothing here' };
    const reply = this.#press.reply(feed, entry, at);
    entry.answer = reply.answered;
    if (reply.status === 200 && reply.ending === 'whole') this.#press.arrived(feed, at);
    const bytes = Buffer.from(reply.body);
    return {
      status: reply.status,
      headers: reply.headers,
      body: bytes,
      ...(reply.ending === 'cut' && { truncateAt: Math.floor((bytes.length * 2) / 3) }),
    };
  }

  /** How a request treats redirects cannot be seen from outside; but when one comes right after a failure, it can. */
  #isProbe(feed: SoakFeed | undefined, { at }: RequestRecord): boolean {
    const last = this.#entries.findLast(({ entry }) => entry.feed === feed?.id);
    return last !== undefined && last.entry.answer?.isWhole !== true && at - last.record.at < PROBE_WITHIN_MS;
  }

  async play(session: Session): Promise<void> {
    const page = await session.open('options.html');
    const sources = this.#feeds.map(({ url }) => ({ url, title: '', siteUrl: null, folder: [] }));
    // A row an article: what is lost is found by looking for each in Latest.
    await say(page, 'changeSettings', { checkMinutes: 30, latest: 'articles' });
    await say(page, 'importSources', { sources });
    await page.close();
    let refreshedAt = Date.now();
    while (!this.#isDone() && Date.now() < this.#began + MOST_MS) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (Date.now() < refreshedAt + REFRESH_EVERY_MS) continue;
      refreshedAt = Date.now();
      await this.#refresh(session);
    }
  }

  async #refresh(session: Session): Promise<void> {
    const page = await session.open('options.html');
    this.#isRefreshing = true;
    await say(page, 'refresh');
    this.#isRefreshing = false;
    await page.close();
  }

  #isDone(): boolean {
    return this.#feeds.every(({ id, trouble }) => trouble === 'gone' || this.#polls(id) >= POLLS);
  }

  #polls(id: number): number {
    return this.#entries.filter(({ entry }) => entry.feed === id && !entry.isManual).length;
  }

  async report(session: Session): Promise<RunReport> {
    for (const { entry, record } of this.#entries) {
      entry.end = record.finishedAt === null ? null : this.#virtual(record.finishedAt);
    }
    const log = this.#entries.map(({ entry }) => entry);
    const links = await storedLinks(session);
    const served = this.#feeds.flatMap(({ id }) => [...(this.#press.served.get(id) ?? [])]);
    const known = new Set(links);
    const stuck = this.#feeds.filter(({ id, trouble }) => trouble !== 'gone' && this.#polls(id) < POLLS);
    for (const feed of stuck) console.error(`stuck: ${JSON.stringify(feed)}, ${this.#polls(feed.id)} polls`);
    return {
      breaches: judge(log, this.#feeds, SLACK_MS * SPEED),
      losses: {
        lost: served.filter((link) => !known.has(link)).length,
        doubled: links.length - known.size,
        stuck: stuck.length,
      },
      requests: log.length,
      deaths: 0,
      deathsInFlight: 0,
      faults: [],
      tookMs: Date.now() - this.#began,
    };
  }
}

/**
 * A feed as it can be polled ten times within minutes. What gives no validators says nothing of freshness either: the
 * browser's own cache, whose clock runs as ever, would answer in the server's place.
 */
function quicker(feed: SoakFeed): SoakFeed {
  const seconds = Math.min(feed.fresh?.seconds ?? 0, 3600);
  return {
    ...feed,
    url: feed.url.replace('https:', 'http:'),
    ttl: Math.min(feed.ttl, 60),
    skipHours: [],
    skipDays: [],
    fresh: feed.validators === 'none' ? null : feed.fresh && { ...feed.fresh, seconds },
  };
}

interface Page {
  readonly rows: readonly { readonly url: string | null }[];
  readonly next: readonly [number, number] | null;
}

/** The addresses of all articles that are stored. */
async function storedLinks(session: Session): Promise<string[]> {
  const page = await session.open('options.html');
  const links: string[] = [];
  let after: Page['next'] = null;
  do {
    const answer: Page = await say<Page>(page, 'latest', { after, limit: 200 });
    for (const { url } of answer.rows) if (url !== null) links.push(url);
    after = answer.next;
  } while (after !== null);
  await page.close();
  return links;
}
