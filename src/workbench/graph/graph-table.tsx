import type { GraphArc } from '../../index.js';
import { keyboardScrollable } from '../page/keyboard-scrollable.js';
import { arcWords, tagOf } from './graph-words.js';
import { arcKey, type WholeGraph } from './whole-graph.js';

/** Everything in the picture, as two tables: its outcomes, and the ways between them. */
export function GraphTable({ graph }: { readonly graph: WholeGraph }) {
  const names = new Map(graph.nodes.map(({ state, name }) => [state, name]));
  const nameOf = (state: number) => names.get(state) ?? '';
  const circleOf = (state: number) =>
    graph.circles.find(({ states }) => states.includes(state))?.size;
  return (
    <div className="document graph-tables">
      <section className="table-frame" aria-label="Outcomes in the picture" {...keyboardScrollable}>
        <table>
          <caption>Outcomes in the picture</caption>
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              <th scope="col">How it differs from today</th>
              <th scope="col">Why it is here</th>
              <th scope="col">Held how</th>
            </tr>
          </thead>
          <tbody>
            {graph.nodes.map((node) => {
              const circle = circleOf(node.state);
              return (
                <tr key={node.state}>
                  <th scope="row">{node.name}</th>
                  <td>{node.description === '' ? 'As its name says' : node.description}</td>
                  <td>
                    {tagOf(node)}
                    {circle === undefined ? '' : ` · in a circle of ${circle} outcomes`}
                  </td>
                  <td>{node.mark ?? (node.holds ? 'by the concept asked for' : 'not held')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {graph.arcs.length === 0 ? (
        <p>Nothing leads from one of these outcomes to another.</p>
      ) : (
        <section className="table-frame" aria-label="Ways between them" {...keyboardScrollable}>
          <table>
            <caption>Ways between them</caption>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col">By</th>
                <th scope="col">What it is</th>
              </tr>
            </thead>
            <tbody>
              {graph.arcs.map((arc) => (
                <ArcRow key={arcKey(arc)} arc={arc} from={nameOf(arc.from)} to={nameOf(arc.to)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function ArcRow({
  arc,
  from,
  to,
}: {
  readonly arc: GraphArc;
  readonly from: string;
  readonly to: string;
}) {
  return (
    <tr>
      <th scope="row">{from}</th>
      <td>{to}</td>
      <td>{arc.makers}</td>
      <td>
        {arcWords[arc.kind]}. {arc.sentence}
      </td>
    </tr>
  );
}
