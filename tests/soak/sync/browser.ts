/** A browser of the reader with an account: real use cases and store, in lives that end, and faults between it and the server. */
import type { ServerAnswer, ServerRequest } from '../../../utils/account/wire.ts';
import { syncAccount } from '../../../utils/app/commands/sync-account.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import type { Problem } from '../../../utils/model/problem.ts';
import { askServer } from '../../../utils/net/ask-server.ts';
import type { Database } from '../../../utils/store/schema.ts';
import { createWorld, type World } from '../../unit/support/world.ts';
import type { SoakServer } from './server.ts';

/** What goes wrong in one sync; each happens once at most. */
export interface Plan {
  /** The background dies over a push: before the request leaves, while it is on its way, or before its answer is heard. */
  kill: 'before' | 'under way' | 'after' | null;
  /** The server goes down over a request of a push, or of a pull, and comes back. */
  restart: 'edit-tag' | 'items/ids' | null;
  /** The server does what it is asked, and its answer is lost. */
  lose: 'edit-tag' | 'items/ids' | null;
  /** The server says OK to marks and stores none. */
  forget: boolean;
  /** The reader marks something while a set of ids is on its way. */
  stale: boolean;
  /** A set of ids lacks one that belongs into it. */
  hide: boolean;
}

export const NO_FAULTS: Plan = {
  kill: null,
  restart: null,
  lose: null,
  forget: false,
  stale: false,
  hide: false,
};

/** What a soak wants to know of the faults that happened, and do at them. */
export interface Watching {
  /** A fault hit; with the server's ids that were under way. */
  hit(browser: SoakBrowser, fault: FaultName, ids: readonly string[]): Promise<void>;
  /** After every answer: where a build is broken, what breaks it. */
  answered(browser: SoakBrowser, request: ServerRequest, answer: ServerAnswer): Promise<void>;
}
export type FaultName =
  | 'kill push'
  | 'server restart'
  | 'lost answer'
  | 'ok-clears'
  | 'stale-set'
  | 'gone-is-read';

const NEVER = new Promise<never>(() => undefined);
const HOST = '127.0.0.1';

export class SoakBrowser {
  readonly number: number;
  readonly world: World;
  readonly #factory: IDBFactory;
  readonly #server: SoakServer;
  readonly #watching: Watching;
  #life = 0;
  #deps: Deps;
  #plan: Plan = NO_FAULTS;
  #died: (() => void) | null = null;

  private constructor(number: number, world: World, server: SoakServer, watching: Watching) {
    this.number = number;
    this.world = world;
    this.#factory = globalThis.indexedDB;
    this.#server = server;
    this.#watching = watching;
    this.#deps = this.#alive(world.deps);
  }

  static async start(
    number: number,
    server: SoakServer,
    watching: Watching,
    latest: 'stories' | 'articles',
  ): Promise<SoakBrowser> {
    const world = createWorld();
    world.time = Date.now();
    const browser = new SoakBrowser(number, world, server, watching);
    await browser.database();
    const handlers = createHandlers(browser.deps);
    await handlers.changeSettings({ latest });
    await handlers.confirmHost({ host: HOST });
    const { url: address, user, password } = server;
    const added = await handlers.addAccount({ address, user, password });
    if (!added.ok) throw new Error(`the account cannot be added: ${added.problem.code}`);
    const problem = await browser.sync(NO_FAULTS);
    if (problem !== null) throw new Error(`the first sync does not end: ${problem.code}`);
    return browser;
  }

  get deps(): Deps {
    return this.#deps;
  }

  database(): Promise<Database> {
    // Opening finds the database of this browser under the same name as the other's.
    globalThis.indexedDB = this.#factory;
    return this.#deps.database();
  }

