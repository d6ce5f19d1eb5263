/** What a soak found, as rows. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CRITERIA } from './judge.ts';
import type { RunReport } from './run.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '.output');

export interface SoakRow {
  readonly fault: string;
  readonly tries: number;
  readonly lost: number;
  readonly doubled: number;
  readonly stuck: number;
  readonly breaches: number;
  /** From the end of the fault until the source is right again, in ms of the clock that was used. */
  readonly recoverMs: number;
}

const NOTHING = { lost: 0, doubled: 0, stuck: 0, breaches: 0, recoverMs: 0 };

/** The rows of a run of virtual days: one for the run itself, one a criterion with the requests as tries. */
export function rowsOf(report: RunReport): SoakRow[] {
  const { losses, requests, deathsInFlight, breaches, faults } = report;
  return [
    { ...NOTHING, ...losses, fault: 'restarts', tries: deathsInFlight, breaches: faults.length },
    ...CRITERIA.map((name) => ({
      ...NOTHING,
      fault: name,
      tries: requests,
      breaches: breaches[name].length,
    })),
  ];
}

/** Whether anything was lost, doubled, stuck or ill-mannered. */
export function isBad({ lost, doubled, stuck, breaches }: SoakRow): boolean {
  return lost > 0 || doubled > 0 || stuck > 0 || breaches > 0;
}

/** Prints the rows and writes them to `.output/soak.json`; gives whether all are good. */
export function publish(rows: readonly SoakRow[], summary: string): boolean {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'soak.json'), `${JSON.stringify(rows, null, 2)}\n`);
  console.table(rows.map((row) => ({ ...row, ok: isBad(row) ? 'NO' : 'yes' })));
  const bad = rows.filter(isBad);
  const verdict =
    bad.length === 0 ? 'nothing lost, no rule broken' : `bad: ${bad.map(({ fault }) => fault).join(', ')}`;
  console.log(`${summary}; ${verdict}`);
  return bad.length === 0;
}
