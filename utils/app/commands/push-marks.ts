/** Sending the reader's marks to the account's server. */
import { type Batch, nextBatch, type ServerRow } from '../../account/marks.ts';
import type { Problem, ProblemCode, Result } from '../../model/problem.ts';
import { sendMarkAll } from '../../store/mark-all-order.ts';
import { noteSent, waitingItems } from '../../store/server-items.ts';
import type { AccountSession } from '../account-session.ts';
import type { Deps } from '../deps.ts';

/** Marks in one request, whatever the dialect. */
const MOST_MARKS = 500;
/** Requests that may fail in a row, and in all, before the rest is left to the next sync. */
const MOST_IN_A_ROW = 4;
const MOST_IN_ALL = 12;

/** Problems of these marks; all others are of the server, and whatever else is asked of it fails as well. */
const OF_THESE: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['http', 'server-unreadable']);

/** Whether nothing else need be asked of a server that has this problem now. */
export function stopsAll({ code }: Problem): boolean {
  return !OF_THESE.has(code);
}

/**
 * Sends what waits, in requests of at most so many marks; gives why it did not come to its end, or null. Marks that the
 * server refuses are left behind the others and tried again by the next sync. What is sent is still waiting: only answers
 * show that it arrived (`utils/store/server-word`).
 */
export async function pushMarks(
  deps: Deps,
  { db, client, dialect }: AccountSession,
): Promise<Problem | null> {
  const until = deps.now() + deps.pace.eventMs;
  await sendMarkAll(db, deps.now());
  const push = new Push(Math.min(MOST_MARKS, dialect.mostMarks));
  // What the reader did meanwhile is sent as well.
  for (let sent = true; sent; ) {
    sent = false;
    push.take(await waitingItems(db));
    for (let batch = push.next(); batch !== null && deps.now() < until; batch = push.next()) {
      const ids = batch.marks.map(({ id }) => id);
      const result = await client.mark(ids, batch.field, batch.value);
      push.note(batch, result, await noteSent(db, batch, result.ok));
      if (push.isOver) return push.problem;
      sent = true;
    }
  }
  return push.problem;
}

/** One push: what waits as far as it is known, and how it goes. */
class Push {
  readonly #most: number;
  #held = new Map<string, ServerRow>();
  /** What failed alone: it is not tried again by this push. */
  readonly #aside = new Set<string>();
  #inARow = 0;
  #inAll = 0;
  #taken = 0;
  problem: Problem | null = null;
  isOver = false;

  constructor(most: number) {
    this.#most = most;
  }

  take(waiting: Map<string, ServerRow>): void {
    this.#held = waiting;
    for (const id of this.#aside) this.#held.delete(id);
  }

  next(): Batch | null {
    return nextBatch(this.#held, this.#most, this.#taken);
  }

  note({ marks }: Batch, result: Result<null>, rows: readonly ServerRow[]): void {
    for (const row of rows) this.#held.set(row.id, row);
    if (result.ok) {
      this.#inARow = 0;
      this.#taken += 1;
      return;
    }
    this.problem = result.problem;
    this.#taken = 0;
    this.#inARow += 1;
    this.#inAll += 1;
    this.isOver = stopsAll(result.problem) || this.#inARow >= MOST_IN_A_ROW || this.#inAll >= MOST_IN_ALL;
    const [only, ...others] = marks;
    if (only && others.length === 0) {
      this.#aside.add(only.id);
      this.#held.delete(only.id);
    }
  }
}
