import { divide, multiply, type Rational, rational } from '../numeric/rational.js';
import type { Reading } from './case.js';
import { compileExpression } from './expression.js';
import { readLevels, type Space, truthTable } from './space.js';
import { sumOverIssues } from './sum-over-issues.js';

/** Utilities of one party at every state: `numerators[state] / denominator`, exact. */
export type Utilities = {
  readonly numerators: Float64Array | readonly bigint[];
  readonly denominator: bigint;
};

const largestExact = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Cardinal utility of one reading.
 *
 * Formula: u = Σ (weight / 100) · score over the issues with points, plus the worth of every want
 * that is met. Nothing is renormalised; an issue without points adds nothing. Units: the party's own;
 * never compared with another party's.
 *
 * @returns undefined when the reading gives neither points nor a worth. Numerators are doubles while
 *   every partial sum stays below 2^53, else bigints; both are exact.
 *
 * Time O(states × (issues + wants)).
 */
export function utilitiesOf(space: Space, reading: Reading): Utilities | undefined {
  const wants = (reading.wants ?? []).flat().filter((want) => want.worth !== undefined);
  if (!reading.points && wants.length === 0) return undefined;
  const tables = (reading.points?.issues ?? []).map((points) => ({
    issue: points.issue,
    parts: points.scores.map((score) => divide(multiply(points.weight, score), rational(100n))),
  }));
  const worths = wants.map((want) => ({
    isMet: compileExpression(want.want, space.case),
    worth: want.worth as Rational,
  }));
  const amounts = [...tables.flatMap(({ parts }) => parts), ...worths.map(({ worth }) => worth)];
  const common = amounts.reduce((d, amount) => leastCommonMultiple(d, amount.d), 1n);
  const scaled = (amount: Rational) => (amount.n * common) / amount.d;
  const magnitude = (amount: bigint) => (amount < 0n ? -amount : amount);
  const bound =
    tables.reduce(
      (sum, { parts }) =>
        sum + parts.map((part) => magnitude(scaled(part))).reduce((a, b) => (a > b ? a : b), 0n),
      0n,
    ) + worths.reduce((sum, { worth }) => sum + magnitude(scaled(worth)), 0n);

  if (bound <= largestExact) {
    const numeratorAt = sumOverIssues(space, (issue, level) =>
      tables.reduce(
        (sum, table) =>
          table.issue === issue ? sum + Number(scaled(table.parts[level] as Rational)) : sum,
        0,
      ),
    );
    const numerators = Float64Array.from(space.numbers, numeratorAt);
    for (const { want, worth } of wants) {
      const extra = Number(scaled(worth as Rational));
      truthTable(space, want).forEach((isMet, state) => {
        if (isMet) numerators[state] = (numerators[state] as number) + extra;
      });
    }
    return { numerators, denominator: common };
  }
  const levels = new Uint8Array(space.fixed.length);
  return {
    numerators: Array.from({ length: space.size }, (_, state) => {
      readLevels(space, state, levels);
      let total = 0n;
      for (const { issue, parts } of tables)
        total += scaled(parts[levels[issue] as number] as Rational);
      for (const { isMet, worth } of worths) if (isMet(levels)) total += scaled(worth);
      return total;
    }),
    denominator: common,
  };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  // a/b in lowest terms has the denominator b / gcd(a, b).
  return a * rational(a, b).d;
}

/** The utility of a state as a fraction. */
export function utilityAt(utilities: Utilities, state: number): Rational {
  const numerator = utilities.numerators[state];
  if (numerator === undefined) throw new RangeError(`utilityAt: there is no state ${state}`);
  return rational(BigInt(numerator), utilities.denominator);
}

/** Dense ranks of utilities, 0 = worst, equal where equal. Time O(n log n). */
export function rankUtilities(utilities: Utilities): Int32Array {
  const { numerators } = utilities;
  const order = Array.from({ length: numerators.length }, (_, state) => state);
  const at = (state: number) => numerators[state] as number | bigint;
  order.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
  const ranks = new Int32Array(order.length);
  let rank = 0;
  order.forEach((state, place) => {
    if (place > 0 && at(order[place - 1] as number) !== at(state)) rank += 1;
    ranks[state] = rank;
  });
  return ranks;
}
