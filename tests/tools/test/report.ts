/** What came of tests, and how it is told. */

/** A test that did not pass: its full name, and why where that is known. */
export interface Outcome {
  readonly name: string;
  readonly reason: string;
}

export interface Report {
  readonly passed: number;
  readonly failed: readonly Outcome[];
  readonly skipped: readonly Outcome[];
}

export interface StageResult {
  readonly stage: string;
  readonly seconds: number;
  readonly report: Report;
  /** What the stage printed. */
  readonly output: string;
}

/** All reports as one. */
export function sum(reports: readonly Report[]): Report {
  return {
    passed: reports.reduce((total, { passed }) => total + passed, 0),
    failed: reports.flatMap(({ failed }) => failed),
    skipped: reports.flatMap(({ skipped }) => skipped),
  };
}

/** A stage's line in the table: seconds, name, counts. */
export function stageLine({ stage, seconds, report }: StageResult): string {
  return `${seconds.toFixed(1).padStart(7)} s  ${stage.padEnd(12)}  ${lastLine(report)}`;
}

/** The heading and a line for each outcome; nothing where there are none. */
export function listOf(heading: string, outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return '';
  const lines = outcomes.map(({ name, reason }) => `  ${name}${reason ? `: ${firstLine(reason)}` : ''}`);
  return `${heading}\n${lines.join('\n')}\n\n`;
}

/** `N passed, N failed`, and what was skipped if anything was. */
export function lastLine({ passed, failed, skipped }: Report): string {
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  return `${passed} passed, ${failed.length} failed${tail}`;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
