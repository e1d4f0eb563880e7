import type { Case, Issue } from '../../src/core/case.js';
import type { Consent } from '../../src/core/consent.js';
import { compileExpression } from '../../src/core/expression.js';

/**
 * A second, independent reading of the definitions, for tests only: states are lists of levels, moves
 * are decided pair by pair, replies are explored by recursion over (state, last mover), and the
 * quantifiers stand as they are written. Slow on purpose; shares no code with the engine beyond the
 * evaluation of expressions and the payoffs it is given.
 */
export type NaiveModel = {
  readonly states: readonly (readonly number[])[];
  readonly parties: readonly number[];
  readonly payoff: (party: number, state: number) => number;
  readonly canMove: (party: number, from: number, to: number) => boolean;
  readonly canMoveTogether: (group: readonly number[], from: number, to: number) => boolean;
};

export function naiveModel(theCase: Case, payoffs: readonly ArrayLike<number>[]): NaiveModel {
  const rules = theCase.rules.map(({ never }) => compileExpression(never, theCase));
  let outcomes: number[][] = [[]];
  for (const issue of [...theCase.issues].reverse()) {
    outcomes = outcomes.flatMap((rest) => issue.levels.map((_, level) => [level, ...rest]));
  }
  // Built last issue outermost: sorting by the reversed list puts the first issue fastest.
  outcomes.sort((a, b) => {
    for (let at = a.length - 1; at >= 0; at -= 1) {
      if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
    }
    return 0;
  });
  const states = outcomes.filter((levels) => !rules.some((rule) => rule(levels)));

  const mayChange = (
    party: number,
    issue: Issue,
    from: number,
    to: number,
    at: readonly number[],
  ) => {
    if (issue.irreversible === 'up' && to < from) return false;
    if (issue.irreversible === 'down' && to > from) return false;
    const isBlocked = issue.blocked.some(
      ({ parties, when, to: levels }) =>
        parties.includes(party) &&
        levels.includes(to) &&
        (!when || compileExpression(when, theCase)(at)),
    );
    if (isBlocked) return false;
    const { control } = issue;
    if (control.kind === 'by') return control.parties.includes(party);
    if (control.kind === 'agree') {
      return control.leave.alone.some((way) => way.party === party && way.to === to && from > to);
    }
    if (control.kind === 'moves') {
      return control.moves.some(
        (move) =>
          move.parties.includes(party) &&
          move.from.includes(from) &&
          move.to.includes(to) &&
          (!move.when || compileExpression(move.when, theCase)(at)),
      );
    }
    return false;
  };
  const maySign = (
    group: readonly number[],
    issue: Issue,
    from: number,
    to: number,
    at: readonly number[],
  ) => {
    const { control } = issue;
    if (control.kind !== 'agree') return false;
    if (issue.irreversible === 'up' && to < from) return false;
    if (issue.irreversible === 'down' && to > from) return false;
    if (to === 0 && theCase.today && !control.leave.together) return false;
    const isHeld = (party: number) =>
      issue.blocked.some(
        ({ parties, when, to: levels }) =>
          parties.includes(party) &&
          levels.includes(to) &&
          (!when || compileExpression(when, theCase)(at)),
      );
    // A party's yes: not held back, and in the group, or its constituents' yes if it has any.
    const saysYes = (party: number, asked: readonly number[]): boolean => {
      if (isHeld(party)) return false;
      const own = theCase.parties[party]?.consent;
      if (!own || asked.includes(party)) return group.includes(party);
      return naiveIsGiven(own, (one) => saysYes(one, [...asked, party]));
    };
    const yes = (party: number) => saysYes(party, []);
    if (control.consent) return naiveIsGiven(control.consent, yes);
    const { consent } = theCase;
    const named = consent ? naiveNamed(consent) : [];
    return consent && named.every((party) => control.parties.includes(party))
      ? naiveIsGiven(consent, yes)
      : control.parties.every(yes);
  };
  const differing = (from: number, to: number) =>
    theCase.issues.flatMap((issue, at) => {
      const before = states[from]?.[at] as number;
      const after = states[to]?.[at] as number;
      return before === after ? [] : [{ issue, before, after }];
    });
  /** Chains of changes of one level, each by a member or by the signers. */
  const reaches = (
    group: readonly number[],
    issue: Issue,
    before: number,
    after: number,
    at: readonly number[],
  ) => {
    const reached = new Set([before]);
    for (const level of reached) {
      issue.levels.forEach((_, next) => {
        const isAllowed =
          next !== level &&
          (group.some((party) => mayChange(party, issue, level, next, at)) ||
            maySign(group, issue, level, next, at));
        if (isAllowed) reached.add(next);
      });
    }
    return reached.has(after);
  };
  return {
    states,
    parties: theCase.parties.map((_, party) => party),
    payoff: (party, state) => payoffs[party]?.[state] as number,
    canMove: (party, from, to) =>
      from !== to &&
      differing(from, to).every(({ issue, before, after }) =>
        // What one party may sign alone it has as a group of one has it.
        issue.control.kind === 'agree'
          ? reaches([party], issue, before, after, states[from] ?? [])
          : mayChange(party, issue, before, after, states[from] ?? []),
      ),
    canMoveTogether: (group, from, to) =>
      from !== to &&
      differing(from, to).every(({ issue, before, after }) =>
        reaches(group, issue, before, after, states[from] ?? []),
      ),
  };
}

