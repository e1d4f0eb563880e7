import type { Case } from '../core/case.js';
import { expressionWords } from '../core/expression-words.js';
import type { Model } from '../core/model.js';
import type { CaseOptions } from './case-options.js';
import { perceptionAssumptions } from './perception-assumptions.js';

/** What an answer takes as given, in sentences: the reading of each party, and the issues that are fixed. */
export function assumptionsOf(theCase: Case, model: Model, options: CaseOptions): string[] {
  const readings = theCase.parties.flatMap((party, index) => {
    const reading = model.readings[index];
    if (!reading) {
      return [`${party.name} is taken to be indifferent: the case gives it no preferences.`];
    }
    // Wants given without readings have no rival and no label of their own.
    return reading.id === 'stated' ? [] : [`${party.name} is read as: ${reading.label}.`];
  });
  const fixed = theCase.issues.flatMap((issue, index) => {
    const level = model.space.fixed[index] as number;
    if (level === -1) return [];
    const why = Object.hasOwn(options.where, issue.id) ? 'fixed for this answer' : 'context';
    const clause = expressionWords(
      { kind: 'comparison', issue: index, operator: '=', level, span: { start: 0, end: 0 } },
      theCase,
    );
    return [`Taken as given: ${clause} (${why}).`];
  });
  return [...readings, ...fixed, ...perceptionAssumptions(model)];
}

/** The id of the reading in force, for each party that has one. */
export function readingsInForce(model: Model): Record<string, string> {
  return Object.fromEntries(
    model.case.parties.flatMap(({ id }, party) => {
      const reading = model.readings[party];
      return reading ? [[id, reading.id]] : [];
    }),
  );
}
