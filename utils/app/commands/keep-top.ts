/** The order of Top, kept from poll to poll: a story passes another only where it is clearly ahead. */
import type { Deps } from '../deps.ts';
import { topOrder } from '../queries/ranked.ts';

/** Places that are remembered. */
const REMEMBERED = 100;

/** Remembers the order in which Top stands now. Running it twice changes nothing. */
export async function keepTop(deps: Deps): Promise<void> {
  const db = await deps.database();
  await db.put('records', await topOrder(db, { now: deps.now(), limit: REMEMBERED }), 'topOrder');
}
