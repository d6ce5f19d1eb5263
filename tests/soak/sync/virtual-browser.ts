/** A browser without a browser: real use cases and store over a clock that is moved, in lives that end. */
import type { MarkField } from '../../../utils/account/client.ts';
import type { ServerAnswer, ServerRequest } from '../../../utils/account/wire.ts';
import { markAllRead, markRead, saveOrNot, takeMarkAllBack } from '../../../utils/app/commands/mark-read.ts';
import { syncAccount } from '../../../utils/app/commands/sync-account.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { askServer } from '../../../utils/net/ask-server.ts';
import type { Database } from '../../../utils/store/schema.ts';
import { createWorld, type World } from '../../unit/support/world.ts';
import { FaultyWay, type Hit, NO_FAULTS, type Plan, type SoakBrowser } from './faults.ts';
import { readHeld, View } from './held.ts';
import type { SoakServer } from './server.ts';

/** After every answer: where a build is broken, what breaks it. */
export type Answered = (
  browser: VirtualBrowser,
  request: ServerRequest,
  answer: ServerAnswer,
) => Promise<void>;

const NEVER = new Promise<never>(() => undefined);
const HOST = '127.0.0.1';

export class VirtualBrowser implements SoakBrowser {
  readonly number: number;
  readonly hasStories: boolean;
  readonly isVirtual = true;
  readonly world: World;
  readonly #factory: IDBFactory;
  readonly #way: FaultyWay;
  readonly #answered: Answered;
  #life = 0;
  #deps: Deps;
  #died: (() => void) | null = null;

  private constructor(number: number, world: World, server: SoakServer, hit: Hit, answered: Answered) {
    this.number = number;
    this.hasStories = number === 0;
    this.world = world;
    this.#factory = globalThis.indexedDB;
    this.#way = new FaultyWay(this, server, hit, (request) => askServer(request, world.time));
    this.#answered = answered;
    this.#deps = this.#alive(world.deps);
  }

  /** One of both browsers of a reader, its account added and synced. */
  static async start(
    number: number,
    server: SoakServer,
    hit: Hit,
    answered: Answered,
  ): Promise<VirtualBrowser> {
    const world = createWorld();
    world.time = Date.now();
    const browser = new VirtualBrowser(number, world, server, hit, answered);
    await browser.database();
    const handlers = createHandlers(browser.#deps);
    await handlers.changeSettings({ latest: browser.hasStories ? 'stories' : 'articles' });
    await handlers.confirmHost({ host: HOST });
    const { url: address, user, password } = server;
    const added = await handlers.addAccount({ address, user, password });
    if (!added.ok) throw new Error(`the account cannot be added: ${added.problem.code}`);
    await browser.sync(NO_FAULTS);
    return browser;
  }

  database(): Promise<Database> {
    // Every browser finds its own database under the one name.
    globalThis.indexedDB = this.#factory;
    return this.#deps.database();
  }

  async look(): Promise<View> {
    return new View(await readHeld(this.#factory));
  }

  async mark(articleIds: readonly number[], field: MarkField, value: boolean): Promise<void> {
    await this.database();
    await (field === 'read' ? markRead : saveOrNot)(this.#deps, articleIds, value);
  }

  async markAll(isTakenBack: boolean): Promise<void> {
    await this.database();
    const marked = await markAllRead(this.#deps);
    if (isTakenBack && marked.ok) await takeMarkAllBack(this.#deps, marked.value.markedAt);
  }

  async sync(plan: Plan): Promise<void> {
    await this.database();
    this.#way.plan = plan;
    const died = new Promise<void>((resolve) => {
      this.#died = resolve;
    });
    await Promise.race([syncAccount(this.#deps), died]);
    this.#way.plan = NO_FAULTS;
  }

  pass(ms: number): void {
    this.world.time += ms;
  }

  async die(): Promise<void> {
    this.#life += 1;
    (await this.#deps.database()).close();
    globalThis.indexedDB = this.#factory;
    this.#deps = this.#alive(this.world.reborn());
    await this.#deps.database();
    this.#died?.();
  }

  async close(): Promise<void> {}

  #alive(deps: Deps): Deps {
    const life = this.#life;
    return { ...deps, askServer: (request) => (life === this.#life ? this.#ask(request) : NEVER) };
  }

  async #ask(request: ServerRequest): Promise<ServerAnswer> {
    const life = this.#life;
    const answer = await this.#way.pass(request);
    if (life !== this.#life) return NEVER;
    await this.#answered(this, request, answer);
    return answer;
  }
}
