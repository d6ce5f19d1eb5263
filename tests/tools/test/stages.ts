/** The stages of `npm test`, in the order in which they would best run. */
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Where vitest leaves what came of its tests, a file a stage. */
const REPORTS = join(ROOT, '.output', 'test');

export interface Stage {
  readonly name: string;
  /** Commands that run one after the other until one fails; programs are those of `node_modules/.bin`. */
  readonly commands: readonly (readonly string[])[];
  /** Stages without which this one makes no sense. */
  readonly needs: readonly string[];
  /** Whether it takes both processors, so that nothing else runs beside it. */
  readonly alone?: boolean;
  /** File that the commands leave their report in; without it the stage counts as one test. */
  readonly reportFile?: string;
}

const BUILDS = [
  ['-b', 'chrome', '-m', 'testing'],
  ['-b', 'firefox', '--mv3', '-m', 'testing'],
  ['-b', 'chrome'],
  ['-b', 'firefox', '--mv3'],
  ['-b', 'edge'],
];

export const STAGES: readonly Stage[] = [
  { name: 'browsers', commands: [['node', 'tests/tools/browsers.ts']], needs: [], alone: true },
  { name: 'build', commands: BUILDS.map((args) => ['wxt', 'build', ...args]), needs: [] },
  vitest('unit', []),
  { name: 'types', commands: ['.', 'utils', 'tests'].map((project) => ['tsc', '-p', project]), needs: [] },
  { name: 'lint', commands: [['biome', 'ci']], needs: [] },
  vitest('browser', ['browsers']),
  { name: 'addon', commands: [['npm', 'run', '-s', 'lint:addon']], needs: ['build'] },
  { ...vitest('e2e', ['browsers', 'build']), alone: true },
];

function vitest(project: string, needs: readonly string[]): Stage {
  const reporters = ['--reporter=default', '--reporter=./tests/tools/test/reporter.ts'];
  return {
    name: project,
    commands: [['vitest', 'run', '--project', project, ...reporters]],
    needs,
    reportFile: join(REPORTS, `${project}.json`),
  };
}
