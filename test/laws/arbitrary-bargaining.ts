import fc from 'fast-check';
import type { Factor, Problem } from '../../src/analysis/bargaining/problem.js';
import { type Rational, rational } from '../../src/numeric/rational.js';
import type { Amounts } from '../naive/naive-bargaining.js';

/** A small problem that may be of any kind, and a disagreement point. */
export type SmallBargaining = {
  readonly problem: Problem;
  readonly disagreement: readonly Rational[];
};

const arbitraryValue = fc.oneof(
  // Few different values, so that ties, dominance by one party alone and zero ranges are common.
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 3 }).map(BigInt) },
  { weight: 1, arbitrary: fc.integer({ min: -1000, max: 1000 }).map(BigInt) },
);

const arbitraryScope = (issues: number) =>
  fc
    .uniqueArray(fc.nat({ max: issues - 1 }), { minLength: 0, maxLength: Math.min(issues, 3) })
    .map((scope) => [...scope].sort((a, b) => a - b));

const tableSize = (choices: readonly number[], scope: readonly number[]) =>
  scope.reduce((product, issue) => product * (choices[issue] as number), 1);

/**
 * Problems with 1 to 7 parties and up to 256 outcomes: constants, interactions, restrictions, negative
 * amounts, denominators that differ, amounts too large for doubles.
 */
export const arbitraryBargaining: fc.Arbitrary<SmallBargaining> = fc
  .record({
    choices: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    parties: fc.integer({ min: 1, max: 7 }),
    // Amounts that doubles hold but whose shares, products and sums they round; and larger ones.
    scale: fc.constantFrom(1n, 1n, 2n ** 44n, 10n ** 20n),
  })
  .chain(({ choices, parties, scale }) => {
    const factor: fc.Arbitrary<Factor> = arbitraryScope(choices.length).chain((scope) =>
      fc.record({
        scope: fc.constant(scope),
        values: fc.array(
          scale > 1n
            ? fc.tuple(arbitraryValue, fc.integer({ min: 0, max: 1 })).map(
                // Sums may differ in the last place only.
                ([value, last]) => value * scale + BigInt(last),
              )
            : arbitraryValue,
          { minLength: tableSize(choices, scope), maxLength: tableSize(choices, scope) },
        ),
      }),
    );
    const restriction = arbitraryScope(choices.length).chain((scope) =>
      fc.record({
        scope: fc.constant(scope),
        allowed: fc
          .array(fc.constantFrom(1, 1, 1, 0), {
            minLength: tableSize(choices, scope),
            maxLength: tableSize(choices, scope),
          })
          .map((bits) => Uint8Array.from(bits)),
      }),
    );
    return fc.record({
      problem: fc.record({
        choices: fc.constant(choices),
        parties: fc.array(
          fc.record({
            factors: fc.array(factor, { maxLength: 4 }),
            denominator: fc.constantFrom(1n, 1n, 2n, 3n, 100n),
          }),
          { minLength: parties, maxLength: parties },
        ),
        restrictions: fc.array(restriction, { maxLength: 2 }),
      }),
      disagreement: fc.array(
        fc
          .tuple(fc.integer({ min: -4, max: 3 }), fc.constantFrom(1, 1, 2, 7))
          .map(([n, d]) => rational(BigInt(n) * scale, BigInt(d))),
        { minLength: parties, maxLength: parties },
      ),
    });
  });

/** The feasible outcomes one by one, from the words of `Problem`: choices and exact amounts. */
export function everyOutcome(problem: Problem): {
  readonly choices: readonly (readonly number[])[];
  readonly amounts: Amounts;
} {
  const { choices, parties, restrictions } = problem;
  const indexIn = (scope: readonly number[], outcome: readonly number[]) => {
    let index = 0;
    for (const issue of [...scope].reverse())
      index = index * (choices[issue] as number) + (outcome[issue] as number);
    return index;
  };
  let all: readonly (readonly number[])[] = [[]];
  for (const count of choices)
    all = Array.from({ length: count }, (_, choice) =>
      all.map((outcome) => [...outcome, choice]),
    ).flat();
  const feasible = all.filter((outcome) =>
    restrictions.every(({ scope, allowed }) => allowed[indexIn(scope, outcome)] === 1),
  );
  return {
    choices: feasible,
    amounts: feasible.map((outcome) =>
      parties.map(({ factors, denominator }) =>
        rational(
          factors.reduce(
            (sum, { scope, values }) => sum + (values[indexIn(scope, outcome)] as bigint),
            0n,
          ),
          denominator,
        ),
      ),
    ),
  };
}
