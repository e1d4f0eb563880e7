import { type Control, uncontrolled } from '../../core/report.js';
import { dominanceTree, isDominatedIn, type Scale } from './dominance-tree.js';
import { strongOutcomes, undominatedBy } from './strong-outcomes.js';

/** Fewer outcomes than this are not thinned first. */
const fewOutcomes = 4096;
/** Outcomes tested between two looks at whether to stop. */
const betweenLooks = 8192;

/**
 * The Pareto frontier of a finite set of outcomes: those that no other dominates.
 *
 * y dominates x iff uᵢ(y) ≥ uᵢ(x) for every party i and > for one. Outcomes with equal amounts do not
 * dominate each other: they are kept or left out together.
 *
 * Method: outcomes dominated by a few strong ones are left out, again and again while that leaves out
 * many; each of the rest is sought a dominator among the rest, in a tree of boxes. Both steps only
 * compare, so the result is exact on any scale that keeps each party's order, payoffs included.
 *
 * @param scales - one a party, at least one; every number finite.
 * @param places - outcomes that take part; ascending.
 * @returns the undominated of them, ascending; empty iff there are none. Undefined when stopped.
 * @throws RangeError without a party.
 *
 * Time O(outcomes × parties) where few outcomes are nearly efficient. For each of the rest the tree
 * looks into a number of boxes that has no good bound in the worst case and grows slowly with the
 * frontier as measured (bench/deals.bench.ts). Memory O(rest × parties). Invariant under increasing
 * transformations of each party's scale and under renumbering outcomes or parties.
 */
export function paretoFrontier(
  scales: readonly Scale[],
  places: Int32Array,
  control: Control = uncontrolled,
): Int32Array | undefined {
  if (scales.length === 0)
    throw new RangeError('paretoFrontier: scales is empty; give one a party');
  let rest = places;
  while (rest.length >= fewOutcomes) {
    if (control.stopped()) return undefined;
    const fewer = undominatedBy(scales, rest, strongOutcomes(scales, rest));
    const isWorthwhile = fewer.length < 0.7 * rest.length;
    rest = fewer;
    if (!isWorthwhile) break;
  }
  const tree = dominanceTree(scales, rest);
  const frontier = new Int32Array(rest.length);
  let count = 0;
  for (let index = 0; index < rest.length; index += 1) {
    if (index % betweenLooks === 0) {
      if (control.stopped()) return undefined;
      control.progress(index, rest.length);
    }
    if (!isDominatedIn(tree, index)) {
      frontier[count] = tree.places[index] as number;
      count += 1;
    }
  }
  return frontier.slice(0, count).sort();
}
