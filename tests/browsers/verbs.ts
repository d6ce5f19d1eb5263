/** Saying a verb from one of the extension's pages, as Lede's own pages do. */
import type { Page } from './page.ts';

/** What the background answers. */
export interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly problem?: { readonly code: string };
}

/** The background's answer to a verb. */
export function ask(page: Page, verb: string, request: object = {}): Promise<Answer> {
  return page.evaluate(sendMessage, { verb, request });
}

/** Says a verb and gives the value of the answer, whose shape the caller knows. Rejects where it is refused. */
export async function say<T = unknown>(page: Page, verb: string, request: object = {}): Promise<T> {
  const { ok, value, problem } = await ask(page, verb, request);
  if (!ok) throw new Error(`the extension refused ${verb}: ${JSON.stringify(problem)}`);
  return value as T;
}

/** Runs in the page. Both browsers know the name `chrome`. */
function sendMessage(message: object): Promise<Answer> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<Answer> } };
  };
  return chrome.runtime.sendMessage(message);
}
