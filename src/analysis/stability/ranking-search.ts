import type { Reading } from '../../core/case.js';
import type { Expression } from '../../core/expression.js';
import type { Model } from '../../core/model.js';
import { modelWithReading } from '../../core/model-with-reading.js';
import type { Rational } from '../../core/rational.js';
import { levelsOf } from '../../core/space.js';
import { rational } from '../../numeric/rational.js';
import { firmReach } from './firm-reach.js';
import { stays } from './stays.js';
import { verdictSteps } from './verdict-steps.js';
import { endlessWork, type WorkBudget } from './work-budget.js';

/** Steps of work of one choice, beside those of a verdict. */
const stepsOfChoice = 1000;
/** Most orders that a search over rankings looks at. */
export const mostRankingsSearched = 20_000;

/**
 * The share of all strict rankings of the states under which a party stays at q, for concepts without
 * a closed form, by trying every order that can differ.
 *
 * Firm and SIM look at the party's order in two ways only: they compare a state with q, and (firm)
 * one state with another that one move of the party's own leads to, because that decides which of
 * its improvements could answer a reply. So the states that matter (`firmReach`) fall apart into cells
 * joined by the party's own moves, and only the order within a cell matters, with q standing in each
 * cell that holds an end of a reply; under SIM each state is a cell. A choice of orders with aᵢ states
 * above q and bᵢ below in cell i, and with m cells of sizes cⱼ where q does not stand, has the share
 * (Σaᵢ)!/Πaᵢ! · (Σbᵢ)!/Πbᵢ! / (1 + Σaᵢ + Σbᵢ)! · Π 1/cⱼ! of the rankings.
 *
 * @param isKnown - a verdict known without asking, from which states stand above q; else undefined.
 * @returns `too many` when there are more than `most` choices, `too long` when the work ran out.
 *
 * Time O(choices × the concept's verdict on a fresh model).
 */
export function searchedRankingShare(
  model: Model,
  concept: 'firm' | 'sim',
  party: number,
  state: number,
  isKnown: (isBetter: (state: number) => boolean) => boolean | undefined,
  work: WorkBudget = endlessWork,
  most: number = mostRankingsSearched,
): Rational | 'too many' | 'too long' {
  // The state and its own moves are in one cell: where these are too many, no reach is needed.
  const atLeast = concept === 'firm' ? new Set(model.moves.from(party, state)).size + 1 : 1;
  if (factorial(atLeast) > BigInt(most)) return 'too many';
  const reach = concept === 'firm' ? firmReach(model, party, state) : undefined;
  const cells = reach
    ? ownCells(model, party, [...new Set([state, ...reach.region])])
    : Array.from({ length: model.states }, (_, one) => [one]).filter(([one]) => one !== state);
  const isCompared = cells.map(
    (cell) => !reach || cell.some((one) => one === state || reach.ends.includes(one)),
  );
  const ordered = cells.map((cell, at) =>
    isCompared[at] && !cell.includes(state) ? [...cell, state] : cell,
  );
  const choices = ordered.reduce((product, cell) => product * factorial(cell.length), 1n);
  if (choices > BigInt(most)) return 'too many';

  const options = ordered.map((cell, at) =>
    permutations(cell).map((order): Choice => {
      if (!isCompared[at]) return { above: [], below: [], apart: order };
      const place = order.indexOf(state);
      return { above: order.slice(0, place), below: order.slice(place + 1), apart: [] };
    }),
  );
  // Weights are kept whole by a common multiple of what each cell divides by.
  const largest = factorial(ordered.reduce((size, cell) => Math.max(size, cell.length), 0));
  let good = 0n;
  let isCut = false;
  const choose = (cell: number, chosen: Choice, weight: bigint) => {
    if (isCut) return;
    for (const { above, below, apart } of options[cell] ?? []) {
      const next: Choice = {
        above: [...chosen.above, ...above],
        below: [...chosen.below, ...below],
        apart: [...chosen.apart, ...apart],
      };
      const divisor = factorial(above.length) * factorial(below.length) * factorial(apart.length);
      choose(cell + 1, next, weight * ((largest * largest) / divisor));
    }
    if (cell < options.length) return;
    const verdict = staysUnder(chosen);
    if (verdict === undefined) isCut = true;
    if (verdict) {
      good += weight * factorial(chosen.above.length) * factorial(chosen.below.length);
    }
  };
  const staysUnder = ({ above, below, apart }: Choice): boolean | undefined => {
    if (!work.take(stepsOfChoice)) return undefined;
    const better = new Set(above);
    const verdict = isKnown((one) => better.has(one));
    if (verdict !== undefined) return verdict;
    if (!work.take(verdictSteps(model))) return undefined;
    const ranking = rankingReading(model, party, [...above, state, ...below, ...apart]);
    return stays(modelWithReading(model, party, ranking), concept, party, state);
  };
  choose(0, { above: [], below: [], apart: [] }, 1n);
  if (isCut) return 'too long';
  const compared = new Set([state, ...cells.filter((_, at) => isCompared[at]).flat()]).size;
  const scale = options.reduce((product) => product * largest * largest, 1n);
  return rational(good, scale * factorial(compared));
}

/** An order of the states of some cells, as far as it matters: against q, or among themselves. */
type Choice = {
  readonly above: readonly number[];
  readonly below: readonly number[];
  readonly apart: readonly number[];
};

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

/** The states joined by moves of the party, in either direction, directly or through others. */
function ownCells(
  model: Model,
  party: number,
  states: readonly number[],
): readonly (readonly number[])[] {
  const beside = new Map(states.map((state) => [state, new Set<number>()]));
  for (const from of states) {
    for (const to of model.moves.from(party, from)) {
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
function rankingReading(model: Model, party: number, states: readonly number[]): Reading {
  const sees = model.readings[party]?.sees ?? [];
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
    ranges: [],
    sees,
    path: [],
    ranking: states.map((state) => {
      const operands = levelsOf(model.space, state).map(
        (level, issue): Expression => ({ kind: 'comparison', issue, operator: '=', level, span }),
      );
      const expression: Expression = { kind: 'and', operands, span };
      return {
        expression,
        text: '',
        label: undefined,
        isStrong: false,
        isUnsure: false,
        why: undefined,
        from: [],
        path: [],
      };
    }),
  };
}
