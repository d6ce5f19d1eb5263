/** Ms after which a page is drawn without an answer: a database that cannot be opened must not leave it without a button. */
const PATIENCE_MS = 1_000;

/** What is asked for before there is anything to draw; undefined where that takes too long. */
export function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  return Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
