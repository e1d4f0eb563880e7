import type { ConceptShown } from './concepts-context.js';

/** A piece of a text: words, or the name of a concept. */
export type NamedPiece = string | ConceptShown;

/**
 * Finds the names of concepts in a text. A name with a capital counts wherever it stands as a word of
 * its own; one without (`firm` is also an English word) only after "under".
 */
export function nameConcepts(
  text: string,
  concepts: readonly ConceptShown[],
): readonly NamedPiece[] {
  const pieces: NamedPiece[] = [];
  let done = 0;
  for (const { index, name, concept } of namesIn(text, concepts)) {
    if (index < done) continue;
    if (index > done) pieces.push(text.slice(done, index));
    pieces.push(concept);
    done = index + name.length;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}

function namesIn(text: string, concepts: readonly ConceptShown[]) {
  const found = concepts.flatMap((concept) => {
    const { name } = concept;
    const before = /\p{Lu}/u.test(name) ? '(?<![\\p{L}\\p{N}_])' : '(?<=\\bunder “?)';
    const pattern = new RegExp(`${before}${escaped(name)}(?![\\p{L}\\p{N}_])`, 'gu');
    return [...text.matchAll(pattern)].map(({ index }) => ({ index, name, concept }));
  });
  return found.sort((a, b) => a.index - b.index || b.name.length - a.name.length);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
