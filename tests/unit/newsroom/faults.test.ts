import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Newsroom, startNewsroom } from '../../newsroom/index.ts';
import { ask, askForTunnel } from './ask.ts';

let newsroom: Newsroom;
let url: string;
let host: string;

beforeEach(async () => {
  newsroom = await startNewsroom();
  url = newsroom.outlets.find(({ scheme, format }) => scheme === 'http' && format === 'rss')?.feedUrl ?? '';
  host = new URL(url).hostname;
});

afterEach(() => newsroom.close());

describe('a scripted answer', () => {
  it('has the status, headers and body it states, until it is taken away', async () => {
    const mend = newsroom.script({ host }, { status: 503, headers: { 'retry-after': '120' }, body: 'busy' });
    const faulty = await ask(newsroom, url);
    expect([faulty.status, faulty.headers['retry-after'], faulty.text]).toEqual([503, '120', 'busy']);
    mend();
    expect((await ask(newsroom, url)).status).toBe(200);
  });

  it('leads elsewhere', async () => {
    newsroom.script({ url }, { redirect: 'https://elsewhere.example/rss' });
    const answer = await ask(newsroom, url);
    expect([answer.status, answer.headers.location]).toEqual([302, 'https://elsewhere.example/rss']);
  });

  it('breaks off in mid-body, and drops the connection', async () => {
    newsroom.script({ host }, [{ truncateAt: 100 }, { drop: true }]);
    await expect(ask(newsroom, url)).rejects.toThrow();
    await expect(ask(newsroom, url)).rejects.toThrow();
    expect((await ask(newsroom, url)).status).toBe(200);
  });

  it('is given as often as it states, and the next one after it', async () => {
    newsroom.script({ host }, [{ status: 500, times: 2 }, { status: 404 }]);
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await ask(newsroom, url)).status);
    expect(statuses).toEqual([500, 500, 404, 200]);
  });

  it('can be found at the time of the request', async () => {
    newsroom.script({ host }, ({ headers }) => (headers['x-fault'] ? { status: 418 } : undefined));
    expect((await ask(newsroom, url)).status).toBe(200);
    expect((await ask(newsroom, url, { 'x-fault': '1' })).status).toBe(418);
  });

  it('comes late, and stalls after some bytes', async () => {
    newsroom.script({ host }, [{ delayMs: 30 }, { stallAfterBytes: 50 }]);
    expect((await ask(newsroom, url)).status).toBe(200);
    const stalled = ask(newsroom, url);
    const outcome = await Promise.race([stalled.then(String, String), askUntilLogged(2)]);
    expect(outcome).toBe('asked');
    const broken = expect(stalled).rejects.toThrow();
    await newsroom.close();
    await broken;
  });
});

/** Resolves once the newsroom has logged so many requests and turned to the next thing. */
async function askUntilLogged(count: number): Promise<'asked'> {
  await expect.poll(() => newsroom.log.length).toBeGreaterThanOrEqual(count);
  return 'asked';
}

describe('the way out', () => {
  it('is open to invented hosts alone: every other is refused and logged', async () => {
    expect(await askForTunnel(newsroom, 'brussels-ledger.example:443')).toBe(200);
    expect(await askForTunnel(newsroom, 'collector.invalid:443')).toBe(502);
    expect((await ask(newsroom, 'http://collector.invalid/x')).status).toBeGreaterThanOrEqual(400);
    expect(newsroom.log.map((request) => request.host)).toEqual(
      expect.arrayContaining(['collector.invalid']),
    );
  });

  it('is logged with what was asked and sent', async () => {
    await ask(newsroom, url, { 'user-agent': 'test' });
    expect(newsroom.log.at(-1)).toMatchObject({ method: 'GET', host, url, status: 200, tls: false });
    expect(newsroom.log.at(-1)?.headers['user-agent']).toBe('test');
  });
});
