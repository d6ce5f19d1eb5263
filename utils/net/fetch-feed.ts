/**
 * The only place that fetches. One polite request for a feed: its own validators, no cookies, no referrer, a limit
 * on time and size. Every way it can end is a value.
 */
import type { Validators } from '../model/feed.ts';
import type { FeedDocument } from '../model/parsed-feed.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import { readBody } from './read-body.ts';
import { retryAfterMs } from './retry-after.ts';

/** How long a server may take to send headers, and the whole body, in ms. */
export const HEADERS_TIMEOUT_MS = 20_000;
export const TOTAL_TIMEOUT_MS = 60_000;
/** The longest body that is read, in bytes. */
export const MAX_BODY_BYTES = 15 * 1024 * 1024;

export interface FeedRequest {
  readonly url: string;
  readonly validators: Validators;
}

export type FeedAnswer =
  | {
      readonly kind: 'document';
      readonly document: FeedDocument;
      readonly validators: Validators;
      /** False where the connection broke off before the end of the body. */
      readonly whole: boolean;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly retryAfterMs: number | null };

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8';

/**
 * Asks for a feed, conditionally where validators are given. Never rejects.
 *
 * @param now UTC ms, to read a Retry-After date by
 * @param mayRead whether the reader allowed Lede to read answers from an address; where a redirect leads to one that
 *   it may not read, nothing of the answer is read
 */
export async function fetchFeed(
  request: FeedRequest,
  now: number,
  mayRead: (url: string) => Promise<boolean>,
): Promise<FeedAnswer> {
  const limit = new TimeLimit();
  try {
    const response = await fetch(request.url, {
      headers: requestHeaders(request.validators),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: limit.signal,
    });
    limit.headersArrived();
    if (response.redirected && !(await mayRead(response.url))) {
      await response.body?.cancel();
      return failed('no-permission', { detail: `redirected to ${new URL(response.url).hostname}` });
    }
    const answer = await readAnswer(response, request.url, now);
    return limit.signal.aborted ? failed('timeout') : answer;
  } catch (error) {
    return failed(limit.signal.aborted ? 'timeout' : 'unreachable', { detail: String(error) });
  } finally {
    limit.end();
  }
}

function requestHeaders(validators: Validators): Headers {
  const headers = new Headers({ Accept: ACCEPT });
  if (validators.etag !== null) headers.set('If-None-Match', validators.etag);
  if (validators.lastModified !== null) headers.set('If-Modified-Since', validators.lastModified);
  return headers;
}

async function readAnswer(response: Response, asked: string, now: number): Promise<FeedAnswer> {
  if (response.status === 304) return { kind: 'unchanged' };
  if (!response.ok) {
    await response.body?.cancel();
    const wait = retryAfterMs(response.headers.get('retry-after'), now);
    return failed('http', { status: response.status }, wait);
  }
  const body = await readBody(response, MAX_BODY_BYTES);
  if (body.kind === 'too-large') return failed('too-large');
  return {
    kind: 'document',
    whole: body.kind === 'whole',
    document: {
      bytes: body.bytes,
      url: response.url || asked,
      contentType: response.headers.get('content-type'),
    },
    validators: {
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
    },
  };
}

function failed(
  code: ProblemCode,
  more: { status?: number; detail?: string } = {},
  wait: number | null = null,
): FeedAnswer {
  return { kind: 'failed', problem: { code, ...more }, retryAfterMs: wait };
}

/** Two clocks on one request: one until the headers, one for all of it. */
class TimeLimit {
  readonly #abort = new AbortController();
  readonly #headers = setTimeout(() => this.#abort.abort(), HEADERS_TIMEOUT_MS);
  readonly #total = setTimeout(() => this.#abort.abort(), TOTAL_TIMEOUT_MS);

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  headersArrived(): void {
    clearTimeout(this.#headers);
  }

  end(): void {
    clearTimeout(this.#headers);
    clearTimeout(this.#total);
  }
}
