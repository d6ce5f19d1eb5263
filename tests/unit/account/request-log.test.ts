/** What goes to an account's server, whole: nothing before the reader adds it, nothing to anybody else, nothing after he left. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { poll } from '../../../utils/app/commands/poll.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import { askServer } from '../../../utils/net/ask-server.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { HOUR, rss } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const LOCAL = 'https://herald.example/rss';

describe.each(['freshrss', 'miniflux'] as const)('the log of an account’s requests, with %s', (dialect) => {
  let account: AccountWorld;

  beforeEach(async () => {
    account = await createAccountWorld(dialect);
    account.world.answer(LOCAL, rss([{ title: 'Mine', guid: 'a' }]));
    value(await account.handlers.addFeed({ url: LOCAL }));
    await account.publish(COURIER, [{ title: 'One' }, { title: 'Two' }]);
  });
  afterEach(() => account.server.close());

  async function live(): Promise<void> {
    account.world.time += HOUR;
    await wake(account.world.deps);
    await poll(account.world.deps);
    await account.handlers.refresh({});
  }

  it('is empty until the reader adds one', async () => {
    account.requests();
    await live();
    expect(account.world.serverRequests).toEqual([]);
    expect(account.requests()).toEqual([]);
  });

  it('names that server alone, and its sources are asked by nobody else', async () => {
    await account.add();
    await live();
    value(await account.handlers.markRead({ articleIds: [2], read: true }));
    value(await account.handlers.saveArticles({ articleIds: [3], saved: true }));
    await account.sync();
    const bases = account.world.serverRequests.map(({ url }) => url.startsWith(`${account.server.url}/`));
    expect(bases.every(Boolean)).toBe(true);
    expect(new Set(account.world.requests.map(({ url }) => url))).toEqual(new Set([LOCAL]));
  });

  it('holds no address of a source that is not of the account, and no word of what was read elsewhere', async () => {
    await account.add();
    value(await account.handlers.markRead({ articleIds: [1], read: true }));
    await live();
    const sent = JSON.stringify(account.world.serverRequests);
    expect(sent).not.toContain('herald');
    expect(sent).not.toContain('Mine');
    expect(sent).not.toContain('edit-tag');
  });

  it('ends when the reader leaves it', async () => {
    await account.add();
    value(await account.handlers.leaveAccount({ keep: true }));
    account.requests();
    account.world.serverRequests.length = 0;
    await live();
    expect(account.world.serverRequests).toEqual([]);
    expect(account.requests()).toEqual([]);
  });
});

describe('a request to a server', () => {
  it('reads no answer of a hundred megabytes to its end', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    const server = createServer((_request, response) => {
      const more = (): void => {
        while (sent < 100 && !response.destroyed) {
          sent += 1;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/reader/api/0/stream/items/contents`;
    const answer = await askServer({ method: 'POST', url, fields: [], token: null }, 0);
    expect(answer).toEqual({ kind: 'failed', code: 'too-large' });
    server.closeAllConnections();
    server.close();
    expect(sent).toBeLessThan(100);
  });

  it('carries no cookie and no referrer, and the token in its header alone', async () => {
    const seen: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];
    const server = createServer((request, response) => {
      seen.push({ url: request.url ?? '', headers: request.headers });
      response.setHeader('set-cookie', 'who=me');
      response.end('OK');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/reader/api/0/token`;
    for (let n = 0; n < 2; n += 1) await askServer({ method: 'GET', url, fields: [], token: 'secret' }, 0);
    await askServer({ method: 'POST', url, fields: [['T', 'secret']], token: null }, 0);
    server.close();
    expect(seen.map(({ headers }) => [headers.cookie, headers.referer])).toEqual(
      Array(3).fill([undefined, undefined]),
    );
    expect(seen.every((one) => !one.url.includes('secret'))).toBe(true);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      'GoogleLogin auth=secret',
      'GoogleLogin auth=secret',
      undefined,
    ]);
  });
});
