import type { DealMarkKind, DealStanding } from '../../index.js';

/** Points of each shape about its middle, at half a width of one. */
const SHAPES: Readonly<Record<DealMarkKind, string>> = {
  'no deal': 'M -1 -1 H 1 V 1 H -1 Z M -1 -1 L 1 1 M -1 1 L 1 -1',
  today: 'M -0.9 -0.9 H 0.9 V 0.9 H -0.9 Z',
  proposal: 'M 0 -1.25 L 1.25 0 L 0 1.25 L -1.25 0 Z',
  solution: 'M 0 -1.2 L 1.2 0.95 L -1.2 0.95 Z',
  fallback: 'M 0 1.2 L 1.2 -0.95 L -1.2 -0.95 Z',
  track: 'M 0 -1.15 L 1.1 -0.35 L 0.68 0.95 L -0.68 0.95 L -1.1 -0.35 Z',
  deal: 'M -1 0 A 1 1 0 1 1 1 0 A 1 1 0 1 1 -1 0 Z',
  frontier: 'M -1 0 A 1 1 0 1 1 1 0 A 1 1 0 1 1 -1 0 Z',
};

/** What an outcome is, by its shape, and how it stands, by how it is filled: it reads in grey too. */
export function MarkShape({
  kind,
  standing,
  x,
  y,
  size,
}: {
  readonly kind: DealMarkKind;
  readonly standing: DealStanding;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}) {
  return (
    <path
      className="mark-shape"
      data-kind={kind}
      data-standing={standing}
      d={SHAPES[kind]}
      transform={`translate(${x} ${y}) scale(${size})`}
      vectorEffect="non-scaling-stroke"
    />
  );
}
