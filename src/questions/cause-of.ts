import type { Cause } from './diff-findings.js';
import type { Exit, OutcomeVerdict, Reason } from './holds-findings.js';

/**
 * Why an outcome that would hold in one answer would not in the other, where it is one party's doing.
 *
 * Where it no longer holds: the one party that would leave it now, by its best move that nothing
 * answers. That move was there before and was answered (`unanswered now`), or was no improvement, or
 * no move, before (`wanted now`). Where it holds now: the one party that would have left it before, by
 * its best move that nothing answered. That move is answered now, or is no improvement, or no move,
 * any more (`no longer wanted`).
 *
 * @param isSame - whether a state of the first answer and one of the second are the same outcome.
 * @returns null when both answers agree, or more than one party decides it.
 */
export function causeOf(
  before: OutcomeVerdict,
  after: OutcomeVerdict,
  isSame: (before: number, after: number) => boolean,
): Cause | null {
  if (before.holds === after.holds) return null;
  const leavers = (verdict: OutcomeVerdict) =>
    verdict.reasons.filter((reason) => reason.verdict === 'leaves');
  const [leaver, ...others] = leavers(after.holds ? before : after);
  const exit = leaver && openExit(leaver);
  if (!leaver || !exit || others.length > 0) return null;
  const { party } = leaver;
  const other = (after.holds ? after : before).reasons.find((one) => one.party === party);
  const known = other?.exits.find((one) =>
    after.holds ? isSame(exit.to, one.to) : isSame(one.to, exit.to),
  );
  if (!after.holds) {
    const kind = known?.isDeterred ? 'unanswered now' : 'wanted now';
    return { party, kind, state: after.state, exit };
  }
  return known
    ? { party, kind: 'answered now', state: after.state, exit: known }
    : { party, kind: 'no longer wanted', state: before.state, exit };
}

function openExit(reason: Reason): Exit | undefined {
  return reason.exits.find(({ isDeterred }) => !isDeterred);
}
