import type { Model } from '../../core/model.js';
import { type Cells, cellsOf, unbounded } from './cells.js';
import type { Deterrence } from './concept.js';
import type { Step, Steps } from './steps.js';

/** Everything that chains of steps lead to from one state, with a shortest chain to each. */
export type StepTree = {
  readonly start: number;
  /** The states reached, the start first, nearest first. */
  readonly reached: readonly number[];
  readonly has: (state: number) => boolean;
  /** A shortest chain of steps to a state reached; empty at the start. */
  readonly pathTo: (state: number) => readonly Step[];
};

/** Where a state was reached from, and by whose step. */
type Arrival = { readonly from: number; readonly party: number };

/**
 * Follows steps from a state, nearest states first.
 *
 * Ties: of several shortest chains the one whose steps come first, by the order in which states were
 * reached, then the case order of parties, then the state they lead to.
 *
 * With transitive rights and a K a party's step leads from s to every t in its reach with
 * min(K(t), P(t)) > P(s). In each group of states these come first when the group is sorted by that
 * minimum, from the greatest down: one pointer a group only advances, as in `flood`, forwards. A group
 * is sorted when it is first entered.
 *
 * @param steps - the same steps, listed state by state; asked where there is no such shortcut.
 *
 * Time O(parties × (states + groups) of the groups entered) by cells, sorting aside, else O(moves of the states reached).
 */
export function stepTree(
  model: Model,
  steps: Steps,
  byParty: readonly Deterrence[],
  start: number,
): StepTree {
  const arrivals = new Map<number, Arrival | undefined>([[start, undefined]]);
  const queue = [start];
  const fronts = frontsOf(model, byParty);
  for (const state of queue) {
    for (let party = 0; party < model.parties; party += 1) {
      const fresh: number[] = [];
      const arrive = (to: number) => {
        if (arrivals.has(to)) return;
        arrivals.set(to, { from: state, party });
        fresh.push(to);
      };
      const front = fronts?.[party];
      if (front) advance(front, state, arrive);
      else for (const to of steps.from(party, state)) arrive(to);
      for (const to of fresh.sort((a, b) => a - b)) queue.push(to);
    }
  }
  return {
    start,
    reached: queue,
    has: (state) => arrivals.has(state),
    pathTo: (state) => {
      const path: Step[] = [];
      let to = state;
      for (let by = arrivals.get(to); by; by = arrivals.get(to)) {
        path.push({ party: by.party, to });
        to = by.from;
      }
      return path.reverse();
    },
  };
}

/** A party's groups as far as they have been entered. */
type Front = {
  readonly cells: Cells;
  readonly payoff: Int32Array;
  readonly least: Int32Array;
  readonly entered: Map<number, Entered>;
};

type Entered = {
  /** Members of the group, by min(K, P) from the greatest down, and that minimum. */
  readonly members: readonly { readonly state: number; readonly value: number }[];
  place: number;
  /** The lowest payoff from which it has been entered. */
  from: number;
};

/** Undefined where rights are not transitive or a party has no K. */
function frontsOf(model: Model, byParty: readonly Deterrence[]): readonly Front[] | undefined {
  if (!model.moves.rights.isTransitive) return undefined;
  const fronts: Front[] = [];
  for (const [party, { least }] of byParty.entries()) {
    if (!least) return undefined;
    const payoff = model.payoffs[party] as Int32Array;
    fronts.push({ cells: cellsOf(model, party), payoff, least, entered: new Map() });
  }
  return fronts;
}

/** Sorted when it is entered: most groups never are. */
function enter({ cells, payoff, least, entered }: Front, group: number): Entered {
  const known = entered.get(group);
  if (known) return known;
  const members = Array.from(
    cells.members.subarray(cells.starts[group], cells.starts[group + 1]),
    (state) => ({ state, value: Math.min(payoff[state] as number, least[state] as number) }),
  ).sort((a, b) => b.value - a.value);
  const fresh: Entered = { members, place: 0, from: unbounded };
  entered.set(group, fresh);
  return fresh;
}

/** Arrives at every state that a party's steps lead to from a state and that is not passed yet. */
function advance(front: Front, state: number, arrive: (to: number) => void): void {
  const { cells } = front;
  const here = front.payoff[state] as number;
  const pending = [cells.groupOf[state] as number];
  for (let group = pending.pop(); group !== undefined; group = pending.pop()) {
    const own = enter(front, group);
    if (own.from <= here) continue;
    own.from = here;
    for (let next = own.members[own.place]; next && next.value > here; ) {
      arrive(next.state);
      own.place += 1;
      next = own.members[own.place];
    }
    for (const { stride, classes } of cells.oneWay) {
      const digit = Math.floor(group / stride) % classes.classes;
      for (const to of classes.leadsTo[digit] as readonly number[]) {
        if (to !== digit) pending.push(group + (to - digit) * stride);
      }
    }
  }
}
