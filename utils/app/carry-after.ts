/** What the reader changed is carried right after it, by whichever verb it was changed. */
import type { Handlers, SendingPage } from '../protocol/server.ts';
import { isQuery } from '../protocol/verb-names.ts';
import type { VerbName } from '../protocol/verbs.ts';
import { carryIfOn } from './commands/carry-if-on.ts';
import type { Deps } from './deps.ts';

/** Verbs that change nothing that is carried, and are said often. All others are followed by a round, new ones too. */
const NOT_CARRIED: ReadonlySet<string> = new Set<VerbName>([
  'discover',
  'lookAtLinks',
  'markRead',
  'markAllRead',
  'visitLatest',
  'splitStory',
  'joinStories',
  'undoCorrection',
  'undoMarkAll',
  'hideStory',
  'leaveLatest',
  'reportTheme',
  'seeAlerts',
  'openAlert',
  'answerAlert',
  'fetchFullText',
  'beginRestore',
  'stageRestore',
  'knowRecovery',
  'related',
  'saveArticles',
  'refresh',
  'cancelRefresh',
  'knowFailures',
  'confirmHost',
  'retryWaiting',
  'setCarrying',
  'carryNow',
  'eraseCarried',
  'answerAway',
  'testAccount',
  'addAccount',
  'syncAccount',
  'signInAgain',
  'allowAccount',
  'knowRefused',
  // Where the panel is wanted stays here; these are said from pages.
  'choosePanel',
  'findRelated',
  'openFromPanel',
  'panelStanding',
  'showBar',
  'relatedToTab',
]);

/** The same handlers, each of which is followed by a round of carrying; none waits for it. */
export function carryAfter(deps: Deps, handlers: Handlers): Handlers {
  const isFollowed = (verb: string) => !isQuery(verb) && !NOT_CARRIED.has(verb);
  const entries = Object.entries(handlers).map(([verb, handler]: [string, Handlers[VerbName]]) => [
    verb,
    isFollowed(verb)
      ? async (request: never, page?: SendingPage | null) => {
          const result = await handler(request, page);
          // What fails is tried again by the next round; every start of the background begins one.
          void carryIfOn(deps).catch(() => undefined);
          return result;
        }
      : handler,
  ]);
  return Object.fromEntries(entries) as Handlers;
}
