import { combinationsAtOnce } from '../analysis/stability/combinations.js';
import { concepts } from '../analysis/stability/concepts.js';
import { headlineConcept } from '../analysis/stability/mixture.js';
import type { StepTree } from '../analysis/stability/step-tree.js';
import { type Verdicts, verdictsOf } from '../analysis/stability/verdicts.js';
import type { Analysis } from '../core/analysis.js';
import type { Case } from '../core/case.js';
import type { HeadlineId } from '../core/concept-ids.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { buildModel, type Model, mostPartiesForGroups, payoffAt } from '../core/model.js';
import { mostMovesOn } from '../core/moves.js';
import type { Control, Report } from '../core/report.js';
import { sharedLevels } from '../core/space.js';
import { usualConcepts } from './asked-concepts.js';
import { assumptionsOf, readingsInForce } from './assumptions.js';
import { checkCaseOptions, readingSetOf, settingsOf } from './case-options.js';
import { checkConcept, simNeedsLevels } from './concept-fits.js';
import { furtherFindings } from './further-findings.js';
import { checksOf, type HoldsChecks } from './holds-checks.js';
import type {
  HoldsFindings,
  HoldsOptions,
  Mark,
  NamedVerdict,
  Opinion,
  OutcomeVerdict,
} from './holds-findings.js';
import { mostCombinations, mostReasoned, mostTabled, mostTold } from './holds-limits.js';
import { holdsTables, perParty } from './holds-tables.js';
import { listDeals, listOffers } from './list-offers.js';
import { mentionedStates } from './mentioned-states.js';
import { namedSets, nearestFirst, nearestState } from './named-sets.js';
import { reasonOf } from './reason-of.js';
import { checkReplies, engineFor, repliesAssumed } from './replies-option.js';
import { startOf, waysFrom } from './ways.js';

/**
 * Question 1: what holds?
 *
 * For every state and party, whether it is stable under each concept asked for; the equilibria; where
 * things go if left alone; what is on offer; and for the outcomes that would hold under the first
 * concept, and each named outcome and proposal, every party's reason.
 *
 * Time O(parties² × states) a concept where rights are transitive, else O(parties × moves); SIM aside.
 * Whatever is left out of a large case is said in `limits`.
 */
