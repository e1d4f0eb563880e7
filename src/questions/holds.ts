import { type ConceptId, type Deterrence, stableStates } from '../analysis/stability/concept.js';
import { conceptOf, concepts } from '../analysis/stability/concepts.js';
import { endsOf } from '../analysis/stability/ends.js';
import { offersFrom } from '../analysis/stability/offers.js';
import { lastingSideDealsFrom } from '../analysis/stability/side-deals.js';
import { shortestSteps, stepsOf } from '../analysis/stability/steps.js';
import type { Analysis } from '../core/analysis.js';
import type { Case } from '../core/case.js';
import { buildModel, type Model, mostPartiesForGroups, payoffAt } from '../core/model.js';
import { targetsOf } from '../core/moves.js';
import type { Control, Report } from '../core/report.js';
import { levelsOf } from '../core/space.js';
import { assumptionsOf, readingsInForce } from './assumptions.js';
import { checkCaseOptions, readingSetOf, settingsOf } from './case-options.js';
import type {
  HoldsFindings,
  HoldsOptions,
  Mark,
  Opinion,
  OutcomeVerdict,
} from './holds-findings.js';
import { namedSets, nearestState } from './named-sets.js';
import { reasonOf } from './reason-of.js';

/** Concepts in the order of headline first, then from the strictest published one on. */
const defaultConcepts: readonly ConceptId[] = [
  'firm',
  ...concepts.map(({ id }) => id).filter((id) => id !== 'firm'),
];

type Stability = Partial<Record<ConceptId, readonly Uint8Array[]>>;

/**
 * Question 1: what holds?
 *
 * For every state and party, whether it is stable under each concept asked for; the equilibria; where
 * things go if left alone; what is on offer; and for each outcome that would hold under the first
 * concept, and each named outcome and proposal, every party's reason.
 *
 * Direct engine: time O(parties × states × reply search) a concept; about a second for four parties
 * and 500 states.
 */
export const holds: Analysis<HoldsOptions, HoldsFindings> = {
  name: 'holds',
  defaults: { readings: {}, concepts: defaultConcepts, where: {} },
  check: (theCase, options) => checkCaseOptions(theCase, options),
  run: (theCase, options, control) => {
    const model = buildModel(theCase, readingSetOf(theCase, options), settingsOf(theCase, options));
    return answer(theCase, model, options, control);
  },
};

function answer(
  theCase: Case,
  model: Model,
  options: HoldsOptions,
  control: Control,
): Report<HoldsOptions, HoldsFindings> {
  const ids = theCase.parties.map(({ id }) => id);
  const limits: string[] = [];
  // What deters whom is worked out once a concept: tables, steps and reasons share it.
  const deterrences = new Map(
    options.concepts.map((id) => {
      const deterrence = conceptOf(id).deterrence(model);
      return [id, theCase.parties.map((_, party) => deterrence(party))] as const;
    }),
  );
  const stability = computeStability(model, deterrences, control, limits);
  /** Undefined where the concept was not computed. */
  const isEquilibrium = (concept: ConceptId, state: number) =>
    stability[concept]?.every((stable) => stable[state] === 1);

  const headline = options.concepts[0];
  if (headline === undefined) throw new RangeError('holds: options.concepts is empty');
  const isComplete = !control.stopped() && stability[headline] !== undefined;
  const byParty = deterrences.get(headline) ?? [];
  const steps = isComplete ? stepsOf(model, (party) => byParty[party] as Deterrence) : [];

  const today = model.space.today;
  if (today === undefined) {
    limits.push('The case has no today: where things go and what is on offer were not computed.');
  }
  if (model.parties > mostPartiesForGroups) {
    limits.push(
      `The case has ${model.parties} parties, above the ${mostPartiesForGroups} whose groups are listed: what is on offer and side deals were not computed.`,
    );
  }
  if (!isComplete) {
    limits.push(
      'Where things go, what is on offer, side deals and the named outcomes were not computed: the work was stopped.',
    );
  }
  const ends = isComplete && today !== undefined ? endsOf(steps, today) : [];
  const starts = today === undefined ? [] : [...new Set([today, ...ends.flat()])];
  const offers = isComplete ? starts.flatMap((start) => offersFrom(model, steps, start)) : [];

  const verdictOn = (state: number): OutcomeVerdict => ({
    state,
    holds: isEquilibrium(headline, state) === true,
    mark: markOf((concept) => isEquilibrium(concept, state)),
    againstToday: today === undefined ? {} : opinionsOf(model, today, state),
    crossing: ids.filter((_, party) => model.hasRedLineCrossed(party, state)),
    end: indexOrNull(ends.findIndex((end) => end.includes(state))),
    offers: offers.flatMap((offer, at) => (offer.state === state ? [at] : [])),
    reasons: ids.map((_, party) => reasonOf(model, byParty[party] as Deterrence, party, state)),
  });
  const holding = allStates(model).filter((state) => isEquilibrium(headline, state));

  return {
    analysis: 'holds',
    options: { ...options, readings: readingsInForce(model) },
    seed: null,
    assumptions: assumptionsOf(theCase, model, options),
    convergence: null,
    limits,
    concepts: options.concepts.map((id) => {
      const { name, definition, source } = conceptOf(id);
      return { id, name, definition, source };
    }),
    parties: ids,
    today: today ?? null,
    ends,
    pathsToEnds: ends.map((end) =>
      shortestSteps(steps, today ?? 0, end).map(({ party, to }) => ({
        party: ids[party] as string,
        to,
      })),
    ),
    onOffer: offers.map((offer) => ({
      ...offer,
      group: offer.group.map((party) => ids[party] as string),
    })),
    equilibria: Object.fromEntries(
      Object.keys(stability).map((id) => [
        id,
        allStates(model).filter((state) => isEquilibrium(id as ConceptId, state)),
      ]),
    ),
    verdicts: holding.map(verdictOn),
    named: isComplete
      ? namedSets(model).map(({ kind, id, label, states }) => {
          const nearest = nearestState(model.space, states);
          const named = states.filter((state) => isEquilibrium(headline, state));
          return {
            kind,
            id,
            label,
            states: states.length,
            holding: named,
            nearest: nearest === undefined ? null : verdictOn(nearest),
            nearestHolding: nearestState(model.space, named) ?? null,
          };
        })
      : [],
    sideDeals: isComplete
      ? holding.flatMap((from) =>
          lastingSideDealsFrom(model, steps, from).map(({ to, group }) => ({
            from,
            to,
            group: group.map((party) => ids[party] as string),
            crossing: group
              .filter((party) => model.hasRedLineCrossed(party, to))
              .map((party) => ids[party] as string),
          })),
        )
      : [],
    states: allStates(model).map((state) => ({ levels: levelNames(theCase, model, state) })),
    payoffs: perParty(ids, (party) => [...(model.payoffs[party] as Int32Array)]),
    stability: Object.fromEntries(
      Object.entries(stability).map(([id, table]) => [
        id,
        perParty(ids, (party) => [...(table[party] as Uint8Array)]),
      ]),
    ),
    steps: perParty(ids, (party) =>
      allStates(model).map((state) => {
        const arcs = steps[party];
        return arcs ? [...targetsOf(arcs, state)] : [];
      }),
    ),
  };
}

