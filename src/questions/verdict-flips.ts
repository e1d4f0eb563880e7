import { firstDifference } from '../core/difference.js';
import type { Judge } from './judge.js';
import type { NamedSet } from './named-sets.js';
import { namedSets, nearestState } from './named-sets.js';
import type { Relaxation } from './relaxations.js';
import type { Trap, TrapMove } from './trap-findings.js';
import { trapMove } from './trap-move.js';

/** Verdicts with a clause and without it. */
export type VerdictPair = {
  readonly base: Judge;
  readonly relaxed: Judge;
  /** The states to compare. */
  readonly states: readonly number[];
  /** Those of them that would hold with the clause. */
  readonly holding: ReadonlySet<number>;
  /** Named outcomes to judge as sets. */
  readonly sets: readonly NamedSet[];
};

/**
 * The verdicts that change when a clause is lifted: up to two traps, for outcomes that would hold only
 * thanks to it and for outcomes that fail to hold only because of it.
 *
 * States are matched by their levels; what is possible only without the clause is compared with
 * nothing, but may be where a party goes, how others reply, or the form in which a named outcome
 * would hold. A named outcome would hold iff some state in it would.
 */
export function liftTraps(
  { kind, path, party }: Relaxation,
  pair: VerdictPair,
): readonly Omit<Trap, 'nearest' | 'unnamed'>[] {
  const { base, relaxed, states, holding, sets } = pair;
  const { space } = base.model;
  const twinOf = (state: number) => relaxed.model.space.stateOf(space.numbers[state] as number);
  const holdsWithout = new Set(states.filter((state) => relaxed.wouldHold(twinOf(state))));
  const lost = states.filter((state) => holding.has(state) && !holdsWithout.has(state));
  const won = states.filter((state) => !holding.has(state) && holdsWithout.has(state));
  if (lost.length === 0 && won.length === 0) return [];

  const later = new Map(namedSets(relaxed.model).map((set) => [`${set.kind} ${set.id}`, set]));
  const named = (effect: 'holds' | 'fails') =>
    sets
      .filter(({ kind: of, id, states: forms }) => {
        const isHeld = forms.some((state) => holding.has(state));
        if (effect === 'fails') return !isHeld && forms.some((state) => holdsWithout.has(state));
        const formsThen = later.get(`${of} ${id}`)?.states ?? [];
        return isHeld && !formsThen.some((state) => relaxed.wouldHold(state));
      })
      .map(({ id }) => id);
  const trap = (
    effect: 'holds' | 'fails',
    concerned: readonly number[],
    move: TrapMove | null,
  ) => ({
    kind,
    path,
    party: party === undefined ? null : (base.model.case.parties[party]?.id ?? null),
    effect,
    named: named(effect),
    states: concerned,
    move,
    regret: null,
  });
  const nearestLost = nearestState(space, lost);
  const nearestWon = nearestState(space, won);
  return [
    ...(nearestLost === undefined
      ? []
      : [trap('holds', lost, moveOut(relaxed, twinOf(nearestLost)))]),
    ...(nearestWon === undefined
      ? []
      : [trap('fails', won, moveAnswered(pair, nearestWon, twinOf))]),
  ];
}

/** The move by which a party would leave. */
function moveOut(judge: Judge, state: number): TrapMove | null {
  const out = judge.wayOut(state);
  return out ? trapMove(judge, out.party, state, out.to, 'unanswered') : null;
}

/**
 * The move that a party would leave by, with the reply that stops it without the clause; the move alone
 * where the clause made it possible.
 */
function moveAnswered(
  { base, relaxed }: VerdictPair,
  state: number,
  twinOf: (state: number) => number,
): TrapMove | null {
  const out = base.wayOut(state);
  if (!out) return null;
  const from = twinOf(state);
  const to = twinOf(out.to);
  const isBetter = firstDifference(relaxed.model, out.party, from, to) !== undefined;
  return isBetter ? trapMove(relaxed, out.party, from, to, 'answered') : null;
}
