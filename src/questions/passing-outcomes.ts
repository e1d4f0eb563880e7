import { jointImprovementsFrom } from '../analysis/stability/joint-improvements.js';
import { chainsFrom, losersOf } from '../analysis/stability/passing.js';
import { improvementsFrom, type Model } from '../core/model.js';
import type { Control } from '../core/report.js';
import type { PassingOutcome } from './ways-findings.js';

/** Most outcomes from which chains are followed on, most that are listed, and most outcomes tried in all. */
const mostChainStates = 4096;
export const mostPassing = 10_000;
const mostTried = 2 ** 27;

/** From how many outcomes chains are followed on: from each, every group may try every outcome. */
export function chainStates(model: Model): number {
  const tried = model.states * (model.parties + model.groups.length);
  return Math.max(1, Math.min(mostChainStates, Math.floor(mostTried / tried)));
}

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
    chainStates(model),
    control.stopped,
  );
  const others = chains.touched.filter((state) => !known.has(state));
  const passing = others.slice(0, mostPassing).map((state): PassingOutcome => {
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
  return { passing, isComplete: chains.isComplete && passing.length === others.length };
}