/** Tables of the concepts asked for; one that was stopped is left out and named in `limits`. */
function computeStability(
  model: Model,
  deterrences: ReadonlyMap<ConceptId, readonly Deterrence[]>,
  control: Control,
  limits: string[],
): Stability {
  const stability: Stability = {};
  const total = deterrences.size * model.parties;
  let done = 0;
  for (const [id, byParty] of deterrences) {
    const tables: Uint8Array[] = [];
    for (let party = 0; party < model.parties; party += 1) {
      const table = stableStates(model, party, byParty[party] as Deterrence, control.stopped);
      if (table) tables.push(table);
      done += 1;
      control.progress(done, total);
    }
    if (tables.length === model.parties) stability[id] = tables;
    else limits.push(`${conceptOf(id).name} was not computed: the work was stopped.`);
  }
  for (const { id, name } of concepts) {
    if (!deterrences.has(id)) limits.push(`${name} was not computed: it was not asked for.`);
  }
  return stability;
}

/**
 * How an outcome is held. Each mark says that no stricter concept holds the outcome, so it is given
 * only where these were computed.
 */
function markOf(isEquilibrium: (concept: ConceptId) => boolean | undefined): Mark | null {
  const marks = [
    ['nash', 'nobody wants to leave'],
    ['firm', 'held by a reply'],
    ['seq', 'regretted reply'],
  ] as const;
  for (const [concept, mark] of marks) {
    const isHeld = isEquilibrium(concept);
    if (isHeld === undefined) return null;
    if (isHeld) return mark;
  }
  return isEquilibrium('gmr') || isEquilibrium('smr') ? 'self-harming reply' : null;
}

function opinionsOf(model: Model, today: number, state: number): Record<string, Opinion> {
  if (today === -1) return {};
  return perParty(
    model.case.parties.map(({ id }) => id),
    (party) => {
      const difference = payoffAt(model, party, state) - payoffAt(model, party, today);
      return difference > 0 ? 'better' : difference < 0 ? 'worse' : 'same';
    },
  );
}

function levelNames(theCase: Case, model: Model, state: number): Record<string, string> {
  const levels = levelsOf(model.space, state);
  return Object.fromEntries(
    theCase.issues.map((issue, index) => [
      issue.id,
      issue.levels[levels[index] as number]?.id as string,
    ]),
  );
}

function allStates(model: Model): number[] {
  return Array.from({ length: model.states }, (_, state) => state);
}

function perParty<Value>(
  ids: readonly string[],
  value: (party: number) => Value,
): Record<string, Value> {
  return Object.fromEntries(ids.map((id, party) => [id, value(party)]));
}

function indexOrNull(index: number): number | null {
  return index === -1 ? null : index;
}
