/** An account on the reader's own feed server, as it is stored and as options show it. */
import type { Problem } from './problem.ts';

/** The names of what a server speaks; how they differ is in `utils/account/dialect`. */
export const DIALECT_NAMES = ['freshrss', 'miniflux', 'other'] as const;
export type DialectName = (typeof DIALECT_NAMES)[number];

/** Where an account is, without what lets anybody in: the record `accountPlace`, which snapshots and backups keep. */
export interface AccountPlace {
  /** The API's address as it was found. */
  readonly base: string;
  readonly user: string;
  readonly dialect: DialectName;
  /** UTC ms. */
  readonly addedAt: number;
}

/**
 * The record `account`: the only place of password and tokens. It is in no snapshot, backup, export, message, log or error
 * text. Where it is missing beside an `accountPlace`, the database was lost, and the password is asked for again.
 */
export interface Account {
  readonly password: string;
  readonly token: string;
  /** Proves that a change is meant; in one dialect the same as `token`. */
  readonly changeToken: string;
  readonly standing: AccountStanding;
  /** UTC ms at which the sync that runs began; null where none runs. What a background that died left is no sync. */
  readonly syncingSince: number | null;
  /** UTC ms of the last sync that came to its end; null before the first. */
  readonly syncedAt: number | null;
  /** UTC ms of the last look for corrections; null before the first. */
  readonly correctedAt: number | null;
  /** UTC ms at which the next sync is due. A row, not a timer: it outlives the background. */
  readonly nextSyncAt: number;
  /** UTC ms before which the server asked not to be asked, or null. */
  readonly waitUntil: number | null;
  /** Syncs that failed in a row. */
  readonly failures: number;
  readonly problem: Problem | null;
  /** So many sources stood in its list before it was suddenly empty; 0: it was not. */
  readonly vanished: number;
  /** Whether the reader keeps what an empty list would have removed: he is not asked again while it is empty. */
  readonly keepsVanished: boolean;
  /** What its three sets of ids were when they were last looked at, by their hash; null: they are looked at anew. */
  readonly seen: string | null;
  readonly moving: { readonly done: number; readonly total: number } | null;
}

/**
 * Why nothing is asked of a server that was added: `ready` is the one standing in which it is asked. `no-access`: the host
 * is not allowed (any more); `no-consent`: Firefox's consent to send what an account needs is missing; `signed-out`: it does
 * not take the password, or the database was lost and with it the password.
 */
export type AccountStanding = 'ready' | 'no-access' | 'no-consent' | 'signed-out';

/** A change of the account's sources that the server has not made yet. */
export type SourceOrder =
  | {
      readonly kind: 'add';
      readonly url: string;
      readonly title: string;
      readonly folder: readonly string[];
      /** The local source that moves there by this; it is fetched here until the server lists it. */
      readonly moves?: number;
    }
  /** Its name and folder are to be there as they are here. */
  | { readonly kind: 'change'; readonly feedId: number }
  /** Its row is gone by then: what it was called is for the report. */
  | { readonly kind: 'remove'; readonly streamId: string; readonly name: string; readonly url: string };

/** An order as it waits in the record `orders`. */
export interface WaitingOrder {
  readonly id: number;
  readonly order: SourceOrder;
  /** How often it was sent; at `MOST_TRIES` the server is taken to refuse it. */
  readonly tries: number;
  /** UTC ms. */
  readonly madeAt: number;
  /**
   * Of a source that is to lie in no folder: the one it lay in there before that was asked for. Servers put it into one of
   * their own choice, which after a death would look like one that it does not leave.
   */
  readonly leaves?: string;
}

/** The record `orders`: changes of sources that the server has not made yet, in their order, and what it refused. */
export interface Orders {
  readonly waiting: readonly WaitingOrder[];
  readonly refused: readonly Refused[];
  /** The latest number of an order: none is given twice, so that what is done with one is done with no other. */
  readonly lastId?: number;
}

/** For how long the server is not told of a 'mark all', in ms. */
export const HELD_BACK_MS = 2 * 60_000;
/** For how long taking it back is offered: a page begins to count a little later. */
export const OFFERED_MS = HELD_BACK_MS - 10_000;

/** The record `markAllOrder`: what 'mark all' did here is to be told the server. */
export interface MarkAllOrder {
  /** UTC ms before which it is held back. */
  readonly at: number;
  /** Whether it was taken back meanwhile, so that what the server was told by then is told otherwise. */
  readonly isTakenBack: boolean;
}

/** What the server refused for good: a source that was to be moved there, which stays here, or a change of one there. */
export interface Refused {
  readonly kind: SourceOrder['kind'] | 'move';
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
  /** What it would not do, until the reader knows. */
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

/** What the reader types to add an account. */
export interface AccountEntry {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}
