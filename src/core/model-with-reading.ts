import type { Case, Reading } from './case.js';
import { buildModel, type Model } from './model.js';

/**
 * The model in which one party is read in another way, all else as it was.
 *
 * The reading may be one that the case does not hold: it takes the place of the one in force, or of
 * the indifference of a party that has none.
 * @throws RangeError for a party that the model does not have.
 *
 * Time as `buildModel`.
 */
export function modelWithReading(model: Model, party: number, reading: Reading): Model {
  const { case: theCase, space } = model;
  if (!theCase.parties[party]) {
    throw new RangeError(`modelWithReading: there is no party ${party}`);
  }
  const inForce = theCase.preferences.map((readings, who) => {
    const current = model.readings[who];
    if (current) return readings.indexOf(current);
    return who === party ? readings.length : -1;
  });
  const changed: Case = {
    ...theCase,
    preferences: theCase.preferences.map((readings, who) =>
      who === party ? readings.toSpliced(inForce[party] as number, 1, reading) : readings,
    ),
  };
  const settings = space.fixed.flatMap((level, issue) => (level === -1 ? [] : [{ issue, level }]));
  return buildModel(changed, inForce, settings);
}
