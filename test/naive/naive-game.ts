import type { ConceptId } from '../../src/analysis/stability/concept.js';
import type { Case, Reading } from '../../src/core/case.js';
import type { Path } from '../../src/core/diagnostic.js';
import type { Difference } from '../../src/core/difference.js';
import { compileExpression, type Expression } from '../../src/core/expression.js';
import {
  add,
  compare,
  divide,
  formatRational,
  multiply,
  type Rational,
  rational,
} from '../../src/numeric/rational.js';
import { type NaiveModel, naiveModel } from './naive-engine.js';

/** Concepts that can be replayed; the answers of SIM are moves at one moment, without an order. */
export type ReplyConcept = Extract<
  ConceptId,
  'nash' | 'gmr' | 'smr' | 'seq' | 'sseq' | 'firm' | 'sim'
>;

/**
 * A case under one reading of each party, for replaying what an answer says: orders compared want by
 * want, moves decided pair by pair, replies and steps searched one by one. Shares with the engine the
 * evaluation of expressions and exact arithmetic, and nothing else.
 */
export type NaiveGame = {
  readonly states: readonly (readonly number[])[];
  readonly parties: readonly number[];
  readonly partyOf: (id: string) => number;
  readonly today: number | undefined;
  /** Above 0 where the party likes `a` better than `b`, 0 where it ranks them equally. */
  readonly compare: (party: number, a: number, b: number) => number;
  /** The first want, entry or amount that tells two outcomes apart; undefined where nothing does. */
  readonly difference: (party: number, before: number, after: number) => Difference | undefined;
  readonly movesFrom: (party: number, state: number) => readonly number[];
  readonly improves: (party: number, from: number, to: number) => boolean;
  readonly improvementsFrom: (party: number, state: number) => readonly number[];
  readonly canMove: NaiveModel['canMove'];
  readonly canMoveTogether: NaiveModel['canMoveTogether'];
  readonly crossesRedLine: (party: number, state: number) => boolean;
  readonly satisfies: (expression: Expression, state: number) => boolean;
  /** Whether a party may make this move as part of a reply. */
  readonly mayReply: (concept: ReplyConcept, party: number, from: number, to: number) => boolean;
  /** Whether a reply that ends at `end` deters a move that started at `from`. */
  readonly deters: (concept: ReplyConcept, party: number, from: number, end: number) => boolean;
  /** Whether some reply deters the improvement, by looking at every one. */
  readonly isDeterred: (concept: ReplyConcept, party: number, from: number, to: number) => boolean;
  readonly stepsFrom: (concept: ReplyConcept, party: number, state: number) => readonly number[];
};

/** A case with its context fixed by a rule, so that all states have it. */
function withContext(theCase: Case): Case {
  const span = { start: 0, end: 0 };
  const rules = theCase.issues.flatMap((issue, at) => {
    const level = theCase.today?.[at];
    if (issue.control.kind !== 'nobody' || level === undefined) return [];
    const never = { kind: 'comparison' as const, issue: at, operator: '!=' as const, level, span };
    return [{ never, text: '', why: undefined, from: [], isInDoubt: false, path: [] }];
  });
  return { ...theCase, rules: [...theCase.rules, ...rules] };
}

