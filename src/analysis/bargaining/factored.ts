import type { Rational } from '../../core/rational.js';
import { type Control, uncontrolled } from '../../core/report.js';
import { listedBargaining } from './listed.js';
import { type Merged, type MergeLimits, mergedFrontier, mergeLimits } from './merge.js';
import type { Bargaining, Frontier, Problem, Solution, Solutions } from './problem.js';
import { type SearchSpace, searchSpaceOf } from './search-space.js';
import { searchedSolutions } from './searched-solutions.js';

/** How much work a factored problem may take. */
export type FactoredLimits = {
  readonly merge: MergeLimits;
  /** Nodes of the searches behind each solution. */
  readonly nodes: number;
};

/** About a minute at most for the frontier, and some seconds for a solution that needs a search. */
export const factoredLimits: FactoredLimits = { merge: mergeLimits, nodes: 20_000_000 };

/**
 * Bargaining over a problem that is too large to list.
 *
 * The frontier is merged issue by issue (`mergedFrontier`). Every solution stands on it, so where it
 * was found the solutions are read off it; where it is too large they are searched for one by one
 * (`searchedSolutions`). They are read off the frontier of all outcomes, since the egalitarian and the
 * utilitarian solution are over all of these.
 *
 * @returns `frontier` gives undefined where a limit was hit or the work was stopped.
 * @throws RangeError for a malformed problem.
 */
export function factoredBargaining(
  problem: Problem,
  control: Control = uncontrolled,
  limits: FactoredLimits = factoredLimits,
): Bargaining<readonly number[]> {
  const denominators = problem.parties.map(({ denominator }) => denominator);
  const known = new Map<string, Merged>();
  const merged = (atLeast?: readonly Rational[]): Merged => {
    const key = atLeast ? atLeast.map(({ n, d }) => `${n}/${d}`).join() : '';
    const found = known.get(key) ?? mergedFrontier(problem, atLeast, limits.merge, control);
    if (found.kind !== 'stopped') known.set(key, found);
    return found;
  };
  let space: SearchSpace | undefined;
  const searched = (disagreement: readonly Rational[]) => {
    space ??= searchSpaceOf(problem);
    return searchedSolutions(space, disagreement, limits.nodes, control);
  };
  return {
    denominators,
    size: undefined,
    frontier: (atLeast) => {
      const found = merged(atLeast);
      return found.kind === 'frontier' ? found.frontier : undefined;
    },
    solutions: (disagreement) => {
      if (disagreement.length !== denominators.length) {
        throw new RangeError(
          `solutions: ${disagreement.length} amounts for ${denominators.length} parties`,
        );
      }
      const whole = merged();
      if (whole.kind === 'frontier') {
        return solutionsOn(whole.frontier, denominators, disagreement);
      }
      return searched(disagreement);
    },
  };
}

/** The solutions read off a frontier, every point with its own outcomes. */
function solutionsOn(
  frontier: Frontier<readonly number[]>,
  denominators: readonly bigint[],
  disagreement: readonly Rational[],
): Solutions<readonly number[]> {
  const listed = listedBargaining(
    denominators.map((denominator, party) => ({
      numerators: frontier.points.map(({ amounts }) => amounts[party] as bigint),
      denominator,
    })),
  ).solutions(disagreement);
  const standing = (solution: Solution<number>): Solution<readonly number[]> => {
    const points = solution.points.flatMap(({ outcomes }) =>
      outcomes.map((place) => frontier.points[place] as (typeof frontier.points)[number]),
    );
    return { ...solution, points, count: points.reduce((sum, { count }) => sum + count, 0n) };
  };
  const { kalaiSmorodinsky } = listed;
  return {
    nash: standing(listed.nash),
    kalaiSmorodinsky: {
      ...standing(kalaiSmorodinsky),
      leftOut: kalaiSmorodinsky.leftOut,
      ideal: kalaiSmorodinsky.ideal,
    },
    egalitarian: standing(listed.egalitarian),
    utilitarian: standing(listed.utilitarian),
    utilitarianRational: standing(listed.utilitarianRational),
  };
}
