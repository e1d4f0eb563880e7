import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase } from '../../test/laws/arbitrary.js';
import { caseOfText, matchingPennies } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import { mostNodes, type StateGraph, stateGraph } from './state-graph.js';

const graphOf = (theCase: Case) =>
  stateGraph(theCase, holds.run(theCase, holds.defaults, uncontrolled));
const node = ({ nodes }: StateGraph, state: number) => nodes.find((one) => one.state === state);
const arcsOf = ({ arcs }: StateGraph) =>
  arcs.map(({ from, to, kind, parties }) => `${from}→${to} ${kind} ${parties.join('+')}`);

/** A opens, then B clears; both would sign the pact at the end of that. State = a + 2 b + 4 pact. */
const climb = (more = '') =>
  caseOfText(`
detente: 1
title: small
parties: {A: Ayland, B: Beeland}
issues:
  a: {label: the gate, by: A, levels: {shut: shut, open: {label: open, act: open the gate}}}
  b: {label: the road, by: B, levels: {closed: closed, cleared: {label: cleared, act: clear the road}}}
  pact: {label: the pact, agree: [A, B], levels: [none, signed]}
today: {a: shut, b: closed, pact: none}
wants: {A: [a = open, b = cleared, pact = signed], B: [b = cleared iff a = open, pact = signed]}
${more}
`);

describe('the picture of what holds', () => {
  it('has today, the way to where things go, that end, and what is on offer', () => {
    const graph = graphOf(climb());
    expect(graph.nodes.map(({ state, roles }) => [state, roles])).toEqual([
      [0, ['today']],
      [3, ['where things go', 'would hold']],
      [1, ['on the way']],
      [7, ['on offer', 'would hold']],
    ]);
    expect(node(graph, 7)?.holds).toBe(true);
    expect(node(graph, 1)?.holds).toBe(false);
  });

  it('joins them by steps with their maker and by what is signed together', () => {
    const graph = graphOf(climb());
    expect(arcsOf(graph)).toContain('0→1 step A');
    expect(arcsOf(graph)).toContain('1→3 step B');
    expect(arcsOf(graph)).toContain('3→7 signed A+B');
    const arc = graph.arcs.find(({ from, to }) => from === 0 && to === 1);
    expect(arc?.label).toBe('Ayland: open the gate');
    expect(arc?.sentence).toBe(
      'Ayland could open the gate and would gain by it; no reply would make it regret that.',
    );
  });

  it('calls an outcome by its name, else by how it differs from today', () => {
    const graph = graphOf(climb('outcomes: {trade: {label: free trade, when: pact = signed}}'));
    expect(node(graph, 0)?.name).toBe('Today');
    expect(node(graph, 1)?.name).toBe('The gate is open');
    expect(node(graph, 1)?.description).toBe('');
    const proposed = graphOf(
      climb('proposals: {text: {label: the text of May, by: A, terms: {pact: signed}}}'),
    );
    expect(node(proposed, 4)).toMatchObject({
      name: '“the text of May”',
      description: 'the pact is signed',
      roles: ['named'],
    });
  });

  it('has a circle with its size where steps lead round one', () => {
    const graph = graphOf(matchingPennies.case);
    expect(graph.circles).toEqual([{ states: [0, 1, 3, 2].sort(), size: 4 }]);
    expect(graph.nodes.every(({ holds }) => !holds)).toBe(true);
  });

  it('draws no offer of a larger group where part of it could sign alone', () => {
    const graph = graphOf(villages);
    expect(arcsOf(graph).filter((arc) => arc.includes('signed'))).toEqual([
      '3→0 signed North+South',
      '3→4 signed North+South',
      '3→7 signed North+South',
    ]);
  });

  it('has what holds alone where there is no today', () => {
    const one = (wants: string) =>
      caseOfText(
        `detente: 1\ntitle: t\nparties: {P: P}\nissues: {a: {lever: P}}\nwants: {P: ${wants}}`,
      );
    expect(graphOf(one('[a]')).nodes.map(({ state, roles }) => [state, roles])).toEqual([
      [1, ['would hold']],
    ]);
  });

  it('leaves a step that its maker could make in two to these', () => {
    const graph = graphOf(
      caseOfText(`
detente: 1
title: t
parties: {P: P, R: R}
issues: {a: {by: P, levels: [one, two, three]}, b: {lever: R}}
today: {a: one, b: no}
wants: {P: [a = three, a = two], R: [not b]}
outcomes: {half: {label: half way, when: a = two}}
`),
    );
    expect(graph.nodes.map(({ state }) => state).sort()).toEqual([0, 1, 2]);
    expect(arcsOf(graph)).toEqual(['0→1 step P', '1→2 step P']);
  });

  it('draws the steps that reasons and paths name where the tables were left out', () => {
    const theCase = climb();
    const report = holds.run(theCase, holds.defaults, uncontrolled);
    const untabled = { ...report, steps: {}, stability: {}, payoffs: {} };
    expect(arcsOf(stateGraph(theCase, untabled))).toEqual(arcsOf(stateGraph(theCase, report)));
  });

  it('has at most its number of outcomes, and none of an arc is missing', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const { nodes, arcs, circles, others } = graphOf(theCase);
        expect(nodes.length).toBeLessThanOrEqual(mostNodes);
        const states = nodes.map(({ state }) => state);
        expect(new Set(states).size).toBe(states.length);
        expect(new Set(nodes.map(({ key }) => key)).size).toBe(states.length);
        for (const { from, to } of arcs) {
          expect(states).toContain(from);
          expect(states).toContain(to);
        }
        for (const circle of circles)
          for (const state of circle.states) expect(states).toContain(state);
        for (const { state } of others) expect(states).not.toContain(state);
      }),
      { numRuns: 100 },
    );
  });

  it('names every outcome that would hold, in the picture or beside it', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const report = holds.run(theCase, holds.defaults, uncontrolled);
        const { nodes, others, untold } = stateGraph(theCase, report);
        const told = new Set([...nodes, ...others].map(({ state }) => state));
        const missing = report.verdicts.filter(({ state }) => !told.has(state));
        expect(missing.length).toBe(untold);
      }),
      { numRuns: 100 },
    );
  });
});
