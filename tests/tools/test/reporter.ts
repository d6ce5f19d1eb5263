/**
 * A vitest reporter that leaves a `Report` as JSON in the file that LEDE_REPORT names. Unlike vitest's own it
 * tells why a test was skipped, and counts what failed outside of any test.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';
import type { Outcome, Report } from './report.ts';

const NO_REASON = 'no reason given';
const GROUP_FAILED = 'what its group needs could not be had';

export default class ReportWriter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env.LEDE_REPORT;
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(reportOn(modules, errors)));
  }
}

function reportOn(modules: readonly TestModule[], errors: readonly SerializedError[]): Report {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const outside = errors.map(({ message }) => ({ name: 'outside of any test', reason: message }));
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: [...tests.flatMap(failure), ...groups.flatMap(groupFailure), ...outside],
    skipped: tests.flatMap(skip),
  };
}

function failure(test: TestCase): Outcome[] {
  const { state, errors } = test.result();
  return state === 'failed' ? [{ name: nameOf(test), reason: errors?.[0]?.message ?? '' }] : [];
}

/** A file that cannot be loaded, or a group whose preparation fails, is a failure of its own. */
function groupFailure(group: TestModule | TestSuite): Outcome[] {
  return group.errors().map(({ message }) => ({
    name:
      group.type === 'module'
        ? group.relativeModuleId
        : `${group.module.relativeModuleId} > ${group.fullName}`,
    reason: message,
  }));
}

function skip(test: TestCase): Outcome[] {
  const result = test.result();
  if (result.state !== 'skipped') return [];
  const reason = result.note ?? (inFailedGroup(test) ? GROUP_FAILED : (saidInName(test) ?? NO_REASON));
  return [{ name: nameOf(test), reason }];
}

/** A group that is skipped as a whole can tell why in its name alone: `(skipped: REASON)`. */
function saidInName(test: TestCase): string | undefined {
  return /\(skipped: ([^)]*)\)/.exec(test.fullName)?.[1];
}

function inFailedGroup(test: TestCase): boolean {
  for (let group: TestModule | TestSuite = test.parent; ; group = group.parent) {
    if (group.errors().length > 0) return true;
    if (group.type === 'module') return false;
  }
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}
