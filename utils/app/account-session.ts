/** A session with the account's server: what pushing, pulling and orders ask through. */
import { type Access, ReaderClient } from '../account/client.ts';
import { DIALECTS, type Dialect } from '../account/dialect.ts';
import { logInAgain } from '../account/find-server.ts';
import { sessionSend } from '../account/session.ts';
import type { AccountPlace, Account as AccountRecord } from '../model/account.ts';
import type { Problem } from '../model/problem.ts';
import { changeAccount } from '../store/account.ts';
import type { Database } from '../store/schema.ts';
import type { Deps } from './deps.ts';

export interface AccountSession {
  readonly db: Database;
  readonly client: ReaderClient;
  readonly dialect: Dialect;
  /** Why the reader was let in no more, once that was found out. */
  readonly loginProblem: () => Problem | null;
  /** For how long the server asked to be left alone, in ms; null where it did not. */
  readonly waitMs: () => number | null;
}

/** How long a server is left alone that does not say for how long, in ms. */
const USUAL_WAIT_MS = 15 * 60_000;

/** Begins a session; nothing is asked yet. */
export async function accountSession(
  deps: Deps,
  place: AccountPlace,
  account: AccountRecord,
): Promise<AccountSession> {
  const db = await deps.database();
  const dialect = DIALECTS[place.dialect];
  const { token, changeToken, password } = account;
  const access: Access = { base: place.base, token, changeToken, dialect };
  let problem: Problem | null = null;
  let waitMs: number | null = null;
  const effects = {
    send: deps.askServer,
    heed: (asked: number | null) => {
      waitMs = asked ?? USUAL_WAIT_MS;
    },
    async renew(): Promise<Access | null> {
      const renewed = await logInAgain(deps.askServer, access, { user: place.user, password });
      if (!renewed.ok) {
        problem = renewed.problem;
        return null;
      }
      const { token: newToken, changeToken: newChangeToken } = renewed.value;
      await changeAccount(db, { token: newToken, changeToken: newChangeToken });
      return renewed.value;
    },
  };
  return {
    db,
    dialect,
    client: new ReaderClient(sessionSend(effects, access), access),
    loginProblem: () => problem,
    waitMs: () => waitMs,
  };
}
