/** Requests to the reader's own feed server: they carry who the reader is, so they never follow a redirect. */
import type { ServerAnswer, ServerRequest } from '../account/wire.ts';
import { readBody } from './read-body.ts';
import { retryAfterMs } from './retry-after.ts';
import { TimeLimit } from './time-limit.ts';

/** The longest answer that is read, in bytes: a thousand articles with long texts. */
const MAX_ANSWER_BYTES = 50 * 1024 * 1024;

/** Sends one request. Never rejects, and tells nothing of what was sent in its answer. */
export async function askServer(request: ServerRequest, now: number): Promise<ServerAnswer> {
  const limit = new TimeLimit();
  try {
    const response = await ask(request, limit.signal);
    limit.headersArrived();
    // Browsers hide where it leads; others show the status.
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      return { kind: 'redirect' };
    }
    const { kind, bytes } = await readBody(response, MAX_ANSWER_BYTES);
    if (limit.signal.aborted) return { kind: 'failed', code: 'timeout' };
    if (kind !== 'whole')
      return { kind: 'failed', code: kind === 'cut' ? 'server-unreachable' : 'too-large' };
    return {
      kind: 'answer',
      status: response.status,
      text: new TextDecoder().decode(bytes),
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now),
    };
  } catch {
    return { kind: 'failed', code: limit.signal.aborted ? 'timeout' : 'server-unreachable' };
  } finally {
    limit.end();
  }
}

function ask({ method, url, fields, token }: ServerRequest, signal: AbortSignal): Promise<Response> {
  const headers = new Headers(token === null ? {} : { Authorization: `GoogleLogin auth=${token}` });
  const body = method === 'POST' ? new URLSearchParams(fields.map(([name, value]) => [name, value])) : null;
  return fetch(url, {
    method,
    headers,
    body,
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
    cache: 'no-store',
  });
}
