import { groupsOf, type Model, payoffAt } from '../../core/model.js';
import { arcsFrom, targetsOf } from '../../core/moves.js';
import {
  type GroupArcs,
  groupArcs,
  jointArcs,
  leastReplies,
  onlyImprovements,
  searchGroupReplies,
  withoutMembers,
} from './group-arcs.js';

export type CoalitionKind = 'cnash' | 'cgmr' | 'csmr' | 'cseq';

/** How far a group reaches: the two readings that the literature's word "reachable" has been given. */
export type Reach = 'one joint move' | 'legal sequence';

/** For one group, whether each state is stable for it: 1 or 0. */
export type GroupVerdicts = { readonly group: readonly number[]; readonly stable: Uint8Array };

/**
 * Coalition stability of every state for every group, single parties and all together included.
 *
 * Formula: an improvement of group H from s is a t ∈ R_H(s) with P_i(t) > P_i(s) for every i ∈ H. It
 * is answered by e iff P_i(e) ≤ P_i(s) for some i ∈ H. For H,
 *   CNash: H has no improvement from s;
 *   CGMR: every improvement t is answered by some e ∈ R_{N∖H}(t);
 *   CSMR: moreover every c ∈ R_H(e) leaves P_i(c) ≤ P_i(s) for some i ∈ H;
 *   CSEQ: as CGMR, e being the end of a sequence of improvements of groups within N∖H, each better
 *   for every member of the group than where it starts.
 * A state is an equilibrium iff it is stable for every group. All parties together have nobody who
 * could reply, so for them every concept is CNash.
 *
 * Reach, by name:
 *   `one joint move`: R_H(s) are the ends of one move with the rights that H holds together, its
 *   agreements included; only the end must be allowed. Replies are sequences of such moves of groups
 *   within N∖H, single parties included, no group twice in a row.
 *   `legal sequence`: R_H(s) are the ends of sequences of the members' own moves through allowed
 *   outcomes, no member twice in a row; an agreement is never reached, since nobody can sign alone.
 *   R_{N∖H} likewise. A reply of CSEQ is a sequence of such reaches, each an improvement of its group,
 *   no group twice in a row.
 *
 * Source: Kilgour, Hipel, Fang and Peng (2001), "Coalition analysis in group decision support", Group
 * Decision and Negotiation 10; Inohara and Hipel (2008), "Coalition analysis in the graph model for
 * conflict resolution", Systems Engineering 11 (recalled). They have `legal sequence`; `one joint move`
 * is what signing an agreement is, and our own addition. CNash ⊆ CSMR ⊆ CGMR and CNash ⊆ CSEQ always;
 * CSEQ ⊆ CGMR always by joint moves, and by legal sequences where moves are transitive.
 *
 * Ties: a member that is indifferent does not improve, so its group does not; it counts as answered.
 *
 * @param stopped - asked between groups; when it turns true the work is abandoned.
 * @returns a row for each group, smaller first, then in case order; undefined when stopped.
 *
 * Time O(2^parties × arcs of all groups); CSMR O(groups × states² × reach) at worst.
 */
export function coalitionVerdicts(
  model: Model,
  kind: CoalitionKind,
  reach: Reach,
  stopped: () => boolean = () => false,
): readonly GroupVerdicts[] | undefined {
  const groups = groupsOf(model.parties, 1);
  const single = jointArcs(
    model,
    groups.filter(({ length }) => length === 1),
  );
  const moves = reach === 'one joint move' ? jointArcs(model, groups) : sequenceArcs(model, single);
  const improvements = onlyImprovements(model, moves);
  // Sequences of the members' own moves are what a group's replies consist of under that reach.
  const anyReplies = reach === 'one joint move' ? moves : single;
  const rows: GroupVerdicts[] = [];
  for (const [at, group] of groups.entries()) {
    if (stopped()) return undefined;
    const isAnswered = answersTo(model, kind, moves[at] as GroupArcs, {
      any: withoutMembers(anyReplies, group),
      improving: withoutMembers(improvements, group),
    });
    const own = (improvements[at] as GroupArcs).arcs;
    const stable = new Uint8Array(model.states);
    for (let state = 0; state < model.states; state += 1) {
      stable[state] = targetsOf(own, state).every((to) => isAnswered(state, to)) ? 1 : 0;
    }
    rows.push({ group, stable });
  }
  return rows;
}

/** Where each group comes by sequences of its members' own moves, the start left out. */
function sequenceArcs(model: Model, single: readonly GroupArcs[]): readonly GroupArcs[] {
  return groupsOf(model.parties, 1).map((group) => {
    const members = single.filter(({ group: [party] }) => group.includes(party as number));
    return groupArcs(
      group,
      arcsFrom(model.states, (start) => {
        const ends = new Set<number>();
        searchGroupReplies(model.states, members, start, (end) => {
          ends.add(end);
          return false;
        });
        ends.delete(start);
        return [...ends].sort((a, b) => a - b);
      }),
    );
  });
}

function answersTo(
  model: Model,
  kind: CoalitionKind,
  { group, arcs }: GroupArcs,
  replies: { readonly any: readonly GroupArcs[]; readonly improving: readonly GroupArcs[] },
): (from: number, to: number) => boolean {
  if (kind === 'cnash') return () => false;
  if (kind !== 'csmr') {
    const least = group.map((party) =>
      leastReplies(model.states, kind === 'cseq' ? replies.improving : replies.any, (state) =>
        payoffAt(model, party, state),
      ),
    );
    return (from, to) =>
      group.some((party, at) => (least[at]?.[to] as number) <= payoffAt(model, party, from));
  }
  const leavesSomeone = (from: number, end: number) =>
    group.some((party) => payoffAt(model, party, end) <= payoffAt(model, party, from));
  return (from, to) =>
    searchGroupReplies(
      model.states,
      replies.any,
      to,
      (end) =>
        leavesSomeone(from, end) &&
        targetsOf(arcs, end).every((counter) => leavesSomeone(from, counter)),
    ) !== undefined;
}
