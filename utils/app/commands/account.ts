/** The account on a feed server: trying one, adding it, letting it in again, leaving it. */
import { type FoundServer, findServer, serverAddress } from '../../account/find-server.ts';
import type { AccountFound } from '../../model/account.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { storedAccount } from '../../store/account.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { mayAsk } from '../may-ask.ts';
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
  const db = await deps.database();
  if ((await storedAccount(db)) !== null) return fail('already-followed');
  const found = await find(deps, typed);
  if (!found.ok) return found;
  await storeAccount(deps, typed, found.value);
  await changed(deps);
  void syncAccount(deps);
  return ok(null);
}

async function storeAccount(deps: Deps, { user, password }: Typed, { access }: FoundServer): Promise<void> {
  const db = await deps.database();
  const now = deps.now();
  const { base, token, changeToken, dialect } = access;
  const tx = db.transaction('records', 'readwrite');
  await tx.store.put({ base, user, dialect: dialect.name, addedAt: now }, 'accountPlace');
  await tx.store.put({ ...newAccount(now), password, token, changeToken }, 'account');
  await tx.done;
}

function newAccount(now: number) {
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
    seen: null,
    moving: null,
  } as const;
}

async function find(deps: Deps, typed: Typed): Promise<Result<FoundServer>> {
  const address = serverAddress(typed.address);
  if (!address.ok) return address;
  const refusal = await mayAsk(deps, address.value);
  if (refusal) return { ok: false, problem: refusal };
  const standing = await deps.accountStanding(address.value);
  if (standing !== 'ready') return fail('no-permission', { detail: standing });
  return deps.stayAwake(() => findServer(deps.askServer, typed.address, typed));
}

/** Leaves the account; what came from it stays, as local sources, or goes. */
export async function leaveAccount(_deps: Deps, _keep: boolean): Promise<Result<null>> {
  return fail('not-found');
}

/** The reader's answer where its list of sources was suddenly empty. */
export async function answerVanished(_deps: Deps, _remove: boolean): Promise<Result<null>> {
  return fail('not-found');
}

/** The password again, after it was changed or lost. */
export async function signInAgain(_deps: Deps, _password: string): Promise<Result<null>> {
  return fail('not-found');
}

/** Access or consent came back. */
export async function allowAccount(_deps: Deps): Promise<Result<null>> {
  return fail('not-found');
}
