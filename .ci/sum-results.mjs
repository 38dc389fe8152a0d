// Adds up vitest's JSON reports, names every test that failed, and prints the closing line; a missing or empty report
// is a failure.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names each failed test of a report with the first lines of why, so that the end of a log says what broke. */
function nameFailures(report) {
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.message) console.log(`failed: ${file.name}: ${file.message}`);
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed')) {
      console.log(`failed: ${file.name}: ${test.fullName} (${Math.round(test.duration ?? 0)} ms)`);
      console.log(test.failureMessages.join('\n').split('\n').slice(0, 25).join('\n'));
    }
  }
}

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const name of ['test.json', 'e2e.json', 'faults.json']) {
  const file = join(process.argv[2], name);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (report === undefined || report.numTotalTests === 0) {
    console.log(`failed: no tests reported in ${name}`);
    sum.failed += 1;
    continue;
  }
  nameFailures(report);
  sum.passed += report.numPassedTests;
  sum.failed +=
    report.numFailedTests + (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0);
  sum.skipped += report.numPendingTests + report.numTodoTests;
}
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
