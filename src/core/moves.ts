import { awarenessOn } from './awareness.js';
import { type Rights, rightsOf } from './rights.js';
import { levelAt, readLevels, readOutcome, type Space } from './space.js';

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
 * gives for it. Only the end must be feasible. Ascending, without `state` itself. A state that stands
 * for several outcomes is left from any of them and entered at any of them.
 *
 * @param sees - whether all movers see an outcome as possible: no move starts or ends at another.
 */
function changesFrom(
  space: Space,
  state: number,
  sees: ((number: number) => boolean) | undefined,
  options: (issue: number, levels: ArrayLike<number>) => readonly number[],
): readonly number[] {
  const ends: number[] = [];
  const starts = space.isCoalesced ? space.outcomesOf(state) : [space.numbers[state] as number];
  for (const start of starts) {
    if (sees && !sees(start)) continue;
    for (const number of numbersFrom(space, start, options)) {
      const end = space.stateOf(number);
      if (end !== -1 && end !== state && (!sees || sees(number))) ends.push(end);
    }
  }
  // Outcomes that count as one may be met several times, and out of order.
  return space.isCoalesced ? [...new Set(ends)].sort((a, b) => a - b) : ends;
}

/** Numbers of the outcomes that changes lead to from one outcome, itself and forbidden ones included. */
function numbersFrom(
  space: Space,
  start: number,
  options: (issue: number, levels: ArrayLike<number>) => readonly number[],
): readonly number[] {
  const levels = readOutcome(space, start, new Uint8Array(space.fixed.length));
  let numbers = [start];
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
  return numbers;
}

/**
 * Most unilateral moves there can be on a space: outcomes that its states stand for × Σ over parties
 * of (Π over issues of (1 + most targets) − 1). Exact for levers without rules; rules, levels and conditions make fewer.
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
  let outcomes = space.size;
  if (space.isCoalesced) {
    outcomes = 0;
    for (let state = 0; state < space.size; state += 1) outcomes += space.outcomesOf(state).length;
  }
  return outcomes * perState;
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
 * feasible: a rule may make two changes possible only at once. A party that does not see an outcome as
 * possible makes no move out of it or into it, alone or with others.
 *
 * Time O(issues + moves) a state, which may grow as the product over P's issues.
 */
export function movesOn(space: Space): Moves {
  const own = rightsOf(space.case);
  // Two moves through an outcome that counts as another are no one move.
  const rights = space.isCoalesced ? { ...own, isTransitive: false } : own;
  const awareness = awarenessOn(space);
  const from = (party: number, state: number) =>
    changesFrom(space, state, awareness([party]), (issue, levels) =>
      rights.alone(party, issue, levels),
    );
  let tables: readonly Arcs[] | undefined;
  return {
    rights,
    from,
    canMove: (party, start, end) => {
      if (start === end) return false;
      if (space.isCoalesced || awareness([party])) return from(party, start).includes(end);
      const levels = readLevels(space, start, new Uint8Array(space.fixed.length));
      return space.fixed.every((fixed, issue) => {
        const to = levelAt(space, end, issue);
        if (fixed !== -1 || to === levels[issue]) return true;
        return rights.alone(party, issue, levels).includes(to);
      });
    },
    together: (group, state) =>
      changesFrom(space, state, awareness(group), (issue, levels) =>
        rights.together(group, issue, levels),
      ),
    get alone() {
      tables ??= space.case.parties.map((_, party) =>
        arcsFrom(space.size, (state) => from(party, state)),
      );
      return tables;
    },
  };
}
