import { eliminationOrder } from './elimination-order.js';
import { type ScaledProblem, sizeOf, stridesOf } from './scaled-problem.js';

/** Where the values of a bucket come from: a table, a restriction, or an earlier bucket's message. */
type Input = {
  readonly kind: 'table' | 'restriction' | 'bucket';
  readonly index: number;
  /** The entry of the input for each entry of the bucket. */
  readonly entries: Int32Array;
};

/** Values over one issue's choices for each combination of the issues in `scope`; choices fastest. */
export type Bucket = {
  readonly issue: number;
  /** Issues that are decided before this one. */
  readonly scope: readonly number[];
  readonly strides: readonly number[];
  readonly inputs: readonly Input[];
  readonly entries: number;
};

/** How a linear bound is worked out, whatever its weights. */
export type BoundPlan = {
  readonly choices: readonly number[];
  /** Issues in the order of deciding them. */
  readonly order: readonly number[];
  /** In the order of working them out: a message comes before its use. */
  readonly buckets: readonly Bucket[];
  /** For each place in `order` the buckets of that issue. */
  readonly bucketsAt: readonly (readonly number[])[];
  /** Whether some restriction that mentions no issue forbids every outcome. */
  readonly isForbidden: boolean;
};

/**
 * An upper bound on a sum of tables, before and after each choice.
 *
 * No outcome has a sum above `greatest`; deciding an issue lowers the bound by its loss. Once all
 * issues are decided the bound is the sum itself. −∞ and a loss of ∞: no feasible outcome.
 */
export type LinearBound = {
  readonly greatest: number;
  /** For each bucket the losses, entry by entry. */
  readonly losses: readonly Float64Array[];
};

/** Most entries of a bucket that joins several inputs; above it the bucket is split. */
const mostEntries = 65_536;

/**
 * Prepares bounds on weighted sums of the parties' tables.
 *
 * Bucket elimination for a maximum: an issue's bucket holds every table that mentions it and no issue
 * eliminated before; its message is the maximum over the issue's choices. The messages are exact
 * maxima, unless a bucket would grow too large: then it is split and each part is maximised on its own,
 * which still bounds the sum from above.
 *
 * Source: Dechter and Rish (2003), "Mini-buckets: a general scheme for bounded inference", Journal of
 * the ACM 50(2); as search heuristics Kask and Dechter (2001), Artificial Intelligence 129.
 *
 * Time O(entries of all buckets).
 */
export function planBound(problem: ScaledProblem): BoundPlan {
  const { choices, tables, restrictions } = problem;
  const elimination = eliminationOrder(choices, [
    ...tables.map(({ scope }) => scope),
    ...restrictions.map(({ scope }) => scope),
  ]);
  let waiting: { kind: Input['kind']; index: number; scope: readonly number[] }[] = [
    ...tables.map(({ scope }, index) => ({ kind: 'table' as const, index, scope })),
    ...restrictions.map(({ scope }, index) => ({ kind: 'restriction' as const, index, scope })),
  ];
  const isForbidden = restrictions.some(({ scope, allowed }) => scope.length === 0 && !allowed[0]);
  const buckets: Bucket[] = [];
  const ofIssue = new Map<number, number[]>();
  for (const issue of elimination) {
    const own = waiting.filter(({ scope }) => scope.includes(issue));
    waiting = waiting.filter(({ scope }) => !scope.includes(issue));
    const groups: { scope: readonly number[]; members: typeof own }[] = [];
    for (const member of own.sort((a, b) => b.scope.length - a.scope.length)) {
      const fitting = groups.find(({ scope }) => {
        const joint = union(scope, member.scope);
        return joint.length === scope.length || sizeOf(choices, joint) <= mostEntries;
      });
      if (fitting) {
        fitting.scope = union(fitting.scope, member.scope);
        fitting.members.push(member);
      } else groups.push({ scope: member.scope, members: [member] });
    }
    if (groups.length === 0) groups.push({ scope: [issue], members: [] });
    const indexes: number[] = [];
    for (const { scope, members } of groups) {
      const others = scope.filter((one) => one !== issue);
      const layout = [issue, ...others];
      const entries = sizeOf(choices, layout);
      indexes.push(buckets.length);
      waiting.push({ kind: 'bucket', index: buckets.length, scope: others });
      buckets.push({
        issue,
        scope: others,
        strides: stridesOf(choices, layout).slice(1),
        entries,
        inputs: members.map(({ kind, index, scope: inner }) => ({
          kind,
          index,
          entries: entryMap(choices, layout, inner),
        })),
      });
    }
    ofIssue.set(issue, indexes);
  }
  const order = [...elimination].reverse();
  return {
    choices,
    order,
    buckets,
    bucketsAt: order.map((issue) => ofIssue.get(issue) as number[]),
    isForbidden,
  };
}

