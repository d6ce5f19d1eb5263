/** A real FreshRSS: in the folder that LEDE_SERVERS names, or beside the project. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { atExit, ended, temporaryFolder } from '../../browsers/cleanup.ts';
import type { ServerUnderTest } from './contract.ts';

export interface FreshRss extends ServerUnderTest {
  readonly version: string;
  /** Ends it, and starts it anew over the same database; `meanwhile` runs while it is down. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
}

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../../..');
const TOOL = path.resolve(ROOT, process.env.LEDE_SERVERS ?? '../shared/servers', 'freshrss');
/** What the tool ends with where it finds no PHP and can install none. */
const NO_PHP = 3;

class NoPhp extends Error {}

/** A server with an account that follows nothing, or why there is none. */
export async function startFreshRss(): Promise<FreshRss | string> {
  if (!existsSync(TOOL)) return 'there is no FreshRSS beside the project, and LEDE_SERVERS names none';
  return start().catch((error: unknown) => {
    // It says what is missing in a line of its own.
    if (error instanceof NoPhp) return 'FreshRSS needs PHP';
    throw error;
  });
}

async function start(): Promise<FreshRss> {
  const { path: dir, remove } = temporaryFolder('freshrss');
  const port = await freePort();
  const process = new Process(dir, port);
  const close = async (): Promise<void> => {
    await process.end();
    remove();
  };
  try {
    const access = await process.begin();
    const version = await versionIn(dir);
    const restart = async (meanwhile: () => Promise<void>): Promise<void> => {
      await process.end();
      await meanwhile();
      await process.begin();
    };
    return { ...access, ...toolsOf(dir), version, restart, close };
  } catch (error) {
    await close();
    throw error;
  }
}

class Process {
  readonly #dir: string;
  readonly #port: number;
  #end: () => Promise<void> = async () => undefined;

  constructor(dir: string, port: number) {
    this.#dir = dir;
    this.#port = port;
  }

  async begin(): Promise<Record<'url' | 'user' | 'password', string>> {
    // A group of its own: the tool starts PHP, which starts workers, and all of them have to go.
    const child = spawn(TOOL, ['serve', this.#dir, String(this.#port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const kill = atExit(() => endGroup(child));
    this.#end = async () => {
      kill();
      await ended(child, 10_000);
    };
    const access = JSON.parse(await firstLine(child)) as Record<'url' | 'user' | 'password', string>;
    await ready(access.url);
    return access;
  }

  end(): Promise<void> {
    return this.#end();
  }
}

/** What the tool does with the server in a folder, and reads of it. */
function toolsOf(dir: string): Pick<ServerUnderTest, 'poll' | 'marks'> {
  return {
    poll: async () => void (await run(TOOL, ['poll', dir])),
    marks: async () => {
      const { stdout } = await run(TOOL, ['marks', dir], { maxBuffer: 1e8 });
      const lines = stdout.trim().split('\n').filter(Boolean);
      return lines.map((line) => JSON.parse(line));
    },
  };
}

async function versionIn(dir: string): Promise<string> {
  const constants = await readFile(path.join(dir, 'constants.php'), 'utf8');
  return /FRESHRSS_VERSION\D*'([^']+)'/.exec(constants)?.[1] ?? 'unknown';
}

/** A port of loopback that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    child.once('error', reject);
    child.once('exit', (status) =>
      reject(status === NO_PHP ? new NoPhp() : new Error(`FreshRSS ended with ${status}`)),
    );
  });
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await fetch(url)
      .then((response) => response.text())
      .catch(() => '');
    if (text.trim() === 'OK') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('FreshRSS does not answer');
}
