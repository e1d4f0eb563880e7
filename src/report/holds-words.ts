import type { Case } from '../core/case.js';
import type { Report } from '../core/report.js';
import type { HoldsFindings, HoldsOptions } from '../questions/holds-findings.js';
import { type OutcomeName, type Words, wordsFor } from './words.js';

export type HoldsReport = Report<HoldsOptions, HoldsFindings>;

/**
 * Level index of every issue at a state: of one that the answer speaks of, or of any where it lists
 * the states; else empty.
 */
export function levelsAt(theCase: Case, report: HoldsReport, state: number): readonly number[] {
  const told = report.levels[String(state)];
  if (told) return told;
  const listed = report.states[state]?.levels;
  if (!listed) return [];
  return theCase.issues.map(({ id, levels }) =>
    levels.findIndex((level) => level.id === listed[id]),
  );
}

/** Words for the outcomes of a `holds` answer, which are numbered where a reader can ask by number. */
export function wordsForHolds(theCase: Case, report: HoldsReport, isNumbered = false): Words {
  const levelsOf = (state: number) => levelsAt(theCase, report, state);
  const names = namesOf(report);
  const [concept = 'firm'] = report.options.concepts;
  return wordsFor(
    theCase,
    report.today,
    levelsOf,
    names,
    concept,
    report.options.readings,
    isNumbered,
  );
}

/** The named outcomes, as names for states. */
export function namesOf(report: HoldsReport): readonly OutcomeName[] {
  return report.named
    .filter(({ kind }) => kind === 'outcome')
    .map(({ id, label, states, nearest }) => ({
      id,
      label,
      states,
      nearest: nearest?.state ?? null,
    }));
}

/** How many outcomes would hold; reasons may have been worked out for fewer. */
export function holdingCount(report: HoldsReport): number {
  const [headline] = report.options.concepts;
  return (headline && report.equilibria[headline]?.length) || 0;
}
