import type { Case } from '../core/case.js';
import { compare } from '../core/rational.js';
import type { ColumnShare, Readout, TornadoBar } from '../questions/ensemble-findings.js';
import { amountValue } from './amount-value.js';
import type { Block } from './document.js';
import { wordsForDoubts } from './doubt-words.js';
import {
  barOf,
  bearingOf,
  type Carrying,
  carryingOf,
  movedAside,
  tellingColumn,
  toldColumns,
} from './ensemble-bearing.js';
import { combinationsOf } from './ensemble-counting.js';
import {
  byAmount,
  type Counting,
  countingOf,
  type EnsembleReport,
  isInDoubt,
  isNone,
  percentWords,
  type Share,
  shareCell,
  shareIn,
} from './ensemble-shares.js';
import { counted, sentenceCase, series } from './phrases.js';
import { columnClause, needsComma } from './readout-words.js';

/** Things in doubt told with their shares, and cases of one told one by one. */
const mostTold = 3;
const mostCases = { full: 3, brief: 2 } as const;
/** Whether a sentence tells all, or stands in the brief. */
type Detail = 'full' | 'brief';

/** Things that change nothing named before the rest is only counted. */
const mostIdle = 4;
/** Columns with a table of their own. */
const mostTables = 4;

/** What carries the answer, most first, and what does not matter, a sentence each. */
export function carryingSentences(theCase: Case, report: EnsembleReport): readonly string[] {
  if (report.doubts.length === 0) {
    return [
      report.options.vary.length < 6
        ? 'Of what was varied, the file leaves nothing open: there is one answer.'
        : 'The file leaves nothing open: it has one reading of each party and nothing else in doubt, so there is one answer.',
    ];
  }
  const carrying = carryingOf(report);
  const words = wordsForDoubts(theCase, report.doubts);
  const told = carrying.slice(0, mostTold);
  const less = carrying.slice(mostTold);
  return [
    ...(carrying.length === 0 &&
    report.doubts.every(({ id }) => bearingOf(report, id) === 'nothing')
      ? ['Nothing that the file leaves open changes any of these answers.']
      : [
          ...told.map((one, at) => carryingSentence(theCase, report, one, carrying[at - 1])),
          ...(less.length > 0
            ? [`Less hangs on ${series(less.map(({ doubt }) => words(doubt).subject))}.`]
            : []),
          ...idleSentences(theCase, report),
        ]),
  ];
}

/** One thing in doubt with the column that it swings most: the share in each of its cases. */
export function carryingSentence(
  theCase: Case,
  report: EnsembleReport,
  weight: Carrying,
  before: Carrying | undefined,
  detail: Detail = 'full',
): string {
  const { doubt, swing } = weight;
  const { subject } = wordsForDoubts(theCase, report.doubts)(doubt);
  const isOnly = carryingOf(report).length === 1;
  const lead =
    before === undefined
      ? isOnly && report.doubts.length > 1
        ? `One thing in doubt changes the answer by itself, ${subject}`
        : isOnly
          ? `The answer hangs on ${subject}`
          : `Most hangs on ${subject}`
      : compare(amountValue(before.swing), amountValue(swing)) === 0
        ? `As much hangs on ${subject}`
        : `Less hangs on ${subject}`;
  const about = tellingColumn(report, weight);
  const shares = about ? sharesByCase(theCase, report, about.id, doubt, detail) : '';
  return shares === '' || !about ? `${lead}.` : `${lead}: ${inClause(about)} ${shares}.`;
}

/** The clause of a column, ready for "in 3 of the 8". */
export function inClause(column: ColumnShare): string {
  return `${columnClause(column)}${needsComma(column) ? ',' : ''}`;
}

/** `in 10 of the 12 combinations in which it is read as “…”, and in none of the 12 in which …`. */
function sharesByCase(
  theCase: Case,
  report: EnsembleReport,
  column: string,
  doubt: string,
  detail: Detail,
): string {
  const bar = barOf(report, column, doubt);
  if (!bar) return '';
  const counting = countingOf(report);
  const { brief } = wordsForDoubts(theCase, report.doubts)(doubt);
  const shares = alikeCases(bar);
  const isCut = shares.length > mostCases[detail];
  const noun = detail === 'brief' ? combinationsOf(report) : 'combinations';
  const told = isCut ? [...shares.slice(0, 1), ...shares.slice(-1)] : shares;
  const parts = told.map(({ ids, share }, at) =>
    detail === 'brief' && at > 0 && ids.length > 1
      ? shareOfOthers(share)
      : `${shareIn(counting, share, at === 0 ? noun : undefined)} in which ${brief(...ids)}`,
  );
  const isPercent = told.some(({ share }) => isInDoubt(share));
  const weights = counting === 'weights' && isPercent ? ", by the analyst's weights" : '';
  return `${parts.slice(0, -1).join(', ')}${parts.length > 1 ? ', and ' : ''}${parts.at(-1) ?? ''}${isCut ? ', its other cases in between' : ''}${weights}`;
}

