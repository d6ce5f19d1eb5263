/** Temporary folders and child processes that are gone when the run ends, however it ends. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const undos = new Set<() => void>();

process.on('exit', undoAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // Whoever else listens to the signal ends the process in their own way, and 'exit' comes then.
    if (process.listenerCount(signal) > 0) return;
    undoAll();
    process.kill(process.pid, signal);
  });
}

function undoAll(): void {
  // What was made last goes first: a folder that something is mounted on cannot be deleted.
  for (const undo of [...undos].reverse()) undo();
  undos.clear();
}

/**
 * Registers a synchronous action for the end of the process.
 * Gives a function that runs it now instead; the second call does nothing.
 */
export function atExit(undo: () => void): () => void {
  undos.add(undo);
  return () => {
    if (undos.delete(undo)) undo();
  };
}

/** Makes an empty folder for this run. `remove` deletes it; the end of the process does so at the latest. */
export function temporaryFolder(name: string): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `lede-${name}-`));
  // A browser that was just killed may still be writing: the removal is tried a few times.
  const remove = atExit(() => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return { path, remove };
}

/** Kills a child at the end of the process if it is still alive then. Gives a function that kills it now. */
export function killAtExit(child: ChildProcess): () => void {
  return atExit(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  });
}

/** Resolves when the child has ended, or rejects after `ms` milliseconds. */
export function ended(child: ChildProcess, ms: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`process ${child.pid} did not end in ${ms} ms`)), ms);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
