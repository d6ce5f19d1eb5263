/** What the reader marks, with a whole account: when it is sent, and what becomes of rows of stories. */
import { beforeEach, describe, expect, it } from 'vitest';
import { HELD_BACK_MS } from '../../../utils/model/account.ts';
import type { Story } from '../../../utils/model/story.ts';
import { storedAccount } from '../../../utils/store/account.ts';
import { isStoryRead } from '../../../utils/store/marks.ts';
import { asAllRead } from '../../../utils/store/records.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { MINUTE } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';
const TRIBUNE = 'https://tribune.example/rss';
const BRIDGE = [
  'Kharkiv opens new metro bridge over Lopan river after two years of work',
  'New metro bridge over the Lopan opens in Kharkiv two years after work began',
  'Kharkiv metro bridge over Lopan river opened to trains after two-year works',
] as const;

let account: AccountWorld;

beforeEach(async () => {
  account = await createAccountWorld('freshrss');
});

const nextSyncAt = async () =>
  (await storedAccount(await account.world.database()))?.account?.nextSyncAt ?? 0;
const idOf = async (title: string) =>
  (await account.articles()).find((article) => article.title === title)?.id ?? 0;
const readThere = () => account.server.items.filter(({ read }) => read).map(({ title }) => title);

/** The rows of stories of several articles, and whether they are read. */
async function rows(): Promise<(Pick<Story, 'articles'> & { readonly isRead: boolean })[]> {
  const db = await account.world.database();
  const allRead = asAllRead(await db.get('records', 'allStoriesRead'));
  const stories = (await db.getAll('stories')).filter(({ articles }) => articles.length > 1);
  return stories.map((story) => ({ articles: story.articles, isRead: isStoryRead(story, allRead) }));
}

describe('a mark', () => {
  beforeEach(async () => {
    await account.publish(COURIER, [{ title: 'One' }, { title: 'Two' }]);
    await account.add();
    account.world.alarms.length = 0;
  });

  it('is sent within a minute, together with what is marked until then', async () => {
    const { handlers, world } = account;
    const at = world.time + MINUTE;
    value(await handlers.markRead({ articleIds: [await idOf('One')], read: true }));
    world.time += MINUTE / 2;
    value(await handlers.saveArticles({ articleIds: [await idOf('Two')], saved: true }));
    expect([await nextSyncAt(), world.alarms.at(-1)]).toEqual([at, at]);
  });

  it('that brings nothing for the server brings no sync', async () => {
    const before = await nextSyncAt();
    value(await account.handlers.markRead({ articleIds: [await idOf('One')], read: false }));
    expect(await nextSyncAt()).toBe(before);
  });

  it('made while a sync runs is sent within a minute after it', async () => {
    const { handlers, world } = account;
    const ask = world.askServer;
    world.askServer = async (request) => {
      if (request.url.includes('xt='))
        value(await handlers.markRead({ articleIds: [await idOf('One')], read: true }));
      return ask(request);
    };
    await account.sync();
    expect(await nextSyncAt()).toBe(world.time + MINUTE);
  });

  it('that the server refuses is not tried every minute', async () => {
    const { handlers, world } = account;
    const ask = world.askServer;
    world.askServer = async (request) =>
      request.url.includes('edit-tag')
        ? { kind: 'answer', status: 500, text: '', retryAfterMs: null }
        : ask(request);
    value(await handlers.markRead({ articleIds: [await idOf('One')], read: true }));
    await handlers.syncAccount({});
    expect(await nextSyncAt()).toBeGreaterThan(world.time + 10 * MINUTE);
  });

  it('of all is sent when it can no longer be taken back', async () => {
    const { handlers, world } = account;
    const marked = value(await handlers.markAllRead({}));
    expect(await nextSyncAt()).toBe(world.time + HELD_BACK_MS);
    await account.sync();
    expect([readThere(), await nextSyncAt()]).toEqual([[], world.time + HELD_BACK_MS]);
    world.time += HELD_BACK_MS;
    await account.sync();
    expect(readThere()).toEqual(['One', 'Two']);
    value(await handlers.undoMarkAll(marked));
    await account.sync();
    expect(readThere()).toEqual([]);
  });
});

describe('a row of several reports', () => {
  it('is unread while one of them came unread, though another came as read', async () => {
    await account.publish(COURIER, [{ title: BRIDGE[0] }]);
    await account.publish(HERALD, [{ title: BRIDGE[1] }]);
    for (const item of account.server.items) item.read = item.title === BRIDGE[0];
    await account.add();
    expect(await rows()).toMatchObject([{ isRead: false }]);
    for (const item of account.server.items) item.read = true;
    await account.sync();
    expect(await rows()).toMatchObject([{ isRead: true }]);
  });

  it('that came as read throughout is read', async () => {
    await account.publish(COURIER, [{ title: BRIDGE[0] }]);
    await account.publish(HERALD, [{ title: BRIDGE[1] }]);
    for (const item of account.server.items) item.read = true;
    await account.add();
    expect(await rows()).toMatchObject([{ isRead: true }]);
  });

  it('that is opened reads what it holds there; a report that joins later stays unread there, and the row read', async () => {
    value(await account.handlers.changeSettings({ latest: 'stories' }));
    await account.publish(COURIER, [{ title: BRIDGE[0] }]);
    await account.publish(HERALD, [{ title: BRIDGE[1] }]);
    await account.add();
    value(await account.handlers.markRead({ articleIds: [await idOf(BRIDGE[1])], read: true }));
    account.world.time += MINUTE;
    await account.publish(TRIBUNE, [{ title: BRIDGE[2] }]);
    await account.sync();
    const [row] = await rows();
    expect([row?.articles.length, row?.isRead]).toEqual([3, true]);
    expect(readThere()).toEqual([BRIDGE[0], BRIDGE[1]]);
  });
});
