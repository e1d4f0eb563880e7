import { isConsentGiven, partiesOfConsent } from '../../core/consent.js';
import type { Model } from '../../core/model.js';
import { add, compare, type Rational, subtract } from '../../core/rational.js';
import { utilityAt } from '../../core/utility.js';
import { consentAt } from './consent-at.js';
import { consentUsedFrom } from './consent-used.js';
import { type NoDeal, noDealsOf, type PartyNoDeal } from './no-deal.js';
import {
  negotiatorsOf,
  servedBy,
  type TrackGroup,
  type TrackZone,
  trackZone,
} from './track-packages.js';
import {
  solutionInUse,
  type TrackSolutionName,
  type TrackSolutions,
  trackSolutions,
} from './track-solutions.js';

type Ends = readonly (readonly number[])[];

/** What tracks are negotiated in. */
export type TrackWorld = {
  readonly model: Model;
  readonly today: number;
  /** Where things go from a state if left alone: the ends of the steps, never none. */
  readonly endsAfter: (state: number) => Ends;
  /** By which solution a track is closed; the default where it is undefined (`solutionInUse`). */
  readonly solution?: TrackSolutionName | undefined;
  /** Ties followed when a track is closed; where there are more, the first ones, and it is said. */
  readonly mostTies: number;
};

/** A track solved from one state. */
export type SolvedTrack = {
  readonly track: TrackGroup;
  readonly zone: TrackZone;
  readonly solutionName: TrackSolutionName;
  /** Over the zone, for each no deal. */
  readonly solutions: readonly TrackSolutions[];
  /** Every outcome of the solution in use, against any of the no deals; ascending. */
  readonly outcomes: readonly number[];
};

/** One way that two tracks could go, one after the other. */
export type Branch = {
  /** What the first track is closed at; undefined where it is not closed. */
  readonly first: number | undefined;
  readonly second: number | undefined;
  /** The outcome after both. */
  readonly state: number;
  /** Where things go from it if left alone. */
  readonly ends: Ends;
};

export type Sequence = {
  readonly branches: readonly Branch[];
  /** Outcomes of the first track that are not signed, and who would not sign them. */
  readonly stopped: readonly { readonly state: number; readonly by: readonly number[] }[];
  /** False where more ties than `mostTies` were met. */
  readonly isWhole: boolean;
};

/** Tracks in one world: each zone is worked out once a starting state. */
export type Tracks = {
  readonly world: TrackWorld;
  readonly solve: (track: TrackGroup, start: number) => SolvedTrack;
  readonly noDealsAt: (state: number) => readonly NoDeal[];
  readonly inSequence: (
    first: TrackGroup,
    second: TrackGroup,
    reading: 'asTheyCome' | 'foreseeing',
  ) => Sequence;
};

/**
 * Tracks, each solved where it stands, and one after the other.
 *
 * Solving a track from s: its zone against the no deals at s, and in it the solution in use, all ties.
 * As outcomes are on offer from today or from where things go, packages start from s and from each
 * single outcome among the ends after s: what a party would do anyway is no part of a package.
 * Closing it is the joint move of its parties to such an outcome a. Agreements stay leavable and levers
 * free, so the new today is a and the new no deal the ends of the steps from a (`noDealsAt`).
 *
 * *As they come*: the first track is closed at each outcome of its solution from today; the second is
 * then solved from there. A track without an outcome stays open, and the second is solved from today.
 *
 * *Foreseeing the second*: an outcome a of the first track's solution is signed only if, for every way
 * in which the second would then go and every end of the steps after both, those whose consent a uses
 * would consent to that end against no deal (no worse, no red line crossed). Where none is signed the
 * second is solved from today. Neither reading tries the first track again after the second.
 *
 * Source: design of this program; sequencing after Sebenius, J. K. (1983), "Negotiation Arithmetic",
 * International Organization 37(2), 281–316.
 *
 * Time O(ties² × the time of a zone).
 */
