import { improvementsFrom, type Model, payoffAt } from '../../core/model.js';
import type { Deterrence } from './concept.js';
import type { ReplyStep } from './replies.js';

/** One improvement of a party from a state and the shortest reply that deters it. */
export type Exit = {
  readonly to: number;
  readonly isDeterred: boolean;
  /** Empty when nothing deters it, or when the concept's answers are not sequences. */
  readonly reply: readonly ReplyStep[];
};

/**
 * Why a party stays at a state or leaves it, as a witness that the definitions can replay.
 *
 * `cannot move`: it has no move at all. `would not move`: it has moves, none better for it.
 * `deterred`: every improvement is answered. `leaves`: some improvement is not.
 */
export type Reason = {
  readonly verdict: 'cannot move' | 'would not move' | 'deterred' | 'leaves';
  /** Improvements that nothing deters first; then the better for the party, then the lower state. */
  readonly exits: readonly Exit[];
};

/** The reason for a party's verdict at a state. Time O(improvements × reply search). */
export function reasonFor(
  model: Model,
  deterrence: Deterrence,
  party: number,
  state: number,
): Reason {
  const exits = improvementsFrom(model, party, state).map((to): Exit => {
    const isDeterred = deterrence.isDeterred(state, to);
    return { to, isDeterred, reply: isDeterred ? (deterrence.reply(state, to) ?? []) : [] };
  });
  exits.sort(
    (a, b) =>
      Number(a.isDeterred) - Number(b.isDeterred) ||
      payoffAt(model, party, b.to) - payoffAt(model, party, a.to) ||
      a.to - b.to,
  );
  const first = exits[0];
  if (first) return { verdict: first.isDeterred ? 'deterred' : 'leaves', exits };
  const hasMove = model.moves.from(party, state).length > 0;
  return { verdict: hasMove ? 'would not move' : 'cannot move', exits };
}
