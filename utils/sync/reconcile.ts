/**
 * One round of carrying, as a function: what this browser knew, what it has now and what lies in the area, to what it
 * knows from now on and what it must change in itself.
 */

import { staysHome } from './at-home.ts';
import { after, hear, NEVER_SET, SET_SOMETIME, type Stamp, tick } from './clock.ts';
import { asSource, type Carried } from './codec.ts';
import { kindOf, restOf, wordOf } from './keys.ts';
import { isSettingName, type Local, settingPatch } from './local.ts';
import { type Entry, isForgotten, isLater, type Json, type State, sameJson, TOMBSTONE_MS } from './state.ts';

/** What a browser remembers of carrying. */
export interface Memory {
  readonly state: State;
  readonly clock: Stamp;
  /** How its stamps are told from those of others. */
  readonly node: string;
  /** UTC ms of the last time it saw the area; null before the first. */
  readonly metAt: number | null;
}

export interface Reconciled {
  readonly memory: Memory;
  /** What this browser is to have, by key, in the order of the stamps; null: no longer. */
  readonly changes: ReadonlyMap<string, Json>;
}

/** A browser that carried nothing yet; `node` is a short random text. */
export function newMemory(node: string): Memory {
  return { state: new Map(), clock: [0, 0, node], node, metAt: null };
}

/**
 * @param local all that this browser has and may carry
 * @param incoming all that the area holds; what it lacks changes nothing
 * @param now UTC ms
 */
export function reconcile(
  memory: Memory,
  local: ReadonlyMap<string, Local>,
  incoming: ReadonlyMap<string, Carried>,
  now: number,
): Reconciled {
  const state = new Map(memory.state);
  // What the reader did here was done before this was heard, and comes after all that was heard before.
  const clock = noteOwn(state, memory, local, incoming, now);
  const changes = takeTheirs(state, incoming, now);
  if (memory.metAt !== null && now - memory.metAt > TOMBSTONE_MS) askOfMissing(state, memory.state, incoming);
  for (const [key, entry] of state) {
    if (isForgotten(entry, now)) state.delete(key);
    else if (entry.asked && incoming.get(key)?.value) state.set(key, withoutAsking(entry));
  }
  const heard = [...incoming.values()].reduce((last, { stamp }) => hear(last, stamp, now), clock);
  return { memory: { ...memory, state, clock: heard, metAt: now }, changes };
}

/** The reader's word on sources that may have been removed elsewhere while this browser was away. */
export function answerAsked(memory: Memory, keep: boolean, now: number): Reconciled {
  const state = new Map(memory.state);
  const changes = new Map<string, Json>();
  const clock = tick(memory.clock, now, memory.node);
  for (const [key, entry] of memory.state) {
    if (!entry.asked) continue;
    const stamp = after(entry.stamp, clock);
    if (keep) {
      state.set(key, { ...withoutAsking(entry), stamp });
    } else {
      state.set(key, { stamp, value: null, goneAt: now });
      changes.set(key, null);
    }
  }
  return { memory: { ...memory, state, clock }, changes };
}

/** Stamps what the reader did here since the last round; gives the clock after it. */
function noteOwn(
  state: Map<string, Entry>,
  { clock, node, metAt }: Memory,
  local: ReadonlyMap<string, Local>,
  incoming: ReadonlyMap<string, Carried>,
  now: number,
): Stamp {
  const isFirst = metAt === null;
  const next = tick(clock, now, node);
  let isUsed = false;
  const note = (key: string, value: Json): void => {
    const isPresence = kindOf(key) === 'source' || kindOf(key) === 'word';
    // What was there when carrying began was set nobody knows when. But that it is there holds now, whatever was removed
    // elsewhere: turning carrying on removes nothing.
    const stamp: Stamp = isFirst && !isPresence ? [SET_SOMETIME, 0, node] : next;
    const removed =
      isFirst && isPresence && incoming.get(key)?.value === null ? incoming.get(key) : undefined;
    const last = state.get(key)?.stamp ?? removed?.stamp ?? NEVER_SET;
    state.set(key, { stamp: after(last, stamp), value, goneAt: value === null ? now : 0 });
    isUsed = true;
  };
  for (const [key, { value, isDefault }] of local) {
    const known = state.get(key);
    if (known ? isOwnChange(key, known, value) : !isDefault) note(key, value);
  }
  for (const [key, entry] of state) {
    if (entry.value === null || entry.held || local.has(key)) continue;
    if (kindOf(key) === 'source' || kindOf(key) === 'word') note(key, null);
    // What was set of a source goes with it: followed again, it is as new.
    else if (kindOf(key) === 'details') state.delete(key);
  }
  return isUsed ? next : clock;
}

function isOwnChange(key: string, known: Entry, value: Json): boolean {
  if (kindOf(key) === 'setting' && known.held) return false;
  if (known.value === null || known.held) return true;
  // The publisher's title is nobody's word: it is carried to recognise the source by.
  if (kindOf(key) === 'source') return asSource(known.value)?.url !== asSource(value)?.url;
  return !sameJson(known.value, value);
}

/** Takes every record of the area that is later than what is known; gives what this browser must change. */
function takeTheirs(
  state: Map<string, Entry>,
  incoming: ReadonlyMap<string, Carried>,
  now: number,
): Map<string, Json> {
  const changes = new Map<string, Json>();
  for (const [key, { stamp, value }] of incoming) {
    const known = state.get(key);
    if (!isLater({ stamp }, known)) continue;
    const isNewsHere = known === undefined || known.value !== null || value !== null;
    const goneAt = value !== null ? 0 : known?.value === null ? known.goneAt : now;
    const held = isHeld(key, value);
    state.set(key, { stamp, value, goneAt, ...(held && { held: true }) });
    if (!held && isNewsHere) changes.set(key, value);
  }
  return changes;
}

/** What this browser cannot have: it is carried along for those that can. */
function isHeld(key: string, value: Json): boolean {
  if (value === null) return false;
  switch (kindOf(key)) {
    case 'source': {
      const source = asSource(value);
      return source === null || staysHome(source.url) !== null;
    }
    case 'details':
      return false;
    case 'setting':
      return settingPatch(restOf(key), value) === null;
    case 'word': {
      // Whether this browser can have an entry depends on its sources: who applies it says so.
      return !isSettingName(wordOf(key).list);
    }
    case null:
      return true;
  }
}

/**
 * After so long an absence removals may have been told and forgotten: what this browser knew and the area lacks is sent
 * back only if the reader says so.
 */
function askOfMissing(
  state: Map<string, Entry>,
  before: State,
  incoming: ReadonlyMap<string, Carried>,
): void {
  if (incoming.size === 0) return;
  for (const [key, entry] of before) {
    const isKnownSource = kindOf(key) === 'source' && entry.value !== null;
    const present = state.get(key);
    if (isKnownSource && !incoming.has(key) && present && present.value !== null)
      state.set(key, { ...present, asked: true });
  }
}

function withoutAsking({ asked: _asked, ...entry }: Entry): Entry {
  return entry;
}

/** How many sources wait for the reader's word. */
export function countAsked(state: State): number {
  return [...state.values()].filter(({ asked }) => asked).length;
}
