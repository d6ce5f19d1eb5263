/** What a server does that it should not: a named problem, nothing lost, nothing half done. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Send, ServerAnswer } from '../../../utils/account/wire.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { askServer } from '../../../utils/net/ask-server.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { HOUR, MINUTE } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';

describe.each(['freshrss', 'miniflux'] as const)('a server that speaks as %s', (dialect) => {
  let account: AccountWorld;
  let network: Send;

  beforeEach(async () => {
    account = await createAccountWorld(dialect);
    network = (request) => askServer(request, account.world.time);
  });
  afterEach(() => account.server.close());

  const view = async () => value(await account.handlers.account({}));
  const problem = async () =>
    (await account.handlers.syncAccount({})).ok ? null : (await view())?.problem?.code;
  /** Answers of its own to requests of a kind; null leaves the answer to the server. */
  const answering = (path: string, answer: (url: string, at: number) => ServerAnswer | null) => {
    let count = 0;
    account.world.askServer = async (request) => {
      if (!request.url.includes(path)) return network(request);
      count += 1;
      return answer(request.url, count) ?? network(request);
    };
  };
  const json = (body: unknown): ServerAnswer => ({
    kind: 'answer',
    status: 200,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    retryAfterMs: null,
  });
  const rows = async () => (await account.world.database()).getAll('serverItems');

  it('that answers [] or a page to everything loses nothing', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    for (const body of ['[]', '<!doctype html><title>Maintenance</title>', '', 'OK']) {
      account.server.faults.body = body;
      expect(await problem()).toBe('server-unreadable');
    }
    expect(await view()).toMatchObject({ sources: 1, vanished: 0, standing: 'ready' });
    expect(await account.titles()).toEqual(['One']);
  });

  it('whose token has run out is logged in to once, and goes on', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    account.server.expire();
    await account.publish(COURIER, [{ title: 'Two' }]);
    account.requests();
    await account.sync();
    expect(account.requests().filter((request) => request.includes('ClientLogin'))).toHaveLength(1);
    expect(await account.titles()).toEqual(['One', 'Two']);
    await account.sync();
    expect(account.requests().filter((request) => request.includes('ClientLogin'))).toEqual([]);
  });

  it('that takes the password no longer is asked nothing until there is another', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    account.server.expire();
    Object.assign(account.server, { password: 'another' });
    expect(await problem()).toBe('server-password');
    expect(await view()).toMatchObject({ standing: 'signed-out' });
    account.requests();
    account.world.time += HOUR;
    await poll(account.world.deps);
    await account.handlers.refresh({});
    await account.handlers.syncAccount({});
    expect(account.requests()).toEqual([]);
    expect(await account.handlers.signInAgain({ password: 'wrong' })).toMatchObject({
      problem: { code: 'server-password' },
    });
    value(await account.handlers.signInAgain({ password: 'another' }));
    await account.sync();
    expect(await view()).toMatchObject({ standing: 'ready', problem: null });
  });

  it('that asks to be left alone is, for as long as it says', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    answering('/subscription/list', () => ({
      kind: 'answer',
      status: 429,
      text: '',
      retryAfterMs: 2 * HOUR,
    }));
    expect(await problem()).toBe('asked-to-wait');
    account.world.askServer = network;
    account.requests();
    account.world.time += HOUR;
    await poll(account.world.deps);
    await account.handlers.syncAccount({});
    expect(account.requests()).toEqual([]);
    account.world.time += HOUR;
    await poll(account.world.deps);
    expect(account.requests()).not.toEqual([]);
    expect(await view()).toMatchObject({ problem: null });
  });

  it('that repeats a continuation for ever is not followed for ever', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    let pages = 0;
    answering('xt=', () => {
      pages += 1;
      return json({ itemRefs: [{ id: '1' }], continuation: 'again' });
    });
    await account.handlers.syncAccount({});
    expect(pages).toBeLessThan(5);
    expect(await account.titles()).toEqual(['One']);
  });

  it('that sends ids twice, and such as are beyond every number, stores each once', async () => {
    await account.publish(COURIER, [{ title: 'One' }, { title: 'Two' }]);
    const [first, second] = account.server.items;
    const far = 2n ** 63n + 1n;
    if (first) Object.assign(first, { id: far });
    if (second) Object.assign(second, { id: far + 1n });
    const ids = [far, far + 1n, far].map((id) => ({ id: id.toString() }));
    answering('/stream/items/ids', (url) => (url.includes('starred') ? null : json({ itemRefs: ids })));
    await account.add();
    expect(await account.titles()).toEqual(['One', 'Two']);
    expect((await rows()).map(({ id }) => id)).toEqual([far.toString(), (far + 1n).toString()]);
  });

  it('that has an article without address and date keeps it an article', async () => {
    await account.publish(COURIER, [
      { title: 'One', link: '', at: 0 },
      { title: '', link: '', at: 0 },
    ]);
    await account.add();
    await account.sync();
    expect(await account.titles()).toEqual(['', 'One']);
    const articles = await account.articles();
    expect(articles.every(({ url, publishedAt }) => url === null && publishedAt === null)).toBe(true);
  });

  it('whose answer is too large is asked in smaller parts, and an article too large alone costs itself alone', async () => {
    await account.publish(COURIER, [
      { title: 'One' },
      { title: 'Two' },
      { title: 'Huge' },
      { title: 'Three' },
    ]);
    const huge =
      account.server.items
        .find(({ title }) => title === 'Huge')
        ?.id.toString(16)
        .padStart(16, '0') ?? '';
    account.world.askServer = async (request) =>
      request.fields.some(([, text]) => text.endsWith(huge))
        ? { kind: 'failed', code: 'too-large' }
        : network(request);
    await account.add();
    expect(await account.titles()).toEqual(['One', 'Three', 'Two']);
    account.requests();
    await account.sync();
    expect(account.requests()).toHaveLength(4);
  });

  it('that leaves out the contents of an id it lists loses no article for it', async () => {
    await account.publish(COURIER, [{ title: 'One' }, { title: 'Two' }]);
    await account.add();
    Object.assign(account.server.items[0] ?? {}, { read: true });
    answering('/stream/items/contents', () => json({ items: [] }));
    expect(await problem()).toBeNull();
    expect(value(await account.handlers.status({})).unread).toBe(2);
    account.world.askServer = network;
    // The server's word is asked for again as soon as anything changes.
    await account.publish(COURIER, [{ title: 'Three' }]);
    await account.sync();
    expect(value(await account.handlers.status({})).unread).toBe(2);
  });

  it.runIf(dialect === 'miniflux')(
    'that breaks off in the middle of a first sync goes on where it was',
    async () => {
      await account.publish(
        COURIER,
        Array.from({ length: 260 }, (_, n) => ({ title: `Article ${n}` })),
      );
      answering('/stream/items/contents', (_url, at) =>
        at > 1 ? { kind: 'failed', code: 'timeout' } : null,
      );
      const { url, user, password } = account.server;
      value(await account.handlers.addAccount({ address: url, user, password }));
      await account.handlers.syncAccount({});
      expect(await account.articles()).toHaveLength(250);
      account.world.askServer = network;
      account.world.time += 5 * MINUTE;
      await account.sync();
      expect(await account.articles()).toHaveLength(260);
      // All of it was there when the source was new here.
      expect((await account.articles()).every(({ isBacklog }) => isBacklog)).toBe(true);
    },
  );

  it('that is down says so in one sentence, and is asked again later', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    account.world.askServer = async () => ({ kind: 'failed', code: 'server-unreachable' });
    expect(await problem()).toBe('server-unreachable');
    expect(await view()).toMatchObject({ isSyncing: false });
    account.world.askServer = network;
    account.world.time += 5 * MINUTE;
    await poll(account.world.deps);
    expect(await view()).toMatchObject({ problem: null });
  });

  it('that takes longer than an event lasts is gone on with soon, and has no problem for it', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    account.world.askServer = async (request) => {
      if (request.url.includes('s=user%2F-%2Fstate%2Fcom.google%2Fstarred')) account.world.time += 5 * MINUTE;
      return network(request);
    };
    const { url: address, user, password } = account.server;
    value(await account.handlers.addAccount({ address, user, password }));
    value(await account.handlers.syncAccount({}));
    expect(await account.titles()).toEqual([]);
    expect(await view()).toMatchObject({ problem: null, syncedAt: null });
    account.world.askServer = network;
    account.world.time += 5 * MINUTE;
    await poll(account.world.deps);
    expect(await account.titles()).toEqual(['One']);
  });

  it('is asked at once where our clock was years ahead and went back', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    account.world.time -= 2 * 365 * 24 * HOUR;
    account.requests();
    await poll(account.world.deps);
    expect(account.requests()).not.toEqual([]);
    expect(await account.titles()).toEqual(['One']);
  });

  it('that sends its askers elsewhere is not followed', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    answering('/reader/', () => ({ kind: 'redirect' }));
    expect(await problem()).toBe('server-redirect');
  });
});
