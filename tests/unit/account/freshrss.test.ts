/** The very same contract with a real FreshRSS, where LEDE_SERVERS names its folder; the full run looks beside the project. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { contract, type ServerUnderTest } from './contract.ts';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDER = process.env.LEDE_SERVERS ?? (process.env.LEDE_FULL ? '../shared/servers' : undefined);
const TOOL = FOLDER === undefined ? null : path.resolve(ROOT, FOLDER, 'freshrss');
const PORT = 20_000 + (process.pid % 20_000);

class NoPhp extends Error {}

async function start(tool: string): Promise<ServerUnderTest> {
  const dir = mkdtempSync(path.join(tmpdir(), 'lede-freshrss-'));
  const child = spawn(tool, ['serve', dir, String(PORT)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { url, user, password } = JSON.parse(await firstLine(child)) as Record<
    'url' | 'user' | 'password',
    string
  >;
  await ready(url);
  return {
    ...{ url, user, password },
    poll: async () => void (await run(tool, ['poll', dir])),
    marks: async () => {
      const { stdout } = await run(tool, ['marks', dir], { maxBuffer: 1e8 });
      return stdout
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    child.once('exit', (status) =>
      reject(status === 3 ? new NoPhp() : new Error(`FreshRSS ended with ${status}`)),
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
  if (TOOL === null || !existsSync(TOOL)) return 'FreshRSS: skipped';
  return start(TOOL).catch((error: unknown) => {
    // Without PHP it says so in a line of its own.
    if (error instanceof NoPhp) return 'FreshRSS: skipped';
    throw error;
  });
}

const server = await startOrSay();
if (typeof server === 'string') {
  console.info(server);
  it.skip(server, () => undefined);
} else {
  describe('FreshRSS', () => contract('freshrss', async () => server));
}
