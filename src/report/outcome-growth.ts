import type { Case } from '../core/case.js';
import type { Exit } from '../questions/holds-findings.js';
import { plainText } from './document.js';
import { type ExplainReport, wordsForExplain } from './explain-words.js';
import { heldOutcomes } from './held-outcomes.js';
import type { HoldsReport } from './holds-words.js';
import { sentenceCase } from './phrases.js';
import { type GraphArc, type GraphNode, nodeOf } from './state-graph.js';
import { capitalised, exitSentence, type Words } from './words.js';

/** What grows from one outcome of the picture. */
export type OutcomeGrowth = {
  readonly nodes: readonly GraphNode[];
  /** Steps away from it; improvements that a reply answers; the moves of those replies. */
  readonly arcs: readonly GraphArc[];
  /** Steps and answered improvements that are not drawn. */
  readonly left: number;
};

/** Steps, and answered improvements, that grow from one outcome at once. */
const mostOfKind = 4;

/**
 * What an outcome leads to: the steps of every party from it, the improvements that a reply answers,
 * and those replies move by move.
 *
 * At most `mostOfKind` steps and as many answered improvements, each party's best first and the parties
 * in turn; parties that could make the same step share an arc. The rest is counted. Nodes that are in the picture already are among those
 * returned: the reader of the growth puts them together.
 *
 * @param explained - the reasons of all parties at the outcome.
 * Time O(ways out × length of the replies).
 */
export function outcomeGrowth(
  theCase: Case,
  report: HoldsReport,
  explained: ExplainReport,
): OutcomeGrowth {
  const words = wordsForExplain(theCase, explained);
  const steps = inTurn(explained, (exit) => !exit.isDeterred);
  const answered = inTurn(explained, (exit) => exit.isDeterred);
  const arcs = [
    ...sharedArcs(words, explained, steps.slice(0, mostOfKind), 'step'),
    ...sharedArcs(words, explained, answered.slice(0, mostOfKind), 'answered'),
    ...answered.slice(0, mostOfKind).flatMap(({ exit }) => replyArcs(words, exit)),
  ];
  const { state } = explained.options;
  const states = [...new Set([state, ...arcs.map(({ to }) => to)])];
  const heldOf = heldOutcomes(report);
  return {
    nodes: states.map((one) => nodeOf(words, report, one, ['asked for'], heldOf(one))),
    arcs: [
      ...new Map(arcs.map((arc) => [JSON.stringify([arc.from, arc.to, arc.kind]), arc])).values(),
    ],
    left: Math.max(0, steps.length - mostOfKind) + Math.max(0, answered.length - mostOfKind),
  };
}

type Way = { readonly party: string; readonly exit: Exit };

/** The first way out of each party, then the second of each, and so on. */
function inTurn(report: ExplainReport, isWanted: (exit: Exit) => boolean): readonly Way[] {
  const own = report.reasons.map(({ party, exits }) =>
    exits.filter(isWanted).map((exit) => ({ party, exit })),
  );
  const most = own.reduce((longest, ways) => Math.max(longest, ways.length), 0);
  return Array.from({ length: most }, (_, at) => own.flatMap((ways) => ways[at] ?? [])).flat();
}

function sharedArcs(
  words: Words,
  report: ExplainReport,
  ways: readonly Way[],
  kind: 'step' | 'answered',
): readonly GraphArc[] {
  const from = report.options.state;
  const byTarget = new Map<number, Way[]>();
  for (const way of ways) {
    byTarget.set(way.exit.to, [...(byTarget.get(way.exit.to) ?? []), way]);
  }
  return [...byTarget].map(([to, own]) => {
    const parties = own.map(({ party }) => party);
    const makers = sentenceCase(words.parties(parties, 'or'));
    const sentences = own.map(({ party, exit }) => {
      const reason = report.reasons.find((one) => one.party === party);
      return reason ? plainText(capitalised(exitSentence(words, reason, exit))) : '';
    });
    return {
      from,
      to,
      kind,
      parties,
      makers,
      label: `${makers}: ${words.acts(from, to)}`,
      sentence: sentences.join(' '),
    };
  });
}

function replyArcs(words: Words, exit: Exit): readonly GraphArc[] {
  let from = exit.to;
  return exit.reply.map(({ party, to }) => {
    const makers = sentenceCase(words.party(party));
    const arc: GraphArc = {
      from,
      to,
      kind: 'reply',
      parties: [party],
      makers,
      label: `${makers}: ${words.acts(from, to)}`,
      sentence: `In reply, ${words.party(party)} could ${words.acts(from, to)}.`,
    };
    from = to;
    return arc;
  });
}
