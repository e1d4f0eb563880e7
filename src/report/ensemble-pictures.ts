import type { Case } from '../core/case.js';
import type { Change, ColumnShare, Readout } from '../questions/ensemble-findings.js';
import { amountValue } from './amount-value.js';
import { wordsForDoubts } from './doubt-words.js';
import { toldColumns } from './ensemble-bearing.js';
import { countingRule } from './ensemble-counting.js';
import { questionsOn } from './ensemble-find-out.js';
import { changeWords, turnedAnswers, turnedWordsOf } from './ensemble-flips.js';
import { headlineReadouts, scenarioName } from './ensemble-headlines.js';
import {
  countingOf,
  type EnsembleReport,
  isInDoubt,
  isNone,
  percentWords,
  rangeCell,
  shareCell,
} from './ensemble-shares.js';
import { sentenceCase } from './phrases.js';
import { columnClause, isOfHeadline } from './readout-words.js';
import { signsOf } from './sign-words.js';
import { type ChartShare, ensembleChart, type TornadoChart } from './tornado-chart.js';

/** A share as it is drawn, of a column whose dependence can be looked at. */
export type ShareMark = ChartShare & {
  readonly column: string;
  /** Where it depends on who moves first: the share in which it may be so. */
  readonly upTo: number;
  /** Neither so in all sets nor in none. */
  readonly isInDoubt: boolean;
};

/** A headline and its shares, one for each way of asking; undefined where it was not asked. */
export type HeadlineRow = {
  readonly label: string;
  readonly cells: readonly (ShareMark | undefined)[];
};

/** A scenario, by where things go if left alone. */
export type ScenarioBranch = {
  readonly column: string;
  readonly name: string;
  readonly share: ChartShare;
  /** The thing in doubt on which it depends most, as a sentence; undefined where it depends on none. */
  readonly most: string | undefined;
};

/** Something to find out, and the questions of the case that bear on it. */
export type FindOutItem = {
  readonly doubt: string;
  readonly subject: string;
  /** By how much it would move the shares, from 0 to 1, and as it is told. */
  readonly moves: ChartShare;
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly signs: string;
  }[];
};

/** Answers that the same changes turn. */
export type FlipItem = {
  /** What would be so then: `“the opening” would not hold`. */
  readonly turned: string;
  /** Each of the smallest lists of changes, as a clause after "if". */
  readonly ways: readonly { readonly says: string; readonly changes: readonly Change[] }[];
};

/** What was counted, ready to be drawn. */
export type EnsemblePictures = {
  /** By what rule the sets count, a sentence. */
  readonly counted: string;
  readonly readouts: readonly { readonly readout: Readout; readonly title: string }[];
  readonly headlines: readonly HeadlineRow[];
  /** Headlines that have nothing in any set. */
  readonly never: readonly string[];
  /** Of the whole case, as clauses. */
  readonly whole: readonly (ShareMark & { readonly clause: string })[];
  readonly scenarios: readonly ScenarioBranch[];
  /** How each column that is in doubt depends on each thing in doubt; those that swing most first. */
  readonly charts: readonly TornadoChart[];
  readonly findOut: readonly FindOutItem[];
  readonly flips: readonly FlipItem[];
};

const whole: readonly Readout[] = ['stays', 'circle', 'deal'];

/**
 * The answer on what would change it as pictures: shares of the headlines, scenarios, tornadoes, what
 * to find out first and what turns an answer. All of it is in `ensembleDocument` in words, where lists
 * are cut to what a page holds; here they are whole.
 */
export function ensemblePictures(theCase: Case, report: EnsembleReport): EnsemblePictures {
  const columns = toldColumns(report);
  const markOf = marksOf(report);
  const ofHeadlines = columns.filter(isOfHeadline);
  const readouts = headlineReadouts.filter(({ readout }) =>
    ofHeadlines.some((one) => one.readout === readout),
  );
  const subjects = [...new Set(ofHeadlines.map(({ subject }) => subject))].map((subject) =>
    ofHeadlines.filter((column) => column.subject === subject),
  );
  const isNever = (own: readonly ColumnShare[]) => own.every(({ share }) => isNone(share));
  const charts = columns.flatMap((column) => {
    const chart = isInDoubt(column) ? ensembleChart(theCase, report, column.id) : undefined;
    return chart && chart.bars.length > 0 ? [chart] : [];
  });
  return {
    counted: `Counted over ${countingRule(theCase, report, 'brief')}`,
    readouts,
    headlines: subjects
      .filter((own) => !isNever(own))
      .map((own) => ({
        label: own[0]?.label ?? '',
        cells: readouts.map(({ readout }) => {
          const found = own.find((column) => column.readout === readout);
          const some = own.find((column) => column.readout === 'left alone for some');
          return found && markOf(found, readout === 'left alone' ? some : undefined);
        }),
      })),
    never: subjects.filter(isNever).map((own) => own[0]?.label ?? ''),
    whole: columns
      .filter(({ readout }) => whole.includes(readout))
      .map((column) => ({ ...markOf(column), clause: sentenceCase(columnClause(column)) })),
    scenarios: columns
      .filter(({ readout }) => readout === 'scenario')
      .map((column) => ({
        column: column.id,
        name: scenarioName(column),
        share: markOf(column),
        most: mostOf(
          theCase,
          report,
          charts.find((chart) => chart.column === column.id),
        ),
      })),
    charts: charts.toSorted((a, b) => widest(b) - widest(a)),
    findOut: report.findOut.map(({ doubt, information }) => ({
      doubt,
      subject: sentenceCase(wordsForDoubts(theCase, report.doubts)(doubt).subject),
      moves: { at: placeOf(information), says: percentWords(information), error: 0 },
      questions: questionsOn(theCase, report, doubt).map(({ id, text, indicators }) => ({
        id,
        text,
        signs: signsOf(indicators).trim(),
      })),
    })),
    flips: turnedAnswers(report).map(({ columns: own, flip }) => ({
      turned: turnedWordsOf(own),
      ways: flip.changes.map((changes) => ({
        says: changeWords(theCase, report, changes),
        changes,
      })),
    })),
  };
}

function marksOf(report: EnsembleReport): (column: ColumnShare, some?: ColumnShare) => ShareMark {
  const counting = countingOf(report);
  return (column, some) => {
    const share = { ...column, sets: report.sets };
    return {
      column: column.id,
      at: placeOf(column.share),
      upTo: placeOf((some ?? column).share),
      says: some
        ? rangeCell(counting, share, { ...some, sets: report.sets })
        : shareCell(counting, share),
      error: 2 * (column.error ?? 0),
      isInDoubt: isInDoubt(column),
    };
  };
}

function placeOf(share: ColumnShare['share']): number {
  const { n, d } = amountValue(share);
  return Number(n) / Number(d);
}

function widest({ bars }: TornadoChart): number {
  return Math.max(0, ...bars.map(({ lower, upper }) => upper.at - lower.at));
}

function mostOf(
  theCase: Case,
  report: EnsembleReport,
  chart: TornadoChart | undefined,
): string | undefined {
  const bar = chart?.bars.find(({ isDifferent }) => isDifferent);
  if (!bar) return undefined;
  const { clause } = wordsForDoubts(theCase, report.doubts)(bar.doubt);
  const at = (share: ChartShare) => bar.cases.find((one) => one.share.at === share.at);
  const [upper, lower] = [at(bar.upper), at(bar.lower)];
  if (!upper || !lower) return undefined;
  return `Most where ${clause(upper.id)} (${upper.share.says}), least where ${clause(lower.id)} (${lower.share.says}).`;
}
