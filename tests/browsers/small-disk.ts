/** A small disk of its own for a profile, which can be filled to the last byte. */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { atExit, temporaryFolder } from './cleanup.ts';

export interface SmallDisk {
  readonly path: string;
  /** Leaves so many bytes free. */
  fill(free: number): void;
  /** Makes room again. */
  free(): void;
  remove(): void;
}

const CHUNK = Buffer.alloc(65_536);

/** Mounts a disk of so many megabytes; null where this user may not. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const { path, remove } = temporaryFolder('disk');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    remove();
    return null;
  }
  const unmount = atExit(() => {
    execFileSync('umount', ['--lazy', path], { stdio: 'ignore' });
    remove();
  });
  const ballast = join(path, 'ballast');
  return {
    path,
    fill(free) {
      writeUntilFull(ballast);
      execFileSync('truncate', ['--no-create', `--size=-${free}`, ballast]);
    },
    free: () => rmSync(ballast, { force: true }),
    remove: unmount,
  };
}

function writeUntilFull(file: string): void {
  const opened = openSync(file, 'a');
  try {
    for (let size = CHUNK.length; size > 0; ) {
      try {
        if (writeSync(opened, CHUNK, 0, size) === 0) break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(opened);
  }
}
