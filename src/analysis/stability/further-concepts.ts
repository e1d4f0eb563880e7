import type { Case } from '../../core/case.js';
import type { FurtherConcept, FurtherFamily, Refusal } from './further.js';
import { cgmr, cnash, consistent, cseq, csmr, indirect } from './group-concepts.js';
import { tableFamilies } from './table-families.js';
import { limitedMove, nonMyopic, stackelbergFamily } from './two-party-concepts.js';

/** Concepts that look ahead, that judge groups and that give sets, in the order in which they are listed. */
export const furtherFamilies: readonly FurtherFamily[] = [
  limitedMove,
  nonMyopic,
  stackelbergFamily,
  cnash,
  cgmr,
  csmr,
  cseq,
  indirect,
  consistent,
];

/** Every concept that has tables but no steps. */
export const askableFamilies: readonly FurtherFamily[] = [...furtherFamilies, ...tableFamilies];

/**
 * The concept that an id such as `limited:2` asks for.
 *
 * @returns the concept; in words why it cannot be asked of this case; undefined when there is none of
 *   that name.
 */
export function furtherConceptOf(theCase: Case, id: string): FurtherConcept | Refusal | undefined {
  const colon = id.indexOf(':');
  const key = colon === -1 ? id : id.slice(0, colon);
  const argument = colon === -1 ? undefined : id.slice(colon + 1);
  return askableFamilies.find((family) => family.key === key)?.of(theCase, argument);
}
