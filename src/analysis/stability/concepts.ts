import type { Concept, ConceptId } from './concept.js';
import { firm } from './firm.js';
import { gmr } from './gmr.js';
import { nash } from './nash.js';
import { inOwnGames } from './own-games.js';
import { seq } from './seq.js';
import { sim } from './sim.js';
import { smr } from './smr.js';
import { sseq } from './sseq.js';

/**
 * Every stability concept, in the order in which tables show them. Each party is judged in the game as
 * it sees it.
 */
export const concepts: readonly Concept[] = [nash, gmr, smr, seq, sseq, sim, firm].map(inOwnGames);

/** The concept with this id. @throws RangeError when there is none. */
export function conceptOf(id: ConceptId): Concept {
  const concept = concepts.find((candidate) => candidate.id === id);
  if (!concept) throw new RangeError(`conceptOf: there is no concept ${id}`);
  return concept;
}
