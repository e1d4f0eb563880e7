import type { OutcomeLook } from '../../index.js';
import { ConceptName } from '../concepts/concept-name.js';
import { useConcepts } from '../concepts/concepts-context.js';

/** Which concepts would have the outcome hold, the one that decides first. */
export function ConceptVerdicts({ verdicts }: { readonly verdicts: OutcomeLook['concepts'] }) {
  const concepts = useConcepts();
  const told = verdicts.flatMap(({ id, holds }) => {
    const concept = concepts.find((one) => one.id === id);
    return concept ? [{ concept, holds }] : [];
  });
  if (told.length === 0) return null;
  return (
    <section className="by-concept" aria-labelledby="by-concept-heading">
      <h4 id="by-concept-heading">Held by concept</h4>
      <ul>
        {told.map(({ concept, holds }) => (
          <li key={concept.id}>
            <ConceptName concept={concept} /> {holds ? 'holds' : 'does not hold'}
          </li>
        ))}
      </ul>
    </section>
  );
}
