import type { Proposal, Setting } from './case.js';
import type { Expression } from './expression.js';

/**
 * The levels that a proposal stands for: its terms, and today's level on every issue it does not name;
 * in a case without a today, its terms alone.
 *
 * @param today - the levels that today has in the answer; the file's unless issues are fixed.
 */
export function proposalLevels(
  proposal: Proposal,
  today: readonly number[] | undefined,
): readonly Setting[] {
  const unnamed = (today ?? [])
    .map((level, issue) => ({ issue, level }))
    .filter(({ issue }) => !proposal.terms.some((term) => term.issue === issue));
  return [...proposal.terms, ...unnamed];
}

/** The condition that every setting holds. */
export function conditionOfSettings(settings: readonly Setting[]): Expression {
  const span = { start: 0, end: 0 };
  const operands = settings.map(
    ({ issue, level }): Expression => ({ kind: 'comparison', issue, operator: '=', level, span }),
  );
  const [only] = operands;
  return only && operands.length === 1 ? only : { kind: 'and', operands, span };
}
