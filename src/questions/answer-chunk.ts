import { listSets } from '../analysis/uncertainty/assumption-set.js';
import type { AssumptionSet } from '../analysis/uncertainty/doubt.js';
import { drawerOf } from '../analysis/uncertainty/draw-set.js';
import type { Case } from '../core/case.js';
import { type Evaluator, evaluatorOf } from './ensemble-evaluator.js';
import type { EnsembleOptions } from './ensemble-findings.js';
import { type EnsemblePlan, ensemblePlan } from './ensemble-plan.js';
import type { Chunk, ChunkResult } from './ensemble-work.js';

/**
 * Answers chunks of one ensemble: the same bytes for the same chunk, on any machine and in any order.
 *
 * What does not change from set to set is made once, so keep it for as long as there are chunks of the
 * same job.
 */
export function chunkAnswerer(
  theCase: Case,
  options: EnsembleOptions,
): (chunk: Chunk) => ChunkResult {
  const evaluator = evaluatorOf(theCase, options);
  const setAt = setsOf(evaluator, ensemblePlan(theCase, evaluator.doubts, options), options.seed);
  return ({ first, count }) => {
    const bits = new Uint8Array(count * evaluator.bytesPerRow);
    for (let at = 0; at < count; at += 1) {
      bits.set(evaluator.evaluate(setAt(first + at)), at * evaluator.bytesPerRow);
    }
    return { first, count, bits };
  };
}

/** The assumption set at each place of an ensemble: listed, or drawn from the place's own stream. */
export function setsOf(
  { doubts }: Pick<Evaluator, 'doubts'>,
  { mode }: Pick<EnsemblePlan, 'mode'>,
  seed: number,
): (place: number) => AssumptionSet {
  if (mode === 'draws') return drawerOf(doubts, seed);
  const listed = listSets(doubts);
  return (place) => {
    const set = listed[place];
    if (!set) throw new RangeError(`setsOf: there is no set ${place} among ${listed.length}`);
    return set;
  };
}
