import type { Case, Issue } from './case.js';
import { compileExpression, type Predicate } from './expression.js';

/**
 * What a party, or a group acting as one, may do to one issue: a relation on its levels.
 *
 * `always` is row-major, `always[from * levels + to] = 1` where the change is allowed at every
 * outcome; `sometimes` lists changes allowed only at outcomes that satisfy a condition; `never`
 * takes changes away where its condition holds, and outweighs both.
 */
type Relation = {
  readonly levels: number;
  readonly always: Uint8Array;
  readonly sometimes: readonly {
    readonly from: number;
    readonly to: number;
    readonly when: Predicate;
  }[];
  readonly never: readonly { readonly to: number; readonly when: Predicate }[];
};

/**
 * Rights of every party and of every group over every issue.
 *
 * Formula: on issue j party P has the relation
 *   `by`/`lever`: all pairs of levels, for each party named;
 *   `agree` with `leave`: (l, t) for every l above t, where P may bring it back to t by itself;
 *   `moves`: the listed pairs whose `when` holds at the start;
 * less what `irreversible` or `blocked` forbids. A group has, on each issue, the transitive closure
 * of its members' relations and of the agreements whose signers it contains: all pairs of levels,
 * except a return to the first level under `leave: none`. In a case without a today an agreement has
 * no level that means *no agreement*, so every pair is allowed and nobody can leave. A signer who is
 * blocked from a level cannot sign it either.
 *
 * Source: our own definition.
 */
export type Rights = {
  /** Levels a party by itself may bring an issue to, at an outcome; without the present level. */
  readonly alone: (party: number, issue: number, levels: ArrayLike<number>) => readonly number[];
  /** The same for a group acting together. */
  readonly together: (
    group: readonly number[],
    issue: number,
    levels: ArrayLike<number>,
  ) => readonly number[];
  /** Most levels that a party by itself may bring an issue to from any one level, at any outcome. */
  readonly mostTargets: (party: number, issue: number) => number;
  /**
   * Whether every relation is the same at all outcomes and transitive with staying put included, and
   * every party sees all outcomes. Moves are then transitive too, unless outcomes count as one.
   */
  readonly isTransitive: boolean;
};

const always: Predicate = () => true;

function directionAllows(issue: Issue, from: number, to: number): boolean {
  if (issue.irreversible === 'up') return to > from;
  if (issue.irreversible === 'down') return to < from;
  return to !== from;
}

function relationOf(theCase: Case, issue: Issue, party: number): Relation {
  const levels = issue.levels.length;
  const allowed = new Uint8Array(levels * levels);
  const sometimes: { from: number; to: number; when: Predicate }[] = [];
  const allow = (from: number, to: number) => {
    if (directionAllows(issue, from, to)) allowed[from * levels + to] = 1;
  };
  const control = issue.control;
  if (control.kind === 'by' && control.parties.includes(party)) {
    for (let from = 0; from < levels; from += 1) {
      for (let to = 0; to < levels; to += 1) allow(from, to);
    }
  }
  if (control.kind === 'agree') {
    for (const way of control.leave.alone) {
      if (way.party !== party) continue;
      for (let from = way.to + 1; from < levels; from += 1) allow(from, way.to);
    }
  }
  if (control.kind === 'moves') {
    for (const move of control.moves) {
      if (!move.parties.includes(party)) continue;
      const when = move.when && compileExpression(move.when, theCase);
      for (const from of move.from) {
        for (const to of move.to) {
          if (!directionAllows(issue, from, to)) continue;
          if (when) sometimes.push({ from, to, when });
          else allow(from, to);
        }
      }
    }
  }
  return { levels, always: allowed, sometimes, never: blocksOf(theCase, issue, [party]) };
}

function blocksOf(theCase: Case, issue: Issue, parties: readonly number[]): Relation['never'] {
  return issue.blocked
    .filter((block) => block.parties.some((party) => parties.includes(party)))
    .flatMap((block) => {
      const when = block.when ? compileExpression(block.when, theCase) : always;
      return block.to.map((to) => ({ to, when }));
    });
}

function agreementOf(theCase: Case, issue: Issue): Relation | undefined {
  const control = issue.control;
  if (control.kind !== 'agree') return undefined;
  const levels = issue.levels.length;
  const allowed = new Uint8Array(levels * levels);
  for (let from = 0; from < levels; from += 1) {
    for (let to = 0; to < levels; to += 1) {
      const isReturn = to === 0 && theCase.today !== undefined;
      if (isReturn && !control.leave.together) continue;
      if (directionAllows(issue, from, to)) allowed[from * levels + to] = 1;
    }
  }
  return {
    levels,
    always: allowed,
    sometimes: [],
    never: blocksOf(theCase, issue, control.parties),
  };
}

