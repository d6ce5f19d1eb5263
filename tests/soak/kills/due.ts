/** Having the time of all sources come. */
import type { Feed } from '../../../utils/model/feed.ts';
import type { Databases } from '../../browsers/session.ts';

/** Runs beside the background. */
export async function makeDue(databases: Databases, now: number): Promise<void> {
  const opening = databases.open('lede');
  await new Promise((resolve, reject) => {
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction('feeds', 'readwrite');
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
      const walk = tx.objectStore('feeds').openCursor();
      walk.onsuccess = () => {
        const cursor = walk.result;
        if (cursor === null) return;
        const feed: Feed = cursor.value;
        if (feed.removedAt === undefined && feed.nextCheckAt > now)
          cursor.update({ ...feed, nextCheckAt: now });
        cursor.continue();
      };
    };
  }).finally(() => opening.result.close());
}

/** Runs in a page of the extension: the alarm rings now. */
export function ring(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      alarms: { create(name: string, when: { when: number; periodInMinutes: number }): Promise<void> };
    };
  };
  return chrome.alarms.create('poll', { when: Date.now(), periodInMinutes: 2 / 60 });
}
