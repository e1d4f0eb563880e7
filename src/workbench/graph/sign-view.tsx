import { type PlacedSign, SIZES } from './layout.js';

/** A small sign that stands in for an outcome drawn elsewhere in the picture. */
export function SignView({ sign }: { readonly sign: PlacedSign }) {
  const { x, y, width, height, lines, node } = sign;
  return (
    <g className="sign" data-holds={node.holds ? '' : undefined}>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={height / 2} />
      <text textAnchor="middle">
        {lines.map((line, at) => (
          <tspan
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity.
            key={at}
            x={x}
            y={y - height / 2 + 6 + at * SIZES.descriptionLine + SIZES.descriptionLine * 0.74}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
