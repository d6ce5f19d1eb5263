/** Has the files that take longest begin first: one that begins last keeps one processor busy and the others waiting. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take a minute, or most of one; where nothing is remembered of earlier runs, vitest begins with large files. */
const LONG = [
  'e2e/firefox-whatever.test.ts',
  'e2e/firefox.test.ts',
  'e2e/chromium-whatever.test.ts',
  'e2e/chromium.test.ts',
  'e2e/kills.test.ts',
  'corpora/stored.test.ts',
  'unit/soak/sync.test.ts',
  'unit/soak/soak.test.ts',
];

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name));
    const long = LONG.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(name)));
    return [...long, ...sorted.filter((file) => !isLong(file))];
  }
}
