import { type Control, uncontrolled } from '../../core/report.js';
import { compare, type Rational } from '../../numeric/rational.js';
import { entryOf } from './linear-bound.js';
import { boundOf, type SearchSpace, type ShiftedBound, sumsAt } from './search-space.js';

/**
 * What is maximised, as a function of the parties' sums, with the linear bound that goes with it.
 *
 * For the weights w of the goal every acceptable outcome of value v has Σ w · sum ≥ `needed(v)`; so a
 * part of an outcome whose bound on Σ w · sum is lower cannot be completed to value v.
 */
export type Goal = {
  /** Integers, none negative. */
  readonly weights: readonly bigint[];
  /** Undefined where the sums are not acceptable. */
  readonly valueAt: (sums: readonly bigint[]) => Rational | undefined;
  /** The least Σ w · sum of an acceptable outcome of this value or more; with `isAbove`, of more. */
  readonly needed: (value: Rational, isAbove: boolean) => bigint;
  /** The least sum of one party in such an outcome; in any acceptable one where value is undefined. */
  readonly neededOf: (party: number, value: Rational | undefined, isAbove: boolean) => bigint;
  /** A value that no acceptable outcome with at most this Σ w · sum exceeds. */
  readonly mostAt: (weightedSum: bigint) => Rational;
};

/** Nodes that all the searches of one answer may still visit, and how many they did. */
export type NodeBudget = { left: number; visited: number };

/** The best found, and what is proven: `bound` is undefined where the search was complete. */
export type Found = {
  readonly value: Rational | undefined;
  readonly chosen: readonly number[] | undefined;
  readonly isComplete: boolean;
  /** Where not complete: no acceptable outcome has a greater value; undefined if nothing is known. */
  readonly bound: Rational | undefined;
};

/** Nodes between two questions whether to stop. */
const nodesBetweenStops = 16_384;

/**
 * The greatest value of a goal over the feasible outcomes, by depth-first branch and bound.
 *
 * Issues are decided one by one, the choice with the least loss of the bound first. A part is left as
 * soon as the goal's linear bound, or the bound on one party's own sum, is too low for a better value.
 *
 * Source: Land and Doig (1960), "An automatic method of solving discrete programming problems",
 * Econometrica 28(3). Bounds and comparisons are exact integers and fractions: no tolerance.
 *
 * @param starts - feasible outcomes to start from; their values are worked out here. Those that are not
 *   acceptable are ignored.
 * @param atLeast - a value below which nothing is of interest: an equal value is found, less is not.
 *
 * Exponential in the worst case; stops when the budget is spent.
 */
export function searchBest(
  space: SearchSpace,
  goal: Goal,
  starts: readonly (readonly number[] | undefined)[],
  atLeast: Rational | undefined,
  budget: NodeBudget,
  control: Control = uncontrolled,
): Found {
  let value: Rational | undefined;
  let chosen: readonly number[] | undefined;
  const isBetter = (own: Rational | undefined): own is Rational =>
    own !== undefined && (value ? compare(own, value) > 0 : !atLeast || compare(own, atLeast) >= 0);
  for (const start of starts) {
    const own = start && goal.valueAt(sumsAt(space, start));
    if (!isBetter(own)) continue;
    value = own;
    chosen = start;
  }
  const bound = boundOf(space.plan, space.problem, goal.weights);
  const left = visit(
    space,
    goal,
    bound,
    () => (value ? { value, isAbove: true } : { value: atLeast, isAbove: false }),
    (sums, outcome) => {
      const own = goal.valueAt(sums);
      if (!isBetter(own)) return false;
      value = own;
      chosen = Array.from(outcome);
      return true;
    },
    budget,
    control,
  );
  if (left === undefined) return { value, chosen, isComplete: true, bound: undefined };
  const most = goal.mostAt(left);
  const known = value ?? atLeast;
  return {
    value,
    chosen,
    isComplete: false,
    bound: known && compare(known, most) > 0 ? known : most,
  };
}

/**
 * Every feasible outcome whose value is at least the given one, in no particular order.
 *
 * @returns whether all were found: false where the budget was spent.
 */
export function searchAll(
  space: SearchSpace,
  goal: Goal,
  value: Rational,
  found: (sums: readonly bigint[], chosen: ArrayLike<number>) => void,
  budget: NodeBudget,
  control: Control = uncontrolled,
): boolean {
  const bound = boundOf(space.plan, space.problem, goal.weights);
  const left = visit(
    space,
    goal,
    bound,
    () => ({ value, isAbove: false }),
    (sums, outcome) => {
      const own = goal.valueAt(sums);
      if (own && compare(own, value) >= 0) found(sums, outcome);
      return false;
    },
    budget,
    control,
  );
  return left === undefined;
}

/**
 * Visits every outcome whose bounds are high enough.
 *
 * @param least - what an outcome must reach; asked again whenever `leaf` says that it has changed.
 * @returns undefined when all were visited; else a Σ w · sum that no outcome left out exceeds.
 */
