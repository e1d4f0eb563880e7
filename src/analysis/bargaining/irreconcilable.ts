import type { Acceptance } from './acceptance.js';

/** Who cannot agree at all, and who would have to give way. */
export type Irreconcilable = {
  /** Minimal groups that no outcome satisfies; smaller first, then in case order. */
  readonly groups: readonly (readonly number[])[];
  /** Minimal sets that meet every such group: drop or move these and the rest can agree. */
  readonly toDrop: readonly (readonly number[])[];
};

/**
 * Minimal irreconcilable groups and their minimal hitting sets.
 *
 * Formula: S is irreconcilable iff no outcome is accepted by every member of S; minimal iff no proper
 * part of it is. With M₁ … Mₖ the maximal sets of parties that accept one outcome together, S is
 * irreconcilable iff it meets every N ∖ Mⱼ; so the minimal ones are the minimal hitting sets of the
 * N ∖ Mⱼ, and these are in turn the minimal hitting sets of the minimal irreconcilable groups (duality
 * of clutters, Berge, C. (1989), Hypergraphs, chapter 2). Order alone: it works from who would consent.
 *
 * Where some outcome is accepted by all there is no such group and nobody to drop. Without any outcome
 * even nobody is irreconcilable: the one group is empty, and no set meets it.
 *
 * @param among - 1 for the outcomes that count.
 * @returns undefined where on the way more than `most` groups stand at once.
 *
 * Time O(outcomes × parties), and what the hitting sets need: parties^groups in the worst case.
 * Invariant under renumbering parties and outcomes.
 */
export function irreconcilable(
  { consents }: Pick<Acceptance, 'consents'>,
  among: Uint8Array,
  most = 10_000,
): Irreconcilable | undefined {
  const parties = consents.length;
  const refusing = new Map<string, readonly number[]>();
  for (let state = 0; state < among.length; state += 1) {
    if (among[state] !== 1) continue;
    const refused: number[] = [];
    for (let party = 0; party < parties; party += 1) {
      if (consents[party]?.[state] !== 1) refused.push(party);
    }
    if (refused.length === 0) return { groups: [], toDrop: [] };
    refusing.set(refused.join(), refused);
  }
  const toDrop = minimalOf([...refusing.values()]);
  const groups = minimalHittingSets(toDrop, most);
  return groups && { groups, toDrop };
}

/**
 * The minimal sets that meet every given set; of no sets the empty one. Each set that is added extends
 * those that miss it by each of its elements, and what is not minimal is left out (Berge).
 *
 * @returns smaller first, then by elements; undefined where more than `most` stand at once.
 */
export function minimalHittingSets(
  sets: readonly (readonly number[])[],
  most: number,
): readonly (readonly number[])[] | undefined {
  let hitting: readonly (readonly number[])[] = [[]];
  for (const set of sets) {
    const meets = (one: readonly number[]) => one.some((element) => set.includes(element));
    hitting = minimalOf(
      hitting.flatMap((one) =>
        meets(one) ? [one] : set.map((element) => [...one, element].sort((a, b) => a - b)),
      ),
    );
    if (hitting.length > most) return undefined;
  }
  return hitting;
}

/** The sets that contain no other, each once; smaller first, then by elements. */
function minimalOf(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const ordered = [...sets].sort((a, b) => a.length - b.length || compareSets(a, b));
  const found: (readonly number[])[] = [];
  for (const set of ordered) {
    if (!found.some((smaller) => smaller.every((element) => set.includes(element)))) {
      found.push(set);
    }
  }
  return found;
}

function compareSets(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((element, index) => element !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