  /** A sync, until its end or the background's. */
  async sync(plan: Plan): Promise<Problem | null> {
    await this.database();
    this.#plan = { ...plan };
    const died = new Promise<null>((resolve) => {
      this.#died = () => resolve(null);
    });
    const problem = await Promise.race([syncAccount(this.#deps), died]);
    this.#plan = NO_FAULTS;
    return problem;
  }

  /** Whatever the background was doing is over; the next one finds what is stored. */
  async #die(): Promise<void> {
    this.#life += 1;
    (await this.#deps.database()).close();
    globalThis.indexedDB = this.#factory;
    this.#deps = this.#alive(this.world.reborn());
    await this.#deps.database();
    this.#died?.();
  }

  #alive(deps: Deps): Deps {
    const life = this.#life;
    return { ...deps, askServer: (request) => (life === this.#life ? this.#ask(request) : NEVER) };
  }

  async #ask(request: ServerRequest): Promise<ServerAnswer> {
    const life = this.#life;
    const answer = await this.#faulty(request);
    if (life !== this.#life) return NEVER;
    await this.#watching.answered(this, request, answer);
    return answer;
  }

  async #faulty(request: ServerRequest): Promise<ServerAnswer> {
    const path = pathOf(request);
    const plan = this.#plan;
    if (path === 'edit-tag' && plan.kill !== null) return this.#killOver(request, plan.kill);
    if (path !== null && plan.restart === path) return this.#restartOver(request);
    if (path === 'edit-tag' && plan.forget && (await this.#mayForget(request))) {
      this.#plan = { ...plan, forget: false };
      await this.#watching.hit(this, 'ok-clears', idsOf(request));
      return { kind: 'answer', status: 200, text: 'OK', retryAfterMs: null };
    }
    const answer = await this.#send(request);
    if (path !== null && plan.lose === path) {
      this.#plan = { ...plan, lose: null };
      await this.#watching.hit(this, 'lost answer', idsOf(request));
      return { kind: 'failed', code: 'server-unreachable' };
    }
    return path === 'items/ids' ? this.#ids(request, answer) : answer;
  }

  async #killOver(request: ServerRequest, when: NonNullable<Plan['kill']>): Promise<never> {
    this.#plan = { ...this.#plan, kill: null };
    await this.#watching.hit(this, 'kill push', idsOf(request));
    if (when === 'under way') void this.#send(request);
    else if (when === 'after') await this.#send(request);
    await this.#die();
    return NEVER;
  }

  async #restartOver(request: ServerRequest): Promise<ServerAnswer> {
    this.#plan = { ...this.#plan, restart: null };
    let answer: ServerAnswer = { kind: 'failed', code: 'server-unreachable' };
    await this.#server.restart(async () => {
      answer = await this.#send(request);
    });
    await this.#watching.hit(this, 'server restart', idsOf(request));
    return answer;
  }

  /** A server that forgets a mark twice does not take it at all: its word counts then. */
  async #mayForget(request: ServerRequest): Promise<boolean> {
    const db = await this.#deps.database();
    for (const id of idsOf(request)) {
      const pending = (await db.get('serverItems', id))?.pending;
      if (pending?.read?.isRepeated || pending?.saved?.isRepeated) return false;
    }
    return true;
  }

  /** A set of ids is on its way: it may be late, and lack an id. */
  async #ids(request: ServerRequest, answer: ServerAnswer): Promise<ServerAnswer> {
    if (!isUnread(request) || answer.kind !== 'answer') return answer;
    const { stale, hide } = this.#plan;
    if (stale) {
      this.#plan = { ...this.#plan, stale: false };
      await this.#watching.hit(this, 'stale-set', []);
    }
    const set = JSON.parse(answer.text) as { itemRefs: { id: string }[] };
    const middle = Math.floor(set.itemRefs.length / 2);
    const [hidden] = hide ? set.itemRefs.splice(middle, 1) : [];
    if (!hidden) return answer;
    this.#plan = { ...this.#plan, hide: false };
    await this.#watching.hit(this, 'gone-is-read', [hidden.id]);
    return { ...answer, text: JSON.stringify(set) };
  }

  #send(request: ServerRequest): Promise<ServerAnswer> {
    return askServer(request, this.world.time);
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
