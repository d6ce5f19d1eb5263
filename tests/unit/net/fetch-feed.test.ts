import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_VALIDATORS } from '../../../utils/model/feed.ts';
import { type FeedRequest, fetchFeed as fetchWith, MAX_BODY_BYTES } from '../../../utils/net/fetch-feed.ts';
import { HEADERS_TIMEOUT_MS, TOTAL_TIMEOUT_MS } from '../../../utils/net/time-limit.ts';

const everywhere = async (): Promise<null> => null;
const fetchFeed = (request: FeedRequest, now: number) => fetchWith(request, now, everywhere);

const NOW = Date.UTC(2026, 2, 1, 12);

let server: Server;
let url: string;
let respond: Parameters<typeof createServer>[1];
let lastHeaders: NodeJS.Dict<string | string[]>;

beforeEach(async () => {
  server = createServer((request, response) => {
    lastHeaders = request.headers;
    respond?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rss`;
});

afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

describe('asking for a feed', () => {
  it('gives the bytes with their validators, verbatim', async () => {
    respond = (_request, response) => {
      response.writeHead(200, { etag: 'W/"x"', 'last-modified': 'yesterday', 'content-type': 'text/xml' });
      response.end('<rss/>');
    };
    const answer = await fetchFeed({ url, validators: NO_VALIDATORS }, NOW);
    expect(answer).toMatchObject({
      kind: 'document',
      whole: true,
      validators: { etag: 'W/"x"', lastModified: 'yesterday' },
      document: { contentType: 'text/xml', url },
    });
    expect(lastHeaders).not.toHaveProperty('if-none-match');
    expect(lastHeaders).not.toHaveProperty('cookie');
    expect(lastHeaders).not.toHaveProperty('referer');
  });

  it('sends validators back as they came, and takes 304 for unchanged', async () => {
    respond = (_request, response) => response.writeHead(304).end();
    const validators = { etag: 'W/"x"', lastModified: 'yesterday' };
    expect(await fetchFeed({ url, validators }, NOW)).toMatchObject({ kind: 'unchanged' });
    expect(lastHeaders).toMatchObject({ 'if-none-match': 'W/"x"', 'if-modified-since': 'yesterday' });
  });

  it.each([
    ['120', 120_000],
    ['Sun, 01 Mar 2026 13:00:00 GMT', 3_600_000],
    ['99999999', 7 * 24 * 3_600_000],
    ['soon', null],
  ])('gives the status, and how long to wait for Retry-After: %s', async (header, wait) => {
    respond = (_request, response) => response.writeHead(503, { 'retry-after': header }).end('busy');
    expect(await fetchFeed({ url, validators: NO_VALIDATORS }, NOW)).toMatchObject({
      kind: 'failed',
      problem: { code: 'http', status: 503 },
      retryAfterMs: wait,
    });
  });

  it('keeps what came before a connection broke off, and says that it is not whole', async () => {
    respond = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<rss>half', () => setImmediate(() => response.destroy()));
    };
    const answer = await fetchFeed({ url, validators: NO_VALIDATORS }, NOW);
    expect(answer).toMatchObject({ kind: 'document', whole: false });
  });

  it('reads nothing of an answer that a redirect brings from where it may not read', async () => {
    respond = (request, response) => {
      if (request.url === '/rss') response.writeHead(302, { location: '/elsewhere' }).end();
      else response.end('<rss/>');
    };
    const validators = NO_VALIDATORS;
    const allowed = await fetchWith({ url, validators }, NOW, everywhere);
    expect(allowed).toMatchObject({ kind: 'document', document: { url: url.replace('/rss', '/elsewhere') } });
    const refused = await fetchWith({ url, validators }, NOW, async (address) =>
      address.endsWith('/elsewhere') ? { code: 'no-permission' } : null,
    );
    expect(refused).toMatchObject({
      kind: 'failed',
      problem: { code: 'no-permission', host: '127.0.0.1' },
    });
  });

  it('reads a body that is too large up to the limit, and says so', async () => {
    respond = (_request, response) => response.end(Buffer.alloc(MAX_BODY_BYTES + 1));
    const answer = await fetchFeed({ url, validators: NO_VALIDATORS }, NOW);
    expect(answer).toMatchObject({ kind: 'document', whole: false, isTooLarge: true });
    expect(answer.kind === 'document' && answer.document.bytes.length).toBe(MAX_BODY_BYTES);
  });

  it('says unreachable where nobody listens', async () => {
    server.close();
    const answer = await fetchFeed({ url: 'http://127.0.0.1:1/rss', validators: NO_VALIDATORS }, NOW);
    expect(answer).toMatchObject({ kind: 'failed', problem: { code: 'unreachable' } });
  });

  it('gives up on a server that sends no headers, and on one whose body never ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const arrived = new Promise<void>((resolve) => {
      respond = () => resolve();
    });
    const silent = fetchFeed({ url, validators: NO_VALIDATORS }, NOW);
    await arrived;
    vi.advanceTimersByTime(HEADERS_TIMEOUT_MS);
    expect(await silent).toMatchObject({ problem: { code: 'timeout' } });

    const begun = new Promise<void>((resolve) => {
      respond = (_request, response) => {
        response.writeHead(200);
        response.write('<rss>', () => resolve());
      };
    });
    const endless = fetchFeed({ url, validators: NO_VALIDATORS }, NOW);
    await begun;
    vi.advanceTimersByTime(TOTAL_TIMEOUT_MS);
    expect(await endless).toMatchObject({ problem: { code: 'timeout' } });
  });
});
