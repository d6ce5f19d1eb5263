/** Sources of the account's server: adding there, moving there, and what it refused. */
import type { Orders } from '../../model/account.ts';
import { fail, ok, type Problem, type Result } from '../../model/problem.ts';
import { changeOrders, storedAccount, storedOrders } from '../../store/account.ts';
import { feedByUrl } from '../../store/feeds.ts';
import { addOrders, orderMoves, settleOrder } from '../../store/orders.ts';
import { purgeByUrl } from '../../store/removed.ts';
import type { Database } from '../../store/schema.ts';
import { webUrl } from '../../text/host.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { syncSoon } from '../sync-soon.ts';
import { restoreSources } from './remove-sources.ts';
import { syncAccount } from './sync-account.ts';

/**
 * Has the server follow an address, and waits for it; gives the number of its source here. What did not come about is told
 * and not tried again by itself.
 */
export async function addThere(deps: Deps, address: string): Promise<Result<{ feedId: number }>> {
  const url = webUrl(address);
  if (url === null) return fail('bad-address');
  const db = await deps.database();
  const closed = await whyClosed(db);
  if (closed !== null) return { ok: false, problem: closed };
  const known = await db.getFromIndex('feeds', 'byUrl', url);
  if (known && known.removedAt === undefined) return fail('already-followed');
  if (known?.account) {
    // Removed a moment ago, and still there.
    const restored = await restoreSources(deps, [known.id]);
    return restored.ok ? ok({ feedId: known.id }) : restored;
  }
  await purgeByUrl(db, [url]);
  await addOrders(db, [{ kind: 'add', url, title: '', folder: [] }], deps.now());
  const { lastId = 0 } = await storedOrders(db);
  const problem = await syncAccount(deps);
  return outcome(db, url, lastId, problem);
}

/** What came of an order to add: it is taken out of what waits and of what was refused, since it is told at once. */
async function outcome(
  db: Database,
  url: string,
  orderId: number,
  problem: Problem | null,
): Promise<Result<{ feedId: number }>> {
  const orders = await storedOrders(db);
  const isIt = ({ kind, url: refused }: Orders['refused'][number]) => kind === 'add' && refused === url;
  const refused = orders.refused.find(isIt);
  if (refused) {
    await changeOrders(db, (now) => ({ ...now, refused: now.refused.filter((one) => !isIt(one)) }));
    return { ok: false, problem: refused.problem };
  }
  if (orders.waiting.some(({ id }) => id === orderId)) {
    await settleOrder(db, orderId);
    return { ok: false, problem: problem ?? { code: 'server-unreachable' } };
  }
  const feed = (await feedByUrl(db, url)) ?? (await latestOfAccount(db));
  return feed ? ok({ feedId: feed.id }) : fail('not-found');
}

/** One server lists a source by where its address leads. */
async function latestOfAccount(db: Database) {
  return (await db.getAll('feeds')).findLast(({ account }) => account !== undefined);
}

/** Has the server follow all local sources; begins at once, and goes on after a death. Those that move already are not told twice. */
export async function moveSources(deps: Deps): Promise<Result<null>> {
  const db = await deps.database();
  const closed = await whyClosed(db);
  if (closed !== null) return { ok: false, problem: closed };
  if ((await orderMoves(db, deps.now())) === 0) return ok(null);
  await changed(deps);
  await syncSoon(deps);
  return ok(null);
}

/** The reader saw what the server refused. */
export async function knowRefused(deps: Deps): Promise<void> {
  await changeOrders(await deps.database(), (orders) => ({ ...orders, refused: [] }));
  await changed(deps);
}

/** Why the server cannot be told anything now; null where it can. */
async function whyClosed(db: Database): Promise<Problem | null> {
  const stored = await storedAccount(db);
  if (stored === null) return { code: 'not-found' };
  const standing = stored.account?.standing ?? 'signed-out';
  if (standing === 'ready') return null;
  return { code: standing === 'signed-out' ? 'server-password' : 'no-permission' };
}