/** The pairs of a relation that are allowed at one outcome, row-major. */
function pairsAt(relation: Relation, levels: ArrayLike<number>): Uint8Array {
  const pairs = relation.always.slice();
  const n = relation.levels;
  for (const { from, to, when } of relation.sometimes) {
    if (when(levels)) pairs[from * n + to] = 1;
  }
  for (const { to, when } of relation.never) {
    if (when(levels)) for (let from = 0; from < n; from += 1) pairs[from * n + to] = 0;
  }
  return pairs;
}

/** Adds to a relation every pair joined by a chain of its pairs (Warshall). */
function close(pairs: Uint8Array, n: number): Uint8Array {
  for (let middle = 0; middle < n; middle += 1) {
    for (let from = 0; from < n; from += 1) {
      if (!pairs[from * n + middle]) continue;
      for (let to = 0; to < n; to += 1) if (pairs[middle * n + to]) pairs[from * n + to] = 1;
    }
  }
  return pairs;
}

function targetsIn(pairs: Uint8Array, n: number, from: number): number[] {
  const targets: number[] = [];
  for (let to = 0; to < n; to += 1) if (to !== from && pairs[from * n + to]) targets.push(to);
  return targets;
}

function mostTargetsIn({ levels, always: allowed, sometimes }: Relation): number {
  const pairs = allowed.slice();
  for (const { from, to } of sometimes) pairs[from * levels + to] = 1;
  let most = 0;
  for (let from = 0; from < levels; from += 1) {
    most = Math.max(most, targetsIn(pairs, levels, from).length);
  }
  return most;
}

function isFixed(relation: Relation): boolean {
  return relation.sometimes.length === 0 && relation.never.every(({ when }) => when === always);
}

function isClosed(relation: Relation): boolean {
  const pairs = pairsAt(relation, []);
  const closed = close(pairs.slice(), relation.levels);
  // Staying put is always allowed, so a pair (l, l) that the closure adds changes nothing.
  return pairs.every(
    (pair, at) => pair === closed[at] || Math.floor(at / relation.levels) === at % relation.levels,
  );
}

/** The rights that the control of each issue gives. Time O(parties × levels³) an issue. */
export function rightsOf(theCase: Case): Rights {
  const single = theCase.issues.map((issue) =>
    theCase.parties.map((_, party) => relationOf(theCase, issue, party)),
  );
  const agreements = theCase.issues.map((issue) => agreementOf(theCase, issue));

  /** Targets from each level of an issue, where they are the same at all outcomes. */
  const fixedTargets = (issue: number, parts: readonly Relation[]) => {
    if (!parts.every(isFixed)) return undefined;
    const pairs = union(issue, parts, []);
    const n = theCase.issues[issue]?.levels.length ?? 0;
    return Array.from({ length: n }, (_, level) => targetsIn(pairs, n, level));
  };
  const union = (issue: number, parts: readonly Relation[], levels: ArrayLike<number>) => {
    const n = theCase.issues[issue]?.levels.length ?? 0;
    const pairs = new Uint8Array(n * n);
    for (const part of parts) {
      pairsAt(part, levels).forEach((pair, at) => {
        if (pair) pairs[at] = 1;
      });
    }
    return parts.length > 1 ? close(pairs, n) : pairs;
  };
  const lookUp = (issue: number, parts: readonly Relation[]) => {
    const known = fixedTargets(issue, parts);
    const n = theCase.issues[issue]?.levels.length ?? 0;
    return (levels: ArrayLike<number>): readonly number[] => {
      const from = levels[issue] as number;
      return known
        ? (known[from] as readonly number[])
        : targetsIn(union(issue, parts, levels), n, from);
    };
  };
  const alone = single.map((parties, issue) =>
    parties.map((relation) => lookUp(issue, [relation])),
  );
  const partsOf = (group: readonly number[], issue: number) => {
    const parts = group.map((party) => single[issue]?.[party] as Relation);
    const agreement = agreements[issue];
    const control = theCase.issues[issue]?.control;
    const isSigned =
      control?.kind === 'agree' && control.parties.every((party) => group.includes(party));
    return agreement && isSigned ? [...parts, agreement] : parts;
  };
  // Keyed by the array itself: the groups of a model are made once.
  const ofGroups = new WeakMap<readonly number[], readonly ReturnType<typeof lookUp>[]>();
  const ofGroup = (group: readonly number[]) => {
    const known = ofGroups.get(group);
    if (known) return known;
    const made = theCase.issues.map((_, issue) => lookUp(issue, partsOf(group, issue)));
    ofGroups.set(group, made);
    return made;
  };

  return {
    alone: (party, issue, levels) => alone[issue]?.[party]?.(levels) ?? [],
    together: (group, issue, levels) => ofGroup(group)[issue]?.(levels) ?? [],
    mostTargets: (party, issue) => mostTargetsIn(single[issue]?.[party] as Relation),
    isTransitive:
      single.every((parties) =>
        parties.every((relation) => isFixed(relation) && isClosed(relation)),
      ) && theCase.parties.every(({ unaware }) => unaware.length === 0),
  };
}
