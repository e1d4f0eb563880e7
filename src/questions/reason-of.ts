import type { Deterrence } from '../analysis/stability/concept.js';
import { makersOf } from '../analysis/stability/group-arcs.js';
import { reasonFor } from '../analysis/stability/reasons.js';
import { firstDifference } from '../core/difference.js';
import type { Model } from '../core/model.js';
import type { Exit, Reason } from './holds-findings.js';

/**
 * A party's reason at a state, with the wants gained and lost.
 *
 * @param alone - what deters it when others reply one at a time, where `deterrence` lets them reply
 *   together.
 */
export function reasonOf(
  model: Model,
  deterrence: Deterrence,
  party: number,
  state: number,
  alone?: Deterrence,
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
        isDeterredAlone: alone ? alone.isDeterred(state, to) : isDeterred,
        reply: reply.map((step) => ({
          party: idOf(step.party),
          with: makersOf(step).slice(1).map(idOf),
          to: step.to,
        })),
        lost: (end !== undefined && firstDifference(model, party, state, end)) || null,
      };
    }),
  };
}
