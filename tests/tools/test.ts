/**
 * `npm test`: everything that is checked, in stages, two at a time where they do not need each other. Ends with
 * `N passed, N failed` alone on the last line. `npm test -- unit types` runs the stages named; `--full` runs the
 * long forms.
 */
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { lastLine, listOf, stageLine, sum } from './test/report.ts';
import { runStages } from './test/run.ts';
import { STAGES } from './test/stages.ts';

const { values, positionals } = parseArgs({ options: { full: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}; there are ${STAGES.map(({ name }) => name).join(', ')}.`,
  );
  process.exitCode = 1;
} else {
  process.exitCode = await main();
}

async function main(): Promise<number> {
  const full = values.full === true;
  if (full) process.env.LEDE_FULL = '1';
  const stages = STAGES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  // A report of an earlier run must never stand for a run that left none.
  for (const { reportFile } of stages) if (reportFile) await rm(reportFile, { force: true });

  const started = Date.now();
  const results = await runStages(stages, { full, tell: (result) => console.log(stageLine(result)) });
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s  in all\n`);

  for (const { stage, output, report } of results) {
    if (report.failed.length > 0 && output) console.log(`── ${stage}\n${output.trim()}\n`);
  }
  const total = sum(results.map(({ report }) => report));
  console.log(listOf('Failed', total.failed) + listOf('Skipped', total.skipped) + lastLine(total));
  return total.failed.length > 0 ? 1 : 0;
}
