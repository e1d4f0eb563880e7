import { type Model, payoffAt } from '../../core/model.js';

/**
 * Where each of two parties could expect things to end if it were to move next: for each party and
 * state the possible ends, ascending; more than one where a tie decides.
 */
export type Anticipation = readonly (readonly (readonly number[])[])[];

/** A verdict that may hang on how a party chooses between two moves that are equally good for it. */
export type TiedVerdict = 'stable' | 'unstable' | 'depends on ties';

/** At depth 0 nobody moves: each state is its own end. */
export function anticipateNothing(model: Model): Anticipation {
  return Array.from({ length: model.parties }, () =>
    Array.from({ length: model.states }, (_, state) => [state]),
  );
}

/**
 * Limited-move anticipation: the ends one move further ahead, for two parties.
 *
 * Formula: G₀(i, s) = s. For h ≥ 1 let t range over R_i(s) and let e(t) = G_{h−1}(j, t), where j is
 * the other party. If some t has P_i(e(t)) > P_i(s), then i moves to a t with the highest P_i(e(t))
 * and G_h(i, s) = e(t); otherwise i stays and G_h(i, s) = s. A party without a move stays.
 *
 * Source: Zagare (1984), "Limited-move equilibria in 2×2 games", Theory and Decision 16; Kilgour
 * (1984), "Equilibria for far-sighted players", same volume; graph model Fang, Hipel and Kilgour
 * (1993), *Interactive Decision Making* (recalled). They assume strict preferences.
 *
 * Ties, where we depart: moving and staying that are equally good settle in favour of staying. Two
 * moves that are equally good for the mover may end in states that the other party does not rank
 * alike, and the sources do not choose between them. Nor do we: the answer is the set of all ends that
 * some way of breaking ties, free at every turn, leads to.
 *
 * @param before - the anticipation one move shorter.
 * @throws RangeError unless there are exactly two parties.
 *
 * Time O(moves × possible ends) a depth.
 */
export function anticipateFurther(model: Model, before: Anticipation): Anticipation {
  if (model.parties !== 2) {
    throw new RangeError(`anticipateFurther: there are ${model.parties} parties, not two`);
  }
  return [0, 1].map((party) => {
    const next = before[1 - party] ?? [];
    return Array.from({ length: model.states }, (_, state) => endsFrom(model, next, party, state));
  });
}

function endsFrom(
  model: Model,
  next: readonly (readonly number[])[],
  party: number,
  state: number,
): readonly number[] {
  const payoff = (end: number) => payoffAt(model, party, end);
  const options = model.moves.from(party, state).map((to) => {
    const ends = next[to] ?? [];
    return { ends, least: ends.reduce((least, end) => Math.min(least, payoff(end)), Infinity) };
  });
  // The highest and second highest payoff that a move is sure of, however later ties are broken.
  let sure = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const { least } of options) {
    second = Math.max(second, Math.min(sure, least));
    sure = Math.max(sure, least);
  }
  const possible = new Set<number>();
  if (sure <= payoff(state)) possible.add(state);
  for (const { ends, least } of options) {
    const others = least === sure ? second : sure;
    for (const end of ends) {
      if (payoff(end) > payoff(state) && payoff(end) >= others) possible.add(end);
    }
  }
  return [...possible].sort((a, b) => a - b);
}

/**
 * Whether a party would stay at a state, given an anticipation: L_h stability where it looks h moves
 * ahead.
 */
export function limitedMoveVerdict(
  anticipation: Anticipation,
  party: number,
  state: number,
): TiedVerdict {
  const ends = anticipation[party]?.[state];
  if (!ends) throw new RangeError(`limitedMoveVerdict: there is no party ${party}, state ${state}`);
  if (!ends.includes(state)) return 'unstable';
  return ends.length === 1 ? 'stable' : 'depends on ties';
}

/** The anticipation of both parties, `horizon` moves ahead. @throws RangeError unless two parties. */
export function anticipate(model: Model, horizon: number): Anticipation {
  let anticipation = anticipateNothing(model);
  for (let depth = 0; depth < horizon; depth += 1) {
    anticipation = anticipateFurther(model, anticipation);
  }
  return anticipation;
}
