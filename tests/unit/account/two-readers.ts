/** A browser and another reader of one account on any feed server, over feeds that it reads: where contracts begin. */
import { ReaderClient } from '../../../utils/account/client.ts';
import { findServer } from '../../../utils/account/find-server.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import type { Article } from '../../../utils/model/article.ts';
import type { Handlers } from '../../../utils/protocol/server.ts';
import { createWorldOfArticles, type World } from '../support/world.ts';
import { type ServerUnderTest, send, value } from './contract.ts';
import { type FeedHost, startFeedHost } from './feed-host.ts';

export interface TwoReaders {
  readonly server: ServerUnderTest;
  readonly host: FeedHost;
  readonly world: World;
  readonly handlers: Handlers;
  /** Another reader of the same account, on another machine. */
  readonly other: ReaderClient;
  sync(): Promise<void>;
  articles(): Promise<Article[]>;
  /** The number of the article at an address, 0 where there is none. */
  articleAt(link: string): Promise<number>;
  /** Serves articles in a feed of this name, each a minute older than the one before. */
  serve(name: string, title: string, titles: readonly string[]): void;
  close(): Promise<void>;
}

/** Starts both, the account added and synced; `prepare` is done on the server before that. */
export async function twoReaders(
  start: () => Promise<ServerUnderTest>,
  prepare: (readers: Pick<TwoReaders, 'host' | 'other' | 'serve'>) => Promise<void>,
): Promise<TwoReaders> {
  const [server, host] = await Promise.all([start(), startFeedHost()]);
  const { url: address, user, password } = server;
  const world = await createWorldOfArticles();
  world.time = Date.now();
  const handlers = createHandlers(world.deps);
  const other = new ReaderClient(send, value(await findServer(send, address, server)).access);
  const serve: TwoReaders['serve'] = (name, title, titles) => {
    const siteUrl = `https://${name}.example/`;
    const now = Math.floor(Date.now() / 1000) * 1000;
    const items = titles.map((headline, n) => ({
      ...{ link: `${siteUrl}${n}`, title: headline },
      ...{ html: `<p>What the ${name} knows of ${n}</p>`, at: now - (n + 1) * 60_000 },
    }));
    host.feeds.set(name, { title, siteUrl, items });
  };
  const articles = async () => (await world.database()).getAll('articles');
  const sync = async (): Promise<void> => void value(await handlers.syncAccount({}));
  await prepare({ host, other, serve });
  value(await handlers.confirmHost({ host: '127.0.0.1' }));
  value(await handlers.addAccount({ address, user, password }));
  await sync();
  return {
    ...{ server, host, world, handlers, other, serve, sync, articles },
    articleAt: async (link) => (await articles()).find(({ url }) => url === link)?.id ?? 0,
    async close() {
      await server.close();
      await host.close();
    },
  };
}
