import type { Case } from '../../core/case.js';
import { conceptFor, type HeadlineId, isMixture, type Replies } from '../../core/concept-ids.js';
import type { Concept, ConceptId } from './concept.js';
import { conceptOf, concepts } from './concepts.js';
import { withRepliesTogether } from './replies-together.js';

/** A concept for all or a mixture, as an answer uses it. */
export type HeadlineConcept = Omit<Concept, 'id'> & { readonly id: HeadlineId };

/**
 * A concept for all, or one for each party.
 *
 * Formula of a mixture: s is stable for i iff it is so under i's own concept, and an equilibrium iff
 * it is stable for every party under that party's own. A step of i is an improvement that nothing
 * deters under i's concept; ends and offers follow from the steps. What counts as a reply to i is said
 * by i's concept alone, not by that of whoever replies.
 *
 * Source: Fang, Hipel and Kilgour (1993) allow a concept for each decision maker (recalled).
 *
 * @throws RangeError when a mixture leaves a party of the case out or names an unknown concept.
 */
export function headlineConcept(
  theCase: Case,
  id: HeadlineId,
  replies: Replies = 'alone',
): HeadlineConcept {
  const part = (one: ConceptId) =>
    replies === 'together' ? withRepliesTogether(conceptOf(one)) : conceptOf(one);
  if (!isMixture(id)) return part(id);
  const ids = theCase.parties.map((party) => conceptFor(id, party.id));
  const used = concepts.filter((concept) => ids.includes(concept.id));
  const who = (concept: ConceptId) =>
    theCase.parties.flatMap((party, at) => (ids[at] === concept ? [party.called] : []));
  return {
    id,
    name: 'a concept for each party',
    definition: used
      .map(({ id: one, name, definition }) => `${who(one).join(', ')} by ${name}: ${definition}`)
      .join(' '),
    formula: 's is stable for i iff it is so under the concept of i',
    source: [...new Set(used.map(({ source }) => source))].join('; '),
    deterrence: (model, control) => {
      const shared = new Map(
        used.map((concept) => [concept.id, part(concept.id).deterrence(model, control)] as const),
      );
      return (party) => {
        const own = shared.get(ids[party] as ConceptId);
        if (!own) throw new RangeError(`headlineConcept: there is no party ${party}`);
        return own(party);
      };
    },
  };
}
