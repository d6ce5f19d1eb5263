/** What a local source and one of the account both bring is one article: by its address, else by source, headline and time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetRemoved } from '../../../utils/app/commands/forget-removed.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { REMOVED_FOR_MS } from '../../../utils/model/feed.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { HOUR, rss, type TestItem } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
/** The same publisher's feed that names other addresses of the same articles. */
const MOBILE = 'https://m.courier.example/rss';

describe.each(['freshrss', 'miniflux'] as const)('an article from both sides, with %s', (dialect) => {
  let account: AccountWorld;
  const at = Date.UTC(2026, 2, 1, 11);
  const title = 'Losses of the day';
  const here = { title, link: 'https://m.courier.example/story?id=1', text: 'Four brigades lost', at };
  const there = { title, link: 'https://courier.example/2026/losses', html: '<p>Four brigades lost</p>', at };

  beforeEach(async () => {
    account = await createAccountWorld(dialect);
  });
  afterEach(() => account.server.close());

  async function followHere(...items: TestItem[]): Promise<void> {
    account.world.answer(MOBILE, rss(items));
    value(await account.handlers.addFeed({ url: MOBILE }));
  }
  const feedOf = async (url: string): Promise<number> =>
    (await (await account.world.database()).getFromIndex('feeds', 'byUrl', url))?.id ?? 0;
  const rows = async () => value(await account.handlers.latest({ after: null, limit: 50 })).rows;
  const unread = async () => value(await account.handlers.status({})).unread;
  const titlesShown = async () => (await rows()).map((row) => row.title).sort();

  it('is shown once where its addresses differ, and read and saved on both', async () => {
    await followHere(here);
    await account.publish(COURIER, [there]);
    await account.add();
    expect(await titlesShown()).toEqual([title]);
    expect(await unread()).toBe(1);
    const [row] = await rows();
    value(await account.handlers.markRead({ articleIds: [row?.id ?? 0], read: true }));
    value(await account.handlers.saveArticles({ articleIds: [row?.id ?? 0], saved: true }));
    await account.sync();
    expect(account.server.items).toMatchObject([{ read: true, saved: true }]);
    Object.assign(account.server.items[0] ?? {}, { read: false });
    await account.sync();
    await account.sync();
    expect(await rows()).toMatchObject([{ title, unread: true }]);
  });

  it('is shown once where one of them has no address', async () => {
    const { link: _, ...unlinked } = here;
    await followHere(unlinked);
    await account.publish(COURIER, [there]);
    await account.add();
    expect(await titlesShown()).toEqual([title]);
  });

  it('is shown once where the account had it first, with what was done of it', async () => {
    await account.publish(COURIER, [there]);
    Object.assign(account.server.items[0] ?? {}, { read: true });
    await account.add();
    await followHere(here);
    expect(await rows()).toMatchObject([{ title, unread: false }]);
    expect(await unread()).toBe(0);
  });

  it('is shown once whatever the server made of its headline', async () => {
    const marked = 'Oil < 60 & gas > 30: “what now”?';
    await followHere({ ...here, title: marked });
    await account.publish(COURIER, [{ ...there, title: marked }]);
    await account.add();
    expect(await rows()).toHaveLength(1);
  });

  it('is no other one under the same headline: of another time, or with another text at another address', async () => {
    await followHere(here, { ...here, at: at - 24 * HOUR, link: `${here.link}0`, text: 'Two brigades lost' });
    await account.publish(COURIER, [
      { ...there, at: at + 1000 },
      { ...there, html: '<p>No brigade was lost</p>', link: `${there.link}-2` },
    ]);
    await account.add();
    expect(await titlesShown()).toEqual([title, title, title, title]);
  });

  it('is no article of another publisher', async () => {
    await followHere(here);
    await account.publish('https://herald.example/rss', [{ ...there, link: 'https://herald.example/1' }]);
    await account.add();
    expect(await rows()).toHaveLength(2);
  });

  it('is one of the other side at most', async () => {
    await followHere(here);
    await account.publish(COURIER, [there, { ...there, link: `${there.link}-again` }]);
    await account.add();
    expect(await rows()).toHaveLength(2);
    expect(await account.articles()).toHaveLength(3);
  });

  it('stands in for the other where that is let go, as read as it was', async () => {
    await followHere(here);
    await account.publish(COURIER, [there]);
    await account.add();
    const [row] = await rows();
    value(await account.handlers.markRead({ articleIds: [row?.id ?? 0], read: true }));
    value(await account.handlers.removeSources({ feedIds: [await feedOf(MOBILE)] }));
    account.world.time += REMOVED_FOR_MS + 1;
    await forgetRemoved(account.world.deps);
    const [heir] = await rows();
    expect(heir).toMatchObject({ title, unread: false });
    expect(heir?.id).not.toBe(row?.id);
    value(await account.handlers.markRead({ articleIds: [heir?.id ?? 0], read: false }));
    await account.sync();
    expect(account.server.items).toMatchObject([{ read: false }]);
  });

  it('is one that its source names by another address here than there', async () => {
    account.world.answer(COURIER, rss([{ ...here, guid: 'a' }]));
    value(await account.handlers.addFeed({ url: COURIER }));
    await account.publish(COURIER, [there, { ...there, html: '<p>Another</p>', link: `${there.link}-2` }]);
    await account.add();
    expect(await account.articles()).toHaveLength(2);
    await poll(account.world.deps);
    await account.sync();
    expect(await account.articles()).toHaveLength(2);
  });
});
