/** Which use case answers which verb. The compiler sees to it that none is missing. */
import { ok, type Result } from '../model/problem.ts';
import type { Handlers } from '../protocol/server.ts';
import type { Answer, QueryName, Request } from '../protocol/verbs.ts';
import { carryAfter } from './carry-after.ts';
import { addFeed } from './commands/add-feed.ts';
import { allowPrivateHost } from './commands/allow-private-host.ts';
import { answerAlert, openAlert } from './commands/answer-alert.ts';
import { answerAway, carry, eraseCarried, setCarrying } from './commands/carry.ts';
import { changeSettings } from './commands/change-settings.ts';
import { changeSources } from './commands/change-sources.ts';
import { choosePanel, openFromPanel, panelOn, panelStanding } from './commands/choose-panel.ts';
import { join, split, undo } from './commands/correct-stories.ts';
import { discover, lookAtLinks } from './commands/discover.ts';
import { eraseEverything } from './commands/erase.ts';
import { fetchFullText } from './commands/fetch-full-text.ts';
import { findRelated } from './commands/find-related.ts';
import { followPackEntry } from './commands/follow-pack-entry.ts';
import { hideOrNot } from './commands/hide-story.ts';
import { importSources } from './commands/import-sources.ts';
import { knowFailures } from './commands/know-failures.ts';
import { markAllRead, markRead, saveOrNot, takeMarkAllBack } from './commands/mark-read.ts';
import { poll } from './commands/poll.ts';
import { knowRecovery, restoreSnapshot } from './commands/recovery.ts';
import { cancelRefresh, refresh } from './commands/refresh.ts';
import { related } from './commands/related.ts';
import { relatedToTab } from './commands/related-to-tab.ts';
import { removeSources, restoreSources } from './commands/remove-sources.ts';
import { reportTheme } from './commands/report-theme.ts';
import { beginRestore, commitRestore, stageRestore } from './commands/restore.ts';
import { retryWaiting } from './commands/retry-waiting.ts';
import { showBar } from './commands/show-bar.ts';
import { syncPanel } from './commands/sync-panel.ts';
import { leaveLatest, seeAlerts, visitLatest } from './commands/visit-latest.ts';
import type { Deps } from './deps.ts';
import { guarded } from './guarded.ts';
import { queries } from './queries/index.ts';

/** The handlers of all verbs over one set of effects. */
export function createHandlers(deps: Deps): Handlers {
  return guarded(deps, carryAfter(deps, handlersOf(deps)));
}

function handlersOf(deps: Deps): Handlers {
  return {
    addFeed: ({ url }) => followed(deps, addFeed(deps, url)),
    setCarrying: ({ on }) => done(setCarrying(deps, on)),
    carryNow: () => done(carry(deps)),
    eraseCarried: () => done(eraseCarried(deps)),
    answerAway: ({ keep }) => done(answerAway(deps, keep)),
    carrying: (request) => ask(deps, 'carrying', request),
    importSources: async ({ sources }) => {
      const result = await importSources(deps, sources);
      // The answer does not wait for thousands of first checks; those that a kill leaves out are due all the same.
      void poll(deps);
      await syncPanel(deps);
      return ok(result);
    },
    followEntry: (facts) => followed(deps, followPackEntry(deps, facts)),
    discover: ({ address }) => discover(deps, address),
    lookAtLinks: async ({ links }) => ok(await lookAtLinks(deps, links)),
    changeSources: ({ changes }) => changeSources(deps, changes),
    removeSources: ({ feedIds }) => followed(deps, removeSources(deps, feedIds)),
    restoreSources: ({ feedIds }) => followed(deps, restoreSources(deps, feedIds)),
    markRead: ({ articleIds, read }) => done(markRead(deps, articleIds, read)),
    markAllRead: () => markAllRead(deps),
    undoMarkAll: ({ markedAt }) => takeMarkAllBack(deps, markedAt),
    hideStory: ({ storyId, hidden }) => hideOrNot(deps, storyId, hidden),
    visitLatest: ({ upTo }) => done(visitLatest(deps, upTo)),
    leaveLatest: ({ view }) => done(leaveLatest(deps, view)),
    reportTheme: ({ theme }) => done(reportTheme(deps, theme)),
    splitStory: ({ articleIds }) => split(deps, articleIds),
    joinStories: ({ storyIds }) => join(deps, storyIds),
    undoCorrection: ({ bindingId }) => undo(deps, bindingId),
    related: (request) => related(deps, request),
    findRelated: (facts, page = null) => findRelated(deps, facts, page),
    choosePanel: ({ choice }, page = null) => choosePanel(deps, choice, page),
    openFromPanel: ({ page: what }, page = null) => openFromPanel(deps, what, page),
    panelStanding: (_request, page = null) => panelStanding(deps, page),
    showBar: (_request, page = null) => showBar(deps, page),
    panelOn: ({ host }) => panelOn(deps, host),
    relatedToTab: ({ tabId, url }) => relatedToTab(deps, tabId, url),
    saveArticles: ({ articleIds, saved }) => done(saveOrNot(deps, articleIds, saved)),
    refresh: async ({ feedIds }) => ok(await refresh(deps, feedIds)),
    cancelRefresh: async () => {
      cancelRefresh(deps);
      return ok(null);
    },
    knowFailures: ({ feedIds }) => done(knowFailures(deps, feedIds)),
    confirmHost: ({ host }) => done(allowPrivateHost(deps, host)),
    retryWaiting: () => done(retryWaiting(deps)),
    seeAlerts: ({ upTo }) => done(seeAlerts(deps, upTo)),
    openAlert: ({ alertId }) => openAlert(deps, alertId),
    answerAlert: ({ alertId, state }) => answerAlert(deps, alertId, state),
    changeSettings: (patch) => done(changeSettings(deps, patch)),
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
    fetchFullText: ({ articleId }) => fetchFullText(deps, articleId),
    article: (request) => ask(deps, 'article', request),
    source: (request) => ask(deps, 'source', request),
    saved: (request) => ask(deps, 'saved', request),
    away: (request) => ask(deps, 'away', request),
    search: (request) => ask(deps, 'search', request),
    prepareSearch: (request) => ask(deps, 'prepareSearch', request),
    backupPart: (request) => ask(deps, 'backupPart', request),
    beginRestore: () => beginRestore(deps),
    stageRestore: (request) => stageRestore(deps, request),
    commitRestore: (request) => commitRestore(deps, request),

    restoreSnapshot: ({ at }) => restoreSnapshot(deps, at),
    knowRecovery: () => done(knowRecovery(deps)),
    eraseEverything: () => done(eraseEverything(deps)),
  };
}

async function ask<N extends QueryName>(
  deps: Deps,
  name: N,
  request: Request<N>,
): Promise<Result<Answer<N>>> {
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
