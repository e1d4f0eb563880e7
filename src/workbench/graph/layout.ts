import { Graph, layout as layOut } from '@dagrejs/dagre';
import type { GraphArc, GraphNode } from '../../index.js';
import { isNamed, tagOf } from './graph-words.js';
import { arcKey, type WholeGraph } from './whole-graph.js';
import { type Measure, wrapText } from './wrap-text.js';

type Point = { readonly x: number; readonly y: number };

/** An outcome's box: its middle, its size, and its lines of text. */
export type PlacedNode = Point & {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
  readonly tag: readonly string[];
  readonly name: readonly string[];
  readonly description: readonly string[];
};

/** An arc's line, and the lines of its label round the label's middle. */
export type PlacedArc = {
  readonly arc: GraphArc;
  readonly key: string;
  readonly points: readonly Point[];
  readonly label: Point & { readonly lines: readonly string[]; readonly width: number };
};

/** A frame round the outcomes of a circle. */
export type PlacedCircle = Point & {
  readonly width: number;
  readonly height: number;
  readonly label: string;
};

/** Stands in for an outcome that is drawn elsewhere in the picture. */
export type PlacedSign = Point & {
  readonly node: GraphNode;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
};

export type GraphLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly arcs: readonly PlacedArc[];
  readonly circles: readonly PlacedCircle[];
  readonly signs: readonly PlacedSign[];
  /** Heights at which a line parts two bands. */
  readonly rules: readonly number[];
};

/** How wide texts are, in the type of each. */
export type Measures = {
  readonly tag: Measure;
  readonly name: Measure;
  /** Of what stands where a name would. */
  readonly plain: Measure;
  readonly description: Measure;
  readonly label: Measure;
};

/** Sizes in pixels, at the page's own size of type. */
export const SIZES = {
  node: 176,
  inset: 10,
  tagLine: 14,
  nameLine: 18,
  descriptionLine: 16,
  label: 128,
  labelLine: 15,
  margin: 12,
  gap: 22,
  rule: 34,
  circleLabel: 20,
} as const;

const MOST_LINES = { name: 5, nameAlone: 8, description: 4, label: 4, sign: 3 } as const;

/**
 * Places a picture in bands, from top to bottom: what follows from today or holds, ranked by dagre;
 * what of this nothing joins, in rows; then, ranked by itself, what only leads there, and its rows.
 * Where an arc of the last band leads to an outcome of the first, a sign stands in for that outcome.
 * Same picture and measures, same places.
 *
 * @param room - width there is; rows of unjoined outcomes fill it.
 */
export function layoutGraph(graph: WholeGraph, measures: Measures, room: number): GraphLayout {
  const boxes = graph.nodes.map((node) => boxOf(node, measures));
  const top = topStates(graph);
  const bands = [true, false].map((isTop) => {
    const own = boxes.filter(({ node }) => top.has(node.state) === isTop);
    const arcs = graph.arcs.filter(({ from }) => top.has(from) === isTop);
    const circles = isTop ? graph.circles : [];
    const joined = new Set([
      ...arcs.flatMap(({ from, to }) => [from, to]),
      ...circles.flatMap(({ states }) => states),
    ]);
    const isJoined = ({ node }: PlacedNode) => joined.has(node.state);
    const signs = boxes.filter((box) => top.has(box.node.state) && !isTop && isJoined(box));
    return {
      ranked: rankedPart({ arcs, circles }, own.filter(isJoined), signs, measures),
      loose: own.filter((box) => !isJoined(box)),
      // Today comes first also where nothing leads to it or from it.
      isLooseFirst: isTop && own.some((box) => !isJoined(box) && isToday(box)),
    };
  });
  const width = Math.max(room, ...bands.map(({ ranked }) => ranked.width));
  const widest = Math.max(0, ...bands.map(({ ranked }) => ranked.width));
  const parts: GraphLayout[] = [];
  let y = 0;
  const add = (part: GraphLayout) => {
    if (part.nodes.length === 0) return;
    parts.push(moved(part, Math.max(0, (Math.min(widest, width) - part.width) / 2), y));
    y += part.height - SIZES.margin;
  };
  bands.forEach(({ ranked, loose, isLooseFirst }, at) => {
    if (at > 0 && y > 0 && ranked.nodes.length + loose.length > 0) {
      parts.push({ ...EMPTY, rules: [y + SIZES.margin] });
      y += SIZES.rule;
    }
    const inRows = rows(loose, width);
    for (const part of isLooseFirst ? [inRows, ranked] : [ranked, inRows]) add(part);
  });
  return {
    width: Math.max(0, ...parts.map((part) => part.width)),
    height: y + SIZES.margin,
    nodes: parts.flatMap(({ nodes }) => nodes),
    arcs: parts.flatMap(({ arcs }) => arcs),
    circles: parts.flatMap(({ circles }) => circles),
    signs: parts.flatMap(({ signs }) => signs),
    rules: parts.flatMap(({ rules }) => rules),
  };
}

const EMPTY: GraphLayout = {
  width: 0,
  height: 0,
  nodes: [],
  arcs: [],
  circles: [],
  signs: [],
  rules: [],
};

function isToday({ node }: PlacedNode): boolean {
  return node.roles.includes('today');
}

/** What holds, today and circles, and all that arcs lead to from these. */
function topStates({ nodes, arcs, circles }: WholeGraph): ReadonlySet<number> {
  const top = new Set([
    ...nodes.flatMap(({ state, roles, holds }) =>
      holds || roles.includes('today') ? [state] : [],
    ),
    ...circles.flatMap(({ states }) => states),
  ]);
  // A set takes in what is added while it is gone through.
  for (const state of top) for (const { from, to } of arcs) if (from === state) top.add(to);
  return top;
}

