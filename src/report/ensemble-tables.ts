import type { EnsembleReport } from './ensemble-shares.js';
import type { ExportTable } from './export-table.js';

/**
 * The tables of an answer on what would change it: the things in doubt, a row for each of their cases;
 * the shares; how each depends on each case; what turns an answer, a row for each change; what to find
 * out; pairs that do not add up; what parties might choose.
 */
export function ensembleTables(report: EnsembleReport): readonly ExportTable[] {
  return [
    doubtTable(report),
    shareTable(report),
    tornadoTable(report),
    flipTable(report),
    findOutTable(report),
    interactionTable(report),
    choiceTable(report),
  ];
}

function doubtTable({ doubts }: EnsembleReport): ExportTable {
  return {
    name: 'doubts',
    header: [
      'doubt',
      'kind',
      'party',
      'reading',
      'label',
      'case',
      'case_label',
      'weight',
      'questions',
    ],
    rows: () =>
      doubts.flatMap(({ id, kind, party, reading, label, cases, weights, questions }) =>
        cases.map((one, at) => [
          id,
          kind,
          party,
          reading,
          label,
          one.id,
          one.label,
          weights?.[at] ?? null,
          questions.join(' '),
        ]),
      ),
  };
}

function shareTable({ columns, sets }: EnsembleReport): ExportTable {
  return {
    name: 'shares',
    header: [
      'column',
      'readout',
      'subject',
      'label',
      'by_default',
      'count',
      'sets',
      'share',
      'error',
    ],
    rows: () =>
      columns.map(({ id, readout, subject, label, byDefault, count, share, error }) => [
        id,
        readout,
        subject,
        label,
        byDefault === null ? null : Number(byDefault),
        count,
        sets,
        share,
        error,
      ]),
  };
}

function tornadoTable({ tornadoes }: EnsembleReport): ExportTable {
  return {
    name: 'tornado',
    header: ['column', 'doubt', 'case', 'sets', 'share', 'error', 'swing', 'information'],
    rows: () =>
      tornadoes.flatMap(({ column, bars }) =>
        bars.flatMap(({ doubt, cases, swing, information }) =>
          cases.map(({ id, sets, share, error }) => [
            column,
            doubt,
            id,
            sets,
            share,
            error,
            swing,
            information,
          ]),
        ),
      ),
  };
}

/** One row a change; the changes of one way belong together. */
function flipTable({ flips }: EnsembleReport): ExportTable {
  return {
    name: 'flips',
    header: ['column', 'way', 'doubt', 'case', 'searched'],
    rows: () =>
      flips.flatMap(({ column, changes, searched }) =>
        changes.length === 0
          ? [[column, null, null, null, searched]]
          : changes.flatMap((list, way) =>
              list.map((change) => [column, way, change.doubt, change.case, searched]),
            ),
      ),
  };
}

function findOutTable({ findOut }: EnsembleReport): ExportTable {
  return {
    name: 'find_out',
    header: ['doubt', 'information', 'column', 'swing'],
    rows: () =>
      findOut.map(({ doubt, information, column, swing }) => [doubt, information, column, swing]),
  };
}

function interactionTable({ interactions }: EnsembleReport): ExportTable {
  return {
    name: 'interactions',
    header: [
      'column',
      'first',
      'first_from',
      'first_to',
      'second',
      'second_from',
      'second_to',
      'effect',
      'error',
    ],
    rows: () =>
      interactions.map(({ column, doubts, cases, effect, error }) => [
        column,
        doubts[0],
        ...cases[0],
        doubts[1],
        ...cases[1],
        effect,
        error,
      ]),
  };
}

function choiceTable({ choices }: EnsembleReport): ExportTable {
  return {
    name: 'choices',
    header: [
      'party',
      'issue',
      'level',
      'best',
      'no_worse',
      'better',
      'best_error',
      'no_worse_error',
      'better_error',
    ],
    rows: () =>
      choices.map(({ party, issue, level, best, noWorse, better, errors }) => [
        party,
        issue,
        level,
        best,
        noWorse,
        better,
        errors?.best ?? null,
        errors?.noWorse ?? null,
        errors?.better ?? null,
      ]),
  };
}
