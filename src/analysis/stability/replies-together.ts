import { groupsOf, type Model, payoffAt } from '../../core/model.js';
import { filterArcs } from '../../core/moves.js';
import type { Concept, ConceptId, Deterrence } from './concept.js';
import {
  type GroupArcs,
  groupArcs,
  jointArcs,
  leastReplies,
  onlyImprovements,
  searchGroupReplies,
  withoutMembers,
} from './group-arcs.js';
import { inOwnGames } from './own-games.js';

/** Most groups × states for which moves of every group are listed: four parties and 4,096 states. */
const mostGroupsTimesStates = 2 ** 16;

/** Why the moves of every group cannot be listed on a model of this size; undefined when they can. */
export function tooLargeForGroups(parties: number, states: number): string | undefined {
  const groups = 2 ** parties - 1;
  if (groups * states <= mostGroupsTimesStates && states <= 4096) return undefined;
  return `moves of every group are listed up to 4096 outcomes, and ${mostGroupsTimesStates} outcomes times groups; here are ${states} outcomes and ${groups} groups`;
}

/** Concepts whose verdicts do not depend on who may reply together. */
const withoutSequences: readonly ConceptId[] = ['nash', 'sim'];

/**
 * A concept in which the other parties may also reply together.
 *
 * Formula: the concept's own, with replies that are sequences of moves of *groups* of N∖i, single
 * parties included, in which no group moves twice in a row. GMR and SMR: joint moves. SEQ and SSEQ:
 * joint improvements, better for every member than where the move starts. Firm: joint improvements
 * x → y each of whose members j has Kᵀ_j(y) > P_j(x), where Kᵀ_j(y) is the least payoff to j over y
 * and all that joint improvements of groups of N∖j lead to; that is, no member would be deterred
 * under SEQ with replies together. Nash and SIM have no sequences of replies and stay as they are.
 *
 * Source: our own extension, for every concept; the literature's coalition concepts
 * (`coalition.ts`) also let the *mover* be a group. Under GMR, SMR, SEQ and SSEQ more replies deter
 * more, so what is stable stays stable. Not so under firm: with more replies a reply's own maker may be
 * deterred that was not.
 *
 * Ties: as the concept's. With two parties nothing changes. Time O(parties × joint moves of all
 * groups), once for each concept.
 */
export function withRepliesTogether(concept: Concept): Concept {
  if (withoutSequences.includes(concept.id)) return concept;
  // Each party is judged in the game as it sees it, as by single replies.
  return inOwnGames({
    ...concept,
    deterrence: (model) => deterrenceTogether(model, concept.id),
  });
}

function deterrenceTogether(model: Model, id: ConceptId): (party: number) => Deterrence {
  const replies = repliesOf(model, id);
  return (party) => {
    const others = withoutMembers(replies, [party]);
    const value =
      id === 'smr' || id === 'sseq'
        ? (state: number) => bestAfterOwnMove(model, party, state)
        : (state: number) => payoffAt(model, party, state);
    const answered = leastReplies(model.states, others, value);
    // An improvement is better than its start, so counting its own end changes no verdict.
    const least = Int32Array.from(answered, (one, state) =>
      Math.min(one, payoffAt(model, party, state)),
    );
    return {
      least,
      isDeterred: (from, to) => (least[to] as number) <= payoffAt(model, party, from),
      reply: (from, to) =>
        searchGroupReplies(
          model.states,
          others,
          to,
          (end) => value(end) <= payoffAt(model, party, from),
        ),
    };
  };
}

function repliesOf(model: Model, id: ConceptId): readonly GroupArcs[] {
  const moves = model.derive('joint moves of every group', () =>
    jointArcs(model, groupsOf(model.parties, 1)),
  );
  if (id === 'gmr' || id === 'smr') return moves;
  const improvements = model.derive('joint improvements of every group', () =>
    onlyImprovements(model, moves),
  );
  return id === 'firm' ? firmTogether(model, improvements) : improvements;
}

/** The joint improvements from which no member would be deterred. */
function firmTogether(model: Model, improvements: readonly GroupArcs[]): readonly GroupArcs[] {
  const least = Array.from({ length: model.parties }, (_, party) =>
    leastReplies(model.states, withoutMembers(improvements, [party]), (state) =>
      payoffAt(model, party, state),
    ),
  );
  return improvements.map(({ group, arcs }) =>
    groupArcs(
      group,
      filterArcs(arcs, (from, to) =>
        group.every(
          (party) =>
            Math.min(payoffAt(model, party, to), least[party]?.[to] as number) >
            payoffAt(model, party, from),
        ),
      ),
    ),
  );
}

function bestAfterOwnMove(model: Model, party: number, state: number): number {
  return model.moves
    .from(party, state)
    .reduce(
      (best, end) => Math.max(best, payoffAt(model, party, end)),
      payoffAt(model, party, state),
    );
}
