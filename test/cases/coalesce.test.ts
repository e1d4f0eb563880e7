import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ConceptId } from '../../src/analysis/stability/concept.js';
import { tableConceptOf } from '../../src/analysis/stability/table-concepts.js';
import { buildModel, type Model } from '../../src/core/model.js';
import { truthTable } from '../../src/core/space.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { equilibriaOf } from '../small/small-cases.js';

const folder = join(import.meta.dirname, '..', '..', 'cases', 'published');
const textOf = (name: string) => readFileSync(join(folder, name, 'case.yaml'), 'utf8');
function modelOf(text: string): Model {
  const reading = readCase(text);
  if (!reading.case) expect.fail('the case has flaws');
  expect(reading.diagnostics.filter(({ code }) => code.startsWith('DET43'))).toEqual([]);
  return buildModel(reading.case);
}

/** The source's numbers of states. */
function numbersOf(model: Model, states: readonly number[]): readonly number[] {
  const tables = model.case.outcomes.map(({ when }) => truthTable(model.space, when));
  const numbers = states.map((state) => tables.findIndex((table) => table[state] === 1) + 1);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

// Fang, Hipel and Kilgour (1993): the four states of an abandoned plant are one, which leaves nine.
test('Elmira in nine states by coalescing has the equilibria of the twelve, and of the drawn nine', () => {
  const twelve = modelOf(textOf('fang-1993-options'));
  const merged = modelOf(
    `${textOf('fang-1993-options')}\ncoalesce: [{when: abandon, why: nothing matters after it}]\n`,
  );
  const drawn = modelOf(textOf('fang-1993'));
  expect([twelve.states, merged.states, drawn.states]).toEqual([12, 9, 9]);
  const concepts: readonly ConceptId[] = ['nash', 'gmr', 'smr', 'seq', 'sseq', 'firm'];
  for (const concept of concepts) {
    const expected = numbersOf(drawn, equilibriaOf(drawn, concept));
    expect(numbersOf(merged, equilibriaOf(merged, concept)), concept).toEqual(expected);
    expect(numbersOf(twelve, equilibriaOf(twelve, concept)), concept).toEqual(expected);
  }
  expect(numbersOf(merged, equilibriaOf(merged, 'seq'))).toEqual([5, 8, 9]);
  expect(numbersOf(merged, equilibriaOf(merged, 'gmr'))).toEqual([1, 4, 5, 8, 9]);
  // Pairwise relations go by the same moves.
  const table = tableConceptOf('gmr:b')?.stable(merged) ?? [];
  const held = Array.from({ length: 9 }, (_, state) => state).filter((state) =>
    table.every((row) => row[state] === 1),
  );
  expect(numbersOf(merged, held)).toEqual([1, 4, 5, 8, 9]);
});

test('a move into any of them leads to the one, and a move out of any of them leaves it', () => {
  const merged = modelOf(`${textOf('fang-1993-options')}\ncoalesce: [{when: abandon}]\n`);
  const abandoned = [...truthTable(merged.space, merged.case.outcomes[8]?.when ?? expect.fail())];
  const one = abandoned.indexOf(1);
  expect(abandoned.filter((cell) => cell === 1)).toHaveLength(1);
  for (let state = 0; state < merged.states; state += 1) {
    if (state !== one) expect(merged.moves.from(1, state)).toContain(one);
  }
  // Nobody can leave it, and what others change there changes nothing.
  expect([0, 1, 2].flatMap((party) => merged.moves.from(party, one))).toEqual([]);
});
