import { type Rights, rightsOf } from './rights.js';
import { levelAt, readLevels, type Space } from './space.js';

/**
 * Moves of one party from every state, as rows of a table.
 *
 * The moves from state s are `targets[offsets[s]] … targets[offsets[s + 1] − 1]`, ascending.
 */
export type Arcs = { readonly offsets: Int32Array; readonly targets: Int32Array };

/** The states that the arcs lead to from `state`, ascending. */
export function targetsOf(arcs: Arcs, state: number): Int32Array {
  return arcs.targets.subarray(arcs.offsets[state], arcs.offsets[state + 1]);
}

/** Arcs from one list of targets per state. */
export function arcsFrom(size: number, targets: (state: number) => Iterable<number>): Arcs {
  const offsets = new Int32Array(size + 1);
  const all: number[] = [];
  for (let state = 0; state < size; state += 1) {
    for (const target of targets(state)) all.push(target);
    offsets[state + 1] = all.length;
  }
  return { offsets, targets: Int32Array.from(all) };
}

/** The arcs that a condition keeps. */
export function filterArcs(arcs: Arcs, keep: (from: number, to: number) => boolean): Arcs {
  return arcsFrom(arcs.offsets.length - 1, (state) =>
    targetsOf(arcs, state).filter((target) => keep(state, target)),
  );
}

/**
 * Every state reached by changing a non-empty set of issues, each to one of the levels that `options`
 * gives for it. Only the end must be feasible. Ascending, without `state` itself.
 */
function changesFrom(
  space: Space,
  state: number,
  options: (issue: number, levels: ArrayLike<number>) => readonly number[],
): readonly number[] {
  const levels = readLevels(space, state, new Uint8Array(space.fixed.length));
  let numbers = [space.numbers[state] as number];
  // The last issue has the greatest stride: taken first, the numbers come out ascending.
  for (let issue = levels.length - 1; issue >= 0; issue -= 1) {
    if (space.fixed[issue] !== -1) continue;
    const targets = options(issue, levels);
    if (targets.length === 0) continue;
    const stride = space.strides[issue] as number;
    const present = levels[issue] as number;
    const shifts = [...targets, present].sort((a, b) => a - b);
    const next: number[] = [];
    for (const number of numbers) {
      for (const level of shifts) next.push(number + (level - present) * stride);
    }
    numbers = next;
  }
  const ends: number[] = [];
  for (const number of numbers) {
    const end = space.stateOf(number);
    if (end !== -1 && end !== state) ends.push(end);
  }
  return ends;
}

/**
 * Most unilateral moves there can be on a space: states × Σ over parties of (Π over issues of
 * (1 + most targets) − 1). Exact for levers without rules; rules, levels and conditions make fewer.
 */
export function mostMovesOn(space: Space): number {
  const rights = rightsOf(space.case);
  const perState = space.case.parties.reduce((sum, _, party) => {
    const choices = space.case.issues.reduce(
      (product, __, issue) =>
        space.fixed[issue] === -1 ? product * (1 + rights.mostTargets(party, issue)) : product,
      1,
    );
    return sum + choices - 1;
  }, 0);
  return space.size * perState;
}

export type Moves = {
  /** Where a party can go from a state by one move of its own, ascending. */
  readonly from: (party: number, state: number) => readonly number[];
  /** Whether a party can make that very move by itself. */
  readonly canMove: (party: number, from: number, to: number) => boolean;
  /** Where a group can go from a state by one joint move, its members' own moves included. */
  readonly together: (group: readonly number[], state: number) => readonly number[];
  /** For each party all its moves as a table, made when first asked for: 4 bytes a move. */
  readonly alone: readonly Arcs[];
  readonly rights: Rights;
};

/**
 * Unilateral and joint moves on a space.
 *
 * A unilateral move of P changes any non-empty set of issues on which P alone has the right; a joint
 * move of a group does the same with every right the group holds together. Only the end must be
 * feasible: a rule may make two changes possible only at once.
 *
 * Time O(issues + moves) a state, which may grow as the product over P's issues.
 */
export function movesOn(space: Space): Moves {
  const rights = rightsOf(space.case);
  const from = (party: number, state: number) =>
    changesFrom(space, state, (issue, levels) => rights.alone(party, issue, levels));
  let tables: readonly Arcs[] | undefined;
  return {
    rights,
    from,
    canMove: (party, start, end) => {
      if (start === end) return false;
      const levels = readLevels(space, start, new Uint8Array(space.fixed.length));
      return space.fixed.every((fixed, issue) => {
        const to = levelAt(space, end, issue);
        if (fixed !== -1 || to === levels[issue]) return true;
        return rights.alone(party, issue, levels).includes(to);
      });
    },
    together: (group, state) =>
      changesFrom(space, state, (issue, levels) => rights.together(group, issue, levels)),
    get alone() {
      tables ??= space.case.parties.map((_, party) =>
        arcsFrom(space.size, (state) => from(party, state)),
      );
      return tables;
    },
  };
}
