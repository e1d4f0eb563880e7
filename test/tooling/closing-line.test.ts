import { expect, test } from 'vitest';
import { closingLine, count } from '../../scripts/vitest-reporter.mjs';

const file = (state: string, tests: readonly string[]) => ({
  state: () => state,
  children: { allTests: () => tests.map((result) => ({ result: () => ({ state: result }) })) },
});

test('the closing line names skipped tests only when there are any', () => {
  expect(closingLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed');
  expect(closingLine({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped');
});

test('tests are counted over all files', () => {
  const files = [file('passed', ['passed', 'skipped']), file('failed', ['failed', 'passed'])];
  expect(count(files, [])).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('a test that never ran to its end counts as failed', () => {
  expect(count([file('passed', ['pending'])], [])).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a file that could not be loaded counts as one failure', () => {
  expect(count([file('failed', [])], [])).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a file that failed outside its passing tests counts as one failure', () => {
  expect(count([file('failed', ['passed'])], [])).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('an error outside any test counts as one failure', () => {
  expect(count([file('passed', ['passed'])], [new Error('late')])).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});
