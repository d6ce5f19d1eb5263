import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { allowPrivateHost } from '../../../utils/app/commands/allow-private-host.ts';
import { discover } from '../../../utils/app/commands/discover.ts';
import { knowFailures } from '../../../utils/app/commands/know-failures.ts';
import { noteLostAccess } from '../../../utils/app/commands/note-lost-access.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { cancelRefresh, refresh } from '../../../utils/app/commands/refresh.ts';
import { retryWaiting } from '../../../utils/app/commands/retry-waiting.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { status } from '../../../utils/app/queries/status.ts';
import type { Feed } from '../../../utils/model/feed.ts';
import type { SourceRow } from '../../../utils/model/view.ts';
import type { Exchange, FeedAnswer } from '../../../utils/net/fetch-feed.ts';
import { changeSource } from '../support/sources.ts';
import {
  createWorld,
  failure,
  HOUR,
  MINUTE,
  NOON,
  rss,
  type TestItem,
  type World,
} from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';
const SECTION = 'https://courier.example/sport/rss';
const DAY = 24 * HOUR;
const FIRST: TestItem = { title: 'First', guid: '1', at: NOON - HOUR };

let world: World;

beforeEach(() => {
  world = createWorld();
});

async function row(url = COURIER): Promise<Feed> {
  const feed = await (await world.database()).getFromIndex('feeds', 'byUrl', url);
  if (!feed) throw new Error(`${url} is not followed`);
  return feed;
}

async function shown(): Promise<SourceRow | undefined> {
  return (await sources(await world.database()))[0];
}

async function titles(): Promise<string[]> {
  return (await latest(await world.database(), { after: null, limit: 50 })).rows.map(({ title }) => title);
}

/** Follows an address, and lets time pass until it is due again. */
async function follow(url: string, answer: FeedAnswer): Promise<void> {
  world.answer(url, answer);
  await addFeed(world.deps, url);
}

/** Lets time pass until a source is due, and polls. */
async function pollWhenDue(url = COURIER): Promise<void> {
  world.time = Math.max(world.time, (await row(url)).nextCheckAt);
  await poll(world.deps);
}

function withExchange(answer: FeedAnswer, exchange: Partial<Exchange>): FeedAnswer {
  return { ...answer, exchange: { finalUrl: null, requests: 1, bytes: 0, freshMs: null, ...exchange } };
}

function lastRequest() {
  return world.requests.at(-1);
}

describe('validators', () => {
  it('are sent back verbatim, and left out once in eight days', async () => {
    await follow(COURIER, rss([FIRST], { etag: 'W/"odd ""one"' }));
    world.answer(COURIER, { kind: 'unchanged' });
    const sent: (string | null | undefined)[] = [];
    while (world.time < NOON + 9 * DAY) {
      await pollWhenDue();
      sent.push(lastRequest()?.validators.etag);
    }
    expect(new Set(sent)).toEqual(new Set(['W/"odd ""one"', null]));
    expect(sent.filter((etag) => etag === null)).toHaveLength(1);
  });

  it('of a cut body are not stored, so that the whole body under the same ETag loses nothing', async () => {
    await follow(COURIER, rss([FIRST], { etag: '"1"' }));
    world.answer(COURIER, rss([FIRST], { etag: '"2"', whole: false, tail: '<item><ti' }));
    await pollWhenDue();
    expect((await row()).validators.etag).toBe('"1"');
    world.answer(COURIER, rss([{ title: 'Second', guid: '2', at: NOON }, FIRST], { etag: '"2"' }));
    await pollWhenDue();
    expect(lastRequest()?.validators.etag).toBe('"1"');
    expect(await titles()).toEqual(['Second', 'First']);
    expect((await row()).validators.etag).toBe('"2"');
  });

  it('are stored of a feed that never closes, once the same bytes came twice', async () => {
    const unclosed = rss([FIRST], { etag: '"1"', tail: '</channel>' });
    await follow(COURIER, unclosed);
    expect((await row()).validators.etag).toBeNull();
    await pollWhenDue();
    expect((await row()).validators.etag).toBe('"1"');
  });

  it('are stored of a feed that is cut each time, after three tries', async () => {
    const cut = (n: number) => rss([FIRST], { etag: `"${n}"`, whole: false, tail: `<item><title>${n}` });
    await follow(COURIER, cut(0));
    for (const n of [1, 2]) {
      world.answer(COURIER, cut(n));
      await pollWhenDue();
    }
    expect((await row()).validators.etag).toBeNull();
    world.answer(COURIER, cut(3));
    await pollWhenDue();
    expect((await row()).validators.etag).toBe('"3"');
  });

  it('are stored of a body that is too large, which says so and is no failure', async () => {
    await follow(COURIER, {
      ...rss([FIRST], { etag: '"1"', whole: false, tail: '' }),
      isTooLarge: true,
    } as FeedAnswer);
    expect(await row()).toMatchObject({ validators: { etag: '"1"' }, problem: null, isPartlyRead: true });
    expect(await titles()).toEqual(['First']);
  });
});

