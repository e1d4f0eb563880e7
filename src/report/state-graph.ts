import type { Case } from '../core/case.js';
import { chosenStates, type NodeRole } from './chosen-states.js';
import { type Held, heldOutcomes } from './held-outcomes.js';
import { type HoldsReport, holdingCount, wordsForHolds } from './holds-words.js';
import { knownSteps } from './known-steps.js';
import { sentenceCase } from './phrases.js';
import { smallestOffers } from './smallest-offers.js';
import type { Words } from './words.js';

/** An outcome in the picture. */
export type GraphNode = {
  readonly state: number;
  /** What it differs by from today: the same words stand for the same outcome in a later answer. */
  readonly key: string;
  readonly name: string;
  /** Empty where the name says it already. */
  readonly description: string;
  /** Why it is in the picture, the most telling first. */
  readonly roles: readonly NodeRole[];
  readonly holds: boolean;
  /** How it is held, in words; undefined where it is not. */
  readonly mark: string | undefined;
};

/**
 * A way from one outcome to another. `step`: one of the parties, alone, would gain and nothing stops
 * it. `signed`: the parties together, on offer. `answered`: one party alone would gain, but a reply
 * stops it. `reply`: a move of such a reply.
 */
export type GraphArc = {
  readonly from: number;
  readonly to: number;
  readonly kind: 'step' | 'signed' | 'answered' | 'reply';
  /** Party ids in case order: any of them for a step, all of them where it is signed. */
  readonly parties: readonly string[];
  /** The parties in words. */
  readonly makers: string;
  /** Who and what, for the line itself: `Russia: resume the fighting`. */
  readonly label: string;
  readonly sentence: string;
};

/** A circle of outcomes that steps lead round. */
export type GraphCircle = {
  /** Members in the picture. */
  readonly states: readonly number[];
  readonly size: number;
};

/** A small picture of what holds. */
export type StateGraph = {
  readonly nodes: readonly GraphNode[];
  readonly arcs: readonly GraphArc[];
  readonly circles: readonly GraphCircle[];
  /** Outcomes that a reader may want in it too: named ones first, then others that would hold. */
  readonly others: readonly { readonly state: number; readonly name: string }[];
  /** Outcomes that would hold and are neither in the picture nor among the others. */
  readonly untold: number;
};

/** Outcomes in the picture before a reader asks for more. */
export const mostNodes = 12;

/** Outcomes not in the picture that are listed by name. */
const mostOthers = 100;

/**
 * What holds, as a picture: today, where things go, what is on offer and what else would hold, with
 * the steps and signed steps between them.
 *
 * Nodes are chosen in this order until there are `mostNodes`: today; the ends and circles with the
 * shortest way to them; outcomes on offer with where they are signed; named outcomes that would hold;
 * others that would hold, nearest to today first; named outcomes and proposals that would not hold,
 * each with where its steps lead. A step between two of them is an arc, unless its maker could make it
 * in two others; parties that could make the same step share one. Of offers, those of the smallest groups.
 *
 * Empty for a case in which nothing was worked out. Time O(nodes × steps from a node + outcomes that hold).
 */
export function stateGraph(theCase: Case, report: HoldsReport): StateGraph {
  const words = wordsForHolds(theCase, report);
  const chosen = chosenStates(theCase, report, mostNodes);
  const shown = new Map(chosen.map(({ state, roles }) => [state, roles]));
  const circles = report.ends.flatMap((end) => {
    const states = end.filter((state) => shown.has(state));
    return end.length > 1 && states.length > 0 ? [{ states, size: end.length }] : [];
  });
  const heldOf = heldOutcomes(report);
  const others = [
    ...new Set([
      ...report.named.flatMap(({ nearest }) => nearest?.state ?? []),
      ...report.verdicts.map(({ state }) => state),
    ]),
  ].filter((state) => !shown.has(state));
  const listed = others.slice(0, mostOthers);
  const holdingTold = [...shown.keys(), ...listed].filter((state) => heldOf(state).holds).length;
  return {
    nodes: chosen.map(({ state, roles }) => nodeOf(words, report, state, roles, heldOf(state))),
    arcs: [...stepArcs(words, report, [...shown.keys()]), ...signedArcs(words, report, shown)],
    circles,
    others: listed.map((state) => ({
      state,
      name: nodeOf(words, report, state, [], heldOf(state)).name,
    })),
    untold: holdingCount(report) - holdingTold,
  };
}

