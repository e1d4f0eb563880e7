import { useMemo } from 'react';
import { type ToldSupposition, toldSuppositions } from '../whatif/supposition-words.js';
import { useSessionState } from './session-context.js';

/** Everything supposed beside the readings, in words. */
export function useTold(): readonly ToldSupposition[] {
  const answer = useSessionState(({ answered }) => answered?.answer);
  const supposed = useSessionState(({ supposed }) => supposed);
  return useMemo(() => toldSuppositions(answer, supposed), [answer, supposed]);
}
