import { improvementsFrom, type Model } from '../../core/model.js';
import type { Control } from '../../core/report.js';
import { bestWithinReach, groupingOf } from './cells.js';
import type { ReplyStep } from './replies.js';

export type ConceptId = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq' | 'sim' | 'firm';

/** What deters a party from one of its improvements; asked only of improvements. */
export type Deterrence = {
  readonly isDeterred: (from: number, to: number) => boolean;
  /** The shortest reply that deters; undefined when there is none or replies are not sequences. */
  readonly reply: (from: number, to: number) => readonly ReplyStep[] | undefined;
  /**
   * K: for each state the least that the party may be left with after it, replies included; an
   * improvement from s to t is deterred iff K(t) <= payoff(s). Undefined where no such table exists.
   */
  readonly least: Int32Array | undefined;
};

/** A stability concept: a state is stable for a party iff each of its improvements is deterred. */
export type Concept = {
  readonly id: ConceptId;
  readonly name: string;
  /** The definition in one sentence, printed beside the name. */
  readonly definition: string;
  readonly formula: string;
  readonly source: string;
  /** For a model, what deters each party; work that parties share is done once. */
  readonly deterrence: (model: Model, control?: Control) => (party: number) => Deterrence;
};

/**
 * For each state and party, whether the party has no improvement that nothing deters.
 *
 * Formula: s is stable iff K(t) <= P(s) for every t within the party's reach with P(t) > P(s), that is
 * iff max over t within reach, s included, of min(K(t), P(t)) <= P(s). With transitive rights that
 * maximum is one number a group of states; else, and where there is no K, improvements are tried one
 * by one.
 *
 * @param stopped - asked between states; when it turns true the table is abandoned.
 * @returns 1 where stable, per state; undefined when stopped.
 *
 * Time O(states + groups) with K and transitive rights, else O(moves).
 */
export function stableStates(
  model: Model,
  party: number,
  deterrence: Deterrence,
  stopped: () => boolean = () => false,
): Uint8Array | undefined {
  const stable = new Uint8Array(model.states).fill(1);
  const payoff = model.payoffs[party] as Int32Array;
  const { least } = deterrence;
  if (least && model.moves.rights.isTransitive) {
    const grouping = groupingOf(model, party);
    const { groupOf } = grouping;
    const best = bestWithinReach(grouping, lesserOf(least, payoff));
    for (let state = 0; state < model.states; state += 1) {
      const reach = best[groupOf[state] as number] as number;
      if (reach > (payoff[state] as number)) stable[state] = 0;
    }
    return stable;
  }
  for (let state = 0; state < model.states; state += 1) {
    if (stopped()) return undefined;
    const isLeft = improvementsFrom(model, party, state).some(
      (to) => !deterrence.isDeterred(state, to),
    );
    if (isLeft) stable[state] = 0;
  }
  return stable;
}

/** For each state the lesser of two numbers: min(K, P), what an improvement to it is worth at least. */
export function lesserOf(a: Int32Array, b: Int32Array): Int32Array {
  const lesser = new Int32Array(a.length);
  for (let state = 0; state < a.length; state += 1) {
    const one = a[state] as number;
    const other = b[state] as number;
    lesser[state] = one < other ? one : other;
  }
  return lesser;
}
