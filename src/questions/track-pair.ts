import { disagreementOf, gapOver } from '../analysis/bargaining/gap.js';
import { type Linkage, linkageOf, linkageValue } from '../analysis/bargaining/linkage.js';
import type { NoDeal } from '../analysis/bargaining/no-deal.js';
import {
  joined,
  servedBy,
  type TrackGroup,
  type TrackZone,
} from '../analysis/bargaining/track-packages.js';
import type { Tracks } from '../analysis/bargaining/track-sequence.js';
import { tradeOf } from '../analysis/bargaining/trades.js';
import type { Track } from '../core/case.js';
import type { Model } from '../core/model.js';
import { compare, type Rational, subtract, zero } from '../core/rational.js';
import { levelAt } from '../core/space.js';
import { utilityAt } from '../core/utility.js';
import { amountOf } from './amount.js';
import { changeFor } from './track-comparison.js';
import type {
  LinkageFinding,
  LinkedPackage,
  TrackClosing,
  TrackGap,
  TrackPair,
  TrackSequence,
  TradeItem,
} from './track-types.js';

/** Ties told of a solution, and packages told one by one. */
export const mostTold = 5;

/** Which issues a state has changed against another. */
export function changedIssues(model: Model, from: number, to: number): readonly number[] {
  return model.case.issues.flatMap((_, issue) =>
    levelAt(model.space, from, issue) === levelAt(model.space, to, issue) ? [] : [issue],
  );
}

/** The states with the fewest changes first, then in order. */
export function fewestChanges(
  model: Model,
  from: number,
  states: readonly number[],
): readonly number[] {
  return states
    .map((state) => ({ state, changes: changedIssues(model, from, state).length }))
    .sort((a, b) => a.changes - b.changes || a.state - b.state)
    .map(({ state }) => state);
}

/** The gap over the packages of a zone that cross no red line of the group's members. */
export function trackGap(
  model: Model,
  group: readonly number[],
  { packages }: Pick<TrackZone, 'packages'>,
  noDeal: NoDeal,
): TrackGap {
  const allowed = packages.filter(
    (state) => !group.some((party) => model.hasRedLineCrossed(party, state)),
  );
  const found = gapOver(model, group, allowed, noDeal);
  return {
    gap: found.gap ? amountOf(found.gap) : null,
    states: found.states.slice(0, mostTold),
    leftOut: idsOf(model, found.leftOut),
    lacking: idsOf(model, found.lacking),
  };
}

/** The ids of parties by their places. */
export function idsOf(model: Model, parties: readonly number[]): readonly string[] {
  return parties.map((party) => model.case.parties[party]?.id as string);
}

/** Two tracks: one after the other in both orders, what closing each does, and both linked. */
export function trackPair(tracks: Tracks, a: Track, b: Track): TrackPair {
  return {
    tracks: [a.id, b.id],
    sequences: [
      [a, b],
      [b, a],
    ].flatMap(([first, second]) =>
      (['asTheyCome', 'foreseeing'] as const).map((reading) =>
        sequenceOf(tracks, first as Track, second as Track, reading),
      ),
    ),
    closings: [closingOf(tracks, a, b), closingOf(tracks, b, a)],
    linkage: linkageFinding(tracks, a, b),
  };
}

function sequenceOf(
  tracks: Tracks,
  first: Track,
  second: Track,
  reading: TrackSequence['reading'],
): TrackSequence {
  const { model } = tracks.world;
  const found = tracks.inSequence(first, second, reading);
  return {
    first: first.id,
    second: second.id,
    reading,
    branches: found.branches.map((branch) => ({
      ...branch,
      first: branch.first ?? null,
      second: branch.second ?? null,
    })),
    stopped: found.stopped.map(({ state, by }) => ({ state, by: idsOf(model, by) })),
    isWhole: found.isWhole,
  };
}

function closingOf(tracks: Tracks, closed: Track, other: Track): TrackClosing {
  const { model, today, endsAfter, mostTies } = tracks.world;
  const everyone = model.payoffs.map((_, party) => party);
  const without = endsAfter(today).flat();
  const before = tracks.solve(other, today).zone;
  const gapOf = (zone: TrackZone) =>
    trackGap(model, servedBy(model, other), zone, zone.noDeals[0] as NoDeal);
  const outcomes = tracks.solve(closed, today).outcomes.slice(0, mostTies);
  return {
    closed: closed.id,
    other: other.id,
    outcomes: outcomes.map((state) => {
      const after = tracks.solve(other, state).zone;
      const ends = endsAfter(state);
      const atOnce = everyone.map((party) => changeFor(model, party, without, [state]));
      const inTheEnd = everyone.map((party) => changeFor(model, party, without, ends.flat()));
      return {
        state,
        ends,
        zoneBefore: before.zone.length,
        zoneAfter: after.zone.length,
        gapBefore: gapOf(before),
        gapAfter: gapOf(after),
        atOnce,
        inTheEnd,
        absentLosers: idsOf(
          model,
          everyone.filter(
            (party) =>
              !closed.parties.includes(party) &&
              [atOnce[party], inTheEnd[party]].some((one) => one?.comparison === 'worse'),
          ),
        ),
      };
    }),
  };
}

