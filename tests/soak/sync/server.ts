/** The feed server of a soak: the newsroom's, or a real FreshRSS where there is one. */

import { ReaderClient } from '../../../utils/account/client.ts';
import { findServer } from '../../../utils/account/find-server.ts';
import { askServer } from '../../../utils/net/ask-server.ts';
import { startReaderServer } from '../../newsroom/reader-server.ts';
import { type FeedHost, readFeed, startFeedHost } from '../../unit/account/feed-host.ts';
import { startFreshRss } from '../../unit/account/freshrss-server.ts';

/** What a server's own database holds of an article. */
export interface Truth {
  readonly link: string;
  readonly read: boolean;
  readonly saved: boolean;
}

export interface SoakServer {
  /** As the last line of a soak has it. */
  readonly name: string;
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Has it read all feeds now. */
  poll(): Promise<void>;
  /** Asked of its own database. */
  marks(): Promise<readonly Truth[]>;
  restart(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** A server by name; of FreshRSS the reason where there is none. The newsroom's speaks one dialect or the other, by the seed. */
export async function startServer(name: 'newsroom' | 'freshrss', seed: number): Promise<SoakServer | string> {
  if (name === 'freshrss') {
    const server = await startFreshRss();
    return typeof server === 'string' ? server : { ...server, name: `freshrss ${server.version}` };
  }
  const server = await startReaderServer(seed % 2 === 0 ? 'miniflux' : 'freshrss', readFeed);
  const marks = async () => server.items.map(({ link, read, saved }) => ({ link, read, saved }));
  return Object.assign(server, { name, marks });
}

/** Articles that are published one by one in a feed that the server follows. */
export class Publisher {
  readonly #host: FeedHost;
  readonly #server: SoakServer;
  readonly links: string[] = [];

  private constructor(host: FeedHost, server: SoakServer) {
    this.#host = host;
    this.#server = server;
  }

  static async start(server: SoakServer, first: number): Promise<Publisher> {
    const publisher = new Publisher(await startFeedHost(), server);
    publisher.#serve(first);
    const send = (request: Parameters<typeof askServer>[0]) => askServer(request, Date.now());
    const found = await findServer(send, server.url, server);
    if (!found.ok) throw new Error(`the server does not let the soak in: ${found.problem.code}`);
    const done = await new ReaderClient(send, found.value.access).subscribe(
      publisher.#host.url('soak'),
      '',
      'Papers',
    );
    if (!done.ok) throw new Error(`the server does not follow the feed of the soak: ${done.problem.code}`);
    return publisher;
  }

  async publish(count: number): Promise<void> {
    this.#serve(count);
    await this.#server.poll();
  }

  close(): Promise<void> {
    return this.#host.close();
  }

  #serve(more: number): void {
    for (let n = 0; n < more; n++) this.links.push(`https://soak.example/articles/${this.links.length + 1}`);
    const items = this.links.map((link, n) => ({
      link,
      title: titleOf(n),
      html: `<p>${titleOf(n)}</p>`,
      at: Date.now() - 1_000,
    }));
    this.#host.feeds.set('soak', { title: 'Soak', siteUrl: 'https://soak.example/', items });
  }
}

const SYLLABLES = ['ba', 'ko', 'ri', 'tel', 'mu', 'san', 'dro', 'vi', 'nel', 'pa', 'gor', 'lu', 'the', 'zim'];

/** Every fourth title is nearly that of the one before: both are one story; no two others have a word in common. */
function titleOf(n: number): string {
  const at = n % 4 === 3 ? n - 1 : n;
  const words = Array.from({ length: 6 }, (_, word) => wordOf(at * 6 + word));
  if (at !== n) words.push('again');
  return words.join(' ');
}

function wordOf(number: number): string {
  const count = SYLLABLES.length;
  const places = [number, number / count, number / count ** 2, number / count ** 3];
  return places.map((place) => SYLLABLES[Math.floor(place + number) % count]).join('');
}
