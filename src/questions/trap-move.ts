import { makersOf } from '../analysis/stability/group-arcs.js';
import { firstDifference } from '../core/difference.js';
import { levelsOf } from '../core/space.js';
import type { Judge } from './judge.js';
import type { TrapMove } from './trap-findings.js';

/** A party's move with what it gains and, where it is answered, the reply and what that loses. */
export function trapMove(
  { model, deterrence }: Judge,
  party: number,
  from: number,
  to: number,
  how: 'answered' | 'unanswered',
): TrapMove {
  const idOf = (index: number) => model.case.parties[index]?.id ?? '';
  const reply = how === 'answered' ? (deterrence(party).reply(from, to) ?? []) : [];
  const end = reply.at(-1)?.to;
  return {
    party: idOf(party),
    from: levelsOf(model.space, from),
    to: levelsOf(model.space, to),
    gained: firstDifference(model, party, from, to) ?? null,
    reply: reply.map((step) => ({
      party: idOf(step.party),
      with: makersOf(step).slice(1).map(idOf),
      to: levelsOf(model.space, step.to),
    })),
    lost: (end === undefined ? undefined : firstDifference(model, party, from, end)) ?? null,
  };
}
