import type { Case } from '../core/case.js';
import type { ColumnShare, Readout } from '../questions/ensemble-findings.js';
import type { Block, Inline } from './document.js';
import { toldColumns } from './ensemble-bearing.js';
import { inClause } from './ensemble-carrying.js';
import { countingRule } from './ensemble-counting.js';
import {
  countingOf,
  type EnsembleReport,
  isNone,
  rangeCell,
  type Share,
  shareCell,
  shareIn,
} from './ensemble-shares.js';
import { counted, sentenceCase } from './phrases.js';
import { columnClause, isOfHeadline, turnedWords } from './readout-words.js';

/** The ways in which a headline is asked about, in the order in which they are told. */
export const headlineReadouts: readonly { readonly readout: Readout; readonly title: string }[] = [
  { readout: 'holds', title: 'Would hold' },
  { readout: 'left alone', title: 'Where things go if left alone' },
  { readout: 'on offer', title: 'On offer' },
  {
    readout: 'agreed',
    title: 'At least as good as no deal for all whose consent it needs, and would hold',
  },
];

/** In how many sets each headline has what, by what rule they count, and of the whole case. */
export function headlineBlocks(theCase: Case, report: EnsembleReport): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'In how many combinations' },
    ...(report.doubts.length === 0
      ? []
      : [
          say(
            `Counted over ${countingRule(theCase, report)}${setsLeftOut(report)}${errorSentence(report)}`,
          ),
        ]),
    ...headlineTable(report),
    ...wholeCase(report),
  ];
}

function say(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', content };
}

function setsLeftOut({ impossible, notGiven, options, mode }: EnsembleReport): string {
  const noun = mode === 'draws' ? 'draw' : 'combination';
  return [
    ...(options.given
      ? [
          ` Only those in which every place where things go is in “${options.given.label}” are counted; ${notGiven === 0 ? 'that is so in all' : `${counted(notGiven, `other ${noun}`)} ${notGiven === 1 ? 'is' : 'are'} not`}. That is to observe it, not to bring it about.`,
        ]
      : []),
    ...(impossible > 0
      ? [
          ` Left out ${impossible === 1 ? 'is' : 'are'} ${counted(impossible, noun)} in which a rule forbids today.`,
        ]
      : []),
  ].join('');
}

function errorSentence(report: EnsembleReport): string {
  if (report.mode !== 'draws') return '';
  const ended =
    report.ended === 'precise enough'
      ? ' The drawing ended once every share was as precise as was asked.'
      : '';
  return ` After ± stands twice the standard error of a share of draws, in per cent of all.${ended}`;
}

function headlineTable(report: EnsembleReport): readonly Block[] {
  const counting = countingOf(report);
  const columns = toldColumns(report).filter(isOfHeadline);
  const subjects = [...new Set(columns.map(({ subject }) => subject))];
  const of = (subject: string | null) => columns.filter((column) => column.subject === subject);
  const isNever = (subject: string | null) => of(subject).every(({ share }) => isNone(share));
  const never = subjects.filter(isNever);
  const told = subjects.filter((subject) => !isNever(subject));
  const shareOf = (column: ColumnShare): Share => ({ ...column, sets: report.sets });
  const cell = (own: readonly ColumnShare[], readout: Readout) => {
    const found = own.find((column) => column.readout === readout);
    if (!found) return 'not asked';
    const some = own.find((column) => column.readout === 'left alone for some');
    return readout === 'left alone' && some
      ? rangeCell(counting, shareOf(found), shareOf(some))
      : shareCell(counting, shareOf(found));
  };
  const shown = headlineReadouts.filter(({ readout }) =>
    columns.some((one) => one.readout === readout),
  );
  const isRange = told.some((subject) => cell(of(subject), 'left alone').includes(' to '));
  return [
    ...(told.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'Share of the combinations, for each headline',
            header: ['Headline', ...shown.map(({ title }) => title)],
            rows: told.map((subject) => {
              const own = of(subject);
              return [
                [`“${own[0]?.label ?? subject}”`],
                ...shown.map(({ readout }) => [cell(own, readout)]),
              ];
            }),
          },
        ]),
    ...(isRange ? [say('Where a range stands, it depends on who moves first.')] : []),
    ...(never.length === 0
      ? []
      : [
          say(
            `${counting === 'draws' ? 'In no draw' : 'In no combination'} would ${never.length === 1 ? 'this' : 'any of these'} hold, be on offer or be where things go: ${never
              .map((subject) => `“${of(subject)[0]?.label ?? subject}”`)
              .join('; ')}.`,
          ),
        ]),
  ];
}

/** Of the whole case: whether things stay, go round a circle, and whether there is a deal. */
function wholeCase(report: EnsembleReport): readonly Block[] {
  const counting = countingOf(report);
  const columns = toldColumns(report).filter(({ readout }) =>
    ['stays', 'circle', 'deal'].includes(readout),
  );
  if (columns.length === 0) return [];
  const isSingle = report.sets === 1 && report.mode !== 'draws';
  const sentences = columns.map((column) =>
    isSingle
      ? `${sentenceCase(isNone(column.share) ? turnedWords(column, false) : columnClause(column))}.`
      : `${sentenceCase(inClause(column))} ${shareIn(counting, { ...column, sets: report.sets }, 'combinations')}.`,
  );
  return [say(sentences.join(' '))];
}

/** The scenarios, one and only one of which each set goes to, unless it depends on who moves first. */
export function scenarioBlocks(report: EnsembleReport): readonly Block[] {
  const columns = toldColumns(report).filter(({ readout }) => readout === 'scenario');
  if (columns.length === 0) return [];
  const counting = countingOf(report);
  const all = counting === 'each once' ? `all ${report.sets}` : 'all';
  return [
    { kind: 'heading', level: 2, text: 'Where things go, by scenario' },
    say(
      `Each ${counting === 'draws' ? 'draw' : 'combination'} is in one row and no other, by where things go if left alone; the rows add up to ${all}${counting === 'each once' ? '' : ' before rounding'}.`,
    ),
    {
      kind: 'table',
      caption: 'Share of the combinations in which things go to each scenario',
      header: ['Scenario', 'Where things go if left alone'],
      rows: columns.map((column) => [
        [scenarioName(column)],
        [shareCell(counting, { ...column, sets: report.sets })],
      ]),
    },
  ];
}

/** A scenario in a table: its name, or that it is none of them, or that it depends. */
export function scenarioName({ subject, label }: ColumnShare): string {
  if (subject === 'other') return 'None of these';
  return subject === 'depends' ? 'It depends on who moves first' : `“${label}”`;
}
