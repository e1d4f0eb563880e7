import type { Model } from '../../core/model.js';
import { type Cells, cellsOf } from './cells.js';

/**
 * Which moves count, backwards: the move of party j from x to t counts iff payoff_j(x) < bound_j(t).
 *
 * `undefined` lets every move count; payoff_j(t) the improvements; K_j(t) the firm improvements and the
 * steps. This one shape is what lets a party's states be labelled in one sorted sweep.
 */
export type Bounds = readonly (Int32Array | undefined)[];

/**
 * Labels the states that lead to given states, by a reverse flood over cells.
 *
 * From each source in turn, not yet labelled ones only, its label is spread to every state from which
 * counted moves of the parties lead to it. Popping t, each party's group of t, and the groups from
 * which that group can be entered, hand out the label to their members with a payoff below the bound:
 * members stand in ascending payoff, so one pointer a group only advances, and a group is looked at
 * again only for a higher bound than before.
 *
 * With the sources in ascending order of a value as their labels, each state gets the least value over
 * itself and all that the parties' counted moves lead to.
 *
 * Needs transitive rights (`model.moves.rights.isTransitive`): then the rule that nobody moves twice in
 * a row never matters, and legal sequences reach what plain chains of moves reach.
 *
 * @param parties - who may move.
 * @param bounds - for each party of the case.
 * @param sources - states in the order in which they are taken.
 * @param labels - for each state the label it hands out as a source; at least 0.
 * @returns for each state its label, −1 where it leads to no source.
 *
 * Time O(parties × (states + groups)), times the one-way issues; memory 8 bytes a state and 8 a group.
 */
export function flood(
  model: Model,
  parties: readonly number[],
  bounds: Bounds,
  sources: Int32Array,
  labels: Int32Array,
): Int32Array {
  const { states } = model;
  const label = new Int32Array(states).fill(-1);
  const queue = new Int32Array(states);
  const fronts = parties.map((party) => frontOf(cellsOf(model, party), bounds[party]));
  const pending: number[] = [];
  for (let at = 0; at < sources.length; at += 1) {
    const source = sources[at] as number;
    if (label[source] !== -1) continue;
    const own = labels[source] as number;
    label[source] = own;
    queue[0] = source;
    let tail = 1;
    for (let head = 0; head < tail; head += 1) {
      const state = queue[head] as number;
      for (const front of fronts) {
        const { groupOf, starts, members, payoffs, oneWay } = front.cells;
        const bound = front.bound ? (front.bound[state] as number) : unbounded;
        const { reached, pointer } = front;
        pending.push(groupOf[state] as number);
        while (pending.length > 0) {
          const group = pending.pop() as number;
          if ((reached[group] as number) >= bound) continue;
          reached[group] = bound;
          const end = starts[group + 1] as number;
          let place = pointer[group] as number;
          while (place < end && (payoffs[place] as number) < bound) {
            const member = members[place] as number;
            place += 1;
            if (label[member] === -1) {
              label[member] = own;
              queue[tail] = member;
              tail += 1;
            }
          }
          pointer[group] = place;
          for (const { stride, classes } of oneWay) {
            const digit = Math.floor(group / stride) % classes.classes;
            for (const from of classes.enteredFrom[digit] as readonly number[]) {
              const before = group + (from - digit) * stride;
              if ((reached[before] as number) < bound) pending.push(before);
            }
          }
        }
      }
    }
  }
  return label;
}

/** Above every payoff: a payoff is a dense rank, below the number of states. */
const unbounded = 0x7fffffff;

/** How far a party's groups have been labelled: the bound reached, and the next member to look at. */
type Front = {
  readonly cells: Cells;
  readonly bound: Int32Array | undefined;
  readonly reached: Int32Array;
  readonly pointer: Int32Array;
};

function frontOf(cells: Cells, bound: Int32Array | undefined): Front {
  return {
    cells,
    bound,
    // Bounds are payoffs, so a bound of 0 labels nobody and need not be looked at.
    reached: new Int32Array(cells.groups),
    pointer: cells.starts.slice(0, cells.groups),
  };
}
