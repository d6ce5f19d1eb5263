/** A surface without an extension: holds its state in plain values, records what it was asked, obeys the test. */

import type { AccountFound, AccountView } from '../../utils/model/account.ts';
import type { ArticleView, GoneView, SourceView } from '../../utils/model/article-view.ts';
import type { BackupSummary, Restored } from '../../utils/model/backup-format.ts';

import { type CarryView, NOT_CARRYING } from '../../utils/model/carrying.ts';
import type { Discovery, FeedCandidate } from '../../utils/model/discovery.ts';
import type { SourceChange } from '../../utils/model/feed.ts';
import type { OpmlList } from '../../utils/model/opml.ts';
import type { PackEntry, Packs } from '../../utils/model/pack.ts';
import type { Problem, Result } from '../../utils/model/problem.ts';
import type { SearchPage } from '../../utils/model/search.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsPatch } from '../../utils/model/settings.ts';
import type { SnapshotInfo } from '../../utils/model/snapshot.ts';
import type {
  AlertRow,
  BreakingView,
  LatestPage,
  LatestRow,
  Narrowing,
  RankedPage,
  RankedRow,
  RefreshProgress,
  RefreshResult,
  SourceRow,
  Status,
  StoryView,
} from '../../utils/model/view.ts';
import type { StorageUse, Surface } from '../../utils/surface/surface.ts';

/** The moment at which all component tests take place, UTC ms. */
export const NOW = Date.UTC(2026, 10, 25, 19, 0);
export const MINUTE = 60_000;

const DONE: Result<null> = { ok: true, value: null };

export interface FakeSurface extends Surface {
  rows: LatestRow[];
  starterPacks: Packs;
  /** Problems of single entries of packs, by id; the others are followed. */
  readonly entryProblems: Map<string, Problem>;
  sourceRows: SourceRow[];
  stored: Settings;
  isOnline: boolean;
  /** Whether the tab in front shows a page of the web. */
  pageInFront: boolean;
  /** What an address turns out to be; null: a feed. */
  discovery: Discovery | null;
  /** What a file that is read holds. */
  list: OpmlList;
  /** Parts of the status that do not follow from the rows. */
  standing: Partial<Status>;
  /** Answers in place of the usual ones, by method name. */
  readonly refusals: Map<string, Problem>;
  /** Method calls that change something, as `name(arguments as JSON)`. */
  readonly calls: string[];
  /** What a refresh comes to. */
  refreshed: RefreshResult;
  /** Stories by their number. */
  readonly stories: Map<number, StoryView>;
  /** The line of what is new: how many rows stand above it, and since when. */
  line: { fresh: number; since: number | null };
  /** How often Latest said that it is shown. */
  visits: number;
  /** Whether Latest is on the screen, as it was said. */
  readonly shown: boolean[];
  /** What `top` answers, and over any number of hours `popular`. */
  ranked: RankedPage;
  popularOver: (hours: number) => RankedPage;
  /** What `breaking` answers, and `breakingPast`. */
  breakingNow: LatestRow[];
  /** What `watched` and `alerts` answer, and whether the reader lets Lede notify. */
  watchedNow: LatestRow[];
  alertRows: AlertRow[];
  mayNotifyNow: boolean;
  /** How often alerts were said to be seen. */
  seen: number;
  breakingOf: (threshold: Parameters<Surface['breakingPast']>[0]) => BreakingView;
  /** What a backup that is read holds, and what restoring it comes to. */
  backup: BackupSummary;
  restored: Restored;
  /** The daily snapshots. */
  snapshotList: SnapshotInfo[];
  /** Articles by their number, what `article` answers of others, and sources by theirs. */
  readonly articles: Map<number, ArticleView>;
  gone: GoneView;
  readonly sourceViews: Map<number, SourceView>;
  savedRows: LatestRow[];
  awayRows: RankedRow[];
  /** What `picture` gives. */
  pictures: Map<string, string>;
  /** What is taken of the machine, in bytes. */
  storage: StorageUse;
  /** How carrying stands. */
  carried: CarryView;
  /** The account on a feed server, and what a test of one finds. */
  accountView: AccountView | null;
  accountFound: AccountFound;
  /** What `search` answers. */
  found: (...asked: Parameters<Surface['search']>) => SearchPage;
  /** See `Surface.hopInFront`. */
  hop: { readonly feedId: number; readonly host: string } | null;
  /** Tells the pages how far a refresh is. */
  progress(progress: RefreshProgress | null): void;
  /** Tells the pages that the database changed. */
  changed(): void;
  /** Holds `refresh`, `follow`, `followList` and `followEntries` until the function it gives is called. */
  hold(): () => void;
}

