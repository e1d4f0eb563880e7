import type { Proposal } from '../core/case.js';
import type { Model } from '../core/model.js';
import { conditionOfSettings, proposalLevels } from '../core/proposal-levels.js';
import { levelsOf, type Space, statesWhere, todayLevels } from '../core/space.js';
import { sumOverIssues } from '../core/sum-over-issues.js';

/** A named outcome or a proposal, as the states it covers. */
export type NamedSet = {
  readonly kind: 'outcome' | 'proposal';
  readonly id: string;
  readonly label: string;
  readonly states: readonly number[];
};

/**
 * The states that each named outcome and each proposal of the case covers.
 *
 * An issue that a proposal does not name stays as today; in a case without a today the proposal covers
 * every level of it. Sets may be empty and may overlap. Time O(states × named outcomes).
 */
export function namedSets(model: Model): readonly NamedSet[] {
  const { case: theCase, space } = model;
  const today =
    theCase.today &&
    todayLevels(
      theCase,
      space.fixed.flatMap((level, issue) => (level === -1 ? [] : [{ issue, level }])),
    );
  const covers = (proposal: Proposal) => conditionOfSettings(proposalLevels(proposal, today));
  return [
    ...theCase.outcomes.map(({ id, label, when }) => ({
      kind: 'outcome' as const,
      id,
      label,
      states: statesWhere(space, when),
    })),
    ...theCase.proposals.map((proposal) => ({
      kind: 'proposal' as const,
      id: proposal.id,
      label: proposal.label,
      states: statesWhere(space, covers(proposal)),
    })),
  ];
}

/** How many states each named outcome covers and which of them is nearest to today. */
export function outcomeNames(
  model: Model,
): readonly { id: string; label: string; states: number; nearest: number | null }[] {
  return namedSets(model)
    .filter(({ kind }) => kind === 'outcome')
    .map(({ id, label, states }) => ({
      id,
      label,
      states: states.length,
      nearest: nearestState(model.space, states) ?? null,
    }));
}

/** How many issues differ from today, for each state; 0 everywhere where the case has no today. */
function distanceFromToday(space: Space): (state: number) => number {
  const { today } = space;
  if (today === undefined || today === -1) return () => 0;
  const from = levelsOf(space, today);
  const changed = sumOverIssues(space, (issue, level) => (level === from[issue] ? 0 : 1));
  return (state) => changed(space.numbers[state] as number);
}

/**
 * The state of a set nearest to today: fewest issues changed, then lowest number; the first where the
 * case has no today. Undefined for an empty set.
 *
 * @param states - ascending.
 */
export function nearestState(space: Space, states: readonly number[]): number | undefined {
  const distance = distanceFromToday(space);
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const state of states) {
    const far = distance(state);
    if (far < least) {
      least = far;
      nearest = state;
    }
  }
  return nearest;
}

/** The states of a set from the nearest to today to the farthest, then by number. */
export function nearestFirst(space: Space, states: readonly number[]): readonly number[] {
  const distance = distanceFromToday(space);
  return states.toSorted((a, b) => distance(a) - distance(b) || a - b);
}
