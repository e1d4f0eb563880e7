import { type Control, uncontrolled } from '../../core/report.js';
import { eliminationOrder } from './elimination-order.js';
import { factoredBargaining, factoredLimits } from './factored.js';
import { listedProblem } from './listed.js';
import type { Bargaining, Problem } from './problem.js';

/** Bargaining over a problem, and whether its outcomes were listed. */
export type ChosenBargaining = Bargaining<readonly number[]> & {
  readonly engine: 'listed' | 'factored';
};

/** Outcomes that are always listed: it takes milliseconds, and they are counted. */
const alwaysListed = 2n ** 16n;
/** Outcomes above which none are listed. */
const neverListed = 2n ** 24n;
/** Listing is chosen where eliminating issues takes tables of more than this share of the outcomes. */
const entangledShare = 64n;

/**
 * Bargaining over a problem by the engine that suits it.
 *
 * Up to 2^16 combinations of choices the outcomes are listed, above 2^24 never. Between these the merge
 * is the faster by far (some tens of times for separate issues) unless tables tie most issues together;
 * then they are listed. Both engines are exact and agree, so the choice changes the time and whether
 * outcomes are counted (`size`), nothing else.
 *
 * @throws RangeError for a malformed problem.
 */
export function bargainingOf(problem: Problem, control: Control = uncontrolled): ChosenBargaining {
  const outcomes = problem.choices.reduce((product, count) => product * BigInt(count), 1n);
  const isListed =
    outcomes <= alwaysListed ||
    (outcomes <= neverListed && entangled(problem) * entangledShare > outcomes);
  const { points: mostPoints } = factoredLimits.merge;
  const listed = isListed ? listedProblem(problem, { mostPoints, control }) : undefined;
  return listed
    ? { ...listed, engine: 'listed' }
    : { ...factoredBargaining(problem, control), engine: 'factored' };
}

/** The combinations of choices that eliminating the issues one by one goes through. */
function entangled({ choices, parties, restrictions }: Problem): bigint {
  let scopes: readonly (readonly number[])[] = [
    ...parties.flatMap(({ factors }) => factors.map(({ scope }) => scope)),
    ...restrictions.map(({ scope }) => scope),
  ];
  let combinations = 0n;
  for (const issue of eliminationOrder(choices, scopes)) {
    const own = [...new Set(scopes.filter((scope) => scope.includes(issue)).flat())];
    combinations += own.reduce((product, one) => product * BigInt(choices[one] as number), 1n);
    scopes = [
      ...scopes.filter((scope) => !scope.includes(issue)),
      own.filter((one) => one !== issue),
    ];
  }
  return combinations;
}
