import type { Rational } from '../../core/rational.js';
import type { Utilities } from '../../core/utility.js';
import { fallbackBargaining } from './fallback-bargaining.js';
import { type Gap, leastShortfall } from './gap.js';
import { type GroupReach, leastAmounts, leastOverEnds } from './group-reach.js';
import type { Standards } from './group-standards.js';
import { listedBargaining } from './listed.js';
import { paretoFrontier } from './pareto.js';
import type { Frontier, Solution } from './problem.js';

/** Packages of a group that its members would take, by place in `packages`. */
export type GroupZone = {
  readonly places: Int32Array;
  /** Those of them that no single member could bring about alone. */
  readonly joint: number;
};

/**
 * The zone of a group: what its members would settle by themselves rather than have no deal.
 *
 * Formula: Z(S) = { x in X(S) : at every end of x every member would consent (at least its no deal, no
 * red line of its own crossed), and some member is better off than without a deal at every end }, less
 * no deal itself and what ends in it alone: a member that goes by today or by a number may gain there,
 * but nobody settled it. Nothing is in it for a group of nobody.
 *
 * @param alone - for each member what it could settle alone: states, 1 where it could.
 *
 * Time O(ends × members).
 */
export function groupZone(
  { accepts, gains, differs }: Standards,
  reach: GroupReach,
  alone: readonly Uint8Array[] = [],
): GroupZone {
  const members = reach.group.map((party) => ({
    accepts: leastOverEnds(reach, accepts[party] as Uint8Array),
    gains: leastOverEnds(reach, gains[party] as Uint8Array),
  }));
  const places = placesWhere(
    reach,
    (place) =>
      isOther(differs, reach, place) &&
      members.every((member) => member.accepts[place] === 1) &&
      members.some((member) => member.gains[place] === 1),
  );
  const joint = places.filter((place) => {
    const state = reach.packages[place] as number;
    return !alone.some((table) => table[state] === 1);
  }).length;
  return { places, joint };
}

function placesWhere({ packages }: GroupReach, keep: (place: number) => boolean): Int32Array {
  return Int32Array.from(packages.keys()).filter(keep);
}

/** What a group could choose within its zone, for itself alone. Places in `packages`. */
export type GroupSolutions =
  | {
      readonly kind: 'points';
      readonly frontier: Frontier<number>;
      readonly denominators: readonly bigint[];
      readonly nash: Solution<number>;
      readonly kalaiSmorodinsky: Solution<number>;
    }
  | {
      readonly kind: 'orders';
      /** Members whose amounts are not known, without points or without a known no deal. */
      readonly lacking: readonly number[];
      readonly frontier: Int32Array;
      /** Fallback bargaining among packages that every member gains by. */
      readonly fallback: Int32Array;
    };

/**
 * Frontier and solutions of a group over its zone, each package counted at the least that a member has
 * at its ends. Nash and Kalai–Smorodinsky need points of every member, and an amount that it has without
 * a deal; else the frontier of the members' orders and fallback bargaining, naming who lacks them.
 *
 * @returns undefined for an empty zone.
 */
export function groupSolutions(
  { model, disagreement, gains }: Standards,
  reach: GroupReach,
  { places }: GroupZone,
): GroupSolutions | undefined {
  if (places.length === 0) return undefined;
  const lacking = reach.group.filter((party) => disagreement[party] === undefined);
  if (lacking.length === 0) {
    const keep = new Uint8Array(reach.packages.length);
    for (const place of places) keep[place] = 1;
    const columns = reach.group.map((party) => ({
      numerators: leastAmounts(reach, (model.utilities[party] as Utilities).numerators),
      denominator: (model.utilities[party] as Utilities).denominator,
    }));
    const bargaining = listedBargaining(columns, { keep });
    const frontier = bargaining.frontier() as Frontier<number>;
    const { nash, kalaiSmorodinsky } = bargaining.solutions(
      reach.group.map((party) => disagreement[party] as Rational),
    );
    return {
      kind: 'points',
      frontier,
      denominators: bargaining.denominators,
      nash,
      kalaiSmorodinsky,
    };
  }
  const payoffs = reach.group.map((party) =>
    leastOverEnds(reach, model.payoffs[party] as Int32Array),
  );
  const gained = reach.group.map((party) => leastOverEnds(reach, gains[party] as Uint8Array));
  const isCandidate = new Uint8Array(reach.packages.length);
  for (const place of places) {
    if (gained.every((table) => table[place] === 1)) isCandidate[place] = 1;
  }
  return {
    kind: 'orders',
    lacking,
    frontier: paretoFrontier(payoffs, places) as Int32Array,
    fallback: fallbackBargaining(payoffs, isCandidate).places,
  };
}

/**
 * The gap of a group over what it can settle.
 *
 * Formula: g(S) as `leastShortfall` has it, with uᵢ(x) the least at the ends of x. x runs over the
 * packages of S that are not no deal, nor end in it alone, and that cross no red line of a member at any
 * end. Places are those in `packages`. Time O(ends × members).
 */
export function groupGap(standards: Standards, reach: GroupReach): Gap {
  const { model, disagreement } = standards;
  const amountsOf = (numerators: Utilities['numerators']) => leastAmounts(reach, numerators);
  return leastShortfall(model, reach.group, disagreement, amountsOf, consentable(standards, reach));
}

/** Packages that are not no deal, nor end in it alone, and cross no member's red line; ascending. */
export function consentable({ differs, isUncrossed }: Standards, reach: GroupReach): Int32Array {
  const free = reach.group.map((party) => leastOverEnds(reach, isUncrossed[party] as Uint8Array));
  return placesWhere(
    reach,
    (place) => isOther(differs, reach, place) && free.every((table) => table[place] === 1),
  );
}

/** Whether the package at a place is not no deal, nor ends in it alone. */
function isOther(differs: Uint8Array, reach: GroupReach, place: number): boolean {
  return (
    differs[reach.packages[place] as number] === 1 &&
    reach.ends
      .subarray(reach.offsets[place], reach.offsets[place + 1])
      .some((end) => differs[end] === 1)
  );
}
