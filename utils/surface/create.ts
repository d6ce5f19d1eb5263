/** The surface as extension pages have it: reads from the database, writes by messages, the rest by the browser. */

import { listSnapshots } from '../app/snapshot-shelf.ts';
import type { SourceChange } from '../model/feed.ts';
import type { Licence } from '../model/licence.ts';
import { opensInReader } from '../model/opening.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import type { RefreshProgress } from '../model/view.ts';
import { fetchPicture } from '../net/fetch-picture.ts';
import { readPackageFile } from '../net/package-file.ts';
import { browserKeys, openKeySettings } from '../platform/commands.ts';
import { localStore } from '../platform/local.ts';
import { mayNotify, requestNotifications } from '../platform/notifications.ts';
import { hasAccess, requestAccess, requestAccount, requestSite } from '../platform/permissions.ts';
import { ownVersion } from '../platform/runtime.ts';
import { runInActiveTab } from '../platform/scripting.ts';
import {
  hasNoRoom,
  onProgress,
  onRevision,
  refreshProgress,
  rememberedHop,
  rememberHop,
  tellLatestShown,
} from '../platform/session.ts';
import { openSidePanel } from '../platform/side-panel.ts';
import { openOwnPage, openTab, tabInFront } from '../platform/tabs.ts';
import { type Client, createClient } from '../protocol/client.ts';
import { hostOf, webUrl } from '../text/host.ts';
import { followEntries, packCode } from './follow-entries.ts';
import { createReading } from './reading.ts';
import type { Surface } from './surface.ts';

const backupCode = () => import('./backup.ts');

/** Feeds of a page that are handed on to options. */
const MOST_OF_TAB = 8;

/** Characters of a query that are handed on: more than is read of one. */
const MAX_TYPED = 10_000;

interface SurfaceOptions {
  /**
   * True for a page under which the browser would hide its question, as Firefox does under a popup: access is then
   * asked for by the welcome page, in a tab.
   */
  readonly asksInTab?: boolean;
  /** What to run in a tab to learn which feeds its page names; code of pages, which this part cannot hold. */
  readonly pageLinks?: () => { readonly url: string; readonly html: string };
  /** Closes a page that has given way to another one. */
  readonly leave?: () => void;
}

