/** The browser's storage for extensions: small things that must survive the database, and outlive the browser. */
import { browser } from 'wxt/browser';

/** Where they are kept. */
export interface LocalStore {
  /** The values of these keys; those that are not there are missing. */
  get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** All keys that there are. */
  keys(): Promise<readonly string[]>;
  /** Writes all of these or none. Rejects where there is no room. */
  set(values: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export const localStore: LocalStore = {
  get: (keys) => browser.storage.local.get([...keys]),
  keys: async () => Object.keys(await browser.storage.local.get(null)),
  set: (values) => browser.storage.local.set({ ...values }),
  remove: (keys) => browser.storage.local.remove([...keys]),
};

/**
 * Keeps this storage from the scripts that the extension runs in pages, as far as the browser can (Firefox cannot): what
 * a page's process is tricked into then holds no list of sources. Run at every start.
 */
export async function closeLocalToPages(): Promise<void> {
  const { local } = browser.storage;
  if ('setAccessLevel' in local) await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
