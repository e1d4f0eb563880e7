import { improvementsFrom, type Model, payoffAt } from '../../core/model.js';
import { type Control, uncontrolled } from '../../core/report.js';
import { arcFlood, movesInto } from './arc-flood.js';
import { ascending, bestWithinReach, byPayoff, groupingOf } from './cells.js';
import { type Bounds, flood } from './flood.js';

/** The moves of which replies are made. */
export type ReplyKind = 'moves' | 'improvements' | 'firm improvements';

/** What a party is left with where a reply ends: that state, or its best further move from there. */
export type Aim = 'there' | 'after a counter-move';

/**
 * K: the least that a party may be left with after a state, once the others have replied.
 *
 * Formula: K_i(t) = min of v over t and every end of a legal sequence of moves of the others from t,
 * of the kind given, with v = P_i, or v(e) = the greatest P_i over e and R_i(e). Including t changes no
 * verdict: an improvement is better than its start.
 *
 * Computed for all states at once by a reverse flood from the least v up: over cells of states where
 * rights are transitive, else over single moves and who made the last one. Both give what the
 * definition gives (tests compare them on random cases).
 *
 * Source: our own algorithm; K as the maximin behind GMR, SMR, SEQ and SSEQ.
 *
 * Time O(parties × states) over cells, O(moves) over moves. Kept with the model.
 */
export function leastAfterReplies(
  model: Model,
  kind: ReplyKind,
  aim: Aim,
  party: number,
  control: Control = uncontrolled,
): Int32Array {
  const name = `least ${kind} ${aim} ${party}`;
  return model.derive(name, () => {
    const known = control.kept?.read(name);
    if (known?.length === model.states) return known;
    const others = model.payoffs.flatMap((_, other) => (other === party ? [] : [other]));
    const value = aim === 'there' ? (model.payoffs[party] as Int32Array) : bestAfter(model, party);
    const sources = aim === 'there' ? byPayoff(model, party) : ascending(value);
    const bounds = replyBounds(model, kind, control);
    const least = model.moves.rights.isTransitive
      ? flood(model, others, bounds, sources, value)
      : arcFlood(model, movesInto(model), others, bounds, sources, value, true);
    control.kept?.write(name, least);
    return least;
  });
}

/**
 * Which moves count in replies of a kind: all; those to a higher payoff; those after which the mover's
 * own K under SEQ is above where it started.
 */
export function replyBounds(model: Model, kind: ReplyKind, control: Control): Bounds {
  switch (kind) {
    case 'moves':
      return model.payoffs.map(() => undefined);
    case 'improvements':
      return model.payoffs;
    case 'firm improvements':
      return model.payoffs.map((_, party) =>
        leastAfterReplies(model, 'improvements', 'there', party, control),
      );
  }
}

/** The moves of a party from a state that count in replies of a kind, ascending. */
export function replyMoves(
  model: Model,
  kind: ReplyKind,
  control: Control = uncontrolled,
): (party: number, state: number) => readonly number[] {
  if (kind === 'moves') return model.moves.from;
  if (kind === 'improvements') return (party, state) => improvementsFrom(model, party, state);
  return (party, state) => {
    const least = leastAfterReplies(model, 'improvements', 'there', party, control);
    const here = payoffAt(model, party, state);
    return improvementsFrom(model, party, state).filter((to) => (least[to] as number) > here);
  };
}

/** For each state the best payoff of a party there or after one move of its own. */
export function bestAfter(model: Model, party: number): Int32Array {
  const payoff = model.payoffs[party] as Int32Array;
  return model.share(`best after ${party}`, [payoff], () => {
    if (model.moves.rights.isTransitive) {
      const grouping = groupingOf(model, party);
      const best = bestWithinReach(grouping, payoff);
      return grouping.groupOf.map((group) => best[group] as number);
    }
    return payoff.map((own, state) =>
      model.moves
        .from(party, state)
        .reduce((best, to) => Math.max(best, payoff[to] as number), own),
    );
  });
}
