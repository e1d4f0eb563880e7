import type { EnsemblePlan } from './ensemble-plan.js';
import type { ChunkResult } from './ensemble-work.js';

/** What has been answered of an ensemble so far. */
export type Gathered = {
  /** Takes a result; the first one of a chunk counts. */
  readonly take: (result: ChunkResult) => void;
  readonly has: (first: number) => boolean;
  /** Sets answered, in any place. */
  readonly answered: () => number;
  /** Sets answered without a gap from the first on. */
  readonly prefix: () => number;
  /** The bits of the first `sets` rows, in order. `sets` ends a chunk within the prefix. */
  readonly bits: (sets: number) => Uint8Array;
};

/**
 * Puts the results of chunks together, in whatever order they come and however often.
 *
 * @param bytesPerRow - of `Rows`.
 * `take` throws RangeError for a chunk that is not of the plan, a result of another length, and Error
 * for a second result that differs from the first: then two workers do not compute the same thing, and
 * no number can be trusted.
 */
export function gatherChunks(plan: EnsemblePlan, bytesPerRow: number): Gathered {
  const counts = new Map(plan.stretches.flat().map(({ first, count }) => [first, count] as const));
  const results = new Map<number, Uint8Array>();
  let answered = 0;
  let prefix = 0;
  return {
    take: ({ first, count, bits }) => {
      if (counts.get(first) !== count || bits.length !== count * bytesPerRow) {
        throw new RangeError(
          `gatherChunks: no chunk of this ensemble has ${count} sets from ${first} in ${bits.length} bytes`,
        );
      }
      const known = results.get(first);
      if (known === undefined) {
        results.set(first, bits);
        answered += count;
        while (results.has(prefix)) prefix += counts.get(prefix) as number;
      } else if (known.some((byte, at) => byte !== bits[at])) {
        throw new Error(
          `two answers to the sets from ${first + 1} to ${first + count} differ: the machines that gave them do not compute the same thing, so nothing of this ensemble can be trusted`,
        );
      }
    },
    has: (first) => results.has(first),
    answered: () => answered,
    prefix: () => prefix,
    bits: (sets) => {
      const whole = new Uint8Array(sets * bytesPerRow);
      for (let first = 0; first < sets; first += counts.get(first) as number) {
        whole.set(results.get(first) as Uint8Array, first * bytesPerRow);
      }
      return whole;
    },
  };
}
