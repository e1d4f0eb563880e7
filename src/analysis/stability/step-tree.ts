import type { Model } from '../../core/model.js';
import { ascending, type Cells, cellsOf, sortBy } from './cells.js';
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
 * minimum, from the greatest down: one pointer a group only advances, as in `flood`, forwards.
 *
 * @param steps - the same steps, listed state by state; asked where there is no such shortcut.
 *
 * Time O(parties × (states + groups)) by cells, else O(moves of the states reached).
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

/** A party's groups sorted by what its steps lead to, and how far they have been followed. */
type Front = {
  readonly cells: Cells;
  readonly payoff: Int32Array;
  /** Members of each group, by min(K, P) from the greatest down, and that minimum. */
  readonly members: Int32Array;
  readonly least: Int32Array;
  readonly pointer: Int32Array;
  /** For each group the lowest payoff from which it has been entered. */
  readonly entered: Int32Array;
};

/** Undefined where rights are not transitive or a party has no K. */
function frontsOf(model: Model, byParty: readonly Deterrence[]): readonly Front[] | undefined {
  if (!model.moves.rights.isTransitive) return undefined;
  if (byParty.some(({ least }) => least === undefined)) return undefined;
  return byParty.map(({ least }, party): Front => {
    const cells = cellsOf(model, party);
    const payoff = model.payoffs[party] as Int32Array;
    const lowest = payoff.map((own, state) =>
      Math.min(own, (least as Int32Array)[state] as number),
    );
    const members = sortBy(cells.groupOf, cells.groups, ascending(lowest).reverse());
    return {
      cells,
      payoff,
      members,
      least: members.map((state) => lowest[state] as number),
      pointer: cells.starts.slice(0, cells.groups),
      entered: new Int32Array(cells.groups).fill(0x7fffffff),
    };
  });
}

/** Arrives at every state that a party's steps lead to from a state and that is not passed yet. */
function advance(front: Front, state: number, arrive: (to: number) => void): void {
  const { cells, members, least, pointer, entered } = front;
  const here = front.payoff[state] as number;
  const pending = [cells.groupOf[state] as number];
  for (let group = pending.pop(); group !== undefined; group = pending.pop()) {
    if ((entered[group] as number) <= here) continue;
    entered[group] = here;
    const end = cells.starts[group + 1] as number;
    let place = pointer[group] as number;
    while (place < end && (least[place] as number) > here) {
      arrive(members[place] as number);
      place += 1;
    }
    pointer[group] = place;
    for (const { stride, classes } of cells.oneWay) {
      const digit = Math.floor(group / stride) % classes.classes;
      for (const to of classes.leadsTo[digit] as readonly number[]) {
        if (to !== digit) pending.push(group + (to - digit) * stride);
      }
    }
  }
}
