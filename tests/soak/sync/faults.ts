/** What stands between a browser and the server, and goes wrong as it is told. */

import type { MarkField } from '../../../utils/account/client.ts';
import type { ServerAnswer, ServerRequest } from '../../../utils/account/wire.ts';
import type { View } from './held.ts';
import type { SoakServer } from './server.ts';

/** What goes wrong in one sync; each happens once at most. */
export interface Plan {
  /** The background dies over a push: before the request leaves, while it is on its way, or before its answer is heard. */
  readonly kill: 'before' | 'under way' | 'after' | null;
  /** The server goes down over a request of a push, or of a pull, and comes back. */
  readonly restart: 'edit-tag' | 'items/ids' | null;
  /** The server does what it is asked, and its answer is lost. */
  readonly lose: 'edit-tag' | 'items/ids' | null;
  /** The server says OK to marks and stores none. */
  readonly forget: boolean;
  /** The reader marks something while a set of ids is on its way. */
  readonly stale: boolean;
  /** A set of ids lacks one that belongs into it. */
  readonly hide: boolean;
}

export const NO_FAULTS: Plan = {
  kill: null,
  restart: null,
  lose: null,
  forget: false,
  stale: false,
  hide: false,
};

export type FaultName =
  | 'kill push'
  | 'server restart'
  | 'lost answer'
  | 'ok-clears'
  | 'stale-set'
  | 'gone-is-read';

/** A browser of the reader with an account, as a soak drives it. */
export interface SoakBrowser {
  readonly number: number;
  /** Whether its rows of Latest are stories: opening one reads all that it holds. */
  readonly hasStories: boolean;
  /** Whether time passes in it as fast as one likes. */
  readonly isVirtual: boolean;
  look(): Promise<View>;
  mark(articleIds: readonly number[], field: MarkField, value: boolean): Promise<void>;
  markAll(isTakenBack: boolean): Promise<void>;
  /** A sync, until its end or the background's. */
  sync(plan: Plan): Promise<void>;
  pass(ms: number): void;
  /** Kills the background wherever it is; the next event begins another. */
  die(): Promise<void>;
  close(): Promise<void>;
}

/** Tells the soak of the faults that happened; with the server's ids that were under way. */
export type Hit = (browser: SoakBrowser, fault: FaultName, ids: readonly string[]) => Promise<void>;

type Send = (request: ServerRequest) => Promise<ServerAnswer>;
const LOST: ServerAnswer = { kind: 'failed', code: 'server-unreachable' };
const OK: ServerAnswer = { kind: 'answer', status: 200, text: 'OK', retryAfterMs: null };

export class FaultyWay {
  readonly #browser: SoakBrowser;
  readonly #server: SoakServer;
  readonly #hit: Hit;
  readonly #send: Send;
  plan: Plan = NO_FAULTS;

  constructor(browser: SoakBrowser, server: SoakServer, hit: Hit, send: Send) {
    this.#browser = browser;
    this.#server = server;
    this.#hit = hit;
    this.#send = send;
  }

  async pass(request: ServerRequest): Promise<ServerAnswer> {
    const path = pathOf(request);
    const { kill, restart, forget, lose } = this.plan;
    if (path === 'edit-tag' && kill !== null) return this.#killOver(request, kill);
    if (path !== null && restart === path) return this.#restartOver(request);
    if (path === 'edit-tag' && forget && (await this.#mayForget(request))) {
      await this.#strike({ forget: false }, 'ok-clears', request);
      return OK;
    }
    const answer = await this.#send(request);
    if (path !== null && lose === path) {
      await this.#strike({ lose: null }, 'lost answer', request);
      return LOST;
    }
    return isUnread(request) ? this.#ids(answer) : answer;
  }

  async #strike(change: Partial<Plan>, fault: FaultName, request: ServerRequest): Promise<void> {
    this.plan = { ...this.plan, ...change };
    await this.#hit(this.#browser, fault, idsOf(request));
  }

  async #killOver(request: ServerRequest, when: NonNullable<Plan['kill']>): Promise<ServerAnswer> {
    await this.#strike({ kill: null }, 'kill push', request);
    if (when === 'under way') void this.#send(request);
    else if (when === 'after') await this.#send(request);
    await this.#browser.die();
    return LOST;
  }

  async #restartOver(request: ServerRequest): Promise<ServerAnswer> {
    await this.#strike({ restart: null }, 'server restart', request);
    let answer = LOST;
    await this.#server.restart(async () => {
      answer = await this.#send(request);
    });
    return answer;
  }

  /** A server that forgets a mark twice does not take it at all: its word counts then. */
  async #mayForget(request: ServerRequest): Promise<boolean> {
    const view = await this.#browser.look();
    return idsOf(request).every((id) => {
      const pending = view.rowOf(id)?.pending;
      return !pending?.read?.isRepeated && !pending?.saved?.isRepeated;
    });
  }

  /** A set of ids is on its way: it may be late, and lack an id. */
  async #ids(answer: ServerAnswer): Promise<ServerAnswer> {
    if (answer.kind !== 'answer') return answer;
    const { stale, hide } = this.plan;
    this.plan = { ...this.plan, stale: false, hide: false };
    if (stale) await this.#hit(this.#browser, 'stale-set', []);
    const set = JSON.parse(answer.text) as { itemRefs: { id: string }[] };
    const [hidden] = hide ? set.itemRefs.splice(Math.floor(set.itemRefs.length / 2), 1) : [];
    if (!hidden) return answer;
    await this.#hit(this.#browser, 'gone-is-read', [hidden.id]);
    return { ...answer, text: JSON.stringify(set) };
  }
}

function pathOf({ url }: ServerRequest): 'edit-tag' | 'items/ids' | null {
  if (url.includes('/edit-tag')) return 'edit-tag';
  return url.includes('/stream/items/ids') ? 'items/ids' : null;
}

/** Whether a request asks for the ids of what is unread. */
export function isUnread({ url }: ServerRequest): boolean {
  return url.includes('/stream/items/ids') && url.includes('xt=');
}

/** The server's ids in a request. */
function idsOf({ fields }: ServerRequest): string[] {
  return fields.flatMap(([name, id]) =>
    name === 'i' ? [BigInt(`0x${id.split('/').at(-1)}`).toString()] : [],
  );
}
