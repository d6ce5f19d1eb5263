/** The background's end of the protocol: checks the sender, validates, runs the handler, answers with a Result. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { fail, type ProblemCode, type Result } from '../model/problem.ts';
import { ownId, ownUrl } from '../platform/runtime.ts';
import { type Answer, CONTENT_SCRIPT_VERBS, type Request, type VerbName, verbs } from './verbs.ts';

/** One handler a verb, checked for completeness by the compiler. */
export type Handlers = {
  readonly [N in VerbName]: (request: Request<N>) => Promise<Result<Answer<N>>>;
};

/** The parts of a message's sender that decide what it may say. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

const envelope = z.strictObject({ verb: z.string(), request: z.unknown() });

/**
 * Answers messages with the handlers. Must be called synchronously at the top of the background, since a woken
 * worker delivers the message only to listeners that are there at once.
 */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    answer(handlers, message, sender),
  );
}

/** The answer to one message; never rejects. */
export async function answer(handlers: Handlers, message: unknown, sender: Sender): Promise<Result<unknown>> {
  const parsed = z.safeParse(envelope, message);
  if (!parsed.success || !isVerb(parsed.data.verb)) return fail('bad-request');
  const name = parsed.data.verb;
  if (!mayUse(name, sender)) return fail('forbidden');
  try {
    return await run(handlers, name, parsed.data.request);
  } catch (error) {
    return fail(codeOf(error), { detail: String(error) });
  }
}

/** Requests end as values, so a DOMException is the database's. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof Error && error.name === 'UpgradeError') return 'storage';
  if (!(error instanceof DOMException)) return 'internal';
  if (error.name === 'QuotaExceededError') return 'disk-full';
  return error.name === 'VersionError' ? 'newer-data' : 'storage';
}

async function run<N extends VerbName>(
  handlers: Handlers,
  name: N,
  request: unknown,
): Promise<Result<unknown>> {
  const schema: z.core.$ZodType<Request<N>> = verbs[name].request as unknown as z.core.$ZodType<Request<N>>;
  const checked = z.safeParse(schema, request);
  if (!checked.success) return fail('bad-request', { detail: z.prettifyError(checked.error) });
  return handlers[name](checked.data);
}

function isVerb(name: string): name is VerbName {
  return Object.hasOwn(verbs, name);
}

function mayUse(name: VerbName, sender: Sender): boolean {
  if (sender.id !== ownId()) return false;
  const ownPage = sender.url?.startsWith(ownUrl()) ?? false;
  return ownPage || CONTENT_SCRIPT_VERBS.has(name);
}
