import { tooLargeForGroups } from '../analysis/stability/replies-together.js';
import type { Case } from '../core/case.js';
import type { Replies } from '../core/concept-ids.js';
import type { Diagnostic } from '../core/diagnostic.js';
import type { Model } from '../core/model.js';
import { buildSpace } from '../core/space.js';
import { type CaseOptions, settingsOf } from './case-options.js';

/** Whether replies by groups can be worked out for a case of this size. Call after `checkCaseOptions`. */
export function checkReplies(
  theCase: Case,
  options: CaseOptions & { readonly replies: Replies },
): readonly Diagnostic[] {
  if (options.replies === 'alone') return [];
  const { size } = buildSpace(theCase, settingsOf(theCase, options));
  const reason = tooLargeForGroups(theCase.parties.length, size);
  if (reason === undefined) return [];
  return [
    {
      code: 'DET406',
      severity: 'error',
      path: [],
      what: 'the case is too large for replies by groups together; nothing was computed',
      details: [reason],
      help: 'fix some issues at a level with --where, or leave --replies together out',
    },
  ];
}

/** How replies are searched: over cells of states, single moves, or moves of groups. */
export function engineFor(model: Model, replies: Replies): 'cells' | 'moves' | 'groups' {
  if (replies === 'together') return 'groups';
  return model.moves.rights.isTransitive ? 'cells' : 'moves';
}

/** What an answer takes as given about who may reply, in a sentence; nothing where it is usual. */
export function repliesAssumed(replies: Replies): readonly string[] {
  return replies === 'alone'
    ? []
    : [
        'Groups of the other parties are taken to be able to answer together, by joint moves, and not only one party at a time.',
      ];
}
