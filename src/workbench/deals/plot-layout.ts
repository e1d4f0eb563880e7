import type { DealMark, DealPlot, PlotAxis, PlotValue } from '../../index.js';
import type { Measure } from '../graph/wrap-text.js';
import { plotScale } from './plot-scale.js';

/** A mark where it is drawn. */
export type PlacedMark = {
  readonly mark: DealMark;
  readonly x: number;
  readonly y: number;
  /** Undefined where there is no free room beside it. */
  readonly label: PlacedLabel | undefined;
};

export type PlacedLabel = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
};

export type PlotTick = { readonly at: number; readonly says: string };

/** What a party has without a deal, as a line or a band across the plot. */
export type PlacedLine = {
  readonly label: string;
  readonly from: number;
  readonly to: number;
};

/** Deals over two parties, ready to draw. */
export type PlotLayout = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly across: Axis;
  readonly up: Axis;
  readonly marks: readonly PlacedMark[];
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** Marks that lack a number for one of the two parties. */
  readonly missing: number;
};

type Axis = {
  readonly axis: PlotAxis;
  readonly ticks: readonly PlotTick[];
  readonly lines: readonly PlacedLine[];
};

export const PLOT = {
  left: 64,
  right: 18,
  top: 30,
  bottom: 52,
  /** Half the width of a mark. */
  mark: 7,
  /** Half the width of a mark that is only on the frontier. */
  small: 4,
  labelLine: 15,
} as const;

/** Longest label in pixels. */
const MOST_LABEL = 250;

/**
 * Places the marks of a plot for two parties.
 *
 * A label stands beside its mark where it covers no other label and no other mark that has one: to the
 * right, left, above or below, where it covers the fewest unnamed marks; where no place is free it is
 * left out.
 */
export function layoutPlot(
  plot: DealPlot,
  [first, second]: readonly [PlotAxis, PlotAxis],
  room: number,
  measure: Measure,
): PlotLayout {
  const width = Math.max(320, room);
  const height = Math.round(Math.min(560, Math.max(320, width * 0.62)));
  const [left, right] = [PLOT.left, width - PLOT.right];
  const [top, bottom] = [PLOT.top, height - PLOT.bottom];
  const ticks = (length: number) => Math.max(2, Math.min(8, Math.floor(length / 64)));
  const across = plotScale(rangeOf(first), [left, right], ticks(right - left), plot.isOrdinal);
  const up = plotScale(rangeOf(second), [bottom, top], ticks(bottom - top), plot.isOrdinal);
  const spots = plot.marks.flatMap((mark) => {
    const [x, y] = [mark.values[first.party], mark.values[second.party]];
    return x && y ? [{ mark, x: across.at(x.at), y: up.at(y.at) }] : [];
  });
  const frame = { left, right, top, bottom };
  const [column, row] = [plot.axes.indexOf(first), plot.axes.indexOf(second)];
  return {
    width,
    height,
    ...frame,
    across: axisOf(first, across),
    up: axisOf(second, up),
    marks: placeLabels(spots, frame, measure),
    dots: plot.dots.flatMap((values) => {
      const [x, y] = [values[column], values[row]];
      return x && y ? [{ x: across.at(x.at), y: up.at(y.at) }] : [];
    }),
    missing: plot.marks.length - spots.length,
  };
}

export function rangeOf({ least, most }: PlotAxis): readonly [number, number] {
  return [least.at, most.at];
}

function axisOf(axis: PlotAxis, scale: ReturnType<typeof plotScale>): Axis {
  return {
    axis,
    ticks: scale.ticks.map((value) => ({ at: scale.at(value), says: tickText(value) })),
    lines: axis.noDeal.map(({ label, from, to }) => ({
      label,
      from: scale.at(from.at),
      to: scale.at(to.at),
    })),
  };
}

/** A number beside an axis, without the noise of binary fractions. */
export function tickText(value: number): string {
  return String(Number(value.toPrecision(10))).replace('-', '−');
}

type Spot = { readonly mark: DealMark; readonly x: number; readonly y: number };
type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

function placeLabels(spots: readonly Spot[], frame: Box, measure: Measure): readonly PlacedMark[] {
  const taken: Box[] = spots.flatMap(({ mark, x, y }) =>
    mark.label === '' ? [] : [around(x, y, PLOT.mark)],
  );
  const placed = new Set<string>();
  return spots.map((spot): PlacedMark => {
    const { mark, x, y } = spot;
    const text = cutLabel(mark.label, measure);
    // Of marks in one place, one label for all would say too little: each has its own if there is room.
    if (text === '' || placed.has(`${x} ${y} ${text}`)) return { ...spot, label: undefined };
    const width = measure(text);
    const gap = PLOT.mark + 4;
    const candidates: readonly PlacedLabel[] = [
      { x: x + gap, y: y + 4, anchor: 'start', text },
      { x: x - gap, y: y + 4, anchor: 'end', text },
      { x, y: y - gap, anchor: 'middle', text },
      { x, y: y + gap + PLOT.labelLine - 5, anchor: 'middle', text },
      { x: x + gap, y: y - gap, anchor: 'start', text },
      { x: x + gap, y: y + gap + PLOT.labelLine - 5, anchor: 'start', text },
      { x: x - gap, y: y - gap, anchor: 'end', text },
      { x: x - gap, y: y + gap + PLOT.labelLine - 5, anchor: 'end', text },
    ];
    const own = around(x, y, PLOT.mark);
    const free = candidates.filter((candidate) => {
      const box = boxOf(candidate, width);
      return (
        box.left >= frame.left + 2 &&
        box.right <= frame.right - 2 &&
        box.top >= frame.top &&
        box.bottom <= frame.bottom &&
        taken.every((other) => isSame(other, own) || !overlaps(other, box))
      );
    });
    const covered = (candidate: PlacedLabel) => {
      const box = boxOf(candidate, width);
      return spots.filter((other) => overlaps(around(other.x, other.y, PLOT.small), box)).length;
    };
    const [first] = free;
    const label =
      first && free.reduce((best, one) => (covered(one) < covered(best) ? one : best), first);
    if (label) {
      taken.push(boxOf(label, width));
      placed.add(`${x} ${y} ${text}`);
    }
    return { ...spot, label };
  });
}

function cutLabel(label: string, measure: Measure): string {
  if (measure(label) <= MOST_LABEL) return label;
  let cut = label;
  while (cut.length > 4 && measure(`${cut}…`) > MOST_LABEL) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

function boxOf({ x, y, anchor }: PlacedLabel, width: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - PLOT.labelLine + 4, bottom: y + 4 };
}

function around(x: number, y: number, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Where values stand on two axes of a layout, if both are known. */
export function spotOf(
  plot: DealPlot,
  [first, second]: readonly [PlotAxis, PlotAxis],
  { left, right, top, bottom }: Pick<PlotLayout, 'left' | 'right' | 'top' | 'bottom'>,
  values: Readonly<Record<string, PlotValue>>,
): { readonly x: number; readonly y: number } | undefined {
  const [x, y] = [values[first.party], values[second.party]];
  if (!x || !y) return undefined;
  return {
    x: plotScale(rangeOf(first), [left, right], 2, plot.isOrdinal).at(x.at),
    y: plotScale(rangeOf(second), [bottom, top], 2, plot.isOrdinal).at(y.at),
  };
}
