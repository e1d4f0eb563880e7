import { countSets } from '../analysis/uncertainty/assumption-set.js';
import type { Doubt } from '../analysis/uncertainty/doubt.js';
import { checkPoints as fixedCheckPoints } from '../analysis/uncertainty/stopping.js';
import type { Case } from '../core/case.js';
import { outcomeCount } from '../core/space.js';
import type { EnsembleOptions } from './ensemble-findings.js';
import type { Chunk } from './ensemble-work.js';

/** Most assumption sets that are all answered; above that, or with a range of numbers, they are drawn. */
export const mostListedSets = 4096;

/** Most sets in a chunk, and outcomes times sets: a second or so of work. */
const mostInChunk = 500;
const chunkWork = 2n ** 22n;

/** How an ensemble is divided: the same on every machine, however many share the work. */
export type EnsemblePlan = {
  readonly mode: 'every set' | 'draws';
  /** How many assumption sets there are; undefined where a number has a range. */
  readonly all: bigint | undefined;
  /** Sets or draws at most. */
  readonly total: number;
  /** Draw numbers at which it is decided whether to go on, ascending; the last is `total`. */
  readonly checkPoints: readonly number[];
  /** The chunks from one check point to the next. */
  readonly stretches: readonly (readonly Chunk[])[];
};

/**
 * Divides an ensemble into chunks.
 *
 * Every set is answered where there are at most 4,096 and no number has a range, else `options.draws`
 * are drawn. A chunk depends on the case and the options alone, never on who answers it.
 */
export function ensemblePlan(
  theCase: Case,
  doubts: readonly Doubt[],
  options: Pick<EnsembleOptions, 'draws' | 'chunk'>,
): EnsemblePlan {
  const all = countSets(doubts);
  const isListed = all !== undefined && all <= BigInt(mostListedSets);
  const total = isListed ? Number(all) : options.draws;
  const size = options.chunk ?? chunkSize(theCase);
  const checkPoints = isListed ? [total] : fixedCheckPoints(total);
  return {
    mode: isListed ? 'every set' : 'draws',
    all,
    total,
    checkPoints,
    stretches: checkPoints.map((end, at) => cut(checkPoints[at - 1] ?? 0, end, size)),
  };
}

/** Sets in a chunk, by how many outcomes the case has before its rules. */
function chunkSize(theCase: Case): number {
  const fits = chunkWork / outcomeCount(theCase);
  return fits < 1n ? 1 : fits > BigInt(mostInChunk) ? mostInChunk : Number(fits);
}

function cut(start: number, end: number, size: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let first = start; first < end; first += size) {
    chunks.push({ first, count: Math.min(size, end - first) });
  }
  return chunks;
}
