import { type CollapsedProblem, collapseChoices } from './collapsed-choices.js';
import { type BoundPlan, type LinearBound, linearBound, planBound } from './linear-bound.js';
import { mostOutcomesKept, type Point, type Problem } from './problem.js';
import { type ScaledProblem, scaleProblem } from './scaled-problem.js';

/** A problem made ready for searching: alike choices made one, and bounds for each party alone. */
export type SearchSpace = {
  /** With its alike choices made one. */
  readonly problem: ScaledProblem;
  readonly originals: CollapsedProblem['originals'];
  readonly plan: BoundPlan;
  /** Whether each party's own bound is its exact sum once all issues are decided. */
  readonly isSmall: boolean;
  /** For each party the bound on its own sum. */
  readonly alone: readonly ShiftedBound[];
  /** The same tables in floating point, for choosing weights and starting points only. */
  readonly rough: readonly (readonly (Float64Array | undefined)[])[];
};

/** A bound on a sum divided by 2^shift: every entry is rounded up, so it is never too low. */
export type ShiftedBound = { readonly bound: LinearBound; readonly shift: bigint };

/** Prepares a problem for the searches. @throws RangeError for a malformed problem. */
export function searchSpaceOf(given: Problem): SearchSpace {
  const { problem, originals } = collapseChoices(scaleProblem(given));
  const plan = planBound(problem);
  const alone = problem.best.map((_, party) =>
    boundOf(
      plan,
      problem,
      problem.best.map((_, other) => (other === party ? 1n : 0n)),
    ),
  );
  return {
    problem,
    originals,
    plan,
    alone,
    isSmall: alone.every(({ shift }) => shift === 0n),
    rough: problem.tables.map(({ values }) =>
      values.map((own) => own && Float64Array.from(own, Number)),
    ),
  };
}

const largestExact = 2n ** 53n;

/**
 * The bound on Σ weight · sum over the parties.
 *
 * Entries are exact integers while the whole stays below 2^53; otherwise they are divided by a power
 * of two and rounded up, which raises the bound by less than one unit a table.
 */
export function boundOf(
  plan: BoundPlan,
  problem: ScaledProblem,
  weights: readonly bigint[],
): ShiftedBound {
  const most = problem.best.reduce(
    (sum, best, party) => sum + best * (weights[party] as bigint),
    BigInt(problem.tables.length),
  );
  let shift = 0n;
  while (most >> shift >= largestExact) shift += 1n;
  const round = 2n ** shift - 1n;
  const values = problem.tables.map(({ size, values: own }) => {
    const sums = new Float64Array(size);
    if (shift === 0n) {
      own.forEach((list, party) => {
        const weight = Number(weights[party]);
        if (!list || weight === 0) return;
        list.forEach((value, at) => {
          sums[at] = (sums[at] as number) + weight * Number(value);
        });
      });
      return sums;
    }
    for (let at = 0; at < size; at += 1) {
      let sum = 0n;
      own.forEach((list, party) => {
        if (list) sum += (weights[party] as bigint) * (list[at] as bigint);
      });
      sums[at] = Number((sum + round) >> shift);
    }
    return sums;
  });
  return { bound: linearBound(plan, problem, values), shift };
}

/** The exact sums of an outcome of the searched problem. */
export function sumsAt(space: SearchSpace, chosen: ArrayLike<number>): bigint[] {
  const { problem } = space;
  const sums = Array<bigint>(problem.parties).fill(0n);
  for (const { scope, values } of problem.tables) {
    let entry = 0;
    let stride = 1;
    for (const issue of scope) {
      entry += stride * (chosen[issue] as number);
      stride *= problem.choices[issue] as number;
    }
    values.forEach((own, party) => {
      if (own) sums[party] = (sums[party] as bigint) + (own[entry] as bigint);
    });
  }
  return sums;
}

/** Gathers outcomes of the searched problem into points of the given one. */
export type PointCollector = {
  readonly add: (sums: readonly bigint[], chosen: ArrayLike<number>) => void;
  /** Descending, as on a frontier. */
  readonly points: () => readonly Point<readonly number[]>[];
};

/** Starts with no points; each outcome is to be added once. */
export function collectPoints(space: SearchSpace): PointCollector {
  const { problem, originals } = space;
  const strides: bigint[] = [];
  originals.reduce((stride, classes) => {
    strides.push(stride);
    return stride * classes.reduce((sum, own) => sum + BigInt(own.length), 0n);
  }, 1n);
  const found = new Map<string, { sums: readonly bigint[]; count: bigint; first: Numbered[] }>();
  return {
    add: (sums, chosen) => {
      const key = sums.join();
      const point = found.get(key) ?? { sums, count: 0n, first: [] };
      found.set(key, point);
      const choices = originals.map(
        (classes, issue) => classes[chosen[issue] as number] as readonly number[],
      );
      point.count += choices.reduce((product, own) => product * BigInt(own.length), 1n);
      point.first = firstOf([...point.first, ...expand(choices, strides)]);
    },
    points: () =>
      [...found.values()]
        .sort((a, b) => descending(a.sums, b.sums))
        .map(({ sums, count, first }) => ({
          amounts: sums.map(
            (sum, party) =>
              (problem.offsets[party] as bigint) + (problem.units[party] as bigint) * sum,
          ),
          count,
          outcomes: first.map(({ outcome }) => outcome),
        })),
  };
}

type Numbered = { readonly number: bigint; readonly outcome: readonly number[] };

/** The first few outcomes that take one of the listed choices on every issue. */
function expand(choices: readonly (readonly number[])[], strides: readonly bigint[]): Numbered[] {
  let some: Numbered[] = [{ number: 0n, outcome: [] }];
  choices.forEach((own, issue) => {
    const stride = strides[issue] as bigint;
    some = firstOf(
      some.flatMap(({ number, outcome }) =>
        own.slice(0, mostOutcomesKept).map((choice) => ({
          number: number + BigInt(choice) * stride,
          outcome: [...outcome, choice],
        })),
      ),
    );
  });
  return some;
}

function firstOf(some: readonly Numbered[]): Numbered[] {
  return [...some]
    .sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
    .slice(0, mostOutcomesKept);
}

function descending(a: readonly bigint[], b: readonly bigint[]): number {
  const at = a.findIndex((sum, party) => sum !== b[party]);
  return at < 0 ? 0 : (a[at] as bigint) > (b[at] as bigint) ? -1 : 1;
}
