import { type ConceptId, type Deterrence, stableStates } from '../analysis/stability/concept.js';
import { conceptOf } from '../analysis/stability/concepts.js';
import type { Model } from '../core/model.js';
import { modelWithReading } from '../core/model-with-reading.js';
import type { RivalReading } from './make-stable-findings.js';

/**
 * Under which rival reading of a single party an outcome would hold for all, the others read as they
 * are in force. In the order of the case.
 *
 * Time of one verdict on every state for each rival reading and party.
 */
export function rivalReadings(
  model: Model,
  concept: ConceptId,
  state: number,
  stopped: () => boolean,
): readonly RivalReading[] {
  return model.case.parties.flatMap(({ id }, party) =>
    (model.case.preferences[party] ?? []).flatMap((reading): readonly RivalReading[] => {
      if (reading === model.readings[party] || stopped()) return [];
      const other = modelWithReading(model, party, reading);
      const deterrence = conceptOf(concept).deterrence(other);
      const holds = model.payoffs.every((_, who) => staysAt(other, who, deterrence(who), state));
      return [{ party: id, reading: reading.id, label: reading.label, holds }];
    }),
  );
}

function staysAt(model: Model, party: number, deterrence: Deterrence, state: number): boolean {
  return stableStates(model, party, deterrence)?.[state] === 1;
}
