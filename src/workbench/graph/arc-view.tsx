import type { GraphArc } from '../../index.js';
import { type PlacedArc, SIZES } from './layout.js';

/** An arc's line; its kind shows in the line itself: whole, double, broken or dotted. */
export function ArcView({
  placed,
  isNear,
}: {
  readonly placed: PlacedArc;
  readonly isNear: boolean;
}) {
  const { arc, points } = placed;
  const path = pathThrough(points);
  return (
    <g className={`arc arc-${arc.kind}`} data-near={isNear ? '' : undefined}>
      {arc.kind === 'signed' ? <path className="arc-outer" d={path} /> : null}
      <path className="arc-line" d={path} markerEnd={`url(#${arrowOf(arc.kind)})`} />
    </g>
  );
}

/** An arc's label, on a ground of its own so that lines do not run through it. */
export function ArcLabel({
  placed,
  isNear,
}: {
  readonly placed: PlacedArc;
  readonly isNear: boolean;
}) {
  const { lines, x, y, width } = placed.label;
  const height = lines.length * SIZES.labelLine;
  return (
    <g className="arc-label" data-near={isNear ? '' : undefined}>
      <title>{placed.arc.sentence}</title>
      <rect x={x - width / 2} y={y - height / 2 - 1} width={width} height={height + 2} rx="3" />
      <text textAnchor="middle">
        {lines.map((line, at) => (
          <tspan
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity.
            key={at}
            x={x}
            y={y - height / 2 + at * SIZES.labelLine + SIZES.labelLine * 0.78}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

function arrowOf(kind: GraphArc['kind']): string {
  return kind === 'step' || kind === 'signed' ? 'arrow-full' : 'arrow-open';
}

/** The arrow heads that arcs end in: full for what would happen, open for what is answered. */
export function ArrowHeads() {
  const shared = {
    viewBox: '0 0 10 10',
    refX: '9',
    refY: '5',
    markerWidth: '9',
    markerHeight: '9',
    markerUnits: 'userSpaceOnUse',
    orient: 'auto',
  } as const;
  return (
    <defs>
      <marker id="arrow-full" {...shared}>
        <path className="arrow-full" d="M 0 0 L 10 5 L 0 10 z" />
      </marker>
      <marker id="arrow-open" {...shared}>
        <path className="arrow-open" d="M 1 1 L 9 5 L 1 9" />
      </marker>
    </defs>
  );
}

/** A line through points that bends softly at those between its ends. */
function pathThrough(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...others] = points;
  if (!first) return '';
  const at = ({ x, y }: { readonly x: number; readonly y: number }) =>
    `${x.toFixed(1)} ${y.toFixed(1)}`;
  const parts = [`M ${at(first)}`];
  others.forEach((point, index) => {
    const next = others[index + 1];
    if (!next) parts.push(`L ${at(point)}`);
    else {
      const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
      parts.push(`Q ${at(point)} ${at(middle)}`);
    }
  });
  return parts.join(' ');
}
