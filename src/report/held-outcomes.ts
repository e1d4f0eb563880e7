import type { HoldsReport } from './holds-words.js';
import { markWords } from './mark-words.js';

/** Whether an outcome would hold, and how, in words; undefined where that was not worked out. */
export type Held = { readonly holds: boolean; readonly mark: string | undefined };

/**
 * What an answer says of each outcome's holding, by its number. In a large case more outcomes hold
 * than reasons were worked out for: these have no mark. Time linear in the outcomes that hold, once.
 */
export function heldOutcomes(report: HoldsReport): (state: number) => Held {
  const [headline] = report.options.concepts;
  const holding = new Set(headline === undefined ? [] : report.equilibria[headline]);
  const marks = new Map(report.verdicts.map(({ state, mark }) => [state, mark]));
  return (state) => {
    const mark = marks.get(state);
    const holds = holding.has(state);
    return { holds, mark: holds && mark ? markWords[mark] : undefined };
  };
}
