import { useMemo } from 'react';
import type { Changes } from '../../index.js';
import { answerChanges } from '../analysis/answer-changes.js';
import { useSessionState } from './session-context.js';

/** The changes of both documents since the baseline, and their sum. */
export type DocumentChanges = {
  readonly brief: Changes | undefined;
  readonly holds: Changes | undefined;
  readonly count: number;
  readonly gone: readonly string[];
};

/** Compares the answer shown with the baseline. */
export function useChanges(): DocumentChanges {
  const before = useSessionState(({ baseline }) => baseline?.answered.answer);
  const after = useSessionState(({ answered }) => answered?.answer);
  return useMemo(() => {
    if (!before || !after) return { brief: undefined, holds: undefined, count: 0, gone: [] };
    const { brief, holds } = answerChanges(before, after);
    return {
      brief,
      holds,
      count: brief.count + holds.count,
      gone: [...new Set([...brief.gone, ...holds.gone])],
    };
  }, [before, after]);
}
