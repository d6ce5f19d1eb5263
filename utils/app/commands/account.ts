/** The account on a feed server: trying one, adding it, letting it in again, leaving it. */
import { type FoundServer, findServer, serverAddress } from '../../account/find-server.ts';
import type { Account, AccountFound, AccountPlace } from '../../model/account.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { changeAccount, putAccount, storedAccount } from '../../store/account.ts';
import { standingOf } from '../account-standing.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { syncAccount } from './sync-account.ts';

/** What the reader types of an account. */
export interface Typed {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** Tries an account as it was typed; nothing is stored. */
export async function testAccount(deps: Deps, typed: Typed): Promise<Result<AccountFound>> {
  const found = await find(deps, typed);
  if (!found.ok) return found;
  const { access, subscriptions } = found.value;
  return ok({ base: access.base, product: access.dialect.product, sources: subscriptions.length });
}

/** Tries it, stores it, and begins the first sync. `already-followed` where there is one. */
export async function addAccount(deps: Deps, typed: Typed): Promise<Result<null>> {
  if ((await storedAccount(await deps.database())) !== null) return fail('already-followed');
  const found = await find(deps, typed);
  if (!found.ok) return found;
  const now = deps.now();
  await store(deps, { ...fresh(now), password: typed.password }, found.value, typed.user, now);
  return ok(null);
}

/** The password again, after it was changed or lost with the database. */
export async function signInAgain(deps: Deps, password: string): Promise<Result<null>> {
  const stored = await storedAccount(await deps.database());
  if (stored === null) return fail('not-found');
  const { base, user, addedAt } = stored.place;
  const found = await find(deps, { address: base, user, password });
  if (!found.ok) return found;
  const known = stored.account ?? fresh(deps.now());
  const account = { ...known, password, standing: 'ready', problem: null, nextSyncAt: deps.now() } as const;
  await store(deps, account, found.value, user, addedAt);
  return ok(null);
}

async function store(
  deps: Deps,
  account: Omit<Account, 'token' | 'changeToken'>,
  { access }: FoundServer,
  user: string,
  addedAt: number,
): Promise<void> {
  const { base, token, changeToken, dialect } = access;
  const place: AccountPlace = { base, user, dialect: dialect.name, addedAt };
  await putAccount(await deps.database(), place, { ...account, token, changeToken });
  await changed(deps);
  // The answer does not wait for it; what a kill leaves out is due all the same, also where nothing else is.
  await armNextPoll(deps);
  void syncAccount(deps);
}

function fresh(now: number): Omit<Account, 'token' | 'changeToken' | 'password'> {
  return {
    standing: 'ready',
    syncingSince: null,
    syncedAt: null,
    correctedAt: null,
    nextSyncAt: now,
    waitUntil: null,
    failures: 0,
    problem: null,
    vanished: 0,
    keepsVanished: false,
    seen: null,
    moving: null,
  };
}

async function find(deps: Deps, typed: Typed): Promise<Result<FoundServer>> {
  const address = serverAddress(typed.address);
  if (!address.ok) return address;
  const { problem } = await standingOf(deps, address.value);
  if (problem !== null) return { ok: false, problem };
  return deps.stayAwake(() => findServer(deps.askServer, typed.address, typed));
}

/** Access or consent came back: it is asked again at once. `no-permission` where something is still missing. */
export async function allowAccount(deps: Deps): Promise<Result<null>> {
  return (await standAnew(deps)) ? ok(null) : fail('no-permission');
}

/** Has the account stand as the browser says, after something was granted or taken away; gives whether it may be asked. */
export async function standAnew(deps: Deps): Promise<boolean> {
  const db = await deps.database();
  const stored = await storedAccount(db);
  if (stored?.account == null || stored.account.standing === 'signed-out') return false;
  const { name, problem } = await standingOf(deps, stored.place.base);
  if (name !== stored.account.standing) {
    await changeAccount(db, { standing: name, problem });
    await changed(deps);
    if (name === 'ready') void syncAccount(deps);
  }
  return name === 'ready';
}
