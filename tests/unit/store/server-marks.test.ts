import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { HELD_BACK_MS } from '../../../utils/model/account.ts';
import { isStoryRead, markArticles } from '../../../utils/store/marks.ts';
import { asAllRead } from '../../../utils/store/records.ts';
import { waitingItems } from '../../../utils/store/server-items.ts';
import { compareItems } from '../../../utils/store/server-word.ts';
import { articleOf, fillShelf, MarkClient, MarkServer, openDatabase } from '../support/marking-client.ts';

let server: MarkServer;
let client: MarkClient;

beforeEach(async () => {
  const db = await openDatabase();
  await fillShelf(db);
  server = new MarkServer();
  client = new MarkClient(db, server);
});

async function push(): Promise<void> {
  while (await client.send('done')) await client.note();
}

async function sync(): Promise<void> {
  await push();
  await client.pull();
}

const waiting = async () => [...(await waitingItems(client.db)).keys()];
const readThere = () => [...server.rows].filter(([, { read }]) => read).map(([id]) => id);
const readHere = async () => [...(await client.shown())].filter(([, { read }]) => read).map(([id]) => id);

async function isRowRead(story: number): Promise<boolean> {
  const row = await client.db.get('stories', story);
  const allRead = asAllRead(await client.db.get('records', 'allStoriesRead'));
  return row !== undefined && isStoryRead(row, allRead);
}

/** One more report of story 11 arrives from the server, unread. */
async function report(id: string): Promise<void> {
  const { db } = client;
  server.rows.set(id, { read: false, saved: false });
  const [article, story, item] = await Promise.all([
    db.get('articles', articleOf('1')),
    db.get('stories', 11),
    db.get('serverItems', '1'),
  ]);
  if (!article || !story || !item) throw new Error('the shelf is empty');
  const pending = { read: null, saved: null };
  await db.put('articles', { ...article, id: articleOf(id), key: id });
  await db.put('stories', { ...story, articles: [...story.articles, articleOf(id)] });
  await db.put('serverItems', {
    id,
    feedId: 1,
    articleId: articleOf(id),
    read: false,
    saved: false,
    pending,
  });
}

describe('a row of stories', () => {
  it('that is opened reads on the server what it holds at that moment, and not what joins it later', async () => {
    await client.mark('2', 'read', true);
    await report('7');
    await sync();
    expect(readThere()).toEqual(['1', '2']);
    expect(await isRowRead(11)).toBe(true);
    expect(await client.db.get('stories', 11)).toMatchObject({ seen: 2, articles: [101, 102, 107] });
    expect(await readHere()).toEqual(['1', '2']);
  });

  it('is read once all that it holds was read on the server, and not before', async () => {
    server.mark(['1'], 'read', true);
    await sync();
    expect([await readHere(), await isRowRead(11)]).toEqual([['1'], false]);
    server.mark(['2'], 'read', true);
    await sync();
    expect([await readHere(), await isRowRead(11)]).toEqual([['1', '2'], true]);
  });

  it('that holds what no server has is not read by what was read there', async () => {
    server.mark(['4', '5'], 'read', true);
    await sync();
    expect([await readHere(), await isRowRead(13)]).toEqual([['4', '5'], false]);
  });

  it('is unread again where an article of it was marked unread elsewhere', async () => {
    await client.mark('1', 'read', true);
    await sync();
    server.mark(['1'], 'read', false);
    await sync();
    expect([await readHere(), await isRowRead(11)]).toEqual([['2'], false]);
  });

  it('leaves out what the reader muted', async () => {
    const story = await client.db.get('stories', 11);
    if (story) await client.db.put('stories', { ...story, muted: [articleOf('1')] });
    await client.mark('2', 'read', true);
    await sync();
    expect(readThere()).toEqual(['2']);
  });
});

describe('a row that is an article', () => {
  it('reads that article alone', async () => {
    await fillShelf(client.db, 'articles');
    await client.mark('2', 'read', true);
    await sync();
    expect(readThere()).toEqual(['2']);
  });
});

