import type { ConceptId } from '../analysis/stability/concept.js';
import { stays } from '../analysis/stability/stays.js';
import type { Model } from '../core/model.js';
import { modelWithReading } from '../core/model-with-reading.js';
import type { RivalReading } from './make-stable-findings.js';

/**
 * Under which rival reading of a single party an outcome would hold for all, the others read as they
 * are in force. In the order of the case.
 *
 * Time of one verdict on the state for each rival reading and party.
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
      const holds = model.payoffs.every((_, who) => stays(other, concept, who, state));
      return [{ party: id, reading: reading.id, label: reading.label, holds }];
    }),
  );
}
