import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { refresh } from '../../../utils/app/commands/refresh.ts';
import { retryWaiting } from '../../../utils/app/commands/retry-waiting.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { removeForGood } from '../support/sources.ts';
import { createWorldOfArticles, failure, HOUR, MINUTE, NOON, rss, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';

let world: World;

beforeEach(async () => {
  world = await createWorldOfArticles();
});

async function titles(): Promise<string[]> {
  const page = await latest(await world.database(), { after: null, limit: 50 });
  return page.rows.map((row) => row.title);
}

async function problems(): Promise<(string | undefined)[]> {
  return (await sources(await world.database())).map((source) => source.problem?.code);
}

async function follow(url: string): Promise<number> {
  const added = await addFeed(world.deps, url);
  if (!added.ok) throw new Error(added.problem.code);
  return added.value.feedId;
}

describe('following a source', () => {
  it('stores its headlines, newest first, and shows their number', async () => {
    world.answer(
      COURIER,
      rss([
        { title: 'Older', guid: '1', at: NOON - 2 * HOUR },
        { title: 'Newer', guid: '2', at: NOON - HOUR },
      ]),
    );
    await follow(COURIER);
    expect(await titles()).toEqual(['Newer', 'Older']);
    expect(world.badges.at(-1)).toBe('2');
    expect(world.announcements).toBeGreaterThan(0);
  });

  it('takes the title of the source from its feed', async () => {
    world.answer(COURIER, rss([], { title: 'The Courier' }));
    await follow(COURIER);
    expect((await sources(await world.database()))[0]?.title).toBe('The Courier');
  });

  it('arms the alarm for the next check', async () => {
    world.answer(COURIER, rss([]));
    await follow(COURIER);
    expect(world.alarms.at(-1)).toBe(NOON + HOUR);
  });

  it('refuses an address twice and an address that is none', async () => {
    world.answer(COURIER, rss([]));
    await follow(COURIER);
    expect(await addFeed(world.deps, COURIER)).toMatchObject({ problem: { code: 'already-followed' } });
    for (const address of ['', 'news', 'javascript:alert(1)', 'ftp://courier.example/rss', 'https://']) {
      expect(await addFeed(world.deps, address)).toMatchObject({ problem: { code: 'bad-address' } });
    }
  });

  it('follows nothing where the answer shows that there is no feed', async () => {
    world.answer(COURIER, failure('http', 404));
    expect(await addFeed(world.deps, COURIER)).toEqual({ ok: false, problem: { code: 'http', status: 404 } });
    expect(await sources(await world.database())).toEqual([]);
  });

  it('follows a source that does not answer for now, and says so on it', async () => {
    world.answer(COURIER, failure('timeout'));
    await follow(COURIER);
    expect(await problems()).toEqual(['timeout']);
  });
});

describe('a poll', () => {
  it('asks only what is due', async () => {
    world.answer(COURIER, rss([]));
    world.answer(HERALD, rss([]));
    await follow(COURIER);
    world.time += 30 * MINUTE;
    await follow(HERALD);
    world.requests.length = 0;
    world.time = NOON + HOUR;
    await poll(world.deps);
    expect(world.requests.map((request) => request.url)).toEqual([COURIER]);
  });

  it('sends back the validators of the last whole answer, verbatim', async () => {
    world.answer(COURIER, rss([], { etag: 'W/"a b"' }));
    await follow(COURIER);
    world.time += HOUR;
    await poll(world.deps);
    expect(world.requests.at(-1)?.validators.etag).toBe('W/"a b"');
  });

  it('keeps what came before a break, and asks for the rest again', async () => {
    world.answer(
      COURIER,
      rss([{ title: 'First', guid: '1' }], { etag: '"1"', whole: false, tail: '<item><ti' }),
    );
    await follow(COURIER);
    expect(await titles()).toEqual(['First']);
    world.answer(
      COURIER,
      rss(
        [
          { title: 'First', guid: '1' },
          { title: 'Second', guid: '2' },
        ],
        { etag: '"1"' },
      ),
    );
    world.time += HOUR;
    await poll(world.deps);
    expect(world.requests.at(-1)?.validators.etag).toBeNull();
    expect((await titles()).sort()).toEqual(['First', 'Second']);
  });

  it('changes nothing where the server says that nothing changed', async () => {
    world.answer(COURIER, rss([{ title: 'First', guid: '1' }]));
    await follow(COURIER);
    world.answer(COURIER, { kind: 'unchanged' });
    world.time += HOUR;
    await poll(world.deps);
    expect(await titles()).toEqual(['First']);
    const [source] = await sources(await world.database());
    expect(source).toMatchObject({ lastSuccessAt: NOON + HOUR, problem: null });
  });

  it('goes on with the others where one fails, keeps what is stored and tries again', async () => {
    world.answer(COURIER, rss([{ title: 'Courier one', guid: '1' }]));
    world.answer(HERALD, rss([{ title: 'Herald one', guid: '1' }]));
    await follow(COURIER);
    await follow(HERALD);
    world.answer(COURIER, failure('unreachable'));
    world.answer(
      HERALD,
      rss([
        { title: 'Herald one', guid: '1' },
        { title: 'Herald two', guid: '2' },
      ]),
    );
    world.time += HOUR;
    await poll(world.deps);
    expect(await problems()).toEqual(['unreachable', undefined]);
    expect((await titles()).sort()).toEqual(['Courier one', 'Herald one', 'Herald two']);
    world.answer(COURIER, rss([{ title: 'Courier two', guid: '2' }]));
    world.time += HOUR;
    await poll(world.deps);
    expect(await problems()).toEqual([undefined, undefined]);
    expect(await titles()).toContain('Courier two');
  });

  it('stores HTML, garbage and silence as problems of the source', async () => {
    world.answer(COURIER, rss([]));
    await follow(COURIER);
    const html = new TextEncoder().encode('<!doctype html><html><body>Log in</body></html>');
    const document = { bytes: html, url: COURIER, contentType: 'application/rss+xml' };
    world.answer(COURIER, {
      kind: 'document',
      document,
      validators: { etag: null, lastModified: null },
      whole: true,
    });
    world.time += HOUR;
    await poll(world.deps);
    expect(await problems()).toEqual(['not-a-feed']);
    const garbage = { ...document, bytes: Uint8Array.from({ length: 300 }, (_, i) => (i * 7919) % 256) };
    world.answer(COURIER, {
      kind: 'document',
      document: garbage,
      validators: { etag: null, lastModified: null },
      whole: true,
    });
    world.time += HOUR;
    await poll(world.deps);
    expect(['not-a-feed', 'damaged']).toContain((await problems())[0]);
  });

  it('calls it offline where the browser says so and nothing answers', async () => {
    world.isOnline = false;
    world.answer(COURIER, failure('unreachable'));
    await follow(COURIER);
    expect(await problems()).toEqual(['offline']);
  });

  it('asks once where two polls run side by side', async () => {
    world.answer(COURIER, rss([]));
    await follow(COURIER);
    world.requests.length = 0;
    world.time += HOUR;
    await Promise.all([poll(world.deps), poll(world.deps)]);
    expect(world.requests).toHaveLength(1);
  });

  it('is taken up again after a background that died while it waited for an answer', async () => {
    world.answer(COURIER, rss([]));
    await follow(COURIER);
    world.time += HOUR;
    world.answer(COURIER, () => new Promise(() => undefined));
    void poll(world.deps);
    await expect.poll(() => world.requests.length).toBe(2);
    world.answer(COURIER, rss([{ title: 'After the kill', guid: '9' }]));
    world.time += 5 * MINUTE;
    await poll(world.reborn());
    expect(await titles()).toEqual(['After the kill']);
  });

  it('waits as long as the server asked for', async () => {
    world.answer(COURIER, rss([]));
    await follow(COURIER);
    world.answer(COURIER, { kind: 'failed', problem: { code: 'http', status: 429 }, retryAfterMs: 6 * HOUR });
    world.time += HOUR;
    await poll(world.deps);
    expect((await sources(await world.database()))[0]?.nextCheckAt).toBeGreaterThanOrEqual(NOON + 7 * HOUR);
  });
});

describe('permission', () => {
  it('is named where it is missing, without a request, and mended by one retry', async () => {
    world.refused.add('courier.example');
    world.answer(COURIER, rss([{ title: 'First', guid: '1' }]));
    await follow(COURIER);
    expect(world.requests).toEqual([]);
    expect((await status(await world.database())).waitingHosts).toEqual(['courier.example']);
    world.refused.clear();
    await retryWaiting(world.deps);
    expect(await titles()).toEqual(['First']);
    expect((await status(await world.database())).waitingHosts).toEqual([]);
  });
});

describe('refreshing and removing', () => {
  it('asks every source at once, due or not', async () => {
    world.answer(COURIER, rss([]));
    await follow(COURIER);
    world.requests.length = 0;
    world.time += 6 * MINUTE;
    expect(await refresh(world.deps)).toEqual({ asked: 1, leftOut: [] });
    expect(world.requests).toHaveLength(1);
  });

  it('removes a source with its articles and their share of the badge', async () => {
    world.answer(COURIER, rss([{ title: 'Courier', guid: '1' }]));
    world.answer(HERALD, rss([{ title: 'Herald', guid: '1' }]));
    const courier = await follow(COURIER);
    await follow(HERALD);
    expect(world.badges.at(-1)).toBe('2');
    expect(await removeForGood(world.deps, courier)).toMatchObject({ ok: true });
    expect(await titles()).toEqual(['Herald']);
    expect(world.badges.at(-1)).toBe('1');
    expect(await removeForGood(world.deps, courier)).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('stores nothing of a source that was removed while its answer was on the way', async () => {
    let release = (): void => undefined;
    world.answer(COURIER, rss([]));
    const courier = await follow(COURIER);
    world.answer(
      COURIER,
      () =>
        new Promise((resolve) => {
          release = () => resolve(rss([{ title: 'Late', guid: '1' }]));
        }),
    );
    world.time += 6 * MINUTE;
    const refreshing = refresh(world.deps);
    await expect.poll(() => world.requests.length).toBe(2);
    await removeForGood(world.deps, courier);
    release();
    await refreshing;
    expect(await titles()).toEqual([]);
    expect(world.badges.at(-1)).toBe('');
  });
});
