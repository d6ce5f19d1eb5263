/** The very same contract with a real FreshRSS, in the full run: in the folder that LEDE_SERVERS names, or beside the project. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { atExit, ended, temporaryFolder } from '../../browsers/cleanup.ts';
import { isFull } from '../../full-run.ts';
import { contract, type ServerUnderTest } from './contract.ts';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../../..');
const TOOL = path.resolve(ROOT, process.env.LEDE_SERVERS ?? '../shared/servers', 'freshrss');
/** What the tool ends with where it finds no PHP and can install none. */
const NO_PHP = 3;

class NoPhp extends Error {}

async function start(): Promise<ServerUnderTest> {
  const { path: dir, remove } = temporaryFolder('freshrss');
  // A group of its own: the tool starts PHP, which starts workers, and all of them have to go.
  const child = spawn(TOOL, ['serve', dir, String(await freePort())], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const end = atExit(() => endGroup(child));
  const close = async (): Promise<void> => {
    end();
    await ended(child, 10_000);
    remove();
  };
  try {
    const access = JSON.parse(await firstLine(child)) as Record<'url' | 'user' | 'password', string>;
    await ready(access.url);
    return { ...access, ...toolsOf(dir), close };
  } catch (error) {
    await close();
    throw error;
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

/** The server, or why there is none. */
async function startOrSay(): Promise<ServerUnderTest | string> {
  // It may install PHP, which is not for every run.
  if (!isFull) return 'with a real FreshRSS in the full run';
  if (!existsSync(TOOL)) return 'there is no FreshRSS beside the project, and LEDE_SERVERS names none';
  return start().catch((error: unknown) => {
    // It says what is missing in a line of its own.
    if (error instanceof NoPhp) return 'FreshRSS needs PHP';
    throw error;
  });
}

const server = await startOrSay();
if (typeof server === 'string') {
  console.info(`FreshRSS: skipped: ${server}`);
  it('keeps to the contract', ({ skip }) => skip(server));
} else {
  describe('FreshRSS', () => contract('freshrss', async () => server));
}
