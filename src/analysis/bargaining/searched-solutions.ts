import type { Control } from '../../core/report.js';
import {
  add,
  divide,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
} from '../../numeric/rational.js';
import { type NodeBudget, searchAll, searchBest } from './branch-and-bound.js';
import { leastCommonMultiple } from './column.js';
import type { Gain, PreparedGoal } from './least-gain-goal.js';
import { type LeximinFound, leximinSearch } from './leximin-search.js';
import type { Solution, Solutions } from './problem.js';
import { productGoal } from './product-goal.js';
import { collectPoints, type SearchSpace, sumsAt } from './search-space.js';
import { sumGoal } from './sum-goal.js';
import { roundedUp } from './whole-weights.js';

type Searched = Solution<readonly number[]>;

/**
 * The solutions of a problem that is too large to list, by branch and bound.
 *
 * Definitions as in `nashSolution`, `kalaiSmorodinskySolution`, `egalitarianSolution` and
 * `utilitarianSolution`. The egalitarian comes first: its least gain says whether any outcome is
 * rational (0 or more) and whether any is above no deal for all (more than 0).
 *
 * @param disagreement - one amount a party, in the party's own units.
 * @param nodes - most nodes of each solution's searches. Where they do not suffice the solution is not
 *   exact: it has the best found and a bound that no outcome exceeds.
 *
 * Exact where `isExact` says so, counts and ties included.
 */
export function searchedSolutions(
  space: SearchSpace,
  disagreement: readonly Rational[],
  nodes: number,
  control: Control,
): Solutions<readonly number[]> {
  const { denominators, offsets, units } = space.problem;
  const unit = (party: number) => rational(units[party] as bigint, denominators[party] as bigint);
  // amount − d = unit · (sum − from), with the party's offset in `from`.
  const from = disagreement.map((d, party) =>
    divide(
      subtract(d, rational(offsets[party] as bigint, denominators[party] as bigint)),
      unit(party),
    ),
  );
  const gains = from.map(
    (base, party): Gain => ({ from: base, measure: divide(one, unit(party)) }),
  );
  const floors = from.map(({ n, d }) => roundedUp(n, d));
  const none = from.map(() => undefined);
  const budget = (): NodeBudget => ({ left: nodes, visited: 0 });

  const egalitarian = solved(leximinSearch(space, gains, none, budget(), control), undefined);
  const least = egalitarian.value;
  const isLeastKnown = egalitarian.bound === undefined || !isBelowZero(least);
  const isEmpty = isLeastKnown && isBelowZero(least);
  const noneRational = isEmpty ? 'no outcome is rational' : undefined;
  const nothing: Searched = {
    points: [],
    count: 0n,
    value: undefined,
    isExact: true,
    bound: undefined,
    none: noneRational,
  };

  const common = denominators.reduce(leastCommonMultiple, 1n);
  const factors = units.map((own, party) => (own * common) / (denominators[party] as bigint));
  const constant = offsets.reduce(
    (sum, offset, party) => add(sum, rational(offset, denominators[party] as bigint)),
    rational(0n),
  );
  const inAmounts = (sum: Rational) => add(constant, multiply(sum, rational(1n, common)));
  const greatestSum = (least: readonly (bigint | undefined)[]): Searched =>
    searched(space, sumGoal(space, factors, least), budget(), control, inAmounts);

  return {
    nash:
      isLeastKnown && (!least || least.n <= 0n)
        ? { ...nothing, none: noneRational ?? 'no outcome is above no deal for all' }
        : nash(space, gains, budget(), control),
    kalaiSmorodinsky: isEmpty
      ? { ...nothing, leftOut: [], ideal: undefined }
      : kalaiSmorodinsky(space, from, floors, budget(), control),
    egalitarian,
    utilitarian: greatestSum(none),
    utilitarianRational: isEmpty ? nothing : greatestSum(floors),
  };
}

/** Whether a least gain is below 0; that of no outcome at all is. */
function isBelowZero(value: Rational | undefined): boolean {
  return value === undefined || value.n < 0n;
}

function nash(
  space: SearchSpace,
  gains: readonly Gain[],
  budget: NodeBudget,
  control: Control,
): Searched {
  const found = searched(space, productGoal(space, gains), budget, control, (value) => value);
  if (found.value && found.value.n > 0n) return found;
  // No positive product was found: where the search was complete there is none.
  const isNone = found.isExact || (found.bound !== undefined && found.bound.n <= 0n);
  return {
    points: [],
    count: 0n,
    value: undefined,
    isExact: isNone,
    bound: isNone ? undefined : found.bound,
    none: isNone ? 'no outcome is above no deal for all' : undefined,
  };
}

function kalaiSmorodinsky(
  space: SearchSpace,
  from: readonly Rational[],
  floors: readonly bigint[],
  budget: NodeBudget,
  control: Control,
): Solutions<readonly number[]>['kalaiSmorodinsky'] {
  const { denominators, offsets, units } = space.problem;
  const ideals: Rational[] = [];
  for (let party = 0; party < from.length; party += 1) {
    const { goal, start } = sumGoal(
      space,
      from.map((_, other) => (other === party ? 1n : 0n)),
      floors,
    );
    const found = searchBest(space, goal, [start], undefined, budget, control);
    if (!found.isComplete || !found.value) {
      // Without every party's best amount the measure itself is unknown; gains are at most all of it.
      return {
        points: [],
        count: 0n,
        value: undefined,
        isExact: false,
        bound: one,
        none: undefined,
        leftOut: [],
        ideal: undefined,
      };
    }
    ideals.push(found.value);
  }
  const measures = ideals.map((ideal, party) => subtract(ideal, from[party] as Rational));
  const leftOut = measures.flatMap(({ n }, party) => (n === 0n ? [party] : []));
  const found = leximinSearch(
    space,
    measures.map((measure, party) =>
      measure.n === 0n ? undefined : { from: from[party] as Rational, measure },
    ),
    floors,
    budget,
    control,
  );
  return {
    ...solved(found, undefined),
    leftOut,
    ideal: ideals.map((ideal, party) =>
      divide(
        add(rational(offsets[party] as bigint), multiply(rational(units[party] as bigint), ideal)),
        rational(denominators[party] as bigint),
      ),
    ),
  };
}

function solved(found: LeximinFound, none: Searched['none']): Searched {
  return {
    points: found.points,
    count: found.points.reduce((sum, { count }) => sum + count, 0n),
    value: found.value,
    isExact: found.isExact,
    bound: found.bound,
    none,
  };
}

/** The optimum of a goal with all its ties. */
function searched(
  space: SearchSpace,
  { goal, start }: PreparedGoal,
  budget: NodeBudget,
  control: Control,
  inAmounts: (value: Rational) => Rational,
): Searched {
  const found = searchBest(space, goal, [start], undefined, budget, control);
  const collector = collectPoints(space);
  const isKnown =
    found.isComplete && found.value
      ? searchAll(space, goal, found.value, collector.add, budget, control)
      : found.isComplete;
  const isCut = !isKnown && found.chosen !== undefined && collector.points().length === 0;
  if (isCut) collector.add(sumsAt(space, found.chosen), found.chosen);
  const points = collector.points();
  const bound = found.isComplete ? found.value : found.bound;
  return {
    points,
    count: points.reduce((sum, { count }) => sum + count, 0n),
    value: found.value && inAmounts(found.value),
    isExact: isKnown,
    bound: isKnown || !bound ? undefined : inAmounts(bound),
    none: undefined,
  };
}
