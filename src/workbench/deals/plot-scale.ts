/** Where numbers of one axis are drawn, and which of them are written beside it. */
export type PlotScale = {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
};

/** Room at both ends of an axis, as a share of its length. */
const PADDING = 0.07;

/**
 * A scale from the numbers `least` … `most` to the pixels `from` … `to`, with some room at both ends.
 * Where all numbers are the same they are drawn in the middle.
 *
 * @param ticks - about how many numbers are written beside it.
 * @param isWhole - whether only whole numbers are: ranks.
 * @param padding - the room at each end, as a share of the length.
 */
export function plotScale(
  [least, most]: readonly [number, number],
  [from, to]: readonly [number, number],
  ticks: number,
  isWhole: boolean,
  padding = PADDING,
): PlotScale {
  const range = most - least;
  if (!(range > 0)) return { at: () => (from + to) / 2, ticks: [least] };
  const step = tickStep(range / ticks, isWhole);
  const first = Math.ceil(least / step);
  const last = Math.floor(most / step);
  const length = to - from;
  return {
    at: (value) => from + length * (padding + ((1 - 2 * padding) * (value - least)) / range),
    ticks: Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step),
  };
}

/** The least of 1, 2, 5, 10, 20, 50, … (or 0.5, 0.2, …) that is not below `wanted`. */
function tickStep(wanted: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= wanted);
  return isWhole ? Math.max(1, step ?? power) : (step ?? power);
}
