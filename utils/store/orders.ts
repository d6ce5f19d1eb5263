/** Changes of the account's sources on their way to its server, and what becomes of them. */
import type { Account, Orders, Refused, SourceOrder, WaitingOrder } from '../model/account.ts';
import type { Feed } from '../model/feed.ts';
import { NO_ORDERS } from './account.ts';
import type { Database, RecordName } from './schema.ts';
import { whole } from './whole.ts';

/** The store `records` within any transaction that may write it. */
interface Records {
  get(name: RecordName): Promise<unknown>;
  put(value: unknown, name: RecordName): Promise<unknown>;
}

/** Puts orders behind those that wait; a newer change of a source takes the place of an older one. */
export async function orderWithin(
  records: Records,
  added: readonly SourceOrder[],
  now: number,
): Promise<void> {
  if (added.length === 0) return;
  const orders = await ordersWithin(records);
  const changed = new Set(added.map((order) => (order.kind === 'change' ? order.feedId : null)));
  const others = orders.waiting.filter(({ order }) => order.kind !== 'change' || !changed.has(order.feedId));
  const first = (orders.lastId ?? 0) + 1;
  const behind = added.map(
    (order, index): WaitingOrder => ({
      ...{ id: first + index, order, tries: 0, madeAt: now },
      ...leavingOf(orders.waiting, order),
    }),
  );
  await records.put(
    { ...orders, waiting: [...others, ...behind], lastId: first + added.length - 1 } satisfies Orders,
    'orders',
  );
}

/** What a newer change of a source takes over: the older one may have been sent. */
function leavingOf(waiting: readonly WaitingOrder[], added: SourceOrder): Pick<WaitingOrder, 'leaves'> {
  if (added.kind !== 'change') return {};
  const older = waiting.find(({ order }) => order.kind === 'change' && order.feedId === added.feedId);
  return older?.leaves === undefined ? {} : { leaves: older.leaves };
}

/** Remembers before an order is sent which folder its source lies in there and is to leave; null: none. */
export async function noteLeaving(
  db: Database,
  { id, leaves }: WaitingOrder,
  folder: string | null,
): Promise<void> {
  if ((leaves ?? null) === folder) return;
  await change(db, (orders) => ({
    ...orders,
    waiting: orders.waiting.map((order) => (order.id === id ? withLeaving(order, folder) : order)),
  }));
}

function withLeaving({ leaves: _, ...order }: WaitingOrder, folder: string | null): WaitingOrder {
  return { ...order, ...(folder !== null && { leaves: folder }) };
}

/** Puts orders behind those that wait, in a transaction of its own. */
export function addOrders(db: Database, added: readonly SourceOrder[], now: number): Promise<void> {
  const tx = db.transaction('records', 'readwrite');
  return whole(tx, () => orderWithin(tx.store, added, now));
}

/** Has every source that is fetched here move to the server, but those that do already; gives how many are on their way. */
export function orderMoves(db: Database, now: number): Promise<number> {
  const tx = db.transaction(['feeds', 'records'], 'readwrite');
  return whole(tx, async () => {
    const records = tx.objectStore('records');
    const { waiting } = await ordersWithin(records);
    const moving = new Set(waiting.map(movesOf));
    const local = (await tx.objectStore('feeds').getAll()).filter(
      ({ id, account, removedAt }) => account === undefined && removedAt === undefined && !moving.has(id),
    );
    await orderWithin(records, local.map(toMove), now);
    const total = waiting.filter((order) => movesOf(order) !== null).length + local.length;
    await countMoving(records, () => (total === 0 ? null : { done: 0, total }));
    return total;
  });
}

/** Without a name of the reader's own the server finds out what it is called. */
function toMove({ id, url, ownTitle, folder }: Feed): SourceOrder {
  return { kind: 'add', url, title: ownTitle ?? '', folder, moves: id };
}

/** An order was sent in vain once more; gives how often it was. */
export async function countTry(db: Database, id: number): Promise<number> {
  let tries = 0;
  await change(db, (orders) => ({
    ...orders,
    waiting: orders.waiting.map((order) => {
      if (order.id !== id) return order;
      tries = order.tries + 1;
      return { ...order, tries };
    }),
  }));
  return tries;
}

/** An order is done with: made, or about what is not there any more. */
export function settleOrder(db: Database, id: number): Promise<void> {
  return change(db, (orders) => without(orders, id));
}

/** The server refuses an order for good: it is named to the reader in place of being sent again. */
export function refuseOrder(db: Database, id: number, refused: Refused): Promise<void> {
  const isOther = ({ kind, url }: Refused) => kind !== refused.kind || url !== refused.url;
  return change(db, (orders) => ({
    ...without(orders, id),
    refused: [...orders.refused.filter(isOther), refused],
  }));
}

/** The orders without one. */
export function without(orders: Orders, id: number): Orders {
  return { ...orders, waiting: orders.waiting.filter((order) => order.id !== id) };
}

function change(db: Database, how: (orders: Orders) => Orders): Promise<void> {
  const tx = db.transaction('records', 'readwrite');
  return whole(tx, () => changeOrdersWithin(tx.store, how));
}

/** Changes the orders within a transaction; how far moving is follows. */
export async function changeOrdersWithin(records: Records, how: (orders: Orders) => Orders): Promise<void> {
  const orders = how(await ordersWithin(records));
  await records.put(orders, 'orders');
  const left = orders.waiting.filter((order) => movesOf(order) !== null).length;
  await countMoving(records, (moving) =>
    left === 0 ? null : moving && { ...moving, done: moving.total - left },
  );
}

async function countMoving(
  records: Records,
  how: (moving: Account['moving']) => Account['moving'],
): Promise<void> {
  const account = (await records.get('account')) as Account | undefined;
  if (account) await records.put({ ...account, moving: how(account.moving) }, 'account');
}

async function ordersWithin(records: Records): Promise<Orders> {
  return ((await records.get('orders')) as Orders | undefined) ?? NO_ORDERS;
}

/** The local source that an order moves; null where it moves none. */
export function movesOf({ order }: WaitingOrder): number | null {
  return order.kind === 'add' ? (order.moves ?? null) : null;
}
