/** Everything that can go wrong between Lede and a server, each with the state in which it must end. */
import type { ProblemCode } from '../../utils/model/problem.ts';
import type { VirtualClock } from './clock.ts';
import { responseOf } from './network.ts';

/** What a fault may use to answer. */
export interface FaultRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly clock: VirtualClock;
  /** The feed as it is in order, with whatever it holds now. */
  readonly document: string;
  /** How many times the fault has answered before. */
  readonly before: number;
}

export interface Fault {
  readonly name: string;
  readonly answer: (request: FaultRequest) => Promise<Response>;
  /** The state that the source is in afterwards; `fine`: none, it goes on as if nothing had been. */
  readonly state: ProblemCode | 'fine';
  readonly status?: number;
  /** A source that is asked no more. */
  readonly isEnd?: true;
}

const HTML = { 'content-type': 'text/html' };
const XML = { 'content-type': 'application/rss+xml' };
const page = (title: string, body = '') =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

const say =
  (status: number, headers: Record<string, string> = {}, body = '') =>
  async ({ url }: FaultRequest): Promise<Response> =>
    responseOf({ status, headers, body, url, ending: 'whole' }, url);

const from =
  (url: string, body: string, headers: Record<string, string> = HTML) =>
  async (request: FaultRequest): Promise<Response> =>
    responseOf({ status: 200, headers, body, url, ending: 'whole' }, request.url);

const body =
  (change: (document: string) => string, headers: Record<string, string> = XML) =>
  async ({ url, document }: FaultRequest): Promise<Response> =>
    responseOf({ status: 200, headers, body: change(document), url, ending: 'whole' }, url);

const refuse = async (): Promise<Response> => {
  throw new TypeError('Failed to fetch');
};

/** A request that is answered only by being given up. */
function silence({ init }: FaultRequest): Promise<never> {
  return new Promise((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}

/** A body that drips on until it is given up. */
async function drip({ url, init, clock, document }: FaultRequest): Promise<Response> {
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await clock.sleep(5_000);
      if (init.signal?.aborted) controller.error(new DOMException('aborted', 'AbortError'));
      else controller.enqueue(new TextEncoder().encode(document.slice(0, 10)));
    },
  });
  const response = new Response(stream, { headers: XML });
  Object.defineProperties(response, { url: { value: url }, redirected: { value: false } });
  return response;
}

/** Redirected to where Lede may not see: refused when followed, opaque when not. */
async function hop({ init }: FaultRequest): Promise<Response> {
  if (init.redirect !== 'manual') return refuse();
  const response = new Response(null);
  Object.defineProperties(response, { type: { value: 'opaqueredirect' }, status: { value: 0 } });
  return response;
}

const http = (status: number, headers?: Record<string, string>): Fault => ({
  name: `status ${status}${headers ? ` with ${Object.values(headers)[0]}` : ''}`,
  answer: say(status, headers, 'no'),
  state: 'http',
  status,
});

export const FAULTS: readonly Fault[] = [
  ...[
    400, 401, 402, 403, 404, 405, 406, 407, 408, 418, 421, 429, 451, 500, 501, 502, 503, 504, 520, 522, 530,
  ].map((status) => http(status)),
  http(429, { 'retry-after': '3600' }),
  http(429, { 'retry-after': 'Mon, 02 Mar 2026 20:00:00 GMT' }),
  http(429, { 'retry-after': 'soon' }),
  http(503, { 'retry-after': '999999999' }),
  { ...http(410), isEnd: true },
  { name: 'no headers', answer: silence, state: 'timeout' },
  { name: 'a body that never ends', answer: drip, state: 'timeout' },
  { name: 'refused connection, unknown name, bad certificate', answer: refuse, state: 'unreachable' },
  { name: 'redirect to a host that cannot be told', answer: hop, state: 'redirected' },
  {
    name: 'redirect to a host that is not allowed',
    answer: from('https://stranger.example/rss', '<rss/>', XML),
    state: 'no-permission',
  },
  {
    name: 'redirect to a private address',
    answer: from('http://192.168.0.1/rss', '<rss/>', XML),
    state: 'private-address',
  },
  {
    name: 'captive portal',
    answer: from('https://press.example/x', page('Hotspot login', '<form>')),
    state: 'sign-in',
  },
  { name: 'status 511', answer: say(511, HTML, page('Sign in')), state: 'sign-in', status: 511 },
  {
    name: 'captcha with 403',
    answer: say(403, { ...HTML, 'cf-mitigated': 'challenge' }, page('Just a moment...')),
    state: 'robot-check',
    status: 403,
  },
  { name: 'captcha with 200', answer: say(200, HTML, page('Just a moment...')), state: 'robot-check' },
  { name: 'a page in place of the feed', answer: say(200, HTML, page('Welcome')), state: 'not-a-feed' },
  { name: 'a page that says it is a feed', answer: say(200, XML, page('Welcome')), state: 'not-a-feed' },
  { name: 'an empty body', answer: say(200, XML, ''), state: 'damaged' },
  { name: 'status 204', answer: say(204, XML), state: 'damaged' },
  {
    name: 'bytes without meaning',
    answer: say(200, XML, '\u0001\u0002\u0003'.repeat(999)),
    state: 'not-a-feed',
  },
  {
    name: 'JSON of another kind',
    answer: say(200, { 'content-type': 'application/json' }, '{"a":1}'),
    state: 'not-a-feed',
  },
  {
    name: 'a feed cut before its first item',
    answer: body(() => '<?xml version="1.0"?><rss><chan'),
    state: 'damaged',
  },
  {
    name: 'a body cut by the connection',
    answer: async ({ url, document }) =>
      responseOf(
        { status: 200, headers: { ...XML, etag: '"cut"' }, body: document, url, ending: 'cut' },
        url,
      ),
    state: 'fine',
  },
  {
    name: 'a body that is not closed',
    answer: body((document) => document.replace('</rss>', '')),
    state: 'fine',
  },
  {
    name: 'a body of the wrong type',
    answer: body((document) => document, { 'content-type': 'image/png' }),
    state: 'fine',
  },
  {
    name: 'a body said to be in another encoding',
    answer: body((document) => document, { 'content-type': 'text/xml; charset=koi8-u' }),
    state: 'fine',
  },
  {
    name: 'a feed without items',
    answer: body((document) => document.replace(/<item>.*<\/item>/s, '')),
    state: 'fine',
  },
  {
    name: 'every item twice',
    answer: body((document) => document.replace(/(<item>.*<\/item>)/s, '$1$1')),
    state: 'fine',
  },
  {
    name: 'one guid for all items',
    answer: body((document) => document.replace(/<guid([^>]*)>[^<]*/g, '<guid$1>same')),
    state: 'fine',
  },
  {
    name: 'items without guid and date',
    answer: body((document) => document.replace(/<guid.*?<\/guid>|<pubDate>.*?<\/pubDate>/g, '')),
    state: 'fine',
  },
  {
    name: 'white space and a comment in front',
    answer: body((document) => `\n\n<!-- cache -->${document}`),
    state: 'fine',
  },
  {
    name: 'a hundred thousand nested tags',
    answer: body((document) => document.replace('</channel>', `${'<a>'.repeat(100_000)}</channel>`)),
    state: 'fine',
  },
  {
    name: 'sixteen megabytes of padding',
    answer: body((document) => `${document}<!--${'x'.repeat(16 * 1024 * 1024)}-->`),
    state: 'fine',
  },
  { name: '304 without any body before', answer: say(304, { etag: '"never seen"' }), state: 'fine' },
];
