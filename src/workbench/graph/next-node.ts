import type { GraphLayout } from './layout.js';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * The outcome that an arrow key leads to: of those that an arc joins to the present one, the nearest
 * in that direction; where there is none, the nearest of all in that direction; undefined at the edge.
 */
export function nextNode(
  layout: GraphLayout,
  present: number,
  direction: Direction,
): number | undefined {
  const start = layout.nodes.find(({ node }) => node.state === present);
  if (!start) return undefined;
  const joined = layout.arcs.flatMap(({ arc, points }) => {
    // Where the line ends: it may end on a sign that stands in for the outcome.
    const end = arc.from === present ? points.at(-1) : arc.to === present ? points[0] : undefined;
    return end ? [{ state: arc.from === present ? arc.to : arc.from, ...end }] : [];
  });
  const nearest = (candidates: readonly Candidate[]) => {
    let best: { readonly state: number; readonly distance: number } | undefined;
    for (const { state, x, y } of candidates) {
      const { along, across } = offset(x - start.x, y - start.y, direction);
      if (along <= across / 2 || state === present) continue;
      const distance = along + 2 * across;
      if (!best || distance < best.distance) best = { state, distance };
    }
    return best?.state;
  };
  const all = layout.nodes.map(({ node, x, y }) => ({ state: node.state, x, y }));
  return nearest(joined) ?? nearest(all);
}

type Candidate = { readonly state: number; readonly x: number; readonly y: number };

function offset(x: number, y: number, direction: Direction) {
  switch (direction) {
    case 'up':
      return { along: -y, across: Math.abs(x) };
    case 'down':
      return { along: y, across: Math.abs(x) };
    case 'left':
      return { along: -x, across: Math.abs(y) };
    case 'right':
      return { along: x, across: Math.abs(y) };
  }
}
