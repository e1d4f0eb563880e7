import type { Frontier, Point, Problem } from '../../src/analysis/bargaining/problem.js';
import { type Rational, rational } from '../../src/core/rational.js';
import { naiveFrontier, naiveRational } from './naive-bargaining.js';

/** All outcomes of a problem, one by one: the definition the engines are tested against. */

type Group = { amounts: readonly bigint[]; count: bigint; outcomes: (readonly number[])[] };

/** The amounts of one outcome, each party's factors looked up and added. */
export function amountsOf(problem: Problem, outcome: readonly number[]): readonly bigint[] {
  return problem.parties.map(({ factors }) =>
    factors.reduce(
      (sum, { scope, values }) => sum + (values[entryAt(problem, scope, outcome)] as bigint),
      0n,
    ),
  );
}

export function isFeasible(problem: Problem, outcome: readonly number[]): boolean {
  return problem.restrictions.every(
    ({ scope, allowed }) => allowed[entryAt(problem, scope, outcome)] === 1,
  );
}

function entryAt(problem: Problem, scope: readonly number[], outcome: readonly number[]): number {
  let entry = 0;
  let stride = 1;
  for (const issue of scope) {
    entry += stride * (outcome[issue] as number);
    stride *= problem.choices[issue] as number;
  }
  return entry;
}

/** Every feasible outcome in order of outcome number, those of equal amounts together. */
export function everyPoint(problem: Problem): readonly Point<readonly number[]>[] {
  const groups = new Map<string, Group>();
  const outcome = problem.choices.map(() => 0);
  for (;;) {
    if (isFeasible(problem, outcome)) {
      const amounts = amountsOf(problem, outcome);
      const key = amounts.join();
      const group = groups.get(key) ?? { amounts, count: 0n, outcomes: [] };
      groups.set(key, group);
      group.count += 1n;
      if (group.outcomes.length < 5) group.outcomes.push([...outcome]);
    }
    let issue = 0;
    while (issue < outcome.length && outcome[issue] === (problem.choices[issue] as number) - 1) {
      outcome[issue] = 0;
      issue += 1;
    }
    if (issue === outcome.length) break;
    outcome[issue] = (outcome[issue] as number) + 1;
  }
  return [...groups.values()].sort((a, b) => descending(a.amounts, b.amounts));
}

function descending(a: readonly bigint[], b: readonly bigint[]): number {
  const at = a.findIndex((amount, party) => amount !== b[party]);
  return at < 0 ? 0 : (a[at] as bigint) > (b[at] as bigint) ? -1 : 1;
}

/** The points that give every party its amount or more. */
export function pointsAtLeast(
  problem: Problem,
  points: readonly Point<readonly number[]>[],
  atLeast: readonly Rational[],
): readonly Point<readonly number[]>[] {
  const amounts = points.map((point) =>
    point.amounts.map((amount, party) =>
      rational(amount, problem.parties[party]?.denominator ?? 1n),
    ),
  );
  return naiveRational(amounts, atLeast).map((place) => points[place] as (typeof points)[number]);
}

/** The points that no point dominates. */
export function undominatedPoints(
  points: readonly Point<readonly number[]>[],
): Frontier<readonly number[]> {
  const amounts = points.map((point) => point.amounts.map((amount) => rational(amount)));
  const undominated = naiveFrontier(amounts).map(
    (place) => points[place] as (typeof points)[number],
  );
  return {
    points: undominated,
    outcomes: undominated.reduce((sum, { count }) => sum + count, 0n),
  };
}
