import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findServer } from '../../../utils/account/find-server.ts';
import { NOTHING_PENDING } from '../../../utils/account/marks.ts';
import type { Send, ServerAnswer, ServerRequest } from '../../../utils/account/wire.ts';
import { accountSession } from '../../../utils/app/account-session.ts';
import { pushMarks, stopsAll } from '../../../utils/app/commands/push-marks.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { storedAccount } from '../../../utils/store/account.ts';
import { markArticles, saveArticles } from '../../../utils/store/marks.ts';
import { waitingItems } from '../../../utils/store/server-items.ts';
import {
  type ReaderDialect,
  type ReaderServer,
  type ServedFeed,
  startReaderServer,
} from '../../newsroom/reader-server.ts';
import { value } from '../account/contract.ts';
import { createWorld, type World } from '../support/world.ts';

const FEED = 'https://courier.example/rss';
const COUNT = 520;
const FEED_OF_MANY: ServedFeed = {
  title: 'Courier',
  siteUrl: 'https://courier.example/',
  items: Array.from({ length: COUNT }, (_, n) => ({
    link: `https://courier.example/${n}`,
    title: `Title ${n}`,
    html: '',
    at: n * 1000,
  })),
};

let world: World;
let server: ReaderServer;
/** What stands between the browser and the server, until a test says otherwise. */
let between: (request: ServerRequest, send: Send) => Promise<ServerAnswer>;

/** A browser that has all articles of the server, all unread. */
async function start(dialect: ReaderDialect): Promise<void> {
  world = createWorld();
  server = await startReaderServer(dialect, async () => FEED_OF_MANY);
  const ask = world.askServer;
  between = (request, send) => send(request);
  world.askServer = (request) => between(request, ask);
  const { access } = value(await findServer(ask, server.url, server));
  const db = await world.database();
  const { base, token, changeToken } = access;
  await db.put('records', { base, user: server.user, dialect, addedAt: 0 }, 'accountPlace');
  await db.put('records', { password: server.password, token, changeToken, standing: 'ready' }, 'account');
  // Follows it without the browser, whose sources are no matter here.
  const fields = [
    ['T', changeToken],
    ['ac', 'subscribe'],
    ['s', `feed/${FEED}`],
  ] as const;
  await ask({ method: 'POST', url: `${base}/reader/api/0/subscription/edit`, fields, token });
  const tx = db.transaction(['articles', 'serverItems'], 'readwrite');
  const rows = server.items.flatMap(({ id }, n) => {
    const article = { id: n + 1, feedId: 1, key: `${n}`, urlKey: null, story: 0 };
    const row = { id: id.toString(), feedId: 1, articleId: n + 1, read: false, saved: false };
    return [
      tx.objectStore('articles').put(article as never),
      tx.objectStore('serverItems').put({ ...row, pending: NOTHING_PENDING }),
    ];
  });
  await Promise.all(rows);
  await tx.done;
  world.serverRequests.length = 0;
}

afterEach(() => server.close());

async function push(deps: Deps = world.deps) {
  const stored = await storedAccount(await deps.database());
  if (!stored?.account) throw new Error('there is no account');
  return pushMarks(deps, await accountSession(deps, stored.place, stored.account));
}

const read = async (...articles: number[]) =>
  markArticles(await world.database(), articles, true, world.time);
const range = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const readThere = () => server.items.flatMap((item, n) => (item.read ? [n + 1] : []));
const unsent = async () =>
  [...(await waitingItems(await world.database())).values()].flatMap(({ articleId, pending }) =>
    pending.read !== null && pending.read.sentAt === null ? [articleId] : [],
  );
const sizes = () => world.serverRequests.map(({ fields }) => fields.filter(([name]) => name === 'i').length);

const isAbout =
  (article: number) =>
  ({ fields }: ServerRequest): boolean =>
    fields.some(([, id]) => id.endsWith((server.items[article - 1]?.id ?? 0n).toString(16)));
const answer = (status: number, retryAfterMs: number | null = null): ServerAnswer => ({
  kind: 'answer',
  status,
  text: 'no',
  retryAfterMs,
});

