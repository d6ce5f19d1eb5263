/** Holds what was said to the schema of its verb: loaded with the first message. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../model/problem.ts';
import { type Request, type VerbName, verbs } from './verbs.ts';

/** The request as its handler takes it; `bad-request` with what is wrong where it is none. */
export function checkRequest<N extends VerbName>(name: N, request: unknown): Result<Request<N>> {
  const schema: z.core.$ZodType<Request<N>> = verbs[name].request as unknown as z.core.$ZodType<Request<N>>;
  const checked = z.safeParse(schema, request);
  if (!checked.success) return fail('bad-request', { detail: z.prettifyError(checked.error) });
  return ok(checked.data);
}
