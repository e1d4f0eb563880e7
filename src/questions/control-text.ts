import type { Case, Issue } from '../core/case.js';
import type { Consent } from '../core/consent.js';
import { consentWords } from '../core/consent-words.js';
import { expressionText } from '../core/expression-text.js';
import { ruleOf } from '../core/signing.js';

/** An issue's control by ids, part by part: equal texts are equal rights. */
export type ControlText = {
  /** `by: North, South`, `agree: North, South`, with its rule of consent, `by: nobody`, `moves: …`. */
  readonly control: string;
  /** Who can bring an agreement back: `South to none, all to none`; undefined for other control. */
  readonly leave: string | undefined;
  readonly irreversible: string | undefined;
  readonly blocked: string | undefined;
};

/**
 * The control of an issue as text, in ids and in an order of its own, so that two cases whose parties
 * or lines stand in another order have the same text for the same rights.
 */
export function controlText(theCase: Case, issue: Issue): ControlText {
  const party = (index: number) => theCase.parties[index]?.id as string;
  const parties = (indexes: readonly number[]) => indexes.map(party).sort().join(', ');
  const levels = (indexes: readonly number[]) =>
    indexes
      .toSorted((a, b) => a - b)
      .map((level) => issue.levels[level]?.id)
      .join(' or ');
  const condition = (when: Parameters<typeof expressionText>[0] | undefined) =>
    when ? ` when ${expressionText(when, theCase)}` : '';
  const { control } = issue;
  const blocked = issue.blocked
    .map(({ parties: who, when, to }) => `${parties(who)} to ${levels(to)}${condition(when)}`)
    .sort();
  const common = {
    irreversible: issue.irreversible,
    blocked: blocked.length > 0 ? blocked.join('; ') : undefined,
  };
  switch (control.kind) {
    case 'by':
      return { control: `by: ${parties(control.parties)}`, leave: undefined, ...common };
    case 'nobody':
      return { control: 'by: nobody', leave: undefined, ...common };
    case 'agree': {
      const alone = control.leave.alone
        .map(({ party: who, to }) => `${party(who)} alone to ${levels([to])}`)
        .sort();
      const rule = ruleOf(theCase, issue);
      const together = control.leave.together ? [`all together to ${levels([0])}`] : [];
      return {
        control: `agree: ${parties(control.parties)}${rule ? `; consent: ${consentText(theCase, rule)}` : ''}`,
        leave: [...alone, ...together].join(', ') || 'nobody',
        ...common,
      };
    }
    case 'moves': {
      const moves = control.moves
        .map(
          ({ parties: who, from, to, when }) =>
            `${parties(who)} from ${levels(from)} to ${levels(to)}${condition(when)}`,
        )
        .sort();
      return { control: `moves: ${moves.join('; ')}`, leave: undefined, ...common };
    }
  }
}

/** A consent in words by ids, the parts of each block in an order of its own. */
export function consentText(theCase: Case, consent: Consent): string {
  const idOf = (party: number) => theCase.parties[party]?.id as string;
  return consentWords(inOrder(consent, idOf), idOf);
}

function inOrder(consent: Consent, idOf: (party: number) => string): Consent {
  const sorted = <Branch>(branches: readonly Branch[], consentOf: (branch: Branch) => Consent) =>
    branches
      .map((branch) => ({ branch, words: consentWords(consentOf(branch), idOf) }))
      .sort((a, b) => (a.words < b.words ? -1 : 1))
      .map(({ branch }) => branch);
  switch (consent.kind) {
    case 'party':
      return consent;
    case 'weight': {
      const of = consent.of.map((one) => ({ ...one, consent: inOrder(one.consent, idOf) }));
      return { ...consent, of: sorted(of, (one) => one.consent) };
    }
    default:
      return {
        ...consent,
        of: sorted(
          consent.of.map((part) => inOrder(part, idOf)),
          (part) => part,
        ),
      };
  }
}