/**
 * An outcome as a node. A proposal gives its name to an outcome that has none of its own; of what has
 * no name the description stands for it, since names with additions differ only at their ends.
 */
export function nodeOf(
  words: Words,
  report: HoldsReport,
  state: number,
  roles: readonly NodeRole[],
  held: Held,
): GraphNode {
  const description = words.description(state);
  const called = words.outcome(state);
  const proposal = report.named.find(
    ({ kind, nearest, states }) => kind === 'proposal' && states === 1 && nearest?.state === state,
  );
  const isNamed = state === report.today || /^“[^”]*”$/.test(called);
  const name = isNamed ? called : proposal ? `“${proposal.label}”` : description;
  return {
    state,
    key: description,
    name: sentenceCase(name),
    description: name === description || state === report.today ? '' : description,
    roles,
    ...held,
  };
}

/**
 * The steps between outcomes of the picture; parties that could make the same one share an arc. A step
 * that its maker could make in two others of the picture is left to these.
 */
function stepArcs(
  words: Words,
  report: HoldsReport,
  states: readonly number[],
): readonly GraphArc[] {
  const stepsAt = knownSteps(report);
  const drawn = new Map(
    states.map((from) => [from, stepsAt(from).filter(({ to }) => states.includes(to))]),
  );
  const canStep = (party: string, from: number, to: number) =>
    drawn.get(from)?.some((step) => step.party === party && step.to === to) === true;
  return states.flatMap((from) => {
    const makers = new Map<number, string[]>();
    for (const { party, to } of drawn.get(from) ?? []) {
      const isInTwo = drawn
        .get(from)
        ?.some((step) => step.party === party && step.to !== to && canStep(party, step.to, to));
      if (!isInTwo) makers.set(to, [...(makers.get(to) ?? []), party]);
    }
    return [...makers].map(([to, parties]) => stepArc(words, from, to, parties));
  });
}

/** The arc of a step that any of the parties could make. */
export function stepArc(
  words: Words,
  from: number,
  to: number,
  parties: readonly string[],
): GraphArc {
  const makers = sentenceCase(words.parties(parties, 'or'));
  return {
    from,
    to,
    kind: 'step',
    parties,
    makers,
    label: `${makers}: ${words.acts(from, to)}`,
    sentence: `${makers} could ${words.acts(from, to)} and would gain by it; ${words.unanswered(parties[0] ?? '')}.`,
  };
}

function signedArcs(
  words: Words,
  report: HoldsReport,
  shown: ReadonlyMap<number, unknown>,
): readonly GraphArc[] {
  const arcs = new Map<string, GraphArc>();
  for (const verdict of report.verdicts) {
    const offers = smallestOffers(report.onOffer, verdict);
    for (const { from, sign, state, group } of offers) {
      const isDetour =
        sign !== state && offers.some((one) => one.from === from && one.sign === state);
      if (isDetour || !shown.has(from) || !shown.has(sign)) continue;
      const makers = `${sentenceCase(words.parties(group))} together`;
      arcs.set(`${from} ${sign} ${group.join(' ')}`, {
        from,
        to: sign,
        kind: 'signed',
        parties: group,
        makers,
        label: `${makers}: ${words.acts(from, sign)}`,
        sentence: `${makers} could ${words.acts(from, sign)}; each of them would be better off than where it signs.`,
      });
    }
  }
  return [...arcs.values()];
}
