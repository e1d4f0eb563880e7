import type { Model } from '../../core/model.js';

/** Steps of work for each state and party. */
const stepsOfState = 200;

/** The steps of work (`WorkBudget`) that one verdict of a concept on a fresh model is counted as. */
export function verdictSteps(model: Model): number {
  return model.states * model.parties * stepsOfState;
}
