import type { Path } from '../core/diagnostic.js';
import type { Difference } from '../core/difference.js';
import type { Judge } from './judge.js';
import type { NamedSet } from './named-sets.js';
import type { Trap, TrapMove } from './trap-findings.js';
import { trapMove } from './trap-move.js';

type Regretted = { readonly path: Path; readonly move: TrapMove; readonly regret: TrapMove };

/**
 * Outcomes held only by a reply that its maker would regret: equilibria of SEQ that are none of firm.
 *
 * At such a state some party has an improvement that SEQ deters and firm does not, so the reply that
 * deters it contains a step x → y of some j with K_j(y) <= P_j(x): j would be deterred from it in
 * turn. What j would then have lost is the want to look at. Outcomes that hang on the same want are
 * one trap; the move told is that of the first state. A named outcome is concerned as a whole iff
 * some of its states are such equilibria and none is one of firm.
 *
 * @param states - such equilibria, ascending (`regrettedStates`).
 * @returns in the order in which the states are given. Time O(states × reply search).
 */
export function regrettedReplies(
  seq: Judge,
  firm: Judge,
  states: readonly number[],
  sets: readonly NamedSet[],
): readonly Omit<Trap, 'nearest' | 'unnamed'>[] {
  const found = new Map<string, { readonly first: Regretted; readonly states: number[] }>();
  for (const state of states) {
    const regretted = regrettedAt(seq, firm, state);
    if (!regretted) continue;
    const key = JSON.stringify(regretted.path);
    const group = found.get(key);
    if (group) group.states.push(state);
    else found.set(key, { first: regretted, states: [state] });
  }
  const isFirm = (forms: readonly number[]) => forms.some((state) => firm.wouldHold(state));
  return [...found.values()].map(({ first, states: concerned }) => {
    const among = new Set(concerned);
    return {
      kind: 'regretted reply' as const,
      path: first.path,
      party: first.regret.party,
      effect: null,
      named: sets
        .filter(({ states: forms }) => forms.some((one) => among.has(one)) && !isFirm(forms))
        .map(({ id }) => id),
      states: concerned,
      move: first.move,
      regret: first.regret,
    };
  });
}

/** The equilibria of SEQ that are none of firm, ascending, among the states given. */
export function regrettedStates(
  seq: Judge,
  firm: Judge,
  states: readonly number[],
): readonly number[] {
  return states.filter((state) => seq.wouldHold(state) && !firm.wouldHold(state));
}

function regrettedAt(seq: Judge, firm: Judge, state: number): Regretted | undefined {
  const out = firm.wayOut(state);
  if (!out) return undefined;
  const { model } = seq;
  let from = out.to;
  for (const step of seq.deterrence(out.party).reply(state, out.to) ?? []) {
    if (seq.deterrence(step.party).isDeterred(from, step.to)) {
      const regret = trapMove(seq, step.party, from, step.to, 'answered');
      const reading = model.readings[step.party];
      return {
        path: placeOf(regret.lost ?? regret.gained) ?? reading?.path ?? [],
        move: trapMove(seq, out.party, state, out.to, 'answered'),
        regret,
      };
    }
    from = step.to;
  }
  return undefined;
}

/** The want or ranking entry that tells two outcomes apart; undefined by points, and for the rest. */
function placeOf(difference: Difference | null): Path | undefined {
  if (difference?.by === 'wants') return difference.lost[0] ?? difference.gained[0];
  if (difference?.by === 'ranking') return difference.before ?? difference.after ?? undefined;
  return undefined;
}
