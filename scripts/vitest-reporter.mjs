/** Vitest reporter: counts, printed as the last line or handed to `npm test`. */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const sharedData = fileURLToPath(new URL('../../shared/data/', import.meta.url));
/** Files named as skipped; the others are counted. */
const mostNamed = 5;

/** `2 passed, 0 failed` and no more: whatever else there is to say stands before it. */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * How many tests were skipped, where and why, for the line before; undefined when none was. Tests of
 * the cluster are skipped for one reason alone.
 */
export function skippedLine({ skipped, skippedIn }, isSharedDataThere = existsSync(sharedData)) {
  if (skipped === 0) return undefined;
  const named = skippedIn.slice(0, mostNamed).join(', ');
  const others = skippedIn.length - mostNamed;
  const isIn = (folder) => skippedIn.some((file) => file.startsWith(folder));
  const why = [
    isIn('test/shared/') && !isSharedDataThere ? '; the data of ../shared/data is absent' : '',
    isIn('test/cluster/') ? '; there is no redis-server' : '',
  ].join('');
  return `${skipped} skipped: ${named}${others > 0 ? ` and ${others} more` : ''}${why}`;
}

/**
 * Counts a finished run. A file that could not be loaded, a failing hook and an error outside
 * any test have no failed test to show for it: each counts as one.
 */
export function count(modules, unhandledErrors) {
  const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, skippedIn: [] };
  for (const module of modules) {
    let failedHere = 0;
    let skippedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed++;
      else if (state === 'skipped') skippedHere++;
      else failedHere++;
    }
    counts.skipped += skippedHere;
    if (skippedHere > 0) counts.skippedIn.push(module.relativeModuleId);
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
    else {
      const lines = [skippedLine(counts), closingLine(counts)].filter(Boolean).join('\n');
      process.once('exit', () => process.stdout.write(`${lines}\n`));
    }
  }
}
