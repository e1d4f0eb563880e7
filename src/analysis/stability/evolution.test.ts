import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase } from '../../../test/laws/arbitrary.js';
import { type NaiveModel, naiveModel } from '../../../test/naive/naive-engine.js';
import { matchingPennies, modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import { buildModel, type Model } from '../../core/model.js';
import { type Arcs, targetsOf } from '../../core/moves.js';
import { evolutionFrom, type Successors } from './evolution.js';

const moves =
  (model: Model): Successors =>
  (party, state) =>
    targetsOf(model.moves.alone[party] as Arcs, state);
const improvements =
  (model: Model): Successors =>
  (party, state) =>
    targetsOf(model.improvements[party] as Arcs, state);
const rows = (model: Model, from: Successors, start: number, most = Number.POSITIVE_INFINITY) => {
  const { depths, isComplete } = evolutionFrom(model.parties, from, start, { mostMoves: most });
  return {
    depths: depths.map((depth) => depth.map(({ state, movers }) => [state, movers])),
    isComplete,
  };
};

/** One issue that A moves from l0 to l1 and from l1 to l2, not from l0 to l2; B has a lever. */
const inStages = modelOfText(`
parties: {A: A, B: B}
issues:
  x: {levels: [l0, l1, l2], moves: [{by: A, from: l0, to: l1}, {by: A, from: l1, to: l2}]}
  b: {lever: B}
today: {x: l0, b: no}
wants: {A: [x = l2, x = l1], B: [b = no]}
`);

describe('the evolution table', () => {
  it('names after how many moves each state is first reached, and who may move last', () => {
    // States: a + 2·b, and today 0 is neither. By two moves both, whoever is first.
    expect(rows(prisonersDilemma, moves(prisonersDilemma), 0)).toEqual({
      depths: [
        [[0, []]],
        [
          [1, [0]],
          [2, [1]],
        ],
        [[3, [0, 1]]],
      ],
      isComplete: true,
    });
  });

  it('by improvements holds only what improvements lead to', () => {
    // From mutual cooperation each is tempted; then the other follows.
    expect(rows(prisonersDilemma, improvements(prisonersDilemma), 3).depths).toEqual([
      [[3, []]],
      [
        [1, [1]],
        [2, [0]],
      ],
      [[0, [0, 1]]],
    ]);
  });

  it('goes once round a circle and stops', () => {
    const table = rows(matchingPennies, improvements(matchingPennies), 0);
    expect(table.depths.flat().map(([state]) => state)).toEqual([0, 2, 3, 1]);
    expect(table.isComplete).toBe(true);
  });

  it('lets no party move twice in a row, where one move would not do', () => {
    // States: x + 3·b. A reaches l2 only after B has moved in between.
    expect(rows(inStages, moves(inStages), 0).depths).toEqual([
      [[0, []]],
      [
        [1, [0]],
        [3, [1]],
      ],
      [[4, [0, 1]]],
      [[5, [0]]],
      [[2, [0, 1]]],
    ]);
    // B never gains by moving, so by improvements A is stopped half-way.
    expect(rows(inStages, improvements(inStages), 0)).toEqual({
      depths: [[[0, []]], [[1, [0]]]],
      isComplete: true,
    });
  });

  it('is the start alone where nobody can move', () => {
    const still = modelOfText('parties: {P: P}\nissues: {a: {lever: P}}\ntoday: {a: no}');
    expect(rows(still, improvements(still), 0)).toEqual({ depths: [[[0, []]]], isComplete: true });
  });

  it('says so where longer sequences reach more than is told', () => {
    const cut = rows(prisonersDilemma, moves(prisonersDilemma), 0, 1);
    expect(cut.depths).toHaveLength(2);
    expect(cut.isComplete).toBe(false);
    expect(rows(prisonersDilemma, moves(prisonersDilemma), 0, 2).isComplete).toBe(true);
    const one = { depths: [[{ state: 0, movers: [] }]], isComplete: false };
    const from = moves(prisonersDilemma);
    expect(evolutionFrom(2, from, 0, { stopped: () => true })).toEqual(one);
    // A second state would fit, a third would not: the whole depth is left out.
    expect(evolutionFrom(2, from, 0, { mostStates: 2 })).toEqual(one);
    expect(evolutionFrom(2, from, 0, { mostStates: 3 }).depths).toHaveLength(2);
    expect(evolutionFrom(2, from, 0, { mostStates: 4 }).isComplete).toBe(true);
  });

  it('agrees with every legal sequence, listed one by one, on random cases', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.boolean(), (theCase, isByMoves) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        const start = model.space.today ?? 0;
        const found = rows(model, isByMoves ? moves(model) : improvements(model), start, 4);
        expect(found.depths).toEqual(bySequences(naive, isByMoves, start, 4));
      }),
      { numRuns: 200, seed: 20250427 },
    );
  });
});

/** All legal sequences up to a length, as sets of (state, last mover) per length. */
function bySequences(naive: NaiveModel, isByMoves: boolean, start: number, most: number) {
  const allowed = (party: number, from: number, to: number) =>
    naive.canMove(party, from, to) &&
    (isByMoves || naive.payoff(party, to) > naive.payoff(party, from));
  const lengths: Set<string>[] = [new Set([`${start}/-1`])];
  for (let length = 1; length <= most; length += 1) {
    const ends = new Set<string>();
    for (const node of lengths[length - 1] ?? []) {
      const [state = 0, last = -1] = node.split('/').map(Number);
      for (const party of naive.parties) {
        if (party === last) continue;
        naive.states.forEach((_, to) => {
          if (allowed(party, state, to)) ends.add(`${to}/${party}`);
        });
      }
    }
    lengths.push(ends);
  }
  const known = new Set<number>([start]);
  const table: (readonly (readonly [number, readonly number[]])[])[] = [[[start, []]]];
  for (const ends of lengths.slice(1)) {
    const fresh = new Map<number, number[]>();
    for (const node of ends) {
      const [state = 0, last = -1] = node.split('/').map(Number);
      if (!known.has(state)) fresh.set(state, [...(fresh.get(state) ?? []), last]);
    }
    for (const state of fresh.keys()) known.add(state);
    table.push(
      [...fresh]
        .map(([state, movers]) => [state, movers.sort((a, b) => a - b)] as const)
        .sort(([a], [b]) => a - b),
    );
  }
  while (table.length > 1 && table.at(-1)?.length === 0) table.pop();
  return table;
}
