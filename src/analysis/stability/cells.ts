import type { Model } from '../../core/model.js';
import { sumOverIssues } from '../../core/sum-over-issues.js';
import { type LevelClasses, levelClasses } from './level-classes.js';

/**
 * The states, grouped by what one party can do.
 *
 * A group holds the states that the party can turn into each other: on every issue they agree on the
 * class of their level (`levelClasses`). Groups are numbered mixed radix by these classes. One move
 * takes the party from a group to exactly the groups whose classes are, issue by issue, led to.
 */
export type Grouping = {
  readonly groups: number;
  readonly groupOf: Int32Array;
  /** Group g holds the members `starts[g] … starts[g + 1] − 1`. */
  readonly starts: Int32Array;
  /**
   * The groups from which the party can go straight to group g, with none in between:
   * `before[beforeStarts[g]] … before[beforeStarts[g + 1] − 1]`. Empty where it has no one-way right.
   */
  readonly before: Int32Array;
  readonly beforeStarts: Int32Array;
  /** Every group, each after all that it leads to; empty where the party has no one-way right. */
  readonly order: Int32Array;
  readonly oneWay: readonly OneWayIssue[];
};

/** An issue over which a party's right is one-way between at least two of its classes. */
type OneWayIssue = {
  readonly stride: number;
  readonly classes: LevelClasses;
};

/** The states as one party groups them, within a group in ascending payoff of the party. */
export type Cells = Grouping & {
  readonly members: Int32Array;
  /** The party's payoff at each of `members`. */
  readonly payoffs: Int32Array;
  /** For each group the least payoff in it and in all groups that lead to it. */
  readonly least: Int32Array;
};

/** Above every payoff: a payoff is a dense rank, below the number of states. */
export const unbounded = 0x7fffffff;

/**
 * Groups the states for a party whose rights are preorders on levels, the same at all outcomes.
 *
 * @throws RangeError when the rights of the case are not transitive.
 *
 * Time and memory O(states + groups); the groups of a party that holds nothing are the outcomes.
 */
export function cellsOf(model: Model, party: number): Cells {
  const payoff = model.payoffs[party] as Int32Array;
  const grouping = groupingOf(model, party);
  return model.share(`cells ${party}`, [payoff], () => {
    const { groups, groupOf, starts, before, beforeStarts, order } = grouping;
    const members = sortBy(groupOf, groups, byPayoff(model, party));
    const payoffs = members.map((state) => payoff[state] as number);
    const least = new Int32Array(groups).fill(unbounded);
    for (let group = 0; group < groups; group += 1) {
      const first = starts[group] as number;
      if (first < (starts[group + 1] as number)) least[group] = payoffs[first] as number;
    }
    for (let place = order.length - 1; place >= 0; place -= 1) {
      const group = order[place] as number;
      const end = beforeStarts[group + 1] as number;
      for (let at = beforeStarts[group] as number; at < end; at += 1) {
        const own = least[before[at] as number] as number;
        if (own < (least[group] as number)) least[group] = own;
      }
    }
    return { ...grouping, members, payoffs, least };
  });
}

/** The groups alone: they depend on outcomes and rights, whatever the party wants. */
export function groupingOf(model: Model, party: number): Grouping {
  if (!model.moves.rights.isTransitive) {
    throw new RangeError(`groupingOf: the rights of party ${party} are not transitive`);
  }
  return model.share(`grouping ${party}`, [], () => makeGrouping(model, party));
}

function makeGrouping(model: Model, party: number): Grouping {
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
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < groups; group += 1) {
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  }
  const oneWay = classes.flatMap((own, issue) =>
    space.fixed[issue] === -1 && own.enteredFrom.some((from) => from.length > 0)
      ? [{ stride: strides[issue] as number, classes: own }]
      : [],
  );
  return { groups, groupOf, starts, oneWay, ...linksOf(groups, oneWay) };
}

/** The straight ways between groups, from issues over which the right is one-way somewhere. */
function linksOf(
  groups: number,
  oneWay: readonly OneWayIssue[],
): Pick<Grouping, 'before' | 'beforeStarts' | 'order'> {
  const beforeStarts = new Int32Array(groups + 1);
  if (oneWay.length === 0) {
    return { before: new Int32Array(0), beforeStarts, order: new Int32Array(0) };
  }
  const eachWay = (visit: (group: number, from: number) => void) => {
    for (let group = 0; group < groups; group += 1) {
      for (const { stride, classes } of oneWay) {
        const own = Math.floor(group / stride) % classes.classes;
        for (const from of classes.enteredFrom[own] as readonly number[]) {
          visit(group, group + (from - own) * stride);
        }
      }
    }
  };
  // How many groups each leads to straight, less those already taken into the order.
  const open = new Int32Array(groups);
  let ways = 0;
  eachWay((group, from) => {
    ways += 1;
    beforeStarts[group + 1] = ways;
    open[from] = (open[from] as number) + 1;
  });
  for (let group = 0; group < groups; group += 1) {
    // A group without ways into it starts where the one before it ends.
    if (beforeStarts[group + 1] === 0) beforeStarts[group + 1] = beforeStarts[group] as number;
  }
  const before = new Int32Array(ways);
  let way = 0;
  eachWay((_, from) => {
    before[way] = from;
    way += 1;
  });
  const order = new Int32Array(groups);
  let tail = 0;
  for (let group = 0; group < groups; group += 1) {
    if (open[group] === 0) {
      order[tail] = group;
      tail += 1;
    }
  }
  for (let head = 0; head < tail; head += 1) {
    const group = order[head] as number;
    for (
      let at = beforeStarts[group] as number;
      at < (beforeStarts[group + 1] as number);
      at += 1
    ) {
      const from = before[at] as number;
      open[from] = (open[from] as number) - 1;
      if (open[from] === 0) {
        order[tail] = from;
        tail += 1;
      }
    }
  }
  return { before, beforeStarts, order };
}

/** The states in ascending payoff of a party, ties by state. */
export function byPayoff(model: Model, party: number): Int32Array {
  const payoff = model.payoffs[party] as Int32Array;
  return model.share(`by payoff ${party}`, [payoff], () => ascending(payoff));
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
 * Formula: max over g' with g → g' of max over states of g'. Groups hand what they have to those that
 * lead to them, each after it has all of its own. Time O(states + groups × one-way issues).
 *
 * @param values - for each state, at least 0.
 */
export function bestWithinReach(grouping: Grouping, values: Int32Array): Int32Array {
  const { groups, groupOf, before, beforeStarts, order } = grouping;
  const best = new Int32Array(groups).fill(-1);
  for (let state = 0; state < groupOf.length; state += 1) {
    const group = groupOf[state] as number;
    const own = values[state] as number;
    if (own > (best[group] as number)) best[group] = own;
  }
  for (let place = 0; place < order.length; place += 1) {
    const group = order[place] as number;
    const own = best[group] as number;
    const end = beforeStarts[group + 1] as number;
    for (let at = beforeStarts[group] as number; at < end; at += 1) {
      const from = before[at] as number;
      if (own > (best[from] as number)) best[from] = own;
    }
  }
  return best;
}
