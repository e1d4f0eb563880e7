import { describe, expect, it } from 'vitest';
import type { GraphArc, GraphNode, NodeRole } from '../../index.js';
import { type GraphLayout, layoutGraph, type PlacedNode } from './layout.js';
import { nextNode } from './next-node.js';
import { arcKey, type WholeGraph, wholeGraph } from './whole-graph.js';

const wide = (text: string) => text.length * 7;
const measures = { tag: wide, name: wide, plain: wide, description: wide, label: wide };

const node = (state: number, holds: boolean, ...roles: NodeRole[]): GraphNode => ({
  state,
  key: `k${state}`,
  name: `“outcome ${state}”`,
  description: `it differs by ${state}`,
  roles,
  holds,
  mark: undefined,
});
const arc = (from: number, to: number, kind: GraphArc['kind'] = 'step'): GraphArc => ({
  from,
  to,
  kind,
  parties: ['P'],
  makers: 'Party',
  label: `Party: go from ${from} to ${to}`,
  sentence: '',
});
const place = (graph: WholeGraph, room = 700) => layoutGraph(graph, measures, room);
const at = ({ nodes }: GraphLayout, state: number) =>
  nodes.find((one) => one.node.state === state) as PlacedNode;

/** Today 0 steps to 1, which is signed away to 2; 3 is named and steps to 4, then to today. */
const chain: WholeGraph = {
  nodes: [
    node(0, false, 'today'),
    node(1, true, 'where things go'),
    node(2, true, 'on offer'),
    node(3, false, 'named'),
    node(4, false, 'on the way'),
    node(5, true, 'would hold'),
  ],
  arcs: [arc(0, 1), arc(1, 2, 'signed'), arc(3, 4), arc(4, 0)],
  circles: [],
};

describe('the layout', () => {
  it('goes from today down to where things go and on to what is on offer', () => {
    const layout = place(chain);
    expect(at(layout, 0).y).toBeLessThan(at(layout, 1).y);
    expect(at(layout, 1).y).toBeLessThan(at(layout, 2).y);
  });

  it('has what only leads there below, with a sign for where it leads', () => {
    const layout = place(chain);
    for (const above of [0, 1, 2, 5]) expect(at(layout, above).y).toBeLessThan(at(layout, 3).y);
    expect(at(layout, 3).y).toBeLessThan(at(layout, 4).y);
    expect(layout.signs.map((sign) => sign.node.state)).toEqual([0]);
    expect(layout.rules).toHaveLength(1);
  });

  it('lets no boxes overlap, and keeps all inside its bounds', () => {
    const { nodes, width, height } = place(chain);
    for (const [index, one] of nodes.entries()) {
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width / 2).toBeLessThanOrEqual(width);
      expect(one.y - one.height / 2).toBeGreaterThanOrEqual(0);
      expect(one.y + one.height / 2).toBeLessThanOrEqual(height);
      for (const other of nodes.slice(index + 1)) {
        const isApart =
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
          Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
        expect([one.node.state, other.node.state, isApart]).toEqual([
          one.node.state,
          other.node.state,
          true,
        ]);
      }
    }
  });

  it('is the same each time', () => {
    expect(place(chain)).toEqual(place(chain));
  });

  it('puts what nothing joins in as many columns as there is room for', () => {
    const nodes = [0, 1, 2, 3].map((state) => node(state, true, 'would hold'));
    const columns = (room: number) =>
      new Set(place({ nodes, arcs: [], circles: [] }, room).nodes.map(({ x }) => x)).size;
    expect([columns(100), columns(420), columns(2000)]).toEqual([1, 2, 4]);
  });

  it('frames a circle round its outcomes', () => {
    const layout = place({
      nodes: [node(0, false, 'today'), node(1, false), node(2, false)],
      arcs: [arc(0, 1), arc(1, 2), arc(2, 1)],
      circles: [{ states: [1, 2], size: 3 }],
    });
    const [frame] = layout.circles;
    expect(frame?.label).toBe('a circle of 3 outcomes, 1 not drawn');
    for (const state of [1, 2]) {
      const { x, y } = at(layout, state);
      expect(Math.abs(x - (frame?.x ?? 0))).toBeLessThan((frame?.width ?? 0) / 2);
      expect(Math.abs(y - (frame?.y ?? 0))).toBeLessThan((frame?.height ?? 0) / 2);
    }
  });

  it('of nothing is empty', () => {
    expect(place({ nodes: [], arcs: [], circles: [] }).nodes).toEqual([]);
  });
});

describe('arrow keys', () => {
  const layout = place(chain);

  it('follow arcs both ways', () => {
    expect(nextNode(layout, 0, 'down')).toBe(1);
    expect(nextNode(layout, 1, 'down')).toBe(2);
    expect(nextNode(layout, 2, 'up')).toBe(1);
  });

  it('follow an arc down to a sign, to the outcome that it stands for', () => {
    expect(nextNode(layout, 4, 'down')).toBe(0);
  });

  it('go to the nearest outcome where no arc leads that way, and nowhere at the edge', () => {
    expect(nextNode(layout, 3, 'up')).toBe(5);
    expect(nextNode(layout, 0, 'up')).toBeUndefined();
    expect(nextNode(layout, 99, 'up')).toBeUndefined();
  });

  it('reach every outcome from every other', () => {
    for (const start of chain.nodes) {
      const reached = new Set([start.state]);
      for (const state of reached) {
        for (const direction of ['up', 'down', 'left', 'right'] as const) {
          const next = nextNode(layout, state, direction);
          if (next !== undefined) reached.add(next);
        }
      }
      expect(reached.size).toBe(chain.nodes.length);
    }
  });
});

describe('a picture with what has grown in it', () => {
  const graph = { ...chain, others: [], untold: 0 };

  it('has each outcome once, and keeps why it was there first', () => {
    const grown = wholeGraph(graph, [
      {
        growth: {
          nodes: [node(0, false, 'asked for'), node(9, false, 'asked for')],
          arcs: [arc(0, 9)],
          left: 0,
        },
      },
    ]);
    expect(grown.nodes.map(({ state }) => state)).toEqual([0, 1, 2, 3, 4, 5, 9]);
    expect(grown.nodes[0]?.roles).toEqual(['today']);
  });

  it('has each arc once, as it grew', () => {
    const told = { ...arc(0, 1), sentence: 'with the want that it gains' };
    const grown = wholeGraph(graph, [{ growth: { nodes: [], arcs: [told], left: 0 } }]);
    expect(grown.arcs.filter((one) => arcKey(one) === arcKey(told))).toEqual([told]);
  });
});
