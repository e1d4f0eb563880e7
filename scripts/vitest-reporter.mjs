/** Vitest reporter: counts, printed as the last line or handed to `npm test`. */
import { writeFileSync } from 'node:fs';

/** `2 passed, 0 failed`, and `, 1 skipped` when there is something to say. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Counts a finished run. A file that could not be loaded, a failing hook and an error outside
 * any test have no failed test to show for it: each counts as one.
 */
export function count(modules, unhandledErrors) {
  const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed++;
      else if (state === 'skipped') counts.skipped++;
      else failedHere++;
    }
    counts.failed += failedHere > 0 || module.state() !== 'failed' ? failedHere : 1;
  }
  return counts;
}

export default class ClosingLine {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = count(modules, unhandledErrors);
    const file = process.env.DETENTE_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
    // After the summary, which another reporter prints at this same event.
    else process.once('exit', () => process.stdout.write(`${closingLine(counts)}\n`));
  }
}
