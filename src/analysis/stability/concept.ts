import type { Model } from '../../core/model.js';
import type { Arcs } from '../../core/moves.js';
import type { ReplyStep } from './replies.js';

export type ConceptId = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq' | 'sim' | 'firm';

/** What deters a party from one of its improvements; asked only of improvements. */
export type Deterrence = {
  readonly isDeterred: (from: number, to: number) => boolean;
  /** The shortest reply that deters; undefined when there is none or replies are not sequences. */
  readonly reply: (from: number, to: number) => readonly ReplyStep[] | undefined;
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
  readonly deterrence: (model: Model) => (party: number) => Deterrence;
};

/**
 * For each state and party, whether the party has no improvement that nothing deters.
 *
 * @param stopped - asked between states; when it turns true the table is abandoned.
 * @returns 1 where stable, per state; undefined when stopped.
 */
export function stableStates(
  model: Model,
  party: number,
  deterrence: Deterrence,
  stopped: () => boolean = () => false,
): Uint8Array | undefined {
  const improvements = model.improvements[party] as Arcs;
  const stable = new Uint8Array(model.states).fill(1);
  for (let state = 0; state < model.states; state += 1) {
    if (stopped()) return undefined;
    const end = improvements.offsets[state + 1] as number;
    for (let at = improvements.offsets[state] as number; at < end; at += 1) {
      if (!deterrence.isDeterred(state, improvements.targets[at] as number)) {
        stable[state] = 0;
        break;
      }
    }
  }
  return stable;
}
