import type { Case } from '../core/case.js';
import type { StateTables } from '../questions/state-tables.js';
import { dealsTables } from './deals-tables.js';
import type { DealsReport } from './deals-words.js';
import type { ExportTable } from './export-table.js';
import type { HoldsReport } from './holds-words.js';
import type { Stamp } from './stamp.js';

/**
 * The tables of an answer to `holds`, and of one to `deals` where there is one, for spreadsheets and statistics programs.
 *
 * Outcomes are numbered as in the answer. Lists in one cell (groups) are ids with spaces between; ids
 * have no spaces. Columns that belong to an issue, a party or a concept are named by its id after a
 * full stop, which no id has: `issue.pump`, `payoff.North`, `firm.North`, `firm.all`.
 */
export function exportTables(
  theCase: Case,
  report: HoldsReport,
  tables: StateTables,
  stamp: Stamp,
  deals?: DealsReport,
): readonly ExportTable[] {
  const { parties } = report;
  return [
    about(theCase, report, stamp, deals?.limits ?? []),
    states(theCase, report, tables),
    {
      name: 'steps',
      header: ['party', 'from', 'to'],
      *rows() {
        for (const [party, id] of parties.entries()) {
          for (let from = 0; from < tables.states; from += 1) {
            for (const to of tables.steps(party, from)) yield [id, from, to];
          }
        }
      },
    },
    {
      name: 'ends',
      header: ['end', 'state', 'outcomes_in_circle'],
      rows: () =>
        report.ends.flatMap((end, at) => end.map((state) => [at, state, end.length] as const)),
    },
    {
      name: 'offers',
      header: ['state', 'from', 'group', 'sign'],
      rows: () =>
        report.onOffer.map(({ state, from, group, sign }) => [state, from, group.join(' '), sign]),
    },
    {
      name: 'side_deals',
      header: ['from', 'to', 'group', 'crosses_red_line_of'],
      rows: () =>
        report.sideDeals.map(({ from, to, group, crossing }) => [
          from,
          to,
          group.join(' '),
          crossing.join(' '),
        ]),
    },
    verdicts(report),
    {
      name: 'named',
      header: [
        'kind',
        'id',
        'label',
        'states',
        'holding',
        'nearest',
        'nearest_holds',
        'nearest_holding',
      ],
      rows: () =>
        report.named.map(({ kind, id, label, states: count, holding, nearest, nearestHolding }) => [
          kind,
          id,
          label,
          count,
          holding.length,
          nearest?.state ?? null,
          nearest ? Number(nearest.holds) : null,
          nearestHolding,
        ]),
    },
    ...(deals ? dealsTables(deals) : []),
  ];
}

/** What the other tables were made from. */
function about(
  theCase: Case,
  report: HoldsReport,
  stamp: Stamp,
  further: readonly string[],
): ExportTable {
  const { options } = report;
  const limits = [...new Set([...report.limits, ...further])];
  const list = (record: Readonly<Record<string, string>>) =>
    Object.entries(record).map(([key, value]) => `${key} = ${value}`);
  return {
    name: 'about',
    header: ['key', 'value'],
    rows: () => [
      ['title', theCase.title],
      ...(theCase.handling === undefined ? [] : [['handling', theCase.handling] as const]),
      ['case_file_sha256', stamp.hash],
      ['version', stamp.version],
      ...(stamp.command === undefined ? [] : [['command', stamp.command] as const]),
      ...options.concepts.map((id) => ['concept', id] as const),
      ...list(options.readings).map((text) => ['reading', text] as const),
      ...list(options.where).map((text) => ['fixed', text] as const),
      ...theCase.parties.map(({ id, name }) => ['party', `${id} = ${name}`] as const),
      ...limits.map((text) => ['limit', text] as const),
    ],
  };
}

function states(theCase: Case, report: HoldsReport, tables: StateTables): ExportTable {
  const { parties } = report;
  const { concepts } = tables;
  const [headline] = concepts;
  const marks = new Map(report.verdicts.map(({ state, mark }) => [state, mark]));
  return {
    name: 'states',
    header: [
      'state',
      ...theCase.issues.map(({ id }) => `issue.${id}`),
      ...parties.map((id) => `payoff.${id}`),
      ...concepts.flatMap((concept) => [
        ...parties.map((id) => `${concept}.${id}`),
        `${concept}.all`,
      ]),
      'today',
      'would_hold',
      'mark',
    ],
    *rows() {
      for (let state = 0; state < tables.states; state += 1) {
        const levels = tables.levels(state);
        yield [
          state,
          ...theCase.issues.map((issue, at) => issue.levels[levels[at] as number]?.id ?? null),
          ...parties.map((_, party) => tables.payoff(party, state)),
          ...concepts.flatMap((concept) => [
            ...parties.map((_, party) => Number(tables.isStable(concept, party, state))),
            Number(tables.isEquilibrium(concept, state)),
          ]),
          Number(state === report.today),
          Number(headline !== undefined && tables.isEquilibrium(headline, state)),
          marks.get(state) ?? null,
        ];
      }
    },
  };
}

/** One row for each outcome that would hold and that reasons were worked out for. */
function verdicts(report: HoldsReport): ExportTable {
  const { parties } = report;
  return {
    name: 'verdicts',
    header: [
      'state',
      'mark',
      'end',
      'on_offer',
      'crosses_red_line_of',
      ...parties.map((id) => `against_today.${id}`),
      ...parties.map((id) => `stays_because.${id}`),
    ],
    rows: () =>
      report.verdicts.map(({ state, mark, end, offers, crossing, againstToday, reasons }) => [
        state,
        mark,
        end,
        Number(offers.length > 0),
        crossing.join(' '),
        ...parties.map((id) => againstToday[id] ?? null),
        ...parties.map((id) => reasons.find(({ party }) => party === id)?.verdict ?? null),
      ]),
  };
}
