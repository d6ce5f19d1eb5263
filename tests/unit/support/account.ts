/** A world with a feed server of the newsroom, and an account on it. */
import { createHandlers } from '../../../utils/app/handlers.ts';
import type { Article } from '../../../utils/model/article.ts';
import type { Result } from '../../../utils/model/problem.ts';
import type { Handlers } from '../../../utils/protocol/server.ts';
import {
  type ReaderDialect,
  type ReaderServer,
  type ServedFeed,
  startReaderServer,
} from '../../newsroom/reader-server.ts';
import { createWorldOfArticles, type World } from './world.ts';

export interface AccountWorld {
  readonly world: World;
  readonly server: ReaderServer;
  /** What publishers serve to the server, by address. */
  readonly feeds: Map<string, ServedFeed>;
  readonly handlers: Handlers;
  /** Has a publisher serve articles, the newest last, and the server follow it where it does not yet. */
  publish(url: string, items: readonly Partial<PublishedItem>[], folder?: string): Promise<void>;
  /** Adds the account, and waits for its first sync. */
  add(): Promise<void>;
  /** A sync that comes to its end without a problem. */
  sync(): Promise<void>;
  articles(): Promise<Article[]>;
  titles(): Promise<string[]>;
  /** Requests since the last time this was asked. */
  requests(): string[];
}

type PublishedItem = ServedFeed['items'][number];

export async function createAccountWorld(dialect: ReaderDialect): Promise<AccountWorld> {
  const world = await createWorldOfArticles();
  const feeds = new Map<string, ServedFeed>();
  const server = await startReaderServer(dialect, async (url) => feeds.get(url) ?? null);
  server.clock.now = () => world.time;
  const handlers = createHandlers(world.deps);
  value(await handlers.confirmHost({ host: '127.0.0.1' }));
  const subscribing = await subscriber(server);
  let counted = 0;
  return {
    world,
    server,
    feeds,
    handlers,
    async publish(url, items, folder = 'Papers') {
      const titled = items.map((item, n) => published(url, item, n, world.time));
      const known = feeds.get(url)?.items ?? [];
      feeds.set(url, {
        title: new URL(url).hostname,
        siteUrl: new URL('/', url).href,
        items: [...known, ...titled],
      });
      if (server.feeds.some((feed) => feed.url === url)) await server.poll();
      else await subscribing(url, folder);
    },
    async add() {
      const { url, user, password } = server;
      value(await handlers.addAccount({ address: url, user, password }));
      value(await handlers.syncAccount({}));
    },
    sync: async () => void value(await handlers.syncAccount({})),
    articles: async () => (await world.database()).getAll('articles'),
    titles: async () => (await (await world.database()).getAll('articles')).map(({ title }) => title).sort(),
    requests() {
      const since = server.requests.slice(counted);
      counted = server.requests.length;
      return since;
    },
  };
}

function published(url: string, item: Partial<PublishedItem>, n: number, now: number): PublishedItem {
  const title = item.title ?? `Title ${n}`;
  const link = item.link ?? `${new URL(url).origin}/${encodeURIComponent(title)}`;
  return { title, link, html: item.html ?? '', at: item.at ?? now };
}

/** Subscribes on the server as another client of the reader's. */
async function subscriber(server: ReaderServer) {
  const { findServer } = await import('../../../utils/account/find-server.ts');
  const { ReaderClient } = await import('../../../utils/account/client.ts');
  const { askServer } = await import('../../../utils/net/ask-server.ts');
  const send = (request: Parameters<typeof askServer>[0]) => askServer(request, 0);
  return async (url: string, folder: string): Promise<void> => {
    const { access } = value(await findServer(send, server.url, server));
    value(await new ReaderClient(send, access).subscribe(url, '', folder));
  };
}

/** The value of a result, which must be one. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
