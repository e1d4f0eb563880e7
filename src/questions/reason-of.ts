import type { Deterrence } from '../analysis/stability/concept.js';
import { reasonFor } from '../analysis/stability/reasons.js';
import { firstDifference } from '../core/difference.js';
import type { Model } from '../core/model.js';
import type { Exit, Reason } from './holds-findings.js';

/** A party's reason at a state, with the wants gained and lost. */
export function reasonOf(
  model: Model,
  deterrence: Deterrence,
  party: number,
  state: number,
): Reason {
  const idOf = (index: number) => model.case.parties[index]?.id as string;
  const { verdict, exits } = reasonFor(model, deterrence, party, state);
  return {
    party: idOf(party),
    state,
    verdict,
    exits: exits.map(({ to, isDeterred, reply }): Exit => {
      const gained = firstDifference(model, party, state, to);
      if (!gained) throw new RangeError('reasonOf: an improvement that gains nothing');
      const end = reply.at(-1)?.to;
      return {
        to,
        gained,
        isDeterred,
        reply: reply.map((step) => ({ party: idOf(step.party), to: step.to })),
        lost: (end !== undefined && firstDifference(model, party, state, end)) || null,
      };
    }),
  };
}
