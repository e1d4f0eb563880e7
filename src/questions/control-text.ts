import type { Case, Issue } from '../core/case.js';
import { expressionText } from '../core/expression-text.js';

/** An issue's control by ids, part by part: equal texts are equal rights. */
export type ControlText = {
  /** `by: North, South`, `agree: North, South`, `by: nobody`, `moves: …`. */
  readonly control: string;
  /** Who can bring an agreement back: `South to none, all to none`; undefined for other control. */
  readonly leave: string | undefined;
  readonly irreversible: string | undefined;
  readonly blocked: string | undefined;
};

/**
 * The control of an issue as text, in ids and in an order of its own, so that two cases whose parties
 * or lines stand in another order have the same text for the same rights.
 */
export function controlText(theCase: Case, issue: Issue): ControlText {
  const party = (index: number) => theCase.parties[index]?.id as string;
  const parties = (indexes: readonly number[]) => indexes.map(party).sort().join(', ');
  const levels = (indexes: readonly number[]) =>
    indexes
      .toSorted((a, b) => a - b)
      .map((level) => issue.levels[level]?.id)
      .join(' or ');
  const condition = (when: Parameters<typeof expressionText>[0] | undefined) =>
    when ? ` when ${expressionText(when, theCase)}` : '';
  const { control } = issue;
  const blocked = issue.blocked
    .map(({ parties: who, when, to }) => `${parties(who)} to ${levels(to)}${condition(when)}`)
    .sort();
  const common = {
    irreversible: issue.irreversible,
    blocked: blocked.length > 0 ? blocked.join('; ') : undefined,
  };
  switch (control.kind) {
    case 'by':
      return { control: `by: ${parties(control.parties)}`, leave: undefined, ...common };
    case 'nobody':
      return { control: 'by: nobody', leave: undefined, ...common };
    case 'agree': {
      const alone = control.leave.alone
        .map(({ party: who, to }) => `${party(who)} alone to ${levels([to])}`)
        .sort();
      const together = control.leave.together ? [`all together to ${levels([0])}`] : [];
      return {
        control: `agree: ${parties(control.parties)}`,
        leave: [...alone, ...together].join(', ') || 'nobody',
        ...common,
      };
    }
    case 'moves': {
      const moves = control.moves
        .map(
          ({ parties: who, from, to, when }) =>
            `${parties(who)} from ${levels(from)} to ${levels(to)}${condition(when)}`,
        )
        .sort();
      return { control: `moves: ${moves.join('; ')}`, leave: undefined, ...common };
    }
  }
}
