import { jointImprovementsFrom } from '../analysis/stability/joint-improvements.js';
import { chainsFrom, losersOf } from '../analysis/stability/passing.js';
import { improvementsFrom, type Model } from '../core/model.js';
import type { Control } from '../core/report.js';
import type { PassingOutcome } from './ways-findings.js';

/** Most outcomes from which chains are followed further. */
export const mostChainStates = 4096;

/**
 * The outcomes that chains of single and joint improvements from `start` touch, and that are neither
 * among `known` (the start, the ends and what is on offer); each with the signers who lose by it.
 */
export function passingOutcomes(
  model: Model,
  start: number,
  ends: readonly (readonly number[])[],
  known: ReadonlySet<number>,
  holds: (state: number) => boolean,
  control: Control,
): { readonly passing: readonly PassingOutcome[]; readonly isComplete: boolean } {
  const ids = (parties: readonly number[]) =>
    parties.map((party) => model.case.parties[party]?.id as string);
  const chains = chainsFrom(
    model.parties,
    (party, state) => improvementsFrom(model, party, state),
    (state) => jointImprovementsFrom(model, state),
    start,
    mostChainStates,
    control.stopped,
  );
  const passing = chains.touched
    .filter((state) => !known.has(state))
    .map((state): PassingOutcome => {
      const chain = chains.chainTo(state);
      const { signers, belowStart, belowEnds } = losersOf(model, chain, start, ends);
      return {
        state,
        holds: holds(state),
        chain: chain.map(({ group, to }) => ({ group: ids(group), to })),
        signers: ids(signers),
        belowStart: ids(belowStart),
        belowEnds: belowEnds.map(ids),
      };
    });
  return { passing, isComplete: chains.isComplete };
}
