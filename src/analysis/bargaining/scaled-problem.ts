import { rational } from '../../numeric/rational.js';
import type { Problem, Restriction } from './problem.js';

/** The values of all parties over one scope, row by row of the scope's mixed radix. */
export type JointTable = {
  readonly scope: readonly number[];
  /** How many combinations of choices the scope has. */
  readonly size: number;
  /** For each party its values, none negative; undefined where they are all 0. */
  readonly values: readonly (readonly bigint[] | undefined)[];
  /** For each party the greatest value. */
  readonly best: readonly bigint[];
};

/**
 * A problem with small non-negative integers: amount = (offset + unit · Σ values) / denominator.
 *
 * Each party's values are shifted so that the least of each table is 0, and divided by what they
 * have in common; factors of one scope are one table.
 */
export type ScaledProblem = {
  readonly choices: readonly number[];
  readonly parties: number;
  readonly tables: readonly JointTable[];
  readonly restrictions: readonly Restriction[];
  readonly denominators: readonly bigint[];
  readonly offsets: readonly bigint[];
  readonly units: readonly bigint[];
  /** For each party a sum that no outcome exceeds: the greatest value of every table. */
  readonly best: readonly bigint[];
};

const largestExact = BigInt(Number.MAX_SAFE_INTEGER);

/** Whether every sum of a party's values is an exact double. */
export function hasSmallSums(problem: ScaledProblem): boolean {
  return problem.best.every((best) => best <= largestExact);
}

/**
 * The same problem with the offset and the common divisor of every party taken out.
 *
 * @throws RangeError when a scope is not ascending or outside the issues, a table has another number
 *   of entries than its scope has combinations, an issue has no choice, or a denominator is not
 *   positive.
 *
 * Time O(entries).
 */
export function scaleProblem(problem: Problem): ScaledProblem {
  const { choices, restrictions } = problem;
  for (const [issue, count] of choices.entries()) {
    if (!(count >= 1)) throw new RangeError(`scaleProblem: issue ${issue} has ${count} choices`);
  }
  const parties = problem.parties.length;
  const sums = new Map<string, { scope: readonly number[]; values: (bigint[] | undefined)[] }>();
  problem.parties.forEach(({ factors, denominator }, party) => {
    if (denominator <= 0n) {
      throw new RangeError(`scaleProblem: party ${party} has the denominator ${denominator}`);
    }
    for (const { scope, values } of factors) {
      checkScope(choices, scope, values.length);
      const key = scope.join();
      const joint = sums.get(key) ?? {
        scope,
        values: Array<bigint[] | undefined>(parties).fill(undefined),
      };
      sums.set(key, joint);
      const known = joint.values[party];
      joint.values[party] = known ? known.map((own, at) => own + (values[at] ?? 0n)) : [...values];
    }
  });
  for (const { scope, allowed } of restrictions) checkScope(choices, scope, allowed.length);

  const offsets = Array<bigint>(parties).fill(0n);
  const units = Array<bigint>(parties).fill(0n);
  for (const { values } of sums.values()) {
    values.forEach((own, party) => {
      if (!own) return;
      const least = own.reduce((a, b) => (a < b ? a : b));
      offsets[party] = (offsets[party] as bigint) + least;
      for (let at = 0; at < own.length; at += 1) {
        own[at] = (own[at] as bigint) - least;
        units[party] = commonDivisor(units[party] as bigint, own[at] as bigint);
      }
      if (own.every((value) => value === 0n)) values[party] = undefined;
    });
  }
  const tables = [...sums.values()]
    .filter(({ values }) => values.some((own) => own))
    .map(({ scope, values }): JointTable => {
      const scaled = values.map((own, party) =>
        own?.map((value) => value / (units[party] as bigint)),
      );
      return {
        scope,
        size: sizeOf(choices, scope),
        values: scaled,
        best: scaled.map((own) => own?.reduce((a, b) => (a > b ? a : b)) ?? 0n),
      };
    });
  return {
    choices,
    parties,
    tables,
    restrictions,
    denominators: problem.parties.map(({ denominator }) => denominator),
    offsets,
    units: units.map((unit) => (unit === 0n ? 1n : unit)),
    best: offsets.map((_, party) =>
      tables.reduce((sum, { best }) => sum + (best[party] as bigint), 0n),
    ),
  };
}

/** How many combinations the choices of some issues have. */
export function sizeOf(choices: readonly number[], scope: readonly number[]): number {
  return scope.reduce((product, issue) => product * (choices[issue] as number), 1);
}

/** For each issue of a scope how far apart its neighbouring choices stand in a table. */
export function stridesOf(choices: readonly number[], scope: readonly number[]): number[] {
  const strides: number[] = [];
  scope.reduce((stride, issue) => {
    strides.push(stride);
    return stride * (choices[issue] as number);
  }, 1);
  return strides;
}

function checkScope(choices: readonly number[], scope: readonly number[], entries: number): void {
  scope.forEach((issue, at) => {
    if (choices[issue] === undefined || (at > 0 && issue <= (scope[at - 1] as number))) {
      throw new RangeError(`scaleProblem: the scope ${scope.join()} is not ascending issues`);
    }
  });
  if (entries !== sizeOf(choices, scope)) {
    throw new RangeError(
      `scaleProblem: ${entries} entries over the issues ${scope.join()}, expected ${sizeOf(choices, scope)}`,
    );
  }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  if (b === 0n) return a;
  // a/b in lowest terms has the denominator b / gcd(a, b).
  return b / rational(a, b).d;
}
