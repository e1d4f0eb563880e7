import { readFileSync } from 'node:fs';
import { type ConceptId, stableStates } from '../../src/analysis/stability/concept.js';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import type { Case } from '../../src/core/case.js';
import { buildModel, type Model, type ReadingSet } from '../../src/core/model.js';
import { levelsOf } from '../../src/core/space.js';
import { readCase } from '../../src/io/case-file/read-case.js';

/** The case of a file beside this one, or at another path from here. @throws Error when it has errors. */
export function caseAt(path: string): Case {
  const reading = readCase(readFileSync(new URL(path, import.meta.url), 'utf8'));
  if (!reading.case) {
    throw new Error(`${path}: ${reading.diagnostics.map(({ what }) => what).join('; ')}`);
  }
  return reading.case;
}

/** A reading set by reading ids, `US: 'conditional'`; the first reading for a party left out. */
export function readingSet(theCase: Case, chosen: Readonly<Record<string, string>>): ReadingSet {
  return theCase.parties.map(({ id }, party) => {
    const readings = theCase.preferences[party] ?? [];
    const name = chosen[id];
    if (name === undefined) return readings.length > 0 ? 0 : -1;
    const index = readings.findIndex((reading) => reading.id === name);
    if (index === -1) throw new RangeError(`readingSet: ${id} has no reading ${name}`);
    return index;
  });
}

/** Every combination of one reading a party. */
export function allReadingSets(theCase: Case): readonly ReadingSet[] {
  return theCase.preferences.reduce<readonly ReadingSet[]>(
    (sets, readings) =>
      sets.flatMap((set) =>
        readings.length > 0 ? readings.map((_, index) => [...set, index]) : [[...set, -1]],
      ),
    [[]],
  );
}

/** The states that are stable for every party, ascending. */
export function equilibria(model: Model, concept: ConceptId): readonly number[] {
  const deterrence = conceptOf(concept).deterrence(model);
  const stable = model.payoffs.map((_, party) => stableStates(model, party, deterrence(party)));
  return Array.from({ length: model.states }, (_, state) => state).filter((state) =>
    stable.every((verdicts) => verdicts?.[state] === 1),
  );
}

/** The levers that say yes at a state, in case order: `aid_halt us_relief`. */
export function leversAt(model: Model, state: number): string {
  const levels = levelsOf(model.space, state);
  return model.case.issues
    .filter((_, issue) => levels[issue] === 1)
    .map(({ id }) => id)
    .join(' ');
}

/** The equilibria under the chosen readings as sets of levers, sorted. */
export function leverEquilibria(
  theCase: Case,
  concept: ConceptId,
  chosen: Readonly<Record<string, string>> = {},
): readonly string[] {
  const model = buildModel(theCase, readingSet(theCase, chosen));
  return equilibria(model, concept)
    .map((state) => leversAt(model, state))
    .sort();
}

/** How many equilibria each concept has on the default readings. */
export function counts(
  theCase: Case,
  concepts: readonly ConceptId[],
): Readonly<Record<string, number>> {
  const model = buildModel(theCase);
  return Object.fromEntries(concepts.map((id) => [id, equilibria(model, id).length]));
}
