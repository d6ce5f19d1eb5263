/**
 * A small feed server that speaks the Google Reader API in two dialects, as FreshRSS was seen to and as Miniflux documents
 * it: with their ways of paging, refusing and answering what they do not know.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export type ReaderDialect = 'freshrss' | 'miniflux';

/** What a feed holds, as the server reads it. */
export interface ServedFeed {
  readonly title: string;
  readonly siteUrl: string;
  readonly items: readonly {
    readonly link: string;
    readonly title: string;
    readonly html: string;
    readonly at: number;
  }[];
}

export interface HeldItem {
  readonly id: bigint;
  readonly feed: number;
  readonly link: string;
  title: string;
  html: string;
  readonly at: number;
  readonly arrivedAt: number;
  read: boolean;
  saved: boolean;
}

interface HeldFeed {
  readonly id: number;
  readonly url: string;
  title: string;
  siteUrl: string;
  folder: string;
}

/** What the server does wrong, as long as it is set. */
export interface ReaderFaults {
  /** Answers OK to marks and stores none. */
  forgetsMarks: boolean;
  /** The API is switched off. */
  isOff: boolean;
  /** A web server between drops the header that carries the token. */
  dropsHeader: boolean;
  /** Status of every answer, or null. */
  status: number | null;
  /** Body of every answer but logins, or null. */
  body: string | null;
  /** Takes what is asked, and breaks the connection instead of answering. */
  losesAnswers: boolean;
}

export interface ReaderServer {
  /** Base of its API. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly items: HeldItem[];
  readonly feeds: HeldFeed[];
  readonly faults: ReaderFaults;
  /** What tells it the time, UTC ms. */
  readonly clock: { now: () => number };
  /** Requests as `POST /reader/api/0/edit-tag`. */
  readonly requests: string[];
  /** The headers of each. */
  readonly headers: IncomingHttpHeaders[];
  /** Reads all feeds anew. */
  poll(): Promise<void>;
  /** Makes all tokens void. */
  expire(): void;
  /** Breaks all connections and answers nobody until `meanwhile` is done, then serves on with all that it holds. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const READ = 'com.google/read';
const STARRED = 'com.google/starred';
const LONG = 'tag:google.com,2005:reader/item/';
const MOST_IDS = 10_000;
const UNFILED = 'Uncategorized';
/** PHP drops the fields behind. */
const MOST_FIELDS = 1_000;

/** Starts a server that reads feeds by `read`; null there is what cannot be read as one. */
export async function startReaderServer(
  dialect: ReaderDialect,
  read: (url: string) => Promise<ServedFeed | null>,
): Promise<ReaderServer> {
  const held = new Held(dialect, read);
  const http = createServer((request, response) => void held.answer(request, response));
  const port = await listening(http, 0);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  const restart = async (meanwhile: () => Promise<void>): Promise<void> => {
    await close();
    await meanwhile();
    await listening(http, port);
  };
  return Object.assign(held, { url: `http://127.0.0.1:${port}${held.path}`, close, restart });
}

class Held {
  readonly user = 'reader';
  readonly password = 'battery & staple';
  readonly items: HeldItem[] = [];
  readonly feeds: HeldFeed[] = [];
  readonly requests: string[] = [];
  readonly headers: IncomingHttpHeaders[] = [];
  readonly faults: ReaderFaults = {
    forgetsMarks: false,
    isOff: false,
    dropsHeader: false,
    status: null,
    body: null,
    losesAnswers: false,
  };
  readonly clock = { now: () => Date.now() };
  readonly path: string;
  readonly #dialect: ReaderDialect;
  readonly #read: (url: string) => Promise<ServedFeed | null>;
  #secret = randomBytes(8).toString('hex');
  #lastId = 0n;
  #lastFeed = 0;

