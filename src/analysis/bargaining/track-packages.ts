import { consentOfAll, isConsentGiven, partiesOfConsent } from '../../core/consent.js';
import type { Model } from '../../core/model.js';
import { expandedConsent } from '../../core/signing.js';
import { levelAt } from '../../core/space.js';
import { consentAt } from './consent-at.js';
import { consentUsedFrom } from './consent-used.js';
import type { NoDeal } from './no-deal.js';

/** Parties and issues that are negotiated together, by their places in the case. */
export type TrackGroup = {
  readonly parties: readonly number[];
  readonly issues: readonly number[];
};

/** The parties of a track with the constituents that speak for them, in case order. */
export function negotiatorsOf(model: Model, track: TrackGroup): readonly number[] {
  return [...new Set([...track.parties, ...servedBy(model, track)])].sort((a, b) => a - b);
}

/** The parties that a track's solutions serve: in place of one that has constituents, these. */
export function servedBy(
  model: Model,
  { parties }: Pick<TrackGroup, 'parties'>,
): readonly number[] {
  return partiesOfConsent(expandedConsent(model.case, consentOfAll(parties)));
}

/** What a track allows from some states. */
export type TrackZone = {
  /** For each state that packages start from, what it allows: `state` in place of the states. */
  readonly parts: readonly ZonePart[];
  readonly noDeals: readonly NoDeal[];
  /** Every package of the track, from any of the states; ascending. */
  readonly packages: readonly number[];
  /** Those to which all whose consent is used would consent, against every no deal; ascending. */
  readonly acceptable: readonly number[];
  /** The acceptable ones that are deals: not no deal itself, and nothing that one party could do alone. */
  readonly zone: readonly number[];
  readonly isDeal: (state: number) => boolean;
  /** Who of the track, constituents included, is asked by a package and would not consent; in case order. */
  readonly refusing: (state: number) => readonly number[];
  /** The state that a package starts from: the first from which it is in the zone, else a package. */
  readonly startOf: (state: number) => number;
};

/** A zone from one state. */
export type ZonePart = Pick<
  TrackZone,
  'packages' | 'acceptable' | 'zone' | 'isDeal' | 'refusing'
> & { readonly start: number };

/**
 * The packages of a track: the joint moves of its parties (and their constituents), all together, that change at least one of
 * its issues and no other, to an outcome that no rule forbids. Ascending; empty where the parties have
 * no right that they hold together on any of the issues.
 *
 * A state that stands for several outcomes is taken at the levels it is told with.
 */
export function packagesOf(model: Model, track: TrackGroup, start: number): readonly number[] {
  const { space } = model;
  const others = space.fixed.flatMap((fixed, issue) =>
    fixed === -1 && !track.issues.includes(issue)
      ? [{ issue, level: levelAt(space, start, issue) }]
      : [],
  );
  return model.moves
    .together(negotiatorsOf(model, track), start)
    .filter((state) => others.every(({ issue, level }) => levelAt(space, state, issue) === level));
}

/**
 * The zone of a track from some states.
 *
 * Formula: packages start from each of the states. From one of them a package x is acceptable iff, against every no deal, the consent used in going from the
 * start to x is given by those of the track's parties who are at least at their no deal at x and
 * whose red lines it does not cross (`consentAt`). Nobody outside the track is asked. The zone is the
 * acceptable packages that are deals. Source: individual rationality with consent as each issue's
 * control has it; our own.
 *
 * @param noDeals - what the parties compare with (one for each end); none lets everything pass.
 *
 * Time O(joint moves of the track's parties × issues).
 */
export function trackZone(
  model: Model,
  track: TrackGroup,
  starts: readonly number[],
  noDeals: readonly NoDeal[],
): TrackZone {
  const parts = [...new Set(starts)].map((start) => zoneFrom(model, track, start, noDeals));
  const sets = parts.map((part) => ({
    part,
    packages: new Set(part.packages),
    zone: new Set(part.zone),
  }));
  const union = (states: (part: ZonePart) => readonly number[]) =>
    [...new Set(parts.flatMap(states))].sort((a, b) => a - b);
  const partOf = (state: number) => {
    const found =
      sets.find(({ zone }) => zone.has(state)) ?? sets.find(({ packages }) => packages.has(state));
    if (!found) throw new RangeError(`trackZone: ${state} is no package of the track`);
    return found.part;
  };
  return {
    parts,
    noDeals,
    packages: union(({ packages }) => packages),
    acceptable: union(({ acceptable }) => acceptable),
    zone: union(({ zone }) => zone),
    isDeal: (state) => sets.some(({ part, packages }) => packages.has(state) && part.isDeal(state)),
    refusing: (state) => partOf(state).refusing(state),
    startOf: (state) => partOf(state).start,
  };
}

function zoneFrom(
  model: Model,
  track: TrackGroup,
  start: number,
  noDeals: readonly NoDeal[],
): ZonePart {
  const packages = packagesOf(model, track, start);
  const group = negotiatorsOf(model, track);
  const used = consentUsedFrom(model, start);
  const willing = noDeals.map((noDeal) => consentAt(model, noDeal));
  const consentsOf = (state: number) =>
    track.issues.flatMap(
      (issue) => used.forChange(issue, levelAt(model.space, state, issue)) ?? [],
    );
  const isWilling = (party: number, state: number) =>
    willing.every((consents) => consents(party, state));
  // Each no deal as a whole: where one of two owners is enough, it need not be the same against each.
  const isAcceptable = (state: number) =>
    willing.every((consents) => {
      // Whether a party consents is the same for every issue of one package.
      const consenting = group.filter((party) => consents(party, state));
      return consentsOf(state).every((consent) =>
        isConsentGiven(consent, (party) => consenting.includes(party)),
      );
    });
  const noDealStates = new Set(noDeals.flatMap(({ end }) => end));
  const isDeal = (state: number) => {
    if (noDealStates.has(state)) return false;
    const consents = consentsOf(state);
    return !model.payoffs.some((_, party) =>
      consents.every((consent) => isConsentGiven(consent, (one) => one === party)),
    );
  };
  const acceptable = packages.filter(isAcceptable);
  return {
    start,
    packages,
    acceptable,
    zone: acceptable.filter(isDeal),
    isDeal,
    refusing: (state) => {
      const asked = partiesOfConsent({ kind: 'all', of: consentsOf(state) });
      return group.filter((party) => asked.includes(party) && !isWilling(party, state));
    },
  };
}

/** The track that covers the parties and the issues of both, in case order. */
export function joined(a: TrackGroup, b: TrackGroup): TrackGroup {
  const union = (one: readonly number[], other: readonly number[]) =>
    [...new Set([...one, ...other])].sort((x, y) => x - y);
  return { parties: union(a.parties, b.parties), issues: union(a.issues, b.issues) };
}
