/** Everything in one file, and back: into an empty Lede, into another one, and not at all where the file is no good. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { poll } from '../../../utils/app/commands/poll.ts';
import { finishRestore } from '../../../utils/app/commands/restore.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { BACKUP_STORES, MAX_PART } from '../../../utils/model/backup-format.ts';
import { IS_CARRIED } from '../../../utils/store/backup.ts';
import { BACKUP_VERSION } from '../../../utils/store/backup-file.ts';
import { backupOf, carried, preview, restore, textOf } from '../support/backup.ts';
import { createWorld, HOUR, MINUTE, NOON, rss, type TestItem, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';
const LEADER = 'https://leader.example/rss';
const FIRE = 'Warehouse fire in Northgate leaves forty families without homes';

const item = (title: string, n: number): TestItem => ({
  title,
  guid: `guid-${title}-${n}`,
  link: `https://courier.example/${encodeURIComponent(title)}/${n}`,
  text: `${title}. Text with «quotes», "more", emoji 🗞 and a </script> number ${n}.`,
  at: NOON - n * MINUTE,
});

/** A world in which a reader has read, saved, muted, parted and set this and that. */
async function livedIn(): Promise<World> {
  const world = createWorld();
  const handlers = createHandlers(world.deps);
  world.answer(COURIER, rss([item(FIRE, 3), item('Council opens footbridge', 4), item('Тарифи на воду', 5)]));
  world.answer(
    HERALD,
    rss([item(FIRE, 2), item('Chess club wins the cup', 9)], { title: 'Herald', etag: '"1"' }),
  );
  await handlers.addFeed({ url: COURIER });
  await handlers.addFeed({ url: HERALD });
  await handlers.changeSettings({ theme: 'dark', mutedWords: ['chess'], keepDays: 60 });
  await handlers.changeSources({ changes: [{ feedId: 1, patch: { checkMinutes: 45 } }] });
  await handlers.confirmHost({ host: 'nas.local' });
  await handlers.saveArticles({ articleIds: [2], saved: true });
  await handlers.markRead({ articleIds: [1], read: true });
  await handlers.markAllRead({});
  await handlers.markRead({ articleIds: [3], read: false });
  world.time += HOUR;
  world.answer(COURIER, rss([item('Ferry line reopens', 1), item(FIRE, 3)]));
  await poll(world.deps);
  const story = (await (await world.database()).getAll('stories')).find(
    ({ articles }) => articles.length > 1,
  );
  await handlers.splitStory({ articleIds: [story?.articles[1] ?? 0] });
  await handlers.visitLatest({ upTo: NOON });
  return world;
}

/** What a reader sees of everything. */
async function seen({ deps }: World): Promise<unknown> {
  const handlers = createHandlers(deps);
  const now = deps.now();
  return Promise.all([
    handlers.latest({ after: null, limit: 200 }),
    handlers.top({ now, limit: 50 }),
    handlers.sources({}),
    handlers.settings({}),
    handlers.status({}),
    handlers.exportSources({}),
  ]);
}

let world: World;
let file: Blob;
let before: readonly string[];

beforeEach(async () => {
  world = await livedIn();
  file = await backupOf(world.deps);
  before = await carried(world.deps);
});

afterEach(() => vi.restoreAllMocks());

