/** A feed server with an account that follows two feeds, as the end-to-end tests look at one. */
import type { IncomingHttpHeaders } from 'node:http';
import { ReaderClient } from '../../utils/account/client.ts';
import { findServer } from '../../utils/account/find-server.ts';
import type { Send } from '../../utils/account/wire.ts';
import type { Result } from '../../utils/model/problem.ts';
import { askServer } from '../../utils/net/ask-server.ts';
import {
  type ReaderDialect,
  type ReaderFaults,
  type ServedFeed,
  startReaderServer,
} from '../newsroom/reader-server.ts';
import { startFeedHost } from '../unit/account/feed-host.ts';

/** What a server's own database holds of an article. */
export interface Held {
  readonly link: string;
  readonly read: boolean;
  readonly saved: boolean;
}

/** A server, whoever made it. */
export interface AnyServer {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  marks(): Promise<readonly Held[]>;
  /** Answers nobody until `meanwhile` is done. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** A request as a server saw it. */
export interface Seen {
  /** As `POST /reader/api/0/edit-tag`. */
  readonly request: string;
  readonly headers: IncomingHttpHeaders;
}

export interface AccountServer extends AnyServer {
  /** Titles by their links. */
  readonly titles: ReadonlyMap<string, string>;
  /** Requests so far, where it tells. */
  readonly asked: () => number;
  /** The same requests themselves. */
  readonly log: () => readonly Seen[];
  /** Has it follow one feed more, with so many articles. */
  add(count: number): Promise<void>;
  /** Marks an article there, as another client of the reader's does. */
  mark(link: string, field: 'read' | 'saved'): Promise<void>;
}

/** The newsroom's server, of which a test decides what it reads and how it fails. */
export interface OwnServer extends AccountServer {
  readonly faults: ReaderFaults;
  /** What it reads at an address. */
  serve(url: string, served: ServedFeed): void;
  /** Has it follow what it reads there, under a name and in a folder. */
  follow(url: string, title: string, folder: string): Promise<void>;
  /** The addresses that it follows. */
  follows(): readonly string[];
}

const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  courier: [
    'Harbour bridge opens two months early',
    'Grid operator asks households to save power',
    'Museum gets a lost painting back',
  ],
  globe: [
    'Chess final will be played in the old town hall',
    'Ferry returns to service after winter',
    'Tram drivers and city agree on new hours',
  ],
};

/** The newsroom's server. */
export async function newsroomServer(dialect: ReaderDialect): Promise<OwnServer> {
  const press = new Map<string, ServedFeed>();
  const server = await startReaderServer(dialect, async (url) => press.get(url) ?? null);
  const marks = async () => server.items.map(({ link, read, saved }) => ({ link, read, saved }));
  const publish = (name: string, served: ServedFeed): string => {
    press.set(`https://${name}.example/rss`, served);
    return `https://${name}.example/rss`;
  };
  const account = await withAccount({ ...server, marks, url: server.url }, publish, () =>
    server.requests.map((request, at) => ({ request, headers: server.headers[at] ?? {} })),
  );
  const follow: OwnServer['follow'] = async (url, title, folder) => {
    const client = await clientOf(server);
    void value(await client.subscribe(url, title, folder));
  };
  return {
    ...account,
    faults: server.faults,
    serve: (url, served) => void press.set(url, served),
    follow,
    follows: () => server.feeds.map(({ url }) => url),
  };
}

/** A server that asks its feeds itself. */
export async function serverOverPress(server: AnyServer): Promise<AccountServer> {
  const host = await startFeedHost();
  const close = async (): Promise<void> => {
    await server.close();
    await host.close();
  };
  const publish = (name: string, served: ServedFeed): string => {
    host.feeds.set(name, served);
    return host.url(name);
  };
  return withAccount({ ...server, close }, publish, () => []);
}

async function withAccount(
  server: AnyServer,
  publish: (name: string, served: ServedFeed) => string,
  seen: () => readonly Seen[],
): Promise<AccountServer> {
  const client = await clientOf(server);
  const follow = async (name: string, titles: readonly string[]): Promise<void> =>
    void value(await client.subscribe(publish(name, feed(name, titles)), '', 'Papers'));
  for (const [name, titles] of Object.entries(SUBJECTS)) await follow(name, titles);
  const before = seen().length;
  return {
    ...server,
    titles: new Map(
      Object.entries(SUBJECTS).flatMap(([name, titles]) =>
        feed(name, titles).items.map(({ link, title }) => [link, title] as const),
      ),
    ),
    add: (count) =>
      follow(
        'wire',
        Array.from({ length: count }, (_, n) => `Dispatch number ${n}`),
      ),
    asked: () => seen().length - before,
    log: () => seen().slice(before),
    async mark(link, field) {
      const items = value(await client.contents([...value(await client.newest()).ids]));
      const ids = items.filter(({ url }) => url === link).map(({ id }) => id);
      value(await client.mark(ids, field, true));
    },
  };
}

/** Another client of the reader's. */
async function clientOf(server: Pick<AnyServer, 'url' | 'user' | 'password'>): Promise<ReaderClient> {
  const send: Send = (request) => askServer(request, Date.now());
  return new ReaderClient(send, value(await findServer(send, server.url, server)).access);
}

/** Articles of the last hours. */
function feed(name: string, titles: readonly string[]): ServedFeed {
  return {
    title: `The ${name}`,
    siteUrl: `https://${name}.example/`,
    items: titles.map((title, n) => ({
      link: `https://${name}.example/${n}`,
      title,
      html: `<p>${title}, as ${name} reports.</p>`,
      at: Date.now() - (n + 1) * 60_000,
    })),
  };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}