describe('a poll beside another', () => {
  it('leaves to it what already waits for its turn, and takes what has become due since', async () => {
    await follow(COURIER, rss([FIRST]));
    await follow(SECTION, rss([FIRST]));
    const { promise: gate, resolve: open } = Promise.withResolvers<FeedAnswer>();
    world.answer(COURIER, () => gate);
    world.time += DAY;
    world.requests.length = 0;
    const first = poll(world.deps);
    await expect.poll(() => world.requests.length).toBe(1);
    await follow(HERALD, rss([FIRST]));
    // It would wait for the host that does not answer, had it queued the section of the same host once more.
    await poll(world.deps);
    expect(world.requests.map(({ url }) => url)).toEqual([COURIER, HERALD]);
    open(rss([FIRST]));
    await first;
    expect(world.requests.map(({ url }) => url)).toEqual([COURIER, HERALD, SECTION]);
  });
});

describe('a host that asks to be left alone', () => {
  it('is asked by none of its sources, and by nobody who presses a button', async () => {
    await follow(COURIER, rss([FIRST]));
    await follow(SECTION, rss([FIRST]));
    world.answer(COURIER, { kind: 'failed', problem: { code: 'http', status: 429 }, retryAfterMs: 5 * HOUR });
    await pollWhenDue();
    const asked = world.requests.length;
    const until = world.time + 5 * HOUR;
    expect((await row(SECTION)).nextCheckAt).toBeGreaterThanOrEqual(until);
    world.time += 6 * MINUTE;
    const { leftOut } = await refresh(world.deps);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['asked-to-wait', 'asked-to-wait']);
    expect(await addFeed(world.deps, 'https://courier.example/other')).toMatchObject({ ok: true });
    expect(world.requests).toHaveLength(asked);
    world.answer(COURIER, rss([FIRST]));
    world.time = until + 30 * MINUTE;
    await poll(world.deps);
    expect(world.requests.length).toBeGreaterThan(asked);
  });

  it('is left alone as well where a look around it was told so, and nothing is followed', async () => {
    world.answer(SECTION, { kind: 'failed', problem: { code: 'http', status: 429 }, retryAfterMs: 5 * HOUR });
    expect(await discover(world.deps, SECTION)).toMatchObject({ problem: { status: 429 } });
    await addFeed(world.deps, COURIER);
    expect(world.requests.map(({ url }) => url)).toEqual([SECTION]);
    expect((await row()).nextCheckAt).toBeGreaterThanOrEqual(NOON + 5 * HOUR);
  });

  it('is left alone for longer each time where it does not say how long', async () => {
    await follow(COURIER, rss([FIRST]));
    world.answer(COURIER, failure('http', 503));
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      await pollWhenDue();
      waits.push((await row()).nextCheckAt - world.time);
    }
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(waits[3]).toBeGreaterThan(2 * HOUR);
  });
});

