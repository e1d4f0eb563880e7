import { type Case, type DealsReport, deals, type HoldsReport } from '../index.js';
import { answerOf } from './kept-answer.js';
import type { Terminal } from './terminal.js';

/** Of which case, and where results about it may be kept. */
type Beside = {
  readonly path: string;
  readonly caseHash: string;
  readonly theCase: Case;
  readonly useCache: boolean;
};

/**
 * What could be agreed, asked as an answer on what holds was; undefined where that cannot be asked of
 * the case.
 */
export function dealsBeside(
  terminal: Terminal,
  { options: { readings, where, concepts, replies } }: HoldsReport,
  beside: Beside,
): DealsReport | undefined {
  const [concept = deals.defaults.concept] = concepts;
  const options = { ...deals.defaults, readings, where, concept, replies };
  if (deals.check(beside.theCase, options).length > 0) return undefined;
  return answerOf(terminal, { ...beside, analysis: deals, options, label: 'steps of the work' });
}
