import { countSets } from '../analysis/uncertainty/assumption-set.js';
import { doubtsOf } from '../analysis/uncertainty/doubts-of.js';
import type { Case } from '../core/case.js';
import { outcomeCount } from '../core/space.js';
import { ensemble } from './ensemble.js';
import type { EnsembleOptions } from './ensemble-findings.js';
import { mostListedSets } from './ensemble-plan.js';

/** Most outcomes times combinations of readings: some seconds of work. */
const mostWork = 2n ** 24n;

/**
 * What the brief asks of an ensemble: every combination of the rival readings.
 *
 * @param asked - as the brief was asked, but for its readings: all of them are varied.
 * @returns undefined where no party has a rival reading, where there are more combinations than are
 *   listed, or where answering them would keep the brief waiting.
 */
export function briefEnsemble(
  theCase: Case,
  asked: Pick<EnsembleOptions, 'where' | 'concept' | 'replies'>,
): EnsembleOptions | undefined {
  const vary = ['reading'] as const;
  const sets = countSets(doubtsOf(theCase, { vary })) ?? 0n;
  const isShort = sets <= BigInt(mostListedSets) && sets * outcomeCount(theCase) <= mostWork;
  if (sets < 2n || !isShort || theCase.today === undefined) return undefined;
  return { ...ensemble.defaults, ...asked, vary };
}
