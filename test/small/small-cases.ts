import { type ConceptId, stableStates } from '../../src/analysis/stability/concept.js';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import type { Case } from '../../src/core/case.js';
import { buildModel, type Model } from '../../src/core/model.js';
import { type Arcs, targetsOf } from '../../src/core/moves.js';
import { readCase } from '../../src/io/case-file/read-case.js';

/** A case from the text of its file. @throws Error with every flaw that stands in the way. */
export function caseOfText(text: string): Case {
  const { case: theCase, diagnostics } = readCase(text);
  if (!theCase) throw new Error(diagnostics.map(({ what }) => what).join('; '));
  return theCase;
}

/** The same with its first line and title left out of the text, put into a model. */
export function modelOfText(text: string): Model {
  return buildModel(caseOfText(`detente: 1\ntitle: small\n${text}`));
}

const letters = ['A', 'B', 'C', 'D'];

/**
 * A game of levers: party i alone decides lever i, so that bit i of a state's number is its lever.
 *
 * @param rankings - for each party all states, best first; an inner list holds states ranked equally.
 */
export function gameOf(rankings: readonly (readonly (number | readonly number[])[])[]): Model {
  const parties = letters.slice(0, rankings.length);
  const outcome = (state: number) =>
    parties
      .map((id, bit) => `${id.toLowerCase()} = ${Math.floor(state / 2 ** bit) % 2 ? 'yes' : 'no'}`)
      .join(' and ');
  const entry = (states: number | readonly number[]) =>
    `        - ${[states]
      .flat()
      .map((state) => `(${outcome(state)})`)
      .join(' or ')}`;
  return modelOfText(`
parties: {${parties.map((id) => `${id}: ${id}`).join(', ')}}
issues:
${parties.map((id) => `  ${id.toLowerCase()}: {lever: ${id}}`).join('\n')}
today: {${parties.map((id) => `${id.toLowerCase()}: no`).join(', ')}}
preferences:
${rankings
  .map(
    (ranking, party) =>
      `  ${parties[party]}:\n    given:\n      ranking:\n${ranking.map(entry).join('\n')}`,
  )
  .join('\n')}
`);
}

/** Each cooperates or not; state 3 is both, 0 neither. Payoffs 4 temptation, 3, 2, 1 as in the books. */
export const prisonersDilemma = gameOf([
  [2, 3, 0, 1],
  [1, 3, 0, 2],
]);

/** Each yields or not; state 3 is both, 0 neither, the worst for both. */
export const chicken = gameOf([
  [2, 3, 1, 0],
  [1, 3, 2, 0],
]);

/** A wants the levers equal, B wants them different. */
export const matchingPennies = gameOf([
  [
    [0, 3],
    [1, 2],
  ],
  [
    [1, 2],
    [0, 3],
  ],
]);

/** Three parties; state 4 is SEQ stable for A by a reply of three moves (published.md, A5). */
export const threeStepReply = gameOf([
  [5, 0, 3, 7, 4, 2, 6, 1],
  [0, 2, 1, 6, 4, 7, 5, 3],
  [0, 4, 3, 7, 5, 6, 1, 2],
]);

/** For each party the states that are stable for it under a concept. */
export function stableFor(model: Model, id: ConceptId): readonly (readonly number[])[] {
  const deterrence = conceptOf(id).deterrence(model);
  return model.case.parties.map((_, party) => {
    const stable = stableStates(model, party, deterrence(party)) ?? [];
    return [...stable].flatMap((one, state) => (one === 1 ? [state] : []));
  });
}

/** The states that are stable for every party. */
export function equilibriaOf(model: Model, id: ConceptId): readonly number[] {
  const [first = [], ...others] = stableFor(model, id);
  return first.filter((state) => others.every((stable) => stable.includes(state)));
}

/** The targets of arcs from every state, as lists. */
export function rowsOf(arcs: Arcs | undefined): readonly (readonly number[])[] {
  if (!arcs) throw new RangeError('rowsOf: there are no arcs');
  return Array.from({ length: arcs.offsets.length - 1 }, (_, state) => [...targetsOf(arcs, state)]);
}
