// Listed and drawn shares of the same cases, whole answers asked.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allDoubtKinds } from '../../src/analysis/uncertainty/doubts-of.js';
import { drawerOf } from '../../src/analysis/uncertainty/draw-set.js';
import { bytesOf } from '../../src/analysis/uncertainty/rows.js';
import { sharesOf } from '../../src/analysis/uncertainty/shares.js';
import { tallyOf } from '../../src/analysis/uncertainty/tally.js';
import { uncontrolled } from '../../src/core/report.js';
import { rationalOfAmount } from '../../src/questions/amount.js';
import { ensemble } from '../../src/questions/ensemble.js';
import { evaluatorOf, firstColumn, givenColumn } from '../../src/questions/ensemble-evaluator.js';
import { arbitraryOpenCase } from './open-cases.js';

const cases = 50;
const draws = 1500;

it('listed and drawn shares of 50 random cases agree within four standard errors', {
  timeout: 300_000,
}, () => {
  // Ranges of numbers cannot be listed.
  const vary = allDoubtKinds.filter((kind) => kind !== 'number');
  const options = { ...ensemble.defaults, vary };
  let asked = 0;
  let between = 0;
  for (const theCase of fc.sample(arbitraryOpenCase, { seed: 20_250_427, numRuns: 400 })) {
    if (asked === cases) break;
    const listed = ensemble.run(theCase, options, uncontrolled);
    if (listed.mode !== 'every set' || listed.sets < 2) continue;
    asked += 1;
    const evaluator = evaluatorOf(theCase, options);
    const { doubts, bytesPerRow, columns } = evaluator;
    const draw = drawerOf(doubts, asked);
    const sets = Array.from({ length: draws }, (_, at) => draw(at));
    const bits = new Uint8Array(draws * bytesPerRow);
    for (const [at, set] of sets.entries()) bits.set(evaluator.evaluate(set), at * bytesPerRow);
    expect(bytesPerRow).toBe(bytesOf(firstColumn + columns.length));
    const tally = tallyOf(
      {
        doubts,
        sets,
        weights: undefined,
        rows: { columns: firstColumn + columns.length, bits },
      },
      givenColumn,
    );
    for (const [at, found] of sharesOf(tally).slice(firstColumn).entries()) {
      const { n, d } = rationalOfAmount(listed.columns[at]?.share ?? 0);
      const exact = Number(n) / Number(d);
      const drawn = found.count / found.sets;
      // The error that draws of this share have; none of a share of none or all.
      const error = Math.sqrt((exact * (1 - exact)) / found.sets);
      expect(Math.abs(drawn - exact)).toBeLessThanOrEqual(4 * error + Number.EPSILON);
      if (n > 0n && n < d) between += 1;
    }
  }
  expect(asked).toBe(cases);
  expect(between).toBeGreaterThan(200);
});
