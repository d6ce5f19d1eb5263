import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumArgs, firefoxPrefs, type Newsroom, startNewsroom } from '../../newsroom/index.ts';
import { ask, askForTunnel, askHost, askThroughTunnel } from './ask.ts';
import { outletOf } from './read.ts';

let newsroom: Newsroom;

beforeEach(async () => {
  newsroom = await startNewsroom();
});

afterEach(() => newsroom.close());

describe('the plain port', () => {
  it('serves a fake host in the proxy form and by its Host header alike', async () => {
    const { host, feedUrl } = outletOf(newsroom, 'harbour');
    const proxied = await ask(newsroom, feedUrl);
    const direct = await askHost(newsroom, host, '/rss');
    expect([proxied.status, direct.status]).toEqual([200, 200]);
    expect(direct.bytes.equals(proxied.bytes)).toBe(true);
    expect(newsroom.log.map(({ url }) => url)).toEqual([feedUrl, feedUrl]);
  });

  it('leads a tunnel for a fake host to the TLS port', async () => {
    const { feedUrl } = outletOf(newsroom, 'ledger');
    expect((await askThroughTunnel(newsroom, feedUrl)).status).toBe(200);
    expect(newsroom.log).toMatchObject([{ method: 'GET', url: feedUrl, tls: true, status: 200 }]);
  });

  it('refuses every other host with 502, and logs that it was asked', async () => {
    expect((await ask(newsroom, 'http://collector.invalid/x')).status).toBe(502);
    expect((await askForTunnel(newsroom, 'collector.invalid:443')).status).toBe(502);
    expect((await askForTunnel(newsroom, 'brussels-ledger.example.invalid:443')).status).toBe(502);
    expect((await askForTunnel(newsroom, 'brussels-ledger.example:25')).status).toBe(502);
    expect(newsroom.log.map(({ method, host, status }) => `${method} ${host} ${status}`)).toEqual([
      'GET collector.invalid 502',
      'CONNECT collector.invalid 502',
      'CONNECT brussels-ledger.example.invalid 502',
      'CONNECT brussels-ledger.example 502',
    ]);
  });

  it('knows no outlet at an invented host of its own', async () => {
    expect((await ask(newsroom, 'http://nobody.example/rss')).status).toBe(404);
  });
});

describe('an outlet’s host', () => {
  it('moves askers for good to its scheme and its full name', async () => {
    const { headers, status } = await ask(newsroom, 'http://continental-post.example/section/world?a=1');
    expect([status, headers.location]).toEqual([
      301,
      'https://www.continental-post.example/section/world?a=1',
    ]);
  });

  it('answers HEAD without a body, and nothing but reading', async () => {
    const { feedUrl } = outletOf(newsroom, 'harbour');
    const head = await ask(newsroom, feedUrl, {}, 'HEAD');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(Number(head.headers['content-length'])).toBe((await ask(newsroom, feedUrl)).bytes.length);
    expect((await ask(newsroom, feedUrl, {}, 'POST')).status).toBe(405);
  });
});

describe('the log', () => {
  it('holds what was asked, what was sent and when, by the newsroom’s clock', async () => {
    const clocked = await startNewsroom({ now: () => 1_000_000 });
    const { feedUrl: url, host } = outletOf(clocked, 'harbour');
    await ask(clocked, `${url}?x=1`, { 'user-agent': 'test' });
    await clocked.close();
    const times = { at: 1_000_000, finishedAt: 1_000_000 };
    const asked = { method: 'GET', host, path: '/rss?x=1', url: `${url}?x=1`, status: 200, tls: false };
    expect(clocked.log).toMatchObject([{ ...times, ...asked, headers: { 'user-agent': 'test' } }]);
  });
});

describe('what browsers are started with', () => {
  it('maps the fake hosts to the ports of Chromium, and nothing else to anywhere', () => {
    const [rules = ''] = chromiumArgs(newsroom);
    expect(rules).toContain(`MAP *.example:80 127.0.0.1:${newsroom.httpPort}`);
    expect(rules).toContain(`MAP *.example:443 127.0.0.1:${newsroom.httpsPort}`);
    expect(rules).toContain('MAP * ~NOTFOUND');
  });

  it('makes the plain port the proxy of Firefox for both schemes, without exceptions', () => {
    expect(firefoxPrefs(newsroom)).toMatchObject({
      'network.proxy.type': 1,
      'network.proxy.http_port': newsroom.httpPort,
      'network.proxy.ssl_port': newsroom.httpPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.failover_direct': false,
    });
  });
});