  constructor(dialect: ReaderDialect, read: (url: string) => Promise<ServedFeed | null>) {
    this.#dialect = dialect;
    this.#read = read;
    this.path = dialect === 'freshrss' ? '/api/greader.php' : '';
  }

  expire(): void {
    this.#secret = randomBytes(8).toString('hex');
  }

  async poll(): Promise<void> {
    for (const feed of this.feeds) await this.#fill(feed);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://server.invalid');
    const form = new URLSearchParams(await bodyOf(request));
    const path = url.pathname.startsWith(this.path) ? url.pathname.slice(this.path.length) : '';
    this.requests.push(`${request.method} ${path}`);
    this.headers.push(request.headers);
    const { status, body, headers } = await this.#route(request, path, url.searchParams, form);
    if (this.faults.losesAnswers) return void response.destroy();
    response.writeHead(this.faults.status ?? status, headers);
    response.end(this.faults.body !== null && !path.startsWith('/accounts') ? this.faults.body : body);
  }

  async #route(
    request: IncomingMessage,
    path: string,
    query: URLSearchParams,
    form: URLSearchParams,
  ): Promise<Reply> {
    if (this.faults.isOff)
      return this.#isPhp()
        ? reply(503, 'Service Unavailable!')
        : json(401, { error_message: 'access unauthorized' });
    if (path === '/accounts/ClientLogin' && request.method === 'POST') return this.#logIn(form);
    const isApi = path.startsWith('/reader/api/0/');
    if (this.#isPhp() && path === '/check/compatibility')
      return reply(200, this.#hears(request, form) ? 'PASS' : 'FAIL getallheaders');
    if (!isApi) return this.#isPhp() && path !== '' ? reply(400, 'Bad Request!') : html(404);
    if (!this.#hears(request, form)) return this.#unauthorized();
    const asked = this.#isPhp() ? firstFields(form) : form;
    switch (`${request.method} ${path.slice('/reader/api/0/'.length)}`) {
      case 'GET token':
        return reply(200, this.#changeToken());
      case 'GET subscription/list':
        return json(200, { subscriptions: this.feeds.map((feed) => this.#subscription(feed)) });
      case 'GET stream/items/ids':
        return this.#ids(query);
      case 'POST stream/items/contents':
        return this.#contents(asked);
      case 'POST edit-tag':
        return this.#edit(asked);
      case 'POST subscription/edit':
        return this.#subscriptionEdit(asked);
      default:
        return this.#isPhp() ? reply(400, 'Bad Request!') : reply(200, '[]');
    }
  }

  #isPhp(): boolean {
    return this.#dialect === 'freshrss';
  }

  #token(): string {
    return `${this.user}/${createHash('sha1')
      .update(this.#secret + this.password)
      .digest('hex')}`;
  }

  /** Of its own in one dialect, the same in the other. */
  #changeToken(): string {
    const own = createHash('sha1').update(`change${this.#secret}`).digest('hex');
    return this.#isPhp() ? own.padEnd(57, 'Z') : this.#token();
  }

  #logIn(form: URLSearchParams): Reply {
    if (form.get('Email') !== this.user || form.get('Passwd') !== this.password) {
      return this.#isPhp() ? this.#unauthorized() : json(401, { error_message: 'access unauthorized' });
    }
    const token = this.#token();
    if (form.get('output') === 'json') return json(200, { SID: token, LSID: token, Auth: token });
    return reply(200, `SID=${token}\nLSID=null\nAuth=${token}\n`);
  }

  /** By the header; in the other dialect a POST is heard by its field alone. */
  #hears(request: IncomingMessage, form: URLSearchParams): boolean {
    const header = this.faults.dropsHeader ? undefined : request.headers.authorization;
    if (!this.#isPhp() && request.method === 'POST') return form.get('T') === this.#token();
    if (header !== `GoogleLogin auth=${this.#token()}`) return false;
    return !this.#isPhp() || request.method === 'GET' || form.get('T') === this.#changeToken();
  }

  #unauthorized(): Reply {
    const name = this.#isPhp() ? 'Google-Bad-Token' : 'X-Reader-Google-Bad-Token';
    return {
      status: 401,
      body: this.#isPhp() ? 'Unauthorized!' : 'Unauthorized',
      headers: { [name]: 'true' },
    };
  }

  #subscription({ id, url, title, siteUrl, folder }: HeldFeed): object {
    const user = this.#isPhp() ? '-' : '7';
    const categories = [{ id: `user/${user}/label/${folder}`, label: folder, type: 'folder' }];
    const name = this.#isPhp() ? wideName(title) : title;
    return { id: `feed/${id}`, title: name, url, htmlUrl: siteUrl, categories, iconUrl: '' };
  }

  /** Newest first. FreshRSS goes on behind the last id, Miniflux at an offset: both lose what moves between two pages. */
  #ids(query: URLSearchParams): Reply {
    const asked = Number(query.get('n') ?? 0) || 20;
    const n = this.#isPhp() ? asked : Math.min(asked, MOST_IDS);
    const stream = query.get('s') ?? '';
    const isKnown = /reading-list$|starred$|\/read$|^feed\/\d+$/.test(stream);
    if (!this.#isPhp() && !isKnown) return json(500, { error_message: 'unknown stream' });
    const rows = this.items
      .filter((item) => this.#isIn(item, stream))
      .filter((item) => !(query.get('xt')?.endsWith(READ) && item.read))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    const c = query.get('c');
    const from = c === null ? 0 : this.#isPhp() ? rows.findIndex(({ id }) => id < BigInt(c)) : Number(c);
    const page = from < 0 ? [] : rows.slice(from, from + n);
    const next = this.#isPhp() ? page.at(-1)?.id.toString() : String(from + n);
    const isMore = this.#isPhp() ? page.length === n : from + n < rows.length;
    const itemRefs = page.map(({ id }) => ({ id: id.toString() }));
    return json(200, { itemRefs, ...(isMore && { continuation: next }) });
  }

  #isIn(item: HeldItem, stream: string): boolean {
    if (stream.endsWith(STARRED)) return item.saved;
    if (stream.startsWith('feed/')) return `feed/${item.feed}` === stream;
    // Any other stream silently means everything, where it does not mean what was read.
    return !this.#isPhp() && stream.endsWith(READ) ? item.read : true;
  }

  #contents(form: URLSearchParams): Reply {
    const wanted = new Set(form.getAll('i').map((id) => this.#idOf(id)));
    const items = this.items.filter(({ id }) => wanted.has(id)).map((item) => this.#written(item));
    return json(200, { id: 'user/-/state/com.google/reading-list', updated: 0, items });
  }

  #written(item: HeldItem): object {
    const user = this.#isPhp() ? '-' : '7';
    const states = [...(item.read ? [READ] : []), ...(item.saved ? [STARRED] : [])];
    return {
      id: LONG + item.id.toString(16).padStart(16, '0'),
      crawlTimeMsec: String(item.arrivedAt),
      timestampUsec: `${item.arrivedAt}000`,
      published: Math.floor(item.at / 1000),
      title: this.#isPhp() ? wide(item.title) : item.title,
      canonical: [{ href: item.link }],
      alternate: [{ href: item.link }],
      categories: ['com.google/reading-list', ...states].map((state) => `user/${user}/state/${state}`),
      origin: { streamId: `feed/${item.feed}`, title: '' },
      summary: { content: item.html },
    };
  }

  #idOf(text: string): bigint {
    if (text.startsWith(LONG)) return BigInt(`0x${text.slice(LONG.length)}`);
    // Whatever has sixteen characters is read as hexadecimal by one of them, decimal or not.
    if (!this.#isPhp() && text.length === 16) return /^[0-9a-f]+$/.test(text) ? BigInt(`0x${text}`) : -1n;
    return /^\d+$/.test(text) ? BigInt(text) : -1n;
  }

  #edit(form: URLSearchParams): Reply {
    const ids = new Set(form.getAll('i').map((id) => this.#idOf(id)));
    if (!this.#isPhp() && ids.size === 0) return json(500, { error_message: 'no items' });
    for (const item of this.faults.forgetsMarks ? [] : this.items) {
      if (!ids.has(item.id)) continue;
      for (const [name, on] of [
        ['a', true],
        ['r', false],
      ] as const) {
        if (form.getAll(name).some((tag) => tag.endsWith(READ))) item.read = on;
        if (form.getAll(name).some((tag) => tag.endsWith(STARRED))) item.saved = on;
      }
    }
    return reply(200, 'OK');
  }

  async #subscriptionEdit(form: URLSearchParams): Promise<Reply> {
    const stream = form.get('s') ?? '';
    const refused = this.#isPhp() ? reply(400, 'Bad Request!') : json(500, { error_message: 'refused' });
    const folder = /\/label\/(.+)$/.exec(form.get('a') ?? '')?.[1] ?? null;
    const title = form.get('t');
    if (form.get('ac') === 'subscribe') {
      const done = await this.#subscribe(stream.slice('feed/'.length), title, folder ?? UNFILED);
      return done ? reply(200, 'OK') : refused;
    }
    const feed = this.feeds.find(({ id }) => `feed/${id}` === stream);
    if (!feed) return refused;
    if (form.get('ac') === 'unsubscribe') {
      this.feeds.splice(this.feeds.indexOf(feed), 1);
      this.items.splice(0, this.items.length, ...this.items.filter((item) => item.feed !== feed.id));
    } else {
      feed.title = title ?? feed.title;
      // One server knows a folder for what lies in none, the other leaves it where it was.
      const left = this.#isPhp() && form.has('r') ? UNFILED : feed.folder;
      feed.folder = folder ?? left;
    }
    return reply(200, 'OK');
  }

  async #subscribe(url: string, title: string | null, folder: string): Promise<boolean> {
    if (this.feeds.some((feed) => feed.url === url)) return false;
    const read = await this.#read(url);
    if (read === null) return false;
    this.#lastFeed += 1;
    const feed = { id: this.#lastFeed, url, title: title ?? read.title, siteUrl: read.siteUrl, folder };
    this.feeds.push(feed);
    await this.#fill(feed);
    return true;
  }

  async #fill(feed: HeldFeed): Promise<void> {
    const read = await this.#read(feed.url);
    const byLink = new Map(
      this.items.filter((item) => item.feed === feed.id).map((item) => [item.link, item]),
    );
    for (const { link, title, html: body, at } of read?.items ?? []) {
      const known = byLink.get(link);
      if (known) Object.assign(known, { title, html: body });
      else
        this.items.push({
          id: this.#nextId(),
          feed: feed.id,
          link,
          title,
          html: body,
          at,
          arrivedAt: this.clock.now(),
          read: false,
          saved: false,
        });
    }
  }

  /** Microseconds of arrival, or numbers in a row. */
  #nextId(): bigint {
    const now = this.#isPhp() ? BigInt(this.clock.now()) * 1000n : 0n;
    this.#lastId = now > this.#lastId ? now : this.#lastId + 1n;
    return this.#lastId;
  }
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

function reply(status: number, body: string): Reply {
  return { status, body, headers: { 'content-type': 'text/plain; charset=utf-8' } };
}

function json(status: number, value: object): Reply {
  return { status, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
}

function html(status: number): Reply {
  return { status, body: '<!doctype html><title>Not here</title>', headers: { 'content-type': 'text/html' } };
}

function wide(title: string): string {
  return title.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');
}

/** In names of sources it widens more of them. */
function wideName(name: string): string {
  return wide(name).replace(/["^?\\/,;]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
}

function firstFields(form: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...form].slice(0, MOST_FIELDS));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
