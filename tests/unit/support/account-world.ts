/** A world with an account on one of the newsroom's feed servers. */
import { expect } from 'vitest';
import type { Send } from '../../../utils/account/wire.ts';
import { addAccount } from '../../../utils/app/commands/account.ts';
import { allowPrivateHost } from '../../../utils/app/commands/allow-private-host.ts';
import { syncAccount } from '../../../utils/app/commands/sync-account.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import type { Problem } from '../../../utils/model/problem.ts';
import {
  type ReaderDialect,
  type ReaderServer,
  type ServedFeed,
  startReaderServer,
} from '../../newsroom/reader-server.ts';
import { createWorld, type World } from './world.ts';

export interface AccountWorld extends World {
  readonly server: ReaderServer;
  /** What the server's feeds hold, by their address; what is not here it cannot read. */
  readonly press: Map<string, ServedFeed>;
  /** Stands between Lede and the server: what it gives is the answer; null lets the request through. */
  between: (request: Parameters<Send>[0]) => ReturnType<Send> | null;
  /** Adds the account, and waits for its first sync. */
  join(): Promise<void>;
  /** A sync, by a background that may have been born just now. */
  sync(deps?: Deps): Promise<Problem | null>;
}

/** A feed that holds so many articles of one name. */
export function served(name: string, count = 3, at = Date.UTC(2026, 10, 25, 8)): ServedFeed {
  const items = Array.from({ length: count }, (_, n) => ({
    link: `https://${name}.example/${n}`,
    title: `${name} reports ${n} of ${count}`,
    html: `<p>What ${name} knows of matter ${n}.</p>`,
    at: at + n * 60_000,
  }));
  return { title: `The ${name}`, siteUrl: `https://${name}.example/`, items };
}

/** Starts it; its server is to be closed. */
export async function createAccountWorld(dialect: ReaderDialect): Promise<AccountWorld> {
  const press = new Map<string, ServedFeed>();
  const server = await startReaderServer(dialect, async (url) => press.get(url) ?? null);
  const world = createWorld();
  const through = world.askServer;
  const all: AccountWorld = Object.assign(world, {
    server,
    press,
    between: (): ReturnType<Send> | null => null,
    async join() {
      await allowPrivateHost(world.deps, '127.0.0.1');
      const { url: address, user, password } = server;
      expect(await addAccount(world.deps, { address, user, password })).toEqual({ ok: true, value: null });
      expect(await syncAccount(world.deps)).toBeNull();
    },
    sync: (deps = world.deps) => syncAccount(deps),
  });
  world.askServer = (request) => all.between(request) ?? through(request);
  return all;
}
