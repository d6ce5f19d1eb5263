/** The contract with the newsroom's feed servers, and what each of both dialects does that nobody would expect. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReaderClient } from '../../../utils/account/client.ts';
import { findServer, serverAddress } from '../../../utils/account/find-server.ts';
import { toLong } from '../../../utils/account/ids.ts';
import { READ } from '../../../utils/account/wire.ts';
import {
  type ReaderDialect,
  type ReaderServer,
  type ServedFeed,
  startReaderServer,
} from '../../newsroom/reader-server.ts';
import { contract, type ServerUnderTest, send, value } from './contract.ts';
import { readFeed } from './feed-host.ts';
import { sourcesContract } from './sources-contract.ts';
import { syncContract } from './sync-contract.ts';

async function underTest(dialect: ReaderDialect): Promise<ServerUnderTest> {
  const server = await startReaderServer(dialect, readFeed);
  return Object.assign(server, {
    marks: async () => server.items.map(({ link, read, saved }) => ({ link, read, saved })),
  });
}

describe.each(['freshrss', 'miniflux'] as const)('a server that speaks as %s', (dialect) => {
  contract(dialect, () => underTest(dialect));
  sourcesContract(() => underTest(dialect));
  syncContract(() => underTest(dialect));
});

/** A feed of so many articles. */
function many(count: number): (url: string) => Promise<ServedFeed> {
  const items = Array.from({ length: count }, (_, n) => ({
    link: `https://courier.example/${n}`,
    title: `Title ${n}`,
    html: '',
    at: n * 1000,
  }));
  return async () => ({ title: 'Courier', siteUrl: 'https://courier.example/', items });
}

describe.each(['freshrss', 'miniflux'] as const)('what goes wrong with %s', (dialect) => {
  let server: ReaderServer;
  let client: ReaderClient;

  beforeEach(async () => {
    server = await startReaderServer(dialect, many(120));
    client = new ReaderClient(send, value(await findServer(send, server.url, server)).access);
    value(await client.subscribe('https://courier.example/rss', '', 'Papers'));
  });
  afterEach(() => server.close());

  const problem = async () => {
    const result = await findServer(send, server.url, server);
    return result.ok ? 'none' : result.problem.code;
  };

  it('has a name: the API off, the header dropped, no server at all, an answer that is none', async () => {
    server.faults.isOff = true;
    // A server that does not say why lets nobody in.
    expect(await problem()).toBe(dialect === 'freshrss' ? 'server-api-off' : 'server-password');
    server.faults.isOff = false;
    server.faults.dropsHeader = true;
    expect(await problem()).toBe('server-header');
    server.faults.dropsHeader = false;
    server.faults.body = '[]';
    expect(await problem()).toBe('server-unreadable');
    server.faults.body = '<!doctype html><title>Maintenance</title>';
    expect(await problem()).toBe('server-unreadable');
    server.faults.body = null;
    server.faults.status = 404;
    expect(await problem()).toBe('server-none');
    await server.close();
    expect(await problem()).toBe('server-unreachable');
  });

  it('never takes an answer to no question for an empty account', async () => {
    for (const body of ['[]', '', 'OK', 'null', '{"subscriptions":7}', '<html>', '{"itemRefs":"none"}']) {
      server.faults.body = body;
      for (const asked of [client.subscriptions(), client.unread(), client.contents(['1'])])
        expect(await asked).toMatchObject({ ok: false, problem: { code: 'server-unreadable' } });
    }
  });

  it('is a wait where it asks for one, and an unreachable server where it breaks off', async () => {
    server.faults.status = 429;
    expect(await client.unread()).toMatchObject({ problem: { code: 'asked-to-wait' } });
    server.faults.status = null;
    server.faults.losesAnswers = true;
    expect(await client.mark(['1'], 'read', true)).toMatchObject({ problem: { code: 'server-unreachable' } });
  });

  it('tells nothing of password or token in any problem', async () => {
    for (const fault of [{ isOff: true }, { dropsHeader: true }, { body: '[]' }, { status: 500 }]) {
      Object.assign(server.faults, { isOff: false, dropsHeader: false, body: null, status: null }, fault);
      const told = JSON.stringify([
        await findServer(send, server.url, server),
        await client.subscriptions(),
        await client.mark(['1'], 'read', true),
      ]);
      expect(told).not.toContain(server.password);
      expect(told).not.toContain(`${server.user}/`);
    }
  });
});

