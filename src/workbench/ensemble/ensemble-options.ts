import {
  allDoubtKinds,
  type Case,
  defaultConceptsOf,
  type EnsembleOptions,
  ensemble,
  outcomeCount,
} from '../../index.js';
import type { Readings } from '../analysis/protocol.js';
import type { EnsembleChoices } from './ensemble-protocol.js';

/** Outcomes times sets in one chunk: little enough that the running count moves and a stop is quick. */
const CHUNK_WORK = 2n ** 17n;
const MOST_IN_CHUNK = 64n;

/** Kinds of doubt that are varied. */
export function variedKinds(varied: EnsembleChoices['varied']): EnsembleOptions['vary'] {
  return varied === 'readings' ? ['reading'] : allDoubtKinds;
}

/** The options of the question as the page asks it. */
export function ensembleOptions(
  theCase: Case,
  readings: Readings,
  { varied, draws, seed }: EnsembleChoices,
): EnsembleOptions {
  return {
    ...ensemble.defaults,
    readings,
    concept: defaultConceptsOf(theCase)[0] ?? ensemble.defaults.concept,
    vary: variedKinds(varied),
    draws,
    // The number of draws is chosen, and a count is stopped by hand.
    precision: 0,
    seed,
    chunk: chunkSize(theCase),
  };
}

function chunkSize(theCase: Case): number {
  const fits = CHUNK_WORK / outcomeCount(theCase);
  return Number(fits < 1n ? 1n : fits > MOST_IN_CHUNK ? MOST_IN_CHUNK : fits);
}