/** Whether a consent is given, counted in yeses on a common scale. */
export function naiveIsGiven(consent: Consent, yes: (party: number) => boolean): boolean {
  if (consent.kind === 'party') return yes(consent.party);
  if (consent.kind === 'weight') {
    const given = consent.of.filter((one) => naiveIsGiven(one.consent, yes));
    const scale = [consent.quota, ...consent.of.map(({ weight }) => weight)].reduce(
      (product, { d }) => product * d,
      1n,
    );
    const sum = given.reduce((total, { weight: { n, d } }) => total + (n * scale) / d, 0n);
    return sum >= (consent.quota.n * scale) / consent.quota.d;
  }
  const given = consent.of.filter((one) => naiveIsGiven(one, yes)).length;
  if (consent.kind === 'all') return given === consent.of.length;
  return given >= (consent.kind === 'atLeast' ? consent.least : 1);
}

function naiveNamed(consent: Consent): readonly number[] {
  if (consent.kind === 'party') return [consent.party];
  const parts = consent.kind === 'weight' ? consent.of.map((one) => one.consent) : consent.of;
  return parts.flatMap(naiveNamed);
}

export type Allowed = (party: number, from: number, to: number) => boolean;

/** Ends of legal sequences of at least one allowed move of the parties other than `mover`. */
export function replyEnds(
  model: NaiveModel,
  mover: number,
  start: number,
  allowed: Allowed,
): Set<number> {
  const seen = new Set<string>();
  const ends = new Set<number>();
  const explore = (state: number, last: number) => {
    for (const party of model.parties) {
      if (party === mover || party === last) continue;
      model.states.forEach((_, next) => {
        const key = `${next} ${party}`;
        if (!allowed(party, state, next) || seen.has(key)) return;
        seen.add(key);
        ends.add(next);
        explore(next, party);
      });
    }
  };
  explore(start, -1);
  return ends;
}

/** The concepts that deter by replies, straight from their definitions. */
export function naiveIsDeterred(
  model: NaiveModel,
  concept: 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq' | 'firm',
  party: number,
  from: number,
  to: number,
): boolean {
  if (concept === 'nash') return false;
  const improves: Allowed = (who, a, b) =>
    model.canMove(who, a, b) && model.payoff(who, b) > model.payoff(who, a);
  const isFirm: Allowed = (who, a, b) =>
    improves(who, a, b) &&
    model.payoff(who, b) > model.payoff(who, a) &&
    [...replyEnds(model, who, b, improves)].every(
      (end) => model.payoff(who, end) > model.payoff(who, a),
    );
  const allowed: Allowed =
    concept === 'gmr' || concept === 'smr' ? model.canMove : concept === 'firm' ? isFirm : improves;
  const isNoBetter = (state: number) => model.payoff(party, state) <= model.payoff(party, from);
  return [...replyEnds(model, party, to, allowed)].some((end) => {
    if (!isNoBetter(end)) return false;
    if (concept !== 'smr' && concept !== 'sseq') return true;
    return model.states.every(
      (_, counter) => !model.canMove(party, end, counter) || isNoBetter(counter),
    );
  });
}
