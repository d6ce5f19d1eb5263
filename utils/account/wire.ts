/** What is sent to a server and what comes back, as values: the effects are handed in (`utils/net/ask-server`). */
import * as z from 'zod/mini';
import { fail, ok, type Problem, type Result } from '../model/problem.ts';
import { fromDecimal, fromLong, withWholeNumbers } from './ids.ts';

export interface ServerRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Of a POST, in this order: one server drops fields behind the thousandth. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly token: string | null;
}

export type ServerAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly text: string;
      readonly retryAfterMs: number | null;
    }
  /** It sends its askers elsewhere, which is never followed: what is sent proves who the reader is. */
  | { readonly kind: 'redirect' }
  | { readonly kind: 'failed'; readonly code: 'timeout' | 'server-unreachable' | 'too-large' };

/** Sends one request. Never rejects. */
export type Send = (request: ServerRequest) => Promise<ServerAnswer>;

/** A source that the account follows. */
export interface Subscription {
  /** As the server names it: `feed/12`. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly siteUrl: string | null;
  /** Null where it lies in none. */
  readonly folder: string | null;
}

/** An article as the server has it. */
export interface ServerItem {
  readonly id: string;
  readonly feedId: string;
  readonly title: string;
  readonly url: string | null;
  /** HTML as the publisher wrote it, or as the server left it. */
  readonly html: string;
  readonly author: string | null;
  /** UTC ms by the publisher's clock, and by the server's when it arrived there; null where it does not say. */
  readonly publishedAt: number | null;
  readonly arrivedAt: number | null;
  readonly isRead: boolean;
  readonly isSaved: boolean;
}

export interface IdPage {
  readonly ids: readonly string[];
  readonly continuation: string | null;
}

export const READ = 'user/-/state/com.google/read';
export const STARRED = 'user/-/state/com.google/starred';
export const EVERYTHING = 'user/-/state/com.google/reading-list';

const text = z.string();
const optionalText = z.optional(z.nullable(text));
const listSchema = z.object({
  subscriptions: z.array(
    z.object({
      id: text,
      url: text,
      title: optionalText,
      htmlUrl: optionalText,
      categories: z.optional(z.nullable(z.array(z.object({ id: text, label: optionalText })))),
    }),
  ),
});
const idsSchema = z.object({
  /** An empty list may be none, but a list of ids names it. */
  itemRefs: z.nullable(z.array(z.object({ id: text }))),
  continuation: optionalText,
});
const link = z.object({ href: optionalText });
const links = z.optional(z.nullable(z.array(link)));
const content = z.optional(z.nullable(z.object({ content: optionalText })));
const time = z.optional(z.nullable(z.union([z.number(), text])));
const itemSchema = z.object({
  id: text,
  title: optionalText,
  author: optionalText,
  published: time,
  crawlTimeMsec: time,
  timestampUsec: time,
  categories: z.optional(z.nullable(z.array(text))),
  canonical: links,
  alternate: links,
  summary: content,
  content,
  origin: z.optional(z.nullable(z.object({ streamId: optionalText }))),
});
const itemsSchema = z.object({ items: z.array(z.unknown()) });

/** The sources of an account; `server-unreadable` where the answer is no list of them. */
export function readSubscriptions(body: string): Result<readonly Subscription[]> {
  const parsed = z.safeParse(listSchema, parse(body));
  if (!parsed.success) return unreadable('subscriptions');
  const { subscriptions } = parsed.data;
  const byId = new Map(subscriptions.map((row) => [row.id, toSubscription(row)]));
  return ok([...byId.values()]);
}

function toSubscription(row: z.infer<typeof listSchema>['subscriptions'][number]): Subscription {
  const { id, url, title, htmlUrl, categories } = row;
  const [first] = categories ?? [];
  const folder = first?.label ?? first?.id.replace(/^user\/[^/]*\/label\//, '') ?? null;
  return { id, url, title: title ?? '', siteUrl: htmlUrl || null, folder };
}

/** A page of ids, each once; what is none is left out. */
export function readIds(body: string): Result<IdPage> {
  const parsed = z.safeParse(idsSchema, parse(body));
  if (!parsed.success) return unreadable('ids');
  const { itemRefs, continuation } = parsed.data;
  const ids = (itemRefs ?? []).map(({ id }) => fromDecimal(id)).filter((id) => id !== null);
  return ok({ ids: [...new Set(ids)], continuation: continuation || null });
}

/** The articles of an answer, each once; one that cannot be read costs itself alone. */
export function readItems(body: string): Result<readonly ServerItem[]> {
  const parsed = z.safeParse(itemsSchema, parse(body));
  if (!parsed.success) return unreadable('contents');
  const items = parsed.data.items.map(readItem).filter((item) => item !== null);
  return ok([...new Map(items.map((item) => [item.id, item])).values()]);
}

function readItem(value: unknown): ServerItem | null {
  const parsed = z.safeParse(itemSchema, value);
  const id = parsed.success ? (fromLong(parsed.data.id) ?? fromDecimal(parsed.data.id)) : null;
  if (!parsed.success || id === null) return null;
  const item = parsed.data;
  const has = (state: string): boolean =>
    item.categories?.some((name) => name.endsWith(`/state/com.google/${state}`)) ?? false;
  return {
    id,
    feedId: item.origin?.streamId ?? '',
    title: item.title ?? '',
    url: item.canonical?.[0]?.href || item.alternate?.[0]?.href || null,
    html: item.content?.content ?? item.summary?.content ?? '',
    author: item.author || null,
    publishedAt: timeOf(item.published, 1000),
    arrivedAt: timeOf(item.crawlTimeMsec, 1) ?? timeOf(item.timestampUsec, 1 / 1000),
    isRead: has('read'),
    isSaved: has('starred'),
  };
}

/** UTC ms; null where it is no time that a date can hold. */
function timeOf(value: string | number | null | undefined, factor: number): number | null {
  const ms = Math.floor(Number(value ?? Number.NaN) * factor);
  return Number.isFinite(ms) && ms > 0 && ms <= 8.64e15 ? ms : null;
}

/** What a login gives: the token, or null. */
export function readToken(body: string): string | null {
  const json = parse(body);
  const named = z.safeParse(z.object({ Auth: text }), json);
  const token = named.success ? named.data.Auth : /^Auth=(\S+)\s*$/m.exec(body)?.[1];
  return token !== undefined && token !== '' && token.length < 1_000 ? token : null;
}

/** The problem of an answer that is no success; null where it is one. */
export function problemOf(answer: ServerAnswer): Problem | null {
  if (answer.kind === 'failed') return { code: answer.code };
  if (answer.kind === 'redirect') return { code: 'server-redirect' };
  const { status } = answer;
  if (status === 401 || status === 403) return { code: 'server-expired', status };
  if (status === 429 || status === 503) return { code: 'asked-to-wait', status };
  return status >= 200 && status < 300 ? null : { code: 'http', status };
}

/** The body of an answer, or why there is none. */
export function bodyOf(answer: ServerAnswer): Result<string> {
  const problem = problemOf(answer);
  if (problem !== null) return { ok: false, problem };
  return answer.kind === 'answer' ? ok(answer.text) : unreadable('no answer');
}

function unreadable(detail: string): Result<never> {
  return fail('server-unreadable', { detail });
}

function parse(body: string): unknown {
  try {
    return JSON.parse(withWholeNumbers(body));
  } catch {
    return null;
  }
}
