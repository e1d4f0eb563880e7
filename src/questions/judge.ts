import type { Deterrence } from '../analysis/stability/concept.js';
import { headlineConcept } from '../analysis/stability/mixture.js';
import { type Verdicts, verdictsOf } from '../analysis/stability/verdicts.js';
import type { HeadlineId, Replies } from '../core/concept-ids.js';
import { improvementsFrom, type Model, payoffAt } from '../core/model.js';
import type { Control } from '../core/report.js';

/** Verdicts on the outcomes of one model under one concept. */
export type Judge = {
  readonly model: Model;
  readonly deterrence: (party: number) => Deterrence;
  readonly wouldHold: (state: number) => boolean;
  /** The first party in case order that would leave, by its best improvement that nothing deters. */
  readonly wayOut: (state: number) => { readonly party: number; readonly to: number } | undefined;
};

/**
 * Judges the outcomes of a model.
 *
 * An outcome would hold iff it is stable for every party: each of its improvements is deterred.
 *
 * @param breadth - `every state` works out the table of all verdicts at once; `a few` looks at the
 *   improvements of each state that is asked about.
 * @param control - of the answer that asks; none for a case other than the one it is about, since what
 *   it keeps belongs to that case.
 */
export function judgeOf(
  model: Model,
  concept: HeadlineId,
  breadth: 'every state' | 'a few',
  control?: Control,
  replies: Replies = 'alone',
): Judge {
  const found = headlineConcept(model.case, concept, replies);
  const verdicts = breadth === 'every state' ? verdictsOf(model, found) : undefined;
  if (verdicts) return judgeFrom(model, verdicts);
  const deterrence = deterrenceOnce(found.deterrence(model, control));
  const wayOut = waysOut(model, deterrence);
  return { model, deterrence, wouldHold: (state) => wayOut(state) === undefined, wayOut };
}

/** A judge from verdicts that are worked out already. */
export function judgeFrom(
  model: Model,
  { byParty, isEquilibrium }: Pick<Verdicts, 'byParty' | 'isEquilibrium'>,
): Judge {
  const deterrence = (party: number) => byParty[party] as Deterrence;
  return {
    model,
    deterrence,
    wouldHold: (state) => isEquilibrium[state] === 1,
    wayOut: waysOut(model, deterrence),
  };
}

/** What deters each party, worked out when first asked for. */
export function deterrenceOnce(
  deterrenceOf: (party: number) => Deterrence,
): (party: number) => Deterrence {
  const known: Deterrence[] = [];
  return (party) => {
    const found = known[party] ?? deterrenceOf(party);
    known[party] = found;
    return found;
  };
}

function waysOut(model: Model, deterrence: (party: number) => Deterrence): Judge['wayOut'] {
  return (state) => {
    for (let party = 0; party < model.parties; party += 1) {
      const { isDeterred } = deterrence(party);
      const [first, ...others] = improvementsFrom(model, party, state).filter(
        (to) => !isDeterred(state, to),
      );
      if (first === undefined) continue;
      const to = others.reduce(
        (best, one) => (payoffAt(model, party, one) > payoffAt(model, party, best) ? one : best),
        first,
      );
      return { party, to };
    }
    return undefined;
  };
}
