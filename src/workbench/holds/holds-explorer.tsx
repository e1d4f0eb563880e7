import { useEffect, useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import type { StateGraph } from '../../index.js';
import { GraphLegend } from '../graph/graph-legend.js';
import { GraphTable } from '../graph/graph-table.js';
import { GraphView } from '../graph/graph-view.js';
import { wholeGraph } from '../graph/whole-graph.js';
import { useSession, useSessionState } from '../page/session-context.js';
import { OutcomePanel } from '../verdict/outcome-panel.js';

/** The picture of what holds, its table, and the outcome looked at. */
export function HoldsExplorer({ graph }: { readonly graph: StateGraph }) {
  const session = useSession();
  const grown = useSessionState(({ grown }) => grown);
  const looked = useSessionState(({ looked }) => looked);
  const whole = useMemo(() => wholeGraph(graph, grown), [graph, grown]);
  const grownStates = useMemo(() => new Set(grown.map(({ state }) => state)), [grown]);
  const kinds = useMemo(() => new Set(whole.arcs.map(({ kind }) => kind)), [whole]);
  const [first] = graph.nodes;
  const isChosen = looked !== undefined;

  // Something is looked at from the start: the cards show what the picture is for.
  useEffect(() => {
    if (!isChosen && first) session.lookAt(first.state, first.key);
  }, [isChosen, first, session]);

  if (!first) return null;
  const others = graph.others.filter(
    ({ state }) => !whole.nodes.some((node) => node.state === state),
  );
  return (
    <div className="explorer">
      <figure className="picture" aria-labelledby="picture-caption">
        <figcaption id="picture-caption">{captionOf(graph)}</figcaption>
        <GraphView
          graph={whole}
          selected={looked?.state}
          grown={grownStates}
          onSelect={session.lookAt}
          onGrow={session.grow}
          help="picture-help"
        />
        <GraphLegend kinds={kinds} hasCircle={graph.circles.length > 0} />
        <p id="picture-help" className="picture-help">
          Arrow keys go from outcome to outcome along the lines. Enter looks at one; Enter again
          draws what it leads to, Escape takes that back.
        </p>
        {others.length === 0 ? null : <AddOutcome others={others} untold={graph.untold} />}
        <details className="picture-table">
          <summary>The same as a table</summary>
          <GraphTable graph={whole} />
        </details>
      </figure>
      <OutcomePanel />
    </div>
  );
}

/** Outcomes that are not in the picture, to be taken in. */
function AddOutcome({
  others,
  untold,
}: {
  readonly others: StateGraph['others'];
  readonly untold: number;
}) {
  const session = useSession();
  return (
    <div className="add-outcome">
      <Select
        className="select"
        value={null}
        placeholder="choose an outcome"
        onChange={(key) => {
          if (key !== null) session.add(Number(key));
        }}
      >
        <Label>Draw also</Label>
        <Button className="button select-button">
          <SelectValue />
          <span className="select-arrow" aria-hidden="true" />
        </Button>
        <Popover className="popover" offset={4}>
          <ListBox>
            {others.map(({ state, name }) => (
              <ListBoxItem key={state} id={String(state)} textValue={name}>
                {name}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
      {untold > 0 ? (
        <span className="aside">{untold} more would hold and are not listed.</span>
      ) : null}
    </div>
  );
}

function captionOf({ nodes, arcs }: StateGraph): string {
  const holding = nodes.filter(({ holds }) => holds).length;
  const signed = arcs.some(({ kind }) => kind === 'signed');
  const parts = [
    ...(nodes.some(({ roles }) => roles.includes('today'))
      ? [`today, where things go if left alone${signed ? ', what is on offer' : ''}`]
      : []),
    ...(holding > 0 ? ['what would hold once in place'] : []),
    ...(nodes.some(({ roles }) => roles.includes('named'))
      ? ['named outcomes that would not, with where their steps lead']
      : []),
  ];
  const text = `${parts.slice(0, -1).join('; ')}${parts.length > 1 ? '; and ' : ''}${parts.at(-1) ?? ''}`;
  const outcomes = `${nodes.length} outcome${nodes.length === 1 ? '' : 's'}`;
  return `What holds, as a picture of ${outcomes}, ${holding === 0 ? 'none' : holding} of which would hold: ${text}.`;
}
