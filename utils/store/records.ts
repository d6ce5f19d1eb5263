/** The stores `records` and `counters`: single values. */
import type { AllRead } from '../model/article.ts';
import { readSettings, type Settings, type SettingsPatch, writeSettings } from '../model/settings.ts';
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