describe('a source that fails', () => {
  it.each([401, 403, 404, 500])(
    'with %i is asked less and less often, and works again at once',
    async (code) => {
      await follow(COURIER, rss([FIRST]));
      world.answer(COURIER, failure('http', code));
      for (let i = 0; i < 10; i++) await pollWhenDue();
      expect((await row()).nextCheckAt - world.time).toBeGreaterThan(20 * HOUR);
      expect(await titles()).toEqual(['First']);
      world.answer(COURIER, rss([FIRST]));
      await pollWhenDue();
      expect(await row()).toMatchObject({ problem: null, failures: 0, failingSince: null });
    },
  );

  it('with 410 is asked no more, neither by the schedule nor by the reader', async () => {
    await follow(COURIER, rss([FIRST]));
    world.answer(COURIER, failure('http', 410));
    await pollWhenDue();
    const asked = world.requests.length;
    world.time += 30 * DAY;
    await poll(world.deps);
    expect((await refresh(world.deps)).leftOut).toMatchObject([{ reason: 'stopped' }]);
    expect(world.requests).toHaveLength(asked);
    expect(await shown()).toMatchObject({ stopped: true, problem: { status: 410 } });
  });

  it('that is gone for good stays so when access is taken away and given back, and rings no alarm', async () => {
    await follow(COURIER, rss([FIRST]));
    world.answer(COURIER, failure('http', 410));
    await pollWhenDue();
    world.refused.add('courier.example');
    await noteLostAccess(world.deps);
    world.refused.clear();
    world.alarms.length = 0;
    await retryWaiting(world.deps);
    expect(await row()).toMatchObject({ stopped: true, problem: { status: 410 } });
    expect(world.alarms).toEqual([]);
  });

  it('for three days is told of once, and again only after it worked', async () => {
    await follow(COURIER, rss([FIRST]));
    world.answer(COURIER, failure('http', 500));
    const told = async () => (await status(await world.database())).longFailing.map(({ name }) => name);
    await pollWhenDue();
    expect(await told()).toEqual([]);
    while (world.time < NOON + 4 * DAY) await pollWhenDue();
    expect(await told()).toEqual(['Courier']);
    await knowFailures(world.deps, [(await row()).id]);
    await pollWhenDue();
    expect(await told()).toEqual([]);
    world.answer(COURIER, rss([FIRST]));
    await pollWhenDue();
    world.answer(COURIER, failure('http', 500));
    const again = world.time;
    while (world.time < again + 5 * DAY) await pollWhenDue();
    expect(await told()).toEqual(['Courier']);
  });

  it('because it sends its askers elsewhere says so', async () => {
    await follow(COURIER, rss([FIRST]));
    world.answer(COURIER, failure('unreachable'));
    world.redirecting.add(COURIER);
    await pollWhenDue();
    expect((await row()).problem?.code).toBe('redirected');
    world.redirecting.clear();
    await pollWhenDue();
    expect((await row()).problem?.code).toBe('unreachable');
  });
});

describe('a redirect', () => {
  const moved = (finalUrl: string) => withExchange(rss([FIRST]), { finalUrl });

  it('that leads to the same place for a week is followed for good', async () => {
    await follow(COURIER, moved('https://new.example/rss'));
    while (world.time < NOON + 6.5 * DAY) await pollWhenDue();
    expect((await row()).redirect?.url).toBe('https://new.example/rss');
    world.answer('https://new.example/rss', rss([FIRST]));
    const { id } = await row();
    while (world.time < NOON + 9 * DAY) {
      world.time += 12 * HOUR;
      await poll(world.deps);
    }
    const feed = await (await world.database()).get('feeds', id);
    expect(feed).toMatchObject({ url: 'https://new.example/rss', redirect: null });
    expect(lastRequest()?.url).toBe('https://new.example/rss');
    expect(await titles()).toEqual(['First']);
  });

  it('that leads here and there is not', async () => {
    await follow(COURIER, moved('https://a.example/rss'));
    for (let i = 0; world.time < NOON + 10 * DAY; i++) {
      world.answer(COURIER, moved(`https://${i % 2 === 0 ? 'b' : 'a'}.example/rss`));
      await pollWhenDue();
    }
    expect((await row()).url).toBe(COURIER);
  });

  it('to a source that is followed already takes nothing over', async () => {
    await follow(HERALD, rss([FIRST]));
    await follow(COURIER, moved(HERALD));
    while (world.time < NOON + 9 * DAY) await pollWhenDue();
    expect((await row()).url).toBe(COURIER);
  });
});

