import type { Case } from '../core/case.js';
import type { HeadlineId } from '../core/concept-ids.js';
import type { Inline } from './document.js';
import { type ExplainReport, wordsForExplain } from './explain-words.js';
import { heldOutcomes } from './held-outcomes.js';
import type { HoldsReport } from './holds-words.js';
import { type OutcomeGrowth, outcomeGrowth } from './outcome-growth.js';
import { type OutcomePath, outcomePath } from './outcome-path.js';
import { counted, sentenceCase } from './phrases.js';
import { type GraphNode, nodeOf } from './state-graph.js';
import { type VerdictCard, verdictCards } from './verdict-cards.js';
import { capitalised, exitSentence } from './words.js';

/** One outcome of the picture, seen closely. */
export type OutcomeLook = {
  readonly node: GraphNode;
  /** Whether it would hold, and how, or who would leave it: one sentence. */
  readonly verdict: string;
  readonly path: OutcomePath;
  readonly cards: readonly VerdictCard[];
  /** The concepts computed, and whether each would have the outcome hold. */
  readonly concepts: readonly { readonly id: HeadlineId; readonly holds: boolean }[];
  /** Who would leave it, by which moves; empty where it would hold. */
  readonly leaving: readonly {
    readonly party: string;
    readonly ways: readonly (readonly Inline[])[];
  }[];
  readonly growth: OutcomeGrowth;
};

/** Ways out of one party that are told before the rest is only counted. */
const mostWays = 3;

/**
 * Everything that is told of one outcome beside the picture: how it would come about, what each party
 * would do there and why, which concepts hold it, who would have to want otherwise, and what grows
 * from it.
 *
 * @param explained - the reasons of all parties at the outcome, by the first concept of `report`.
 * Time that of its parts: linear in the states, the steps and the ways out.
 */
export function outcomeLook(
  theCase: Case,
  report: HoldsReport,
  explained: ExplainReport,
): OutcomeLook {
  const words = wordsForExplain(theCase, explained);
  const { state } = explained.options;
  const node = nodeOf(words, report, state, ['asked for'], heldOutcomes(report)(state));
  const leavers = explained.reasons.filter(({ verdict }) => verdict === 'leaves');
  return {
    node,
    verdict: explained.holds
      ? `Would hold once in place${node.mark === undefined ? '' : `: ${node.mark}`}.`
      : `Would not hold: ${words.parties(leavers.map(({ party }) => party))} would leave.`,
    path: outcomePath(theCase, report, state),
    cards: verdictCards(theCase, explained),
    concepts: report.concepts.flatMap(({ id }) => {
      const held = report.equilibria[id];
      return held ? [{ id, holds: held.includes(state) }] : [];
    }),
    leaving: explained.reasons.flatMap((reason) => {
      if (reason.verdict !== 'leaves') return [];
      const open = reason.exits.filter(({ isDeterred }) => !isDeterred);
      const more = open.length - mostWays;
      return [
        {
          party: reason.party,
          ways: [
            ...open
              .slice(0, mostWays)
              .map((exit) => capitalised(exitSentence(words, reason, exit))),
            ...(more > 0
              ? [[`${sentenceCase(counted(more, 'more way'))} out would go unanswered.`]]
              : []),
          ],
        },
      ];
    }),
    growth: outcomeGrowth(theCase, report, explained),
  };
}
