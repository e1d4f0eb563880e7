import type { Control, Issue } from '../../core/case.js';

/** Who can change an issue, and what restricts it. */
export type IssueRights = Pick<Issue, 'irreversible' | 'blocked'> & { readonly control: Control };

/** Whether `irreversible` leaves a change of level possible; staying put is none. */
export function isAlong(direction: Issue['irreversible'], from: number, to: number): boolean {
  if (direction === 'up') return to > from;
  return direction === 'down' ? to < from : to !== from;
}

/**
 * Levels that a party by itself, or as one of several who agree, can bring an issue to from some
 * other level, blocks aside.
 *
 * @param levels - how many levels the issue has.
 * @param hasToday - whether the first level of an agreement means that there is none.
 */
export function levelsInReach(
  { control, irreversible }: IssueRights,
  party: number,
  levels: number,
  hasToday: boolean,
): ReadonlySet<number> {
  if (control.kind === 'nobody') return new Set();
  if (control.kind === 'moves') {
    const own = control.moves.filter(({ parties }) => parties.includes(party));
    return new Set(
      own.flatMap(({ from, to }) =>
        to.filter((end) => from.some((start) => isAlong(irreversible, start, end))),
      ),
    );
  }
  if (!control.parties.includes(party)) return new Set();
  const isKept = control.kind === 'agree' && hasToday && !control.leave.together;
  const first = irreversible === 'up' || isKept ? 1 : 0;
  const last = irreversible === 'down' ? levels - 2 : levels - 1;
  const reached = new Set<number>();
  for (let level = first; level <= last; level += 1) reached.add(level);
  return reached;
}
