import type { Steps } from './steps.js';

/**
 * Where things go from a state if left alone: the ends of the steps.
 *
 * An end is a set of states, reached from `start`, that no step leaves and within which each state can
 * be reached from each other: one state (then an equilibrium) or a circle of outcomes. The order in
 * which parties move does not change the set of ends, only which one occurs.
 *
 * Formula: the strongly connected components without a step out, of the graph of all parties' steps
 * reached from `start` (Tarjan 1972).
 *
 * @returns the ends, each ascending, ordered by their first state; never empty.
 *
 * Time O(states reached × their moves).
 */
export function endsOf(steps: Steps, start: number): readonly (readonly number[])[] {
  return closedSets(steps, [start]);
}

/** The ends reached from any of the given states, as `endsOf` gives them for one. */
export function closedSets(steps: Steps, starts: Iterable<number>): readonly (readonly number[])[] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const open = new Set<number>();
  /** States with a step into a component that was closed before theirs. */
  const leaving = new Set<number>();
  const ends: number[][] = [];
  const next = (state: number) => {
    const targets: number[] = [];
    for (let party = 0; party < steps.parties; party += 1) {
      for (const to of steps.from(party, state)) targets.push(to);
    }
    return targets;
  };
  const lower = (state: number, to: number) => {
    if (to < (low.get(state) as number)) low.set(state, to);
  };
  // Tarjan's recursion by hand: a chain of steps may be as long as there are states.
  const frames: { state: number; targets: readonly number[]; at: number }[] = [];
  const enter = (state: number) => {
    index.set(state, index.size);
    low.set(state, index.get(state) as number);
    stack.push(state);
    open.add(state);
    frames.push({ state, targets: next(state), at: 0 });
  };
  for (const start of starts) {
    if (!index.has(start)) enter(start);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const { state } = frame;
      const target = frame.targets[frame.at];
      if (target !== undefined) {
        frame.at += 1;
        if (!index.has(target)) enter(target);
        else if (open.has(target)) lower(state, index.get(target) as number);
        else leaving.add(state);
        continue;
      }
      frames.pop();
      const isRoot = low.get(state) === index.get(state);
      const parent = frames.at(-1)?.state;
      if (isRoot) {
        const members: number[] = [];
        for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
          open.delete(member);
          members.push(member);
          if (member === state) break;
        }
        if (!members.some((member) => leaving.has(member))) {
          ends.push(members.sort((a, b) => a - b));
        }
      }
      if (parent === undefined) continue;
      if (isRoot) leaving.add(parent);
      else lower(parent, low.get(state) as number);
    }
  }
  return ends.sort((a, b) => (a[0] as number) - (b[0] as number));
}
