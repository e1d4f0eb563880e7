import { type Arcs, targetsOf } from '../../core/moves.js';

/**
 * Where things go from a state if left alone: the ends of the steps.
 *
 * An end is a set of states, reached from `start`, that no step leaves and within which each state can
 * be reached from each other: one state (then an equilibrium) or a circle of outcomes. The order in
 * which parties move does not change the set of ends, only which one occurs.
 *
 * Formula: the strongly connected components without an arc out, of the graph of all parties' steps
 * reached from `start` (Tarjan 1972).
 *
 * @returns the ends, each ascending, ordered by their first state; never empty.
 *
 * Time O(states + steps).
 */
export function endsOf(steps: readonly Arcs[], start: number): readonly (readonly number[])[] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const component = new Map<number, number>();
  const stack: number[] = [];
  const ends: number[][] = [];
  let components = 0;

  const next = (state: number) => steps.flatMap((arcs) => [...targetsOf(arcs, state)]);
  // Tarjan's recursion by hand: a chain of steps may be as long as there are states.
  const frames: { state: number; targets: number[]; at: number }[] = [];
  const open = (state: number) => {
    index.set(state, index.size);
    low.set(state, index.get(state) as number);
    stack.push(state);
    frames.push({ state, targets: next(state), at: 0 });
  };
  open(start);
  while (frames.length > 0) {
    const frame = frames[frames.length - 1] as { state: number; targets: number[]; at: number };
    const target = frame.targets[frame.at];
    if (target !== undefined) {
      frame.at += 1;
      if (!index.has(target)) open(target);
      else if (!component.has(target)) {
        low.set(frame.state, Math.min(low.get(frame.state) as number, index.get(target) as number));
      }
      continue;
    }
    frames.pop();
    const { state } = frame;
    const parent = frames[frames.length - 1];
    if (parent) {
      low.set(parent.state, Math.min(low.get(parent.state) as number, low.get(state) as number));
    }
    if (low.get(state) !== index.get(state)) continue;
    const members: number[] = [];
    let member: number;
    do {
      member = stack.pop() as number;
      component.set(member, components);
      members.push(member);
    } while (member !== state);
    const leaves = members.some((from) =>
      next(from).some((to) => component.get(to) !== components),
    );
    if (!leaves) ends.push(members.sort((a, b) => a - b));
    components += 1;
  }
  return ends.sort((a, b) => (a[0] as number) - (b[0] as number));
}
