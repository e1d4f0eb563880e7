import { stableStates } from '../analysis/stability/concept.js';
import { conceptOf } from '../analysis/stability/concepts.js';
import {
  conceptsOfOwnOrder,
  type RankingShare,
  rankingShareOf,
} from '../analysis/stability/inverse.js';
import type { NearOrders } from '../analysis/stability/near-orders.js';
import { type OrderSearch, searchOrders } from '../analysis/stability/order-search.js';
import { factorial } from '../analysis/stability/ranking-search.js';
import { stays } from '../analysis/stability/stays.js';
import { verdictSteps } from '../analysis/stability/verdict-steps.js';
import { waysOut } from '../analysis/stability/ways-out.js';
import { workBudget } from '../analysis/stability/work-budget.js';
import type { Analysis } from '../core/analysis.js';
import type { Case, Reading } from '../core/case.js';
import type { Diagnostic, Path } from '../core/diagnostic.js';
import type { Expression } from '../core/expression.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { buildModel, type Model } from '../core/model.js';
import { buildSpace, levelsOf, statesWhere } from '../core/space.js';
import { formatRational, multiply, one, rational } from '../numeric/rational.js';
import { assumptionsOf, readingsInForce } from './assumptions.js';
import { type CaseOptions, checkCaseOptions, readingSetOf, settingsOf } from './case-options.js';
import { jointOrders } from './joint-orders.js';
import type {
  MakeStableFindings,
  MakeStableOptions,
  OrderCounts,
  PartyAnswer,
  RankingCount,
} from './make-stable-findings.js';
import { nearestState, outcomeNames } from './named-sets.js';
import { reasonOf } from './reason-of.js';
import { rivalReadings } from './rival-readings.js';

/** Most states that the question takes on. */
const mostStates = 65_536;
/** Steps of work allowed for the whole question: about ten seconds on one core. */
export const mostWork = 3_000_000_000;
/** What the parties by themselves leave of it for changes of several together. */
const shareTogether = 0.3;
/** What the search over a party's rankings may take of the party's own part. */
const shareOfRankings = 0.25;
/** Most states for which the number of all rankings is written out: 100! has 158 digits. */
const mostStatesCounted = 100;
/** Most orders that are listed of those fewest swaps away. */
const mostNearest = 4;
/** Most states in the conditions on a ranking, counted as often as they stand there. */
const mostInConditions = 60;
/**
 * The inverse question: what would each party have to prefer for an outcome to hold?
 *
 * For each party, the others as they are: how many of all strict rankings of the states would do,
 * what such a ranking must say, how many orders of its own wants would do, which of them are nearest
 * to the present one, and which single want would only have to be left out. Then one changed order
 * for each party that would leave, checked together. Counts of different parties multiply under Nash,
 * GMR and SMR only (see `rankingShareOf`).
 *
 * Source: inverse analysis, Kinsara, Petersons, Hipel and Kilgour (2015); orders of wants are ours.
 */
