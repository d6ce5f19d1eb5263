import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Newsroom, startNewsroom } from '../../newsroom/index.ts';
import { ask, askForHeaders } from './ask.ts';
import { outletOf } from './read.ts';

let newsroom: Newsroom;
let url: string;
let host: string;

beforeEach(async () => {
  newsroom = await startNewsroom();
  ({ feedUrl: url, host } = outletOf(newsroom, 'harbour'));
});

afterEach(() => newsroom.close());

const status = async (at = url): Promise<number> => (await ask(newsroom, at)).status;

describe('a scripted answer', () => {
  it('has the status, headers and body it states, until it is taken away', async () => {
    const mend = newsroom.script({ host }, { status: 503, headers: { 'Retry-After': '120' }, body: 'busy' });
    const faulty = await ask(newsroom, url);
    expect([faulty.status, faulty.headers['retry-after'], faulty.text]).toEqual([503, '120', 'busy']);
    mend();
    expect(await status()).toBe(200);
  });

  it('adds headers to the ordinary answer and takes others away', async () => {
    const before = await ask(newsroom, url);
    newsroom.script({ url }, { headers: { 'cache-control': 'no-store', etag: null } });
    const { headers, bytes } = await ask(newsroom, url);
    expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined]);
    expect(bytes.equals(before.bytes)).toBe(true);
  });

  it('leads elsewhere, for a while or for good', async () => {
    newsroom.script({ url }, [
      { redirect: 'https://a.example/' },
      { status: 308, redirect: 'https://b.example/' },
    ]);
    const answers = [await ask(newsroom, url), await ask(newsroom, url)];
    expect(answers.map((each) => [each.status, each.headers.location])).toEqual([
      [302, 'https://a.example/'],
      [308, 'https://b.example/'],
    ]);
  });

  it('comes no sooner than it states', async () => {
    newsroom.script({ url }, { delayMs: 40 });
    const asked = performance.now();
    expect(await status()).toBe(200);
    expect(performance.now() - asked).toBeGreaterThanOrEqual(39);
  });

  it('comes drop by drop over the time it states', async () => {
    newsroom.script({ url }, { body: 'x'.repeat(100), spreadMs: 40 });
    const asked = performance.now();
    expect((await ask(newsroom, url)).text).toHaveLength(100);
    expect(performance.now() - asked).toBeGreaterThanOrEqual(39);
  });

  it('stalls after some bytes, and the connection stays open', async () => {
    newsroom.script({ url }, { stallAfterBytes: 50 });
    const response = await askForHeaders(newsroom, url);
    expect(Number(response.headers['content-length'])).toBeGreaterThan(50);
    const received = await new Promise<number>((resolve) => {
      let count = 0;
      response.on('data', (chunk: Buffer) => {
        count += chunk.length;
        if (count >= 50) resolve(count);
      });
    });
    expect(received).toBe(50);
    expect([response.complete, newsroom.log.at(-1)?.finishedAt]).toEqual([false, null]);
    const broken = new Promise((resolve) => response.once('error', resolve));
    await newsroom.close();
    expect(await broken).toBeInstanceOf(Error);
  });

  it.each([false, true])('breaks off after some bytes of its body (chunked: %s)', async (chunked) => {
    newsroom.script({ url }, { truncateAt: 100, chunked });
    const response = await askForHeaders(newsroom, url);
    expect([response.statusCode, 'content-length' in response.headers]).toEqual([200, !chunked]);
    let count = 0;
    response.on('data', (chunk: Buffer) => {
      count += chunk.length;
    });
    await expect(buffer(response)).rejects.toThrow();
    expect([count, response.complete]).toEqual([100, false]);
  });

  it('drops the connection without a word', async () => {
    newsroom.script({ url }, { drop: true });
    await expect(askForHeaders(newsroom, url)).rejects.toThrow('socket hang up');
    expect(newsroom.log.at(-1)).toMatchObject({ url, status: 0 });
  });

  it('is given as often as it states, and the next one after it', async () => {
    newsroom.script({ host }, [{ status: 500, times: 2 }, { status: 404 }]);
    expect([await status(), await status(), await status(), await status()]).toEqual([500, 500, 404, 200]);
  });

  it('can be found at the time of the request', async () => {
    newsroom.script({ host }, ({ headers }) => (headers['x-fault'] ? { status: 418 } : undefined));
    expect(await status()).toBe(200);
    expect((await ask(newsroom, url, { 'x-fault': '1' })).status).toBe(418);
  });
});

describe('the match of a script', () => {
  it('needs all it states: host, path, address, method; as text or as a pattern', async () => {
    newsroom.script({ host, path: '/rss' }, { status: 501 });
    newsroom.script({ url: /\/story\?id=/ }, { status: 502 });
    newsroom.script({ host: /^harbour/, method: 'HEAD' }, { status: 503 });
    const other = outletOf(newsroom, 'touchline');
    expect(await status(`http://${host}/rss?page=2`)).toBe(501);
    expect(await status(`http://${host}/story?id=1`)).toBe(502);
    expect((await ask(newsroom, url, {}, 'HEAD')).status).toBe(503);
    expect(await status(`http://${host}/`)).toBe(200);
    expect(await status(other.feedUrl)).toBe(200);
  });

  it('gives a newer script the first say', async () => {
    newsroom.script({ host }, { status: 500 });
    newsroom.script({ url }, [{ status: 501 }]);
    expect([await status(), await status()]).toEqual([501, 500]);
  });

  it('can answer for a host that no outlet has', async () => {
    newsroom.script({ host: 'elsewhere.example' }, { body: 'here' });
    expect((await ask(newsroom, 'http://elsewhere.example/x')).text).toBe('here');
  });
});
