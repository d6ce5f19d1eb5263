/** Which use case answers which verb. The compiler sees to it that none is missing. */
import { ok, type Result } from '../model/problem.ts';
import type { Handlers } from '../protocol/server.ts';
import type { Answer, QueryName, Request } from '../protocol/verbs.ts';
import { carryAfter } from './carry-after.ts';
import { code } from './code.ts';
import { knowFailures } from './commands/know-failures.ts';
import { markAllRead, markRead, saveOrNot, takeMarkAllBack } from './commands/mark-read.ts';
import { poll } from './commands/poll.ts';
import { reportTheme } from './commands/report-theme.ts';
import { syncPanel } from './commands/sync-panel.ts';
import { leaveLatest, seeAlerts, visitLatest } from './commands/visit-latest.ts';
import type { Deps } from './deps.ts';
import { guarded } from './guarded.ts';

/** The handlers of all verbs over one set of effects. */
export function createHandlers(deps: Deps): Handlers {
  return guarded(deps, carryAfter(deps, handlersOf(deps)));
}

function handlersOf(deps: Deps): Handlers {
  return {
    addFeed: async ({ url, there }) =>
      followed(
        deps,
        there ? (await code.accountSources()).addThere(deps, url) : (await code.addFeed()).addFeed(deps, url),
      ),
    testAccount: async (request) => (await code.account()).testAccount(deps, request),
    addAccount: async (request) => (await code.account()).addAccount(deps, request),
    leaveAccount: async ({ keep }) => followed(deps, (await code.leaveAccount()).leaveAccount(deps, keep)),
    answerVanished: async ({ remove }) =>
      followed(deps, (await code.leaveAccount()).answerVanished(deps, remove)),
    signInAgain: async ({ password }) => (await code.account()).signInAgain(deps, password),
    allowAccount: async () => (await code.account()).allowAccount(deps),
    syncAccount: async () => (await code.syncAccount()).syncNow(deps),
    moveSources: async () => (await code.accountSources()).moveSources(deps),
    knowRefused: async () => done((await code.accountSources()).knowRefused(deps)),
    account: (request) => ask(deps, 'account', request),
    setCarrying: async ({ on }) => done((await code.carry()).setCarrying(deps, on)),
    carryNow: async () => done((await code.carry()).carry(deps)),
    eraseCarried: async () => done((await code.carry()).eraseCarried(deps)),
    answerAway: async ({ keep }) => done((await code.carry()).answerAway(deps, keep)),
    carrying: (request) => ask(deps, 'carrying', request),
    importSources: async ({ sources }) => {
      const result = await (await code.importSources()).importSources(deps, sources);
      // The answer does not wait for thousands of first checks; those that a kill leaves out are due all the same.
      void poll(deps);
      await syncPanel(deps);
      return ok(result);
    },
    followEntry: async (facts) => followed(deps, (await code.followPackEntry()).followPackEntry(deps, facts)),
    discover: async ({ address }) => (await code.discover()).discover(deps, address),
    lookAtLinks: async ({ links }) => ok(await (await code.discover()).lookAtLinks(deps, links)),
    changeSources: async ({ changes }) => (await code.changeSources()).changeSources(deps, changes),
    removeSources: async ({ feedIds }) =>
      followed(deps, (await code.removeSources()).removeSources(deps, feedIds)),
    restoreSources: async ({ feedIds }) =>
      followed(deps, (await code.removeSources()).restoreSources(deps, feedIds)),
    markRead: ({ articleIds, read }) => done(markRead(deps, articleIds, read)),
    markAllRead: () => markAllRead(deps),
    undoMarkAll: ({ markedAt }) => takeMarkAllBack(deps, markedAt),
    hideStory: async ({ storyId, hidden }) => (await code.hideStory()).hideOrNot(deps, storyId, hidden),
    visitLatest: ({ upTo }) => done(visitLatest(deps, upTo)),
    leaveLatest: ({ view }) => done(leaveLatest(deps, view)),
    reportTheme: ({ theme }) => done(reportTheme(deps, theme)),
    splitStory: async ({ articleIds }) => (await code.correctStories()).split(deps, articleIds),
    joinStories: async ({ storyIds }) => (await code.correctStories()).join(deps, storyIds),
    undoCorrection: async ({ bindingId }) => (await code.correctStories()).undo(deps, bindingId),
    related: async (request) => (await code.related()).related(deps, request),
    findRelated: async (facts, page = null) => (await code.findRelated()).findRelated(deps, facts, page),
    choosePanel: async ({ choice }, page = null) =>
      (await code.choosePanel()).choosePanel(deps, choice, page),
    openFromPanel: async ({ page: what }, page = null) =>
      (await code.choosePanel()).openFromPanel(deps, what, page),
    panelStanding: async (_request, page = null) => (await code.choosePanel()).panelStanding(deps, page),
    showBar: async (_request, page = null) => (await code.showBar()).showBar(deps, page),
    panelOn: async ({ host }) => (await code.choosePanel()).panelOn(deps, host),
    relatedToTab: async ({ tabId, url }) => (await code.relatedToTab()).relatedToTab(deps, tabId, url),
    saveArticles: ({ articleIds, saved }) => done(saveOrNot(deps, articleIds, saved)),
    refresh: async ({ feedIds }) => ok(await (await code.refresh()).refresh(deps, feedIds)),
    cancelRefresh: async () => {
      (await code.refresh()).cancelRefresh(deps);
      return ok(null);
    },
    knowFailures: ({ feedIds }) => done(knowFailures(deps, feedIds)),
    confirmHost: async ({ host }) => done((await code.allowPrivateHost()).allowPrivateHost(deps, host)),
    retryWaiting: async () => done((await code.retryWaiting()).retryWaiting(deps)),
    seeAlerts: ({ upTo }) => done(seeAlerts(deps, upTo)),
    openAlert: async ({ alertId }) => (await code.answerAlert()).openAlert(deps, alertId),
    answerAlert: async ({ alertId, state }) => (await code.answerAlert()).answerAlert(deps, alertId, state),
    changeSettings: async (patch) => done((await code.changeSettings()).changeSettings(deps, patch)),
    latest: (request) => ask(deps, 'latest', request),
    story: (request) => ask(deps, 'story', request),
    top: (request) => ask(deps, 'top', request),
    popular: (request) => ask(deps, 'popular', request),
    breaking: (request) => ask(deps, 'breaking', request),
    watched: (request) => ask(deps, 'watched', request),
    alerts: (request) => ask(deps, 'alerts', request),
    breakingPast: (request) => ask(deps, 'breakingPast', request),
    status: (request) => ask(deps, 'status', request),
    sources: (request) => ask(deps, 'sources', request),
    exportSources: (request) => ask(deps, 'exportSources', request),
    settings: (request) => ask(deps, 'settings', request),
    fetchFullText: async ({ articleId }) => (await code.fetchFullText()).fetchFullText(deps, articleId),
    article: (request) => ask(deps, 'article', request),
    source: (request) => ask(deps, 'source', request),
    saved: (request) => ask(deps, 'saved', request),
    away: (request) => ask(deps, 'away', request),
    search: (request) => ask(deps, 'search', request),
    prepareSearch: (request) => ask(deps, 'prepareSearch', request),
    backupPart: (request) => ask(deps, 'backupPart', request),
    beginRestore: async () => (await code.restore()).beginRestore(deps),
    stageRestore: async (request) => (await code.restore()).stageRestore(deps, request),
    commitRestore: async (request) => (await code.restore()).commitRestore(deps, request),

    restoreSnapshot: async ({ at }) => (await code.recovery()).restoreSnapshot(deps, at),
    knowRecovery: async () => done((await code.recovery()).knowRecovery(deps)),
    eraseEverything: async () => done((await code.erase()).eraseEverything(deps)),
  };
}

async function ask<N extends QueryName>(
  deps: Deps,
  name: N,
  request: Request<N>,
): Promise<Result<Answer<N>>> {
  const { queries } = await code.queries();
  return ok(await queries[name](await deps.database(), request));
}

/** After the sources changed: the panel is wanted on other hosts. */
async function followed<T>(deps: Deps, command: Promise<Result<T>>): Promise<Result<T>> {
  const result = await command;
  if (result.ok) await syncPanel(deps);
  return result;
}

async function done(command: Promise<void>): Promise<Result<null>> {
  await command;
  return ok(null);
}
