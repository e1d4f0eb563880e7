import type { GraphArc, GraphNode, OutcomeGrowth, StateGraph } from '../../index.js';

/** The picture with all that has grown in it. */
export type WholeGraph = Pick<StateGraph, 'nodes' | 'arcs' | 'circles'>;

/**
 * Puts the picture and what has grown in it together. A node that is there already stays as it is;
 * of two arcs of one kind between the same outcomes, the grown one stays: it tells more.
 */
export function wholeGraph(
  graph: StateGraph,
  grown: readonly { readonly growth: OutcomeGrowth }[],
): WholeGraph {
  const nodes = new Map<number, GraphNode>();
  const arcs = new Map<string, GraphArc>();
  const parts = [graph, ...grown.map(({ growth }) => growth)];
  for (const part of parts) {
    for (const node of part.nodes) if (!nodes.has(node.state)) nodes.set(node.state, node);
    for (const arc of part.arcs) arcs.set(arcKey(arc), arc);
  }
  return { nodes: [...nodes.values()], arcs: [...arcs.values()], circles: graph.circles };
}

/** Tells the arcs of a picture apart. */
export function arcKey({ from, to, kind, parties }: GraphArc): string {
  return kind === 'signed' ? `${from} ${to} signed ${parties.join(' ')}` : `${from} ${to} ${kind}`;
}
