/** Orders as a server understands them, and as the reader is told of them. */
import { oneFolder, type SourceChange } from '../account/changes.ts';
import type { Subscription } from '../account/wire.ts';
import type { Refused, WaitingOrder } from '../model/account.ts';
import { feedName } from '../model/feed.ts';
import type { Problem } from '../model/problem.ts';
import type { Database } from '../store/schema.ts';
import { hostOf } from '../text/host.ts';

/** What an order asks of the server; null where that is about nothing any more. */
export async function changeOf(
  db: Database,
  list: readonly Subscription[],
  { order, leaves: left }: WaitingOrder,
): Promise<SourceChange | null> {
  if (order.kind === 'remove') {
    return list.some(({ id }) => id === order.streamId) ? { kind: 'remove', id: order.streamId } : null;
  }
  if (order.kind === 'change') {
    const feed = await db.get('feeds', order.feedId);
    if (!feed?.account || feed.removedAt !== undefined) return null;
    const { streamId: id } = feed.account;
    const row = list.find((listed) => listed.id === id);
    if (!row) return null;
    const folder = oneFolder(feed.folder);
    const leaves = folder === null ? (left ?? row.folder) : null;
    return { kind: 'change', id, title: feedName(feed), folder, leaves };
  }
  const { url, title, folder, moves } = order;
  const add = { kind: 'add', url, title, folder: oneFolder(folder) } as const;
  if (moves === undefined) return add;
  const feed = await db.get('feeds', moves);
  if (!feed || feed.account !== undefined || feed.removedAt !== undefined) return null;
  return { ...add, leadsTo: feed.redirect?.url ?? null };
}

/** What the reader is told of an order that the server refuses. */
export async function report(db: Database, { order }: WaitingOrder, problem: Problem): Promise<Refused> {
  if (order.kind === 'remove') return { kind: 'remove', name: order.name, url: order.url, problem };
  if (order.kind === 'change') {
    const feed = await db.get('feeds', order.feedId);
    return { kind: 'change', name: feed ? feedName(feed) : '', url: feed?.url ?? '', problem };
  }
  const kind = order.moves === undefined ? 'add' : 'move';
  return { kind, name: order.title || hostOf(order.url), url: order.url, problem };
}
