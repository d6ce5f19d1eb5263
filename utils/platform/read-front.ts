/** Reading the rows that lie ready, for a script that runs before anything else and carries no library. */
import type { Front } from '../model/front.ts';
import { FRONT, REVISION } from './session-keys.ts';

/** Both browsers know this name in the pages of an extension, and answer with promises. */
declare const chrome: {
  readonly storage: { readonly session: { get(keys: string[]): Promise<Record<string, unknown>> } };
};

/** The first rows as the database holds them; null where they are not known. */
export async function readFront(): Promise<Front | null> {
  const { [FRONT]: stored, [REVISION]: revision } = await chrome.storage.session.get([FRONT, REVISION]);
  const kept = stored as { readonly revision: unknown; readonly front: Front | null } | undefined;
  return kept !== undefined && kept.revision === revision ? kept.front : null;
}
