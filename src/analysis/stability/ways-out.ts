import { improvementsFrom, type Model } from '../../core/model.js';
import type { ConceptId } from './concept.js';
import { ownGame } from './own-games.js';
import { searchReplies } from './replies.js';

/**
 * One move of a party away from a state, and what its order must say for the party to leave by it:
 * each list of `needs` must hold a state that the party ranks above the state it leaves.
 */
export type WayOut = {
  readonly to: number;
  /** The first is the end of the move itself. */
  readonly needs: readonly (readonly number[])[];
};

/** Concepts under which a party's verdict depends on its order only by what it ranks higher. */
export const conceptsByBetterStates: readonly ConceptId[] = ['nash', 'gmr', 'smr', 'seq', 'sseq'];

/**
 * The ways out of a state for one party, whatever the party's own order; the others keep theirs.
 *
 * Let q be the state, i the party, B = { t : P_i(t) > P_i(q) }. Party i leaves q iff for some move
 * s1 ∈ R_i(q) every list of states below meets B:
 *
 *   Nash        {s1}
 *   GMR, SEQ    {s1}, and {e} for every end e of a reply from s1
 *   SMR, SSEQ   {s1}, and {e} ∪ R_i(e) for every end e of a reply from s1
 *
 * where replies are moves of the others (GMR, SMR) or improvements of the others (SEQ, SSEQ).
 *
 * Proof. s1 is an improvement iff s1 ∈ B. A reply ending at e deters iff P_i(e) <= P_i(q), that is
 * e ∉ B, and under SMR and SSEQ if moreover no c ∈ R_i(e) is in B; so nothing deters iff every list
 * of an end meets B. The lists do not depend on i's order: i takes no part in a reply, moves ignore
 * every order, and the improvements of the others depend on theirs alone, which are fixed. So the
 * verdict depends on i's order through B only, and a larger B never makes a party stay. ∎ It fails
 * for firm: which improvements of the others count depends there on what i could improve next.
 *
 * A party is judged in its own game (`ownGame`): the others' preferences are those it takes them to
 * have.
 *
 * Source: the closed form for Nash, GMR and SMR is ours; the question is that of inverse analysis,
 * Kinsara, Petersons, Hipel and Kilgour (2015). Replies deter weakly, as there.
 *
 * @returns the ways that some order opens, by the state they lead to. q itself is never above q, so
 *   it is left out of every list; a way with an empty list is closed for every order and left out.
 *   Undefined for other concepts. No move: no way.
 *
 * Time O(moves of i × reply search), once a model and state; for SMR and SSEQ times the moves of i at each end.
 */
export function waysOut(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
): readonly WayOut[] | undefined {
  if (!conceptsByBetterStates.includes(concept)) return undefined;
  return model.derive(`ways out ${concept} ${party} ${state}`, () =>
    findWaysOut(model, concept, party, state),
  );
}

function findWaysOut(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
): readonly WayOut[] {
  const game = ownGame(model, party);
  const own = (from: number) => game.moves.from(party, from);
  const byImprovement = concept === 'seq' || concept === 'sseq';
  const byCounterMove = concept === 'smr' || concept === 'sseq';
  const without = (states: readonly number[]) => states.filter((one) => one !== state);

  return own(state).flatMap((to): WayOut[] => {
    const needs: (readonly number[])[] = [[to]];
    if (concept === 'nash') return [{ to, needs }];
    const ends = new Set<number>();
    const movesOf = (mover: number, from: number) =>
      byImprovement ? improvementsFrom(game, mover, from) : game.moves.from(mover, from);
    // An end that no order ranks above q deters by itself: nothing more to look for.
    const closing = searchReplies(game, movesOf, party, to, (end) => {
      ends.add(end);
      return end === state && !byCounterMove;
    });
    if (closing) return [];
    const known = new Set<string>();
    for (const end of [...ends].sort((a, b) => a - b)) {
      const need = without(byCounterMove ? [end, ...own(end)].sort((a, b) => a - b) : [end]);
      // Ends that the party's own moves join have the same list.
      const key = need.join(' ');
      if (!known.has(key)) needs.push(need);
      known.add(key);
    }
    return needs.every((need) => need.length > 0) ? [{ to, needs }] : [];
  });
}

/** Whether a party leaves by one of the ways, given which states it ranks above the one it leaves. */
export function isLeft(ways: readonly WayOut[], isBetter: (state: number) => boolean): boolean {
  return ways.some((way) => isOpen(way, isBetter));
}

/** Whether a party leaves by this way. */
export function isOpen(way: WayOut, isBetter: (state: number) => boolean): boolean {
  return way.needs.every((need) => need.some(isBetter));
}
