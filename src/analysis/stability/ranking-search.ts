import type { Expression } from '../../core/expression.js';
import type { Model } from '../../core/model.js';
import { modelWithReading } from '../../core/model-with-reading.js';
import { type Arcs, targetsOf } from '../../core/moves.js';
import type { Rational } from '../../core/rational.js';
import { levelsOf } from '../../core/space.js';
import { rational } from '../../numeric/rational.js';
import { stays } from './stays.js';

/** Most orders that a search over rankings looks at. */
export const mostRankingsSearched = 20_000;

/**
 * The share of all strict rankings of the states under which a party stays at q, for concepts without
 * a closed form, by trying every order that can differ.
 *
 * Firm and SIM look at the party's order in two ways only: they compare a state with q, and (firm)
 * one state with another that one move of the party's own leads to, because that decides which of
 * its improvements could answer a reply. So the states in reach of q by anybody's moves fall apart
 * into cells, joined by the party's own moves, and only the order within a cell, q standing in every
 * one of them, can matter; under SIM each state is a cell, and all states are in reach. A choice of
 * orders with aᵢ states above q and bᵢ below in cell i is met by (Σaᵢ)!/Πaᵢ! · (Σbᵢ)!/Πbᵢ! rankings of
 * the states in reach.
 *
 * @param isKnown - a verdict known without asking, from which states stand above q; else undefined.
 * @returns undefined when there are more than `most` choices, or when stopped.
 *
 * Time O(choices × the concept's verdict on a fresh model).
 */
export function searchedRankingShare(
  model: Model,
  concept: 'firm' | 'sim',
  party: number,
  state: number,
  isKnown: (isBetter: (state: number) => boolean) => boolean | undefined,
  stopped: () => boolean = () => false,
  most: number = mostRankingsSearched,
): Rational | undefined {
  const cells =
    concept === 'sim'
      ? Array.from({ length: model.states }, (_, one) => [one]).filter(([one]) => one !== state)
      : ownCells(model, party, reachedByAnybody(model, state));
  const choices = cells.reduce(
    (product, cell) => product * factorial(cell.includes(state) ? cell.length : cell.length + 1),
    1n,
  );
  if (choices > BigInt(most)) return undefined;

  const orders = cells.map((cell) =>
    permutations(cell.includes(state) ? cell : [...cell, state]).map((order) => {
      const at = order.indexOf(state);
      return { above: order.slice(0, at), below: order.slice(at + 1) };
    }),
  );
  let good = 0n;
  let isCut = false;
  const choose = (
    cell: number,
    above: readonly number[],
    below: readonly number[],
    ways: bigint,
  ) => {
    if (isCut) return;
    const options = orders[cell];
    if (!options) {
      if (stopped()) isCut = true;
      const better = new Set(above);
      const verdict =
        isKnown((one) => better.has(one)) ??
        stays(
          modelWithReading(model, party, rankingReading(model, [...above, state, ...below])),
          concept,
          party,
          state,
        );
      if (verdict) good += ways * factorial(above.length) * factorial(below.length);
      return;
    }
    for (const option of options) {
      choose(
        cell + 1,
        [...above, ...option.above],
        [...below, ...option.below],
        // Each division is exact only at the end, so shares are kept over one common multiple.
        ways * (common / (factorial(option.above.length) * factorial(option.below.length))),
      );
    }
  };
  const largest = cells.reduce((size, cell) => Math.max(size, cell.length), 0);
  const common = factorial(largest) * factorial(largest);
  choose(0, [], [], 1n);
  if (isCut) return undefined;
  const states = new Set([state, ...cells.flat()]).size;
  const scale = orders.reduce((product) => product * common, 1n);
  return rational(good, scale * factorial(states));
}

/** n!, for n >= 0. */
export function factorial(n: number): bigint {
  let product = 1n;
  for (let factor = 2; factor <= n; factor += 1) product *= BigInt(factor);
  return product;
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}

function movesFrom(model: Model, party: number, state: number): readonly number[] {
  return [...targetsOf(model.moves.alone[party] as Arcs, state)];
}

function reachedByAnybody(model: Model, start: number): readonly number[] {
  const reached = new Set([start]);
  for (const state of reached) {
    for (let party = 0; party < model.parties; party += 1) {
      for (const to of movesFrom(model, party, state)) reached.add(to);
    }
  }
  return [...reached];
}

/** The states joined by moves of the party, in either direction, directly or through others. */
function ownCells(
  model: Model,
  party: number,
  states: readonly number[],
): readonly (readonly number[])[] {
  const beside = new Map(states.map((state) => [state, new Set<number>()]));
  for (const from of states) {
    for (const to of movesFrom(model, party, from)) {
      beside.get(from)?.add(to);
      beside.get(to)?.add(from);
    }
  }
  const placed = new Set<number>();
  return states.flatMap((state) => {
    if (placed.has(state)) return [];
    const cell = new Set([state]);
    for (const member of cell) for (const next of beside.get(member) ?? []) cell.add(next);
    for (const member of cell) placed.add(member);
    return [[...cell]];
  });
}

/** A reading that ranks the given states, best first, and ties all others below them. */
function rankingReading(model: Model, states: readonly number[]) {
  const span = { start: 0, end: 0 };
  return {
    id: 'ranked',
    label: 'ranked',
    weight: undefined,
    why: undefined,
    from: [],
    wants: undefined,
    points: undefined,
    redLines: [],
    noDeal: undefined,
    path: [],
    ranking: states.map((state) => {
      const operands = levelsOf(model.space, state).map(
        (level, issue): Expression => ({ kind: 'comparison', issue, operator: '=', level, span }),
      );
      const expression: Expression = { kind: 'and', operands, span };
      return { expression, text: '', label: undefined, why: undefined, from: [], path: [] };
    }),
  };
}
