/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return sum;
}

/**
 * @param {Counts} counts
 * @returns {string} the last line of a test run; read by machines, so its form is fixed
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * A check that is one thing: it passes or fails.
 * @param {boolean} ok
 * @returns {Counts}
 */
export function oneCheck(ok) {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * What a runner's report counts. A runner that ended badly although no test of its report failed (it crashed, it found no
 * tests, a file did not load) counts as one failure, so that trouble is never lost.
 * @param {Counts | undefined} counted nothing when there was no readable report
 * @param {boolean} exitedWell
 * @returns {Counts}
 */
export function runnerCounts(counted, exitedWell) {
  const counts = counted ?? { passed: 0, failed: 0, skipped: 0 };
  const nothingRan = counts.passed + counts.failed + counts.skipped === 0;
  if (counts.failed === 0 && (!exitedWell || nothingRan)) return { ...counts, failed: 1 };
  return counts;
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report Vitest's JSON report
 * @returns {Counts}
 */
export function fromVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report Playwright's JSON report
 * @returns {Counts} a test that passed only when repeated counts as failed
 */
export function fromPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
