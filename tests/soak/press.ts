/** The virtual press: answers for every feed at any moment as its server would, and writes everything down. */

import type { SoakFeed } from './feeds.ts';
import type { Answered, RequestEntry } from './log.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Items that a feed holds. */
const HELD = 15;

/** What a server says: everything that is needed to make a response of it. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where it answers from, after redirects. */
  readonly url: string;
  /** `cut`: the connection breaks off in the body. */
  readonly ending: 'whole' | 'cut';
  readonly answered: Answered;
}

interface PressItem {
  readonly number: number;
  readonly guid: string;
  readonly link: string;
  readonly title: string;
  readonly at: number;
}

export class Press {
  readonly #start: number;
  readonly #last = new Map<number, string>();
  /** Links of the articles that a feed served in a body that arrived. */
  readonly served = new Map<number, Set<string>>();

  /** @param start UTC ms; troubles begin some time after it */
  constructor(start: number) {
    this.#start = start;
  }

  /** The answer of a feed's server at a moment (UTC ms). */
  reply(feed: SoakFeed, request: Pick<RequestEntry, 'etag' | 'lastModified'>, now: number): Reply {
    const days = (now - this.#start) / DAY;
    const trouble = this.#trouble(feed, days, now);
    if (trouble) return trouble;
    const version = this.#version(feed, now);
    const etag = etagOf(feed, version);
    const lastModified = dateOf(feed, this.#items(feed, now)[0]?.at ?? this.#start);
    const headers: Record<string, string> = { 'set-cookie': `seen=${feed.id}; SameSite=None; Secure` };
    if (etag !== null) headers.etag = etag;
    if (lastModified !== null) headers['last-modified'] = lastModified;
    const freshUntil = freshHeaders(feed, headers, now);
    const url = feed.trouble === 'moved' ? feed.url.replace('feed-', 'new-') : feed.url;
    const known = { etag, lastModified, freshUntil, waitUntil: null };
    if (isUnchanged(feed, request, etag, lastModified)) {
      return {
        status: 304,
        headers,
        body: '',
        url,
        ending: 'whole',
        answered: { ...known, status: 304, isWhole: true },
      };
    }
    const isCut =
      feed.trouble === 'flaky' && version % 3 === 1 && this.#last.get(feed.id) !== `cut ${version}`;
    this.#last.set(feed.id, isCut ? `cut ${version}` : `${version}`);
    const answered = { ...known, status: 200, isWhole: !isCut };
    const ending = isCut ? 'cut' : 'whole';
    headers['content-type'] = 'application/rss+xml';
    return { status: 200, headers, body: this.#document(feed, now), url, ending, answered };
  }

  /** Remembers that what a feed holds at a moment has arrived whole. */
  arrived(feed: SoakFeed, now: number): void {
    const links = this.served.get(feed.id) ?? new Set();
    for (const { link } of this.#items(feed, now)) links.add(link);
    this.served.set(feed.id, links);
  }

  #trouble(feed: SoakFeed, days: number, now: number): Reply | null {
    const phase = (days * 2 + feed.id * 0.37) % 2;
    const fail = (status: number, headers: Record<string, string>, waitUntil: number | null): Reply => ({
      status,
      headers: { ...headers, 'set-cookie': 'seen=1' },
      body: 'not now',
      url: feed.url,
      ending: 'whole',
      answered: { status, etag: null, lastModified: null, isWhole: false, freshUntil: null, waitUntil },
    });
    if (feed.trouble === 'gone' && days > 1.5) return fail(410, {}, null);
    if (days < 0.1 || phase > 0.25) return null;
    switch (feed.trouble) {
      case 'busy':
        return fail(429, { 'retry-after': '7200' }, now + 2 * HOUR);
      case 'busy-date': {
        const until = Math.floor((now + 3 * HOUR) / 1000) * 1000;
        return fail(503, { 'retry-after': new Date(until).toUTCString() }, until);
      }
      case 'busy-unsaid':
        return fail(503, {}, null);
      default:
        return null;
    }
  }

  /** How many articles a feed has published; changed headlines count as well. */
  #version(feed: SoakFeed, now: number): number {
    const published = this.#published(feed, now);
    const edits = feed.trouble === 'retitled' ? Math.floor((now - this.#start) / (5 * HOUR)) : 0;
    const epochs = feed.trouble === 'rekeyed' || feed.trouble === 'redated' ? this.#epoch(now) : 0;
    return published + edits + epochs;
  }

  #published(feed: SoakFeed, now: number): number {
    return HELD + Math.floor((now - this.#start) / feed.gap);
  }

  #epoch(now: number): number {
    return Math.floor((now - this.#start) / (2 * DAY));
  }

  /** The newest first. */
  #items(feed: SoakFeed, now: number): PressItem[] {
    const newest = this.#published(feed, now);
    const epoch = this.#epoch(now);
    return Array.from({ length: HELD }, (_, index) => {
      const number = newest - index;
      const at = this.#start + (number - HELD) * feed.gap;
      const isNewest = index === 0 && feed.trouble === 'retitled';
      const edit = isNewest ? ` (updated ${Math.floor((now - this.#start) / (5 * HOUR))})` : '';
      return {
        number,
        guid: feed.trouble === 'rekeyed' ? `${epoch}-${feed.id}-${number}` : `${feed.id}-${number}`,
        link: `https://${feed.host}/articles/${feed.id}-${number}`,
        title: `Report ${number} of source ${feed.id}${edit}`,
        at: feed.trouble === 'redated' ? at + epoch * HOUR : at,
      };
    });
  }

  #document(feed: SoakFeed, now: number): string {
    const head = [
      feed.ttl > 0 ? `<ttl>${feed.ttl}</ttl>` : '',
      feed.skipHours.length > 0
        ? `<skipHours>${feed.skipHours.map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`
        : '',
      feed.skipDays.length > 0
        ? `<skipDays>${feed.skipDays.map((day) => `<day>${DAYS[day]}</day>`).join('')}</skipDays>`
        : '',
      feed.updatePeriod ? `<sy:updatePeriod>${feed.updatePeriod}</sy:updatePeriod>` : '',
    ].join('');
    const items = this.#items(feed, now).map(
      ({ guid, link, title, at }) =>
        `<item><guid isPermaLink="false">${guid}</guid><link>${link}</link><title>${title}</title>` +
        `<description>What happened there, in ${title}.</description>` +
        `${feed.isDated ? `<pubDate>${new Date(at).toUTCString()}</pubDate>` : ''}</item>`,
    );
    return (
      '<?xml version="1.0"?><rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>' +
      `<title>Source ${feed.id}</title><link>https://${feed.host}/</link>${head}${items.join('')}</channel></rss>`
    );
  }
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function etagOf({ validators, id }: SoakFeed, version: number): string | null {
  switch (validators) {
    case 'both':
    case 'etag':
      return `"${id}-${version}"`;
    case 'weak':
      return `W/"${id}-${version}"`;
    case 'odd':
      return `${id} ${version} unquoted; gzip`;
    default:
      return null;
  }
}

function dateOf({ validators, id }: SoakFeed, at: number): string | null {
  if (validators === 'both' || validators === 'date') return new Date(at).toUTCString();
  return validators === 'odd' ? `the ${id}th day, ${Math.floor(at / 1000)}` : null;
}

/** By the ETag where one is sent, else by the date (RFC 9110, 13.2.2). */
function isUnchanged(
  feed: SoakFeed,
  request: Pick<RequestEntry, 'etag' | 'lastModified'>,
  etag: string | null,
  lastModified: string | null,
): boolean {
  if (request.etag !== null) return request.etag === etag;
  return feed.validators !== 'none' && request.lastModified !== null && request.lastModified === lastModified;
}

function freshHeaders(feed: SoakFeed, headers: Record<string, string>, now: number): number | null {
  if (feed.fresh === null) return null;
  const { seconds, by } = feed.fresh;
  if (by === 'expires') {
    const until = Math.floor(now / 1000 + seconds) * 1000;
    headers.expires = new Date(until).toUTCString();
    headers.date = new Date(Math.floor(now / 1000) * 1000).toUTCString();
    return until;
  }
  const age = by === 'age' ? 20 : 0;
  headers['cache-control'] = `public, max-age=${seconds}`;
  if (age > 0) headers.age = String(age);
  return now + (seconds - age) * 1000;
}