describe('an article', () => {
  it('that a second source of the account has as well is marked there under both', async () => {
    const { db } = client;
    const [one, three] = [await db.get('articles', articleOf('1')), await db.get('articles', articleOf('3'))];
    if (!one || !three) throw new Error('the shelf is empty');
    await db.put('articles', { ...one, urlKey: 'https://courier.example/1' });
    await db.put('articles', { ...three, urlKey: 'https://courier.example/1', twinOf: one.id, story: -1 });
    await client.mark('1', 'saved', true);
    await push();
    expect([...server.rows].filter(([, { saved }]) => saved).map(([id]) => id)).toEqual(['1', '3']);
  });

  it('that was marked through its twin on the server is marked here under its own number', async () => {
    const { db } = client;
    const three = await db.get('articles', articleOf('3'));
    if (three) await db.put('articles', { ...three, twinOf: articleOf('6'), story: -1 });
    server.mark(['3'], 'read', true);
    await sync();
    expect(await readHere()).toContain('6');
  });

  it('that the server has no longer stays here, and nothing of it waits', async () => {
    await client.mark('6', 'read', true);
    server.rows.delete('6');
    await sync();
    expect([await readHere(), await waiting()]).toEqual([['6'], []]);
  });

  it('that the server has no longer is asked for once, and again when a set shows it', async () => {
    server.rows.delete('6');
    await sync();
    expect((await compareItems(client.db, server.sets(null), 100)).candidates).toEqual([]);
    server.rows.set('6', { read: false, saved: true });
    await sync();
    expect((await client.shown()).get('6')).toMatchObject({ saved: true });
    server.rows.set('6', { read: true, saved: true });
    expect((await compareItems(client.db, server.sets(null), 100)).candidates).toEqual(['6']);
  });

  it('of a browser without an account is marked, and nothing waits for anybody', async () => {
    await client.db.delete('records', 'accountPlace');
    await client.mark('2', 'read', true);
    await client.markAll();
    await client.wait(2 * HELD_BACK_MS);
    expect(await waiting()).toEqual([]);
    expect(await client.db.get('records', 'markAllOrder')).toBeUndefined();
  });
});

describe('a mark', () => {
  it('is waiting until a set that was asked for after it was sent shows it', async () => {
    await client.askSets(null);
    await client.mark('6', 'read', true);
    await push();
    expect(await waiting()).toEqual(['6']);
    await client.takeSets();
    expect([await waiting(), await client.send('done')]).toEqual([['6'], false]);
    await client.takeContents();
    await client.pull();
    expect(await waiting()).toEqual([]);
  });

  it('that the server says OK to and forgets is sent once more, then the server’s word counts here', async () => {
    await client.mark('6', 'read', true);
    for (const mark of [1, 2]) {
      expect(await client.send('done')).toBe(true);
      server.mark(['6'], 'read', false);
      await client.note();
      await client.pull();
      expect([mark, await waiting()]).toEqual([mark, mark === 1 ? ['6'] : []]);
    }
    expect(await readHere()).toEqual([]);
  });

  it('that an article had before it was opened once more is sent by nobody twice', async () => {
    await client.mark('6', 'read', true);
    await sync();
    await markArticles(client.db, [articleOf('6')], true, 2_000_000);
    expect(await waiting()).toEqual([]);
  });
});

describe('"mark all"', () => {
  it('is one entry that is held back while it can be taken back, and then a mark an article', async () => {
    await client.markAll();
    await client.wait(HELD_BACK_MS - 1);
    await sync();
    expect([await waiting(), readThere()]).toEqual([[], []]);
    expect((await readHere()).length).toBe(6);
    await client.wait(1);
    expect((await waiting()).length).toBe(6);
    await sync();
    expect([await waiting(), readThere().length]).toEqual([[], 6]);
  });

  it('leaves out what the reader marked unread after it', async () => {
    await client.markAll();
    await client.mark('6', 'read', false);
    await client.wait(HELD_BACK_MS);
    await sync();
    expect(readThere()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('that was taken back in time was never heard of by the server', async () => {
    await client.mark('6', 'read', true);
    await sync();
    await client.markAll();
    await client.undoMarkAll();
    await client.wait(HELD_BACK_MS);
    await sync();
    expect([await waiting(), readThere()]).toEqual([[], ['6']]);
  });

  it('that was taken back too late is taken back on the server as well', async () => {
    await client.mark('6', 'read', true);
    await client.markAll();
    await client.wait(HELD_BACK_MS);
    await sync();
    await client.undoMarkAll();
    await client.wait(0);
    await sync();
    expect([await waiting(), readThere(), await readHere()]).toEqual([[], ['6'], ['6']]);
  });

  it('of a clock that went back is not held back for ever', async () => {
    await client.markAll();
    await client.wait(-HELD_BACK_MS);
    expect((await waiting()).length).toBe(6);
  });
});
