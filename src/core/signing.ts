import type { Case, Issue } from './case.js';
import { type Consent, consentOfAll, mapParties, never, partiesOfConsent } from './consent.js';

/**
 * Whose consent changes an agreement: the rule in force, with constituents written out.
 *
 * The rule of the issue itself; else the rule of the case, where every party that it names is a
 * signer; else all signers. An issue that is no agreement has none: nobody can give it.
 *
 * @param isHeld - signers and constituents whose consent does not count, whoever consents for them.
 */
export function signersOf(
  theCase: Case,
  issue: Issue,
  isHeld: (party: number) => boolean = () => false,
): Consent {
  const { control } = issue;
  if (control.kind !== 'agree') return never;
  const rule = ruleOf(theCase, issue) ?? consentOfAll(control.parties);
  return expandedConsent(theCase, rule, isHeld);
}

/** The rule that an agreement goes by, as written: its own or that of the case; else undefined. */
export function ruleOf(theCase: Pick<Case, 'consent'>, { control }: Issue): Consent | undefined {
  if (control.kind !== 'agree') return undefined;
  return (
    control.consent ?? (appliesTo(theCase.consent, control.parties) ? theCase.consent : undefined)
  );
}

/** Whether a rule of the case is one for an agreement: all whom it names sign it. */
export function appliesTo(
  consent: Consent | undefined,
  signers: readonly number[],
): consent is Consent {
  return (
    consent !== undefined && partiesOfConsent(consent).every((party) => signers.includes(party))
  );
}

/**
 * A consent with constituents written out: each party that has a tree of its own is replaced by that
 * tree, and so on inside it; a party named in its own tree stands there for its own judgement.
 *
 * Source: our own definition (a party as a game of its constituents: compound simple games, Shapley,
 * L. S. (1962), "Simple games: an outline of the descriptive theory", Behavioral Science 7, 59–66).
 *
 * @param isHeld - parties whose consent does not count: never given in their place.
 *
 * Time O(size of what is made), which the reader of cases bounds. In a circle, which a case without
 * errors has not, a party met again stands for itself.
 */
export function expandedConsent(
  theCase: Case,
  consent: Consent,
  isHeld: (party: number) => boolean = () => false,
): Consent {
  const written = (party: number, open: readonly number[]): Consent => {
    if (isHeld(party)) return never;
    const own = theCase.parties[party]?.consent;
    return own === undefined || open.includes(party)
      ? { kind: 'party', party }
      : mapParties(own, (one) => written(one, [...open, party]));
  };
  return mapParties(consent, (party) => written(party, []));
}

/**
 * The parties on whose own yes a consent can hang, each once, in case order: constituents in place of
 * a party that has them, the party itself where it is among them. Each party's tree is read once.
 */
export function decidersOf(theCase: Case, consent: Consent): readonly number[] {
  const asked = new Set<number>();
  const deciders = new Set<number>();
  const ask = (party: number) => {
    if (asked.has(party)) return;
    asked.add(party);
    const own = theCase.parties[party]?.consent;
    if (own === undefined) deciders.add(party);
    else {
      for (const one of partiesOfConsent(own)) {
        if (one === party) deciders.add(party);
        else ask(one);
      }
    }
  };
  for (const party of partiesOfConsent(consent)) ask(party);
  return [...deciders].sort((a, b) => a - b);
}
