import type { Case, Issue } from '../../core/case.js';
import {
  type Consent,
  consentOfAll,
  isConsentGiven,
  never,
  partiesOfConsent,
} from '../../core/consent.js';
import { groupsOf, type Model } from '../../core/model.js';
import { expandedConsent, signersOf } from '../../core/signing.js';
import { levelAt, levelsOf } from '../../core/space.js';

/**
 * Whose consent changes from one outcome use, issue by issue.
 *
 * Formula: bringing an issue from its level at `from` to another uses the consent of any one party that
 * may do so alone there (its own issue, a way back from an agreement), or of the agreement's signers
 * as its rule says, without those held back from that level; where explicit moves have to follow one another, of all members of any least group
 * whose moves chain. A change that nobody may make uses consent that nobody can give. Without `from`
 * (a case without a today) every issue is settled anew: one owner of it, or the signers. Constituents
 * are written out in place of a party that has them. Our own definition.
 */
export type ConsentUsed = {
  /** For one issue brought to a level; undefined where it is there already. */
  readonly forChange: (issue: number, to: number) => Consent | undefined;
  /** For going to a state: all of the changes together. */
  readonly forState: (state: number) => Consent;
};

/** The consent used from a state, or from nothing in a case without a today. */
export function consentUsedFrom(model: Model, from: number | undefined): ConsentUsed {
  return model.share(`consent used from ${from}`, [model.space.numbers], () =>
    makeConsentUsed(model, from),
  );
}

function makeConsentUsed(model: Model, from: number | undefined): ConsentUsed {
  // What is kept must not hold on to the model that happened to ask first.
  const { space } = model;
  const known = consentToChange(model, from);
  const forChange = (issue: number, to: number) => known[issue]?.[to];
  return {
    forChange,
    forState: (state) => ({
      kind: 'all',
      of: known.flatMap((_, issue) => forChange(issue, levelAt(space, state, issue)) ?? []),
    }),
  };
}

/** For each issue and level the consent that bringing it there uses; undefined where it is there. */
function consentToChange(
  model: Model,
  from: number | undefined,
): readonly (readonly (Consent | undefined)[])[] {
  const { space } = model;
  const start = from === undefined ? undefined : levelsOf(space, from);
  return space.case.issues.map((issue, at) =>
    issue.levels.map((_, to) =>
      space.fixed[at] !== -1 || start?.[at] === to
        ? undefined
        : start
          ? consentToMove(model, issue, at, start, to)
          : consentToSettle(space.case, issue),
    ),
  );
}

function consentToSettle(theCase: Case, issue: Issue): Consent {
  const { control } = issue;
  switch (control.kind) {
    case 'agree':
      return signersOf(theCase, issue);
    case 'by':
      return anyOf(theCase, control.parties);
    case 'moves':
      return anyOf(theCase, [...new Set(control.moves.flatMap(({ parties }) => parties))]);
    case 'nobody':
      return never;
  }
}

function consentToMove(
  model: Model,
  { control }: Issue,
  issue: number,
  start: readonly number[],
  to: number,
): Consent {
  const { rights } = model.moves;
  const everyone = model.payoffs.map((_, party) => party);
  const alone = everyone.filter((party) => rights.alone(party, issue, start).includes(to));
  const ways = alone.map((party) => ofParty(model.case, party));
  if (control.kind === 'agree') {
    const signed = rights.consentToSign(issue, to, start);
    if (isConsentGiven(signed, () => true)) ways.push(signed);
  }
  if (control.kind === 'moves') {
    const movers = [...new Set(control.moves.flatMap(({ parties }) => parties))];
    const found: (readonly number[])[] = alone.map((party) => [party]);
    for (const places of groupsOf(movers.length, 2)) {
      const group = places.map((place) => movers[place] as number);
      if (found.some((smaller) => smaller.every((party) => group.includes(party)))) continue;
      if (!rights.together(group, issue, start).includes(to)) continue;
      found.push(group);
      ways.push(expandedConsent(model.case, consentOfAll(group)));
    }
  }
  const [only] = ways;
  return only && ways.length === 1 ? only : { kind: 'any', of: ways };
}

function ofParty(theCase: Case, party: number): Consent {
  return expandedConsent(theCase, { kind: 'party', party });
}

function anyOf(theCase: Case, parties: readonly number[]): Consent {
  return { kind: 'any', of: parties.map((party) => ofParty(theCase, party)) };
}

/** The parties without whose consent it cannot be given, whoever else consents. In case order. */
export function requiredParties(consent: Consent): readonly number[] {
  return partiesOfConsent(consent).filter(
    (party) => !isConsentGiven(consent, (other) => other !== party),
  );
}

/**
 * Which levels the parties could bring each issue to, if all of them consented: 1 for each level of each
 * issue that some state of the ends has or is left for by consent that can be given; without a today any
 * level that somebody could settle. What cannot be undone, left or entered stays out: no solution and no
 * frontier should point to it.
 *
 * @param ends - where no deal leads, all of them together; empty in a case without a today.
 *
 * Time O(states of the ends × issues × levels).
 */
export function levelsWithinReach(
  model: Model,
  ends: readonly (readonly number[])[],
): readonly Uint8Array[] {
  const { case: theCase, space } = model;
  const within = theCase.issues.map(({ levels }) => new Uint8Array(levels.length));
  const states = ends.flat();
  for (const start of states.length > 0 ? states : [undefined]) {
    const used = consentUsedFrom(model, start);
    for (const [issue, levels] of within.entries()) {
      for (const level of levels.keys()) {
        const consent = used.forChange(issue, level);
        const stays = space.fixed[issue] === -1 || space.fixed[issue] === level;
        if (consent ? isConsentGiven(consent, () => true) : stays) levels[level] = 1;
      }
    }
  }
  return within;
}

/** Whether every issue stands at a level within reach at a state. */
export function isWithinReach(model: Model, within: readonly Uint8Array[], state: number): boolean {
  return within.every((levels, issue) => levels[levelAt(model.space, state, issue)] === 1);
}