describe('a backup', () => {
  it('says what it holds before anything is restored', async () => {
    expect(await preview(file)).toEqual({
      ok: true,
      value: { at: NOON + HOUR, sources: 2, articles: 6, saved: 1, rows: before.length },
    });
  });

  it('carries every store but those that are named', () => {
    const left = Object.keys(IS_CARRIED).filter((name) => !IS_CARRIED[name as keyof typeof IS_CARRIED]);
    expect(left.sort()).toEqual([
      'alerts',
      'searchChanges',
      'searchHeads',
      'searchLeads',
      'serverItems',
      'staging',
    ]);
    const all = Object.keys(IS_CARRIED).filter((name) => !left.includes(name));
    expect(all.sort()).toEqual([...BACKUP_STORES].sort());
  });

  it('carries no field, record or number that is not on its list', async () => {
    const db = await world.database();
    const feed = await db.get('feeds', 1);
    await db.put('feeds', { ...feed, password: 'hunter2' } as never);
    await db.put('records', 'hunter2', 'serverPassword' as never);
    await db.put('counters', 1, 'hunter2' as never);
    expect(await textOf(await backupOf(world.deps))).not.toContain('hunter2');
  });

  it('brings everything back after everything was erased: every row and mark is as it was', async () => {
    const shown = await seen(world);
    const handlers = createHandlers(world.deps);
    await handlers.eraseEverything({});
    expect(await carried(world.deps)).not.toEqual(before);
    expect(await restore(world.deps, file, 'replace')).toEqual({
      ok: true,
      value: { sources: 2, articles: 6 },
    });
    expect(await carried(world.deps)).toEqual(before);
    expect(await seen(world)).toEqual(shown);
  });

  it('brings the same back where it is merged into an empty Lede, and a poll then goes on as before', async () => {
    const shown = await seen(world);
    await createHandlers(world.deps).eraseEverything({});
    await restore(world.deps, file, 'merge');
    expect(await seen(world)).toEqual(shown);
    world.time += HOUR;
    world.answer(HERALD, rss([item('Night train sells out', 0), item(FIRE, 2)], { title: 'Herald' }));
    await poll(world.deps);
    expect((await (await world.database()).getAll('articles')).map(({ title }) => title)).toContain(
      'Night train sells out',
    );
    expect(await (await world.database()).count('articles')).toBe(7);
  });
});

describe('merging', () => {
  it('adds nothing where everything is here', async () => {
    expect(await restore(world.deps, file, 'merge')).toEqual({
      ok: true,
      value: { sources: 0, articles: 0 },
    });
    expect(await carried(world.deps)).toEqual(before);
  });

  it('adds what is missing beside what is here, and a second time changes nothing', async () => {
    const other = createWorld();
    const handlers = createHandlers(other.deps);
    other.answer(COURIER, rss([item('Council opens footbridge', 4)]));
    other.answer(LEADER, rss([item('Leader of its own', 1)], { title: 'Leader' }));
    await handlers.addFeed({ url: LEADER });
    await handlers.addFeed({ url: COURIER });
    await handlers.changeSettings({ theme: 'light' });
    other.time += HOUR;
    expect(await restore(other.deps, file, 'merge')).toEqual({
      ok: true,
      value: { sources: 1, articles: 5 },
    });
    const db = await other.database();
    expect((await db.getAll('feeds')).map(({ url }) => url)).toEqual([LEADER, COURIER, HERALD]);
    const articles = await db.getAll('articles');
    expect(articles.map(({ title }) => title)).toContain('Тарифи на воду');
    expect((await handlers.settings({})) as object).toMatchObject({ value: { theme: 'light' } });
    const council = articles.find(({ title }) => title === 'Council opens footbridge');
    expect(await db.get('marks', council?.id ?? 0)).toMatchObject({ read: true, saved: true });
    const water = articles.find(({ title }) => title === 'Тарифи на воду');
    expect(await db.get('bodies', water?.id ?? 0)).toMatchObject({
      html: expect.stringContaining('«quotes»'),
    });
    // Every article is in a story or is a twin, and totals are those of the rows.
    expect(articles.every(({ story }) => story !== 0)).toBe(true);
    expect(await db.get('counters', 'articles')).toBe(articles.length);
    const unread = await Promise.all(articles.map(async ({ id }) => !(await db.get('marks', id))?.read));
    expect(await db.get('counters', 'unread')).toBe(unread.filter(Boolean).length);
    const merged = await carried(other.deps);
    expect(await restore(other.deps, file, 'merge')).toEqual({
      ok: true,
      value: { sources: 0, articles: 0 },
    });
    expect(await carried(other.deps)).toEqual(merged);
  });

  it('raises no alert for what comes in', async () => {
    const other = createWorld();
    other.answer(LEADER, rss([item('Leader of its own', 1)]));
    await createHandlers(other.deps).addFeed({ url: LEADER });
    await restore(other.deps, file, 'merge');
    const stories = await (await other.database()).getAll('stories');
    expect(stories.filter(({ alertedAt }) => alertedAt !== undefined)).toEqual([]);
  });
});

