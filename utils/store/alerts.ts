/** The store `alerts`: what was raised, the latest hundred. */
import type { Alert, AlertKind, AlertState } from '../model/alert.ts';
import { alertsSeenAt } from './records.ts';
import type { Database } from './schema.ts';

/** A notification that could not be shown for so long, in ms, is not shown any more. */
const TOO_LATE = 3_600_000;

/** All alerts that are remembered, the oldest first. */
export function allAlerts(db: Database): Promise<Alert[]> {
  return db.getAll('alerts');
}

/**
 * Takes the notifications that are to be shown, as if they were shown already: a background that dies before it shows them
 * does not show them twice, and the alerts stand in the history. What waited too long is not given.
 */
export async function takeNotifications(db: Database, now: number): Promise<Alert[]> {
  const tx = db.transaction('alerts', 'readwrite');
  const waiting = (await tx.store.getAll()).filter(({ notified }) => notified === 'wanted');
  for (const alert of waiting) await tx.store.put({ ...alert, notified: 'shown' });
  await tx.done;
  return waiting.filter(({ at }) => at > now - TOO_LATE);
}

/**
 * Remembers what the reader did with an alert; gives it, or undefined where it is forgotten. `save` says what is to become
 * of its article: kept for later it is saved, and no longer once the alert is not, unless the reader had saved it himself.
 */
export async function changeAlert(
  db: Database,
  id: number,
  state: AlertState,
): Promise<{ readonly alert: Alert; readonly save: boolean | null } | undefined> {
  const tx = db.transaction(['alerts', 'marks'], 'readwrite');
  const alert = await tx.objectStore('alerts').get(id);
  if (!alert) return undefined;
  const isSaved = (await tx.objectStore('marks').get(alert.article))?.saved ?? false;
  const { savedArticle = false, ...plain } = alert;
  const saves = state === 'later' && (savedArticle || !isSaved);
  const changed: Alert = { ...plain, state, ...(saves && { savedArticle: true }) };
  await tx.objectStore('alerts').put(changed);
  await tx.done;
  return { alert: changed, save: saves ? true : savedArticle ? false : null };
}

/** How many alerts of each kind the badge tells: raised since the reader last looked, and not answered. */
export async function unseenAlerts(db: Database): Promise<Record<AlertKind, number>> {
  const since = (await alertsSeenAt(db)) ?? Number.NEGATIVE_INFINITY;
  const told = (await allAlerts(db)).filter(({ by, state, at }) => by.badge && state === 'new' && at > since);
  // What is muted, hidden or gone since is told no longer.
  const articles = await Promise.all(told.map(({ article }) => db.get('articles', article)));
  const unseen = told.filter((_, at) => articles[at] !== undefined && !articles[at]?.muted);
  const breaking = unseen.filter(({ kind }) => kind === 'breaking').length;
  return { breaking, watch: unseen.length - breaking };
}

/** The alert that a notification shows: the latest with this number; undefined where it is forgotten. */
export async function alertOfNotice(db: Database, notice: number): Promise<Alert | undefined> {
  return (await allAlerts(db)).findLast((alert) => alert.notice === notice);
}
