// Counts what `npm test` left in test-results/, for the last line of .ci/run.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * @param {{ numPassedTests: number, numFailedTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} report vitest's JSON
 * @returns {Count} a test file that could not even be loaded counts as one failed test
 */
function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number },
 *   errors?: unknown[] }} report Playwright's JSON
 * @returns {Count} a test that passed at a second try, and an error outside of tests, count as failed
 */
function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0) };
}

/**
 * All tests together. A missing report is a failure: its runner did not get to the end.
 * @param {string} folder test-results/
 * @param {number} otherFailures commands of the CI run that ended with an error
 * @returns {Count}
 */
export function countAll(folder, otherFailures) {
  const counts = [
    countReport(path.join(folder, 'vitest.json'), countVitest),
    countReport(path.join(folder, 'playwright.json'), countPlaywright),
  ];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  // A command that failed for another reason than a counted test (a lint error) must show too.
  return { passed, failed: Math.max(failed, otherFailures) };
}

/**
 * @template T
 * @param {string} file
 * @param {(report: T) => Count} count
 * @returns {Count}
 */
function countReport(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed } = countAll('test-results', Number(process.argv[2] ?? 0));
  console.log(`${passed} passed, ${failed} failed`);
}
