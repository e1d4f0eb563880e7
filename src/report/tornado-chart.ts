import type { Case } from '../core/case.js';
import type { Amount } from '../questions/amount.js';
import { amountValue } from './amount-value.js';
import { wordsForDoubts } from './doubt-words.js';
import {
  byAmount,
  countingOf,
  type EnsembleReport,
  percentWords,
  shareCell,
} from './ensemble-shares.js';
import { sentenceCase } from './phrases.js';
import { columnClause } from './readout-words.js';

/** A share where it is drawn, from 0 to 1, and as it is told. */
export type ChartShare = {
  readonly at: number;
  readonly says: string;
  /** Half the width of its band of error, twice the standard error; 0 where nothing was drawn. */
  readonly error: number;
};

/** One thing in doubt as a bar from its least share to its greatest. */
export type TornadoChartBar = {
  readonly doubt: string;
  /** `The reading of Russia`. */
  readonly label: string;
  readonly lower: ChartShare;
  readonly upper: ChartShare;
  /** Every case that some set has, in the order of the file. */
  readonly cases: readonly {
    readonly id: string;
    /** `read as “…”`. */
    readonly label: string;
    readonly share: ChartShare;
  }[];
  /** `83 %`: greatest less least. */
  readonly swing: string;
  /** Whether it is more than the error of the draws, or more than nothing. */
  readonly isDifferent: boolean;
};

/** How one answer depends on each thing in doubt, ready to be drawn: greatest swing first. */
export type TornadoChart = {
  readonly column: string;
  /** `“The opening” would hold`. */
  readonly title: string;
  /** The share over all sets: the line that the bars cross. */
  readonly baseline: ChartShare;
  readonly bars: readonly TornadoChartBar[];
};

/**
 * The answer of one column as a tornado: a bar for each thing in doubt, from the least of the shares in
 * its cases to the greatest. Bars of equal swing stand in the order of the answer.
 *
 * @returns undefined where the answer has no such column.
 */
export function ensembleChart(
  theCase: Case,
  report: EnsembleReport,
  column: string,
): TornadoChart | undefined {
  const found = report.columns.find(({ id }) => id === column);
  if (!found) return undefined;
  const counting = countingOf(report);
  const words = wordsForDoubts(theCase, report.doubts);
  const shareOf = (share: Amount, error: number | null, sets: number): ChartShare => ({
    at: placeOf(share),
    says: shareCell(counting, { share, error, sets }),
    error: 2 * (error ?? 0),
  });
  const bars = (report.tornadoes.find((tornado) => tornado.column === column)?.bars ?? [])
    .toSorted(byAmount(({ swing }) => swing))
    .flatMap((bar): readonly TornadoChartBar[] => {
      const { subject, cell } = words(bar.doubt);
      const cases = bar.cases.flatMap(({ id, share, error, sets }) =>
        share === null
          ? []
          : [{ id, label: cell(id), amount: share, share: shareOf(share, error, sets) }],
      );
      const ordered = cases.toSorted(byAmount(({ amount }) => amount));
      const [upper, lower] = [ordered[0], ordered.at(-1)];
      if (!upper || !lower) return [];
      return [
        {
          doubt: bar.doubt,
          label: sentenceCase(subject),
          lower: lower.share,
          upper: upper.share,
          cases: cases.map(({ id, label, share }) => ({ id, label, share })),
          swing: percentWords(bar.swing),
          isDifferent: bar.isBeyondError,
        },
      ];
    });
  return {
    column,
    title: sentenceCase(columnClause(found)),
    baseline: shareOf(found.share, found.error, report.sets),
    bars,
  };
}

function placeOf(share: Amount): number {
  const { n, d } = amountValue(share);
  return Number(n) / Number(d);
}
