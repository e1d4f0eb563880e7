import type { Block, Case, Issue } from './case.js';
import { type Consent, isConsentGiven, never } from './consent.js';
import { compileExpression, type Predicate } from './expression.js';
import { expandedConsent, signersOf } from './signing.js';

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
 * of its members' relations and of the agreement if it can sign it, that is if its members give the
 * consent of `signersOf`: all pairs of levels, except a return to the first level under `leave: none`.
 * A signer who is blocked from a level cannot sign it either: its consent does not count for it, nor
 * that of its constituents. A party that alone is enough to sign has what a group of it alone has. In
 * a case without a today an agreement has no level that means *no agreement*, so every pair is allowed
 * and nobody can leave.
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
  /**
   * Whose consent brings an agreement to a level from where an outcome has it: its signers as their
   * rule says, or those who sign another level and one who may go on alone from there to this one.
   * Nobody can give it for an issue that is no agreement.
   */
  readonly consentToSign: (issue: number, to: number, levels: ArrayLike<number>) => Consent;
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

/** An agreement as its signers could change it if nobody were blocked, and who is blocked when. */
type Agreement = {
  readonly relation: Relation;
  /** The rule of signing where nobody is held back. */
  readonly whole: Consent;
  /** The rule of signing at a level, without those held back from it at an outcome: `whole` if none is. */
  readonly consentAt: (to: number, levels: ArrayLike<number>) => Consent;
  /** What a group can sign; undefined if nothing at any outcome. */
  readonly of: (group: readonly number[]) => Relation | undefined;
};

function agreementOf(theCase: Case, issue: Issue): Agreement | undefined {
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
  const relation: Relation = { levels, always: allowed, sometimes: [], never: [] };
  const blocks = issue.blocked.map((block) => ({
    ...block,
    holds: block.when ? compileExpression(block.when, theCase) : always,
  }));
  const whole = signersOf(theCase, issue);
  const without = (held: readonly Block[]) =>
    held.length === 0
      ? whole
      : signersOf(theCase, issue, (party) => held.some(({ parties }) => parties.includes(party)));
  const against = issue.levels.map((_, to) => blocks.filter((block) => block.to.includes(to)));
  const consentAt = (to: number, at: ArrayLike<number>) =>
    without((against[to] ?? []).filter(({ holds }) => holds(at)));

  /** When a group that could sign cannot sign at a level. */
  const heldFrom = (to: number, isIn: (party: number) => boolean): Predicate | undefined => {
    const own = against[to] ?? [];
    if (isConsentGiven(without(own), isIn)) return undefined;
    const firm = own.filter(({ holds }) => holds === always);
    if (!isConsentGiven(without(firm), isIn)) return always;
    return (at) => !isConsentGiven(consentAt(to, at), isIn);
  };
  const of = (group: readonly number[]): Relation | undefined => {
    const isIn = (party: number) => group.includes(party);
    if (!isConsentGiven(whole, isIn)) return undefined;
    const held = issue.levels.flatMap((_, to) => {
      const when = heldFrom(to, isIn);
      return when ? [{ to, when }] : [];
    });
    return { ...relation, never: held };
  };
  return { relation, whole, consentAt, of };
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

function mostTargetsIn(levels: number, parts: readonly Relation[]): number {
  const pairs = new Uint8Array(levels * levels);
  for (const { always: allowed, sometimes } of parts) {
    allowed.forEach((pair, at) => {
      if (pair) pairs[at] = 1;
    });
    for (const { from, to } of sometimes) pairs[from * levels + to] = 1;
  }
  if (parts.length > 1) close(pairs, levels);
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
  const partsOf = (group: readonly number[], issue: number) => {
    const parts = group.map((party) => single[issue]?.[party] as Relation);
    const signed = agreements[issue]?.of(group);
    return signed ? [...parts, signed] : parts;
  };
  const partsAlone = single.map((parties, issue) =>
    parties.map((_, party) => partsOf([party], issue)),
  );
  const alone = partsAlone.map((parties, issue) => parties.map((parts) => lookUp(issue, parts)));
  // Keyed by the array itself: the groups of a model are made once.
  const ofGroups = new WeakMap<readonly number[], readonly ReturnType<typeof lookUp>[]>();
  const ofGroup = (group: readonly number[]) => {
    const known = ofGroups.get(group);
    if (known) return known;
    const made = theCase.issues.map((_, issue) => lookUp(issue, partsOf(group, issue)));
    ofGroups.set(group, made);
    return made;
  };
  const consentToSign = (issue: number, to: number, levels: ArrayLike<number>): Consent => {
    const agreement = agreements[issue];
    if (!agreement) return never;
    const { relation, whole, consentAt } = agreement;
    const n = relation.levels;
    const start = levels[issue] as number;
    if (relation.always[start * n + to] && consentAt(to, levels) === whole) return whole;
    const ways: Consent[] = [];
    for (let end = 0; end < n; end += 1) {
      if (!relation.always[start * n + end]) continue;
      const signed = consentAt(end, levels);
      if (end === to) ways.push(signed);
      else {
        single[issue]?.forEach((own, party) => {
          if (!pairsAt(own, levels)[end * n + to]) return;
          const goesOn = expandedConsent(theCase, { kind: 'party', party });
          ways.push({ kind: 'all', of: [signed, goesOn] });
        });
      }
    }
    const [only] = ways;
    return only && ways.length === 1 ? only : { kind: 'any', of: ways };
  };

  return {
    alone: (party, issue, levels) => alone[issue]?.[party]?.(levels) ?? [],
    together: (group, issue, levels) => ofGroup(group)[issue]?.(levels) ?? [],
    consentToSign,
    mostTargets: (party, issue) =>
      mostTargetsIn(
        theCase.issues[issue]?.levels.length ?? 0,
        partsAlone[issue]?.[party] as readonly Relation[],
      ),
    isTransitive:
      partsAlone.every((parties) =>
        parties.every(
          (parts) => parts.every(isFixed) && (parts.length > 1 || parts.every(isClosed)),
        ),
      ) && theCase.parties.every(({ unaware }) => unaware.length === 0),
  };
}
