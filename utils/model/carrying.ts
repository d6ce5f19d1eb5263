/** How carrying by the browser's own sync stands. */
import type { Problem } from './problem.ts';

/** Why a source is not carried: a machine of the own network, a password or what looks like a key in it, no room. */
export type StaysHome = 'private' | 'password' | 'key' | 'too-long' | 'no-room';

/** A source that is not carried. */
export interface SourceAtHome {
  readonly url: string;
  readonly name: string;
  readonly reason: StaysHome;
}

/** What options show of it. */
export interface CarryView {
  readonly on: boolean;
  /** Carrying ended because the reader erased everything in another browser. */
  readonly wasErased: boolean;
  /** UTC ms of the last look at what is carried; null before the first. */
  readonly metAt: number | null;
  /** UTC ms until which a change waits, since bursts are a minute apart; null where none waits. */
  readonly waitsUntil: number | null;
  /** Sources that are carried. */
  readonly sources: number;
  /** Bytes of the 102,400 that the browser carries. */
  readonly bytes: number;
  readonly atHome: readonly SourceAtHome[];
  /** Names of sources that may have been removed elsewhere while this browser was away for long. */
  readonly asked: readonly string[];
  readonly problem: Problem | null;
}

export const NOT_CARRYING: CarryView = {
  on: false,
  wasErased: false,
  metAt: null,
  waitsUntil: null,
  sources: 0,
  bytes: 0,
  atHome: [],
  asked: [],
  problem: null,
};