/** For each entry over `layout` the entry over the issues of `inner`, all of which are in it. */
function entryMap(
  choices: readonly number[],
  layout: readonly number[],
  inner: readonly number[],
): Int32Array {
  const strides = stridesOf(choices, inner);
  const steps = layout.map((issue) => {
    const at = inner.indexOf(issue);
    return at < 0 ? 0 : (strides[at] as number);
  });
  const levels = layout.map(() => 0);
  const map = new Int32Array(sizeOf(choices, layout));
  let entry = 0;
  for (let at = 0; at < map.length; at += 1) {
    map[at] = entry;
    for (let place = 0; place < layout.length; place += 1) {
      const count = choices[layout[place] as number] as number;
      levels[place] = (levels[place] as number) + 1;
      entry += steps[place] as number;
      if ((levels[place] as number) < count) break;
      levels[place] = 0;
      entry -= count * (steps[place] as number);
    }
  }
  return map;
}

/** Works out the bound for one value per entry of each table. Time O(entries of all buckets). */
export function linearBound(
  plan: BoundPlan,
  problem: ScaledProblem,
  values: readonly Float64Array[],
): LinearBound {
  let greatest = plan.isForbidden ? Number.NEGATIVE_INFINITY : 0;
  const messages: Float64Array[] = [];
  const losses = plan.buckets.map(({ issue, entries, inputs, scope }) => {
    const sums = new Float64Array(entries);
    for (const { kind, index, entries: map } of inputs) {
      if (kind === 'restriction') {
        const { allowed } = problem.restrictions[index] as { readonly allowed: Uint8Array };
        for (let at = 0; at < entries; at += 1) {
          if (!allowed[map[at] as number]) sums[at] = Number.NEGATIVE_INFINITY;
        }
      } else {
        const from = (kind === 'table' ? values[index] : messages[index]) as Float64Array;
        for (let at = 0; at < entries; at += 1) {
          sums[at] = (sums[at] as number) + (from[map[at] as number] as number);
        }
      }
    }
    const count = plan.choices[issue] as number;
    const message = new Float64Array(entries / count);
    for (let at = 0; at < message.length; at += 1) {
      let most = Number.NEGATIVE_INFINITY;
      for (let choice = 0; choice < count; choice += 1) {
        most = Math.max(most, sums[at * count + choice] as number);
      }
      message[at] = most;
      for (let choice = 0; choice < count; choice += 1) {
        const sum = sums[at * count + choice] as number;
        sums[at * count + choice] =
          sum === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : most - sum;
      }
    }
    messages.push(message);
    if (scope.length === 0) greatest += message[0] as number;
    return sums;
  });
  return { greatest, losses };
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

/** The entry of a bucket at the choices made so far, for the issue's first choice. */
export function entryOf(bucket: Bucket, chosen: ArrayLike<number>): number {
  let entry = 0;
  for (let at = 0; at < bucket.scope.length; at += 1) {
    entry += (chosen[bucket.scope[at] as number] as number) * (bucket.strides[at] as number);
  }
  return entry;
}
