import type { Model } from '../../core/model.js';
import type { Rational } from '../../core/rational.js';
import type { Utilities } from '../../core/utility.js';
import { columnOf } from './column.js';
import { fallbackBargaining } from './fallback-bargaining.js';
import { disagreementOf } from './gap.js';
import { individuallyRational } from './individually-rational.js';
import { kalaiSmorodinskySolution } from './kalai-smorodinsky.js';
import { nashSolution } from './nash-solution.js';
import { type NoDeal, standingAt } from './no-deal.js';

/** The solutions by which a track can be closed. */
export type TrackSolutionName = 'kalaiSmorodinsky' | 'nash' | 'fallback';

/** The solutions of some parties over some states, all ties as states, ascending. */
export type TrackSolutions = {
  /** Parties without points, or without an amount for no deal: there is no solution by points. */
  readonly lacking: readonly number[];
  /** Undefined where a party lacks points; empty where no state is rational for all. */
  readonly kalaiSmorodinsky: readonly number[] | undefined;
  /** Parties that leave the minimum of Kalai–Smorodinsky. */
  readonly leftOut: readonly number[];
  /** Undefined where a party lacks points; empty where no state is above no deal for all. */
  readonly nash: readonly number[] | undefined;
  /** Empty where no state is above no deal for all, in their orders. */
  readonly fallback: readonly number[];
};

/**
 * The solutions of some parties over a list of states, against one no deal.
 *
 * Formulas: `kalaiSmorodinskySolution` and `nashSolution` over the listed states that give every party
 * its no deal in points (of a circle, the best: surely), `fallbackBargaining` over those above no deal
 * for every party in its order. Where there is nothing to compare with, that party does not narrow the
 * candidates.
 *
 * Exact. Time that of the solutions, over the listed states only.
 */
export function trackSolutions(
  model: Model,
  parties: readonly number[],
  states: readonly number[],
  noDeal: NoDeal,
): TrackSolutions {
  const bars = parties.map((party) => disagreementOf(model, noDeal, party));
  const lacking = parties.filter((_, at) => bars[at] === undefined);
  const listed = (places: Int32Array) => Array.from(places, (place) => states[place] as number);
  const isCandidate = Uint8Array.from(states, (state) =>
    parties.every((party) => ['above', 'unknown'].includes(standingAt(model, noDeal, party, state)))
      ? 1
      : 0,
  );
  const payoffs = parties.map((party) => {
    const payoff = model.payoffs[party] as Int32Array;
    return Int32Array.from(states, (state) => payoff[state] as number);
  });
  const fallback = listed(fallbackBargaining(payoffs, isCandidate).places);
  if (lacking.length > 0 || parties.length === 0) {
    return { lacking, kalaiSmorodinsky: undefined, leftOut: [], nash: undefined, fallback };
  }
  const columns = parties.map((party) =>
    columnOf(pickedFrom(model.utilities[party] as Utilities, states)),
  );
  const disagreement = bars as readonly Rational[];
  const rationalPlaces = individuallyRational(
    columns,
    disagreement,
    Int32Array.from(states, (_, place) => place),
  );
  const normalised = kalaiSmorodinskySolution(columns, disagreement, rationalPlaces);
  return {
    lacking,
    kalaiSmorodinsky: listed(normalised.places),
    leftOut: normalised.leftOut.map((place) => parties[place] as number),
    nash: listed(nashSolution(columns, disagreement, rationalPlaces).places),
    fallback,
  };
}

/**
 * The solution in use: the one named, else Kalai–Smorodinsky; fallback bargaining where points lack, and,
 * where none is named, where the parties would consent to some outcome and none gives each of them its no
 * deal in points: consent goes by orders, and so then does the choice.
 */
export function solutionInUse(
  solutions: readonly Pick<TrackSolutions, 'lacking' | 'kalaiSmorodinsky' | 'fallback'>[],
  named: TrackSolutionName | undefined,
): TrackSolutionName {
  if (solutions.some(({ lacking }) => lacking.length > 0)) return 'fallback';
  if (named) return named;
  const isEmpty = (list: readonly number[] | undefined) => (list ?? []).length === 0;
  return solutions.every(({ kalaiSmorodinsky }) => isEmpty(kalaiSmorodinsky)) &&
    solutions.some(({ fallback }) => !isEmpty(fallback))
    ? 'fallback'
    : 'kalaiSmorodinsky';
}

function pickedFrom({ numerators, denominator }: Utilities, states: readonly number[]): Utilities {
  return {
    denominator,
    numerators:
      numerators instanceof Float64Array
        ? Float64Array.from(states, (state) => numerators[state] as number)
        : states.map((state) => numerators[state] as bigint),
  };
}
