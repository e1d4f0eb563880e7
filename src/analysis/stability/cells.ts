import type { Model } from '../../core/model.js';
import { sumOverIssues } from '../../core/sum-over-issues.js';
import { type LevelClasses, levelClasses } from './level-classes.js';

/** An issue over which a party's right is one-way between at least two of its classes. */
type OneWayIssue = {
  readonly stride: number;
  readonly classes: LevelClasses;
};

/**
 * The states, grouped by what one party can do.
 *
 * A group holds the states that the party can turn into each other: on every issue they agree on the
 * class of their level (`levelClasses`). Groups are numbered mixed radix by these classes. One move
 * takes the party from a group to exactly the groups whose classes are, issue by issue, led to.
 *
 * Within a group states stand in ascending payoff of the party.
 */
export type Cells = {
  readonly groups: number;
  readonly groupOf: Int32Array;
  /** Group g holds `members[starts[g]] … members[starts[g + 1] − 1]`. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** The party's payoff at each of `members`. */
  readonly payoffs: Int32Array;
  readonly oneWay: readonly OneWayIssue[];
};

/**
 * Groups the states for a party whose rights are preorders on levels, the same at all outcomes.
 *
 * @throws RangeError when the rights of the case are not transitive.
 *
 * Time and memory O(states + groups); the groups of a party that holds nothing are the outcomes.
 */
export function cellsOf(model: Model, party: number): Cells {
  if (!model.moves.rights.isTransitive) {
    throw new RangeError(`cellsOf: the rights of party ${party} are not transitive`);
  }
  return model.derive(`cells ${party}`, () => makeCells(model, party));
}

function makeCells(model: Model, party: number): Cells {
  const { space } = model;
  const rights = model.moves.rights;
  const strides: number[] = [];
  let groups = 1;
  const classes = space.case.issues.map(({ levels }, issue) => {
    const at = space.case.issues.map(() => 0);
    const targets = levels.map((_, level) => {
      at[issue] = level;
      return rights.alone(party, issue, at);
    });
    const own = levelClasses(targets);
    strides.push(groups);
    if (space.fixed[issue] === -1) groups *= own.classes;
    return own;
  });
  const groupAt = sumOverIssues(space, (issue, level) =>
    space.fixed[issue] === -1
      ? (strides[issue] as number) * (classes[issue]?.classOf[level] as number)
      : 0,
  );
  const groupOf = Int32Array.from(space.numbers, groupAt);
  const payoff = model.payoffs[party] as Int32Array;
  const members = sortBy(groupOf, groups, byPayoff(model, party));
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < groups; group += 1) {
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  }
  return {
    groups,
    groupOf,
    starts,
    members,
    payoffs: members.map((state) => payoff[state] as number),
    oneWay: classes.flatMap((own, issue) =>
      space.fixed[issue] === -1 && own.enteredFrom.some((from) => from.length > 0)
        ? [{ stride: strides[issue] as number, classes: own }]
        : [],
    ),
  };
}

/** The states in ascending payoff of a party, ties by state. */
export function byPayoff(model: Model, party: number): Int32Array {
  return model.derive(`by payoff ${party}`, () => ascending(model.payoffs[party] as Int32Array));
}

/** The indexes of `keys`, by ascending key, ties by index. Counting sort: O(n + largest key). */
export function ascending(keys: Int32Array): Int32Array {
  let most = 0;
  for (let at = 0; at < keys.length; at += 1) most = Math.max(most, keys[at] as number);
  return sortBy(
    keys,
    most + 1,
    Int32Array.from({ length: keys.length }, (_, at) => at),
  );
}

/** `items` by ascending `keyOf[item]`, equal keys in their present order. */
export function sortBy(keyOf: Int32Array, keys: number, items: Int32Array): Int32Array {
  const place = new Int32Array(keys + 1);
  for (let at = 0; at < items.length; at += 1) {
    const key = keyOf[items[at] as number] as number;
    place[key + 1] = (place[key + 1] as number) + 1;
  }
  for (let key = 0; key < keys; key += 1) {
    place[key + 1] = (place[key + 1] as number) + (place[key] as number);
  }
  const sorted = new Int32Array(items.length);
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as number;
    const key = keyOf[item] as number;
    sorted[place[key] as number] = item;
    place[key] = (place[key] as number) + 1;
  }
  return sorted;
}

/**
 * For each group the greatest value over the states that the party can reach from it, its own states
 * included; −1 where there is none.
 *
 * Formula: max over g' with g → g' of max over states of g'. The order between groups is a product,
 * so the maximum is taken issue by issue. Time O(states + groups × one-way issues).
 */
export function bestWithinReach(cells: Cells, value: (state: number) => number): Int32Array {
  const { groups, groupOf, oneWay } = cells;
  let best = new Int32Array(groups).fill(-1);
  for (let state = 0; state < groupOf.length; state += 1) {
    const group = groupOf[state] as number;
    const own = value(state);
    if (own > (best[group] as number)) best[group] = own;
  }
  for (const { stride, classes } of oneWay) {
    const next = best.slice();
    for (let group = 0; group < groups; group += 1) {
      const own = Math.floor(group / stride) % classes.classes;
      for (const to of classes.leadsTo[own] as readonly number[]) {
        const there = best[group + (to - own) * stride] as number;
        if (there > (next[group] as number)) next[group] = there;
      }
    }
    best = next;
  }
  return best;
}
