/** Changes of the account's sources, against the newsroom's feed servers in both dialects. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServerAnswer, ServerRequest } from '../../../utils/account/wire.ts';
import { addThere, knowRefused, moveSources } from '../../../utils/app/commands/account-sources.ts';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSources } from '../../../utils/app/commands/change-sources.ts';
import { forgetRemoved } from '../../../utils/app/commands/forget-removed.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { markRead, saveOrNot } from '../../../utils/app/commands/mark-read.ts';
import { removeSources, restoreSources } from '../../../utils/app/commands/remove-sources.ts';
import { syncAccount } from '../../../utils/app/commands/sync-account.ts';
import { account } from '../../../utils/app/queries/account.ts';
import type { AccountView } from '../../../utils/model/account.ts';
import { type Feed, NEVER, REMOVED_FOR_MS } from '../../../utils/model/feed.ts';
import { allFeeds } from '../../../utils/store/feeds.ts';
import type { ServedFeed } from '../../newsroom/reader-server.ts';
import { type AccountWorld, createAccountWorld } from '../support/account.ts';
import { rss, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const GLOBE = 'https://globe.example/rss';
const EDIT = '/subscription/edit';

describe.each(['freshrss', 'miniflux'] as const)('on a server that speaks as %s', (dialect) => {
  let world: World & Pick<AccountWorld, 'server' | 'feeds'>;
  /** Stands between Lede and the server: what it gives is the answer; null lets the request through. */
  let between: (request: ServerRequest) => Promise<ServerAnswer> | null;

  beforeEach(async () => {
    const account = await createAccountWorld(dialect);
    world = Object.assign(account.world, { server: account.server, feeds: account.feeds });
    for (const name of ['courier', 'globe', 'post']) {
      world.feeds.set(`https://${name}.example/rss`, served(name));
    }
    await account.add();
    const { askServer } = world;
    between = () => null;
    world.askServer = (request) => between(request) ?? askServer(request);
  });
  afterEach(() => world.server.close());

  const sync = (deps = world.deps) => syncAccount(deps);

  const feeds = async (): Promise<Feed[]> => allFeeds(await world.database());
  const feedOf = async (url: string): Promise<Feed | undefined> =>
    (await feeds()).find((feed) => feed.url === url);
  const view = async (): Promise<AccountView> => {
    const shown = await account(await world.database());
    if (shown === null) throw new Error('no account');
    return shown;
  };
  const follow = (folder: readonly string[], ...urls: string[]) =>
    importSources(
      world.deps,
      urls.map((url) => ({ url, title: '', siteUrl: null, folder })),
    );
  const listed = () => world.server.feeds.map(({ url, title, folder }) => ({ url, title, folder }));
  const edits = () => world.server.requests.filter((request) => request.endsWith(EDIT)).length;
  /** The account's source at an address, as it came by moving it there. */
  const moved = async (url: string): Promise<Feed> => {
    await follow(['Papers'], url);
    await moveSources(world.deps);
    await sync();
    const feed = await feedOf(url);
    if (!feed?.account) throw new Error('not moved');
    return feed;
  };

  it('the next sync rings by itself, also where no source is fetched here', async () => {
    expect(await feeds()).toEqual([]);
    world.alarms.length = 0;
    await sync();
    expect(world.alarms).toContain((await view()).nextSyncAt);
  });

  describe('moving local sources there', () => {
    it('has each followed there in one folder, and fetched by the server alone once it is listed', async () => {
      await follow(['News', 'Papers'], COURIER, GLOBE);
      const before = await feedOf(COURIER);
      expect(await moveSources(world.deps)).toEqual({ ok: true, value: null });
      expect(await sync()).toBeNull();
      expect(listed()).toMatchObject([
        { url: COURIER, folder: 'News / Papers' },
        { url: GLOBE, folder: 'News / Papers' },
      ]);
      const after = await feedOf(COURIER);
      expect(after).toMatchObject({ id: before?.id, folder: ['News / Papers'], nextCheckAt: NEVER });
      expect(after?.account?.streamId).toBe(`feed/${world.server.feeds[0]?.id}`);
      expect(await view()).toMatchObject({ sources: 2, changesWaiting: 0, refused: [], moving: null });
    });

    it('keeps its articles, and sends on what was read and saved of them', async () => {
      const { items } = served('courier');
      world.answer(COURIER, rss(items.map(({ link, title, html: text, at }) => ({ link, title, text, at }))));
      await addFeed(world.deps, COURIER);
      const db = await world.database();
      const before = await db.getAll('articles');
      await markRead(world.deps, [before[0]?.id ?? 0], true);
      await saveOrNot(world.deps, [before[1]?.id ?? 0], true);
      await moveSources(world.deps);
      await sync();
      await sync();
      expect((await db.getAll('articles')).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      const there = world.server.items.map(({ title, read, saved }) => ({ title, read, saved }));
      expect(there.filter(({ read }) => read)).toMatchObject([{ title: before[0]?.title }]);
      expect(there.filter(({ saved }) => saved)).toMatchObject([{ title: before[1]?.title }]);
      expect(await view()).toMatchObject({ marksWaiting: 0 });
    });

    it('knows one again that the server lists by where its address leads', async () => {
      const old = 'https://old.courier.example/feed';
      await follow([], old);
      const db = await world.database();
      const before = await feedOf(old);
      if (!before) throw new Error('not followed');
      await db.put('feeds', { ...before, redirect: { url: COURIER, since: 0 } });
      const { askServer } = world;
      // As a server does that follows the redirect and remembers where it led.
      world.askServer = (request) =>
        askServer({
          ...request,
          fields: request.fields.map(([name, text]) => [name, text.replace(old, COURIER)] as const),
        });
      await moveSources(world.deps);
      await sync();
      expect(await feeds()).toMatchObject([{ id: before.id, account: { streamId: 'feed/1' } }]);
      expect((await view()).refused).toEqual([]);
    });

    it('takes as many syncs as a slow server needs, a minute apart, and tells how far it is', async () => {
      const urls = Array.from({ length: 6 }, (_, n) => `https://paper${n}.example/rss`);
      for (const url of urls) world.feeds.set(url, served('courier'));
      await follow([], ...urls);
      between = ({ url }) => {
        if (url.endsWith(EDIT)) world.time += 60_000;
        return null;
      };
      await moveSources(world.deps);
      // The sync that it began, and nobody waits for.
      await world.deps.syncs.run(async () => undefined);
      const shown = await view();
      expect(shown.moving).toEqual({ done: 3, total: 6 });
      expect(shown.nextSyncAt - world.time).toBe(60_000);
      await sync();
      expect(await view()).toMatchObject({ moving: null, changesWaiting: 0, sources: 6 });
      expect(edits()).toBe(6);
    });

    it('twice moves nothing twice', async () => {
      await follow([], COURIER);
      await Promise.all([moveSources(world.deps), moveSources(world.deps)]);
      await sync();
      await moveSources(world.deps);
      await sync();
      expect(listed()).toHaveLength(1);
      expect(await feeds()).toHaveLength(1);
      expect(edits()).toBe(1);
    });

    it('leaves here what the server cannot read, after three tries, and names it', async () => {
      world.feeds.delete(GLOBE);
      await follow([], GLOBE, COURIER);
      await moveSources(world.deps);
      await sync();
      expect(listed().map(({ url }) => url)).toEqual([COURIER]);
      expect((await feedOf(GLOBE))?.account).toBeUndefined();
      expect((await feedOf(GLOBE))?.nextCheckAt).not.toBe(NEVER);
      const shown = await view();
      expect(shown.refused).toMatchObject([{ kind: 'move', url: GLOBE, problem: { code: 'http' } }]);
      expect(shown.moving).toBeNull();
      expect(edits()).toBe(4);
      await knowRefused(world.deps);
      expect((await view()).refused).toEqual([]);
    });

    it('goes on after a death between any two requests, and moves nothing twice', async () => {
      await follow([], COURIER, GLOBE, 'https://post.example/rss');
      await sync();
      const { length: calm } = world.serverRequests;
      for (let at = 0; at < 30; at += 1) {
        let asked = 0;
        between = () => {
          if (asked++ === at % 7) throw new Error('killed');
          return null;
        };
        const deps = world.reborn();
        await moveSources(deps).catch(() => undefined);
        await sync(deps).catch(() => undefined);
      }
      expect(world.serverRequests.length).toBeGreaterThan(calm);
      between = () => null;
      await sync(world.reborn());
      expect(listed()).toHaveLength(3);
      expect((await feeds()).map(({ account: there }) => there?.streamId).sort()).toEqual(
        world.server.feeds.map(({ id }) => `feed/${id}`).sort(),
      );
      expect(await view()).toMatchObject({ changesWaiting: 0, refused: [], moving: null });
    });

    it('counts as done what was not answered and the list shows', async () => {
      await follow([], COURIER);
      const { askServer } = world;
      between = () => null;
      world.askServer = async (request) => {
        const answer = await askServer(request);
        return request.url.endsWith(EDIT) ? { kind: 'failed', code: 'timeout' } : answer;
      };
      await moveSources(world.deps);
      await sync();
      expect((await feedOf(COURIER))?.account).toBeDefined();
      expect(edits()).toBe(1);
      expect((await view()).refused).toEqual([]);
    });

    it('sends again at later syncs what was not answered and not done, three times in all, and blocks nothing behind it', async () => {
      await follow([], COURIER, GLOBE);
      between = ({ fields }) =>
        fields.some(([, value]) => value.includes('courier'))
          ? Promise.resolve({ kind: 'failed', code: 'timeout' })
          : null;
      await moveSources(world.deps);
      await sync();
      expect((await feedOf(GLOBE))?.account).toBeDefined();
      expect(await view()).toMatchObject({ changesWaiting: 1, refused: [], moving: { done: 1, total: 2 } });
      await sync();
      await sync();
      const shown = await view();
      expect(shown.refused).toMatchObject([{ kind: 'move', url: COURIER, problem: { code: 'timeout' } }]);
      expect(shown).toMatchObject({ changesWaiting: 0, moving: null });
    });

    it('does not believe an OK that the list does not bear out', async () => {
      await follow([], COURIER);
      between = ({ url }) =>
        url.endsWith(EDIT)
          ? Promise.resolve({ kind: 'answer', status: 200, text: 'OK', retryAfterMs: null })
          : null;
      await moveSources(world.deps);
      await sync();
      await sync();
      await sync();
      expect((await feedOf(COURIER))?.account).toBeUndefined();
      expect((await view()).refused).toMatchObject([{ kind: 'move', problem: { code: 'not-found' } }]);
    });

    it('waits where the server asks for it, and holds no order to blame', async () => {
      await follow([], COURIER);
      between = () => Promise.resolve({ kind: 'answer', status: 503, text: 'Busy', retryAfterMs: 60_000 });
      await moveSources(world.deps);
      for (let n = 0; n < 4; n += 1) await sync();
      between = () => null;
      expect((await view()).refused).toEqual([]);
      expect((await view()).changesWaiting).toBe(1);
    });
  });

  describe('a source of the account', () => {
    it('is renamed and filed there, and is called what the server calls it from then on', async () => {
      const { id } = await moved(COURIER);
      await changeSources(world.deps, [
        { feedId: id, patch: { ownTitle: 'The Courier of Kyiv', folder: ['Morning', 'First'] } },
      ]);
      await sync();
      expect(listed()).toMatchObject([{ title: 'The Courier of Kyiv', folder: 'Morning / First' }]);
      expect(await feedOf(COURIER)).toMatchObject({ title: 'The Courier of Kyiv', ownTitle: null });
    });

    it('leaves its folder where the server can let it, and is named where it stays', async () => {
      const { id } = await moved(COURIER);
      await changeSources(world.deps, [{ feedId: id, patch: { folder: [] } }]);
      for (let n = 0; n < 3; n += 1) await sync();
      const stays = dialect === 'miniflux';
      expect((await feedOf(COURIER))?.folder).toEqual([stays ? 'Papers' : 'Uncategorized']);
      expect((await view()).refused.map(({ kind }) => kind)).toEqual(stays ? ['change'] : []);
      expect((await view()).changesWaiting).toBe(0);
    });

    it('leaves its folder once, wherever the background dies meanwhile, and nobody is told that it did not', async () => {
      const { askServer } = world;
      const undisturbed = { folder: dialect === 'miniflux' ? 'Papers' : 'Uncategorized' };
      const { id } = await moved(COURIER);
      for (let step = 0; step < 10; step += 1) {
        Object.assign(world.server.feeds[0] ?? {}, { folder: 'Papers' });
        await sync();
        await changeSources(world.deps, [{ feedId: id, patch: { folder: [] } }]);
        let asked = 0;
        // Dead before the server hears of it, or before its answer is heard.
        world.askServer = async (request) => {
          if (asked++ !== step >> 1) return askServer(request);
          if (step % 2 === 1) await askServer(request);
          throw new Error('killed');
        };
        await sync(world.reborn()).catch(() => undefined);
        world.askServer = askServer;
        for (let n = 0; n < 3; n += 1) await sync(world.reborn());
        expect(world.server.feeds, `died at ${step}`).toMatchObject([undisturbed]);
        const { refused, changesWaiting } = await view();
        expect(refused.length, `died at ${step}`).toBe(dialect === 'miniflux' ? 1 : 0);
        expect(changesWaiting).toBe(0);
        await knowRefused(world.deps);
      }
    });

    it('leaves its folder where it is given another name before anybody heard that it did', async () => {
      const { id } = await moved(COURIER);
      await changeSources(world.deps, [{ feedId: id, patch: { folder: [] } }]);
      const { askServer } = world;
      world.askServer = async (request) => {
        const answer = await askServer(request);
        if (request.url.endsWith(EDIT)) throw new Error('killed');
        return answer;
      };
      await sync().catch(() => undefined);
      world.askServer = askServer;
      await changeSources(world.deps, [{ feedId: id, patch: { ownTitle: 'Morning' } }]);
      for (let n = 0; n < 3; n += 1) await sync(world.reborn());
      expect(listed()).toMatchObject([{ title: 'Morning' }]);
      expect((await view()).refused).toHaveLength(dialect === 'miniflux' ? 1 : 0);
    });

    it('is told of once, with the last of several names', async () => {
      const { id } = await moved(COURIER);
      const before = edits();
      between = () => Promise.resolve({ kind: 'failed', code: 'server-unreachable' });
      for (const ownTitle of ['One', 'Two', 'Three']) {
        await changeSources(world.deps, [{ feedId: id, patch: { ownTitle } }]);
      }
      await sync();
      expect((await view()).changesWaiting).toBe(1);
      between = () => null;
      await sync();
      expect(listed()).toMatchObject([{ title: 'Three' }]);
      expect(edits() - before).toBe(1);
    });

    it('that is muted, paused or preferred here is nothing to the server', async () => {
      const { id } = await moved(COURIER);
      await changeSources(world.deps, [{ feedId: id, patch: { muted: true, preferred: true } }]);
      expect((await view()).changesWaiting).toBe(0);
    });

    it('that was renamed elsewhere is called so here', async () => {
      await moved(COURIER);
      Object.assign(world.server.feeds[0] ?? {}, { title: 'Renamed there', folder: 'Elsewhere' });
      await sync();
      expect(await feedOf(COURIER)).toMatchObject({ title: 'Renamed there', folder: ['Elsewhere'] });
    });

    it('that is had back in time was never away there', async () => {
      const { id } = await moved(COURIER);
      await removeSources(world.deps, [id]);
      await sync();
      await restoreSources(world.deps, [id]);
      world.time += REMOVED_FOR_MS + 1;
      await forgetRemoved(world.deps);
      await sync();
      expect(listed()).toHaveLength(1);
      expect((await feedOf(COURIER))?.account).toBeDefined();
    });

    it('that waits to be removed there does not come back meanwhile', async () => {
      const { id } = await moved(COURIER);
      await removeSources(world.deps, [id]);
      world.time += REMOVED_FOR_MS + 1;
      await forgetRemoved(world.deps);
      between = ({ url }) =>
        url.endsWith(EDIT) ? Promise.resolve({ kind: 'failed', code: 'timeout' }) : null;
      await sync();
      expect(await feeds()).toEqual([]);
      expect(await view()).toMatchObject({ changesWaiting: 1, refused: [] });
    });

    it('is removed there once it can no longer be had back here', async () => {
      const { id } = await moved(COURIER);
      await removeSources(world.deps, [id]);
      await sync();
      expect(listed()).toHaveLength(1);
      world.time += REMOVED_FOR_MS + 1;
      await forgetRemoved(world.deps);
      await sync();
      expect(listed()).toEqual([]);
      expect(await feeds()).toEqual([]);
    });

    it('that the server keeps in spite of all is named', async () => {
      const { id } = await moved(COURIER);
      await removeSources(world.deps, [id]);
      world.time += REMOVED_FOR_MS + 1;
      await forgetRemoved(world.deps);
      between = ({ url }) =>
        url.endsWith(EDIT)
          ? Promise.resolve({ kind: 'answer', status: 500, text: '', retryAfterMs: null })
          : null;
      await sync();
      expect((await view()).refused).toMatchObject([
        { kind: 'remove', name: 'The courier', url: COURIER, problem: { code: 'http', status: 500 } },
      ]);
    });
  });

  describe('adding a source there', () => {
    it('has the server fetch it, and gives the number of the source that it became here', async () => {
      const result = await addThere(world.deps, COURIER);
      const feed = await feedOf(COURIER);
      expect(result).toEqual({ ok: true, value: { feedId: feed?.id } });
      expect(feed?.account).toBeDefined();
      const articles = await (await world.database()).getAll('articles');
      expect(articles).toHaveLength(3);
      expect(world.requests).toEqual([]);
    });

    it('that was removed a moment ago brings it back', async () => {
      const { id } = await moved(COURIER);
      await removeSources(world.deps, [id]);
      expect(await addThere(world.deps, COURIER)).toEqual({ ok: true, value: { feedId: id } });
      expect(listed()).toHaveLength(1);
    });

    it('is refused where the account may not be asked', async () => {
      world.hasConsent = false;
      await sync();
      expect(await addThere(world.deps, COURIER)).toMatchObject({ problem: { code: 'no-permission' } });
      expect(await moveSources(world.deps)).toMatchObject({ problem: { code: 'no-permission' } });
    });

    it('says that it cannot be read, and leaves nothing waiting', async () => {
      const result = await addThere(world.deps, 'https://nothing.example/rss');
      expect(result).toMatchObject({ ok: false, problem: { code: 'http' } });
      expect(await view()).toMatchObject({ changesWaiting: 0, refused: [] });
    });

    it('says that nobody answers, and is not tried again by itself', async () => {
      between = () => Promise.resolve({ kind: 'failed', code: 'server-unreachable' });
      const result = await addThere(world.deps, COURIER);
      expect(result).toMatchObject({ ok: false, problem: { code: 'server-unreachable' } });
      between = () => null;
      await sync();
      expect(listed()).toEqual([]);
    });

    it('says that it is followed already', async () => {
      await follow([], COURIER);
      expect(await addThere(world.deps, COURIER)).toMatchObject({ problem: { code: 'already-followed' } });
    });
  });
});

function served(name: string): ServedFeed {
  const items = [0, 1, 2].map((n) => ({
    link: `https://${name}.example/${n}`,
    title: `${name} reports ${n}`,
    html: `<p>What ${name} knows of matter ${n}.</p>`,
    at: Date.UTC(2026, 2, 1, 8, n),
  }));
  return { title: `The ${name}`, siteUrl: `https://${name}.example/`, items };
}
