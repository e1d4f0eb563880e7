import { type Model, payoffAt } from '../../core/model.js';
import type { Control } from '../../core/report.js';
import type { Deterrence } from './concept.js';
import { type Aim, bestAfter, leastAfterReplies, type ReplyKind, replyMoves } from './least.js';
import { searchReplies } from './replies.js';

/**
 * Deterrence by sequences of replies, the shape shared by GMR, SMR, SEQ, SSEQ and firm.
 *
 * An improvement s → t of party i is deterred iff some reply of the others from t ends at a state e
 * that leaves i no better off than where it started: iff K_i(t) <= P_i(s) (`leastAfterReplies`).
 *
 * @param kind - the moves of which replies are made.
 * @param aim - what i has at the end of a reply: its payoff, or the best it can still turn it into.
 */
export function deterrenceByReplies(
  model: Model,
  party: number,
  kind: ReplyKind,
  aim: Aim,
  control?: Control,
): Deterrence {
  const least = leastAfterReplies(model, kind, aim, party, control);
  return {
    least,
    isDeterred: (from, to) => (least[to] as number) <= payoffAt(model, party, from),
    reply: (from, to) => {
      const start = payoffAt(model, party, from);
      if ((least[to] as number) > start) return undefined;
      const value =
        aim === 'there' ? (model.payoffs[party] as Int32Array) : bestAfter(model, party);
      return searchReplies(
        model,
        replyMoves(model, kind, control),
        party,
        to,
        (end) => (value[end] as number) <= start,
      );
    },
  };
}