/** A surface with these rows, of two sources that both work. */
export function fakeSurface(rows: readonly LatestRow[] = []): FakeSurface {
  const listeners = new Set<() => void>();
  const progressListeners = new Set<(progress: RefreshProgress | null) => void>();
  const refusals = new Map<string, Problem>();
  let gate = Promise.resolve();
  const removed: SourceRow[] = [];

  const answer = <T>(method: string, value: () => T): Result<T> => {
    const problem = refusals.get(method);
    return problem ? { ok: false, problem } : { ok: true, value: value() };
  };
  const command = async (method: string, args: readonly unknown[], change: () => void = () => {}) => {
    fake.calls.push(`${method}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`);
    const problem = refusals.get(method);
    if (problem) return { ok: false, problem } as const;
    change();
    fake.changed();
    return DONE;
  };
  const setRead = (ids: readonly number[] | null, read: boolean) => {
    fake.rows = fake.rows.map((row) =>
      ids === null || ids.includes(row.id) ? { ...row, unread: !read } : row,
    );
  };

  const fake: FakeSurface = {
    rows: [...rows],
    starterPacks: { criteria: { en: ['They report.'], uk: ['Вони пишуть.'] }, packs: [] },
    entryProblems: new Map(),
    sourceRows: [sourceRow({ id: 1 }), sourceRow({ id: 2, title: 'Полудень', host: 'poluden.example' })],
    stored: { ...DEFAULT_SETTINGS, language: 'en', theme: 'light' },
    carried: NOT_CARRYING,
    accountView: null,
    accountFound: { base: 'https://news.example/api/greader.php', product: 'FreshRSS', sources: 42 },
    isOnline: true,
    pageInFront: true,
    discovery: null,
    list: { sources: [], skipped: [], complete: true },
    standing: {},
    refusals,
    calls: [],
    refreshed: { asked: 2, leftOut: [] },
    hop: null,
    snapshotList: [],
    backup: { at: NOW, sources: 12, articles: 3_400, saved: 5, rows: 9_000 },
    restored: { sources: 12, articles: 3_400 },
    articles: new Map(),
    gone: { kind: 'gone', source: null },
    sourceViews: new Map(),
    savedRows: [],
    awayRows: [],
    pictures: new Map(),
    storage: { used: 18_400_000, allowed: 84_000_000_000 },
    stories: new Map(),
    line: { fresh: 0, since: null },
    visits: 0,
    shown: [],
    ranked: { kind: 'too-few-sources', followed: 1 },
    popularOver: () => fake.ranked,
    breakingNow: [],
    watchedNow: [],
    alertRows: [],
    mayNotifyNow: true,
    seen: 0,
    breakingOf: (threshold) => ({
      threshold: { sources: threshold.sources ?? 4, minutes: threshold.minutes },
      isFitted: threshold.sources === null,
      past: [],
    }),
    found: () => ({ hits: [], total: 0, complete: true, next: null, notes: [] }),
    progress: (progress) => {
      for (const listener of progressListeners) listener(progress);
    },
    changed: () => {
      for (const listener of listeners) listener();
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },

    latest: async (after, limit, _, narrowing = {}) =>
      answer('latest', () => {
        const fit = fake.rows.filter((row) => fits(row, narrowing, fake.stored.newsLanguage));
        return { ...pageOf(fit, after?.[1] ?? null, limit), ...fake.line };
      }),
    visitLatest: async () => {
      fake.visits += 1;
      return DONE;
    },
    showLatest: async (isShown) => void fake.shown.push(isShown),
    reportTheme: async () => DONE,
    story: async (id) => answer('story', () => fake.stories.get(id) ?? null),
    splitStory: async (ids) => {
      const done = await command('splitStory', [ids]);
      return done.ok ? { ok: true, value: { bindingId: 7 } } : done;
    },
    joinStories: async (ids) => {
      const done = await command('joinStories', [ids]);
      return done.ok ? { ok: true, value: { bindingId: 8 } } : done;
    },
    undoCorrection: (id) => command('undoCorrection', [id]),
    top: async () => answer('top', () => fake.ranked),
    popular: async (_, hours) => answer('popular', () => fake.popularOver(hours)),
    breaking: async () => answer('breaking', () => fake.breakingNow),
    watched: async () => answer('watched', () => fake.watchedNow),
    alerts: async () => answer('alerts', () => fake.alertRows),
    seeAlerts: async () => {
      fake.seen += 1;
      return DONE;
    },
    openAlert: (id) => command('openAlert', [id]),
    answerAlert: (id, state) =>
      command('answerAlert', [id, state], () => {
        fake.alertRows = fake.alertRows.map((row) => (row.id === id ? { ...row, state } : row));
      }),
    askToNotify: async () => {
      fake.calls.push('askToNotify()');
      return fake.mayNotifyNow;
    },
    mayNotify: async () => fake.mayNotifyNow,
    breakingPast: async (threshold) => answer('breakingPast', () => fake.breakingOf(threshold)),
    search: async (...asked) => answer('search', () => fake.found(...asked)),
    prepareSearch: async () => void fake.calls.push('prepareSearch()'),
    status: async () => answer('status', () => statusOf(fake)),
    sources: async () => answer('sources', () => fake.sourceRows),
    settings: async () => answer('settings', () => fake.stored),
    carrying: async () => answer('carrying', () => fake.carried),
    setCarrying: (on) => command('setCarrying', [on]),
    carryNow: () => command('carryNow', []),
    eraseCarried: () => command('eraseCarried', []),
    answerAway: (keep) => command('answerAway', [keep]),
    account: async () => answer('account', () => fake.accountView),
    async testAccount(entry) {
      fake.calls.push(`testAccount(${JSON.stringify(entry)})`);
      await gate;
      return answer('testAccount', () => fake.accountFound);
    },
    async testConfirmed({ address }) {
      fake.calls.push(`testConfirmed(${JSON.stringify(address)})`);
      return { ok: true, value: fake.accountFound };
    },
    addAccount: ({ address, user }) =>
      command('addAccount', [address], () => {
        fake.accountView = accountView({ base: fake.accountFound.base, user, syncedAt: null, sources: 0 });
      }),
    syncAccount: () => command('syncAccount', []),
    leaveAccount: (keep) =>
      command('leaveAccount', [keep], () => {
        fake.accountView = null;
      }),
    answerVanished: (remove) => command('answerVanished', [remove]),
    signInAgain: (password) => command('signInAgain', [password]),
    allowAccount: (base) => command('allowAccount', [base]),
    moveSources: () => command('moveSources', []),
    knowRefused: () => command('knowRefused', []),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openArticle: async (row, where) => {
      await command('openArticle', [row.id, where], () => setRead([row.id], true));
    },
    markRead: (ids, read) => command('markRead', [ids, read], () => setRead(ids, read)),
    markAllRead: async () => {
      const done = await command('markAllRead', [], () => setRead(null, true));
      return done.ok ? { ok: true, value: { markedAt: NOW } } : done;
    },
    undoMarkAll: (at) => command('undoMarkAll', [at], () => setRead(null, false)),
    hideStory: (id, hidden) =>
      command('hideStory', [id, hidden], () => {
        if (hidden) fake.rows = fake.rows.filter(({ story }) => story?.id !== id);
      }),
    refresh: async () => {
      await gate;
      const done = await command('refresh', []);
      return done.ok ? { ok: true, value: fake.refreshed } : done;
    },
    cancelRefresh: () => command('cancelRefresh', []),
    onProgress: (listener) => {
      progressListeners.add(listener);
      listener(null);
      return () => progressListeners.delete(listener);
    },
    saveArticles: (ids, saved) =>
      command('saveArticles', [ids, saved], () => {
        fake.rows = fake.rows.map((row) => (ids.includes(row.id) ? { ...row, saved } : row));
      }),
    knowFailures: (ids) => command('knowFailures', [ids]),
    confirmHost: (host) => command('confirmHost', [host]),
    openHop: async (id, url) => {
      await command('openHop', [id, url]);
    },
    hopInFront: async () => fake.hop,
    storageUse: async () => fake.storage,
    find: async (url) => {
      await gate;
      const done = await command('find', [url]);
      return done.ok
        ? { ok: true, value: fake.discovery ?? { kind: 'feed', candidates: [candidate(url)] } }
        : done;
    },
    findConfirmed: async (address, host) => {
      const done = await command('findConfirmed', [address, host]);
      return done.ok ? { ok: true, value: { kind: 'feed', candidates: [candidate(address)] } } : done;
    },
    lookAt: async (links) => answer('lookAt', () => links.map(({ url }) => candidate(url))),
    followFound: async (url, there = false) => {
      const done = await command('followFound', there ? [url, there] : [url]);
      return done.ok ? { ok: true, value: { feedId: 3 } } : done;
    },
    hasPageInFront: async () => fake.pageInFront,
    relatedToThisTab: () => command('relatedToThisTab', []),
    panelOn: (address) =>
      command('panelOn', [address], () => {
        fake.stored = {
          ...fake.stored,
          panelHosts: [...fake.stored.panelHosts, new URL(`https://${address}`).hostname],
        };
      }),
    followThisTab: () => command('followThisTab', []),
    follow: async (url) => {
      await gate;
      const done = await command('follow', [url]);
      return done.ok ? { ok: true, value: { feedId: 3 } } : done;
    },
    readList: async () => answer('readList', () => fake.list),
    followList: async (sources) => {
      await gate;
      const done = await command('followList', [sources.length]);
      return done.ok ? { ok: true, value: { added: sources.length, known: 0 } } : done;
    },
    exportList: async () => answer('exportList', () => '<opml/>'),
    packs: async () => answer('packs', () => fake.starterPacks),
    followEntries: async (entries, onFollowed) => {
      const asked = await command('followEntries', [entries.map((entry) => entry.id)]);
      if (!asked.ok) return asked;
      for (const entry of entries) {
        await gate;
        onFollowed({ entry, result: follow(fake, entry) });
      }
      fake.changed();
      return DONE;
    },
    changeSources: (changes) =>
      command('changeSources', [changes], () => {
        fake.sourceRows = fake.sourceRows.map((row) => changedRow(row, changes));
      }),
    unfollow: (ids) =>
      command('unfollow', [ids], () => {
        removed.push(...fake.sourceRows.filter(({ id }) => ids.includes(id)));
        fake.sourceRows = fake.sourceRows.filter(({ id }) => !ids.includes(id));
      }),
    restoreSources: (ids) =>
      command('restoreSources', [ids], () => {
        fake.sourceRows = [...fake.sourceRows, ...removed.filter(({ id }) => ids.includes(id))];
      }),
    allowWaiting: (hosts) => command('allowWaiting', [hosts]),
    changeSettings: (patch: SettingsPatch) =>
      command('changeSettings', [patch], () => {
        fake.stored = { ...fake.stored, ...patch } as Settings;
      }),
    writeBackup: async (onProgress) => {
      onProgress(0.5);
      return answer('writeBackup', () => new Blob(['backup']));
    },
    readBackup: async (_file, onProgress) => {
      onProgress(0.5);
      return answer('readBackup', () => fake.backup);
    },
    restoreBackup: async (_file, mode, onProgress) => {
      onProgress(1);
      await gate;
      const done = await command('restoreBackup', [mode]);
      return done.ok ? { ok: true, value: fake.restored } : done;
    },
    snapshots: async () => fake.snapshotList,
    restoreSnapshot: async (at) => {
      const done = await command('restoreSnapshot', [at]);
      return done.ok ? { ok: true, value: { sources: 2 } } : done;
    },
    knowRecovery: () => command('knowRecovery', []),
    eraseEverything: () => command('eraseEverything', []),
    openPage: async (page, fragment) => {
      await command('openPage', fragment === undefined ? [page] : [page, fragment]);
    },
    isFirefox: false,
    version: '1.2.3',
    licences: async () =>
      answer('licences', () => [
        { name: 'preact', version: '11.2.0', licence: 'MIT', text: 'Copyright of its authors.' },
        { name: 'wxt', version: '0.21.4', licence: 'MIT', text: null },
      ]),
    browserKeys: async () => [{ name: '_execute_action', key: 'Alt+L' }],
    openKeySettings: async () => {
      await command('openKeySettings', []);
    },
    openSidePanel: async () => {
      await command('openSidePanel', []);
    },
    article: async (id) => answer('article', () => fake.articles.get(id) ?? fake.gone),
    source: async (id) => answer('source', () => fake.sourceViews.get(id) ?? null),
    saved: async () => answer('saved', () => fake.savedRows),
    away: async (since) => answer('away', () => (since === null ? [] : fake.awayRows)),
    fetchFullText: (id, url) => command('fetchFullText', [id, url]),
    openSite: async (url) => {
      await command('openSite', [url]);
    },
    showsPictures: true,
    picture: async (url) => fake.pictures.get(url) ?? null,
    now: () => NOW,
    online: () => fake.isOnline,
  };
  return fake;
}

