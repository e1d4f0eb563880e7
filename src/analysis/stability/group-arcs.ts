import { type Model, payoffAt } from '../../core/model.js';
import { type Arcs, arcsFrom, filterArcs, targetsOf } from '../../core/moves.js';
import type { ReplyStep } from './replies.js';

/** The moves of one group, from every state; a group may be a single party. */
export type GroupArcs = {
  readonly group: readonly number[];
  readonly arcs: Arcs;
  /** The same turned round: where the group can come from. */
  readonly into: () => Arcs;
};

/** The moves of a group from a table of them. */
export function groupArcs(group: readonly number[], arcs: Arcs): GroupArcs {
  let into: Arcs | undefined;
  return {
    group,
    arcs,
    into: () => {
      into ??= reversed(arcs);
      return into;
    },
  };
}

/** One move of a reply that a group makes; `party` is its first member, for readers of single moves. */
export type GroupStep = ReplyStep & { readonly group: readonly number[] };

/** Who makes a step of a reply: the group, or the party alone. */
export function makersOf(step: ReplyStep): readonly number[] {
  return (step as Partial<GroupStep>).group ?? [step.party];
}

/** Every joint move of each group, a party's own moves where the group is that party. */
export function jointArcs(model: Model, groups: readonly (readonly number[])[]): GroupArcs[] {
  return groups.map((group) =>
    groupArcs(
      group,
      arcsFrom(model.states, (state) =>
        group.length === 1
          ? model.moves.from(group[0] as number, state)
          : model.moves.together(group, state),
      ),
    ),
  );
}

/** Those of the moves that are strictly better for every member, from where the move starts. */
export function onlyImprovements(model: Model, all: readonly GroupArcs[]): GroupArcs[] {
  return all.map(({ group, arcs }) =>
    groupArcs(
      group,
      filterArcs(arcs, (from, to) =>
        group.every((party) => payoffAt(model, party, to) > payoffAt(model, party, from)),
      ),
    ),
  );
}

/** The groups that have no member in common with `parties`. */
export function withoutMembers(
  all: readonly GroupArcs[],
  parties: readonly number[],
): readonly GroupArcs[] {
  return all.filter(({ group }) => !group.some((party) => parties.includes(party)));
}

/** The arcs turned round. */
function reversed(arcs: Arcs): Arcs {
  const size = arcs.offsets.length - 1;
  const offsets = new Int32Array(size + 1);
  for (const target of arcs.targets) {
    offsets[target + 1] = (offsets[target + 1] as number) + 1;
  }
  for (let state = 0; state < size; state += 1) {
    offsets[state + 1] = (offsets[state + 1] as number) + (offsets[state] as number);
  }
  const targets = new Int32Array(arcs.targets.length);
  const next = offsets.slice();
  for (let state = 0; state < size; state += 1) {
    for (const target of targetsOf(arcs, state)) {
      targets[next[target] as number] = state;
      next[target] = (next[target] as number) + 1;
    }
  }
  return { offsets, targets };
}

/**
 * For every state the least value at the end of a reply from it, a reply being a sequence of at least
 * one move of the groups in which no group moves twice in a row; Infinity where no group can move.
 *
 * Formula: with W(y, K) = min(v(y), min over groups L ≠ K and z ∈ m_L(y) of W(z, L)), the value
 * once K has moved to y, the answer at t is the minimum of W(y, K) over K and y ∈ m_K(t). The nodes
 * (state, last group) are labelled in ascending v by a flood against the arcs, each once, so the rule
 * holds whether or not moves are transitive.
 *
 * Time O(arcs + groups × states + states log states), memory O(groups × states).
 */
export function leastReplies(
  states: number,
  all: readonly GroupArcs[],
  value: (state: number) => number,
): Float64Array {
  const values = Float64Array.from({ length: states }, (_, state) => value(state));
  const ascending = Array.from(values.keys()).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  // Of the nodes of a state, those labelled: none, all but that of one group, or all.
  const none = -1;
  const every = -2;
  const labelled = new Int32Array(states).fill(none);
  const least = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  // Node = index of the last group · states + state.
  const stack: number[] = [];
  const labelAll = (state: number, except: number) => {
    const before = labelled[state] as number;
    if (before === every || (before !== none && before === except)) return;
    if (before === none) {
      for (let last = 0; last < all.length; last += 1) {
        if (last !== except) stack.push(last * states + state);
      }
      labelled[state] = except === none ? every : except;
      return;
    }
    stack.push(before * states + state);
    labelled[state] = every;
  };
  for (const end of ascending) {
    const label = values[end] as number;
    labelAll(end, none);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      const mover = Math.floor(node / states);
      for (const from of targetsOf((all[mover] as GroupArcs).into(), node % states)) {
        least[from] = Math.min(least[from] as number, label);
        labelAll(from, mover);
      }
    }
  }
  return least;
}

/**
 * Visits every state in which a reply of the groups can end, no group moving twice in a row, shorter
 * replies first; groups in the given order, ends ascending.
 *
 * @param visit - return true to stop.
 * @returns the moves of the reply at which `visit` stopped; undefined when it never did.
 *
 * Time O(groups × arcs), memory O(groups × states).
 */
export function searchGroupReplies(
  states: number,
  all: readonly GroupArcs[],
  start: number,
  visit: (end: number) => boolean,
): readonly GroupStep[] | undefined {
  const startNode = all.length * states + start;
  const cameFrom = new Int32Array(all.length * states).fill(-1);
  const queue = [startNode];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] as number;
    const last = Math.floor(node / states);
    for (let mover = 0; mover < all.length; mover += 1) {
      if (mover === last) continue;
      for (const end of targetsOf((all[mover] as GroupArcs).arcs, node % states)) {
        const next = mover * states + end;
        if (cameFrom[next] !== -1) continue;
        cameFrom[next] = node;
        if (visit(end)) return pathTo(next, startNode, states, cameFrom, all);
        queue.push(next);
      }
    }
  }
  return undefined;
}

function pathTo(
  node: number,
  startNode: number,
  states: number,
  cameFrom: Int32Array,
  all: readonly GroupArcs[],
): readonly GroupStep[] {
  const steps: GroupStep[] = [];
  for (let at = node; at !== startNode; at = cameFrom[at] as number) {
    const { group } = all[Math.floor(at / states)] as GroupArcs;
    steps.push({ party: group[0] as number, group, to: at % states });
  }
  return steps.reverse();
}
