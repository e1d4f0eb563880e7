import { improvementsFrom, type Model } from '../../core/model.js';
import { ownGame } from './own-games.js';
import { searchReplies } from './replies.js';

/** What a party's firm verdict on a state can depend on in the party's own order. */
export type FirmReach = {
  /** States compared with the state itself: where its moves and the replies to them can end. */
  readonly ends: readonly number[];
  /** States from which a move of the party's own may count as an improvement or not. */
  readonly region: readonly number[];
};

/**
 * The part of the party's own order on which firm stability of q rests, the others' orders fixed.
 *
 * Replies to a move s1 of i are made of improvements of the others, so they end within what such
 * improvements lead to from s1. Whether one of them, x → y of j, is firm depends on K_j(y), the least
 * payoff to j over what improvements of N∖j lead to from y: i's own improvements enter there, and no
 * order of i reaches further than i's moves and the others' improvements do. The region is that
 * closure of the ends; outside it no comparison of i's matters, nor any between states that no single
 * move of i joins. Time O(arcs of the region × parties) and one reply search a move.
 */
export function firmReach(model: Model, party: number, state: number): FirmReach {
  const game = ownGame(model, party);
  const own = (from: number) => game.moves.from(party, from);
  const improves = (mover: number, from: number) => improvementsFrom(game, mover, from);
  const ends = new Set(own(state));
  for (const to of own(state)) {
    searchReplies(game, improves, party, to, (end) => {
      ends.add(end);
      return false;
    });
  }
  const region = new Set(ends);
  for (const from of region) {
    for (let mover = 0; mover < model.parties; mover += 1) {
      const next = mover === party ? own(from) : improves(mover, from);
      for (const to of next) region.add(to);
    }
  }
  const ascending = (states: ReadonlySet<number>) => [...states].sort((a, b) => a - b);
  return { ends: ascending(ends), region: ascending(region) };
}
