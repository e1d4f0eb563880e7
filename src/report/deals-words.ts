import type { Case } from '../core/case.js';
import type { Report } from '../core/report.js';
import type { DealsFindings, DealsOptions } from '../questions/deals-findings.js';
import { series } from './phrases.js';
import { type OutcomeName, type Words, wordsFor } from './words.js';

export type DealsReport = Report<DealsOptions, DealsFindings>;

/** Words for the outcomes of an answer on deals, which are numbered where a reader can ask by number. */
export function wordsForDeals(
  theCase: Case,
  report: DealsReport,
  isNumbered = false,
  names: readonly OutcomeName[] = report.names ?? [],
): Words {
  return wordsFor(
    theCase,
    report.today,
    (state) => report.levels[String(state)] ?? [],
    names,
    report.options.concept,
    report.options.readings,
    isNumbered,
  );
}

/** An outcome given by the ids of its levels, as clauses; where there is a today, what differs from it. */
export function packageWords(
  theCase: Case,
  words: Words,
  levels: Readonly<Record<string, string>>,
): string {
  const clauses = theCase.issues.flatMap((issue, at) => {
    const level = issue.levels.findIndex(({ id }) => id === levels[issue.id]);
    return level === -1 || level === theCase.today?.[at] ? [] : [words.clause(at, level)];
  });
  return clauses.length === 0 ? 'as today' : series(clauses);
}

/** Changes up to this number are told as changes; beyond, an outcome is told whole. */
const mostChanges = 4;

/** An outcome beside another: `the same, but Russia and Ukraine negotiate`; whole where much differs. */
export function sameBut(words: Words, report: DealsReport, from: number, to: number): string {
  const [before = [], after = []] = [from, to].map((state) => report.levels[String(state)]);
  const clauses = after.flatMap((level, issue) =>
    level === before[issue] || level === -1 ? [] : [words.clause(issue, level)],
  );
  return clauses.length === 0 || clauses.length > mostChanges
    ? words.fullOutcome(to)
    : `the same, but ${series(clauses)}`;
}

/** Whether something could be agreed: a deal that would hold as well, where that can be asked. */
export function isSomethingAgreeable(report: DealsReport): boolean {
  if (report.today !== null) return report.headline.length > 0;
  if (report.counts) return report.counts.acceptable > 0;
  return (report.frontier?.individuallyRational ?? 0) > 0;
}
