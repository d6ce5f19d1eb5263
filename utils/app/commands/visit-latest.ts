/** Latest is shown to the reader: what arrives from now on is new at the next visit. */
import type { Deps } from '../deps.ts';

/** Remembers the moment. */
export async function visitLatest(deps: Deps): Promise<void> {
  await (await deps.database()).put('records', deps.now(), 'visitedAt');
}