export function tracksOn(world: TrackWorld): Tracks {
  const { model, today } = world;
  const initialEnds = world.endsAfter(today);
  const noDealsAt = once((state: number) =>
    state === today ? noDealsOf(model, initialEnds) : noDealsAfter(world, initialEnds, state),
  );
  const solved = new Map<string, (start: number) => SolvedTrack>();
  const solve = (track: TrackGroup, start: number) => {
    const key = `${track.parties} of ${track.issues}`;
    const known =
      solved.get(key) ?? once((from) => solveTrack(world, track, from, noDealsAt(from)));
    solved.set(key, known);
    return known(start);
  };
  const secondFrom = (track: TrackGroup, first: number | undefined) => {
    const { outcomes } = solve(track, first ?? today);
    const told = outcomes.slice(0, world.mostTies);
    const branches = (told.length > 0 ? told : [undefined]).map((second): Branch => {
      const state = second ?? first ?? today;
      return { first, second, state, ends: world.endsAfter(state) };
    });
    return { branches, isWhole: told.length === outcomes.length };
  };
  return {
    world,
    solve,
    noDealsAt,
    inSequence: (first, second, reading) => {
      const { outcomes } = solve(first, today);
      const told = outcomes.slice(0, world.mostTies);
      let isWhole = told.length === outcomes.length;
      const branches: Branch[] = [];
      const stopped: { state: number; by: readonly number[] }[] = [];
      for (const state of told) {
        const after = secondFrom(second, state);
        isWhole &&= after.isWhole;
        const by =
          reading === 'foreseeing'
            ? unwillingToSign(
                model,
                noDealsAt(today),
                first,
                solve(first, today).zone.startOf(state),
                state,
                after.branches,
              )
            : undefined;
        if (by) stopped.push({ state, by });
        else branches.push(...after.branches);
      }
      if (branches.length > 0) return { branches, stopped, isWhole };
      const after = secondFrom(second, undefined);
      return { branches: after.branches, stopped, isWhole: isWhole && after.isWhole };
    },
  };
}

/**
 * No deal once a track is closed at a state: the ends of the steps from there.
 *
 * A party that goes by today goes by the state. A party whose no deal is a number keeps what the number
 * says beyond where things go: number + u(new end) − u(end from today), in its own points; of circles
 * and several ends the change that sets the bar highest. Our own: taking the ends alone would drop, at
 * the first signature, a judgement that the signature does not bear on.
 */
function noDealsAfter(world: TrackWorld, initialEnds: Ends, state: number): readonly NoDeal[] {
  const { model } = world;
  return noDealsOf(model, world.endsAfter(state)).map((noDeal) => ({
    end: noDeal.end,
    parties: noDeal.parties.map((own, party): PartyNoDeal => {
      if (own.kind === 'today') return { kind: 'today', states: [state] };
      const utilities = model.utilities[party];
      if (own.kind !== 'number' || !utilities) return own;
      const amounts = (states: readonly number[]) => states.map((one) => utilityAt(utilities, one));
      const change = subtract(
        amounts(noDeal.end).reduce(greater),
        amounts(initialEnds.flat()).reduce(lesser),
      );
      return { ...own, value: add(own.value, change) };
    }),
  }));
}

const greater = (a: Rational, b: Rational) => (compare(a, b) >= 0 ? a : b);
const lesser = (a: Rational, b: Rational) => (compare(a, b) <= 0 ? a : b);

function solveTrack(
  { model, solution }: TrackWorld,
  track: TrackGroup,
  start: number,
  noDeals: readonly NoDeal[],
): SolvedTrack {
  const alone = noDeals.flatMap(({ end }) => (end.length === 1 ? end : []));
  const zone = trackZone(model, track, [start, ...alone], noDeals);
  const solutions = noDeals.map((noDeal) =>
    trackSolutions(model, servedBy(model, track), zone.zone, noDeal),
  );
  const solutionName = solutionInUse(solutions, solution);
  return {
    track,
    zone,
    solutionName,
    solutions,
    outcomes: [...new Set(solutions.flatMap((one) => one[solutionName] ?? []))].sort(
      (a, b) => a - b,
    ),
  };
}

/** Who would not sign an outcome for where things end up after both; undefined where it is signed. */
function unwillingToSign(
  model: Model,
  noDeals: readonly NoDeal[],
  track: TrackGroup,
  start: number,
  signed: number,
  after: readonly Branch[],
): readonly number[] | undefined {
  const finals = [...new Set(after.flatMap(({ ends }) => ends.flat()))];
  const willing = noDeals.map((noDeal) => consentAt(model, noDeal));
  const group = negotiatorsOf(model, track);
  const content = group.filter((party) =>
    finals.every((state) => willing.every((consents) => consents(party, state))),
  );
  const consent = consentUsedFrom(model, start).forState(signed);
  if (isConsentGiven(consent, (party) => content.includes(party))) return undefined;
  const asked = partiesOfConsent(consent);
  return group.filter((party) => asked.includes(party) && !content.includes(party));
}

function once<Value>(make: (state: number) => Value): (state: number) => Value {
  const known = new Map<number, Value>();
  return (state) => {
    const found = known.get(state) ?? make(state);
    known.set(state, found);
    return found;
  };
}
