import type { FocusEventHandler, MouseEventHandler, Ref } from 'react';
import { isNamed } from './graph-words.js';
import { type PlacedNode, SIZES } from './layout.js';

/**
 * An outcome's box. What would hold has a double edge and round corners, what would not a broken
 * edge; today has a bar at its left.
 */
export function NodeView({
  placed,
  isSelected,
  isCurrent,
  isGrown,
  onClick,
  onFocus,
  ref,
}: {
  readonly placed: PlacedNode;
  readonly isSelected: boolean;
  /** The one that Tab leads to. */
  readonly isCurrent: boolean;
  readonly isGrown: boolean;
  readonly onClick: MouseEventHandler<SVGGElement>;
  readonly onFocus: FocusEventHandler<SVGGElement>;
  readonly ref: Ref<SVGGElement>;
}) {
  const { node, x, y, width, height } = placed;
  const left = x - width / 2;
  const top = y - height / 2;
  const round = node.holds ? 10 : 2;
  const isToday = node.roles.includes('today');
  const asOption = {
    role: 'option',
    'aria-selected': isSelected,
    // Its name is its text; what that has no room for is told after it.
    'aria-description': [
      ...(isCut(placed.name) ? [node.name] : []),
      ...(node.mark === undefined ? [] : [node.mark]),
      ...(isCut(placed.description) ? [node.description] : []),
      ...(isGrown ? ['what it leads to is drawn'] : []),
    ].join('. '),
    tabIndex: isCurrent ? 0 : -1,
    onClick,
    onFocus,
  };
  let line = top + SIZES.inset;
  const textOf = (lines: readonly string[], height: number, className: string) => (
    <text className={className}>
      {lines.map((text, at) => {
        line += height;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity.
          <tspan key={at} x={left + SIZES.inset} y={line - height * 0.26}>
            {`${text} `}
          </tspan>
        );
      })}
    </text>
  );
  return (
    <g
      {...asOption}
      ref={ref}
      className="node"
      data-state={node.state}
      data-holds={node.holds ? '' : undefined}
      data-today={isToday ? '' : undefined}
    >
      <rect
        className="node-focus"
        x={left - 4}
        y={top - 4}
        width={width + 8}
        height={height + 8}
        rx={round + 4}
      />
      <rect className="node-box" x={left} y={top} width={width} height={height} rx={round} />
      {node.holds ? (
        <rect
          className="node-inner"
          x={left + 3.5}
          y={top + 3.5}
          width={width - 7}
          height={height - 7}
          rx={round - 3}
        />
      ) : null}
      {isToday ? (
        <rect className="node-today" x={left - 2} y={top} width="6" height={height} />
      ) : null}
      {textOf(placed.tag, SIZES.tagLine, 'node-tag')}
      {textOf(placed.name, SIZES.nameLine, isNamed(node) ? 'node-name' : 'node-plain')}
      {textOf(placed.description, SIZES.descriptionLine, 'node-description')}
    </g>
  );
}

function isCut(lines: readonly string[]): boolean {
  return lines.at(-1)?.endsWith('…') === true;
}
