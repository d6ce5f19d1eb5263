/** Syncing with the account's server: what the reader did goes there first, then what is there comes here. */
import type { Account, AccountStanding } from '../../model/account.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import { changeAccount, serverWait, storedAccount, storedOrders } from '../../store/account.ts';
import { loadSettings } from '../../store/records.ts';
import { type AccountSession, accountSession } from '../account-session.ts';
import { standingOf } from '../account-standing.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { sendMarksSoon } from '../send-marks-soon.ts';
import { pull } from './pull.ts';
import { UNFINISHED } from './pull-take.ts';
import { pushMarks, stopsAll } from './push-marks.ts';
import { sendOrders } from './send-orders.ts';

/** Minutes between two syncs where the reader did not choose an interval for his sources. */
const EVERY_MINUTES = 15;

/** Minutes until the next where changes of sources wait: time was up, or they were not answered. */
const SOON_MINUTES = 1;

/** Problems that pass by themselves: it is tried again sooner. */
const PASSES: ReadonlySet<Problem['code']> = new Set(['server-unreachable', 'timeout']);

/** A sync at the reader's wish; its problem where it did not come to its end. */
export async function syncNow(deps: Deps): Promise<Result<null>> {
  const problem = await syncAccount(deps);
  return problem === null ? ok(null) : { ok: false, problem };
}

/**
 * A whole sync, one at a time; gives why it did not come to its end, or null. Nothing is asked unless the account may be, nor
 * before the server wants to be asked again.
 */
export async function syncAccount(deps: Deps): Promise<Problem | null> {
  await deps.syncs.run(() => deps.stayAwake(() => sync(deps)));
  return (await storedAccount(await deps.database()))?.account?.problem ?? null;
}

async function sync(deps: Deps): Promise<void> {
  const db = await deps.database();
  const stored = await storedAccount(db);
  if (stored?.account?.standing !== 'ready' || serverWait(stored.account, deps.now()) !== null) return;
  const standing = await standingOf(deps, stored.place.base);
  if (standing.name !== 'ready') {
    await changeAccount(db, { standing: standing.name, problem: standing.problem });
    return changed(deps);
  }
  await begin(deps);
  let problem: Problem | null = { code: 'internal' };
  const session = await accountSession(deps, stored.place, stored.account);
  try {
    problem = await steps(deps, session);
  } finally {
    await end(deps, session, session.loginProblem() ?? problem);
  }
}

/** Written before the first request: a background that dies meanwhile asks again soon, and not at every wake-up. */
async function begin(deps: Deps): Promise<void> {
  const now = deps.now();
  await changeAccount(await deps.database(), { syncingSince: now, nextSyncAt: now + deps.pace.retryMs });
  await deps.announce();
}

async function steps(deps: Deps, session: AccountSession): Promise<Problem | null> {
  const until = deps.now() + deps.pace.eventMs;
  const pushed = await pushMarks(deps, session);
  if (pushed !== null && stopsAll(pushed)) return pushed;
  const ordered = await sendOrders(deps, session, until);
  if (ordered !== null && stopsAll(ordered)) return ordered;
  return (await pull(deps, session, until)) ?? pushed ?? ordered;
}

async function end(deps: Deps, session: AccountSession, found: Problem | null): Promise<void> {
  const db = await deps.database();
  const now = deps.now();
  const wait = session.waitMs();
  // That its event has no time left for it is no problem: the next goes on where it was.
  const problem = found?.detail === UNFINISHED ? null : found;
  const isWaiting = problem === null && (await storedOrders(db)).waiting.length > 0;
  const every = ((await loadSettings(db)).checkMinutes ?? EVERY_MINUTES) * deps.pace.minuteMs;
  const soon = isWaiting ? SOON_MINUTES * deps.pace.minuteMs : every;
  // Nobody is asked too often where nobody answers, nor where time was up.
  const inMs = found !== null && PASSES.has(found.code) ? Math.min(soon, deps.pace.retryMs) : soon;
  await changeAccount(
    db,
    (account): Partial<Account> => ({
      syncingSince: null,
      problem,
      standing: standingAfter(account.standing, problem),
      syncedAt: found === null ? now : account.syncedAt,
      failures: problem === null ? 0 : account.failures + 1,
      waitUntil: wait === null ? null : now + wait,
      nextSyncAt: now + Math.max(wait ?? 0, inMs),
    }),
  );
  // What the reader marked since this sync sent what there was.
  if (problem === null) await sendMarksSoon(deps);
  // Whoever began it: without sources of his own a reader has no other alarm.
  await armNextPoll(deps);
  await changed(deps);
}

/** Where the server takes the password no longer, it is not asked until the reader has typed another. */
function standingAfter(before: AccountStanding, problem: Problem | null): AccountStanding {
  return problem?.code === 'server-password' ? 'signed-out' : before;
}
