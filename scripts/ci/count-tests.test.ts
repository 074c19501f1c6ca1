import { expect, test } from 'vitest';
import { makeTree } from '../setup/testing/fake-host.ts';
import { countAll } from './count-tests.mjs';

const VITEST = { numPassedTests: 40, numFailedTests: 0, testResults: [] };
const PLAYWRIGHT = { stats: { expected: 5, unexpected: 0, flaky: 0 }, errors: [] };

function count(vitest: object | null, playwright: object | null, otherFailures = 0) {
  const reports = { 'vitest.json': vitest, 'playwright.json': playwright };
  const present = Object.entries(reports).filter(([, report]) => report !== null);
  const files = present.map(([name, report]) => [name, JSON.stringify(report)]);
  return countAll(makeTree(Object.fromEntries(files)), otherFailures);
}

test("vitest's and Playwright's tests are added up", () => {
  expect(count(VITEST, PLAYWRIGHT)).toEqual({ passed: 45, failed: 0 });
});

test('failed tests of both count, and so does one that passed only at the second try', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1 };
  expect(count({ ...VITEST, numFailedTests: 2 }, { ...PLAYWRIGHT, stats })).toEqual({
    passed: 43,
    failed: 4,
  });
});

test('a test file that does not load counts as failed, though none of its tests was counted', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(count({ ...VITEST, testResults }, PLAYWRIGHT).failed).toBe(1);
});

test('a missing report is a failure', () => {
  expect(count(VITEST, null)).toEqual({ passed: 40, failed: 1 });
  expect(count(null, null)).toEqual({ passed: 0, failed: 2 });
});

test('a command that failed shows when no test did', () => {
  expect(count(VITEST, PLAYWRIGHT, 1)).toEqual({ passed: 45, failed: 1 });
});
