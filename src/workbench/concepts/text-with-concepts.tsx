import { withKeys } from '../page/with-keys.js';
import { ConceptName } from './concept-name.js';
import { useConcepts } from './concepts-context.js';
import { nameConcepts } from './name-concepts.js';

/**
 * A text in which each concept's name can be asked what it means; `isName` where the text as a whole
 * may be one.
 */
export function TextWithConcepts({
  text,
  isName = false,
}: {
  readonly text: string;
  readonly isName?: boolean;
}) {
  const concepts = useConcepts();
  const named = isName ? concepts.find(({ name }) => name === text) : undefined;
  if (named) return <ConceptName concept={named} />;
  const pieces = nameConcepts(text, concepts);
  if (pieces.every((piece) => typeof piece === 'string')) return text;
  return withKeys(pieces, (piece) => (typeof piece === 'string' ? piece : piece.id)).map(
    ({ key, item }) => (typeof item === 'string' ? item : <ConceptName key={key} concept={item} />),
  );
}
