import type { DealMark, DealPlot, PlotAxis, PlotValue } from '../../index.js';
import { type PlacedLine, rangeOf } from './plot-layout.js';
import { plotScale } from './plot-scale.js';

export type ParallelAxis = {
  readonly axis: PlotAxis;
  /** Its name, in lines. */
  readonly name: readonly string[];
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly noDeal: readonly PlacedLine[];
};

export type Point = { readonly x: number; readonly y: number };

/** Deals as lines over one axis for each party. */
export type ParallelLayout = {
  readonly width: number;
  readonly height: number;
  /** The least width at which it can be read. */
  readonly least: number;
  readonly axes: readonly ParallelAxis[];
  readonly lines: readonly { readonly mark: DealMark; readonly points: readonly Point[] }[];
  /** Where values stand on the axes; an unknown one is left out. */
  readonly pointsOf: (values: Readonly<Record<string, PlotValue>>) => readonly Point[];
};

/** Room for one axis. */
const LEAST_APART = 104;
const TOP = 66;
const BOTTOM = 30;

/** Places one axis for each party at equal distances, each from its least to its most. */
export function layoutParallel(plot: DealPlot, room: number): ParallelLayout {
  const { axes, marks } = plot;
  const least = Math.max(320, axes.length * LEAST_APART);
  const width = Math.max(least, room);
  const height = Math.round(Math.min(380, Math.max(280, width * 0.4)));
  const apart = width / Math.max(1, axes.length);
  const [top, bottom] = [TOP, height - BOTTOM];
  const placed = axes.map((axis, at) => {
    const scale = plotScale(rangeOf(axis), [bottom, top], 4, plot.isOrdinal, 0);
    return {
      axis,
      name: nameLines(axis.name),
      x: apart * (at + 0.5),
      top,
      bottom,
      at: scale.at,
      noDeal: axis.noDeal.map(({ label, from, to }) => ({
        label,
        from: scale.at(from.at),
        to: scale.at(to.at),
      })),
    };
  });
  const pointsOf = (values: Readonly<Record<string, PlotValue>>): readonly Point[] =>
    placed.flatMap(({ axis, x, at }) => {
      const value = values[axis.party];
      return value ? [{ x, y: Math.min(bottom, Math.max(top, at(value.at))) }] : [];
    });
  return {
    width,
    height,
    least,
    axes: placed,
    lines: marks.flatMap((mark) => {
      const points = pointsOf(mark.values);
      return points.length < 2 ? [] : [{ mark, points }];
    }),
    pointsOf,
  };
}

/** A name in at most two lines of some fourteen letters. */
function nameLines(name: string): readonly string[] {
  if (name.length <= 14) return [name];
  const words = name.split(' ');
  let first = words[0] ?? '';
  let at = 1;
  while (at < words.length && `${first} ${words[at]}`.length <= 14) {
    first = `${first} ${words[at]}`;
    at += 1;
  }
  const rest = words.slice(at).join(' ');
  if (rest === '') return [cut(first)];
  return [cut(first), cut(rest)];
}

function cut(text: string): string {
  return text.length > 16 ? `${text.slice(0, 15)}…` : text;
}
