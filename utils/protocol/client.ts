/** The pages' end of the protocol: messages are functions. */
import { browser } from 'wxt/browser';
import { fail, type Result } from '../model/problem.ts';
import type { Answer, Request, VerbName } from './verbs.ts';

/** `client.markRead({…})`: one function a verb, answered by the background. */
export type Client = {
  readonly [N in VerbName]: (request: Request<N>) => Promise<Result<Answer<N>>>;
};

async function say(verb: VerbName, request: unknown): Promise<Result<unknown>> {
  try {
    const reply: unknown = await browser.runtime.sendMessage({ verb, request });
    return isResult(reply) ? reply : fail('internal', { detail: `no answer to ${verb}` });
  } catch (error) {
    return fail('internal', { detail: String(error) });
  }
}

function isResult(reply: unknown): reply is Result<unknown> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply;
}

/**
 * Functions for all verbs; none of them rejects. Made as they are asked for, so that pages need not load the schemas
 * that the names stand beside.
 */
export function createClient(): Client {
  return new Proxy({} as Client, {
    get: (_client, verb: VerbName) => (request: unknown) => say(verb, request),
  });
}