describe.each(['freshrss', 'miniflux'] as const)('a set of ids of %s', (dialect) => {
  it('takes one request, and one more for each further ten thousand', async () => {
    const server = await startReaderServer(dialect, many(20_050));
    const client = new ReaderClient(send, value(await findServer(send, server.url, server)).access);
    value(await client.subscribe('https://courier.example/rss', '', 'Papers'));
    for (const [unread, requests] of [
      [9_999, 1],
      [20_050, 3],
    ] as const) {
      for (const [n, item] of server.items.entries()) item.read = n >= unread;
      const before = server.requests.length;
      const { ids, whole } = value(await client.unread());
      expect([ids.size, whole, server.requests.length - before]).toEqual([unread, true, requests]);
    }
    await server.close();
  });
});

describe('Miniflux alone', () => {
  let server: ReaderServer;
  let token: string;

  beforeEach(async () => {
    server = await startReaderServer('miniflux', many(10_050));
    const { access } = value(await findServer(send, server.url, server));
    token = access.token;
    const client = new ReaderClient(send, access);
    value(await client.subscribe('https://courier.example/rss', '', 'Papers'));
  });
  afterEach(() => server.close());

  const api = (path: string): string => `${server.url}/reader/api/0/${path}`;
  const get = (path: string) => send({ method: 'GET', url: api(path), fields: [], token });

  it('gives 10,000 ids at most, and goes on by an offset, which skips what moved up meanwhile', async () => {
    const page = await get('stream/items/ids?output=json&n=50000&s=user/-/state/com.google/reading-list');
    const first = JSON.parse(page.kind === 'answer' ? page.text : '{}');
    expect([first.itemRefs.length, first.continuation]).toEqual([10_000, '10000']);
    const unread = async (c: string) => {
      const answer = await get(
        `stream/items/ids?output=json&n=100&s=user/-/state/com.google/reading-list&xt=${READ}&c=${c}`,
      );
      return JSON.parse(answer.kind === 'answer' ? answer.text : '{}').itemRefs.map(
        ({ id }: { id: string }) => id,
      );
    };
    const before = await unread('100');
    const items = [...server.items].reverse();
    if (items[0]) items[0].read = true;
    expect(await unread('100')).not.toContain(before[0]);
  });

  it('hears a POST by T alone, and knows no other way', async () => {
    const fields = [['i', toLong('1')]] as const;
    const url = api('stream/items/contents');
    expect(await send({ method: 'POST', url, fields, token })).toMatchObject({ status: 401 });
    const named = [['T', token] as const, ...fields];
    expect(await send({ method: 'POST', url, fields: named, token: null })).toMatchObject({ status: 200 });
  });

  it('answers 500 to a bad request and [] to an unknown path', async () => {
    expect(await get('stream/items/ids?output=json&s=user/-/label/Papers')).toMatchObject({ status: 500 });
    expect(await get('stream/contents/feed/1')).toMatchObject({ status: 200, text: '[]' });
  });

  it('reads whatever has sixteen characters as hexadecimal, so that only long ids are sent', async () => {
    const url = api('edit-tag');
    const sixteen = '0000000000000010';
    const fields = [['T', token] as const, ['a', READ] as const, ['i', sixteen] as const];
    await send({ method: 'POST', url, fields, token: null });
    expect(server.items.filter(({ read }) => read).map(({ id }) => id)).toEqual([16n]);
  });
});

describe('an address', () => {
  it.each([
    ['https://rss.example/', 'https://rss.example'],
    ['rss.example/api/greader.php/', 'https://rss.example/api/greader.php'],
    ['https://rss.example/reader/api/0', 'https://rss.example'],
    ['https://rss.example/base/accounts/ClientLogin', 'https://rss.example/base'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://nas.local/freshrss', 'http://nas.local/freshrss'],
  ])('%s is asked at %s', (typed, base) => {
    expect(serverAddress(typed)).toEqual({ ok: true, value: base });
  });

  it.each([
    ['http://rss.example/', 'server-insecure'],
    ['https://me:secret@rss.example/', 'bad-address'],
    ['no address', 'bad-address'],
    ['ftp://rss.example/', 'bad-address'],
  ])('%s is refused: %s', (typed, code) => {
    expect(serverAddress(typed)).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([301, 302, 307, 308])(
    'that answers %i sends no password on: the other origin sees no request',
    async (status) => {
      let seen = 0;
      const other = createServer((_request, response) => {
        seen += 1;
        response.end('SID=x\nLSID=x\nAuth=stolen');
      });
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const location = `http://localhost:${(other.address() as AddressInfo).port}/accounts/ClientLogin`;
      const first = createServer((_request, response) => response.writeHead(status, { location }).end());
      await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
      const typed = `http://127.0.0.1:${(first.address() as AddressInfo).port}`;
      expect(await findServer(send, typed, { user: 'a', password: 'b' })).toMatchObject({
        problem: { code: 'server-redirect' },
      });
      expect(seen).toBe(0);
      first.close();
      other.close();
    },
  );
});
