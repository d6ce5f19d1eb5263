/**
 * Having the account's server change its sources as the reader did. What it answers is not believed where it fails: its
 * list says what was done. An order that is not made is sent three times, then named to the reader.
 */
import { isMade, listedAs, MOST_TRIES, type SourceChange } from '../../account/changes.ts';
import type { Subscription } from '../../account/wire.ts';
import type { WaitingOrder } from '../../model/account.ts';
import type { Problem, Result } from '../../model/problem.ts';
import { storedOrders } from '../../store/account.ts';
import { adoptSource, settleChange } from '../../store/adopt-source.ts';
import { countTry, movesOf, noteLeaving, refuseOrder, settleOrder } from '../../store/orders.ts';
import type { AccountSession } from '../account-session.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { changeOf, report } from '../source-change.ts';

/** How long orders are sent in one event, in ms: browsers end an event after five minutes, and a sync comes behind. */
const SEND_FOR_MS = 150_000;
/** What the server says it did before the list is read to see them: a thousand lists of a thousand sources are too many. */
const CONFIRMED_AT_ONCE = 20;

/** Problems that say nothing of the order: nothing more is asked now, and no try is counted. */
const NOT_ITS_FAULT: ReadonlySet<Problem['code']> = new Set([
  'asked-to-wait',
  'server-expired',
  'server-redirect',
]);

interface Sending {
  readonly deps: Deps;
  readonly session: AccountSession;
  /** The account's sources as they were last listed. */
  list: readonly Subscription[];
  /** What the server says it did, and a list has to show. */
  readonly unseen: (readonly [WaitingOrder, SourceChange])[];
}

/**
 * Sends what waits, in its order; gives why it did not come to its end, or null. What is left when time is up stays.
 *
 * @param end UTC ms after which no order is sent
 */
export async function sendOrders(deps: Deps, session: AccountSession, end: number): Promise<Problem | null> {
  const { waiting } = await storedOrders(session.db);
  if (waiting.length === 0) return null;
  const until = Math.min(end, deps.now() + SEND_FOR_MS);
  const list = await session.client.subscriptions();
  if (!list.ok) return list.problem;
  const sending: Sending = { deps, session, list: list.value, unseen: [] };
  for (const order of waiting) {
    if (deps.now() >= until) break;
    const problem = await send(sending, order);
    if (problem !== null) return problem;
    if (sending.unseen.length < CONFIRMED_AT_ONCE) continue;
    const unconfirmed = await confirm(sending);
    if (unconfirmed !== null) return unconfirmed;
  }
  return confirm(sending);
}

/** Sends one order; a problem ends all of them. */
async function send(sending: Sending, waiting: WaitingOrder): Promise<Problem | null> {
  const { db } = sending.session;
  const change = await changeOf(db, sending.list, waiting);
  if (change === null) {
    await settleOrder(db, waiting.id);
    return null;
  }
  if (isMade(change, sending.list)) {
    await settle(sending, waiting, change);
    return null;
  }
  if (change.kind === 'change') await noteLeaving(db, waiting, change.leaves ?? null);
  for (;;) {
    const answer = await ask(sending, change);
    if (answer.ok) {
      if (mustBeSeen(change)) sending.unseen.push([waiting, change]);
      else await settle(sending, waiting, change);
      return null;
    }
    if (NOT_ITS_FAULT.has(answer.problem.code)) return answer.problem;
    const list = await readAnew(sending);
    if (list !== null) return list;
    if (isMade(change, sending.list)) {
      await settle(sending, waiting, change);
      return null;
    }
    const tries = await inVain(sending, waiting, answer.problem);
    // What was not answered may yet be done: the next sync asks again. A plain no is asked again at once.
    if (tries >= MOST_TRIES || answer.problem.code !== 'http') return null;
  }
}

function ask({ session: { client } }: Sending, change: SourceChange): Promise<Result<null>> {
  switch (change.kind) {
    case 'add':
      return client.subscribe(change.url, change.title, change.folder);
    case 'remove':
      return client.unsubscribe(change.id);
    case 'change':
      return client.change(change.id, change.title, change.folder, change.leaves ?? null);
  }
}

/** A new source needs its id, and out of a folder one server lets none: it says OK and leaves it there. */
function mustBeSeen(change: SourceChange): boolean {
  return change.kind === 'add' || (change.kind === 'change' && (change.leaves ?? null) !== null);
}

/** An order is made: what it is about here follows. */
async function settle(
  { session, list }: Sending,
  waiting: WaitingOrder,
  change: SourceChange,
): Promise<void> {
  const { order, id } = waiting;
  const moves = movesOf(waiting);
  const listed = change.kind === 'add' ? listedAs(change, list) : null;
  if (moves !== null && listed !== null) await adoptSource(session.db, id, moves, listed);
  else if (order.kind === 'change' && change.kind === 'change')
    await settleChange(session.db, id, order.feedId, change.title);
  else await settleOrder(session.db, id);
}

/** Looks in the list for what the server says that it added. */
async function confirm(sending: Sending): Promise<Problem | null> {
  const { deps, unseen } = sending;
  if (unseen.length === 0) return null;
  const problem = await readAnew(sending);
  if (problem !== null) return problem;
  for (const [waiting, change] of unseen.splice(0)) {
    if (isMade(change, sending.list)) await settle(sending, waiting, change);
    else await inVain(sending, waiting, { code: 'not-found' });
  }
  await changed(deps);
  return null;
}

async function readAnew(sending: Sending): Promise<Problem | null> {
  const list = await sending.session.client.subscriptions();
  if (!list.ok) return list.problem;
  sending.list = list.value;
  return null;
}

/** The list does not show it: one try more, and after the last one a plain report. */
async function inVain(
  { session: { db } }: Sending,
  waiting: WaitingOrder,
  problem: Problem,
): Promise<number> {
  const tries = await countTry(db, waiting.id);
  if (tries >= MOST_TRIES) await refuseOrder(db, waiting.id, await report(db, waiting, problem));
  return tries;
}
