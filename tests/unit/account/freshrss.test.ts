/** The very same contract with a real FreshRSS, where one lies beside the project (LEDE_SERVERS names its folder). */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { contract, type ServerUnderTest } from './contract.ts';

const run = promisify(execFile);
const FOLDER = process.env.LEDE_SERVERS;
const TOOL = FOLDER ? path.resolve(FOLDER, 'freshrss') : null;
const PORT = 20_000 + (process.pid % 20_000);

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
    child.once('exit', (status) => reject(new Error(`FreshRSS ended with ${status}`)));
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

if (TOOL !== null && existsSync(TOOL)) {
  describe('FreshRSS', () => contract('freshrss', () => start(TOOL)));
} else {
  console.info('FreshRSS: skipped');
  it.skip('FreshRSS: skipped', () => undefined);
}
