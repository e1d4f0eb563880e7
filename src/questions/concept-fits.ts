import type { Case } from '../core/case.js';
import { conceptFor, type HeadlineId } from '../core/concept-ids.js';
import type { Diagnostic } from '../core/diagnostic.js';

/** Why SIM has no answer where outcomes count as one. */
export const simNeedsLevels =
  'SIM puts moves together issue by issue, and outcomes that count as one have no one level of each issue';

/** What is wrong with a concept as the one that decides what would hold; nothing, mostly. */
export function checkConcept(theCase: Case, id: HeadlineId | undefined): readonly Diagnostic[] {
  if (id === undefined || theCase.coalesce.length === 0) return [];
  if (theCase.parties.every((party) => conceptFor(id, party.id) !== 'sim')) return [];
  return [
    {
      code: 'DET206',
      severity: 'error',
      path: [],
      what: 'SIM cannot decide what would hold in this case',
      details: [simNeedsLevels],
      help: 'ask for another concept, or remove `coalesce` from the case',
    },
  ];
}
