/** What processes use of the machine's memory, as Linux tells it. */
import { readdir, readFile } from 'node:fs/promises';

/**
 * Proportional set size of processes together, in bytes: what they hold alone, and their share of what they hold with
 * others. A process that has ended counts for nothing, and on other systems every one does.
 */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  const sizes = await Promise.all(pids.map(sizeOf));
  return sizes.reduce((total, size) => total + size, 0);
}

async function sizeOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
}

/** The processes that descend from `ancestor` and have `part` in their command line. */
export async function descendants(ancestor: number, part: string): Promise<number[]> {
  const all = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(await Promise.all(all.map(async (pid) => [pid, await parentOf(pid)] as const)));
  const comesFrom = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === ancestor || comesFrom(parents.get(pid)));
  const own = all.filter(comesFrom);
  const lines = await Promise.all(own.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return own.filter((_pid, index) => lines[index]?.includes(part));
}

async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold spaces: the parent is the second word after it.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}