describe.each(['freshrss', 'miniflux'] as const)('marks go to a server that speaks as %s', (dialect) => {
  beforeEach(() => start(dialect));

  it('in requests of no more ids than it takes, of one kind each, and wait all the same', async () => {
    await read(...range(510));
    await saveArticles(await world.database(), [3, 4], true, world.time);
    expect(await push()).toBeNull();
    expect(readThere()).toEqual(range(510));
    expect(server.items.filter(({ saved }) => saved).length).toBe(2);
    expect(sizes()).toEqual(dialect === 'freshrss' ? [250, 250, 10, 2] : [500, 10, 2]);
    expect((await waitingItems(await world.database())).size).toBe(510);
    expect(await unsent()).toEqual([]);
  });

  it('once: what was taken is not sent again by the next push', async () => {
    await read(1, 2);
    await push();
    await push();
    expect(sizes()).toEqual([2]);
  });

  it('as they are when they leave: of read and unread again the last alone', async () => {
    await read(1);
    await markArticles(await world.database(), [1], false, world.time);
    await push();
    expect([readThere(), sizes()]).toEqual([[], [1]]);
  });

  it('also those that were made while others were on their way', async () => {
    await read(1);
    between = async (request, send) => {
      await read(2);
      return send(request);
    };
    await push();
    expect(readThere()).toEqual([1, 2]);
  });

  it('after one new login where the token has run out', async () => {
    server.expire();
    await read(1, 2);
    expect(await push()).toBeNull();
    expect(readThere()).toEqual([1, 2]);
    expect(server.requests.filter((line) => line.includes('ClientLogin'))).toHaveLength(2);
    await read(3);
    await push();
    expect(server.requests.filter((line) => line.includes('ClientLogin'))).toHaveLength(2);
  });

  it('again, where the answer was lost', async () => {
    await read(1);
    server.faults.losesAnswers = true;
    expect(await push()).toMatchObject({ code: 'server-unreachable' });
    expect(await unsent()).toEqual([1]);
    server.faults.losesAnswers = false;
    expect(await push()).toBeNull();
    expect([readThere(), await unsent()]).toEqual([[1], []]);
  });

  it('again, where the background died before it knew what became of the request', async () => {
    await read(1, 2);
    between = () => Promise.reject(new Error('killed'));
    await expect(push()).rejects.toThrow('killed');
    between = async (request, send) => {
      await send(request);
      throw new Error('killed');
    };
    await expect(push()).rejects.toThrow('killed');
    between = (request, send) => send(request);
    expect(await push(world.reborn())).toBeNull();
    expect([readThere(), await unsent()]).toEqual([[1, 2], []]);
  });
});

describe('marks that do not get through', () => {
  beforeEach(() => start('freshrss'));

  it.each([429, 503])(
    'because the server wants to be left alone (%i) wait, and no more is asked',
    async (status) => {
      await read(...range(300));
      between = async () => answer(status, 3_600_000);
      const problem = await push();
      expect(problem).toMatchObject({ code: 'asked-to-wait' });
      expect(problem && stopsAll(problem)).toBe(true);
      expect([sizes().length, (await unsent()).length]).toEqual([1, 300]);
    },
  );

  it('because of one article stop no other, and leave that one alone behind', async () => {
    await read(...range(500));
    between = async (request, send) => (isAbout(77)(request) ? answer(500) : send(request));
    const problem = await push();
    expect(problem).toMatchObject({ code: 'http', status: 500 });
    // Other things may be asked of the server all the same.
    expect(problem && stopsAll(problem)).toBe(false);
    expect(await unsent()).toEqual([77]);
    expect(readThere()).toHaveLength(499);
  });

  it('stop none that came after them, by the next push', async () => {
    await read(77);
    between = async (request, send) => (isAbout(77)(request) ? answer(400) : send(request));
    await push();
    expect(sizes()).toEqual([1]);
    await read(78);
    await push();
    expect([readThere(), await unsent()]).toEqual([[78], [77]]);
  });

  it('also where they break the connection', async () => {
    await read(...range(4));
    between = async (request, send) =>
      isAbout(2)(request) ? { kind: 'failed', code: 'server-unreachable' } : send(request);
    await push();
    await read(78);
    for (let tries = 0; tries < 12; tries += 1) await push();
    expect([readThere(), await unsent()]).toEqual([[1, 3, 4, 78], [2]]);
  });

  it('because the server refuses all of them are not tried without end', async () => {
    await read(...range(500));
    between = async () => answer(500);
    await push();
    expect(sizes().length).toBeLessThanOrEqual(4);
    expect((await unsent()).length).toBe(500);
  });

  it('grow together again once the server is back', async () => {
    await read(...range(250));
    between = async () => answer(500);
    for (let night = 0; night < 20; night += 1) await push();
    between = (request, send) => send(request);
    world.serverRequests.length = 0;
    expect(await push()).toBeNull();
    expect(readThere()).toHaveLength(250);
    expect(sizes().length).toBeLessThanOrEqual(12);
  });

  it('are left to the next push where the event would end before', async () => {
    await read(...range(500));
    between = (request, send) => {
      world.time += world.deps.pace.eventMs;
      return send(request);
    };
    expect(await push()).toBeNull();
    expect([sizes().length, (await unsent()).length]).toEqual([1, 250]);
  });
});
