import type { Model } from '../../core/model.js';
import { isWithinRelationalLimit } from './relational.js';

/**
 * A concept that says which states are stable for whom, and no more: it is shown as a table beside
 * the headline and cannot be the headline, because what it counts as a move or a reply does not come
 * from one order of outcomes.
 */
export type TableConcept = {
  readonly id: string;
  readonly name: string;
  /** The definition in one sentence, printed beside the name. */
  readonly definition: string;
  readonly formula: string;
  readonly source: string;
  /** Why it cannot be used on a model, as a clause; undefined where it can. */
  readonly applies: (model: Model) => string | undefined;
  /** For each party 1 where stable, per state. */
  readonly stable: (model: Model) => readonly Uint8Array[];
};

/** The limit of size as a clause, where a model is above it. */
export function relationalLimit(model: Model): string | undefined {
  return isWithinRelationalLimit(model)
    ? undefined
    : 'the case has too many outcomes and moves for concepts that compare outcomes pair by pair';
}
