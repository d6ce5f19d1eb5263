/** What the reader does with an alert, in its notification or in the history. */

import type { Alert, AlertState } from '../../model/alert.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { alertOfNotice, changeAlert } from '../../store/alerts.ts';
import { markArticles, saveArticles } from '../../store/marks.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { sendMarksSoon } from '../send-marks-soon.ts';

/** Opens the article of an alert, which is then read and done with; problem `not-found` where it is forgotten. */
export async function openAlert(deps: Deps, alertId: number): Promise<Result<null>> {
  const alert = await change(deps, alertId, 'done');
  if (!alert) return fail('not-found');
  if (alert.url !== null) await deps.openTab(alert.url);
  await markArticles(await deps.database(), [alert.article], true, deps.now());
  await changed(deps);
  await sendMarksSoon(deps);
  return ok(null);
}

/**
 * Keeps an alert for later, and with it its article; or is done with it. Problem `not-found` where it is forgotten.
 */
export async function answerAlert(deps: Deps, alertId: number, state: AlertState): Promise<Result<null>> {
  if (!(await change(deps, alertId, state))) return fail('not-found');
  await changed(deps);
  await sendMarksSoon(deps);
  return ok(null);
}

/** The reader pressed a notification (by its number), or one of its buttons. */
export async function answerNotification(
  deps: Deps,
  notice: number,
  answer: 'open' | 'later',
): Promise<void> {
  const alert = await alertOfNotice(await deps.database(), notice);
  if (!alert) return;
  if (answer === 'open') await openAlert(deps, alert.id);
  else await answerAlert(deps, alert.id, 'later');
}

async function change(deps: Deps, alertId: number, state: AlertState): Promise<Alert | undefined> {
  const db = await deps.database();
  const changing = await changeAlert(db, alertId, state);
  if (!changing) return undefined;
  const { alert, save } = changing;
  if (save !== null) await saveArticles(db, [alert.article], save, deps.now());
  deps.forgetNotice(alert.notice).catch(() => undefined);
  return alert;
}
