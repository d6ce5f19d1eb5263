/** Feeds on loopback for feed servers to read, and to be changed between two readings. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseFeed } from '../../../utils/feed/index.ts';
import type { ServedFeed } from '../../newsroom/reader-server.ts';

export interface FeedHost {
  readonly url: (name: string) => string;
  readonly feeds: Map<string, ServedFeed>;
  close(): Promise<void>;
}

export async function startFeedHost(): Promise<FeedHost> {
  const feeds = new Map<string, ServedFeed>();
  const server = createServer((request, response) => {
    const feed = feeds.get((request.url ?? '/').slice(1));
    response.writeHead(feed ? 200 : 404, {
      'content-type': feed ? 'application/rss+xml; charset=utf-8' : 'text/html',
    });
    response.end(feed ? rssOf(feed) : '<!doctype html><title>Nothing</title><p>No feed.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (name) => `http://127.0.0.1:${port}/${name}`,
    feeds,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Reads a feed as Lede itself does. */
export async function readFeed(url: string): Promise<ServedFeed | null> {
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const parsed = parseFeed({ bytes, url, contentType: response.headers.get('content-type') });
  if (!parsed.ok) return null;
  const items = parsed.value.items.map((item) => ({
    link: item.url ?? '',
    title: item.title,
    html: item.content ?? item.summary ?? '',
    at: item.published?.at ?? 0,
  }));
  return { title: parsed.value.title, siteUrl: parsed.value.siteUrl ?? '', items };
}

function rssOf({ title, siteUrl, items }: ServedFeed): string {
  const rows = items.map(
    (item) =>
      `<item><title>${escaped(item.title)}</title><link>${escaped(item.link)}</link><guid>${escaped(item.link)}</guid><description>${escaped(item.html)}</description><pubDate>${new Date(item.at).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${escaped(title)}</title><link>${escaped(siteUrl)}</link><description>d</description>${rows.join('')}</channel></rss>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