/** A feed that was found, with what the test does not name filled in. */
export function candidate(url: string, more: Partial<FeedCandidate> = {}): FeedCandidate {
  return {
    url,
    title: 'Daily',
    scope: 'site',
    format: 'rss',
    headlines: ['Council opens footbridge'],
    perDay: 12,
    language: 'en',
    state: 'found',
    ...more,
  };
}

/** A row of Latest, with what the test does not name filled in. */
export function latestRow(row: Partial<LatestRow> & Pick<LatestRow, 'id'>): LatestRow {
  return {
    title: `Council opens footbridge number ${row.id}`,
    snippet: 'The bridge links the market with the station and saves ten minutes on foot.',
    url: `https://courier.example/news/${row.id}`,
    language: 'en',
    at: NOW - row.id * 4 * MINUTE,
    unread: true,
    saved: false,
    story: null,
    source: { id: 1, name: 'Northgate Courier', host: 'courier.example' },
    ...row,
  };
}

/** So many rows, newest first. */
export function latestRows(count: number): LatestRow[] {
  return Array.from({ length: count }, (_, index) => latestRow({ id: index + 1 }));
}

function changedRow(row: SourceRow, changes: readonly SourceChange[]): SourceRow {
  const patch = changes.find(({ feedId }) => feedId === row.id)?.patch;
  if (!patch) return row;
  const { ownTitle, ...rest } = patch;
  return {
    ...row,
    ...(rest as Partial<SourceRow>),
    ...(ownTitle !== undefined && { title: ownTitle ?? row.publisherTitle }),
  };
}

