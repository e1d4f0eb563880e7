import { expect, test } from 'vitest';
import type { ConceptShown } from './concepts-context.js';
import { nameConcepts } from './name-concepts.js';

const concept = (name: string): ConceptShown => ({
  id: 'seq',
  name,
  definition: '',
  source: '',
});
const concepts = ['firm', 'SEQ', 'SSEQ', 'Nash', 'L_h'].map(concept);
const told = (text: string) =>
  nameConcepts(text, concepts).map((piece) =>
    typeof piece === 'string' ? piece : `<${piece.name}>`,
  );

test('a text without a name is itself', () => {
  expect(told('things stay as today')).toEqual(['things stay as today']);
});

test('a name with a capital is found as a word of its own', () => {
  expect(told('only by SEQ (or SSEQ), not Nashville')).toEqual([
    'only by ',
    '<SEQ>',
    ' (or ',
    '<SSEQ>',
    '), not Nashville',
  ]);
  expect(told('L_h holds')).toEqual(['<L_h>', ' holds']);
});

test('a name that is also an English word counts only after "under"', () => {
  expect(told('a firm stand')).toEqual(['a firm stand']);
  expect(told('under “firm” (our own)')).toEqual(['under “', '<firm>', '” (our own)']);
  expect(told('stable under firm: each')).toEqual(['stable under ', '<firm>', ': each']);
});
