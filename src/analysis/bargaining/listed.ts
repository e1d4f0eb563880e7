import type { Rational } from '../../core/rational.js';
import { type Control, uncontrolled } from '../../core/report.js';
import { rankUtilities, type Utilities } from '../../core/utility.js';
import { type Column, columnOf } from './column.js';
import type { Scale } from './dominance-tree.js';
import { egalitarianSolution } from './egalitarian.js';
import { individuallyRational } from './individually-rational.js';
import { kalaiSmorodinskySolution } from './kalai-smorodinsky.js';
import { listProblem } from './list-problem.js';
import { nashSolution } from './nash-solution.js';
import { paretoFrontier } from './pareto.js';
import { pointsOf } from './points.js';
import type { Bargaining, Problem, Solution, Solutions } from './problem.js';
import { utilitarianSolution } from './utilitarian.js';

/** Which outcomes take part, and how long work is followed and stopped. */
export type ListedOptions = {
  /** One an outcome: 1 where it takes part. All do where it is not given. */
  readonly keep?: Uint8Array | undefined;
  /** A frontier with more points is not given. */
  readonly mostPoints?: number | undefined;
  readonly control?: Control | undefined;
};

/**
 * Bargaining over listed outcomes; an outcome is its place in the list.
 *
 * @param columns - what each outcome gives every party, at least one party.
 * @throws RangeError where columns differ in length, a double is not an exact integer, or there is no
 *   party.
 *
 * The frontier is searched when it is first asked for and kept. Every optimum, and every party's best
 * rational amount, is on it, so the solutions look through it alone once it is known. They do not need
 * it: they are a few passes over the outcomes, and there when a frontier is too large to search. Only
 * amounts in bigints, where passes are slow, have it searched for them.
 */
export function listedBargaining(
  columns: readonly Utilities[],
  options: ListedOptions = {},
): Bargaining<number> {
  return bargainingOver(columns, options, (place) => place);
}

/**
 * Bargaining over the listed outcomes of a problem; an outcome is its choice on every issue.
 *
 * @returns undefined where they are too many to list (`listProblem`).
 */
export function listedProblem(
  problem: Problem,
  options: Omit<ListedOptions, 'keep'> = {},
): Bargaining<readonly number[]> | undefined {
  const listed = listProblem(problem);
  return listed && bargainingOver(listed.columns, options, listed.outcomeAt);
}

function bargainingOver<Where>(
  utilities: readonly Utilities[],
  { keep, mostPoints = Infinity, control = uncontrolled }: ListedOptions,
  outcomeAt: (place: number) => Where,
): Bargaining<Where> {
  const columns = utilities.map(columnOf);
  const all = takingPart(columns, keep);
  const isInDoubles = columns.every(({ numerators }) => numerators instanceof Float64Array);
  const points = (places: Int32Array) => pointsOf(columns, places, outcomeAt);

  let ranked: readonly Scale[] | undefined;
  const scales = () => {
    ranked ??= columns.map(scaleOf);
    return ranked;
  };
  // The frontier of all outcomes, once worked out.
  let frontier: Int32Array | undefined;
  const search = (watch: Control) => {
    frontier ??= paretoFrontier(scales(), all, watch);
    return frontier;
  };

  const solutions = (disagreement: readonly Rational[]): Solutions<Where> => {
    checkAmounts('solutions', columns, disagreement);
    const among = frontier ?? (isInDoubles ? all : (search(uncontrolled) as Int32Array));
    const rationalPlaces = individuallyRational(columns, disagreement, among);
    const nash = nashSolution(columns, disagreement, rationalPlaces);
    const normalised = kalaiSmorodinskySolution(columns, disagreement, rationalPlaces);
    const egalitarian = egalitarianSolution(columns, disagreement, among);
    const utilitarian = utilitarianSolution(columns, among);
    const utilitarianRational = utilitarianSolution(columns, rationalPlaces);
    const none = rationalPlaces.length === 0 ? 'no outcome is rational' : undefined;
    const solved = (
      places: Int32Array,
      value: Rational | undefined,
      why: Solution<Where>['none'],
    ): Solution<Where> => ({
      points: points(places),
      count: BigInt(places.length),
      value,
      isExact: true,
      bound: undefined,
      none: why,
    });
    return {
      nash: solved(
        nash.places,
        nash.product,
        none ?? (nash.product ? undefined : 'no outcome is above no deal for all'),
      ),
      kalaiSmorodinsky: {
        ...solved(normalised.places, normalised.least, none),
        leftOut: normalised.leftOut,
        ideal: normalised.ideal,
      },
      egalitarian: solved(egalitarian.places, egalitarian.least, undefined),
      utilitarian: solved(utilitarian.places, utilitarian.sum, undefined),
      utilitarianRational: solved(utilitarianRational.places, utilitarianRational.sum, none),
    };
  };

  return {
    denominators: columns.map(({ denominator }) => denominator),
    size: BigInt(all.length),
    frontier: (atLeast) => {
      if (atLeast) checkAmounts('frontier', columns, atLeast);
      // What dominates an outcome that gives all their amounts does so too. So the frontier of these
      // outcomes is the part of the whole frontier that gives all their amounts, and is searched by
      // itself where the whole, which may be far larger, is not there already.
      const whole = atLeast ? frontier : search(control);
      const asked = (places: Int32Array) =>
        atLeast ? individuallyRational(columns, atLeast, places) : places;
      const places = whole
        ? asked(whole)
        : atLeast && paretoFrontier(scales(), asked(all), control);
      if (!places) return undefined;
      const standing = points(places);
      if (standing.length > mostPoints) return undefined;
      return { points: standing, outcomes: BigInt(places.length) };
    },
    solutions,
  };
}

function takingPart(columns: readonly Column[], keep: Uint8Array | undefined): Int32Array {
  const [first] = columns;
  if (!first) throw new RangeError('listedBargaining: columns is empty; give one a party');
  const { length } = first.numerators;
  columns.forEach(({ numerators }, party) => {
    if (numerators.length !== length)
      throw new RangeError(
        `listedBargaining: columns[${party}] has ${numerators.length} outcomes, not ${length}`,
      );
  });
  if (keep && keep.length !== length)
    throw new RangeError(`listedBargaining: keep has ${keep.length} outcomes, not ${length}`);
  const places = new Int32Array(length);
  let count = 0;
  for (let place = 0; place < length; place += 1) {
    if (keep && !keep[place]) continue;
    places[count] = place;
    count += 1;
  }
  return count === length ? places : places.slice(0, count);
}

/** A scale in the column's order; bigints by their ranks. */
function scaleOf(column: Column): Scale {
  return column.numerators instanceof Float64Array ? column.numerators : rankUtilities(column);
}

function checkAmounts(name: string, columns: readonly Column[], amounts: readonly Rational[]) {
  if (amounts.length !== columns.length)
    throw new RangeError(
      `${name}: ${amounts.length} amounts for ${columns.length} parties; give one a party`,
    );
}
