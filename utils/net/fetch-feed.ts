/**
 * The only place that fetches. One polite request for a feed: its own validators, no cookies, no referrer, a limit
 * on time and size. Every way it can end is a value.
 */
import { interstitialOf } from '../feed/interstitial.ts';
import type { Validators } from '../model/feed.ts';
import type { FeedDocument } from '../model/parsed-feed.ts';
import type { Problem } from '../model/problem.ts';
import { freshMs } from './freshness.ts';
import { readBody } from './read-body.ts';
import { retryAfterMs } from './retry-after.ts';
import { TimeLimit } from './time-limit.ts';

/** The longest body that is read, in bytes. */
export const MAX_BODY_BYTES = 15 * 1024 * 1024;
/** How much of a page that came in place of a feed is looked at, in bytes. */
const MAX_PAGE_BYTES = 64 * 1024;

export interface FeedRequest {
  readonly url: string;
  readonly validators: Validators;
}

/** What an exchange with a server cost and told, besides what it brought. */
export interface Exchange {
  /** The address that answered, after redirects; null where nobody did. */
  readonly finalUrl: string | null;
  /** Requests made. */
  readonly requests: number;
  /** Bytes of bodies received, unpacked. */
  readonly bytes: number;
  /** How long the answer stays fresh by its own headers, in ms, or null. */
  readonly freshMs: number | null;
}

export type FeedAnswer =
  | {
      readonly kind: 'document';
      readonly document: FeedDocument;
      readonly validators: Validators;
      /** False where the connection broke off before the end of the body. */
      readonly whole: boolean;
      /** Whether the body goes on behind the limit: it would be cut at the same place again. */
      readonly isTooLarge?: boolean;
      readonly exchange?: Exchange;
    }
  | { readonly kind: 'unchanged'; readonly exchange?: Exchange }
  | {
      readonly kind: 'failed';
      readonly problem: Problem;
      readonly retryAfterMs: number | null;
      readonly exchange?: Exchange;
    };

/** Statuses whose page may say that a robot check or a network's sign-in is in the way. */
const WITH_PAGE: readonly number[] = [401, 403, 429, 503, 511];
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8';

/**
 * Asks for a feed, conditionally where validators are given. Never rejects.
 *
 * @param now UTC ms, to read dates in headers by
 * @param refusalOf why nothing may be read from an address, or null; asked of where a redirect led to
 */
export async function fetchFeed(
  request: FeedRequest,
  now: number,
  refusalOf: (url: string) => Promise<Problem | null>,
): Promise<FeedAnswer> {
  const limit = new TimeLimit();
  try {
    const response = await ask(request, limit.signal, 'follow');
    limit.headersArrived();
    const refusal = response.redirected ? await refusalOf(response.url) : null;
    if (refusal !== null) {
      await response.body?.cancel();
      return failed({ ...refusal, host: new URL(response.url).hostname });
    }
    const answer = await readAnswer(response, request.url, now);
    return limit.signal.aborted ? failed({ code: 'timeout' }, null, answer.exchange) : answer;
  } catch (error) {
    if (limit.signal.aborted) return failed({ code: 'timeout' });
    return failed({ code: 'unreachable', detail: String(error) });
  } finally {
    limit.end();
  }
}

/**
 * Whether an address that could not be reached sends its askers to another host: fetch reports a redirect to where
 * Lede may not go as it reports a server that is down, and only a request that follows no redirect tells them apart.
 */
export async function isRedirected(request: FeedRequest): Promise<boolean> {
  const limit = new TimeLimit();
  try {
    const response = await ask(request, limit.signal, 'manual');
    await response.body?.cancel();
    return response.type === 'opaqueredirect';
  } catch {
    return false;
  } finally {
    limit.end();
  }
}

function ask(
  { url, validators }: FeedRequest,
  signal: AbortSignal,
  redirect: RequestRedirect,
): Promise<Response> {
  const headers = new Headers({ Accept: ACCEPT });
  if (validators.etag !== null) headers.set('If-None-Match', validators.etag);
  if (validators.lastModified !== null) headers.set('If-Modified-Since', validators.lastModified);
  return fetch(url, { headers, credentials: 'omit', referrerPolicy: 'no-referrer', redirect, signal });
}

async function readAnswer(response: Response, asked: string, now: number): Promise<FeedAnswer> {
  const { status } = response;
  const url = response.url || asked;
  const exchange = { finalUrl: url, requests: 1, bytes: 0, freshMs: freshMs(response.headers, now) };
  if (status === 304) return { kind: 'unchanged', exchange };
  if (!response.ok) return readRefusal(response, asked, now, exchange);
  const { kind, bytes } = await readBody(response, MAX_BODY_BYTES);
  const received = { ...exchange, bytes: bytes.byteLength };
  const inTheWay = pageInTheWay(response, asked, bytes);
  if (inTheWay !== null) return failed({ code: inTheWay }, null, received);
  return {
    kind: 'document',
    whole: kind === 'whole',
    isTooLarge: kind === 'too-large',
    document: { bytes, url, contentType: response.headers.get('content-type') },
    validators: {
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
    },
    exchange: received,
  };
}

async function readRefusal(
  response: Response,
  asked: string,
  now: number,
  exchange: Exchange,
): Promise<FeedAnswer> {
  const { status } = response;
  const wait = retryAfterMs(response.headers.get('retry-after'), now);
  if (!WITH_PAGE.includes(status)) {
    await response.body?.cancel();
    return failed({ code: 'http', status }, wait, exchange);
  }
  const { bytes } = await readBody(response, MAX_PAGE_BYTES);
  const inTheWay = pageInTheWay(response, asked, bytes);
  const problem: Problem = inTheWay === null ? { code: 'http', status } : { code: inTheWay, status };
  return failed(problem, wait, { ...exchange, bytes: bytes.byteLength });
}

/** Which page came in place of a feed, or null where none did that Lede knows. */
function pageInTheWay(
  { status, headers, url }: Response,
  asked: string,
  bytes: Uint8Array,
): 'robot-check' | 'sign-in' | null {
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_PAGE_BYTES));
  const isPage = /html/i.test(headers.get('content-type') ?? '') || /^\s*<(!doctype html|html)/i.test(text);
  if (!isPage && status !== 511) return null;
  return interstitialOf({ status, headers, url: url || asked, asked, text });
}

function failed(problem: Problem, wait: number | null = null, exchange?: Exchange): FeedAnswer {
  const none = { finalUrl: null, requests: 1, bytes: 0, freshMs: null };
  return { kind: 'failed', problem, retryAfterMs: wait, exchange: exchange ?? none };
}
