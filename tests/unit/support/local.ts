/** The browser's storage for extensions, in memory. */
import type { LocalStore } from '../../../utils/platform/local.ts';

/** A storage that tests can look into and have refuse. */
export interface FakeLocal extends LocalStore {
  readonly values: Map<string, unknown>;
  isFull: boolean;
}

/** An empty one. */
export function fakeLocal(): FakeLocal {
  const values = new Map<string, unknown>();
  const local: FakeLocal = {
    values,
    isFull: false,
    get: async (keys) =>
      Object.fromEntries(
        keys.filter((key) => values.has(key)).map((key) => [key, structuredClone(values.get(key))]),
      ),
    keys: async () => [...values.keys()],
    async set(items) {
      if (local.isFull) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [key, value] of Object.entries(items)) values.set(key, structuredClone(value));
    },
    async remove(keys) {
      for (const key of keys) values.delete(key);
    },
  };
  return local;
}
