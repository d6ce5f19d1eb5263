/** What the bench of polling runs in a page of the extension: functions that use nothing but the globals of any page. */

type Extension = {
  readonly chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };
};

/** Asks for a refresh of all sources: ms until it is answered, how many were asked, and of how many. */
export async function answeredAfter(): Promise<{ ms: number; asked: number; of: number }> {
  const { runtime } = (globalThis as unknown as Extension).chrome;
  const began = performance.now();
  const answer = (await runtime.sendMessage({ verb: 'refresh', request: {} })) as {
    value: { asked: number; leftOut: readonly unknown[] };
  };
  const { asked, leftOut } = answer.value;
  return { ms: performance.now() - began, asked, of: asked + leftOut.length };
}

/** The same conditional requests, six at a time, and nothing else: ms. */
export async function conditionalLoop(urls: readonly string[]): Promise<number> {
  const began = performance.now();
  const waiting = [...urls];
  const lane = async (): Promise<void> => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const response = await fetch(url, {
        headers: { 'If-None-Match': '"one"' },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
      if (response.status !== 304 && response.status !== 200) throw new Error(`${url}: ${response.status}`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  return performance.now() - began;
}

/** The number up to which no article waits for a story. */
export function toldUpTo(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lede');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asking = opening.result.transaction('counters').objectStore('counters').get('toldUpTo');
      asking.onsuccess = () => {
        opening.result.close();
        resolve(asking.result ?? 0);
      };
    };
  });
}

/** How many articles are stored. */
export function storedRows(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lede');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asking = opening.result.transaction('articles').objectStore('articles').count();
      asking.onsuccess = () => {
        opening.result.close();
        resolve(asking.result);
      };
    };
  });
}

/** Puts all that the ingest made into a second database with the same stores and indexes, in one transaction: ms. */
export async function bulkPut(): Promise<number> {
  const names = ['articles', 'bodies', 'stories', 'window', 'feeds'];
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const from = await done(indexedDB.open('lede'));
  const reading = from.transaction(names);
  const rows = await Promise.all(names.map((name) => done(reading.objectStore(name).getAll())));
  const opening = indexedDB.open('bulk', 1);
  opening.onupgradeneeded = () => {
    for (const name of names) {
      const like = reading.db.transaction(name).objectStore(name);
      const store = opening.result.createObjectStore(name, { keyPath: like.keyPath });
      for (const index of like.indexNames) {
        const { keyPath, unique, multiEntry } = like.index(index);
        store.createIndex(index, keyPath, { unique, multiEntry });
      }
    }
  };
  const into = await done(opening);
  const began = performance.now();
  const tx = into.transaction(names, 'readwrite');
  for (const [at, name] of names.entries()) for (const row of rows[at] ?? []) tx.objectStore(name).put(row);
  await new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
  const ms = performance.now() - began;
  for (const db of [from, into]) db.close();
  indexedDB.deleteDatabase('bulk');
  return ms;
}
