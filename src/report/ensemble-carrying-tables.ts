import type { Case } from '../core/case.js';
import type { ColumnShare, TornadoBar } from '../questions/ensemble-findings.js';
import { amountValue } from './amount-value.js';
import type { Block } from './document.js';
import { wordsForDoubts } from './doubt-words.js';
import { toldColumns } from './ensemble-bearing.js';
import { combinationsOf } from './ensemble-counting.js';
import {
  byAmount,
  type Counting,
  countingOf,
  type EnsembleReport,
  isInDoubt,
  percentWords,
  type Share,
  shareCell,
  shareIn,
} from './ensemble-shares.js';
import { counted, sentenceCase } from './phrases.js';
import { columnClause } from './readout-words.js';

/** Columns with a table of their own. */
const mostTables = 4;

/** A table for each of the columns that are most in doubt: the share in each case of what carries it. */
export function carryingBlocks(theCase: Case, report: EnsembleReport): readonly Block[] {
  const all = alikeColumns(report);
  const groups = all.slice(0, mostTables);
  if (groups.length === 0) return [];
  const left = all.length - groups.length;
  const more =
    left > 0
      ? ` ${sentenceCase(counted(left, 'further answer'))} in doubt, which one thing moves no further, ${left === 1 ? 'has' : 'have'} no table here.`
      : '';
  const counting = countingOf(report);
  return [
    { kind: 'heading', level: 2, text: 'What carries the answer' },
    {
      kind: 'paragraph',
      content: [
        `Each table takes one answer and tells its share among the ${combinationsOf(report)} that have one thing in common. The difference is the greatest share less the least.${more}`,
      ],
    },
    ...groups.flatMap((columns) => tornadoTable(theCase, report, counting, columns)),
  ];
}

/** Columns in doubt; those of one headline that depend on everything in the same way together. */
function alikeColumns(report: EnsembleReport): readonly (readonly ColumnShare[])[] {
  const groups = new Map<string, ColumnShare[]>();
  for (const column of columnsInDoubt(report)) {
    const bars = report.tornadoes.find((tornado) => tornado.column === column.id)?.bars;
    const key = JSON.stringify([column.subject, column.share, bars]);
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups.values()];
}

/** Columns that are so in some sets and not in others, by how much one thing in doubt swings them. */
function columnsInDoubt(report: EnsembleReport): readonly ColumnShare[] {
  const most = (column: ColumnShare) =>
    report.tornadoes
      .find((tornado) => tornado.column === column.id)
      ?.bars.filter(({ isBeyondError }) => isBeyondError)
      .toSorted(byAmount(({ swing }) => swing))[0]?.swing ?? 0;
  return toldColumns(report)
    .filter((column) => column.readout !== 'left alone for some' && isInDoubt(column))
    .filter((column) => amountValue(most(column)).n > 0n)
    .toSorted(byAmount(most));
}

function tornadoTable(
  theCase: Case,
  report: EnsembleReport,
  counting: Counting,
  columns: readonly ColumnShare[],
): readonly Block[] {
  const [column, ...alike] = columns;
  if (!column) return [];
  const words = wordsForDoubts(theCase, report.doubts);
  const bars = report.tornadoes.find((tornado) => tornado.column === column.id)?.bars ?? [];
  const told = bars
    .filter(({ isBeyondError }) => isBeyondError)
    .toSorted(byAmount(({ swing }) => swing));
  const idle = report.doubts.length - told.length;
  const all = shareIn(counting, { ...column, sets: report.sets }, 'combinations');
  return [
    { kind: 'heading', level: 3, text: sentenceCase(columnClause(column)) },
    {
      kind: 'paragraph',
      content: [
        `So ${all}.${alike.length > 0 ? ` The same is true of ${alike.length === 1 ? 'this' : 'these'}: ${alike.map((one) => columnClause(one)).join('; ')}.` : ''}${idle > 0 ? ` What is not in the table makes no difference to it by itself${counting === 'draws' ? ' beyond the error of the draws' : ''}.` : ''}`,
      ],
    },
    {
      kind: 'table',
      caption: `${sentenceCase(columnClause(column))}: the share in each case`,
      header: ['In doubt', 'Share in each case', 'Difference'],
      rows: told.map((bar) => [
        [sentenceCase(words(bar.doubt).subject)],
        [
          casesOf(bar)
            .map(({ id, share }) => `${shareCell(counting, share)} if ${words(bar.doubt).cell(id)}`)
            .join('; '),
        ],
        [percentWords(bar.swing)],
      ]),
    },
  ];
}

/** The cases that some set has, with their shares, greatest first. */
export function casesOf(
  bar: TornadoBar,
): readonly { readonly id: string; readonly share: Share }[] {
  return bar.cases
    .flatMap(({ id, share, error, sets }) =>
      share === null ? [] : [{ id, share: { share, error, sets } }],
    )
    .toSorted(byAmount(({ share }) => share.share));
}
