/** An account on the reader's own feed server, as it is stored and as options show it. */
import type { Problem } from './problem.ts';

/** The names of what a server speaks; how they differ is in `utils/account/dialect`. */
export type DialectName = 'freshrss' | 'miniflux' | 'other';

/**
 * Why nothing is asked of a server that was added: `ready` is the one standing in which it is asked. `no-access`: the host
 * is not allowed (any more); `no-consent`: Firefox's consent to send what an account needs is missing; `signed-out`: it does
 * not take the password, or the database was lost and with it the password.
 */
export type AccountStanding = 'ready' | 'no-access' | 'no-consent' | 'signed-out';

/** A change of the account's sources that the server has not made yet. */
export type SourceOrder =
  | { readonly kind: 'add'; readonly url: string; readonly title: string; readonly folder: readonly string[] }
  | { readonly kind: 'change'; readonly feedId: number }
  | { readonly kind: 'remove'; readonly streamId: string };

/** What the server refused for good, and what it stays as here. */
export interface Refused {
  readonly name: string;
  readonly url: string;
  readonly problem: Problem;
}

/** What options show of an account. */
export interface AccountView {
  /** The API's address as it was found. */
  readonly base: string;
  readonly user: string;
  /** 'FreshRSS', 'Miniflux', or null where the server does not say. */
  readonly product: string | null;
  readonly standing: AccountStanding;
  /** Whether a sync runs now. */
  readonly isSyncing: boolean;
  /** UTC ms of the last sync that came to its end; null before the first. */
  readonly syncedAt: number | null;
  /** UTC ms of the next. */
  readonly nextSyncAt: number;
  /** Why the last one did not come to its end; null if it did. */
  readonly problem: Problem | null;
  readonly sources: number;
  /** Marks that no set of ids has shown yet, and changes of sources that are not made yet. */
  readonly marksWaiting: number;
  readonly changesWaiting: number;
  /** Sources that were to be moved there and stay here. */
  readonly refused: readonly Refused[];
  /** Its list of sources is suddenly empty: so many of them wait for the reader's answer, and nothing was removed; 0: no. */
  readonly vanished: number;
  /** How far moving local sources is; null where none are being moved. */
  readonly moving: { readonly done: number; readonly total: number } | null;
}

/** What the live test of an address, a user and a password says. */
export interface AccountFound {
  readonly base: string;
  readonly product: string | null;
  readonly sources: number;
}
