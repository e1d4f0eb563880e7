import { improvementsFrom, type Model } from '../../core/model.js';
import type { ConceptId } from './concept.js';
import { conceptOf } from './concepts.js';

/** Whether a state is stable for a party: each of its improvements from there is deterred. */
export function stays(model: Model, concept: ConceptId, party: number, state: number): boolean {
  const improvements = improvementsFrom(model, party, state);
  if (improvements.length === 0) return true;
  const { isDeterred } = conceptOf(concept).deterrence(model)(party);
  return improvements.every((to) => isDeterred(state, to));
}