describe('a refresh', () => {
  beforeEach(async () => {
    await follow(COURIER, rss([FIRST], { etag: '"1"' }));
    await follow(HERALD, rss([FIRST]));
    world.requests.length = 0;
  });

  it('asks a source at most once in five minutes, and says which it left out', async () => {
    expect(await refresh(world.deps)).toEqual({
      asked: 0,
      leftOut: [
        { id: 1, name: 'Courier', reason: 'asked-just-now' },
        { id: 2, name: 'Courier', reason: 'asked-just-now' },
      ],
    });
    expect(world.requests).toEqual([]);
    world.time += 5 * MINUTE;
    expect(await refresh(world.deps)).toEqual({ asked: 2, leftOut: [] });
  });

  it('is conditional even where validators are old', async () => {
    world.time += 20 * DAY;
    world.answer(COURIER, { kind: 'unchanged' });
    await refresh(world.deps);
    expect(world.requests[0]?.validators.etag).toBe('"1"');
  });

  it('tells how far it is, and that it is over', async () => {
    world.time += 5 * MINUTE;
    await refresh(world.deps);
    const at = world.time;
    expect(world.progress).toEqual([
      { done: 0, total: 2, at },
      { done: 1, total: 2, at },
      { done: 2, total: 2, at },
      null,
    ]);
  });

  it('without a network brings nothing forward that the schedule had set', async () => {
    world.time += 20 * MINUTE;
    const { nextCheckAt } = await row();
    world.answer(COURIER, failure('offline'));
    await refresh(world.deps);
    expect(await row()).toMatchObject({ problem: { code: 'offline' }, nextCheckAt });
  });

  it('goes on after the end of its event with what it had no time for, still as the reader’s', async () => {
    await follow(SECTION, rss([], { etag: '"s"' }));
    world.time += 20 * DAY;
    world.answer(COURIER, () => {
      world.time += 5 * MINUTE;
      return { kind: 'unchanged' };
    });
    world.answer(SECTION, { kind: 'unchanged' });
    expect((await refresh(world.deps)).leftOut).toMatchObject([{ id: 3, reason: 'later' }]);
    await poll(world.deps);
    const asked = world.requests.filter(({ url }) => url === SECTION);
    expect(asked.map(({ validators }) => validators.etag)).toEqual([null, '"s"']);
    expect(await row(SECTION)).toMatchObject({ readerWaits: false });
  });

  it('can be ended: what was not asked yet is left out', async () => {
    world.time += 5 * MINUTE;
    await follow(SECTION, rss([]));
    world.time += 5 * MINUTE;
    world.answer(COURIER, () => {
      cancelRefresh(world.deps);
      return rss([FIRST]);
    });
    const { leftOut } = await refresh(world.deps);
    expect(leftOut).toMatchObject([{ id: 3, reason: 'cancelled' }]);
  });
});

describe('the clock', () => {
  it('that was years ahead leaves no source waiting for years', async () => {
    await follow(COURIER, rss([FIRST]));
    world.time += 1000 * DAY;
    await poll(world.deps);
    world.time = NOON + HOUR;
    world.requests.length = 0;
    await poll(world.deps);
    world.time += HOUR;
    await poll(world.deps);
    expect(world.requests).toHaveLength(1);
    expect((await row()).nextCheckAt).toBeLessThan(world.time + DAY);
  });

  it('after a long sleep asks every source once', async () => {
    await follow(COURIER, rss([FIRST]));
    await follow(HERALD, rss([FIRST]));
    world.requests.length = 0;
    world.time += 40 * DAY;
    await poll(world.deps);
    await poll(world.deps);
    expect(world.requests.map(({ url }) => url).sort()).toEqual([COURIER, HERALD]);
  });
});

describe('a clock that goes back', () => {
  it('by days keeps no source waiting for them, nor a host that asked to be left alone for hours', async () => {
    await follow(COURIER, rss([FIRST]));
    await follow(SECTION, rss([FIRST]));
    await follow(HERALD, rss([FIRST]));
    world.time += 3 * DAY;
    world.answer(COURIER, { kind: 'failed', problem: { code: 'http', status: 429 }, retryAfterMs: 2 * HOUR });
    await poll(world.deps);
    world.time = NOON + HOUR;
    await wake(world.deps);
    expect(world.alarms.at(-1)).toBeLessThan(world.time + 2 * HOUR);
    world.requests.length = 0;
    world.time += 1.9 * HOUR;
    await poll(world.deps);
    expect(world.requests.map(({ url }) => url)).toEqual([HERALD]);
    world.time += 0.3 * HOUR;
    await poll(world.deps);
    expect(world.requests.map(({ url }) => url)).toContain(SECTION);
  });

  it('leaves what was planned by the right clock as it was', async () => {
    await follow(COURIER, rss([FIRST]));
    const { nextCheckAt } = await row();
    await follow(HERALD, rss([FIRST]));
    world.time -= 5 * MINUTE;
    await wake(world.deps);
    expect((await row()).nextCheckAt).toBe(nextCheckAt - 5 * MINUTE);
    await wake(world.deps);
    world.time += 20 * MINUTE;
    await wake(world.deps);
    expect((await row()).nextCheckAt).toBe(nextCheckAt - 5 * MINUTE);
  });
});

