/** What comes in from others: exact versions, the lock file, nothing that runs at installation, no known hole. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFull } from '../../full-run.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const json = async (name: string) => JSON.parse(await readFile(join(ROOT, name), 'utf8'));
/** Kinds of dependencies that a package names. */
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
/** Names of scripts that npm runs by itself at an installation. */
const BY_THEMSELVES = [
  'preinstall',
  'install',
  'postinstall',
  'prepare',
  'preprepare',
  'postprepare',
  'prepack',
];
const AUDIT_MS = 30_000;

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
}

describe('what is installed', () => {
  it('is named by exact versions, and by the same in the lock file', async () => {
    const [own, lock] = [await json('package.json'), await json('package-lock.json')];
    for (const kind of KINDS) {
      expect(lock.packages[''][kind]).toEqual(own[kind]);
      for (const [name, version] of Object.entries<string>(own[kind] ?? {})) {
        expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
        expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
      }
    }
  });

  it('is known by its bytes, and comes from no address of its own', async () => {
    const { packages } = await json('package-lock.json');
    for (const [path, { integrity, resolved }] of Object.entries<Locked>(packages)) {
      if (path === '') continue;
      expect(integrity, path).toMatch(/^sha512-/);
      expect(resolved ?? '', path).not.toMatch(/^(?:git|file|http:)/);
    }
  });

  it('runs nothing at its installation, and neither does the project', async () => {
    expect(await readFile(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
    const { scripts } = await json('package.json');
    expect(Object.keys(scripts).filter((name) => BY_THEMSELVES.includes(name))).toEqual([]);
    // None of the commands asks npm for a script before or after another.
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)/.test(name))).toEqual([]);
  });

  it('has no hole of grade high that the registry knows of', { timeout: AUDIT_MS * 2 }, async ({ skip }) => {
    if (!isFull) return skip('asks the registry, see test:full');
    const report = await audit();
    if (report === null) return skip('the registry answers no audits');
    const { high = 0, critical = 0 } = report;
    expect({ high, critical }).toEqual({ high: 0, critical: 0 });
  });
});

/** How many holes of each grade, or null where nobody answers. */
function audit(): Promise<Readonly<Record<string, number>> | null> {
  return new Promise((resolve) => {
    execFile('npm', ['audit', '--json'], { cwd: ROOT, timeout: AUDIT_MS }, (_error, stdout) => {
      try {
        resolve(JSON.parse(stdout).metadata?.vulnerabilities ?? null);
      } catch {
        resolve(null);
      }
    });
  });
}
