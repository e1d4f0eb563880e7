/** Where a party can go from a state, ascending. */
export type Successors = (party: number, state: number) => Iterable<number>;

/** A state first reached after some number of moves, and who may have made the last of them. */
export type Arrival = {
  readonly state: number;
  /** In case order; none for the start. */
  readonly movers: readonly number[];
};

export type Evolution = {
  /** By number of moves, from 0: the states first reached then, ascending. The start is at 0. */
  readonly depths: readonly (readonly Arrival[])[];
  /** False when longer sequences reach more than is told, or the search was cut. */
  readonly isComplete: boolean;
};

/** Where the search for what can develop is cut. */
export type EvolutionLimits = {
  /** Longest sequences that are told; whether longer ones reach anything new is still looked at. */
  readonly mostMoves?: number;
  /** Most states that are listed; a depth that would go beyond is left out. */
  readonly mostStates?: number;
  /** Asked once a node; when it turns true the search is cut before the depth that was begun. */
  readonly stopped?: () => boolean;
};

/**
 * How things can develop from a state: the states first reached after each number of moves.
 *
 * Formula: with S_i(0) = {start} for no party in particular and
 *   S_i(h + 1) = ∪ { R_i(s) : s ∈ S_j(h), j ≠ i },
 * state t stands at depth h iff h is the least with t ∈ S_i(h) for some i, and its movers are all
 * such i. A legal sequence has no party twice in a row, so where rights are not transitive a state
 * that one party reaches only by two moves of its own is not reached before another has moved.
 *
 * Source: status-quo analysis, Li, Kilgour and Hipel (2004, 2005). Their table repeats a state at
 * every later depth; ours names it once, where it is first reached.
 *
 * @param from - moves of a party, for development by any moves; its improvements, for that by improvements.
 *
 * Time O(parties × moves), memory O(parties × states reached).
 */
export function evolutionFrom(
  parties: number,
  from: Successors,
  start: number,
  limits: EvolutionLimits = {},
): Evolution {
  const { mostMoves = Number.POSITIVE_INFINITY, mostStates = Number.POSITIVE_INFINITY } = limits;
  const depthOf = new Map([[start, 0]]);
  const seen = Array.from({ length: parties }, () => new Set<number>());
  const depths: Arrival[][] = [[{ state: start, movers: [] }]];
  let layer: { state: number; last: number }[] = [{ state: start, last: -1 }];
  while (layer.length > 0) {
    const depth = depths.length;
    const next: { state: number; last: number }[] = [];
    const movers = new Map<number, number[]>();
    for (const { state, last } of layer) {
      if (limits.stopped?.()) return { depths: trimmed(depths), isComplete: false };
      for (let party = 0; party < parties; party += 1) {
        if (party === last) continue;
        for (const to of from(party, state)) {
          if (seen[party]?.has(to)) continue;
          seen[party]?.add(to);
          next.push({ state: to, last: party });
          if (!depthOf.has(to)) {
            if (depthOf.size === mostStates) return { depths: trimmed(depths), isComplete: false };
            depthOf.set(to, depth);
          }
          if (depthOf.get(to) === depth) movers.set(to, [...(movers.get(to) ?? []), party]);
        }
      }
    }
    if (movers.size > 0) {
      if (depth > mostMoves) return { depths: trimmed(depths), isComplete: false };
      depths.push(
        [...movers]
          .map(([state, who]) => ({ state, movers: who.sort((a, b) => a - b) }))
          .sort((a, b) => a.state - b.state),
      );
    } else if (next.length > 0) {
      // Known states with another last mover: what they open may be new one move later.
      depths.push([]);
    }
    layer = next;
  }
  return { depths: trimmed(depths), isComplete: true };
}

/** Without the depths at the end at which nothing new was reached. */
function trimmed(depths: readonly (readonly Arrival[])[]): readonly (readonly Arrival[])[] {
  const last = depths.findLastIndex((depth) => depth.length > 0);
  return depths.slice(0, last + 1);
}
