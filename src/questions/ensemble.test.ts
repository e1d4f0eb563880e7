import { expect, test } from 'vitest';
import { uncontrolled } from '../core/report.js';
import { readCase } from '../io/case-file/read-case.js';
import { chunkAnswerer } from './answer-chunk.js';
import { ensemble, runEnsemble } from './ensemble.js';
import type { EnsembleOptions } from './ensemble-findings.js';
import type { EnsembleReport } from './ensemble-report.js';
import type { ChunkResult, Executor } from './ensemble-work.js';

/** Two levers: each side opens if the other does, in its first reading; in its second it never does. */
const text = `detente: 1
title: two gates
parties: {A: Aland, B: Borland}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: no, b: no}
preferences:
  A:
    fair: {wants: [a iff b, {want: b, confidence: low}]}
    hard: {wants: [not a]}
  B:
    fair: {wants: [a iff b, a]}
    hard: {wants: [not b]}
outcomes:
  both: {when: a and b}
  neither: {when: not a and not b}
`;
const theCase = caseOf(text);

function caseOf(source: string) {
  const { case: found, diagnostics } = readCase(source);
  if (!found) throw new Error(diagnostics.map(({ what }) => what).join('; '));
  return found;
}

function ask(options: Partial<EnsembleOptions> = {}, source = theCase): EnsembleReport {
  return ensemble.run(source, { ...ensemble.defaults, ...options }, uncontrolled);
}

const shareOf = (report: EnsembleReport, id: string) =>
  report.columns.find((column) => column.id === id)?.share;

test('the shares of four combinations of readings are counted by hand', () => {
  const report = ask({ vary: ['reading'] });
  expect([report.mode, report.sets, report.all, report.seed]).toEqual(['every set', 4, '4', null]);
  // Both open holds only where both are fair; both shut holds in all four: nobody opens alone.
  expect(shareOf(report, 'holds:both')).toBe(0.25);
  expect(shareOf(report, 'holds:neither')).toBe(1);
  expect(shareOf(report, 'left alone:neither')).toBe(1);
  expect(shareOf(report, 'on offer:both')).toBe(0.25);
});

test('either reading turns it, and is worth as much to find out', () => {
  const report = ask({ vary: ['reading'] });
  const bars = report.tornadoes.find(({ column }) => column === 'holds:both')?.bars;
  expect(bars?.map(({ doubt, swing, information }) => [doubt, swing, information])).toEqual([
    ['A', 0.5, 0.25],
    ['B', 0.5, 0.25],
  ]);
  expect(report.flips.find(({ column }) => column === 'holds:both')).toEqual({
    column: 'holds:both',
    changes: [[{ doubt: 'A', case: 'hard' }], [{ doubt: 'B', case: 'hard' }]],
    searched: null,
  });
  expect(report.interactions.find(({ column }) => column === 'holds:both')).toMatchObject({
    doubts: ['A', 'B'],
    effect: 1,
  });
});

test('waiting is a choice without an issue', () => {
  const { choices } = ask({ vary: ['reading'], choices: true });
  expect(choices.map(({ party, issue, level }) => [party, issue, level])).toEqual([
    ['A', null, null],
    ['A', 'a', 'yes'],
    ['B', null, null],
    ['B', 'b', 'yes'],
  ]);
});

test('a doubtful want of one reading does not make that reading count more', () => {
  const report = ask();
  expect([report.sets, report.all]).toEqual([6, '6']);
  expect(shareOf(report, 'holds:both')).toBe(0.25);
  expect(report.doubts.map(({ id }) => id)).toEqual(['A', 'A.fair.2', 'B']);
});

