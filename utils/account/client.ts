/** An account on a feed server, by the Google Reader API: what Lede asks of it and has it do. */
import { fail, ok, type Result } from '../model/problem.ts';
import { type Dialect, ownName, ownTitle } from './dialect.ts';
import { toLong } from './ids.ts';
import {
  bodyOf,
  EVERYTHING,
  type IdPage,
  READ,
  readIds,
  readItems,
  readSubscriptions,
  type Send,
  type ServerItem,
  STARRED,
  type Subscription,
} from './wire.ts';

/** Ids in one answer; more is what no server gives. */
export const MOST_IDS = 10_000;
/** Pages of ids that are asked for: a server that repeats a page for ever is not followed for ever. */
const MOST_PAGES = 20;

/** Where an account lies and what proves who asks: neither is ever shown, logged or stored outside its own record. */
export interface Access {
  readonly base: string;
  readonly token: string;
  /** Proves that a change is meant; in one dialect the same as `token`. */
  readonly changeToken: string;
  readonly dialect: Dialect;
}

/** A set of ids; `whole` where the server had no more. */
export interface IdSet {
  readonly ids: ReadonlySet<string>;
  readonly whole: boolean;
}

/** What is done with articles. */
export type MarkField = 'read' | 'saved';

const TAGS: Readonly<Record<MarkField, string>> = { read: READ, saved: STARRED };
const API = '/reader/api/0';

export class ReaderClient {
  readonly #send: Send;
  readonly #access: Access;

  constructor(send: Send, access: Access) {
    this.#send = send;
    this.#access = access;
  }

  /** The sources of the account. */
  async subscriptions(): Promise<Result<readonly Subscription[]>> {
    const body = await this.#get('/subscription/list', [['output', 'json']]);
    const read = body.ok ? readSubscriptions(body.value) : body;
    return read.ok ? ok(read.value.map((source) => this.#ownNames(source))) : read;
  }

  /** The newest ids of everything. */
  async newest(): Promise<Result<IdSet>> {
    const page = await this.#ids([['s', EVERYTHING]], null);
    if (!page.ok) return page;
    const { ids, continuation } = page.value;
    return ok({ ids: new Set(ids), whole: continuation === null });
  }

  /** All ids of what is unread. */
  unread(): Promise<Result<IdSet>> {
    return this.#allIds([
      ['s', EVERYTHING],
      ['xt', READ],
    ]);
  }

  /** All ids of what is saved. */
  saved(): Promise<Result<IdSet>> {
    return this.#allIds([['s', STARRED]]);
  }

  /**
   * The articles of these ids, in as many requests as the server likes; what it does not have is left out. A problem of
   * one request ends it.
   */
  async contents(ids: readonly string[]): Promise<Result<readonly ServerItem[]>> {
    const wanted = new Set(ids);
    const items: ServerItem[] = [];
    for (const part of inParts(ids, this.#access.dialect.mostContents)) {
      const body = await this.#post('/stream/items/contents?output=json', part.map(asItem));
      const read = body.ok ? readItems(body.value) : body;
      if (!read.ok) return read;
      // What nobody asked for is none of the account's answer.
      for (const item of read.value) if (wanted.has(item.id)) items.push(this.#own(item));
    }
    return ok(items);
  }

  /**
   * Marks articles, at most `mostMarks` at once. That it succeeds means only that the server took it: one that was busy, or
   * knows none of these articles, says the same.
   */
  mark(ids: readonly string[], field: MarkField, on: boolean): Promise<Result<null>> {
    return this.#do('/edit-tag', [[on ? 'a' : 'r', TAGS[field]], ...ids.map(asItem)]);
  }

  /** Follows a source. The server asks it at once, which takes its time. */
  subscribe(url: string, title: string, folder: string | null): Promise<Result<null>> {
    return this.#edit('subscribe', `feed/${url}`, title, folder);
  }

  /** Renames a source and files it; without a folder it leaves `from`, in which it lies now. */
  change(
    id: string,
    title: string,
    folder: string | null,
    from: string | null = null,
  ): Promise<Result<null>> {
    return this.#edit('edit', id, title, folder, folder === null ? from : null);
  }

  unsubscribe(id: string): Promise<Result<null>> {
    return this.#do('/subscription/edit', [
      ['ac', 'unsubscribe'],
      ['s', id],
    ]);
  }

  #edit(
    action: string,
    stream: string,
    title: string,
    folder: string | null,
    from: string | null = null,
  ): Promise<Result<null>> {
    return this.#do('/subscription/edit', [
      ['ac', action],
      ['s', stream],
      ...(title === '' ? [] : [['t', title] as const]),
      ...(folder === null ? [] : [['a', `user/-/label/${folder}`] as const]),
      ...(from === null ? [] : [['r', `user/-/label/${from}`] as const]),
    ]);
  }

  async #allIds(query: Fields): Promise<Result<IdSet>> {
    const ids = new Set<string>();
    let continuation: string | null = null;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page: Result<IdPage> = await this.#ids(query, continuation);
      if (!page.ok) return page;
      const before = ids.size;
      for (const id of page.value.ids) ids.add(id);
      if (page.value.continuation === null) return ok({ ids, whole: true });
      // The same page again, however the server calls it.
      if (ids.size === before || page.value.continuation === continuation) return ok({ ids, whole: false });
      continuation = page.value.continuation;
    }
    return ok({ ids, whole: false });
  }

  async #ids(query: Fields, continuation: string | null): Promise<Result<IdPage>> {
    const more = continuation === null ? [] : [['c', continuation] as const];
    const body = await this.#get('/stream/items/ids', [
      ['output', 'json'],
      ['n', String(MOST_IDS)],
      ...query,
      ...more,
    ]);
    return body.ok ? readIds(body.value) : body;
  }

  async #get(path: string, query: Fields): Promise<Result<string>> {
    const { base, token } = this.#access;
    const url = `${base}${API}${path}?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`;
    return bodyOf(await this.#send({ method: 'GET', url, fields: [], token }));
  }

  async #post(path: string, fields: Fields): Promise<Result<string>> {
    const { base, token, changeToken } = this.#access;
    // T before everything: what stands behind the thousandth field is dropped without a word.
    const all = [['T', changeToken] as const, ...fields];
    return bodyOf(await this.#send({ method: 'POST', url: `${base}${API}${path}`, fields: all, token }));
  }

  async #do(path: string, fields: Fields): Promise<Result<null>> {
    const body = await this.#post(path, fields);
    if (!body.ok) return body;
    return body.value.trim() === 'OK' ? ok(null) : fail('server-unreadable', { detail: path });
  }

  #ownNames(source: Subscription): Subscription {
    const { dialect } = this.#access;
    const folder = source.folder === null ? null : ownName(dialect, source.folder);
    return { ...source, title: ownName(dialect, source.title), folder };
  }

  #own(item: ServerItem): ServerItem {
    return { ...item, title: ownTitle(this.#access.dialect, item.title) };
  }
}

type Fields = readonly (readonly [name: string, value: string])[];

function asItem(id: string): readonly [string, string] {
  return ['i', toLong(id)];
}

/** A list in parts of a length. */
export function inParts<T>(list: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, part) =>
    list.slice(part * length, (part + 1) * length),
  );
}
