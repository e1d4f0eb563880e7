import { type Case, hasErrors, readCase } from '../../index.js';
import type { Readings } from '../analysis/protocol.js';
import { premisesOf } from '../analysis/suppose.js';
import type { EnsembleAsked } from './ensemble-protocol.js';

/** The case that is counted over, and the readings that are not varied. */
export type CountedCase = {
  readonly theCase: Case;
  readonly hash: string;
  readonly readings: Readings;
};

/**
 * The case that a count is about: what is supposed done is done in it, what is chosen on the page is
 * kept where the count is asked to keep it. Every worker makes it from the same text, alike.
 *
 * @throws Error where the text has errors.
 */
export function countedCase({ of, choices }: EnsembleAsked): CountedCase {
  const { case: written, diagnostics, hash } = readCase(of.text);
  if (!written || hasErrors(diagnostics)) throw new Error('the case text has errors');
  const { doubts, acts } = of.supposed;
  const { theCase, readings } = premisesOf(written, {
    readings: choices.keepsChosen ? of.readings : {},
    supposed: { doubts: choices.keepsChosen ? doubts : {}, acts },
  });
  return { theCase, hash, readings };
}