export const holds: Analysis<HoldsOptions, HoldsFindings> = {
  name: 'holds',
  defaults: {
    readings: {},
    concepts: usualConcepts,
    further: [],
    replies: 'alone',
    where: {},
    from: null,
    evolution: null,
    passing: false,
  },
  check: (theCase, options) => {
    const problems = [
      ...checkConcept(theCase, options.concepts[0]),
      ...checkCaseOptions(theCase, options),
    ];
    return problems.length > 0 ? problems : checkReplies(theCase, options);
  },
  run: (theCase, options, control) => {
    const model = buildModel(
      theCase,
      readingSetOf(theCase, options),
      settingsOf(theCase, options),
      control.kept,
    );
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
  const headline = options.concepts[0];
  if (headline === undefined) throw new RangeError('holds: options.concepts is empty');
  const verdicts = verdictsByConcept(model, options, control, limits);
  /** Undefined where the concept was not computed. */
  const isEquilibrium = (concept: HeadlineId, state: number) => {
    const table = verdicts.get(concept)?.isEquilibrium;
    return table && table[state] === 1;
  };
  const judged = verdicts.get(headline);
  /** Undefined where the work was stopped: nothing further is begun. */
  const found = control.stopped() ? undefined : judged;
  const today = model.space.today;
  const start = startOf(model, options);
  limits.push(...whatIsMissing(model, start, found));

  const left = start === undefined ? undefined : found?.from(start);
  const ends = left?.ends ?? [];
  const offers = found && start !== undefined ? listOffers(model, found, start, ends, limits) : [];
  const holding = judged ? statesIn(judged.isEquilibrium) : [];
  const isOffered = new Set(offers.map(({ state }) => state));
  const isEnd = new Set(ends.flat());
  const comesFirst = (state: number) => isOffered.has(state) || isEnd.has(state);
  const told = toldStates(model, holding, comesFirst);
  if (told.length < holding.length) {
    limits.push(
      `Reasons were worked out for ${groupedDigits(told.length)} of the ${groupedDigits(holding.length)} outcomes that would hold: those on offer, those where things go, and the nearest to today.`,
    );
  }

  // What single replies deter, to tell where groups that reply together change a verdict.
  const alone =
    options.replies === 'together'
      ? headlineConcept(theCase, headline).deterrence(model, control)
      : undefined;
  const verdictOn = (state: number): OutcomeVerdict => ({
    state,
    holds: isEquilibrium(headline, state) === true,
    mark: markOf((concept) => isEquilibrium(concept, state)),
    againstToday: today === undefined ? {} : opinionsOf(model, today, state),
    againstStart: start === undefined || start === today ? {} : opinionsOf(model, start, state),
    payoffs: perParty(ids, (party) => payoffAt(model, party, state)),
    crossing: ids.filter((_, party) => model.hasRedLineCrossed(party, state)),
    end: indexOrNull(ends.findIndex((end) => end.includes(state))),
    offers: offers.flatMap((offer, at) => (offer.state === state ? [at] : [])),
    reasons: (judged?.byParty ?? []).map((deterrence, party) =>
      reasonOf(model, deterrence, party, state, alone?.(party)),
    ),
  });

  const answered = told.map(verdictOn);
  const named = found ? namedVerdicts(model, found, verdictOn) : [];
  const ways = waysFrom(
    { model, found, start, ends, offers, verdicts: answered, named },
    options,
    control,
    limits,
  );
  const checks: HoldsChecks = found
    ? checksOf(model, options, verdicts, start, ends, control, limits)
    : { traps: [], threats: [] };
  const findings = {
    concepts: options.concepts.map((id) => {
      const { name, definition, source } = headlineConcept(theCase, id);
      return { id, name, definition, source };
    }),
    engine: engineFor(model, options.replies),
    outcomes: model.states,
    parties: ids,
    today: today ?? null,
    start: start ?? null,
    ends,
    pathsToEnds: ends.map((end) =>
      (left?.tree.pathTo(firstReached(left.tree, end)) ?? []).map(({ party, to }) => ({
        party: ids[party] as string,
        to,
      })),
    ),
    onOffer: offers.map((offer) => ({
      ...offer,
      group: offer.group.map((party) => ids[party] as string),
    })),
    ...ways,
    equilibria: Object.fromEntries(
      [...verdicts].map(([id, { isEquilibrium: table }]) => [id, statesIn(table)]),
    ),
    verdicts: answered,
    named,
    sideDeals: found
      ? listDeals(model, found, told, comesFirst, limits).map(({ from, to, group }) => ({
          from,
          to,
          group: group.map((party) => ids[party] as string),
          crossing: group
            .filter((party) => model.hasRedLineCrossed(party, to))
            .map((party) => ids[party] as string),
        }))
      : [],
    further: furtherFindings(model, options.further, control, limits),
    ...holdsTables(model, verdicts, found?.steps),
    ...checks,
  };
  return {
    analysis: 'holds',
    options: { ...options, readings: readingsInForce(model) },
    seed: null,
    assumptions: [...assumptionsOf(theCase, model, options), ...repliesAssumed(options.replies)],
    convergence: null,
    limits,
    ...findings,
    levels: Object.fromEntries(
      mentionedStates(findings).map((state) => [String(state), sharedLevels(model.space, state)]),
    ),
  };
}

/** Each named outcome and proposal: its states, those that would hold, and the nearest of both. */
function namedVerdicts(
  model: Model,
  found: Verdicts | undefined,
  verdictOn: (state: number) => OutcomeVerdict,
): readonly NamedVerdict[] {
  return namedSets(model).map(({ kind, id, label, states }) => {
    const nearest = nearestState(model.space, states);
    const holding = states.filter((state) => found?.isEquilibrium[state] === 1);
    return {
      kind,
      id,
      label,
      states: states.length,
      holding,
      nearest: nearest === undefined ? null : verdictOn(nearest),
      nearestHolding: nearestState(model.space, holding) ?? null,
    };
  });
}

/** What each concept asked for says; one that was stopped or is too large is left out and named. */
function verdictsByConcept(
  model: Model,
  { concepts: asked, replies }: HoldsOptions,
  control: Control,
  limits: string[],
): ReadonlyMap<HeadlineId, Verdicts> {
  const verdicts = new Map<HeadlineId, Verdicts>();
  const total = asked.length * model.parties;
  let done = 0;
  const step = () => {
    done += 1;
    control.progress(done, total);
  };
  for (const id of asked) {
    const concept = headlineConcept(model.case, id, replies);
    if (id === 'sim' && isTooLargeForSim(model)) {
      limits.push(
        `SIM was not computed: the case has more than ${groupedDigits(mostCombinations)} combinations of improvements at one moment, or more than ${groupedDigits(mostTabled)} outcomes.`,
      );
      continue;
    }
    if (id === 'sim' && model.space.isCoalesced) {
      limits.push(`SIM was not computed: ${simNeedsLevels.replace('SIM', 'it')}.`);
      continue;
    }
    const found = verdictsOf(model, concept, control, step);
    if (found) verdicts.set(id, found);
    else limits.push(`${concept.name} was not computed: the work was stopped.`);
  }
  for (const { id, name } of concepts) {
    if (!asked.includes(id)) limits.push(`${name} was not computed: it was not asked for.`);
  }
  return verdicts;
}

function isTooLargeForSim(model: Model): boolean {
  return (
    model.states > mostTabled || combinationsAtOnce(model, mostCombinations) > mostCombinations
  );
}

function whatIsMissing(
  model: Model,
  start: number | undefined,
  found: Verdicts | undefined,
): readonly string[] {
  const missing: string[] = [];
  if (start === undefined) {
    missing.push('The case has no today: where things go and what is on offer were not computed.');
  }
  if (model.parties > mostPartiesForGroups) {
    missing.push(
      `The case has ${model.parties} parties, above the ${mostPartiesForGroups} whose groups are listed: what is on offer, who would not sign and side deals were not computed.`,
    );
  }
  if (!found) {
    missing.push(
      'Where things go, what is on offer, side deals and the named outcomes were not computed: the work was stopped.',
    );
  }
  if (model.states > mostTabled) {
    missing.push(
      `The tables of every outcome’s levels, payoffs, verdicts and steps are left out above ${groupedDigits(mostTabled)} outcomes.`,
    );
  }
  return missing;
}

/** The outcomes for which reasons are worked out: all where there are few. Ascending. */
function toldStates(
  model: Model,
  holding: readonly number[],
  comesFirst: (state: number) => boolean,
): readonly number[] {
  const movesFromOne = mostMovesOn(model.space) / model.states;
  const most = Math.min(mostTold, Math.max(1, Math.floor(mostReasoned / movesFromOne)));
  if (holding.length <= most) return holding;
  const first = holding.filter(comesFirst).slice(0, most);
  const others = nearestFirst(
    model.space,
    holding.filter((state) => !comesFirst(state)),
  );
  return [...first, ...others.slice(0, most - first.length)].sort((a, b) => a - b);
}

/**
 * How an outcome is held. Each mark says that no stricter concept holds the outcome, so it is given
 * only where these were computed.
 */
function markOf(isEquilibrium: (concept: HeadlineId) => boolean | undefined): Mark | null {
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

/** The state of an end that a chain of steps comes to first. */
function firstReached(tree: StepTree, end: readonly number[]): number {
  const [only, ...more] = end;
  if (only !== undefined && more.length === 0) return only;
  const states = new Set(end);
  return tree.reached.find((state) => states.has(state)) as number;
}

/** The states marked 1 in a table, ascending. */
function statesIn(table: Uint8Array): number[] {
  const states: number[] = [];
  table.forEach((one, state) => {
    if (one === 1) states.push(state);
  });
  return states;
}

function indexOrNull(index: number): number | null {
  return index === -1 ? null : index;
}
