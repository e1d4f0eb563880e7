import type { Factor, Problem, Restriction } from '../../src/analysis/bargaining/problem.js';
import type { Rational } from '../../src/core/rational.js';
import { rational } from '../../src/core/rational.js';

/** A stream of whole numbers below a bound, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Points for every choice of every issue, nothing that ties issues together. */
export function separateProblem(
  parties: number,
  issues: number,
  levels: number,
  seed: number,
  most = 100,
): Problem {
  const next = numbersFrom(seed);
  return {
    choices: Array.from({ length: issues }, () => levels),
    parties: Array.from({ length: parties }, () => ({
      denominator: 1n,
      factors: Array.from({ length: issues }, (_, issue) => ({
        scope: [issue],
        values: Array.from({ length: levels }, () => BigInt(next(most + 1))),
      })),
    })),
    restrictions: [],
  };
}

/**
 * A small problem of any kind: issues of one to four choices, values from −5 to 6 so that sums tie,
 * issues that do not matter, tables over up to three issues, restrictions that may forbid everything.
 */
export function randomProblem(seed: number, parties: number): Problem {
  const next = numbersFrom(seed);
  const choices = Array.from({ length: 1 + next(5) }, () => 1 + next(4));
  const scopeOf = (issues: number): number[] => {
    const scope = new Set<number>();
    while (scope.size < Math.min(issues, choices.length)) scope.add(next(choices.length));
    return [...scope].sort((a, b) => a - b);
  };
  const entries = (scope: readonly number[]) =>
    scope.reduce((product, issue) => product * (choices[issue] as number), 1);
  const spread = 1 + next(12);
  const scale = next(6) === 0 ? 10n ** 17n + 1n : 1n;
  const factor = (scope: readonly number[]): Factor => ({
    scope,
    values: Array.from({ length: entries(scope) }, () => BigInt(next(spread) - 5) * scale),
  });
  return {
    choices,
    parties: Array.from({ length: parties }, () => ({
      denominator: BigInt(1 + next(6)),
      factors: [
        ...choices.flatMap((_, issue) => (next(4) > 0 ? [factor([issue])] : [])),
        ...Array.from({ length: next(3) }, () => factor(scopeOf(next(4)))),
      ],
    })),
    restrictions: Array.from({ length: next(3) }, (): Restriction => {
      const scope = scopeOf(1 + next(3));
      const often = next(5) === 0 ? 2 : 5;
      return {
        scope,
        allowed: Uint8Array.from({ length: entries(scope) }, () => (next(often) > 0 ? 1 : 0)),
      };
    }),
  };
}

/** An amount a party: about the middle of what it can get, halves and thirds included. */
export function randomAmounts(problem: Problem, seed: number): readonly Rational[] {
  const next = numbersFrom(seed);
  return problem.parties.map(({ factors, denominator }) => {
    const sum = factors.reduce(
      (total, { values }) => total + (values[next(values.length)] as bigint),
      0n,
    );
    return rational(sum * 6n + BigInt(next(13) - 6), denominator * 6n);
  });
}
