import { disagreementOf } from '../analysis/bargaining/gap.js';
import { standingAt } from '../analysis/bargaining/no-deal.js';
import { servedBy } from '../analysis/bargaining/track-packages.js';
import type { SolvedTrack, Tracks } from '../analysis/bargaining/track-sequence.js';
import { tracksOn } from '../analysis/bargaining/track-sequence.js';
import type { Track } from '../core/case.js';
import { isTrueAt } from '../core/columns.js';
import { firstDifference } from '../core/difference.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { payoffAt } from '../core/model.js';
import { compare, subtract } from '../core/rational.js';
import { type Control, uncontrolled } from '../core/report.js';
import { utilityAt } from '../core/utility.js';
import { amountOf } from './amount.js';
import type { DealSetting } from './deal-setting.js';
import { redLineText, trackAnswer } from './track-answer.js';
import {
  changedIssues,
  fewestChanges,
  idsOf,
  mostTold,
  trackGap,
  trackPair,
} from './track-pair.js';
import type {
  RefusedPackage,
  TrackFinding,
  TrackFindings,
  TrackPair,
  TrackSolutionId,
} from './track-types.js';

export type { TrackFindings } from './track-types.js';

/** Most tracks of a case that are looked at, each with each. */
export const mostTracks = 6;
/** Most outcomes of a case whose tracks are worked out. */
const mostStates = 2 ** 20;
/** Ties of a solution that are followed when a track is closed. */
const mostTies = 20;

/**
 * What the tracks of a case allow: each alone, both one after the other in either order and linked, and
 * whether the parties of one can do without further parties of another.
 *
 * @param options.track - this track with each other; null for all pairs.
 * @param options.noDeal - as the setting was made: with `today`, no deal after a signature is what was
 *   signed.
 * @param options.solution - by which solution a track is closed.
 * @param limits - what is left out is added to it.
 * @returns null where the case has no tracks or no today, where it is too large, or when stopped.
 *
 * Time O(pairs × ties × joint moves × issues).
 */
export function trackFindings(
  setting: DealSetting,
  options: {
    readonly track: string | null;
    readonly noDeal?: 'ends' | 'today';
    readonly solution?: TrackSolutionId;
  },
  control: Control = uncontrolled,
  limits: string[] = [],
): TrackFindings | null {
  const { model, verdicts, ends } = setting;
  const { today } = model.space;
  const every = model.case.tracks;
  if (every.length === 0 || today === undefined || today === -1) return null;
  if (model.states > mostStates) {
    limits.push(
      `Tracks were not worked out: the case has ${groupedDigits(model.states)} outcomes, above ${groupedDigits(mostStates)}.`,
    );
    return null;
  }
  const asked = every.find(({ id }) => id === options.track);
  if (options.track !== null && !asked) {
    throw new RangeError(`trackFindings: there is no track "${options.track}"`);
  }
  const ordered = asked ? [asked, ...every.filter((one) => one !== asked)] : every;
  const chosen = ordered.slice(0, mostTracks);
  if (chosen.length < every.length) {
    limits.push(
      `The case has ${every.length} tracks; the first ${mostTracks} were looked at${asked ? `, "${asked.id}" with each other one` : ''}.`,
    );
  }
  const tracks = tracksOn({
    model,
    today,
    endsAfter: keptEnds((state) =>
      options.noDeal === 'today' ? [[state]] : state === today ? ends : verdicts.from(state).ends,
    ),
    solution: options.solution,
    mostTies,
  });
  const inCaseOrder = every.filter((one) => chosen.includes(one));
  const pairs = inCaseOrder.flatMap((a, at) =>
    inCaseOrder
      .slice(at + 1)
      .filter((b) => !asked || a === asked || b === asked)
      .map((b) => [a, b] as const),
  );
  const found: TrackPair[] = [];
  for (const [a, b] of pairs) {
    if (control.stopped()) {
      limits.push('Tracks were not worked out: the work was stopped.');
      return null;
    }
    found.push(trackPair(tracks, a, b));
    control.progress(found.length, pairs.length);
  }
  for (const track of inCaseOrder) {
    const { outcomes } = tracks.solve(track, today);
    if (outcomes.length > mostTies) {
      limits.push(
        `The track "${track.id}" could be closed at ${groupedDigits(outcomes.length)} outcomes alike; the first ${mostTies} were followed.`,
      );
    }
  }
  return {
    noDeal: {
      ends: options.noDeal === 'today' ? [[today]] : ends,
      numbers: (setting.noDeals[0]?.parties ?? []).flatMap((own, party) =>
        own.kind === 'number'
          ? [{ party: model.case.parties[party]?.id as string, value: amountOf(own.value) }]
          : [],
      ),
    },
    tracks: inCaseOrder.map((track) => trackFinding(tracks, track)),
    pairs: found,
    answers: found.flatMap((pair, at) => {
      const [a, b] = pairs[at] as readonly [Track, Track];
      return [trackAnswer(tracks, a, b, pair), trackAnswer(tracks, b, a, pair)].flatMap(
        (answer) => answer ?? [],
      );
    }),
  };
}

function keptEnds(endsAfter: (state: number) => readonly (readonly number[])[]) {
  const known = new Map<number, readonly (readonly number[])[]>();
  return (state: number) => {
    const found = known.get(state) ?? endsAfter(state);
    known.set(state, found);
    return found;
  };
}

