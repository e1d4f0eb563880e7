import type { ConceptId, Deterrence } from '../../src/analysis/stability/concept.js';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import { type Model, payoffAt } from '../../src/core/model.js';
import { type Arcs, filterArcs, targetsOf } from '../../src/core/moves.js';

/**
 * The engine that follows the definitions search by search: one search of replies over (state, last
 * mover) for every improvement's end. It shipped before the floods did, and stays as their oracle.
 */
export function directDeterrence(
  model: Model,
  id: ConceptId,
): (party: number) => Pick<Deterrence, 'isDeterred'> {
  const there = (party: number) => (state: number) => payoffAt(model, party, state);
  switch (id) {
    case 'nash':
    case 'sim':
      return conceptOf(id).deterrence(model);
    case 'gmr':
      return (party) => byReplies(model, party, model.moves.alone, there(party));
    case 'smr':
      return (party) => byReplies(model, party, model.moves.alone, bestCounterMove(model, party));
    case 'seq':
      return (party) => byReplies(model, party, model.improvements, there(party));
    case 'sseq':
      return (party) => byReplies(model, party, model.improvements, bestCounterMove(model, party));
    case 'firm': {
      const replies = firmImprovements(model);
      return (party) => byReplies(model, party, replies, there(party));
    }
  }
}

/** For each state whether the party has no improvement that nothing deters. */
export function directlyStable(
  model: Model,
  party: number,
  { isDeterred }: Pick<Deterrence, 'isDeterred'>,
): Uint8Array {
  return Uint8Array.from({ length: model.states }, (_, state) =>
    targetsOf(model.improvements[party] as Arcs, state).every((to) => isDeterred(state, to))
      ? 1
      : 0,
  );
}

function byReplies(
  model: Model,
  party: number,
  arcs: readonly Arcs[],
  value: (state: number) => number,
): Pick<Deterrence, 'isDeterred'> {
  const least = new Float64Array(model.states).fill(Number.NaN);
  return {
    isDeterred: (from, to) => {
      if (Number.isNaN(least[to])) least[to] = leastReplyValue(model, arcs, party, to, value);
      return (least[to] as number) <= payoffAt(model, party, from);
    },
  };
}

function bestCounterMove(model: Model, party: number): (state: number) => number {
  return (state) => {
    let best = payoffAt(model, party, state);
    for (const end of targetsOf(model.moves.alone[party] as Arcs, state)) {
      best = Math.max(best, payoffAt(model, party, end));
    }
    return best;
  };
}

/** Improvements whose own maker would not be deterred from them. */
function firmImprovements(model: Model): readonly Arcs[] {
  return model.improvements.map((improvements, party) => {
    const payoff = (state: number) => payoffAt(model, party, state);
    const least = new Float64Array(model.states).fill(Number.NaN);
    return filterArcs(improvements, (from, to) => {
      if (Number.isNaN(least[to])) {
        const reply = leastReplyValue(model, model.improvements, party, to, payoff);
        least[to] = Math.min(payoff(to), reply);
      }
      return (least[to] as number) > payoff(from);
    });
  });
}

/** Least value over all ends of replies to `mover` from `start`; Infinity when nobody can reply. */
function leastReplyValue(
  model: Model,
  arcs: readonly Arcs[],
  mover: number,
  start: number,
  value: (state: number) => number,
): number {
  const { parties, states } = model;
  // Node = last mover · states + state; the start has no last mover.
  const seen = new Uint8Array(parties * states);
  const queue = [parties * states + start];
  let least = Number.POSITIVE_INFINITY;
  for (const node of queue) {
    const last = Math.floor(node / states);
    for (let party = 0; party < parties; party += 1) {
      if (party === mover || party === last) continue;
      for (const end of targetsOf(arcs[party] as Arcs, node % states)) {
        const next = party * states + end;
        if (seen[next]) continue;
        seen[next] = 1;
        least = Math.min(least, value(end));
        queue.push(next);
      }
    }
  }
  return least;
}
