/** The account on a feed server, as it is stored: where it is, what lets in, and what is on its way. */
import type { Account, AccountPlace, MarkAllOrder, Orders } from '../model/account.ts';
import type { CounterName, Database, RecordName } from './schema.ts';
import { whole } from './whole.ts';

/** An account with all that is stored of it. `account` is null where the database was lost: it lets in nobody then. */
export interface StoredAccount {
  readonly place: AccountPlace;
  readonly account: Account | null;
}

/** No orders. */
export const NO_ORDERS: Orders = { waiting: [], refused: [] };

/** The store `records` within any transaction. */
interface Records {
  get(name: RecordName): Promise<unknown>;
}
interface WritableRecords extends Records {
  put(value: unknown, name: RecordName): Promise<unknown>;
}
/** The store `counters` within any transaction that may write it. */
interface Counters {
  get(name: CounterName): Promise<number | undefined>;
  put(value: number, name: CounterName): Promise<unknown>;
}

/** The account, or null where there is none. */
export async function storedAccount(db: Database): Promise<StoredAccount | null> {
  return accountWithin(db.transaction('records').store);
}

/** The same within a transaction. */
export async function accountWithin(records: Records): Promise<StoredAccount | null> {
  const place = (await records.get('accountPlace')) as AccountPlace | undefined;
  const account = (await records.get('account')) as Account | undefined;
  return place === undefined ? null : { place, account: account ?? null };
}

/** Whether there is an account, whatever its standing: without one nothing of all this is loaded. */
export async function hasAccount(db: Database): Promise<boolean> {
  return (await db.get('records', 'accountPlace')) !== undefined;
}

/** Stores an account, in place of what was known of it. */
export async function putAccount(db: Database, place: AccountPlace, account: Account): Promise<void> {
  const tx = db.transaction('records', 'readwrite');
  await whole(tx, async () => {
    await tx.store.put(place, 'accountPlace');
    await tx.store.put(account, 'account');
  });
}

/** Changes the fields that `change` gives of the account as it is stored at that moment; nothing where it is gone. */
export function changeAccount(
  db: Database,
  change: Partial<Account> | ((account: Account) => Partial<Account>),
): Promise<void> {
  const tx = db.transaction('records', 'readwrite');
  return whole(tx, () => changeAccountWithin(tx.store, change));
}

/** The same within a transaction. */
export async function changeAccountWithin(
  records: WritableRecords,
  change: Partial<Account> | ((account: Account) => Partial<Account>),
): Promise<void> {
  const account = (await records.get('account')) as Account | undefined;
  if (account === undefined) return;
  await records.put({ ...account, ...(typeof change === 'function' ? change(account) : change) }, 'account');
}

/** The number of this browser's next step towards the server, within a transaction that may write totals. */
export async function nextStep(counters: Counters): Promise<number> {
  const step = ((await counters.get('accountStep')) ?? 0) + 1;
  await counters.put(step, 'accountStep');
  return step;
}

/** What is on its way to the server. */
export async function storedOrders(db: Database): Promise<Orders> {
  return ((await db.get('records', 'orders')) as Orders | undefined) ?? NO_ORDERS;
}

/** Changes what is on its way. */
export function changeOrders(db: Database, change: (orders: Orders) => Orders): Promise<void> {
  const tx = db.transaction('records', 'readwrite');
  return whole(tx, async () => {
    const orders = ((await tx.store.get('orders')) as Orders | undefined) ?? NO_ORDERS;
    await tx.store.put(change(orders), 'orders');
  });
}

/** A 'mark all' that is held back, or null. */
export async function storedMarkAll(db: Database): Promise<MarkAllOrder | null> {
  return ((await db.get('records', 'markAllOrder')) as MarkAllOrder | undefined) ?? null;
}

/** How long a server may have asked to be left alone, in ms; what is further away was set by a clock that was wrong. */
const LONGEST_WAIT = 7.7 * 24 * 3_600_000;
const DAY = 24 * 3_600_000;

/** UTC ms before which the server asked not to be asked, or null. */
export function serverWait({ waitUntil }: Pick<Account, 'waitUntil'>, now: number): number | null {
  return waitUntil !== null && waitUntil > now && waitUntil <= now + LONGEST_WAIT ? waitUntil : null;
}

/** UTC ms at which the next sync is due, at once where a clock that was wrong set it; null where nothing may be asked. */
export async function nextSync(db: Database, now: number): Promise<number | null> {
  const account = (await storedAccount(db))?.account;
  if (account?.standing !== 'ready') return null;
  const at = account.nextSyncAt > now + DAY ? now : account.nextSyncAt;
  return Math.max(at, serverWait(account, now) ?? 0);
}
