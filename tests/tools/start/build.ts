/** Builds the extension for `npm start`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const WXT = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');

/** Builds with access to the newsroom (`testing`) or to every host (`live`); gives the folder of the build. */
export async function build(family: 'chromium' | 'firefox', mode: 'testing' | 'live'): Promise<string> {
  const browser = family === 'chromium' ? 'chrome' : 'firefox';
  const args = ['build', '-b', browser, ...(family === 'firefox' ? ['--mv3'] : []), '-m', mode];
  await run(process.execPath, [WXT, ...args]);
  return join(ROOT, '.output', `${browser}-mv3-${mode}`);
}

/** Runs a command; what it printed is part of the error where it fails. */
function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed.\n${output.trim()}`)),
    );
  });
}