function visit(
  space: SearchSpace,
  goal: Goal,
  weighted: ShiftedBound,
  least: () => { readonly value: Rational | undefined; readonly isAbove: boolean },
  leaf: (sums: readonly bigint[], chosen: ArrayLike<number>) => boolean,
  budget: NodeBudget,
  control: Control,
): bigint | undefined {
  const { problem, plan, alone, isSmall } = space;
  const { parties } = problem;
  const depths = plan.order.length;
  const most = Math.max(1, ...problem.choices);
  const chosen = new Int32Array(depths);
  const choiceAt = new Int32Array(depths * most);
  const lossAt = new Float64Array(depths * most);
  const rest = new Float64Array((depths + 1) * parties);
  let needed = Number.NEGATIVE_INFINITY;
  const neededOf = new Float64Array(parties);
  const raise = () => {
    const { value, isAbove } = least();
    if (value) needed = shifted(goal.needed(value, isAbove), weighted.shift);
    for (let party = 0; party < parties; party += 1) {
      const { shift } = alone[party] as ShiftedBound;
      neededOf[party] = shifted(goal.neededOf(party, value, isAbove), shift);
    }
  };
  raise();
  if (weighted.bound.greatest === Number.NEGATIVE_INFINITY) return undefined;
  if (weighted.bound.greatest < needed) return undefined;
  for (let party = 0; party < parties; party += 1) {
    rest[party] = (alone[party] as ShiftedBound).bound.greatest;
    if ((rest[party] as number) < (neededOf[party] as number)) return undefined;
  }
  const bucketsAt = plan.bucketsAt.map((indexes) =>
    indexes.map((index) => ({
      bucket: plan.buckets[index] as (typeof plan.buckets)[number],
      losses: weighted.bound.losses[index] as Float64Array,
      own: alone.map(({ bound }) => bound.losses[index] as Float64Array),
    })),
  );
  /** The greatest bound among the parts given up when the budget was spent. */
  let open = Number.NEGATIVE_INFINITY;
  let isSpent = false;

  const descend = (depth: number, sum: number): void => {
    if (depth === depths) {
      const sums = isSmall
        ? Array.from({ length: parties }, (_, party) =>
            BigInt(rest[depths * parties + party] as number),
          )
        : sumsAt(space, chosen);
      if (leaf(sums, chosen)) raise();
      return;
    }
    const issue = plan.order[depth] as number;
    const own = bucketsAt[depth] as (typeof bucketsAt)[number];
    const count = problem.choices[issue] as number;
    const base = depth * most;
    let sorted = 0;
    for (let choice = 0; choice < count; choice += 1) {
      let loss = 0;
      for (let at = 0; at < own.length; at += 1) {
        const { bucket, losses } = own[at] as (typeof own)[number];
        loss += losses[entryOf(bucket, chosen) + choice] as number;
      }
      if (sum - loss < needed || loss === Number.POSITIVE_INFINITY) continue;
      let place = sorted;
      while (place > 0 && (lossAt[base + place - 1] as number) > loss) {
        lossAt[base + place] = lossAt[base + place - 1] as number;
        choiceAt[base + place] = choiceAt[base + place - 1] as number;
        place -= 1;
      }
      lossAt[base + place] = loss;
      choiceAt[base + place] = choice;
      sorted += 1;
    }
    for (let at = 0; at < sorted; at += 1) {
      const bound = sum - (lossAt[base + at] as number);
      // The choices after it lose more, and what is needed only rises.
      if (bound < needed) return;
      if (isSpent || budget.left <= 0) {
        isSpent = true;
        open = Math.max(open, bound);
        return;
      }
      const choice = choiceAt[base + at] as number;
      budget.left -= 1;
      budget.visited += 1;
      if (budget.visited % nodesBetweenStops === 0 && control.stopped()) budget.left = 0;
      let isEnough = true;
      for (let party = 0; party < parties && isEnough; party += 1) {
        let loss = 0;
        for (let part = 0; part < own.length; part += 1) {
          const { bucket, own: tables } = own[part] as (typeof own)[number];
          loss += (tables[party] as Float64Array)[entryOf(bucket, chosen) + choice] as number;
        }
        const left = (rest[depth * parties + party] as number) - loss;
        rest[(depth + 1) * parties + party] = left;
        isEnough = left >= (neededOf[party] as number);
      }
      if (!isEnough) continue;
      chosen[issue] = choice;
      descend(depth + 1, bound);
    }
  };
  descend(0, weighted.bound.greatest);
  return isSpent ? BigInt(open) << weighted.shift : undefined;
}

/** ⌈value / 2^shift⌉ as a double; ∞ above every bound, which stays below 2^53. */
function shifted(value: bigint, shift: bigint): number {
  const quotient = -(-value >> shift);
  return quotient > 2n ** 53n ? Number.POSITIVE_INFINITY : Number(quotient);
}