describe('replacing', () => {
  it('leaves nothing of what was here, and a check that was under way stores nothing', async () => {
    const other = createWorld();
    const handlers = createHandlers(other.deps);
    let release = (): void => undefined;
    other.answer(LEADER, rss([item('Leader of its own', 1)]));
    await handlers.addFeed({ url: LEADER });
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    other.answer(LEADER, async () => {
      await gate;
      return rss([item('Too late', 1)]);
    });
    other.time += 24 * HOUR;
    const polling = poll(other.deps);
    await vi.waitFor(() => expect(other.requests.length).toBe(2));
    await restore(other.deps, file, 'replace');
    release();
    await polling;
    const db = await other.database();
    expect((await db.getAll('feeds')).map(({ url }) => url)).toEqual([COURIER, HERALD]);
    const titles = (await db.getAll('articles')).map(({ title }) => title);
    expect(titles).not.toContain('Too late');
    expect(titles).not.toContain('Leader of its own');
    expect(await handlers.settings({})).toMatchObject({ value: { theme: 'dark' } });
    expect(await db.get('counters', 'unread')).toBe(await (await world.database()).get('counters', 'unread'));
  });
});

describe('a file that is no good', () => {
  const packed = (text: string): Promise<Blob> =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

  /** Nothing is restored from it, by a page that looks first or by one that does not. */
  async function expectRefused(bad: Blob, code: string): Promise<void> {
    expect(await preview(bad)).toMatchObject({ ok: false, problem: { code } });
    const restored = await restore(world.deps, bad, 'replace');
    expect(restored.ok).toBe(false);
    expect(await carried(world.deps)).toEqual(before);
    expect(await (await world.database()).count('staging')).toBe(0);
  }

  it.each([0.1, 0.5, 0.99])('is cut after %f of it', async (part) => {
    await expectRefused(file.slice(0, Math.floor(file.size * part)), 'damaged-backup');
  });

  it('is cut between two lines, or lacks one in the middle', async () => {
    const lines = (await textOf(file)).trimEnd().split('\n');
    await expectRefused(await packed(`${lines.slice(0, -2).join('\n')}\n`), 'damaged-backup');
    await expectRefused(await packed(`${lines.toSpliced(8, 1).join('\n')}\n`), 'damaged-backup');
  });

  it('has a byte changed', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0x55;
    await expectRefused(new Blob([bytes]), 'damaged-backup');
    await expectRefused(
      new Blob([(await textOf(file)).replace('footbridge', 'footbridgf')]),
      'damaged-backup',
    );
  });

  it('is of a newer version, or no backup at all', async () => {
    const text = await textOf(file);
    const newer = text.replace(`"version":${BACKUP_VERSION}`, `"version":${BACKUP_VERSION + 1}`);
    await expectRefused(await packed(newer), 'newer-backup');
    await expectRefused(new Blob(['<opml version="2.0"/>']), 'no-backup');
    await expectRefused(new Blob(['']), 'no-backup');
    await expectRefused(new Blob(['{"lede":"settings"}\n']), 'no-backup');
    await expectRefused(new Blob([new Uint8Array([0x1f, 0x8b, 1, 2, 3])]), 'damaged-backup');
  });

  it.each([
    ['a prototype in a source', 'feeds', (row: string) => row.replace('{', '{"__proto__":{"muted":true},')],
    [
      'a prototype in an article',
      'articles',
      (row: string) => row.replace('{', '{"__proto__":{"polluted":1},'),
    ],
    ['a constructor', 'marks', (row: string) => row.replace('{', '{"constructor":{"prototype":{"a":1}},')],
    [
      'a prototype in the settings',
      'records',
      (row: string) => row.replace('"theme"', '"__proto__":{"a":1},"theme"'),
    ],
    ['an unknown store', 'marks', (row: string) => row.replace('"marks"', '"staging"')],
    [
      'an address that runs something',
      'articles',
      (row: string) => row.replace(/"url":"https:/, '"url":"javascript:'),
    ],
    [
      'a number where text should be',
      'articles',
      (row: string) => row.replace(/"title":"[^"]*"/, '"title":7'),
    ],
    ['a field less', 'articles', (row: string) => row.replace(/"title":"[^"]*",/, '')],
  ])('holds %s', async (_, store, change) => {
    const lines = before.map((line) => {
      const changed = line.startsWith(`["${store}"`) ? change(line) : line;
      return changed;
    });
    expect(lines).not.toEqual(before);
    const { BackupEnd, headerLine } = await import('../../../utils/store/backup-file.ts');
    const end = new BackupEnd();
    const body = lines.map((line) => `${line}\n`).join('');
    end.add(body, lines.length);
    await expectRefused(await packed(`${headerLine(NOON)}\n${body}${end.line()}\n`), 'damaged-backup');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('a background that dies while a backup comes in', () => {
  it('leaves everything as it was, and the restore can begin anew', async () => {
    const handlers = createHandlers(world.deps);
    const begun = await handlers.beginRestore({});
    if (!begun.ok) throw new Error('no restore');
    const text = await textOf(file);
    await handlers.stageRestore({ ...begun.value, index: 0, text: text.slice(0, 500) });
    const reborn = world.reborn();
    expect(await carried(reborn)).toEqual(before);
    await finishRestore(reborn);
    expect(await restore(reborn, file, 'merge')).toMatchObject({ ok: true });
    // What the other left is none of its business.
    const late = await createHandlers(reborn).stageRestore({ ...begun.value, index: 1, text: 'x' });
    expect(late).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('drops what nobody finished after an hour', async () => {
    await createHandlers(world.deps).beginRestore({});
    await (await world.database()).put('staging', { index: 0, text: 'x' });
    world.time += 2 * HOUR;
    await finishRestore(world.reborn());
    expect(await (await world.database()).count('staging')).toBe(0);
  });

  it('goes on with what was being written, once', async () => {
    await createHandlers(world.deps).eraseEverything({});
    const handlers = createHandlers(world.deps);
    const begun = await handlers.beginRestore({});
    if (!begun.ok) throw new Error('no restore');
    const text = await textOf(file);
    const parts = Math.ceil(text.length / 700);
    for (let index = 0; index < parts; index += 1) {
      await handlers.stageRestore({
        ...begun.value,
        index,
        text: text.slice(index * 700, (index + 1) * 700),
      });
    }
    const { clear } = IDBObjectStore.prototype;
    // The last thing that the transaction does fails, as if the browser had ended it.
    let deaths = 1;
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
      if (this.name === 'staging' && deaths > 0) {
        deaths -= 1;
        const db = this.transaction;
        db.abort();
        throw new DOMException('the worker ended', 'AbortError');
      }
      return clear.call(this);
    });
    const record = await (await world.database()).get('records', 'restore');
    await (await world.database()).put(
      'records',
      { ...(record as object), state: 'committing', mode: 'replace', parts },
      'restore',
    );
    const { writeStaged } = await import('../../../utils/store/restore.ts');
    const { stagedRestore } = await import('../../../utils/store/staging.ts');
    const staged = await stagedRestore(await world.database());
    await expect(
      writeStaged(
        await world.database(),
        { ...(staged as NonNullable<typeof staged>), mode: 'replace' },
        NOON,
      ),
    ).rejects.toThrow();
    expect(await (await world.database()).count('feeds')).toBe(0);
    await finishRestore(world.reborn());
    expect(await carried(world.deps)).toEqual(before);
    const again = await createHandlers(world.reborn()).commitRestore({
      ...begun.value,
      parts,
      mode: 'replace',
    });
    expect(again).toEqual({ ok: true, value: { sources: 2, articles: 6 } });
    expect(await carried(world.deps)).toEqual(before);
  });
});

describe('a large backup', () => {
  it('is read and sent in pieces that fit into a message', async () => {
    const big = createWorld();
    const letters = 'Вода й «світло» \\ " \u0001 🗞'.repeat(3_000);
    big.answer(
      COURIER,
      rss(
        Array.from({ length: 20 }, (_, n) => ({
          ...item(`Long read ${n}`, n),
          text: letters.replace('\u0001', ''),
        })),
      ),
    );
    await createHandlers(big.deps).addFeed({ url: COURIER });
    const bigFile = await backupOf(big.deps);
    const all = await carried(big.deps);
    await createHandlers(big.deps).eraseEverything({});
    const handlers = createHandlers(big.deps);
    const sizes: number[] = [];
    const result = await restore(big.deps, bigFile, 'replace', {
      ...handlers,
      stageRestore: (request) => {
        sizes.push(new TextEncoder().encode(JSON.stringify(request)).length);
        return handlers.stageRestore(request);
      },
    });
    expect(result).toMatchObject({ ok: true });
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(4 * 1024 * 1024);
    expect(MAX_PART).toBeLessThan(4 * 1024 * 1024);
    expect(await carried(big.deps)).toEqual(all);
  });
});
