import type { Model } from '../../core/model.js';
import { type Cells, cellsOf, unbounded } from './cells.js';

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
 * only for a bound above the least payoff still without a label there.
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
  const queue = model.share('queue of a flood', [], () => new Int32Array(states));
  const fronts = parties.map((party) => frontOf(model, party, bounds[party]));
  const heads = new Int32Array(fronts.length);
  let left = states;
  for (let at = 0; at < sources.length && left > 0; ) {
    // Sources in a row with one label are taken together: who is labelled first does not matter then.
    const own = labels[sources[at] as number] as number;
    let tail = 0;
    for (; at < sources.length; at += 1) {
      const source = sources[at] as number;
      if (labels[source] !== own) break;
      if (label[source] !== -1) continue;
      label[source] = own;
      queue[tail] = source;
      tail += 1;
    }
    heads.fill(0);
    for (let isOpen = tail > 0; isOpen; ) {
      isOpen = false;
      for (let place = 0; place < fronts.length; place += 1) {
        const head = heads[place] as number;
        if (head === tail) continue;
        tail = sweep(fronts[place] as Front, label, own, queue, head, tail);
        heads[place] = tail;
        isOpen = true;
      }
    }
    left -= tail;
  }
  return label;
}

/** Hands the label to all from which one party moves to states of the queue, which grows by them. */
function sweep(
  front: Front,
  label: Int32Array,
  own: number,
  queue: Int32Array,
  from: number,
  to: number,
): number {
  const { groupOf, bound, least } = front;
  let tail = to;
  for (let head = from; head < tail; head += 1) {
    const state = queue[head] as number;
    const group = groupOf[state] as number;
    const limit = bound ? (bound[state] as number) : unbounded;
    if ((least[group] as number) < limit) {
      tail = spread(front, group, limit, label, own, queue, tail);
    }
  }
  return tail;
}

/** How far a party's groups have been labelled. */
type Front = Pick<
  Cells,
  'groupOf' | 'starts' | 'members' | 'payoffs' | 'before' | 'beforeStarts'
> & {
  readonly bound: Int32Array | undefined;
  /**
   * For each group no more than the least payoff of a state without label in it or in a group that
   * leads to it: a lower bound labels nobody there.
   */
  readonly least: Int32Array;
  /** The next member of each group to look at. */
  readonly pointer: Int32Array;
};

/** Work tables are lent by the model from one flood to the next: no flood begins within another. */
function frontOf(model: Model, party: number, bound: Int32Array | undefined): Front {
  const cells = cellsOf(model, party);
  const { groups, groupOf, starts, members, payoffs, before, beforeStarts } = cells;
  const { least, pointer } = model.share(`front of a flood ${party}`, [], () => ({
    least: new Int32Array(groups),
    pointer: new Int32Array(groups),
  }));
  least.set(cells.least);
  pointer.set(starts.subarray(0, groups));
  return { groupOf, starts, members, payoffs, before, beforeStarts, bound, least, pointer };
}

/**
 * Labels the members of a group, and of those that lead to it, with a payoff below the bound.
 *
 * @returns where the queue, to which they are added, ends now.
 */
function spread(
  front: Front,
  group: number,
  bound: number,
  label: Int32Array,
  own: number,
  queue: Int32Array,
  from: number,
): number {
  const { starts, members, payoffs, before, beforeStarts, least, pointer } = front;
  const end = starts[group + 1] as number;
  let tail = from;
  let place = pointer[group] as number;
  let next = unbounded;
  for (; place < end; place += 1) {
    const member = members[place] as number;
    // One that has its label from elsewhere is passed over whatever its payoff.
    if (label[member] !== -1) continue;
    const payoff = payoffs[place] as number;
    if (payoff >= bound) {
      next = payoff;
      break;
    }
    label[member] = own;
    queue[tail] = member;
    tail += 1;
  }
  pointer[group] = place;
  const last = beforeStarts[group + 1] as number;
  for (let at = beforeStarts[group] as number; at < last; at += 1) {
    const other = before[at] as number;
    let open = least[other] as number;
    if (open < bound) {
      tail = spread(front, other, bound, label, own, queue, tail);
      open = least[other] as number;
    }
    if (open < next) next = open;
  }
  least[group] = next;
  return tail;
}
