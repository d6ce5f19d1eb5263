/** Working through a list side by side, without crowding any one host. */

/** Requests in flight at once: in all, and to one host. */
const MOST_AT_ONCE = 6;

/**
 * Runs `work` for every item: six at once, one at a time for each group (its host). Resolves when all have ended;
 * `work` must not reject.
 */
export async function inTurns<T>(
  items: readonly T[],
  groupOf: (item: T) => string,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const busy = new Set<string>();
  const running = new Set<Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((item) => !busy.has(groupOf(item)));
    if (next < 0 || running.size >= MOST_AT_ONCE) {
      await Promise.race(running);
      continue;
    }
    for (const item of waiting.splice(next, 1)) {
      const group = groupOf(item);
      busy.add(group);
      const run: Promise<void> = work(item).finally(() => {
        busy.delete(group);
        running.delete(run);
      });
      running.add(run);
    }
  }
}