test('with one reading each and nothing else in doubt every share is none or all', () => {
  const report = ask({ readings: { A: 'fair', B: 'fair' }, vary: ['reading'] });
  expect(report.sets).toBe(1);
  expect(report.columns.every(({ share }) => share === 0 || share === 1)).toBe(true);
  expect([report.tornadoes, report.carrying, report.findOut, report.interactions]).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

test('declared weights are taken, and equal ones change nothing', () => {
  const weighted = (a: string, b: string) =>
    caseOf(
      text
        .replace('fair: {wants: [a iff b, {', `fair: {weight: ${a}, wants: [a iff b, {`)
        .replace('hard: {wants: [not a]', `hard: {weight: ${b}, wants: [not a]`),
    );
  const moved = ask({ vary: ['reading'] }, weighted('3', '1'));
  expect([moved.isWeighted, shareOf(moved, 'holds:both')]).toEqual([true, 0.375]);
  const equal = ask({ vary: ['reading'] }, weighted('2', '2'));
  expect(shareOf(equal, 'holds:both')).toBe(0.25);
});

/** Answers chunks out of order, some of them twice. */
function disorderly(calls: number[]): Executor {
  return {
    run: async ({ options }, chunks, done) => {
      const answer = chunkAnswerer(theCase, options);
      for (const chunk of chunks.toReversed()) {
        calls.push(chunk.first);
        done(answer(chunk));
        if (chunk.first % 2 === 0) done(answer(chunk));
      }
    },
  };
}

/** More sets than are listed, by thirteen rules that forbid nothing that matters. */
const manyRules = text.replace(
  'outcomes:',
  `rules:\n${Array.from({ length: 13 }, () => '  - {never: a and not a, doubt: true}\n').join('')}outcomes:`,
);

test('draws are the same whoever answers them, in whatever order and chunks', async () => {
  const drawn = caseOf(manyRules);
  const options = { ...ensemble.defaults, draws: 700, precision: 0 };
  const report = ask(options, drawn);
  expect([report.mode, report.sets, report.seed, report.ended]).toEqual([
    'draws',
    700,
    1,
    'all draws',
  ]);
  const answered = (chunk: number): Executor => ({
    run: async (job, chunks, done) => {
      const answer = chunkAnswerer(drawn, job.options);
      for (const one of chunks.toReversed()) done(answer(one));
      expect(chunks.every(({ count }) => count <= chunk)).toBe(true);
    },
  });
  for (const chunk of [1, 64, 500]) {
    const other = await runEnsemble(
      drawn,
      { caseText: manyRules, options: { ...options, chunk } },
      answered(chunk),
    );
    expect({ ...other, options: null }).toEqual({ ...report, options: null });
  }
});

test('drawing stops at a check point, and the answer is that of so many draws', () => {
  const drawn = caseOf(manyRules);
  const early = ask({ draws: 4000, precision: 0.05 }, drawn);
  expect([early.ended, early.sets]).toEqual(['precise enough', 500]);
  const short = ask({ draws: 500, precision: 0 }, drawn);
  expect(early.columns).toEqual(short.columns);
  const error = early.columns.find(({ id }) => id === 'holds:both')?.error ?? 1;
  expect(2 * error).toBeLessThanOrEqual(0.05);
});

test('another seed draws other sets', () => {
  const drawn = caseOf(manyRules);
  const one = ask({ draws: 500, precision: 0, seed: 1 }, drawn);
  const two = ask({ draws: 500, precision: 0, seed: 2 }, drawn);
  expect(one.columns).not.toEqual(two.columns);
});

test('what was answered before is not asked again, and what was twice answered counts once', async () => {
  const options = { ...ensemble.defaults, chunk: 1 };
  const answer = chunkAnswerer(theCase, options);
  const calls: number[] = [];
  const earlier = [answer({ first: 2, count: 1 }), answer({ first: 5, count: 1 })];
  const report = await runEnsemble(theCase, { caseText: text, options }, disorderly(calls), {
    ...uncontrolled,
    earlier,
  });
  expect(calls).toEqual([4, 3, 1, 0]);
  expect({ ...report, options: null }).toEqual({ ...ask(), options: null });
});

test('a result that differs from the first of its chunk stops everything', async () => {
  const wrong = (result: ChunkResult): ChunkResult => ({
    ...result,
    bits: result.bits.map((byte) => byte ^ 4),
  });
  const options = { ...ensemble.defaults, chunk: 1 };
  const executor: Executor = {
    run: async (job, chunks, done) => {
      const answer = chunkAnswerer(theCase, job.options);
      for (const chunk of chunks) done(answer(chunk));
      done(wrong(answer({ first: 3, count: 1 })));
    },
  };
  await expect(runEnsemble(theCase, { caseText: text, options }, executor)).rejects.toThrow(
    /nothing of this ensemble can be trusted/,
  );
});

test('an executor that leaves a chunk out is found out', async () => {
  const executor: Executor = { run: async () => {} };
  await expect(
    runEnsemble(theCase, { caseText: text, options: ensemble.defaults }, executor),
  ).rejects.toThrow(/from 1 on were not answered/);
});

test('stopped work gives what was answered without a gap, and says so', () => {
  let answered = 0;
  const report = ensemble.run(
    theCase,
    { ...ensemble.defaults, chunk: 1 },
    {
      progress: (done) => {
        answered = done;
      },
      stopped: () => answered >= 2,
    },
  );
  expect([report.sets, report.ended, report.flips]).toEqual([2, 'stopped', []]);
  expect(report.limits[0]).toContain('2 of 6 assumption sets were answered');
});

test('a part of the answer can be read while the work goes on', async () => {
  const seen: number[] = [];
  await runEnsemble(
    theCase,
    { caseText: text, options: { ...ensemble.defaults, chunk: 2 } },
    disorderly([]),
    {
      ...uncontrolled,
      partial: (report) => seen.push(report().sets),
    },
  );
  expect(new Set(seen)).toEqual(new Set([0, 6]));
});

test('only sets under which things go there count where something is given', () => {
  const report = ask({
    vary: ['reading'],
    given: { id: 'g', label: 'both open', when: theCase.outcomes[0]?.when as never },
  });
  expect([report.sets, report.notGiven]).toEqual([0, 4]);
});

test('waiting is a choice that brings no issue to a level', () => {
  const { choices } = ask({ vary: ['reading'], choices: true });
  expect(choices.map(({ party, issue, level }) => [party, issue, level])).toEqual([
    ['A', null, null],
    ['A', 'a', 'yes'],
    ['B', null, null],
    ['B', 'b', 'yes'],
  ]);
  // Where one opens and keeps to it, the other follows if it is fair, which the hard one regrets.
  expect(choices.map(({ best }) => best)).toEqual([0.75, 0.25, 0.75, 0.25]);
});