/** Everything a page of the extension can see and do. */
export function createSurface({ asksInTab = false, pageLinks, leave }: SurfaceOptions = {}): Surface {
  const client = createClient();
  const ask = createReading(client, localStore);
  return {
    latest: (after, limit, since, narrowing) =>
      ask('latest', {
        after,
        limit,
        ...(since !== undefined && { newSince: since }),
        ...(narrowing !== undefined && { narrowing }),
      }),
    visitLatest: (upTo) => client.visitLatest({ upTo }),
    showLatest: createShowing(client),
    story: (storyId) => ask('story', { storyId }),
    splitStory: (articleIds) => client.splitStory({ articleIds: [...articleIds] }),
    joinStories: ([one, other]) => client.joinStories({ storyIds: [one, other] }),
    undoCorrection: (bindingId) => client.undoCorrection({ bindingId }),
    top: (limit) => ask('top', { now: Date.now(), limit }),
    popular: (limit, hours) => ask('popular', { now: Date.now(), limit, hours }),
    breaking: () => ask('breaking', { now: Date.now() }),
    breakingPast: (threshold) => ask('breakingPast', { now: Date.now(), ...threshold }),
    watched: () => ask('watched', { now: Date.now() }),
    alerts: () => ask('alerts', {}),
    search: (typed, options) =>
      ask('search', { typed: typed.slice(0, MAX_TYPED), ...options, now: Date.now() }),
    prepareSearch: async () => void (await ask('prepareSearch', { now: Date.now() })),
    async status() {
      const [status, isFull] = await Promise.all([ask('status', {}), hasNoRoom()]);
      return status.ok && isFull ? ok({ ...status.value, isFull }) : status;
    },
    sources: () => ask('sources', {}),
    settings: () => ask('settings', {}),
    onChange: onRevision,

    async openArticle(row, where) {
      // The mark first: opening a tab in front closes the popup, and with it what has not been sent.
      const marked = client.markRead({ articleIds: [row.id], read: true });
      if (row.url === null || (where === 'tab' && opensInReader(row))) {
        await openOwnPage('reader.html', `#/article/${row.id}`);
      } else await openTab(row.url, where !== 'background');
      await marked;
    },
    markRead: (articleIds, read) => client.markRead({ articleIds: [...articleIds], read }),
    markAllRead: () => client.markAllRead({}),
    undoMarkAll: (markedAt) => client.undoMarkAll({ markedAt }),
    hideStory: (storyId, hidden) => client.hideStory({ storyId, hidden }),
    saveArticles: (articleIds, saved) => client.saveArticles({ articleIds: [...articleIds], saved }),
    refresh: (feedIds) => client.refresh(feedIds ? { feedIds: [...feedIds] } : {}),
    cancelRefresh: () => client.cancelRefresh({}),
    onProgress: watchProgress,
    knowFailures: (feedIds) => client.knowFailures({ feedIds: [...feedIds] }),
    seeAlerts: (upTo) => client.seeAlerts({ upTo }),
    openAlert: (alertId) => client.openAlert({ alertId }),
    answerAlert: (alertId, state) => client.answerAlert({ alertId, state }),
    askToNotify: requestNotifications,
    mayNotify,
    reportTheme: (theme) => client.reportTheme({ theme }),
    confirmHost: (host) => client.confirmHost({ host }),
    openHop: async (feedId, url) => rememberHop({ feedId, tabId: await openTab(url, true) }),
    hopInFront,
    async storageUse() {
      const { usage, quota } = await navigator.storage.estimate();
      return { used: usage ?? null, allowed: quota ?? null };
    },
    async find(address) {
      const url = webUrl(address);
      if (url === null) return fail('bad-address');
      return (await requestSite(url)) ? client.discover({ address: url }) : fail('no-permission');
    },
    async findConfirmed(address, host) {
      const url = webUrl(address);
      if (url === null) return fail('bad-address');
      const confirmed = await client.confirmHost({ host: host ?? hostOf(url) });
      return confirmed.ok ? client.discover({ address: url }) : confirmed;
    },
    lookAt: (links) => client.lookAtLinks({ links: [...links] }),
    followFound: (url, there = false) => client.addFeed({ url, ...(there && { there }) }),
    hasPageInFront: async () => /^https?:/.test((await tabInFront())?.url ?? ''),
    async relatedToThisTab() {
      const tab = await tabInFront();
      return tab?.id == null ? fail('closed-page') : client.relatedToTab({ tabId: tab.id, url: tab.url });
    },
    async panelOn(address) {
      const url = webUrl(address);
      if (url === null) return fail('bad-address');
      if (!(await requestAccess([url]))) return fail('no-permission');
      return client.panelOn({ host: hostOf(url) });
    },
    followThisTab: () => (pageLinks ? showFeedsOfTab(pageLinks) : Promise.resolve(fail('no-feed'))),
    async follow(address) {
      const url = webUrl(address);
      if (url === null) return fail('bad-address');
      return (await requestAccess([url])) ? client.addFeed({ url }) : fail('no-permission');
    },
    // Loaded when a list is read: no other page needs what reads it.
    readList: async (bytes) => (await import('../feed/opml.ts')).readOpml(bytes),
    async followList(sources) {
      // Refused access is no reason to lose the list: its sources then wait for it, each named in the table.
      await requestAccess(sources.map(({ url }) => url)).catch(() => false);
      return client.importSources({ sources });
    },
    exportList: () => ask('exportSources', {}),
    packs: async () => (await packCode()).loadPacks(),
    followEntries: (entries, onFollowed) => followEntries(client, requestAccess, entries, onFollowed),
    changeSources: (changes) => client.changeSources({ changes: changes.map(asChange) }),
    unfollow: (feedIds) => client.removeSources({ feedIds: [...feedIds] }),
    restoreSources: (feedIds) => client.restoreSources({ feedIds: [...feedIds] }),
    async allowWaiting(hosts) {
      if (asksInTab) {
        await openOwnPage('welcome.html', `#allow?${hosts.map(encodeURIComponent).join('&')}`);
        return ok(null);
      }
      const granted = await requestAccess(hosts.map((host) => `https://${host}/`));
      return granted ? client.retryWaiting({}) : fail('no-permission');
    },
    changeSettings: (patch) => client.changeSettings(patch),
    carrying: () => ask('carrying', {}),
    setCarrying: (on) => client.setCarrying({ on }),
    carryNow: () => client.carryNow({}),
    eraseCarried: () => client.eraseCarried({}),
    answerAway: (keep) => client.answerAway({ keep }),
    account: () => ask('account', {}),
    async testAccount(entry) {
      const url = webUrl(entry.address);
      if (url === null) return fail('bad-address');
      return (await requestAccount(url)) ? client.testAccount(entry) : fail('no-permission');
    },
    async testConfirmed(entry) {
      const url = webUrl(entry.address);
      if (url === null) return fail('bad-address');
      const confirmed = await client.confirmHost({ host: hostOf(url) });
      return confirmed.ok ? client.testAccount(entry) : confirmed;
    },
    addAccount: (entry) => client.addAccount(entry),
    syncAccount: () => client.syncAccount({}),
    leaveAccount: (keep) => client.leaveAccount({ keep }),
    answerVanished: (remove) => client.answerVanished({ remove }),
    signInAgain: (password) => client.signInAgain({ password }),
    async allowAccount(base) {
      return (await requestAccount(base)) ? client.allowAccount({}) : fail('no-permission');
    },
    moveSources: () => client.moveSources({}),
    knowRefused: () => client.knowRefused({}),

    // Loaded where a backup is made or read: no other page needs it.
    writeBackup: async (onProgress) => (await backupCode()).writeBackup(ask, Date.now(), onProgress),
    readBackup: async (file, onProgress) => (await backupCode()).readBackup(file, onProgress),
    restoreBackup: async (file, mode, onProgress) =>
      (await backupCode()).restoreBackup(client, file, mode, onProgress),
    snapshots: () => listSnapshots(localStore),
    restoreSnapshot: (at) => client.restoreSnapshot({ at }),
    knowRecovery: () => client.knowRecovery({}),
    eraseEverything: () => client.eraseEverything({}),

    openPage: (page, fragment) => openOwnPage(`${page}.html`, fragment),
    isFirefox: import.meta.env.FIREFOX,
    version: ownVersion(),
    async licences() {
      const file = await readPackageFile('/licences.json');
      // Written by the build, and held to its shape by a test.
      return file.ok ? ok(file.value as readonly Licence[]) : file;
    },
    browserKeys,
    openKeySettings,
    async openSidePanel() {
      await openSidePanel();
      leave?.();
    },

    article: (articleId) => ask('article', { articleId }),
    source: (feedId, after, limit) => ask('source', { feedId, after, limit }),
    saved: () => ask('saved', {}),
    away: (since) => ask('away', { now: Date.now(), since }),
    async fetchFullText(articleId, url) {
      return (await requestAccess([url])) ? client.fetchFullText({ articleId }) : fail('no-permission');
    },
    openSite: async (url) => {
      await openTab(url, true);
    },
    showsPictures: !import.meta.env.FIREFOX,
    picture: async (url) => ((await hasAccess(url)) ? fetchPicture(url) : null),

    now: () => Date.now(),
    online: () => navigator.onLine,
  };
}

