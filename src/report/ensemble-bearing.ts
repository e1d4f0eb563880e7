import { compare } from '../core/rational.js';
import type {
  ColumnShare,
  DoubtWeight,
  Readout,
  TornadoBar,
} from '../questions/ensemble-findings.js';
import { amountValue } from './amount-value.js';
import type { EnsembleReport } from './ensemble-shares.js';
import { isOfChoice } from './readout-words.js';

/**
 * What one thing in doubt does to the shares.
 *
 * - `alone`: some share differs between its cases, by more than the error of the draws.
 * - `together`: no share does, but some does between its cases and those of another, or it is part of
 *   a smallest change that turns an answer.
 * - `nothing`: neither was found.
 */
export type Bearing = 'alone' | 'together' | 'nothing';

/** What something in doubt does to the shares that are told; what parties might choose is left aside. */
export function bearingOf(report: EnsembleReport, doubt: string): Bearing {
  const told = new Set(toldColumns(report).map(({ id }) => id));
  const differs = report.tornadoes
    .filter(({ column }) => told.has(column))
    .flatMap(({ bars }) => bars.filter((bar) => bar.doubt === doubt))
    .some(({ isBeyondError }) => isBeyondError);
  if (differs) return 'alone';
  const isJoined =
    report.interactions.some(({ column, doubts }) => told.has(column) && doubts.includes(doubt)) ||
    report.flips.some(
      ({ column, changes }) =>
        told.has(column) && changes.some((list) => list.some((change) => change.doubt === doubt)),
    );
  return isJoined ? 'together' : 'nothing';
}

/** Those that change some share by themselves, most first. */
export function carryingOf(report: EnsembleReport): readonly DoubtWeight[] {
  return report.carrying.filter(({ doubt }) => bearingOf(report, doubt) === 'alone');
}

/** Columns that speak of the case, not of what one party might choose. */
export function toldColumns(report: EnsembleReport): readonly ColumnShare[] {
  return report.columns.filter((column) => !isOfChoice(column));
}

/** Which answer tells best of something in doubt, among those that it swings as much. */
const telling: readonly Readout[] = [
  'holds',
  'on offer',
  'agreed',
  'left alone',
  'scenario',
  'deal',
  'stays',
  'circle',
  'left alone for some',
];

/**
 * The column by which to tell what something in doubt does: one that it swings most; of several the
 * plainest, what would hold first; then the first of the answer.
 */
export function tellingColumn(
  report: EnsembleReport,
  { doubt, column, swing }: DoubtWeight,
): ColumnShare | undefined {
  const most = amountValue(swing);
  const order = ({ readout }: ColumnShare) => telling.indexOf(readout);
  const [found] = toldColumns(report)
    .filter(({ id }) => {
      const bar = barOf(report, id, doubt);
      return bar && compare(amountValue(bar.swing), most) === 0;
    })
    .toSorted((a, b) => order(a) - order(b));
  return found ?? report.columns.find(({ id }) => id === column);
}

/** How a column depends on something in doubt. */
export function barOf(
  report: EnsembleReport,
  column: string,
  doubt: string,
): TornadoBar | undefined {
  return report.tornadoes
    .find((tornado) => tornado.column === column)
    ?.bars.find((bar) => bar.doubt === doubt);
}