function linkageFinding(tracks: Tracks, a: Track, b: Track): LinkageFinding {
  const { model, today } = tracks.world;
  const linked = linkageOf(tracks, a, b);
  const { joint } = linked;
  const noDeal = joint.zone.noDeals[0] as NoDeal;
  const value = linkageValue(tracks, a, b, joint, noDeal);
  const gapOf = (group: TrackGroup, zone: TrackZone) =>
    trackGap(model, servedBy(model, group), zone, noDeal);
  const told =
    linked.bestLinked.length > 0
      ? linked.bestLinked
      : fewestChanges(model, today, linked.onlyLinked);
  return {
    parties: idsOf(model, joint.track.parties),
    issues: joint.track.issues.map((issue) => model.case.issues[issue]?.id as string),
    packages: joint.zone.packages.length,
    zone: joint.zone.zone.length,
    solution: joint.solutionName,
    lacking: idsOf(model, [...new Set(joint.solutions.flatMap(({ lacking }) => lacking))]),
    outcomes: joint.outcomes.slice(0, mostTold),
    count: joint.outcomes.length,
    unlinked: linked.unlinked.length,
    bestUnlinked: linked.bestUnlinked.slice(0, mostTold),
    onlyLinked: linked.onlyLinked.length,
    told: told.slice(0, mostTold).map((state) => linkedPackage(tracks, linked, state)),
    value: value
      ? {
          together: amountOf(value.together),
          first: amountOf(value.first),
          second: amountOf(value.second),
          gain: amountOf(value.gain),
        }
      : null,
    gaps: {
      together: gapOf(joined(a, b), joint.zone),
      first: gapOf(a, tracks.solve(a, today).zone),
      second: gapOf(b, tracks.solve(b, today).zone),
    },
  };
}

function linkedPackage(tracks: Tracks, linked: Linkage, state: number): LinkedPackage {
  const { model, today, endsAfter } = tracks.world;
  const { bestUnlinked, joint } = linked;
  const against = bestUnlinked.length > 0 ? bestUnlinked : endsAfter(today).flat();
  return {
    state,
    parties: joint.track.parties.map((party) => {
      const { issues, gained, lost } = tradeOf(model, party, today, state);
      const items = (sign: 1 | -1): readonly TradeItem[] => [
        ...issues
          .filter(({ change }) => compare(change, zero) === sign)
          .map(({ issue, change }) => ({
            kind: 'issue' as const,
            issue: model.case.issues[issue]?.id as string,
            points: amountOf(sign === 1 ? change : subtract(zero, change)),
          })),
        ...(sign === 1 ? gained : lost).map(({ path, worth }) => ({
          kind: 'want' as const,
          path,
          points: worth ? amountOf(worth) : null,
        })),
      ];
      const { comparison, difference } = changeFor(model, party, against, [state]);
      return {
        party: model.case.parties[party]?.id as string,
        given: items(-1),
        got: items(1),
        comparison,
        difference,
        gain: gainRange(tracks, linked, party, state),
      };
    }),
  };
}

/** A party's gain in its own points over the best unlinked pairs, else over its no deal. */
function gainRange(tracks: Tracks, linked: Linkage, party: number, state: number) {
  const { model, today } = tracks.world;
  const utilities = model.utilities[party];
  if (!utilities) return null;
  const bars =
    linked.bestUnlinked.length > 0
      ? linked.bestUnlinked.map((one) => utilityAt(utilities, one))
      : tracks.noDealsAt(today).flatMap((noDeal) => disagreementOf(model, noDeal, party) ?? []);
  const gains = bars
    .map((bar) => subtract(utilityAt(utilities, state), bar))
    .sort((x: Rational, y: Rational) => compare(x, y));
  const [least] = gains;
  const most = gains.at(-1);
  return least && most ? ([amountOf(least), amountOf(most)] as const) : null;
}