function moved(part: GraphLayout, right: number, by: number): GraphLayout {
  const there = <T extends Point>(one: T): T => ({ ...one, x: one.x + right, y: one.y + by });
  return {
    ...part,
    nodes: part.nodes.map(there),
    circles: part.circles.map(there),
    signs: part.signs.map(there),
    arcs: part.arcs.map((arc) => ({
      ...arc,
      points: arc.points.map(there),
      label: there(arc.label),
    })),
  };
}

function boxOf(node: GraphNode, measures: Measures): PlacedNode {
  const inner = SIZES.node - 2 * SIZES.inset;
  const tag = wrapText(tagOf(node), inner, measures.tag);
  const most = node.description === '' ? MOST_LINES.nameAlone : MOST_LINES.name;
  const measure = isNamed(node) ? measures.name : measures.plain;
  const name = wrapText(node.name, inner, measure, most);
  const description = wrapText(
    node.description,
    inner,
    measures.description,
    MOST_LINES.description,
  );
  const height =
    2 * SIZES.inset +
    tag.length * SIZES.tagLine +
    name.length * SIZES.nameLine +
    description.length * SIZES.descriptionLine;
  return { node, x: 0, y: 0, width: SIZES.node, height, tag, name, description };
}

function rankedPart(
  graph: Pick<WholeGraph, 'arcs' | 'circles'>,
  boxes: readonly PlacedNode[],
  stoodInFor: readonly PlacedNode[],
  measures: Measures,
): GraphLayout {
  if (boxes.length === 0) return EMPTY;
  const drawing = new Graph({ compound: true, multigraph: true });
  drawing.setGraph({
    rankdir: 'TB',
    nodesep: SIZES.gap,
    edgesep: 14,
    ranksep: 26,
    marginx: SIZES.margin,
    marginy: SIZES.margin + (graph.circles.length > 0 ? SIZES.circleLabel : 0),
  });
  drawing.setDefaultEdgeLabel(() => ({}));
  for (const { node, width, height } of boxes) {
    drawing.setNode(String(node.state), { width, height });
  }
  const signs = stoodInFor.map(({ node }) => {
    const lines = wrapText(node.name, SIZES.label, measures.description, MOST_LINES.sign);
    const width = Math.max(...lines.map((line) => measures.description(line)), 1) + 24;
    return { node, lines, width, height: lines.length * SIZES.descriptionLine + 12 };
  });
  for (const { node, width, height } of signs) {
    drawing.setNode(String(node.state), { width, height });
  }
  graph.circles.forEach(({ states }, at) => {
    drawing.setNode(`circle ${at}`, { width: 0, height: 0 });
    for (const state of states) drawing.setParent(String(state), `circle ${at}`);
  });
  const labels = graph.arcs.map((arc) => ({
    arc,
    key: arcKey(arc),
    lines: wrapText(arc.label, SIZES.label, measures.label, MOST_LINES.label),
  }));
  for (const { arc, key, lines } of labels) {
    const width = Math.max(...lines.map((line) => measures.label(line)), 1) + 8;
    const size = { width, height: lines.length * SIZES.labelLine + 4, labelpos: 'c' as const };
    drawing.setEdge(String(arc.from), String(arc.to), size, key);
  }
  layOut(drawing);
  const whole = drawing.graph();
  return {
    width: whole.width ?? 0,
    height: whole.height ?? 0,
    nodes: boxes.map((box) => {
      const { x = 0, y = 0 } = drawing.node(String(box.node.state));
      return { ...box, x, y };
    }),
    arcs: labels.map(({ arc, key, lines }) => {
      const edge = drawing.edge(String(arc.from), String(arc.to), key);
      return {
        arc,
        key,
        points: edge.points ?? [],
        label: { x: edge.x ?? 0, y: edge.y ?? 0, lines, width: edge.width ?? 0 },
      };
    }),
    circles: graph.circles.map(({ states, size }, at) => {
      const frame = drawing.node(`circle ${at}`);
      // Its label stands above its outcomes.
      const { x = 0, width } = frame;
      const y = (frame.y ?? 0) - SIZES.circleLabel / 2;
      const height = frame.height + SIZES.circleLabel;
      const left = size - states.length;
      const label = `a circle of ${size} outcomes${left > 0 ? `, ${left} not drawn` : ''}`;
      return { x, y, width, height, label };
    }),
    signs: signs.map((sign) => {
      const { x = 0, y = 0 } = drawing.node(String(sign.node.state));
      return { ...sign, x, y };
    }),
    rules: [],
  };
}

/** Outcomes side by side in as many rows as they need, each row as high as its highest. */
function rows(boxes: readonly PlacedNode[], room: number): GraphLayout {
  if (boxes.length === 0) return EMPTY;
  const each = SIZES.node + SIZES.gap;
  const inRow = Math.max(1, Math.floor((room - 2 * SIZES.margin + SIZES.gap) / each));
  const nodes: PlacedNode[] = [];
  let y: number = SIZES.margin;
  for (let first = 0; first < boxes.length; first += inRow) {
    const row = boxes.slice(first, first + inRow);
    const height = Math.max(...row.map((box) => box.height));
    row.forEach((box, at) => {
      const x = SIZES.margin + at * each + SIZES.node / 2;
      nodes.push({ ...box, x, y: y + box.height / 2 });
    });
    y += height + SIZES.gap;
  }
  const columns = Math.min(inRow, boxes.length);
  return {
    ...EMPTY,
    width: 2 * SIZES.margin + columns * each - SIZES.gap,
    height: y - SIZES.gap + SIZES.margin,
    nodes,
  };
}
