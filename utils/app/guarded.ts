/** What goes with every verb: a snapshot after what changes the reader's choices, and a look at damage. */
import type { Handlers } from '../protocol/server.ts';
import { isQuery } from '../protocol/verb-names.ts';
import type { VerbName } from '../protocol/verbs.ts';
import { isDamage } from '../store/damage.ts';
import type { Deps } from './deps.ts';
import { suspectDamage } from './open-database.ts';
import { keepSnapshot } from './snapshots.ts';

/** Commands that are frequent and change no choice of the reader's; after every other one a snapshot is looked at. */
const CHANGE_NO_CHOICE: ReadonlySet<VerbName> = new Set<VerbName>([
  'allowAccount',
  'answerAlert',
  'beginRestore',
  'cancelRefresh',
  'carryNow',
  'discover',
  'fetchFullText',
  'findRelated',
  'hideStory',
  'joinStories',
  'knowFailures',
  'knowRecovery',
  'knowRefused',
  'leaveLatest',
  'lookAtLinks',
  'markAllRead',
  'markRead',
  'openAlert',
  'openFromPanel',
  'panelStanding',
  'refresh',
  'related',
  'relatedToTab',
  'reportTheme',
  'saveArticles',
  'seeAlerts',
  'showBar',
  'splitStory',
  'stageRestore',
  'syncAccount',
  'testAccount',
  'undoCorrection',
  'undoMarkAll',
  'visitLatest',
]);

type Handler = (...message: never[]) => Promise<unknown>;

/** The same handlers with what goes with each. */
export function guarded(deps: Deps, handlers: Handlers): Handlers {
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    guard(deps, name as VerbName, handler as Handler),
  ]);
  return Object.fromEntries(entries) as Handlers;
}

function guard(deps: Deps, name: VerbName, handler: Handler): Handler {
  const changesChoices = !isQuery(name) && !CHANGE_NO_CHOICE.has(name);
  return async (...message) => {
    const answer = await tryTwice(deps, () => handler(...message));
    if (changesChoices) await keepSnapshot(deps);
    return answer;
  };
}

/** Where something stored turns out to be damaged, the database is opened anew, which mends it, and asked again. */
async function tryTwice(deps: Deps, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (!(await mend(deps, error))) throw error;
    return work();
  }
}

/** Has the database looked at as a whole where an error says that it is damaged; gives whether it does. */
export async function mend(deps: Deps, error: unknown): Promise<boolean> {
  if (!isDamage(error)) return false;
  await suspectDamage(deps.local);
  await deps.closeDatabase();
  deps.stories.forget();
  return true;
}
