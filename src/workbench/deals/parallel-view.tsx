import { type CSSProperties, type MouseEvent, memo, useMemo, useRef } from 'react';
import type { DealPlot, PlotValue } from '../../index.js';
import { useRoom } from '../graph/use-room.js';
import { layoutParallel } from './parallel-layout.js';
import { useMarkKeys } from './use-mark-keys.js';

const hidden = { 'aria-hidden': true } as const;

/** Deals over all parties at the table: one axis a party in its own units, one line a package. */
export const ParallelView = memo(function ParallelView({
  plot,
  selected,
  built,
  onSelect,
  help,
}: {
  readonly plot: DealPlot;
  readonly selected: string | undefined;
  readonly built: Readonly<Record<string, PlotValue>> | undefined;
  readonly onSelect: (key: string) => void;
  readonly help: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const layout = useMemo(() => layoutParallel(plot, room), [plot, room]);
  const spots = layout.lines.map(({ mark, points }) => ({
    key: mark.key,
    x: points[0]?.x ?? 0,
    y: points[0]?.y ?? 0,
  }));
  const { onKeyDown, markProps } = useMarkKeys(spots, selected, onSelect);
  const asList = {
    role: 'listbox',
    'aria-label': 'Packages, as lines over all parties',
    'aria-describedby': help,
    onKeyDown,
  };
  // What tells most is drawn last, over the rest; its place in the list is first.
  const drawn = layout.lines.map((line, place) => ({ line, place })).toReversed();
  return (
    <div className="graph-frame" ref={frame}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a list has its name by a label; a title would show as a tip. */}
      <svg
        {...asList}
        className="graph parallel"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        width={layout.width}
        style={{ '--least': `${layout.least}px` } as CSSProperties}
      >
        {drawn.map(({ line: { mark, points }, place }) => {
          const [kind = 'frontier'] = mark.kinds;
          const path = pathOf(points);
          const asOption = {
            role: 'option',
            'aria-selected': mark.key === selected,
            'aria-label': `${mark.name}. ${mark.what}`,
            'aria-posinset': place + 1,
            'aria-setsize': spots.length,
            onClick: (event: MouseEvent<SVGGElement>) => {
              event.currentTarget.focus();
              onSelect(mark.key);
            },
          };
          return (
            <g
              {...asOption}
              {...markProps(mark.key)}
              key={mark.key}
              className="strand"
              data-kind={kind}
              data-standing={mark.standing}
            >
              <path className="strand-room" d={path} />
              <path className="strand-line" d={path} />
            </g>
          );
        })}
        <g {...hidden}>
          {built ? <path className="own-strand" d={pathOf(layout.pointsOf(built))} /> : null}
          {layout.axes.map(({ axis, x, top, bottom, noDeal, name }) => (
            <g key={axis.party} className="parallel-axis">
              <path d={`M ${x} ${top} V ${bottom}`} />
              {name.map((line, at) => (
                <text
                  key={line}
                  className="parallel-name"
                  x={x}
                  y={18 + at * 15}
                  textAnchor="middle"
                >
                  {line}
                </text>
              ))}
              <text x={x} y={top - 8} textAnchor="middle">
                {axis.most.says}
              </text>
              <text x={x} y={bottom + 18} textAnchor="middle">
                {axis.least.says}
              </text>
              {noDeal.map(({ label, from, to }) => (
                <g key={label} className="no-deal">
                  {from === to ? null : (
                    <rect
                      x={x - 7}
                      y={Math.min(from, to)}
                      width="14"
                      height={Math.abs(to - from)}
                    />
                  )}
                  <path d={`M ${x - 13} ${from} H ${x + 13}`} />
                  {from === to ? null : <path d={`M ${x - 13} ${to} H ${x + 13}`} />}
                </g>
              ))}
            </g>
          ))}
        </g>
      </svg>
    </div>
  );
});

function pathOf(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'} ${x} ${y}`).join(' ');
}
