import { compare } from '../core/rational.js';
import type { Amount } from '../questions/amount.js';
import type { ColumnShare, Readout, TornadoBar } from '../questions/ensemble-findings.js';
import { amountValue } from './amount-value.js';
import { byAmount, type EnsembleReport } from './ensemble-shares.js';
import { isOfChoice, isOfHeadline } from './readout-words.js';

/**
 * What one thing in doubt does to the shares.
 *
 * - `alone`: the share of some headline differs between its cases, by more than chance.
 * - `aside`: no headline's does, but that of something else that is told, such as a scenario.
 * - `together`: no share does, but some answer does with others; of draws, where an effect of two
 *   together, or a smallest change that turns an answer, was found.
 * - `nothing`: nothing of what is asked of the case changes with it; of draws, none was found.
 */
export type Bearing = 'alone' | 'aside' | 'together' | 'nothing';

/** What something in doubt does to the shares that are told; what parties might choose is left aside. */
export function bearingOf(report: EnsembleReport, doubt: string): Bearing {
  if (isMoved(report, leadingColumns(report), doubt)) return 'alone';
  const all = toldColumns(report);
  if (isMoved(report, all, doubt)) return 'aside';
  const isIdle = report.doubts.find(({ id }) => id === doubt)?.isIdle ?? null;
  if (isIdle !== null) return isIdle ? 'nothing' : 'together';
  const told = new Set(all.map(({ id }) => id));
  const isJoined =
    report.interactions.some(({ column, doubts }) => told.has(column) && doubts.includes(doubt)) ||
    report.flips.some(
      ({ column, changes }) =>
        told.has(column) && changes.some((list) => list.some((change) => change.doubt === doubt)),
    );
  return isJoined ? 'together' : 'nothing';
}

/** Something in doubt with the greatest difference that it makes to a headline by itself. */
export type Carrying = { readonly doubt: string; readonly swing: Amount };

/** Those that change the share of some headline by themselves, most first; equal ones as in the answer. */
export function carryingOf(report: EnsembleReport): readonly Carrying[] {
  const columns = leadingColumns(report);
  const known = report.carrying.map(({ doubt }) => doubt);
  const others = report.doubts.map(({ id }) => id).filter((id) => !known.includes(id));
  return [...known, ...others]
    .flatMap((doubt): readonly Carrying[] => {
      const swings = columns.flatMap(({ id }) => {
        const bar = barOf(report, id, doubt);
        return bar?.isBeyondError ? [bar.swing] : [];
      });
      const [swing] = swings.toSorted(byAmount((one) => one));
      return swing === undefined ? [] : [{ doubt, swing }];
    })
    .toSorted(byAmount(({ swing }) => swing));
}

/** What something that moves no headline does move: of what sorts the columns are. */
export function movedAside(report: EnsembleReport, doubt: string): readonly Readout[] {
  const moved = toldColumns(report).filter((column) => isMoved(report, [column], doubt));
  return [...new Set(moved.map(({ readout }) => readout))];
}

function isMoved(report: EnsembleReport, columns: readonly ColumnShare[], doubt: string): boolean {
  return columns.some(({ id }) => barOf(report, id, doubt)?.isBeyondError);
}

/** Columns of the headlines; where there are none, all that are told. */
function leadingColumns(report: EnsembleReport): readonly ColumnShare[] {
  const all = toldColumns(report);
  const leading = all.filter(
    (column) => isOfHeadline(column) && column.readout !== 'left alone for some',
  );
  return leading.length > 0 ? leading : all;
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
  { doubt, swing }: Carrying,
): ColumnShare | undefined {
  const most = amountValue(swing);
  const order = ({ readout }: ColumnShare) => telling.indexOf(readout);
  const [found] = leadingColumns(report)
    .filter(({ id }) => {
      const bar = barOf(report, id, doubt);
      return bar && compare(amountValue(bar.swing), most) === 0;
    })
    .toSorted((a, b) => order(a) - order(b));
  return found;
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