export const makeStable: Analysis<MakeStableOptions, MakeStableFindings> = {
  name: 'make stable',
  defaults: {
    readings: {},
    where: {},
    concept: 'firm',
    parties: [],
    state: 0,
    fitting: [],
    work: mostWork,
  },
  check: (theCase, options) => {
    const problems: Diagnostic[] = [...checkCaseOptions(theCase, options)];
    for (const id of options.parties) {
      if (theCase.parties.some((party) => party.id === id)) continue;
      problems.push({
        code: 'DET211',
        severity: 'error',
        path: [],
        what: `there is no party "${id}" to ask about`,
        details: [`parties: ${theCase.parties.map((party) => party.id).join(', ')}`],
        help: 'name a party by its id, as in the case file',
      });
    }
    if (problems.length > 0) return problems;
    const { size } = buildSpace(theCase, settingsOf(theCase, options));
    if (size <= mostStates) return [];
    return [
      {
        code: 'DET406',
        severity: 'error',
        path: [],
        what: `the case has ${groupedDigits(size)} possible outcomes, above the ${groupedDigits(mostStates)} for which it can be worked out what would make one hold`,
        details: [],
        help: 'fix some issues at a level with --where',
      },
    ];
  },
  run: (theCase, options, control) => {
    const model = buildModel(theCase, readingSetOf(theCase, options), settingsOf(theCase, options));
    const { state, concept } = options;
    const deterrence = conceptOf(concept).deterrence(model);
    const isAsked = ({ id }: { readonly id: string }) =>
      options.parties.length === 0 || options.parties.includes(id);
    const limits: string[] = [];
    const shares: RankingShare[] = [];
    const answers: PartyAnswer[] = [];
    const near = new Map<number, NearOrders>();
    const work = workBudget(options.work, control);
    let toAsk = theCase.parties.filter(isAsked).length;
    theCase.parties.forEach((party, index) => {
      if (!isAsked(party)) return;
      const reason = reasonOf(model, deterrence(index), index, state);
      work.charge(verdictSteps(model));
      const own = work.part(Math.max(0, (work.left() - options.work * shareTogether) / toAsk));
      toAsk -= 1;
      const share = rankingShareOf(
        model,
        concept,
        index,
        state,
        own.part(own.left() * shareOfRankings),
      );
      const search = searchOrders(model, concept, index, state, own);
      if (search && !search.holdsNow) near.set(index, search);
      shares.push(share);
      limits.push(...limitsOf(theCase, model, index, search));
      answers.push({
        party: party.id,
        holds: reason.verdict !== 'leaves',
        reason,
        rankings: rankingCount(model.states, share),
        conditions: conditionsOf(model, concept, index, state),
        orders: search ? orderCounts(model, index, search) : null,
      });
    });
    if (control.stopped()) limits.push('The work was stopped: counts are not complete.');
    const parties = theCase.parties.map((_, index) => index);
    const leaving = parties.filter((party) => !stays(model, concept, party, state));
    const fitting = fittingThatHold(model, options, control.stopped);
    const isWhole = options.parties.length === 0;
    const { isShort, ...together } = isWhole
      ? jointOrders(model, concept, state, near, work)
      : { combination: null, combinationsTried: 0, deadEnd: null, isShort: false };
    if (isShort) {
      limits.push(
        'Changes of several parties together: the work allowed was used up; a set of orders may have been missed.',
      );
    }
    const idOf = (party: number) => theCase.parties[party]?.id as string;
    const isIndependent = conceptsOfOwnOrder.includes(concept);
    const isCounted = shares.every(({ limit }) => limit === undefined);
    const names = outcomeNames(model);
    return {
      analysis: 'make stable',
      options: { ...options, readings: readingsInForce(model) },
      seed: null,
      assumptions: assumptionsOf(theCase, model, options),
      convergence: null,
      limits,
      concept: (({ id, name, definition, source }) => ({ id, name, definition, source }))(
        conceptOf(concept),
      ),
      engine: model.moves.rights.isTransitive ? 'cells' : 'moves',
      today: model.space.today ?? null,
      levels: levelsMentioned(model, options, answers, [
        ...names.map(({ nearest }) => nearest),
        fitting.nearest,
      ]),
      names,
      outcomes: model.states,
      holds: leaving.length === 0,
      fitting,
      rivals: rivalReadings(model, concept, state, control.stopped),
      answers,
      staying: parties.filter((party) => !leaving.includes(party)).map(idOf),
      leaving: leaving.map(idOf),
      isIndependent,
      jointShare:
        isIndependent && isCounted
          ? fraction(shares.reduce((product, share) => multiply(product, share.least), one))
          : null,
      ...together,
    };
  },
};

/** A share as `n/d`, `0` or `1`: never as a decimal, so that it reads as a count of rankings. */
function fraction({ n, d }: RankingShare['least']): string {
  return d === 1n ? String(n) : `${n}/${d}`;
}

function rankingCount(states: number, share: RankingShare): RankingCount {
  const isCounted = share.limit === undefined && states <= mostStatesCounted;
  const all = isCounted ? factorial(states) : 0n;
  return {
    least: fraction(share.least),
    most: fraction(share.most),
    count: isCounted ? formatRational(multiply(share.least, rational(all))) : null,
    of: isCounted ? String(all) : null,
    limit: share.limit ?? null,
  };
}

function conditionsOf(
  model: Model,
  concept: MakeStableOptions['concept'],
  party: number,
  state: number,
): PartyAnswer['conditions'] {
  const ways = waysOut(model, concept, party, state);
  if (!ways) return null;
  const length = ways.reduce((sum, { needs }) => sum + needs.flat().length, 0);
  return length > mostInConditions ? null : ways.map(({ to, needs }) => ({ to, above: needs }));
}