function trackFinding(tracks: Tracks, track: Track): TrackFinding {
  const { model, today } = tracks.world;
  const solved = tracks.solve(track, today);
  const { zone, solutions, solutionName, outcomes } = solved;
  const refused = refusedPackages(tracks, solved);
  return {
    id: track.id,
    label: track.label,
    parties: idsOf(model, track.parties),
    issues: track.issues.map((issue) => model.case.issues[issue]?.id as string),
    packages: zone.packages.length,
    zone: zone.zone.length,
    deals: fewestChanges(model, today, zone.zone).slice(0, mostTold),
    solution: solutionName,
    lacking: idsOf(model, [...new Set(solutions.flatMap(({ lacking }) => lacking))]),
    solutions: solutions.map((one, noDeal) => ({
      noDeal,
      kalaiSmorodinsky: one.kalaiSmorodinsky?.slice(0, mostTold) ?? null,
      nash: one.nash?.slice(0, mostTold) ?? null,
      fallback: one.fallback.slice(0, mostTold),
      leftOut: idsOf(model, one.leftOut),
    })),
    outcomes: outcomes.slice(0, mostTold),
    count: outcomes.length,
    gaps: zone.noDeals.map((noDeal) => trackGap(model, servedBy(model, track), zone, noDeal)),
    refused: refused.told,
    refusedCount: refused.count,
  };
}

/** The packages that would be deals but for somebody who refuses: fewest refusing first. */
function refusedPackages(tracks: Tracks, { zone }: SolvedTrack) {
  const { model, today } = tracks.world;
  const acceptable = new Set(zone.acceptable);
  const refused = zone.packages
    .filter((state) => zone.isDeal(state) && !acceptable.has(state))
    .map((state) => ({
      state,
      by: zone.refusing(state),
      changes: changedIssues(model, today, state).length,
    }))
    .sort((a, b) => a.by.length - b.by.length || a.changes - b.changes || a.state - b.state);
  return {
    count: refused.length,
    told: refused.slice(0, mostTold).map(
      ({ state, by }): RefusedPackage => ({
        state,
        by: by.map((party) => ({
          party: model.case.parties[party]?.id as string,
          crossed: (model.readings[party]?.redLines ?? [])
            .filter(({ line }) =>
              isTrueAt(model.space.column(line), model.space.numbers[state] as number),
            )
            .map(redLineText),
          ...shortfall(tracks, party, state),
        })),
      }),
    ),
  };
}

/** What a party loses first at a state against the first no deal at which it is worse off. */
function shortfall(
  tracks: Tracks,
  party: number,
  state: number,
): Pick<RefusedPackage['by'][number], 'difference' | 'short'> {
  const { model, today } = tracks.world;
  for (const noDeal of tracks.noDealsAt(today)) {
    const own = noDeal.parties[party];
    if (own?.kind === 'number' && own.states.length === 0) {
      if (standingAt(model, noDeal, party, state) !== 'below') continue;
      const utilities = model.utilities[party];
      const bar = disagreementOf(model, noDeal, party);
      const short = utilities && bar ? subtract(bar, utilityAt(utilities, state)) : undefined;
      return {
        difference: null,
        short: short && compare(short, subtract(short, short)) > 0 ? amountOf(short) : null,
      };
    }
    if (!own || own.kind === 'unknown') continue;
    const better = own.states.find(
      (one) => payoffAt(model, party, one) > payoffAt(model, party, state),
    );
    if (better === undefined) continue;
    return { difference: firstDifference(model, party, better, state) ?? null, short: null };
  }
  return { difference: null, short: null };
}

/** Every state that the findings speak of, ascending, so that it can be described. */
export function statesOfTracks({
  noDeal,
  tracks,
  pairs,
  answers,
}: TrackFindings): readonly number[] {
  const found = new Set<number>();
  const add = (...some: readonly (number | null)[]) => {
    for (const state of some) if (state !== null) found.add(state);
  };
  add(...noDeal.ends.flat());
  for (const one of tracks) {
    add(...one.deals, ...one.outcomes, ...one.gaps.flatMap(({ states }) => states));
    add(...one.refused.map(({ state }) => state));
    for (const { kalaiSmorodinsky, nash, fallback } of one.solutions) {
      add(...(kalaiSmorodinsky ?? []), ...(nash ?? []), ...fallback);
    }
  }
  for (const { sequences, closings, linkage } of pairs) {
    for (const { branches, stopped } of sequences) {
      for (const { first, second, state, ends } of branches) {
        add(first, second, state, ...ends.flat());
      }
      add(...stopped.map(({ state }) => state));
    }
    for (const { outcomes } of closings) {
      for (const { state, ends, gapBefore, gapAfter } of outcomes) {
        add(state, ...ends.flat(), ...gapBefore.states, ...gapAfter.states);
      }
    }
    add(...linkage.outcomes, ...linkage.bestUnlinked, ...linkage.told.map(({ state }) => state));
    for (const { states } of Object.values(linkage.gaps)) add(...states);
  }
  for (const { preference, leaves, links } of answers) {
    add(...preference.alone, ...preference.full, ...leaves.map(({ state }) => state));
    add(...links.additions.map(({ state }) => state), links.nearestPreferred);
  }
  return [...found].sort((a, b) => a - b);
}
