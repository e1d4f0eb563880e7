import { type Model, payoffAt } from '../../core/model.js';
import { type Arcs, targetsOf } from '../../core/moves.js';
import type { Deterrence } from './concept.js';
import { leastReplyValue, searchReplies } from './replies.js';

/**
 * Deterrence by sequences of replies, the shape shared by GMR, SMR, SEQ, SSEQ and firm.
 *
 * An improvement s → t of party i is deterred iff some reply of the others from t, made of `arcs`,
 * ends at a state e with value(e) <= payoff(s): the reply leaves i no better off than where it
 * started. The least value over all replies from t does not depend on s, so it is kept.
 *
 * @param value - what i has at the end of a reply: its payoff, or the best it can still turn it into.
 */
export function deterrenceByReplies(
  model: Model,
  party: number,
  arcs: readonly Arcs[],
  value: (state: number) => number,
): Deterrence {
  const least = new Float64Array(model.states).fill(Number.NaN);
  const leastFrom = (to: number) => {
    if (Number.isNaN(least[to])) least[to] = leastReplyValue(model, arcs, party, to, value);
    return least[to] as number;
  };
  return {
    isDeterred: (from, to) => leastFrom(to) <= payoffAt(model, party, from),
    reply: (from, to) =>
      searchReplies(
        model,
        arcs,
        party,
        to,
        (end) => value(end) <= payoffAt(model, party, from),
        'own best first',
      ),
  };
}

/** The party's payoff at a state. */
export function payoffThere(model: Model, party: number): (state: number) => number {
  return (state) => payoffAt(model, party, state);
}

/** The best payoff the party has at a state or after one further move of its own from there. */
export function bestCounterMove(model: Model, party: number): (state: number) => number {
  return (state) => {
    let best = payoffAt(model, party, state);
    for (const end of targetsOf(model.moves.alone[party] as Arcs, state)) {
      best = Math.max(best, payoffAt(model, party, end));
    }
    return best;
  };
}
