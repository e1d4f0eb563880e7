import type { Control } from '../../core/report.js';
import { add, compare, multiply, type Rational, rational, zero } from '../../numeric/rational.js';
import { type NodeBudget, searchAll, searchBest } from './branch-and-bound.js';
import { type Gain, leastGainGoal } from './least-gain-goal.js';
import type { Point } from './problem.js';
import { collectPoints, type SearchSpace, sumsAt } from './search-space.js';

/** The leximin optimum of some gains. */
export type LeximinFound = {
  /** Every point that attains it; where a limit was hit, the best that was found, if any. */
  readonly points: readonly Point<readonly number[]>[];
  /** The greatest least gain; undefined where no outcome keeps the floors. */
  readonly value: Rational | undefined;
  readonly isExact: boolean;
  /** Where the least gain itself is not known to be the greatest: a bound on it. */
  readonly bound: Rational | undefined;
};

/** Parties whose gain is already decided: each keeps at least this sum from now on. */
type Settled = ReadonlyMap<number, bigint>;

/**
 * The outcomes with the leximin greatest gains, without listing outcomes.
 *
 * The greatest least gain v₁ is found by branch and bound. One of the parties then has exactly v₁ in
 * an optimum: for each that can, it is held at v₁ or more and the least gain of the others is maximised
 * to v₂, the greatest of these; and so on until every party is held. A leximin optimum gives each party
 * exactly what it is held at, so each way of holding that lasts to the end is one point. Searching for
 * the second and later gains anew avoids going through all outcomes that share v₁.
 *
 * @param gains - one a party; undefined for a party that takes no part.
 * @param floors - least sums, one a party, undefined for none.
 */
export function leximinSearch(
  space: SearchSpace,
  gains: readonly (Gain | undefined)[],
  floors: readonly (bigint | undefined)[],
  budget: NodeBudget,
  control: Control,
): LeximinFound {
  const taking = gains.flatMap((gain, party) => (gain ? [party] : []));
  let ways: readonly Settled[] = [new Map()];
  let first: Rational | undefined;
  let example: readonly number[] | undefined;
  const given = (isExact: boolean, bound: Rational | undefined): LeximinFound => {
    const collector = collectPoints(space);
    if (example) collector.add(sumsAt(space, example), example);
    return { points: collector.points(), value: first, isExact, bound };
  };
  for (let level = 0; level < taking.length; level += 1) {
    let best: Rational | undefined;
    let lasting: Settled[] = [];
    for (const way of ways) {
      const { goal, start } = leastGainGoal(
        space,
        gains.map((gain, party) => (way.has(party) ? undefined : gain)),
        floors.map((floor, party) => way.get(party) ?? floor),
      );
      const found = searchBest(space, goal, [start, example], best, budget, control);
      if (level === 0) {
        first = found.value;
        example = found.chosen;
        if (!found.isComplete) return given(false, found.bound);
        if (!found.value) return given(true, undefined);
      } else if (!found.isComplete) return given(false, first);
      if (!found.value || (best && compare(found.value, best) < 0)) continue;
      if (!best || compare(found.value, best) > 0) lasting = [];
      best = found.value;
      example = found.chosen;
      lasting.push(way);
    }
    ways = held(lasting, best ?? zero, gains, floors);
  }
  const collector = collectPoints(space);
  for (const way of ways) {
    const sums = floors.map((floor, party) => way.get(party) ?? floor);
    const { goal } = leastGainGoal(
      space,
      sums.map((sum) =>
        sum === undefined ? undefined : { from: rational(sum), measure: rational(1n) },
      ),
      sums,
    );
    if (!searchAll(space, goal, zero, collector.add, budget, control)) {
      return { ...given(false, first), points: collector.points() };
    }
  }
  return { points: collector.points(), value: first, isExact: true, bound: undefined };
}

/** Every way to hold one more party at exactly this gain; a sum is whole, so not every party can be. */
function held(
  ways: readonly Settled[],
  gained: Rational,
  gains: readonly (Gain | undefined)[],
  floors: readonly (bigint | undefined)[],
): readonly Settled[] {
  const next = new Map<string, Settled>();
  for (const way of ways) {
    gains.forEach((gain, party) => {
      if (!gain || way.has(party)) return;
      const { n, d } = add(multiply(gained, gain.measure), gain.from);
      if (d !== 1n || n < (floors[party] ?? n)) return;
      const settled = new Map(way).set(party, n);
      const key = gains.map((_, one) => settled.get(one) ?? '').join();
      next.set(key, settled);
    });
  }
  return [...next.values()];
}
