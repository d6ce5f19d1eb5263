/** A real browser with the packaged build, whose requests to the server pass through a proxy that goes wrong as it is told. */
import { execFileSync } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { MarkField } from '../../../utils/account/client.ts';
import type { ServerAnswer, ServerRequest } from '../../../utils/account/wire.ts';
import { until } from '../../browsers/page.ts';
import { type BrowserKind, launch, type Page, type Session } from '../../browsers/session.ts';
import { ask, say } from '../../browsers/verbs.ts';
import { ensureBrowser } from '../../tools/browsers.ts';
import { FaultyWay, type Hit, NO_FAULTS, type Plan, type SoakBrowser } from './faults.ts';
import { readHeld, View } from './held.ts';
import type { SoakServer } from './server.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const HOST = '*://127.0.0.1/*';
/** No sync of so few articles takes longer, in ms. */
const MOST_MS = 30_000;

/** The packaged build of a browser. */
export function buildFor(kind: BrowserKind): void {
  const target = kind === 'chromium' ? ['-b', 'chrome'] : ['-b', 'firefox', '--mv3'];
  execFileSync('wxt', ['build', ...target], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}

export class RealBrowser implements SoakBrowser {
  readonly number: number;
  readonly hasStories: boolean;
  readonly isVirtual = false;
  readonly #session: Session;
  readonly #way: FaultyWay;
  #proxy: Server | null = null;
  #page: Page | null = null;
  #died: (() => void) | null = null;

  private constructor(number: number, session: Session, server: SoakServer, hit: Hit) {
    this.number = number;
    this.hasStories = number === 0;
    this.#session = session;
    this.#way = new FaultyWay(this, server, hit, (request) => forward(new URL(server.url).origin, request));
  }

  static async start(kind: BrowserKind, number: number, server: SoakServer, hit: Hit): Promise<RealBrowser> {
    await ensureBrowser(kind);
    const folder = kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
    const extension = join(ROOT, '.output', folder);
    const session = await launch({ kind, extension, install: 'temporary' });
    const browser = new RealBrowser(number, session, server, hit);
    try {
      await browser.#addAccount(server);
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  async #addAccount(server: SoakServer): Promise<void> {
    const address = await this.#startProxy();
    const session = this.#session;
    await session.allowHost(HOST);
    const options = await session.open('options.html#carry');
    await options.type('.add-account .address input', address);
    await options.type('.add-account .user input', server.user);
    await options.type('.add-account .password input', server.password);
    await options.click('.add-account [type=submit]');
    // The reader says that the machine is his own.
    await options.waitFor('.add-account .state-failed', MOST_MS);
    await options.click('.add-account .line > .small');
    await options.waitFor('.add-account .state-working', MOST_MS);
    await options.click('.add-account .primary');
    await options.waitFor('.account', MOST_MS);
    await options.close();
    await this.#say('changeSettings', { latest: this.hasStories ? 'stories' : 'articles' });
    await this.sync(NO_FAULTS);
  }

  async look(): Promise<View> {
    return new View(await this.#session.inDatabase(readHeld));
  }

  async mark(articleIds: readonly number[], field: MarkField, value: boolean): Promise<void> {
    if (field === 'read') await this.#say('markRead', { articleIds, read: value });
    else await this.#say('saveArticles', { articleIds, saved: value });
  }

  async markAll(isTakenBack: boolean): Promise<void> {
    const { markedAt } = await this.#say<{ markedAt: number }>('markAllRead');
    if (isTakenBack) await this.#say('undoMarkAll', { markedAt });
  }

  async sync(plan: Plan): Promise<void> {
    const page = await this.#shown();
    this.#way.plan = plan;
    const died = new Promise<void>((resolve) => {
      this.#died = resolve;
    });
    // Its problem, where it has one, is what was planned.
    const ended = ask(page, 'syncAccount').then(
      () => undefined,
      () => undefined,
    );
    await Promise.race([ended, died]);
    this.#way.plan = NO_FAULTS;
  }

  /** Real time passes by itself. */
  pass(): void {}

  async die(): Promise<void> {
    await this.#session.killBackground();
    // In Firefox every page of the extension dies with it.
    if (this.#session.kind === 'firefox') this.#page = null;
    this.#died?.();
  }

  async close(): Promise<void> {
    await this.#session.close();
    this.#proxy?.closeAllConnections();
    await new Promise<void>((resolve) => (this.#proxy ? this.#proxy.close(() => resolve()) : resolve()));
  }

  /** Says a verb until a background answers it: one that was just killed may answer the first with nothing. */
  #say<T>(verb: string, request: object = {}): Promise<T> {
    const once = async () => ({ value: await say<T>(await this.#shown(), verb, request) });
    return until(once, MOST_MS, () => verb).then(({ value }) => value);
  }

  async #shown(): Promise<Page> {
    const { kind } = this.#session;
    // In Chromium a page without code does; Firefox lends none of the extension's rights to such a one.
    this.#page ??= await this.#session.open(kind === 'chromium' ? 'manifest.json' : 'options.html');
    return this.#page;
  }

  /** Gives the address that the account is to have. */
  async #startProxy(): Promise<string> {
    const proxy = createServer((incoming, response) => {
      void (async () => {
        const answer = await this.#way.pass(await requestOf(incoming));
        if (answer.kind !== 'answer') return void response.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(answer.text);
      })().catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    this.#proxy = proxy;
    return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  }
}

async function requestOf(incoming: IncomingMessage): Promise<ServerRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
  const token = /^GoogleLogin auth=(.+)$/.exec(incoming.headers.authorization ?? '')?.[1] ?? null;
  return {
    method: incoming.method === 'POST' ? 'POST' : 'GET',
    url: incoming.url ?? '/',
    fields: [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))],
    token,
  };
}

async function forward(origin: string, { method, url, fields, token }: ServerRequest): Promise<ServerAnswer> {
  const headers: Record<string, string> =
    token === null ? {} : { Authorization: `GoogleLogin auth=${token}` };
  const body = method === 'POST' ? new URLSearchParams(fields.map(([name, value]) => [name, value])) : null;
  try {
    const response = await fetch(origin + url, { method, headers, body, redirect: 'manual' });
    return { kind: 'answer', status: response.status, text: await response.text(), retryAfterMs: null };
  } catch {
    return { kind: 'failed', code: 'server-unreachable' };
  }
}
