/** The commands `npm start` and `npm test`: how they tell what they saw. */
import { describe, expect, it } from 'vitest';
import { countOutlets, table } from '../../tools/start/headlines.ts';
import { lastLine, listOf, stageLine, sum } from '../../tools/test/report.ts';
import { runStages } from '../../tools/test/run.ts';
import type { Stage } from '../../tools/test/stages.ts';

describe('the table of headlines', () => {
  const rows = [
    { time: '2 min', source: 'Meridian Wire', headline: 'Bridge reopens' },
    {
      time: '18 хв',
      source: 'Наддніпрянський кур’єр',
      headline: 'Довгий заголовок, який не вміщається в рядок',
    },
  ];

  it('has its columns one under the other and cuts what is too long', () => {
    const [first = '', second = ''] = table(rows, 60).split('\n');
    expect(first.indexOf('Bridge')).toBe(second.indexOf('Довгий'));
    expect(first).toContain('2 min  Meridian Wire');
    expect(second.length).toBeLessThanOrEqual(60);
    expect(second).toMatch(/…$/);
  });

  it('counts each outlet once', () => {
    expect(countOutlets([...rows, ...rows])).toBe(2);
    expect(countOutlets([])).toBe(0);
  });
});

describe('the report of npm test', () => {
  const good = { passed: 3, failed: [], skipped: [] };
  const bad = {
    passed: 1,
    failed: [{ name: 'a.test.ts > reads', reason: 'expected 1\nto be 2' }],
    skipped: [{ name: 'b.test.ts > restarts', reason: 'needs root' }],
  };

  it('ends in the counts, and names skips only where there are some', () => {
    expect(lastLine(good)).toBe('3 passed, 0 failed');
    expect(lastLine(sum([good, bad]))).toBe('4 passed, 1 failed, 1 skipped');
  });

  it('lists each failure and skip on a line with its reason', () => {
    expect(listOf('Failed', bad.failed)).toBe('Failed\n  a.test.ts > reads: expected 1\n\n');
    expect(listOf('Skipped', good.skipped)).toBe('');
  });

  it('has a line with the seconds of each stage', () => {
    expect(stageLine({ stage: 'unit', seconds: 1.25, report: good, output: '' })).toMatch(
      /^ +1\.3 s {2}unit +3 passed, 0 failed$/,
    );
  });
});

describe('stages', () => {
  const stage = (name: string, code: string, more: Partial<Stage> = {}): Stage => ({
    name,
    commands: [['node', '-e', code]],
    needs: [],
    ...more,
  });
  const run = (stages: readonly Stage[]) => runStages(stages, { full: false, tell: () => undefined });

  it('count as one test each, with what they printed', async () => {
    const results = await run([
      stage('good', 'console.log("well")'),
      stage('bad', 'console.error("ill"); process.exit(3)'),
    ]);
    const byName = new Map(results.map((result) => [result.stage, result]));
    expect(byName.get('good')).toMatchObject({ report: { passed: 1, failed: [] }, output: 'well\n' });
    expect(byName.get('bad')?.report.failed).toEqual([{ name: 'bad', reason: 'ended with code 3' }]);
    expect(byName.get('bad')?.output).toContain('ill');
  });

  it('wait for those they need, and are left out where these fail', async () => {
    const results = await run([
      stage('late', '', { needs: ['early'] }),
      stage('early', ''),
      stage('broken', 'process.exit(1)'),
      stage('hopeless', '', { needs: ['broken'] }),
    ]);
    const names = results.map((result) => result.stage);
    expect(names.indexOf('early')).toBeLessThan(names.indexOf('late'));
    const hopeless = results.find((result) => result.stage === 'hopeless');
    expect(hopeless?.report).toEqual({
      passed: 0,
      failed: [],
      skipped: [{ name: 'hopeless', reason: 'broken failed' }],
    });
  });

  it('fail where the report they should have left is missing', async () => {
    const [result] = await run([stage('silent', '', { reportFile: '/nonexistent/report.json' })]);
    expect(result?.report.failed).toHaveLength(1);
  });
});