describe('skipped hours', () => {
  const night = '<skipHours><hour>22</hour><hour>23</hour></skipHours></channel></rss>';

  it('are kept to by a source that became due before them, while the browser was closed', async () => {
    world.time = NOON + 8.5 * HOUR;
    await follow(COURIER, rss([FIRST], { tail: night }));
    world.requests.length = 0;
    world.time = NOON + 11 * HOUR;
    await poll(world.deps);
    expect(world.requests).toEqual([]);
    await pollWhenDue();
    expect(new Date(world.time).getUTCHours()).toBe(0);
    expect(world.requests).toHaveLength(1);
  });

  it('do not keep out a reader who presses the button', async () => {
    world.time = NOON + 8.5 * HOUR;
    await follow(COURIER, rss([FIRST], { tail: night }));
    world.time = NOON + 11 * HOUR;
    expect((await refresh(world.deps)).asked).toBe(1);
  });
});

describe('without a network', () => {
  it('one attempt tells; the others stay due and the alarm waits five minutes', async () => {
    await follow(COURIER, rss([FIRST]));
    await follow(HERALD, rss([FIRST]));
    world.isOnline = false;
    for (const url of [COURIER, HERALD]) world.answer(url, failure('unreachable'));
    world.time += 3 * HOUR;
    await poll(world.deps);
    expect(world.alarms.at(-1)).toBe(world.time + 5 * MINUTE);
    expect(await status(await world.database())).toMatchObject({ offline: true, longFailing: [] });
    expect((await row()).failures).toBe(0);
    world.isOnline = true;
    for (const url of [COURIER, HERALD]) world.answer(url, rss([FIRST]));
    world.time += 5 * MINUTE;
    await poll(world.deps);
    expect((await status(await world.database())).failing).toBe(0);
  });
});

describe('an address of the reader’s own network', () => {
  const ROUTER = 'http://192.168.1.1/rss';

  it('is asked only once the reader confirmed that very host', async () => {
    world.answer(ROUTER, rss([FIRST]));
    await addFeed(world.deps, ROUTER);
    expect(world.requests).toEqual([]);
    expect((await shown())?.problem?.code).toBe('private-address');
    await allowPrivateHost(world.deps, '192.168.1.1');
    expect(await titles()).toEqual(['First']);
    expect(await addFeed(world.deps, 'http://192.168.1.2/rss')).toMatchObject({ ok: true });
    expect(world.requests.map(({ url }) => url)).toEqual([ROUTER]);
  });
});

describe('what is told of a source', () => {
  it('is its rate, its week and its last times', async () => {
    const items = Array.from({ length: 10 }, (_, n) => ({
      title: `${n}`,
      guid: `${n}`,
      at: NOON - n * 2 * HOUR,
    }));
    await follow(COURIER, withExchange(rss(items), { bytes: 1000 }));
    for (let i = 0; i < 3; i++) {
      world.answer(COURIER, withExchange({ kind: 'unchanged' }, {}));
      await pollWhenDue();
    }
    const told = await shown();
    expect(told).toMatchObject({ week: { requests: 4, bytes: 1000 }, stored: 10, lastAttemptAt: world.time });
    expect(told?.perDay).toBeGreaterThan(9);
    world.time += 8 * DAY;
    await poll(world.deps);
    expect((await shown())?.week).toEqual({ requests: 1, bytes: 0 });
  });

  it('follows the reader’s interval for it alone', async () => {
    await follow(COURIER, rss([FIRST]));
    await follow(HERALD, rss([FIRST]));
    await changeSource(world.deps, (await row()).id, { checkMinutes: 30 });
    expect((await row()).nextCheckAt).toBeLessThanOrEqual(NOON + 33 * MINUTE);
    expect((await row(HERALD)).nextCheckAt).toBeGreaterThan(NOON + 50 * MINUTE);
  });
});
