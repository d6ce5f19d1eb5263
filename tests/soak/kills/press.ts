/** The sources of the kills: feeds behind the newsroom's servers that publish when they are told to, and what they served. */
import type { RequestRecord } from '../../newsroom/log.ts';
import type { ScriptedAnswer } from '../../newsroom/scripts.ts';

/** Sources that are followed throughout. */
export const STEADY = 6;
/** Articles that each of their bodies holds. */
const HELD = 30;
/** The source that brings many articles at once, and how many its body holds. */
export const BULK = 'kill-bulk.example';
const BULK_HELD = 300;
/** How long an answer may take at most, in ms. */
const SLOWEST_MS = 60;

/** The feed of a host of this press. */
export const addressOf = (host: string): string => `http://${host}/rss`;
/** Hosts that are followed from the first to the last kill. */
export const steadyHosts = (): string[] => Array.from({ length: STEADY }, (_, i) => `kill-${i}.example`);

interface Source {
  /** Numbers of articles run from 1 to this one. */
  newest: number;
  readonly held: number;
  /** The newest that was in an answer. */
  served: number;
}

/** Feeds on the hosts `kill-*.example`. Articles stand in them with the oldest first. */
export class KillPress {
  readonly #sources = new Map<string, Source>();
  readonly #random: () => number;
  readonly #start = Date.now();
  readonly #missing = new Set<string>();

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Brings so many articles more out. */
  publish(host: string, count: number): void {
    this.#source(host).newest += count;
  }

  answer({ host, headers }: RequestRecord): ScriptedAnswer {
    const source = this.#source(host);
    const etag = `"${host}-${source.newest}"`;
    const delayMs = Math.round(this.#random() * SLOWEST_MS);
    if (headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: '', delayMs };
    source.served = source.newest;
    return {
      headers: { etag, 'content-type': 'application/rss+xml' },
      body: this.#document(host, source),
      delayMs,
    };
  }

  /** The truth: the addresses of all articles that stood in an answer of this host. */
  served(host: string): string[] {
    const { served } = this.#source(host);
    return Array.from({ length: served }, (_, index) => linkOf(host, index + 1));
  }

  /** How many of these articles were not missing before: what is lost is counted once. */
  newlyMissing(links: readonly string[]): number {
    const before = this.#missing.size;
    for (const link of links) this.#missing.add(link);
    return this.#missing.size - before;
  }

  #source(host: string): Source {
    const known = this.#sources.get(host);
    if (known) return known;
    const held = host === BULK ? BULK_HELD : host.startsWith('kill-list') ? 3 : HELD;
    const source = { newest: held, held, served: 0 };
    this.#sources.set(host, source);
    return source;
  }

  #document(host: string, { newest, held }: Source): string {
    const items = Array.from({ length: held }, (_, index) => {
      const number = newest - held + 1 + index;
      const title = `Report ${number} of ${host}, ${WORDS[number % WORDS.length]} and ${WORDS[(number * 7) % WORDS.length]}`;
      const at = new Date(this.#start + number * 1000).toUTCString();
      return `<item><guid>${linkOf(host, number)}</guid><link>${linkOf(host, number)}</link><title>${title}</title><description>${title}, told at length.</description><pubDate>${at}</pubDate></item>`;
    });
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title>${items.join('')}</channel></rss>`;
  }
}

const linkOf = (host: string, number: number): string => `http://${host}/articles/${number}`;

const WORDS = [
  'harbour',
  'tram',
  'orchid',
  'budget',
  'ferry',
  'bridge',
  'museum',
  'school',
  'dam',
  'market',
  'tower',
];
