import { type Control, uncontrolled } from '../../core/report.js';
import { factoredBargaining, factoredLimits } from './factored.js';
import { listedProblem } from './listed.js';
import type { Bargaining, Problem } from './problem.js';

/** Bargaining over a problem, and whether its outcomes were listed. */
export type ChosenBargaining = Bargaining<readonly number[]> & {
  readonly engine: 'listed' | 'factored';
};

/** Outcomes up to which listing is not slower than the first frontier of a merge, by measurement. */
const mostListedFirst = 2n ** 24n;

/**
 * Bargaining over a problem by the engine that suits its size.
 *
 * Up to 2^24 combinations of choices its outcomes are listed; above they never are. Both engines are
 * exact and agree, so the choice changes what is counted (`size`) and the time, nothing else.
 *
 * @throws RangeError for a malformed problem.
 */
export function bargainingOf(problem: Problem, control: Control = uncontrolled): ChosenBargaining {
  const outcomes = problem.choices.reduce((product, count) => product * BigInt(count), 1n);
  const { points: mostPoints } = factoredLimits.merge;
  const listed =
    outcomes <= mostListedFirst ? listedProblem(problem, { mostPoints, control }) : undefined;
  return listed
    ? { ...listed, engine: 'listed' }
    : { ...factoredBargaining(problem, control), engine: 'factored' };
}
