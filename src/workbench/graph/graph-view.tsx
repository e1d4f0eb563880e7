import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ArcLabel, ArcView, ArrowHeads } from './arc-view.js';
import { layoutGraph, SIZES } from './layout.js';
import { type Direction, nextNode } from './next-node.js';
import { NodeView } from './node-view.js';
import { SignView } from './sign-view.js';
import { textMeasures } from './text-measures.js';
import { useRoom } from './use-room.js';
import type { WholeGraph } from './whole-graph.js';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The lines are in the table; the list has the outcomes alone. */
const hidden = { 'aria-hidden': true } as const;

/** Below this share of its own size the picture is scrolled rather than made smaller still. */
const LEAST_SCALE = 0.8;

/**
 * The picture: outcomes as a list to choose from, drawn with the arcs between them. Arrow keys move
 * along arcs; Enter looks at an outcome, and once more draws what it leads to; Escape takes that back.
 */
export function GraphView({
  graph,
  selected,
  grown,
  onSelect,
  onGrow,
  help,
}: {
  readonly graph: WholeGraph;
  readonly selected: number | undefined;
  readonly grown: ReadonlySet<number>;
  readonly onSelect: (state: number, key: string) => void;
  readonly onGrow: (isGrown: boolean) => void;
  /** Id of the words that say how the keys work. */
  readonly help: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const elements = useRef(new Map<number, SVGGElement>());
  const room = useRoom(frame);
  const measures = useMemo(textMeasures, []);
  const layout = useMemo(() => layoutGraph(graph, measures, room), [graph, measures, room]);
  const [focused, setFocused] = useState<number>();
  const isThere = (state: number | undefined) =>
    graph.nodes.some((node) => node.state === state) ? state : undefined;
  const current = isThere(focused) ?? isThere(selected) ?? graph.nodes[0]?.state;
  const near = isThere(selected);

  // Drawn after an outcome was added from elsewhere: what was asked for is brought into view.
  useEffect(() => {
    if (near === undefined || !layout) return;
    elements.current.get(near)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [near, layout]);

  const select = (state: number) => {
    const node = graph.nodes.find((one) => one.state === state);
    if (node) onSelect(state, node.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (current === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = DIRECTIONS[event.key];
    const to =
      direction !== undefined
        ? nextNode(layout, current, direction)
        : event.key === 'Home'
          ? graph.nodes[0]?.state
          : event.key === 'End'
            ? graph.nodes.at(-1)?.state
            : undefined;
    if (to !== undefined) elements.current.get(to)?.focus();
    else if (event.key === 'Enter' || event.key === ' ') {
      if (current === selected) onGrow(!grown.has(current));
      else select(current);
    } else if (event.key === 'Escape' && current === selected && grown.has(current)) {
      onGrow(false);
    } else if (direction === undefined) return;
    event.preventDefault();
  };
  const asList = {
    role: 'listbox',
    'aria-label': 'Outcomes',
    'aria-describedby': help,
    onKeyDown,
  };
  const isNear = ({ arc }: (typeof layout.arcs)[number]) => arc.from === near || arc.to === near;
  return (
    <div className="graph-frame" ref={frame}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a list has its name by a label; a title would show as a tip. */}
      <svg
        {...asList}
        className="graph"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        width={layout.width}
        style={{ '--least': `${layout.width * LEAST_SCALE}px` } as CSSProperties}
      >
        <g {...hidden}>
          <ArrowHeads />
          {layout.circles.map(({ x, y, width, height, label }) => (
            <g className="circle" key={`${x} ${y}`}>
              <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx="18" />
              <text x={x - width / 2 + 14} y={y - height / 2 + 18}>
                {label}
              </text>
            </g>
          ))}
          {layout.rules.map((y) => (
            <g className="band-rule" key={y}>
              <path d={`M ${SIZES.margin} ${y} H ${layout.width - SIZES.margin}`} />
              <text x={SIZES.margin} y={y + 18}>
                What would not hold, and where its steps lead
              </text>
            </g>
          ))}
          {layout.signs.map((sign) => (
            <SignView key={sign.node.state} sign={sign} />
          ))}
          {layout.arcs.map((placed) => (
            <ArcView key={placed.key} placed={placed} isNear={isNear(placed)} />
          ))}
          {layout.arcs.map((placed) => (
            <ArcLabel key={placed.key} placed={placed} isNear={isNear(placed)} />
          ))}
        </g>
        {layout.nodes.map((placed) => {
          const { state } = placed.node;
          return (
            <NodeView
              key={state}
              placed={placed}
              isSelected={state === selected}
              isCurrent={state === current}
              isGrown={grown.has(state)}
              onClick={(event) => {
                event.currentTarget.focus();
                select(state);
              }}
              onFocus={() => setFocused(state)}
              ref={(element) => {
                if (element) elements.current.set(state, element);
                else elements.current.delete(state);
              }}
            />
          );
        })}
      </svg>
    </div>
  );
}
