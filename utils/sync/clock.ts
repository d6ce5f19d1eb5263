/**
 * When the reader did something, in an order on which all browsers agree: a hybrid logical clock (Kulkarni, Demirbas and
 * others 2014). It follows the wall clock, and never gives a time before one it has seen, so that what is done after
 * something was seen comes after it whatever the clocks say.
 */

/** A moment: seconds since 1970 UTC, a number among those of one second, and the browser that gave it. */
export type Stamp = readonly [at: number, count: number, node: string];

/** What nobody ever set: before every other stamp. */
export const NEVER_SET: Stamp = [0, 0, ''];
/** What was set before it was carried, nobody knows when: after `NEVER_SET`, before all that is set from then on. */
export const SET_SOMETIME = 1;

/** A stamp further ahead than this is ordered, but a clock that is wrong by days must not become everybody's; seconds. */
const MOST_AHEAD = 24 * 3600;

/** Below 0 where `a` comes before `b`, 0 for one and the same moment. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] !== b[1]) return a[1] - b[1];
  return a[2] < b[2] ? -1 : Number(a[2] > b[2]);
}

/** The later of two moments. */
export function laterStamp(a: Stamp, b: Stamp): Stamp {
  return compareStamps(a, b) >= 0 ? a : b;
}

/**
 * The next moment of this browser.
 *
 * @param last the latest that its clock holds
 * @param now UTC ms by the wall clock
 */
export function tick(last: Stamp, now: number, node: string): Stamp {
  const wall = Math.max(0, Math.floor(now / 1000));
  return wall > last[0] ? [wall, 0, node] : [last[0], last[1] + 1, node];
}

/** The moment of a change of what was last set at `before`, which may lie ahead of every clock: right after it at least. */
export function after(before: Stamp, tickOfNow: Stamp): Stamp {
  return compareStamps(tickOfNow, before) > 0 ? tickOfNow : [before[0], before[1] + 1, tickOfNow[2]];
}

/** The clock after a stamp of another browser was seen; `now` is UTC ms. */
export function hear(last: Stamp, heard: Stamp, now: number): Stamp {
  return heard[0] > now / 1000 + MOST_AHEAD ? last : laterStamp(last, heard);
}
