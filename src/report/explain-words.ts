import type { Case } from '../core/case.js';
import type { Report } from '../core/report.js';
import type { ExplainFindings, ExplainOptions } from '../questions/explain.js';
import { type Words, wordsFor } from './words.js';

export type ExplainReport = Report<ExplainOptions, ExplainFindings>;

/** Words for the outcomes of an `explain` answer. */
export function wordsForExplain(theCase: Case, report: ExplainReport): Words {
  return wordsFor(
    theCase,
    report.today,
    (state) => report.levels[String(state)] ?? [],
    report.names,
    report.options.concept,
    report.options.readings,
  );
}
