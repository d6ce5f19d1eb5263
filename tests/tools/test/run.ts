/** Runs stages: each command as a process of its own, two stages at a time. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Report, StageResult } from './report.ts';
import { ROOT, type Stage } from './stages.ts';

const LANES = 2;
/** After this time a stage is ended: it hangs. The longest takes under five minutes on two processors, and others have slower ones. */
const LIMIT_MS = 10 * 60_000;
const FULL_LIMIT_MS = 40 * 60_000;

interface RunOptions {
  readonly full: boolean;
  /** Called when a stage has ended. */
  tell(result: StageResult): void;
}

/**
 * Runs every stage once those it needs have passed, and gives the results in the order in which they ended. What
 * a stage needs and nobody asked for counts as there.
 */
export async function runStages(stages: readonly Stage[], options: RunOptions): Promise<StageResult[]> {
  const waiting = [...stages];
  const running = new Map<Stage, Promise<void>>();
  const results: StageResult[] = [];
  while (waiting.length > 0 || running.size > 0) {
    const next = nextStage(waiting, [...running.keys()], stages, results);
    if (!next) {
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(next), 1);
    const work = runUnlessMissing(next, results, options).then((result) => {
      running.delete(next);
      results.push(result);
      options.tell(result);
    });
    running.set(next, work);
  }
  return results;
}

/** The first stage that may start now. */
function nextStage(
  waiting: readonly Stage[],
  running: readonly Stage[],
  all: readonly Stage[],
  results: readonly StageResult[],
): Stage | undefined {
  if (running.length >= LANES || running.some(({ alone }) => alone)) return undefined;
  const unfinished = (name: string): boolean =>
    all.some((stage) => stage.name === name) && !results.some(({ stage }) => stage === name);
  return waiting.find((stage) => !(stage.alone && running.length > 0) && !stage.needs.some(unfinished));
}

function runUnlessMissing(
  stage: Stage,
  results: readonly StageResult[],
  options: RunOptions,
): Promise<StageResult> {
  const failed = results.find(
    (result) => stage.needs.includes(result.stage) && result.report.failed.length > 0,
  );
  if (!failed) return run(stage, options);
  const skipped = [{ name: stage.name, reason: `${failed.stage} failed` }];
  return Promise.resolve({
    stage: stage.name,
    seconds: 0,
    output: '',
    report: { passed: 0, failed: [], skipped },
  });
}

async function run(stage: Stage, { full }: RunOptions): Promise<StageResult> {
  const started = Date.now();
  let output = '';
  let code = 0;
  for (const command of stage.commands) {
    const ended = await runCommand(command, stage.reportFile, full ? FULL_LIMIT_MS : LIMIT_MS);
    output += ended.output;
    code = ended.code;
    if (code !== 0) break;
  }
  const report = await reportOf(stage, code);
  return { stage: stage.name, seconds: (Date.now() - started) / 1000, report, output };
}

async function reportOf(stage: Stage, code: number): Promise<Report> {
  const failed = [{ name: stage.name, reason: `ended with code ${code}` }];
  const asOne: Report =
    code === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed, skipped: [] };
  if (!stage.reportFile) return asOne;
  const text = await readFile(stage.reportFile, 'utf8').catch(() => null);
  // A run that ended well without a report is none, and one that failed has a failure in any case.
  if (text === null) return { passed: 0, failed, skipped: [] };
  const report: Report = JSON.parse(text);
  return code !== 0 && report.failed.length === 0 ? { ...report, failed } : report;
}

function runCommand(
  [program = '', ...args]: readonly string[],
  reportFile: string | undefined,
  timeout: number,
): Promise<{ code: number; output: string }> {
  const PATH = [join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      timeout,
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows the programs of node_modules/.bin are scripts of its shell.
      shell: process.platform === 'win32',
      env: { ...process.env, NO_COLOR: '1', PATH, ...(reportFile ? { LEDE_REPORT: reportFile } : {}) },
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
