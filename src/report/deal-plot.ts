import type { Case } from '../core/case.js';
import type { OutcomeFacts } from '../questions/judge-package.js';
import { type DealMark, type MarkSource, marksOf, noDealName } from './deal-marks.js';
import { type DealsReport, wordsForDeals } from './deals-words.js';
import { type PlotValue, plotValue } from './plot-value.js';

/** What a party has without a deal: a line, or a band where it goes round a circle. */
export type NoDealLine = {
  readonly label: string;
  readonly from: PlotValue;
  readonly to: PlotValue;
};

/** The axis of one party, in its own units alone. */
export type PlotAxis = {
  readonly party: string;
  readonly name: string;
  /** `Russia, in its own points: higher is better`. */
  readonly title: string;
  /** The ends of what is drawn on it; equal where every mark has the same. */
  readonly least: PlotValue;
  readonly most: PlotValue;
  /** One for each no deal, where it is known. */
  readonly noDeal: readonly NoDealLine[];
};

/** Deals as marks over the parties at the table: for a plot of any two, and for parallel lines. */
export type DealPlot = {
  /** Whether the axes are orders: ranks, since some party at the table has no points. */
  readonly isOrdinal: boolean;
  readonly axes: readonly PlotAxis[];
  readonly marks: readonly DealMark[];
  /** Points of the frontier that are drawn as mere dots, one value an axis. */
  readonly dots: readonly (readonly PlotValue[])[];
  /** Points of the frontier that the answer itself leaves out; 0 where it has all. */
  readonly untold: number;
};

/** Points of the frontier that are marks of their own; the rest are dots. */
export const mostFrontierMarks = 200;

/**
 * The answer on deals as a picture.
 *
 * Axes: the parties at the table, each in its own points; where some of them have none, each in ranks of
 * its own order (0 = worst), which are never compared between parties. Marks: every outcome that the
 * answer names, once, with all that it is (`marksOf`), and the first `mostFrontierMarks` points of the
 * frontier. No deal: one line for each no deal, a band where things go round a circle; none for a party
 * that goes by a number where the axes are ranks.
 *
 * @param factsOf - what an outcome is, where outcomes are listed; without it only what the answer itself
 *   says of its deals and points is drawn.
 * Time O(marks × parties).
 */
export function dealPlot(
  theCase: Case,
  report: DealsReport,
  factsOf?: (state: number) => OutcomeFacts,
): DealPlot {
  const { frontier } = report;
  const isOrdinal = frontier?.isOrdinal ?? false;
  const parties = frontier?.parties ?? report.table;
  const words = wordsForDeals(theCase, report);
  const valuesAt = (state: number): Readonly<Record<string, PlotValue>> => {
    const point = frontier?.points[frontier.states.indexOf(state)];
    const known =
      report.deals.find((deal) => deal.state === state) ??
      report.proposals.find(({ verdict }) => verdict?.state === state)?.verdict;
    const facts = factsOf?.(state);
    return Object.fromEntries(
      parties.flatMap((party, at) => {
        const own = isOrdinal
          ? (point?.[at] ?? facts?.ranks[party])
          : (point?.[at] ?? known?.utilities[party] ?? facts?.utilities[party]);
        return own === undefined ? [] : [[party, plotValue(own)]];
      }),
    );
  };
  const source: MarkSource = { theCase, report, words, factsOf, valuesAt, parties };
  const { marks, dots } = marksOf(source, mostFrontierMarks);
  const axes = parties.map((party): PlotAxis => {
    const noDeal = noDealLines(report, party, isOrdinal, valuesAt);
    const drawn = [
      ...marks.flatMap(({ values }) => values[party] ?? []),
      ...dots.flatMap((values) => values[parties.indexOf(party)] ?? []),
      ...noDeal.flatMap(({ from, to }) => [from, to]),
    ];
    const name = theCase.parties.find(({ id }) => id === party)?.name ?? party;
    const fallback = plotValue(0);
    return {
      party,
      name,
      title: isOrdinal
        ? `${name}: rank in its own order, higher is better`
        : `${name}: its own points, higher is better`,
      least: drawn.reduce((a, b) => (b.at < a.at ? b : a), drawn[0] ?? fallback),
      most: drawn.reduce((a, b) => (b.at > a.at ? b : a), drawn[0] ?? fallback),
      noDeal,
    };
  });
  const untold = frontier ? Math.max(0, frontier.count - frontier.points.length) : 0;
  return { isOrdinal, axes, marks, dots, untold };
}

function noDealLines(
  report: DealsReport,
  party: string,
  isOrdinal: boolean,
  valuesAt: (state: number) => Readonly<Record<string, PlotValue>>,
): readonly NoDealLine[] {
  return report.noDeal.flatMap((noDeal, index): readonly NoDealLine[] => {
    const label = noDealName(report, index);
    const own = noDeal.parties[party];
    if (!own) return [];
    if (!isOrdinal) {
      if (own.worst === null || own.best === null) return [];
      return [{ label, from: plotValue(own.worst), to: plotValue(own.best) }];
    }
    const states =
      own.kind === 'ends'
        ? noDeal.states
        : own.kind === 'today' && report.today !== null
          ? [report.today]
          : [];
    const ranks = states.flatMap((state) => valuesAt(state)[party] ?? []);
    const [first] = ranks;
    if (!first || ranks.length < states.length) return [];
    return [
      {
        label,
        from: ranks.reduce((a, b) => (b.at < a.at ? b : a), first),
        to: ranks.reduce((a, b) => (b.at > a.at ? b : a), first),
      },
    ];
  });
}

/** Where an outcome stands on the axes of a plot. */
export function placeOn(
  { axes, isOrdinal }: DealPlot,
  { ranks, utilities }: OutcomeFacts,
): Readonly<Record<string, PlotValue>> {
  return Object.fromEntries(
    axes.flatMap(({ party }) => {
      const own = isOrdinal ? ranks[party] : utilities[party];
      return own === undefined ? [] : [[party, plotValue(own)]];
    }),
  );
}
