/** The stores `records` and `counters`: single values. */
import type { AllRead } from '../model/article.ts';
import { readSettings, type Settings, type SettingsPatch, writeSettings } from '../model/settings.ts';
import type { Theme } from '../model/toolbar.ts';
import type { CounterName, Database } from './schema.ts';

/** In the record `muting`: what is muted has changed, and no article was looked at since. */
export const ALL_ARTICLES = Number.MAX_SAFE_INTEGER;

export const NOTHING_READ: AllRead = { upToId: 0, at: 0 };

/** The settings; defaults where nothing is stored or what is stored is damaged. */
export async function loadSettings(db: Database): Promise<Settings> {
  return readSettings(await db.get('records', 'settings'));
}

/** Changes the given settings, or what is made of those stored, and gives all of them. */
export async function changeStoredSettings(
  db: Database,
  change: SettingsPatch | ((settings: Settings) => SettingsPatch),
): Promise<Settings> {
  const tx = db.transaction('records', 'readwrite');
  const stored = readSettings(await tx.store.get('settings'));
  const patch = typeof change === 'function' ? change(stored) : change;
  const settings = readSettings({ ...writeSettings(stored), ...patch });
  await tx.store.put(writeSettings(settings), 'settings');
  if (patch.mutedWords !== undefined) await tx.store.put(ALL_ARTICLES, 'muting');
  await tx.done;
  return settings;
}

/** A kept total; 0 where it was never kept. */
export async function counter(db: Database, name: CounterName): Promise<number> {
  return (await db.get('counters', name)) ?? 0;
}

/** Unread rows of Latest, as it is set: stories or articles. */
export async function unreadRows(db: Database): Promise<number> {
  const { latest } = await loadSettings(db);
  return counter(db, latest === 'stories' ? 'unreadStories' : 'unread');
}

/** UTC ms at which Latest was last shown, or null. */
export async function visitedAt(db: Database): Promise<number | null> {
  const stored = await db.get('records', 'visitedAt');
  return typeof stored === 'number' ? stored : null;
}

/** UTC ms at which alerts were last seen, in the list or in the popup, or null. */
export async function alertsSeenAt(db: Database): Promise<number | null> {
  const stored = await db.get('records', 'alertsSeenAt');
  const visited = await visitedAt(db);
  return typeof stored === 'number' ? Math.max(stored, visited ?? stored) : visited;
}

/**
 * Remembers that what arrived up to `at` (UTC ms) was seen. It goes only forward, but for a time that a clock set fast
 * put ahead of `now`.
 */
export async function rememberSeen(
  db: Database,
  record: 'visitedAt' | 'alertsSeenAt',
  at: number,
  now: number,
): Promise<void> {
  const tx = db.transaction('records', 'readwrite');
  const stored = await tx.store.get(record);
  const before = typeof stored === 'number' && stored <= now ? stored : 0;
  await tx.store.put(Math.max(before, at), record);
  await tx.done;
}

/** The colours of the toolbar as a page last told, or null. */
export async function toolbarTheme(db: Database): Promise<Theme | null> {
  const stored = await db.get('records', 'toolbarTheme');
  return stored === 'light' || stored === 'dark' ? stored : null;
}

/** Whether the last poll found no network. */
export async function isOffline(db: Database): Promise<boolean> {
  return (await db.get('records', 'isOffline')) === true;
}

/** Remembers whether there is a network; gives whether that is news. */
export async function rememberOffline(db: Database, offline: boolean): Promise<boolean> {
  if ((await isOffline(db)) === offline) return false;
  await db.put('records', offline, 'isOffline');
  return true;
}

/** How far the last "mark all as read" reaches, from its stored record. */
export function asAllRead(stored: unknown): AllRead {
  return (stored as AllRead | undefined) ?? NOTHING_READ;
}

/** Whether the reader is to be welcomed now; at most once true for a database, and never where sources are followed. */
export async function welcomeOnce(db: Database): Promise<boolean> {
  const tx = db.transaction(['records', 'feeds'], 'readwrite');
  const known = await tx.objectStore('records').get('welcomed');
  const feed = await tx.objectStore('feeds').openKeyCursor();
  await tx.objectStore('records').put(true, 'welcomed');
  await tx.done;
  return known === undefined && feed === null;
}
