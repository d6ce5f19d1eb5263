/** The network between Lede and the virtual press: a stand-in for `fetch` that takes virtual time and keeps the log. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { VirtualClock } from './clock.ts';
import type { SoakFeed } from './feeds.ts';
import type { RequestEntry } from './log.ts';
import type { Press, Reply } from './press.ts';

/** How long an answer takes, in ms. */
const LATENCY_MS = 200;
const JUST_NOW_MS = 2_000;

/** Who asks: which life of the background, and whether for the reader. */
export interface Asker {
  readonly life: number;
  readonly isManual: boolean;
}

export class Network {
  readonly log: RequestEntry[] = [];
  readonly asker = new AsyncLocalStorage<Asker>();
  isOnline = true;
  readonly #clock: VirtualClock;
  readonly #press: Press;
  readonly #feeds: ReadonlyMap<string, SoakFeed>;
  /** Requests under way, with the life that made them. */
  readonly #open = new Map<RequestEntry, number>();
  #life = 0;

  constructor(clock: VirtualClock, press: Press, feeds: readonly SoakFeed[]) {
    this.#clock = clock;
    this.#press = press;
    this.#feeds = new Map(feeds.map((feed) => [feed.url.replace(/\?.*$/, ''), feed]));
  }

  /** Requests under way. */
  get inFlight(): number {
    return this.#open.size;
  }

  /** The background was killed: what it had asked for reaches nobody. */
  kill(life: number): void {
    this.#life = life + 1;
    for (const [entry, asker] of this.#open) {
      if (asker !== life) continue;
      entry.end = this.#clock.now;
      entry.isCutOff = true;
      this.#open.delete(entry);
    }
    // What was answered a moment ago may not have been stored yet.
    for (const entry of this.log.slice(-50)) {
      if ((entry.end ?? 0) > this.#clock.now - JUST_NOW_MS) entry.isCutOff = true;
    }
  }

  /** What stands in for `fetch`. */
  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const asker = this.asker.getStore() ?? { life: this.#life, isManual: false };
    if (asker.life < this.#life) return never();
    if (!this.isOnline) throw new TypeError('Failed to fetch');
    const url = String(input);
    const feed = this.#feeds.get(url.replace(/\?.*$/, ''));
    const entry = this.#write(url, feed, init, asker);
    await this.#clock.sleep(LATENCY_MS);
    if (asker.life < this.#life) return never();
    const reply = feed ? this.#press.reply(feed, entry, this.#clock.now) : null;
    entry.answer = reply?.answered ?? null;
    entry.end = this.#clock.now;
    this.#open.delete(entry);
    if (feed && reply?.status === 200 && reply.ending === 'whole') this.#press.arrived(feed, this.#clock.now);
    return reply ? responseOf(reply, url) : new Response('nobody', { status: 404 });
  };

  #write(url: string, feed: SoakFeed | undefined, init: RequestInit, asker: Asker): RequestEntry {
    const headers = Object.fromEntries(new Headers(init.headers));
    const entry: RequestEntry = {
      feed: feed?.id ?? 0,
      host: new URL(url).hostname,
      url,
      at: this.#clock.now,
      end: null,
      headers,
      etag: headers['if-none-match'] ?? null,
      lastModified: headers['if-modified-since'] ?? null,
      options: {
        credentials: init.credentials ?? 'same-origin',
        referrerPolicy: init.referrerPolicy ?? '',
        cache: init.cache ?? 'default',
      },
      isManual: asker.isManual,
      isProbe: init.redirect === 'manual',
      isCutOff: false,
      answer: null,
    };
    this.log.push(entry);
    this.#open.set(entry, asker.life);
    return entry;
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** A response as fetch gives it, with the address that answered. */
export function responseOf(
  reply: Pick<Reply, 'status' | 'headers' | 'body' | 'url' | 'ending'>,
  asked: string,
): Response {
  const isEmpty = reply.status === 304 || reply.status === 204;
  const body = isEmpty ? null : reply.ending === 'cut' ? cutStream(reply.body) : reply.body;
  const response = new Response(body, { status: reply.status, headers: reply.headers });
  Object.defineProperties(response, {
    url: { value: reply.url },
    redirected: { value: reply.url !== asked },
  });
  return response;
}

/** Two thirds of a body, then a connection that breaks off. */
function cutStream(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text.slice(0, Math.floor((text.length * 2) / 3)));
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(new TypeError('network error'));
      else controller.enqueue(bytes);
      isSent = true;
    },
  });
}
