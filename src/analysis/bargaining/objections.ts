import { type Rational, rational } from '../../core/rational.js';
import { leastCommonMultiple } from './column.js';
import { rangeOf } from './gap.js';
import { type GroupReach, leastAmounts, leastOverEnds } from './group-reach.js';
import type { Standards } from './group-standards.js';
import { consentable } from './group-zone.js';
import { paretoFrontier } from './pareto.js';

/** Tells for an outcome whether a group objects to it. */
export type Objection = (state: number) => boolean;

/**
 * Objections of a group.
 *
 * Formula: S objects to y iff some package x of S, not no deal and crossing no red line of a member, has
 * oᵢ(x) ≥ oᵢ(y) for every member i and > for one, oᵢ(x) being the least at the ends of x. Only packages
 * that none other dominates for the members need be tried. A group of nobody never objects.
 *
 * @param orders - for each party a number per state, higher is better: payoffs for what it would do,
 *   ranks of utilities for the same by points.
 *
 * Time O(packages on the members' frontier × members) an outcome.
 */
export function objectionsOf(
  standards: Standards,
  reach: GroupReach,
  orders: readonly Int32Array[],
): Objection {
  if (reach.group.length === 0) return () => false;
  const members = reach.group.map((party) => orders[party] as Int32Array);
  const floors = members.map((order) => leastOverEnds(reach, order));
  const strongest = paretoFrontier(floors, consentable(standards, reach)) as Int32Array;
  return (state) => {
    for (const place of strongest) {
      let isAbove = false;
      let isAtLeast = true;
      for (let member = 0; member < members.length && isAtLeast; member += 1) {
        const there = (floors[member] as Int32Array)[place] as number;
        const here = (members[member] as Int32Array)[state] as number;
        if (there < here) isAtLeast = false;
        else if (there > here) isAbove = true;
      }
      if (isAtLeast && isAbove) return true;
    }
    return false;
  };
}

/**
 * The core: outcomes that every party accepts and that no group would rather leave for something of its
 * own.
 *
 * Formula: { y in `candidates` : no S of `groups` objects to y }. Source: Gillies, D. B. (1959),
 * "Solutions to General Non-Zero-Sum Games"; without transferable utility Aumann and Peleg (1960). What
 * a group can have depends on how the others respond, so the core does too.
 *
 * @param objections - one a group; with that of all parties every outcome of the core is efficient.
 * @param candidates - states that all accept, ascending.
 */
export function coreOf(objections: readonly Objection[], candidates: Int32Array): Int32Array {
  return candidates.filter((state) => !objections.some((objects) => objects(state)));
}

/**
 * Amounts of all parties as shares of each one's range over the case, in whole numbers over one
 * denominator: oᵢ(x) = uᵢ(x) / rᵢ = shares[i][x] / denominator.
 */
export type RangeShares = {
  /** Undefined for a party without points, or of zero range. */
  readonly shares: readonly (Float64Array | readonly bigint[] | undefined)[];
  readonly denominator: bigint;
};

/** See RangeShares. In doubles where all of them are exact. Time O(states × parties). */
export function rangeSharesOf({ model }: Pick<Standards, 'model'>): RangeShares {
  const ranges = model.utilities.map((_, party) => rangeOf(model, party));
  const denominator = ranges.reduce(
    (common, range) => (range > 0n ? leastCommonMultiple(common, range) : common),
    1n,
  );
  const shares = model.utilities.map((utilities, party) => {
    const range = ranges[party] as bigint;
    if (!utilities || range === 0n) return undefined;
    const { numerators } = utilities;
    const factor = denominator / range;
    if (!(numerators instanceof Float64Array)) return numerators.map((one) => one * factor);
    // A difference of two shares must be exact too.
    const largest = numerators.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    const isExact = BigInt(largest) * factor * 2n <= BigInt(Number.MAX_SAFE_INTEGER);
    return isExact
      ? numerators.map((one) => one * Number(factor))
      : Array.from(numerators, (one) => BigInt(one) * factor);
  });
  return { shares, denominator };
}

/** Tells for an outcome how much better each member of a group could do by itself, at the least. */
export type Excess = (state: number) => Rational | undefined;

/**
 * Excess of a group against an outcome.
 *
 * Formula: e(S, y) = max over x of min over i in S of (uᵢ(x) − uᵢ(y)) / rᵢ, x as for objections, rᵢ the
 * range of i's amounts over the case. Positive: S could leave every member better off by itself. Members
 * of zero range leave the minimum. Source: the excess of Maschler, Peleg and Shapley (1979), here without
 * transferable utility, in shares of ranges; our own.
 *
 * @returns undefined where a member has no points, where all members leave the minimum, and for a group
 *   that has no such package.
 *
 * Exact. Time O(packages on the members' frontier × members) an outcome.
 */
export function excessOf(
  standards: Standards,
  reach: GroupReach,
  { shares, denominator }: RangeShares,
): Excess {
  const { utilities } = standards.model;
  const members = reach.group.flatMap((party) => {
    const amounts = shares[party];
    return amounts
      ? [{ amounts, least: leastAmounts(reach, amounts), utilities: utilities[party] }]
      : [];
  });
  if (members.length === 0 || reach.group.some((party) => !utilities[party]))
    return () => undefined;
  const among = consentable(standards, reach);
  const scales = members.map(({ least }) => ranked(least));
  const strongest = paretoFrontier(scales, among) as Int32Array;
  return (state) => {
    let most: number | bigint | undefined;
    for (const place of strongest) {
      let least: number | bigint | undefined;
      for (const member of members) {
        const there = member.least[place] as number | bigint;
        const here = member.amounts[state] as number | bigint;
        // Both are doubles, or both are bigints.
        const gain = (there as number) - (here as number);
        if (least === undefined || gain < least) least = gain;
      }
      if (most === undefined || (least as number | bigint) > most) most = least;
    }
    return most === undefined ? undefined : rational(BigInt(most), denominator);
  };
}

/** A scale in the same order for tables of bigints. */
function ranked(least: Float64Array | readonly bigint[]): Float64Array | Int32Array {
  if (least instanceof Float64Array) return least;
  const values = [...new Set(least)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const rankOf = new Map(values.map((value, rank) => [value, rank]));
  return Int32Array.from(least, (value) => rankOf.get(value) as number);
}

/** Deals that leave the group which could do best by itself the least to gain by it. */
export type LeastCore = {
  /** Every optimum, ascending. */
  readonly states: Int32Array;
  /** Undefined where no group has an excess. */
  readonly value: Rational | undefined;
};

/**
 * The least-core deal.
 *
 * Formula: the y in `candidates` with the least max over S of e(S, y). Taken over groups short of all the
 * parties: with them all it could not be negative, and what all could do better together is told by the
 * frontier. Candidates that another dominates are left out by the caller: they never do better. Source:
 * Maschler, Peleg and Shapley (1979), here as `excessOf` has it.
 *
 * @returns no states without candidates, or where no group has an excess.
 */
export function leastCoreOf(excesses: readonly Excess[], candidates: Int32Array): LeastCore {
  const states: number[] = [];
  let value: Rational | undefined;
  for (const state of candidates) {
    let most: Rational | undefined;
    for (const excess of excesses) {
      const one = excess(state);
      if (one && (!most || isLess(most, one))) most = one;
    }
    if (!most) continue;
    if (!value || isLess(most, value)) {
      value = most;
      states.length = 0;
    }
    if (!isLess(value, most)) states.push(state);
  }
  return { states: Int32Array.from(states), value };
}

function isLess(a: Rational, b: Rational): boolean {
  return a.n * b.d < b.n * a.d;
}
