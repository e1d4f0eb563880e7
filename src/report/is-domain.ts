import type { Case } from '../core/case.js';

/**
 * Whether a case is a bargaining domain alone: it has no today and nobody can change anything but by
 * agreement. Then every outcome would hold, which says nothing, and what could be agreed is all.
 */
export function isDomain(theCase: Case): boolean {
  return (
    theCase.today === undefined &&
    theCase.issues.every(({ control }) => control.kind === 'agree' || control.kind === 'nobody')
  );
}
