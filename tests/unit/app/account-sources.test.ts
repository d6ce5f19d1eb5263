/** Changes of the account's sources, against the newsroom's feed servers in both dialects. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addThere, knowRefused, moveSources } from '../../../utils/app/commands/account-sources.ts';
import { changeSources } from '../../../utils/app/commands/change-sources.ts';
import { forgetRemoved } from '../../../utils/app/commands/forget-removed.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { removeSources } from '../../../utils/app/commands/remove-sources.ts';
import { account } from '../../../utils/app/queries/account.ts';
import type { AccountView } from '../../../utils/model/account.ts';
import { type Feed, NEVER, REMOVED_FOR_MS } from '../../../utils/model/feed.ts';
import { allFeeds } from '../../../utils/store/feeds.ts';
import { type AccountWorld, createAccountWorld, served } from '../support/account-world.ts';

const COURIER = 'https://courier.example/rss';
const GLOBE = 'https://globe.example/rss';
const EDIT = '/subscription/edit';

describe.each(['freshrss', 'miniflux'] as const)('on a server that speaks as %s', (dialect) => {
  let world: AccountWorld;

  beforeEach(async () => {
    world = await createAccountWorld(dialect);
    for (const name of ['courier', 'globe', 'post']) {
      world.press.set(`https://${name}.example/rss`, served(name));
    }
    await world.join();
  });
  afterEach(() => world.server.close());

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
    await world.sync();
    const feed = await feedOf(url);
    if (!feed?.account) throw new Error('not moved');
    return feed;
  };

  describe('moving local sources there', () => {
    it('has each followed there in one folder, and fetched by the server alone once it is listed', async () => {
      await follow(['News', 'Papers'], COURIER, GLOBE);
      const before = await feedOf(COURIER);
      expect(await moveSources(world.deps)).toEqual({ ok: true, value: null });
      expect(await world.sync()).toBeNull();
      expect(listed()).toMatchObject([
        { url: COURIER, folder: 'News / Papers' },
        { url: GLOBE, folder: 'News / Papers' },
      ]);
      const after = await feedOf(COURIER);
      expect(after).toMatchObject({ id: before?.id, folder: ['News / Papers'], nextCheckAt: NEVER });
      expect(after?.account?.streamId).toBe(`feed/${world.server.feeds[0]?.id}`);
      expect(await view()).toMatchObject({ sources: 2, changesWaiting: 0, refused: [], moving: null });
    });

    it('twice moves nothing twice', async () => {
      await follow([], COURIER);
      await Promise.all([moveSources(world.deps), moveSources(world.deps)]);
      await world.sync();
      await moveSources(world.deps);
      await world.sync();
      expect(listed()).toHaveLength(1);
      expect(await feeds()).toHaveLength(1);
      expect(edits()).toBe(1);
    });

    it('leaves here what the server cannot read, after three tries, and names it', async () => {
      world.press.delete(GLOBE);
      await follow([], GLOBE, COURIER);
      await moveSources(world.deps);
      await world.sync();
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
      await world.sync();
      const { length: calm } = world.serverRequests;
      for (let at = 0; at < 30; at += 1) {
        let asked = 0;
        world.between = () => {
          if (asked++ === at % 7) throw new Error('killed');
          return null;
        };
        const deps = world.reborn();
        await moveSources(deps).catch(() => undefined);
        await world.sync(deps).catch(() => undefined);
      }
      expect(world.serverRequests.length).toBeGreaterThan(calm);
      world.between = () => null;
      await world.sync(world.reborn());
      expect(listed()).toHaveLength(3);
      expect((await feeds()).map(({ account: there }) => there?.streamId).sort()).toEqual(
        world.server.feeds.map(({ id }) => `feed/${id}`).sort(),
      );
      expect(await view()).toMatchObject({ changesWaiting: 0, refused: [], moving: null });
    });

    it('counts as done what was not answered and the list shows', async () => {
      await follow([], COURIER);
      const { askServer } = world;
      world.between = () => null;
      world.askServer = async (request) => {
        const answer = await askServer(request);
        return request.url.endsWith(EDIT) ? { kind: 'failed', code: 'timeout' } : answer;
      };
      await moveSources(world.deps);
      await world.sync();
      expect((await feedOf(COURIER))?.account).toBeDefined();
      expect(edits()).toBe(1);
      expect((await view()).refused).toEqual([]);
    });

    it('sends again at later syncs what was not answered and not done, three times in all, and blocks nothing behind it', async () => {
      await follow([], COURIER, GLOBE);
      world.between = ({ fields }) =>
        fields.some(([, value]) => value.includes('courier'))
          ? Promise.resolve({ kind: 'failed', code: 'timeout' })
          : null;
      await moveSources(world.deps);
      await world.sync();
      expect((await feedOf(GLOBE))?.account).toBeDefined();
      expect(await view()).toMatchObject({ changesWaiting: 1, refused: [], moving: { done: 1, total: 2 } });
      await world.sync();
      await world.sync();
      const shown = await view();
      expect(shown.refused).toMatchObject([{ kind: 'move', url: COURIER, problem: { code: 'timeout' } }]);
      expect(shown).toMatchObject({ changesWaiting: 0, moving: null });
    });

    it('does not believe an OK that the list does not bear out', async () => {
      await follow([], COURIER);
      world.between = ({ url }) =>
        url.endsWith(EDIT)
          ? Promise.resolve({ kind: 'answer', status: 200, text: 'OK', retryAfterMs: null })
          : null;
      await moveSources(world.deps);
      await world.sync();
      await world.sync();
      await world.sync();
      expect((await feedOf(COURIER))?.account).toBeUndefined();
      expect((await view()).refused).toMatchObject([{ kind: 'move', problem: { code: 'not-found' } }]);
    });

    it('waits where the server asks for it, and holds no order to blame', async () => {
      await follow([], COURIER);
      world.between = () =>
        Promise.resolve({ kind: 'answer', status: 503, text: 'Busy', retryAfterMs: 60_000 });
      await moveSources(world.deps);
      for (let n = 0; n < 4; n += 1) await world.sync();
      world.between = () => null;
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
      await world.sync();
      expect(listed()).toMatchObject([{ title: 'The Courier of Kyiv', folder: 'Morning / First' }]);
      expect(await feedOf(COURIER)).toMatchObject({ title: 'The Courier of Kyiv', ownTitle: null });
    });

    it('is told of once, with the last of several names', async () => {
      const { id } = await moved(COURIER);
      const before = edits();
      world.between = () => Promise.resolve({ kind: 'failed', code: 'server-unreachable' });
      for (const ownTitle of ['One', 'Two', 'Three']) {
        await changeSources(world.deps, [{ feedId: id, patch: { ownTitle } }]);
      }
      await world.sync();
      expect((await view()).changesWaiting).toBe(1);
      world.between = () => null;
      await world.sync();
      expect(listed()).toMatchObject([{ title: 'Three' }]);
      expect(edits() - before).toBe(1);
    });

    it('that is muted, paused or preferred here is nothing to the server', async () => {
      const { id } = await moved(COURIER);
      await changeSources(world.deps, [{ feedId: id, patch: { muted: true, preferred: true } }]);
      expect((await view()).changesWaiting).toBe(0);
    });

    it('is removed there once it can no longer be had back here', async () => {
      const { id } = await moved(COURIER);
      await removeSources(world.deps, [id]);
      await world.sync();
      expect(listed()).toHaveLength(1);
      world.time += REMOVED_FOR_MS + 1;
      await forgetRemoved(world.deps);
      await world.sync();
      expect(listed()).toEqual([]);
      expect(await feeds()).toEqual([]);
    });

    it('that the server keeps in spite of all is named', async () => {
      const { id } = await moved(COURIER);
      await removeSources(world.deps, [id]);
      world.time += REMOVED_FOR_MS + 1;
      await forgetRemoved(world.deps);
      world.between = ({ url }) =>
        url.endsWith(EDIT)
          ? Promise.resolve({ kind: 'answer', status: 500, text: '', retryAfterMs: null })
          : null;
      await world.sync();
      expect((await view()).refused).toMatchObject([
        { kind: 'remove', name: 'The courier', url: COURIER, problem: { code: 'http', status: 500 } },
      ]);
    });
  });

  describe('adding a source there', () => {
    it('says that it cannot be read, and leaves nothing waiting', async () => {
      const result = await addThere(world.deps, 'https://nothing.example/rss');
      expect(result).toMatchObject({ ok: false, problem: { code: 'http' } });
      expect(await view()).toMatchObject({ changesWaiting: 0, refused: [] });
    });

    it('says that nobody answers, and is not tried again by itself', async () => {
      world.between = () => Promise.resolve({ kind: 'failed', code: 'server-unreachable' });
      const result = await addThere(world.deps, COURIER);
      expect(result).toMatchObject({ ok: false, problem: { code: 'server-unreachable' } });
      world.between = () => null;
      await world.sync();
      expect(listed()).toEqual([]);
    });

    it('says that it is followed already', async () => {
      await follow([], COURIER);
      expect(await addThere(world.deps, COURIER)).toMatchObject({ problem: { code: 'already-followed' } });
    });
  });
});