/** Of several cases of which it is always so, or never: they need no names in the brief. */
function shareOfOthers({ share }: Share): string {
  return isNone(share) ? 'in none of the others' : 'in all others';
}

/** The cases with their shares, greatest first; those in which it is never so, or always, together. */
function alikeCases(
  bar: TornadoBar,
): readonly { readonly ids: readonly string[]; readonly share: Share }[] {
  const groups: { ids: string[]; share: Share }[] = [];
  for (const { id, share } of casesOf(bar)) {
    const last = groups.at(-1);
    const isAlike = last && compare(amountValue(last.share.share), amountValue(share.share)) === 0;
    if (last && isAlike && !isInDoubt(share)) {
      last.ids.push(id);
      last.share = { ...last.share, sets: last.share.sets + share.sets };
    } else groups.push({ ids: [id], share });
  }
  return groups;
}

/** The cases that some set has, with their shares, greatest first. */
function casesOf(bar: TornadoBar): readonly { readonly id: string; readonly share: Share }[] {
  return bar.cases
    .flatMap(({ id, share, error, sets }) =>
      share === null ? [] : [{ id, share: { share, error, sets } }],
    )
    .toSorted(byAmount(({ share }) => share.share));
}

/**
 * What does not matter, in one sentence for each way in which it does not. The brief names readings
 * and only counts the rest.
 */
export function idleSentences(
  theCase: Case,
  report: EnsembleReport,
  detail: Detail = 'full',
): readonly string[] {
  const words = wordsForDoubts(theCase, report.doubts);
  const drawn = countingOf(report) === 'draws';
  const sentence = (bearing: 'together' | 'nothing', one: string, many: string) => {
    const found = report.doubts.filter(({ id }) => bearingOf(report, id) === bearing);
    if (found.length === 0) return [];
    const named = detail === 'full' ? found : found.filter(({ kind }) => kind === 'reading');
    const cut = named.length > mostIdle ? named.slice(0, mostIdle - 1) : named;
    const rest = found.length - cut.length;
    const other = cut.length > 0 ? 'other ' : '';
    const all = [
      ...cut.map(({ id }) => words(id).subject),
      ...(rest > 0 ? [counted(rest, `${other}thing in doubt`, `${other}things in doubt`)] : []),
    ];
    return [`${sentenceCase(series(all))} ${found.length === 1 ? one : many}.`];
  };
  return [
    ...asideSentences(theCase, report, detail),
    ...sentence(
      'together',
      `changes no share by itself${drawn ? ' beyond the error of the draws' : ''}, only together with something else`,
      `change no share by themselves${drawn ? ' beyond the error of the draws' : ''}, only together with something else`,
    ),
    ...sentence(
      'nothing',
      drawn ? 'changes no share here by more than the error of the draws' : 'changes nothing here',
      drawn ? 'change no share here by more than the error of the draws' : 'change nothing here',
    ),
  ];
}

/** What the other columns say, as what is changed. */
const asideWords: Readonly<Partial<Record<Readout, string>>> = {
  'left alone for some': 'where things may go, depending on who moves first',
  scenario: 'to which scenario things go',
  stays: 'whether things stay as today',
  circle: 'whether things may go round a circle',
  deal: 'whether some deal would be as good as no deal and hold',
};

/** What moves no headline but something else that is told; those that move the same together. */
function asideSentences(theCase: Case, report: EnsembleReport, detail: Detail): readonly string[] {
  const words = wordsForDoubts(theCase, report.doubts);
  const groups = new Map<string, string[]>();
  for (const { id, kind } of report.doubts) {
    if (bearingOf(report, id) !== 'aside' || (detail === 'brief' && kind !== 'reading')) continue;
    const moved = series(movedAside(report, id).flatMap((readout) => asideWords[readout] ?? []));
    groups.set(moved, [...(groups.get(moved) ?? []), words(id).subject]);
  }
  return [...groups].map(
    ([moved, subjects]) =>
      `${sentenceCase(series(subjects))} ${subjects.length === 1 ? 'changes' : 'change'} no headline, only ${moved}.`,
  );
}

/** A table for each of the columns that are most in doubt: the share in each case of what carries it. */
export function carryingBlocks(theCase: Case, report: EnsembleReport): readonly Block[] {
  const groups = alikeColumns(report).slice(0, mostTables);
  if (groups.length === 0) return [];
  const counting = countingOf(report);
  return [
    { kind: 'heading', level: 2, text: 'What carries the answer' },
    {
      kind: 'paragraph',
      content: [
        `Each table takes one answer and tells its share among the ${combinationsOf(report)} that have one thing in common. The difference is the greatest share less the least.`,
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
export function columnsInDoubt(report: EnsembleReport): readonly ColumnShare[] {
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
