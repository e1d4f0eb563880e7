import type { Case, Threat } from '../../core/case.js';
import { improvementsFrom, type Model, payoffAt } from '../../core/model.js';
import { levelsOf, statesWhere, stateWith } from '../../core/space.js';
import type { Deterrence } from './concept.js';

/** Where carrying a threat out leads, or why it does not. */
export type CarryingOut =
  | { readonly kind: 'move'; readonly to: number }
  /** The levels stand already: there is nothing to do. */
  | { readonly kind: 'in place' }
  /** Its maker has no such move there. */
  | { readonly kind: 'cannot' };

/** Whether carrying a threat out at a state is a step for its maker. */
export type Credibility =
  | { readonly verdict: 'step'; readonly to: number }
  /** No better for the maker than leaving it undone. */
  | { readonly verdict: 'not better'; readonly to: number }
  /** Better at once, but deterred by a reply. */
  | { readonly verdict: 'answered'; readonly to: number }
  | { readonly verdict: 'cannot'; readonly to: undefined };

/** A step of a target into the condition, and what the threat would make of it. */
export type Temptation = {
  readonly party: number;
  readonly to: number;
  /** Where carrying the threat out leads; `to` itself where nothing is left to do or can be done. */
  readonly carried: number;
  /** Whether the target would then be no better off than by staying. */
  readonly isStopped: boolean;
};

/** The state with the threat carried out: its levels set, everything else as it is. Time O(issues). */
export function carryOut(model: Model, threat: Threat, state: number): CarryingOut {
  const levels = levelsOf(model.space, state);
  for (const { issue, level } of threat.then) levels[issue] = level;
  const to = stateWith(model.space, levels);
  if (to === state) return { kind: 'in place' };
  return to !== -1 && model.moves.canMove(threat.by, state, to)
    ? { kind: 'move', to }
    : { kind: 'cannot' };
}

/**
 * The states at which a threat would fall due: its condition holds, a move of a target from a state at
 * which it did not hold could have led there, and something is left to carry out.
 *
 * Moves of a target alone count, whether or not they are better for it. Ascending; empty when no
 * target can bring the condition about. Time O(states × moves of the targets).
 */
export function dueStates(model: Model, threat: Threat): readonly number[] {
  const isMet = new Uint8Array(model.states);
  for (const state of statesWhere(model.space, threat.when)) isMet[state] = 1;
  const isBrought = new Uint8Array(model.states);
  for (let state = 0; state < model.states; state += 1) {
    if (isMet[state]) continue;
    for (const target of threat.to) {
      for (const to of model.moves.from(target, state)) if (isMet[to]) isBrought[to] = 1;
    }
  }
  const due: number[] = [];
  isBrought.forEach((one, state) => {
    if (one && carryOut(model, threat, state).kind !== 'in place') due.push(state);
  });
  return due;
}

/**
 * Whether a threat is credible at a state where it would fall due.
 *
 * Formula: with s′ the state after carrying out, credible iff s → s′ is a step of the maker m:
 * P_m(s′) > P_m(s), and no reply under the concept in use deters m from it.
 *
 * Source: our own definition in the terms of steps. The notion that a threat counts when carrying it
 * out would be in the interest of its maker is Schelling's (1960, *The Strategy of Conflict*, ch. 2
 * and 5); commitments and threats that leave something to chance are outside it.
 *
 * @param deterrence - of the maker. Call for a state of `dueStates`.
 */
export function credibilityAt(
  model: Model,
  threat: Threat,
  deterrence: Deterrence,
  state: number,
): Credibility {
  const carrying = carryOut(model, threat, state);
  if (carrying.kind !== 'move') return { verdict: 'cannot', to: undefined };
  const { to } = carrying;
  if (payoffAt(model, threat.by, to) <= payoffAt(model, threat.by, state)) {
    return { verdict: 'not better', to };
  }
  return { verdict: deterrence.isDeterred(state, to) ? 'answered' : 'step', to };
}

/**
 * The case in which a threat is not carried out: wherever its condition holds, its maker cannot bring
 * about any of the levels threatened. What its targets would do otherwise is judged there.
 */
export function withoutCarryingOut(theCase: Case, threat: Threat): Case {
  const blocksOn = (issue: number) =>
    threat.then
      .filter((setting) => setting.issue === issue)
      .map(({ level }) => ({ parties: [threat.by], when: threat.when, to: [level] }));
  return {
    ...theCase,
    issues: theCase.issues.map((issue, index) => ({
      ...issue,
      blocked: [...issue.blocked, ...blocksOn(index)],
    })),
  };
}

/**
 * The steps of a threat's targets from a state into its condition that they would otherwise take, and
 * whether belief in the threat stops them.
 *
 * Formula: a → t is such a step of target d iff the condition fails at a and holds at t, P_d(t) >
 * P_d(a), and no reply deters d in the case where the threat is not carried out
 * (`withoutCarryingOut`). Believed, it leads to t′, t with the threat carried out; it is stopped iff
 * P_d(t′) <= P_d(a): staying is at least as good. The threat is effective from a iff there are such
 * steps and all are stopped. Where the maker cannot carry the threat out at t, t′ = t: a belief
 * against the file changes nothing.
 *
 * Source: our own definition; the notion, that a threat works by changing what its target would choose
 * if it believes it, is Schelling's (1960).
 *
 * @param otherwise - what deters each party in the case without carrying out; states are numbered alike.
 * @returns targets in case order, then states ascending; empty where nothing is to be stopped, and
 *   where the condition holds already.
 */
export function temptationsFrom(
  model: Model,
  threat: Threat,
  otherwise: (party: number) => Deterrence,
  from: number,
): readonly Temptation[] {
  const met = new Set(statesWhere(model.space, threat.when));
  if (met.has(from)) return [];
  return threat.to
    .toSorted((a, b) => a - b)
    .flatMap((party) => {
      const { isDeterred } = otherwise(party);
      return improvementsFrom(model, party, from)
        .filter((to) => met.has(to) && !isDeterred(from, to))
        .map((to): Temptation => {
          const carrying = carryOut(model, threat, to);
          const carried = carrying.kind === 'move' ? carrying.to : to;
          const isStopped = payoffAt(model, party, carried) <= payoffAt(model, party, from);
          return { party, to, carried, isStopped };
        });
    });
}