/** A source as options lists it, working unless said otherwise. */
export function sourceRow(row: Partial<SourceRow> & Pick<SourceRow, 'id'>): SourceRow {
  const host = row.host ?? 'courier.example';
  return {
    url: `https://${host}/feed.xml`,
    title: 'Northgate Courier',
    folder: [],
    muted: false,
    paused: false,
    preferred: false,
    publisherTitle: row.title ?? 'Northgate Courier',
    host,
    lastSuccessAt: NOW - 2 * MINUTE,
    lastAttemptAt: NOW - 2 * MINUTE,
    failingSince: null,
    stopped: false,
    isPartlyRead: false,
    checkMinutes: null,
    stored: 34,
    leadsTo: null,
    waitsFor: row.problem?.code === 'no-permission' ? [host] : [],
    perDay: 24,
    week: { requests: 168, bytes: 420_000 },
    nextCheckAt: NOW + 8 * MINUTE,
    problem: null,
    ...row,
  };
}

function follow(fake: FakeSurface, entry: PackEntry): Result<{ readonly feedId: number }> {
  const problem = fake.entryProblems.get(entry.id);
  if (problem) return { ok: false, problem };
  const feedId = 100 + fake.sourceRows.length;
  const url = entry.feeds[0] ?? entry.site;
  const host = entry.feedHosts[0] ?? '';
  fake.sourceRows = [...fake.sourceRows, sourceRow({ id: feedId, url, host, title: entry.name })];
  return { ok: true, value: { feedId } };
}