export function naiveGame(theCase: Case, readings: readonly (Reading | undefined)[]): NaiveGame {
  const model = naiveModel(withContext(theCase), []);
  const { states, parties } = model;
  const evaluators = new Map<Expression, (levels: readonly number[]) => boolean>();
  const satisfies = (expression: Expression, state: number) => {
    const known = evaluators.get(expression) ?? compileExpression(expression, theCase);
    evaluators.set(expression, known);
    return known(states[state] as readonly number[]);
  };

  const difference = (party: number, before: number, after: number): Difference | undefined => {
    const reading = readings[party];
    if (reading?.wants) {
      for (const [place, group] of reading.wants.entries()) {
        const gained: Path[] = [];
        const lost: Path[] = [];
        for (const { want, path } of group) {
          if (satisfies(want, after) && !satisfies(want, before)) gained.push(path);
          if (satisfies(want, before) && !satisfies(want, after)) lost.push(path);
        }
        if (gained.length !== lost.length) return { by: 'wants', place, gained, lost };
      }
      return undefined;
    }
    if (reading?.ranking) {
      const [first, second] = [before, after].map(
        (state) =>
          reading.ranking?.find((entry) => satisfies(entry.expression, state))?.path ?? null,
      );
      if (first === second || first === undefined || second === undefined) return undefined;
      return { by: 'ranking', before: first, after: second };
    }
    if (reading?.points) {
      const [first, second] = [amount(reading, before), amount(reading, after)];
      if (compare(first, second) === 0) return undefined;
      return { by: 'points', before: formatRational(first), after: formatRational(second) };
    }
    return undefined;
  };
  const amount = (reading: Reading, state: number): Rational =>
    (reading.points?.issues ?? []).reduce((sum, { issue, weight, scores }) => {
      const score = scores[states[state]?.[issue] as number] as Rational;
      return add(sum, multiply(divide(weight, rational(100n)), score));
    }, rational(0n));

  const compareAt = (party: number, a: number, b: number): number => {
    const found = difference(party, b, a);
    if (!found) return 0;
    if (found.by === 'wants') return found.gained.length - found.lost.length;
    const reading = readings[party];
    if (found.by === 'points' && reading) {
      return compare(amount(reading, a), amount(reading, b));
    }
    if (found.by !== 'ranking') return 0;
    const placeOf = (path: Path | null) =>
      path === null
        ? Number.POSITIVE_INFINITY
        : (reading?.ranking ?? []).findIndex((entry) => entry.path === path);
    return placeOf(found.before) > placeOf(found.after) ? 1 : -1;
  };
  /** Comparisons are asked for again and again: kept. */
  const compared = new Map<number, number>();
  const compareKept = (party: number, a: number, b: number) => {
    const key = (party * states.length + a) * states.length + b;
    const known = compared.get(key) ?? compareAt(party, a, b);
    compared.set(key, known);
    return known;
  };

  const all = states.map((_, state) => state);
  const moves = new Map<number, readonly number[]>();
  const movesFrom = (party: number, state: number) => {
    const key = party * states.length + state;
    const known = moves.get(key) ?? all.filter((to) => model.canMove(party, state, to));
    moves.set(key, known);
    return known;
  };
  const improves = (party: number, from: number, to: number) =>
    compareKept(party, to, from) > 0 && model.canMove(party, from, to);
  const improvementsFrom = (party: number, state: number) =>
    movesFrom(party, state).filter((to) => compareKept(party, to, state) > 0);

  /** Every end of a legal sequence of the others' replies after `mover` came to `start`. */
  const ends = new Map<string, ReadonlySet<number>>();
  const replyEnds = (concept: ReplyConcept, mover: number, start: number): ReadonlySet<number> => {
    const key = `${concept} ${mover} ${start}`;
    const known = ends.get(key);
    if (known) return known;
    const seen = new Set<string>();
    const found = new Set<number>();
    const explore = (state: number, last: number) => {
      for (const party of parties) {
        if (party === mover || party === last) continue;
        for (const to of movesFrom(party, state)) {
          if (seen.has(`${to} ${party}`) || !mayReply(concept, party, state, to)) continue;
          seen.add(`${to} ${party}`);
          found.add(to);
          explore(to, party);
        }
      }
    };
    explore(start, -1);
    ends.set(key, found);
    return found;
  };
  const mayReply: NaiveGame['mayReply'] = (concept, party, from, to) => {
    if (concept === 'gmr' || concept === 'smr') return model.canMove(party, from, to);
    if (!improves(party, from, to)) return false;
    if (concept !== 'firm') return true;
    // Its maker must not regret it in turn: once, by improvements of the others.
    return [...replyEnds('seq', party, to)].every((end) => compareKept(party, end, from) > 0);
  };
  const deters: NaiveGame['deters'] = (concept, party, from, end) => {
    if (concept === 'nash' || compareKept(party, end, from) > 0) return false;
    if (concept !== 'smr' && concept !== 'sseq') return true;
    return movesFrom(party, end).every((counter) => compareKept(party, counter, from) <= 0);
  };
  const byLevels = new Map(states.map((levels, state) => [levels.join(' '), state]));
  const changesOf = (from: number, to: number) =>
    (states[to] ?? []).flatMap((level, issue) =>
      level === states[from]?.[issue] ? [] : [{ issue, level }],
    );
  /** Whether some others, each by an improvement from `from` on issues of its own, spoil the move. */
  const isSpoilt = (mover: number, from: number, to: number): boolean => {
    const others = parties.filter((party) => party !== mover);
    const tryFrom = (at: number, taken: readonly { issue: number; level: number }[]): boolean => {
      const party = others[at];
      if (party === undefined) {
        if (taken.length === changesOf(from, to).length) return false;
        const levels = [...(states[from] ?? [])];
        for (const { issue, level } of taken) levels[issue] = level;
        const end = byLevels.get(levels.join(' '));
        return end !== undefined && compareKept(mover, end, from) <= 0;
      }
      if (tryFrom(at + 1, taken)) return true;
      return improvementsFrom(party, from).some((own) => {
        const changes = changesOf(from, own);
        const isApart = changes.every(({ issue }) => taken.every((one) => one.issue !== issue));
        return isApart && tryFrom(at + 1, [...taken, ...changes]);
      });
    };
    return tryFrom(0, changesOf(from, to));
  };
  const isDeterred: NaiveGame['isDeterred'] = (concept, party, from, to) =>
    concept === 'sim'
      ? isSpoilt(party, from, to)
      : [...replyEnds(concept, party, to)].some((end) => deters(concept, party, from, end));
  const steps = new Map<string, readonly number[]>();

  const todayLevels = theCase.today?.join(' ');
  return {
    states,
    parties,
    partyOf: (id) => theCase.parties.findIndex((party) => party.id === id),
    today:
      todayLevels === undefined
        ? undefined
        : states.findIndex((levels) => levels.join(' ') === todayLevels),
    compare: compareKept,
    difference,
    movesFrom,
    improves,
    improvementsFrom,
    canMove: model.canMove,
    canMoveTogether: model.canMoveTogether,
    crossesRedLine: (party, state) =>
      (readings[party]?.redLines ?? []).some(({ line }) => satisfies(line, state)),
    satisfies,
    mayReply,
    deters,
    isDeterred,
    stepsFrom: (concept, party, state) => {
      const key = `${concept} ${party} ${state}`;
      const known =
        steps.get(key) ??
        improvementsFrom(party, state).filter((to) => !isDeterred(concept, party, state, to));
      steps.set(key, known);
      return known;
    },
  };
}
