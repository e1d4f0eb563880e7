/** Where the parties meet when each gives in step by step. */
export type Fallback = {
  /** Every optimum, ascending; empty iff there is no candidate. */
  readonly places: Int32Array;
  /** The greatest depth there: how far down the candidates the party that gives in most must go. */
  readonly depth: number | undefined;
};

/**
 * Fallback bargaining with impasse, on orders alone.
 *
 * Formula: depthᵢ(x) = the number of candidates that party i likes at least as much as x, x included.
 * The candidates with the least greatest depth; ties by leximin: sorted descending, the vector of
 * depths that is lexicographically least.
 *
 * Source: Brams, S. J. and Kilgour, D. M. (2001), "Fallback Bargaining", Group Decision and
 * Negotiation 10(4), 287–316: the parties fall back together, one outcome at a time, until one outcome
 * is agreeable to all; none below impasse ever is. Depart: orders may have ties, and outcomes liked
 * equally are fallen back to together (each counts the others); leximin among those met first.
 *
 * An optimum is efficient among the candidates: what dominates it is at most as deep for every party,
 * and less deep for one, since x counts at x and not there.
 *
 * @param payoffs - one a party, by place; higher is better.
 * @param isCandidate - one a place: 1 for the outcomes to choose from (`aboveNoDeal`).
 *
 * Time O(outcomes × parties), and O(ties × parties log parties) for those with the same greatest
 * depth. Invariant under increasing transformations of each party's payoffs and under renumbering
 * outcomes or parties; outcomes that are no candidates change nothing.
 */
export function fallbackBargaining(
  payoffs: readonly Int32Array[],
  isCandidate: Uint8Array,
): Fallback {
  const depths = payoffs.map((payoff) => depthsOf(payoff, isCandidate));
  const places: number[] = [];
  let best: readonly number[] = [];
  isCandidate.forEach((is, place) => {
    if (!is) return;
    const row = depths.map((depth) => depth[place] as number).sort((a, b) => b - a);
    const order = places.length === 0 ? -1 : compareRows(row, best);
    if (order < 0) {
      best = row;
      places.length = 0;
    }
    if (order <= 0) places.push(place);
  });
  return { places: Int32Array.from(places), depth: best[0] };
}

/**
 * The outcomes above no deal for all: uᵢ(x) > uᵢ(no deal) for every party i.
 *
 * Strictly, as for the Nash solution: an outcome that a party likes no better than no deal is one it
 * need not fall back to, and the no-deal outcome itself is never proposed.
 *
 * @param noDeal - one payoff a party.
 * @returns one an outcome: 1 where it is above.
 */
export function aboveNoDeal(payoffs: readonly Int32Array[], noDeal: readonly number[]): Uint8Array {
  const isAbove = new Uint8Array(payoffs[0]?.length ?? 0).fill(1);
  payoffs.forEach((payoff, party) => {
    const bar = noDeal[party] as number;
    for (let place = 0; place < isAbove.length; place += 1)
      if ((payoff[place] as number) <= bar) isAbove[place] = 0;
  });
  return isAbove;
}

/** How many candidates a party likes at least as much as each candidate. */
function depthsOf(payoff: Int32Array, isCandidate: Uint8Array): Int32Array {
  const candidates = Int32Array.from(isCandidate.keys()).filter((place) => isCandidate[place]);
  const order = candidates.sort((a, b) => (payoff[b] as number) - (payoff[a] as number));
  const depths = new Int32Array(payoff.length);
  for (let from = 0; from < order.length; ) {
    const value = payoff[order[from] as number];
    let to = from + 1;
    while (to < order.length && payoff[order[to] as number] === value) to += 1;
    for (let index = from; index < to; index += 1) depths[order[index] as number] = to;
    from = to;
  }
  return depths;
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