/** An entry of a pack, with what the test does not name filled in. */
export function packEntry(entry: Partial<PackEntry> & Pick<PackEntry, 'id' | 'name'>): PackEntry {
  const host = `${entry.id}.example`;
  return {
    site: `https://${host}/`,
    language: 'en',
    country: 'UA',
    kind: 'newspaper',
    owner: null,
    support: null,
    feeds: [`https://feeds.${host}/rss`],
    discovery: false,
    feedHosts: [`feeds.${host}`],
    articleHosts: [host],
    verified: false,
    ...entry,
  };
}

/** An account that works. */
export function accountView(view: Partial<AccountView> = {}): AccountView {
  return {
    base: 'https://news.example/api/greader.php',
    user: 'reader',
    product: 'FreshRSS',
    standing: 'ready',
    isSyncing: false,
    syncedAt: NOW - 3 * MINUTE,
    nextSyncAt: NOW + 12 * MINUTE,
    problem: null,
    sources: 42,
    marksWaiting: 0,
    changesWaiting: 0,
    refused: [],
    vanished: 0,
    moving: null,
    ...view,
  };
}

function pageOf(rows: readonly LatestRow[], afterId: number | null, limit: number): LatestPage {
  const start = afterId === null ? 0 : rows.findIndex((row) => row.id === afterId) + 1;
  const shown = rows.slice(start, start + limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    fresh: 0,
    since: null,
    arrivedAt: rows.length,
    next: last && start + limit < rows.length ? [-last.at, last.id] : null,
  };
}

function fits(row: LatestRow, { language, only }: Narrowing, chosen: string): boolean {
  const wanted = language ?? (chosen === 'all' ? undefined : chosen);
  if (wanted !== undefined && row.language !== wanted) return false;
  return only === undefined || (only === 'unread' ? row.unread : row.saved);
}

function statusOf(fake: FakeSurface): Status {
  return {
    unread: fake.rows.filter((row) => row.unread).length,
    sources: fake.sourceRows.length,
    articles: fake.rows.length,
    longFailing: [],
    recovered: null,
    offline: !fake.isOnline,
    isFull: false,
    failing: fake.sourceRows.filter((row) => row.problem !== null).length,
    waitingHosts: [],
    languages: ['en'],
    folders: [],
    newsLanguage: fake.stored.newsLanguage,
    lastSuccessAt: NOW - 2 * MINUTE,
    ...fake.standing,
  };
}