/** The wants at each place of the reading in force. */
function placesOf(reading: Reading | undefined): readonly (readonly Path[])[] {
  return (
    reading?.wants?.map((group) => group.map(({ path }) => path)) ??
    reading?.ranking?.map(({ path }) => [path]) ??
    []
  );
}

function orderCounts(model: Model, party: number, search: OrderSearch): OrderCounts {
  const places = placesOf(model.readings[party]);
  return {
    kind: search.kind,
    places,
    of: String(search.orders),
    holding: String(search.holding),
    leaving: String(search.leaving),
    undecided: String(search.undecided),
    nearest: search.nearest
      ? {
          swaps: search.nearest.swaps,
          orders: search.nearest.orders.slice(0, mostNearest),
          more: Math.max(0, search.nearest.orders.length - mostNearest),
          isFewest: search.nearest.isFewest,
          isAll: search.nearest.isAll,
        }
      : null,
    swapsSearched: search.swapsSearched,
    moves: search.moves,
    struck: search.struck.flatMap(({ place, member }) => {
      const path = places[place]?.[member];
      return path ? [path] : [];
    }),
    alwaysLeft: search.alwaysLeft,
  };
}

function limitsOf(
  theCase: Case,
  model: Model,
  party: number,
  search: OrderSearch | undefined,
): readonly string[] {
  const name = theCase.parties[party]?.name ?? '';
  if (!search) {
    return model.readings[party]
      ? [
          `${name} is read by points alone: orders of its wants are not offered, and neither are other points.`,
        ]
      : [];
  }
  const limits: string[] = [];
  if (search.undecided > 0n) {
    limits.push(
      `${name}: ${groupedDigits(search.undecided)} of the ${groupedDigits(search.orders)} orders were not worked out; they are left out of both counts.`,
    );
  }
  if (search.isShort) {
    limits.push(
      `${name}: the work allowed was used up before every near order was looked at; one that would do may have been missed.`,
    );
  }
  if (search.unstruck > 0) {
    limits.push(
      `${name}: for ${search.unstruck} of its wants it was not worked out whether leaving it out would do.`,
    );
  }
  return limits;
}

/** Levels at every state that the findings mention, by state number. */
function levelsMentioned(
  model: Model,
  options: MakeStableOptions,
  answers: readonly PartyAnswer[],
  others: readonly (number | null)[],
): Record<string, readonly number[]> {
  const states = new Set([options.state]);
  const { today } = model.space;
  if (today !== undefined && today !== -1) states.add(today);
  for (const other of others) if (other !== null) states.add(other);
  for (const { reason, conditions, orders } of answers) {
    for (const exit of reason.exits) {
      states.add(exit.to);
      for (const step of exit.reply) states.add(step.to);
    }
    for (const way of conditions ?? []) for (const one of way.above.flat()) states.add(one);
    for (const to of orders?.alwaysLeft ?? []) states.add(to);
  }
  return Object.fromEntries([...states].map((one) => [String(one), levelsOf(model.space, one)]));
}

/** Which of the states that fit what was asked hold for every party as things stand. */
function fittingThatHold(
  model: Model,
  { concept, fitting }: MakeStableOptions,
  stopped: () => boolean,
): MakeStableFindings['fitting'] {
  const deterrence = conceptOf(concept).deterrence(model);
  const tables = model.payoffs.map((_, party) =>
    stableStates(model, party, deterrence(party), stopped),
  );
  const holding = fitting.filter((one) => tables.every((stable) => stable?.[one] === 1));
  return {
    outcomes: fitting.length,
    holding: holding.length,
    nearest: nearestState(model.space, holding) ?? null,
  };
}

/**
 * The states that satisfy an expression, and the one of them nearest to today.
 *
 * @returns undefined when no feasible outcome satisfies it. Call after `makeStable.check`.
 */
export function fittingOutcomes(
  theCase: Case,
  options: CaseOptions,
  expression: Expression,
): { readonly nearest: number; readonly states: readonly number[] } | undefined {
  const space = buildSpace(theCase, settingsOf(theCase, options));
  const states = statesWhere(space, expression);
  const nearest = nearestState(space, states);
  return nearest === undefined ? undefined : { nearest, states };
}
