import { type Model, payoffAt } from '../../core/model.js';
import { gainersOf, groupMovesOf } from './indirect-dominance.js';

/**
 * The largest consistent set.
 *
 * Formula: X is consistent iff a ∈ X ⇔ for every group H and every d to which H can bring a by one
 * joint move there is an e ∈ X, with e = d or e ≫ d (indirect dominance), such that P_i(e) ≤ P_i(a)
 * for some i ∈ H. There is a largest such set: start from all states and strike out those that fail
 * against what is left, until none does.
 *
 * Source: Chwe (1994), "Farsighted coalitional stability", Journal of Economic Theory 63 (recalled);
 * groups are single parties and all larger ones, and a group moves with the rights it holds together.
 * The set is cautious: a move is deterred if it *could* end badly. It is never empty here (Chwe shows
 * it for finitely many outcomes).
 *
 * Ties: a member that is left equally well off counts as deterred.
 *
 * @returns the states of the set, ascending; undefined when stopped.
 *
 * Time O(states × moves of groups) for dominance, then O(rounds × moves of groups × states).
 */
export function largestConsistentSet(
  model: Model,
  stopped: () => boolean = () => false,
): readonly number[] | undefined {
  const { states, parties } = model;
  const moves = groupMovesOf(model);
  /** dominates[d * states + e] = 1 where e = d or e indirectly dominates d. */
  const dominates = new Uint8Array(states * states);
  for (let end = 0; end < states; end += 1) {
    if (stopped()) return undefined;
    for (const state of dominatedBy(model, moves, end)) dominates[state * states + end] = 1;
    dominates[end * states + end] = 1;
  }
  const groups = 2 ** parties;
  let inside = new Uint8Array(states).fill(1);
  const isDeterred = (state: number, group: number, to: number) => {
    for (let end = 0; end < states; end += 1) {
      if (!dominates[to * states + end] || !inside[end]) continue;
      for (let party = 0; party < parties; party += 1) {
        const isMember = Math.floor(group / 2 ** party) % 2 === 1;
        if (isMember && payoffAt(model, party, end) <= payoffAt(model, party, state)) return true;
      }
    }
    return false;
  };
  // What deters a group deters every larger one, so only the smallest that can make a move are asked.
  const bySize = Array.from({ length: groups - 1 }, (_, at) => at + 1).sort(
    (a, b) => sizeOf(a) - sizeOf(b) || a - b,
  );
  const askedOf = Array.from({ length: states }, (_, state) => {
    const smallest = new Map<number, number[]>();
    for (const group of bySize) {
      for (const to of moves(group, state)) {
        const found = smallest.get(to) ?? [];
        if (!found.some((one) => isWithin(one, group))) smallest.set(to, [...found, group]);
      }
    }
    return [...smallest];
  });
  const stays = (state: number) =>
    (askedOf[state] ?? []).every(([to, some]) =>
      some.every((group) => isDeterred(state, group, to)),
    );
  for (;;) {
    if (stopped()) return undefined;
    const next = inside.map((one, state) => (one === 1 && stays(state) ? 1 : 0));
    if (next.every((one, state) => one === inside[state])) break;
    inside = next;
  }
  return [...inside].flatMap((one, state) => (one === 1 ? [state] : []));
}

/** How many parties a group has, given as a sum of powers of two. */
function sizeOf(group: number): number {
  return group === 0 ? 0 : (group % 2) + sizeOf(Math.floor(group / 2));
}

/** Whether every member of one group belongs to another. */
function isWithin(small: number, large: number): boolean {
  return small === 0
    ? true
    : small % 2 <= large % 2 && isWithin(Math.floor(small / 2), Math.floor(large / 2));
}

/** The states that `end` indirectly dominates, found backwards from it. */
function dominatedBy(
  model: Model,
  moves: (group: number, state: number) => readonly number[],
  end: number,
): readonly number[] {
  const sources: number[][] = Array.from({ length: model.states }, () => []);
  for (let state = 0; state < model.states; state += 1) {
    for (const to of moves(gainersOf(model, state, end), state)) sources[to]?.push(state);
  }
  const found = new Set<number>();
  const queue = [end];
  for (const at of queue) {
    for (const state of sources[at] ?? []) {
      if (found.has(state)) continue;
      found.add(state);
      queue.push(state);
    }
  }
  return [...found];
}
