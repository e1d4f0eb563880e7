import { attitudeConcepts } from './attitude-concepts.js';
import { tableInOwnGames } from './own-games.js';
import { strengthConcepts } from './strength-concepts.js';
import type { TableConcept } from './table-concept.js';
import { unknownConcepts } from './unknown-concepts.js';

/** Concepts shown as tables beside the headline, in the order in which tables show them. */
export const tableConcepts: readonly TableConcept[] = [
  ...strengthConcepts,
  ...unknownConcepts,
  ...attitudeConcepts,
].map(tableInOwnGames);

/** The table concept with this id; undefined when there is none. */
export function tableConceptOf(id: string): TableConcept | undefined {
  return tableConcepts.find((concept) => concept.id === id);
}
