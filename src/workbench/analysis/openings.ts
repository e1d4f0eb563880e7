import {
  allDoubtKinds,
  type Case,
  caseAfter,
  type Doubt,
  type DoubtFound,
  doubtsFound,
  doubtsOf,
  doubtWords,
  type EnsembleOptions,
  ensemble,
  ensemblePlan,
  expressionWords,
  outcomeCount,
  type Path,
} from '../../index.js';
import type { ActIssue, ActLevel, OpenDoubt, Openings } from './protocol.js';
import { rivalOptions } from './rivals.js';

/** What a case leaves open and what could be done in it. */
export function openingsOf(theCase: Case): Omit<Openings, 'aside'> {
  const doubts = doubtsOf(theCase);
  return {
    doubts: doubtsFound(theCase).map((found) => openDoubt(theCase, found)),
    places: Object.fromEntries(
      doubts.flatMap(({ id, about }) => {
        const path = placeOf(theCase, about);
        return path === undefined ? [] : [[id, path]];
      }),
    ),
    acts: theCase.today === undefined ? [] : actsOf(theCase, theCase.today),
    size: {
      outcomes: Number(outcomeCount(theCase)),
      sets: {
        readings: setsOf(theCase, ['reading']),
        everything: setsOf(theCase, allDoubtKinds),
      },
      areReadingsToldOf: rivalOptions(theCase) !== undefined,
    },
  };
}

function openDoubt(theCase: Case, found: DoubtFound): OpenDoubt {
  const { cell, clause } = doubtWords(theCase, found);
  const isReading = found.kind === 'reading';
  return {
    ...found,
    cases: isReading ? found.cases : found.cases.map(({ id }) => ({ id, label: cell(id) })),
    clauses: Object.fromEntries(found.cases.map(({ id }) => [id, clause(id)])),
  };
}

function setsOf(theCase: Case, vary: EnsembleOptions['vary']): number | null {
  const plan = ensemblePlan(theCase, doubtsOf(theCase, { vary }), ensemble.defaults);
  return plan.mode === 'every set' ? plan.total : null;
}

function placeOf(theCase: Case, about: Doubt['about']): Path | undefined {
  switch (about.kind) {
    case 'reading':
      return theCase.preferences[about.party]?.[0]?.path.slice(0, -1);
    case 'want':
      return theCase.preferences[about.party]?.[about.reading]?.wants?.[about.group]?.[about.place]
        ?.path;
    case 'order': {
      const reading = theCase.preferences[about.party]?.[about.reading];
      return about.list === 'wants'
        ? reading?.wants?.[about.first]?.[0]?.path
        : reading?.ranking?.[about.first]?.path;
    }
    case 'rule':
      return theCase.rules[about.rule]?.path;
    case 'today':
      return theCase.openToday.find(({ issue }) => issue === about.settings[0]?.issue)?.path;
    case 'number':
      return about.range.path;
  }
}

function actsOf(theCase: Case, today: readonly number[]): readonly ActIssue[] {
  return theCase.issues.map(({ id, label, levels }, issue) => ({
    id,
    label,
    levels: levels.map(
      (level, at): ActLevel => ({
        id: level.id,
        label: level.label,
        says: expressionWords(
          { kind: 'comparison', issue, operator: '=', level: at, span: { start: 0, end: 0 } },
          theCase,
        ),
        isToday: today[issue] === at,
        ...doersOf(theCase, { issue, level: at }),
      }),
    ),
  }));
}

function doersOf(
  theCase: Case,
  setting: { readonly issue: number; readonly level: number },
): Pick<ActLevel, 'doers' | 'by' | 'hindrance'> {
  const plain = caseAfter(theCase, [{ setting, by: undefined }]);
  const ids = (parties: readonly number[]) =>
    parties.flatMap((party) => theCase.parties[party]?.id ?? []);
  if (plain.case !== undefined) {
    return { doers: ids(plain.acts[0]?.actors ?? []), by: [], hindrance: undefined };
  }
  const by = theCase.parties.flatMap(({ id }, party) =>
    caseAfter(theCase, [{ setting, by: party }]).case === undefined ? [] : [id],
  );
  const [problem] = plain.problems;
  return {
    doers: [],
    by,
    hindrance: by.length > 0 ? undefined : [problem?.what, ...(problem?.details ?? [])].join('; '),
  };
}
