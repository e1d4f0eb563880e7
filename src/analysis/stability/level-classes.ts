/**
 * The levels of one issue, grouped by what one party can do to it.
 *
 * Two levels are in one class iff the party can go from each to the other; between classes it can at
 * most go one way. For a preorder on levels the classes are its equivalence classes, and the order
 * between them is a partial order.
 */
export type LevelClasses = {
  /** The class of each level. */
  readonly classOf: readonly number[];
  readonly classes: number;
  /** For each class the classes from which the party can go straight to it, with none in between. */
  readonly enteredFrom: readonly (readonly number[])[];
  /** For each class every class it leads to, itself included. */
  readonly leadsTo: readonly (readonly number[])[];
};

/**
 * Groups levels by a party's right over one issue.
 *
 * @param targets - for each level the other levels the party can bring it to; with staying put added
 *   it must be a preorder (transitive).
 *
 * Time O(levels³).
 */
export function levelClasses(targets: readonly (readonly number[])[]): LevelClasses {
  const leads = (from: number, to: number) => from === to || (targets[from]?.includes(to) ?? false);
  const first: number[] = [];
  const classOf = targets.map((_, level) => {
    const known = first.findIndex((one) => leads(one, level) && leads(level, one));
    if (known !== -1) return known;
    first.push(level);
    return first.length - 1;
  });
  const leadsClass = (from: number, to: number) =>
    leads(first[from] as number, first[to] as number);
  const all = first.map((_, at) => at);
  const before = (to: number) => all.filter((from) => from !== to && leadsClass(from, to));
  return {
    classOf,
    classes: first.length,
    enteredFrom: all.map((to) =>
      before(to).filter((from) => !before(to).some((via) => via !== from && leadsClass(from, via))),
    ),
    leadsTo: all.map((from) => all.filter((to) => leadsClass(from, to))),
  };
}
