import { type CSSProperties, type MouseEvent, memo, useMemo, useRef } from 'react';
import type { DealPlot, PlotAxis, PlotValue } from '../../index.js';
import { textMeasures } from '../graph/text-measures.js';
import { useRoom } from '../graph/use-room.js';
import { MarkShape } from './mark-shape.js';
import { layoutPlot, PLOT, type PlacedLine, type PlotLayout, spotOf } from './plot-layout.js';
import { useMarkKeys } from './use-mark-keys.js';

/** The lines and dots are in the table; the list has the marks alone. */
const hidden = { 'aria-hidden': true } as const;

/** Below this width the plot is scrolled rather than made smaller still. */
const LEAST_WIDTH = 320;

/** Deals over two parties: marks to choose from, lines for what each party has without a deal. */
export const PlotView = memo(function PlotView({
  plot,
  axes,
  selected,
  built,
  onSelect,
  help,
}: {
  readonly plot: DealPlot;
  readonly axes: readonly [PlotAxis, PlotAxis];
  readonly selected: string | undefined;
  /** Where the package that is built stands; undefined where that is a mark, or cannot be told. */
  readonly built: Readonly<Record<string, PlotValue>> | undefined;
  readonly onSelect: (key: string) => void;
  /** Id of the words that say how the keys work. */
  readonly help: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const measures = useMemo(textMeasures, []);
  const [first, second] = axes;
  const layout = useMemo(
    () => layoutPlot(plot, [first, second], room, measures.label),
    [plot, first, second, room, measures],
  );
  const spots = layout.marks.map(({ mark, x, y }) => ({ key: mark.key, x, y }));
  const { onKeyDown, markProps } = useMarkKeys(spots, selected, onSelect);
  const { width, height, left, right, top, bottom, across, up } = layout;
  const own = built && spotOf(plot, axes, layout, built);

  /** A second click in one place takes the next of the marks that stand there. */
  const choose = (key: string) => {
    const here = spots.find((spot) => spot.key === key);
    const alike = spots.filter(({ x, y }) => x === here?.x && y === here?.y);
    const at = alike.findIndex((spot) => spot.key === selected);
    onSelect(at === -1 ? key : (alike[(at + 1) % alike.length]?.key ?? key));
  };
  const asList = {
    role: 'listbox',
    'aria-label': `Packages, by ${first.name} across and ${second.name} upwards`,
    'aria-describedby': help,
    onKeyDown,
  };
  // What tells most is drawn last, over the rest; its place in the list is first.
  const drawn = layout.marks.map((placed, place) => ({ placed, place })).toReversed();
  return (
    <div className="graph-frame" ref={frame}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a list has its name by a label; a title would show as a tip. */}
      <svg
        {...asList}
        className="graph plot"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        style={{ '--least': `${LEAST_WIDTH}px` } as CSSProperties}
      >
        <g {...hidden}>
          <Ticks layout={layout} />
          {across.lines.map((line) => (
            <NoDealBand key={line.label} line={line} isAcross layout={layout} />
          ))}
          {up.lines.map((line) => (
            <NoDealBand key={line.label} line={line} isAcross={false} layout={layout} />
          ))}
          <path
            className="plot-dots"
            d={layout.dots.map(({ x, y }) => `M ${x} ${y} h 0.01`).join(' ')}
          />
          <text className="plot-title" x={(left + right) / 2} y={height - 10} textAnchor="middle">
            {first.title} →
          </text>
          <text className="plot-title" x={8} y={16}>
            ↑ {second.title}
          </text>
          <rect
            className="plot-frame"
            x={left}
            y={top}
            width={right - left}
            height={bottom - top}
          />
        </g>
        {drawn.map(({ placed: { mark, x, y }, place }) => {
          const [kind = 'frontier'] = mark.kinds;
          const asOption = {
            role: 'option',
            'aria-selected': mark.key === selected,
            'aria-label': `${mark.name}. ${mark.what}`,
            'aria-posinset': place + 1,
            'aria-setsize': spots.length,
            onClick: (event: MouseEvent<SVGGElement>) => {
              event.currentTarget.focus();
              choose(mark.key);
            },
          };
          const size = kind === 'frontier' ? PLOT.small : PLOT.mark - (kind === 'deal' ? 1.5 : 0);
          return (
            <g
              {...asOption}
              {...markProps(mark.key)}
              key={mark.key}
              className="mark"
              data-kind={kind}
              data-key={mark.key}
            >
              <circle className="mark-room" cx={x} cy={y} r="12" />
              <circle className="mark-focus" cx={x} cy={y} r={size + 5} />
              <MarkShape kind={kind} standing={mark.standing} x={x} y={y} size={size} />
            </g>
          );
        })}
        <g {...hidden} className="mark-labels">
          {layout.marks.map(({ mark, label }) =>
            label ? (
              <text
                key={mark.key}
                className="mark-label"
                data-near={mark.key === selected ? '' : undefined}
                x={label.x}
                y={label.y}
                textAnchor={label.anchor}
              >
                {label.text}
              </text>
            ) : null,
          )}
        </g>
        {own ? (
          <g {...hidden} className="own-package">
            <path
              d="M -9 0 H 9 M 0 -9 V 9"
              transform={`translate(${within(own.x, left, right)} ${within(own.y, top, bottom)})`}
            />
          </g>
        ) : null}
      </svg>
    </div>
  );
});

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function Ticks({ layout }: { readonly layout: PlotLayout }) {
  const { left, right, top, bottom, across, up } = layout;
  return (
    <g className="plot-ticks">
      {across.ticks.map(({ at, says }) => (
        <g key={at}>
          <path d={`M ${at} ${top} V ${bottom}`} />
          <text x={at} y={bottom + 17} textAnchor="middle">
            {says}
          </text>
        </g>
      ))}
      {up.ticks.map(({ at, says }) => (
        <g key={at}>
          <path d={`M ${left} ${at} H ${right}`} />
          <text x={left - 7} y={at + 4} textAnchor="end">
            {says}
          </text>
        </g>
      ))}
    </g>
  );
}

/** What a party has without a deal: a line, a band where it goes round a circle. */
function NoDealBand({
  line,
  isAcross,
  layout,
}: {
  readonly line: PlacedLine;
  readonly isAcross: boolean;
  readonly layout: PlotLayout;
}) {
  const { left, right, top, bottom } = layout;
  const [near, far] = [Math.min(line.from, line.to), Math.max(line.from, line.to)];
  const lineAt = (at: number) =>
    isAcross ? `M ${at} ${top} V ${bottom}` : `M ${left} ${at} H ${right}`;
  return (
    <g className="no-deal">
      {near === far ? null : (
        <rect
          x={isAcross ? near : left}
          y={isAcross ? top : near}
          width={isAcross ? far - near : right - left}
          height={isAcross ? bottom - top : far - near}
        />
      )}
      <path d={lineAt(near)} />
      {near === far ? null : <path d={lineAt(far)} />}
    </g>
  );
}