/** What the reader may change, field by field: a row that is handed in whole carries more. */
function asChange({ feedId, patch }: SourceChange) {
  const { folder, ...rest } = patch;
  return { feedId, patch: { ...rest, ...(folder && { folder: [...folder] }) } };
}

/** Opens options with the feeds that the page in front names; `no-feed` where it names none or lets nobody in. */
async function showFeedsOfTab(pageLinks: NonNullable<SurfaceOptions['pageLinks']>): Promise<Result<null>> {
  const page = await runInActiveTab(pageLinks);
  if (page === null) return fail('no-feed');
  const { feedLinks } = await import('../feed/discover.ts');
  const links = feedLinks(page.html, page.url).slice(0, MOST_OF_TAB);
  const found = { page: page.url, links };
  await openOwnPage('options.html', `#add?${encodeURIComponent(JSON.stringify(found))}`);
  return ok(null);
}

/** Says that Latest is shown while it is; the background counts again once it is not. */
function createShowing(client: Client): Surface['showLatest'] {
  const view = crypto.randomUUID();
  let stop: (() => void) | null = null;
  return async (isShown) => {
    if (isShown) {
      stop ??= tellLatestShown(view);
      return;
    }
    if (stop === null) return;
    stop();
    stop = null;
    // One message: a page that closes gets no second turn.
    await client.leaveLatest({ view });
  };
}

function watchProgress(listener: (progress: RefreshProgress | null) => void): () => void {
  void refreshProgress().then(listener);
  return onProgress(listener);
}

async function hopInFront(): Promise<{ feedId: number; host: string } | null> {
  const [hop, tab] = await Promise.all([rememberedHop(), tabInFront()]);
  if (hop === null || tab === null || tab.id !== hop.tabId || !/^https?:/.test(tab.url)) return null;
  const host = hostOf(tab.url);
  return (await hasAccess(tab.url)) ? null : { feedId: hop.feedId, host };
}
