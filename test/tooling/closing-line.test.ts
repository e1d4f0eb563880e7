import { expect, test } from 'vitest';
import { closingLine, count, skippedLine } from '../../scripts/vitest-reporter.mjs';

const file = (state: string, tests: readonly string[], relativeModuleId = 'src/a.test.ts') => ({
  relativeModuleId,
  state: () => state,
  children: { allTests: () => tests.map((result) => ({ result: () => ({ state: result }) })) },
});
const none = { passed: 0, failed: 0, skipped: 0, skippedIn: [] };

test('the closing line is what passed and failed, alone, also when tests were skipped', () => {
  const counts = { passed: 2, failed: 1, skipped: 3, skippedIn: ['src/a.test.ts'] };
  expect(closingLine(counts)).toBe('2 passed, 1 failed');
});

test('nothing is said of skipped tests when there are none', () => {
  expect(skippedLine(none, false)).toBeUndefined();
});

test('skipped tests are told with their files, and why where that is known', () => {
  const counts = { skipped: 3, skippedIn: ['src/a.test.ts', 'test/shared/x.test.ts'] };
  expect(skippedLine(counts, true)).toBe('3 skipped: src/a.test.ts, test/shared/x.test.ts');
  expect(skippedLine(counts, false)).toBe(
    '3 skipped: src/a.test.ts, test/shared/x.test.ts; the data of ../shared/data is absent',
  );
  expect(skippedLine({ skipped: 1, skippedIn: ['test/cluster/kill.test.ts'] }, false)).toBe(
    '1 skipped: test/cluster/kill.test.ts; there is no redis-server',
  );
});

test('of many files with skipped tests five are named', () => {
  const skippedIn = Array.from({ length: 7 }, (_, at) => `src/${at}.test.ts`);
  expect(skippedLine({ skipped: 9, skippedIn }, false)).toBe(
    '9 skipped: src/0.test.ts, src/1.test.ts, src/2.test.ts, src/3.test.ts, src/4.test.ts and 2 more',
  );
});

test('tests are counted over all files', () => {
  const files = [
    file('passed', ['passed', 'skipped']),
    file('failed', ['failed', 'passed'], 'src/b.test.ts'),
  ];
  expect(count(files, [])).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    skippedIn: ['src/a.test.ts'],
  });
});

test('a test that never ran to its end counts as failed', () => {
  expect(count([file('passed', ['pending'])], [])).toEqual({ ...none, failed: 1 });
});

test('a file that could not be loaded counts as one failure', () => {
  expect(count([file('failed', [])], [])).toEqual({ ...none, failed: 1 });
});

test('a file that failed outside its passing tests counts as one failure', () => {
  expect(count([file('failed', ['passed'])], [])).toEqual({ ...none, passed: 1, failed: 1 });
});

test('an error outside any test counts as one failure', () => {
  expect(count([file('passed', ['passed'])], [new Error('late')])).toEqual({
    ...none,
    passed: 1,
    failed: 1,
  });
});
