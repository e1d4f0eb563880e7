import type { Model } from '../../core/model.js';
import { add, compare, type Rational, subtract, zero } from '../../core/rational.js';
import { levelAt, levelsOf, stateWith } from '../../core/space.js';
import { utilityAt } from '../../core/utility.js';
import { disagreementOf } from './gap.js';
import type { NoDeal } from './no-deal.js';
import { joined, servedBy, type TrackGroup } from './track-packages.js';
import type { SolvedTrack, Tracks } from './track-sequence.js';
import { solutionInUse, trackSolutions } from './track-solutions.js';

/** What two tracks allow as one that they do not allow side by side. */
export type Linkage = {
  /** Both tracks as one: all their parties, all their issues. */
  readonly joint: SolvedTrack;
  /** Outcomes that one acceptable package of each track, or of one of them, make up; ascending. */
  readonly unlinked: readonly number[];
  /** The joint track's zone without these: on offer only when the tracks are linked. */
  readonly onlyLinked: readonly number[];
  /** The unlinked deals that the joint track's solution picks among them, all ties; ascending. */
  readonly bestUnlinked: readonly number[];
  /** Those that the solution picks among the packages on offer only when linked. */
  readonly bestLinked: readonly number[];
};

/**
 * Links two tracks; no party is added.
 *
 * Formula: a package x of both tracks as one is unlinked iff its changes from where it starts are those of
 * an acceptable package of the one track (or none) and of an acceptable package of the other (or none)
 * put together; an issue of both tracks may have been changed in either, or in both alike. On offer
 * only when linked are the deals of the joint zone that are not. Source: negotiation arithmetic,
 * Sebenius (1983); theory of linkage as trades across issues, Tollison and Willett (1979), "An Economic
 * Theory of Mutually Advantageous Issue Linkages in International Negotiations"; the finite form ours.
 *
 * Unlinked outcomes are looked for among the joint moves of all, so a combination that a rule forbids
 * is none. Time O(packages × 3^(issues of both that change)).
 */
export function linkageOf(
  tracks: Tracks,
  a: TrackGroup,
  b: TrackGroup,
  union = joined(a, b),
): Linkage {
  const { model, today, solution } = tracks.world;
  const joint = tracks.solve(union, today);
  const [alone, other] = [tracks.solve(a, today).zone, tracks.solve(b, today).zone];
  const unlinked = [
    ...new Set(
      joint.zone.parts.flatMap(({ start, packages }, at) => {
        const first = new Set([start, ...(alone.parts[at]?.acceptable ?? [])]);
        const second = new Set([start, ...(other.parts[at]?.acceptable ?? [])]);
        return packages.filter(combinationTest(model, a, b, start, first, second));
      }),
    ),
  ].sort((x, y) => x - y);
  const combined = new Set(unlinked);
  const onlyLinked = joint.zone.zone.filter((state) => !combined.has(state));
  const best = (states: readonly number[]) => {
    const found = joint.zone.noDeals.map((noDeal) =>
      trackSolutions(model, servedBy(model, union), states, noDeal),
    );
    const name = solutionInUse(found, solution);
    return [...new Set(found.flatMap((one) => one[name] ?? []))].sort((x, y) => x - y);
  };
  return {
    joint,
    unlinked,
    onlyLinked,
    bestUnlinked: best(unlinked.filter(joint.zone.isDeal)),
    bestLinked: best(onlyLinked),
  };
}

function combinationTest(
  model: Model,
  a: TrackGroup,
  b: TrackGroup,
  start: number,
  first: ReadonlySet<number>,
  second: ReadonlySet<number>,
): (state: number) => boolean {
  const { space } = model;
  const from = levelsOf(space, start);
  const shared = a.issues.filter((issue) => b.issues.includes(issue));
  const onlyFirst = a.issues.filter((issue) => !shared.includes(issue));
  const onlySecond = b.issues.filter((issue) => !shared.includes(issue));
  return (state) => {
    const changed = shared.filter((issue) => levelAt(space, state, issue) !== from[issue]);
    const part = (issues: readonly number[]) => {
      const levels = [...from];
      for (const issue of issues) levels[issue] = levelAt(space, state, issue);
      return stateWith(space, levels);
    };
    // Each shared change is made in the first track (0), in the second (1), or in both (2).
    const tries = (
      at: number,
      inFirst: readonly number[],
      inSecond: readonly number[],
    ): boolean => {
      const issue = changed[at];
      if (issue === undefined) {
        return (
          first.has(part([...onlyFirst, ...inFirst])) &&
          second.has(part([...onlySecond, ...inSecond]))
        );
      }
      return (
        tries(at + 1, [...inFirst, issue], inSecond) ||
        tries(at + 1, inFirst, [...inSecond, issue]) ||
        tries(at + 1, [...inFirst, issue], [...inSecond, issue])
      );
    };
    return tries(0, [], []);
  };
}

/** The greatest sums of gains that zones give the same parties. */
export type LinkageValue = {
  readonly together: Rational;
  readonly first: Rational;
  readonly second: Rational;
  /** together − first − second. */
  readonly gain: Rational;
};

/**
 * The linkage gain: what both tracks as one are worth beyond what each is worth alone.
 *
 * Formula: v(Z) = max(0, max over x in Z of Σᵢ (uᵢ(x) − dᵢ)), over all parties of both tracks in each of the
 * three, so that the difference is one of packages and not of who is counted; 0 is signing nothing.
 * Gain = v(joint zone) − v(first zone) − v(second zone). It adds points of different parties, as
 * transferable utility does; nothing else here does.
 *
 * @returns undefined where a party of either track has no points or no amount for no deal.
 */
export function linkageValue(
  tracks: Tracks,
  a: TrackGroup,
  b: TrackGroup,
  joint: SolvedTrack,
  noDeal: NoDeal,
): LinkageValue | undefined {
  const { model, today } = tracks.world;
  const parties = servedBy(model, joint.track);
  const bars = parties.map((party) => disagreementOf(model, noDeal, party));
  if (bars.includes(undefined)) return undefined;
  const worthOf = (states: readonly number[]) =>
    states.reduce((best, state) => {
      const sum = parties.reduce((total, party, at) => {
        const utilities = model.utilities[party];
        const bar = bars[at];
        return utilities && bar ? add(total, subtract(utilityAt(utilities, state), bar)) : total;
      }, zero);
      return compare(sum, best) > 0 ? sum : best;
    }, zero);
  const together = worthOf(joint.zone.zone);
  const first = worthOf(tracks.solve(a, today).zone.zone);
  const second = worthOf(tracks.solve(b, today).zone.zone);
  return { together, first, second, gain: subtract(subtract(together, first), second) };
}
