import type { PartyNoDeal } from '../analysis/bargaining/no-deal.js';
import { headlineConcept } from '../analysis/stability/mixture.js';
import type { Analysis } from '../core/analysis.js';
import type { Case, Reading, Setting } from '../core/case.js';
import { consentOfAll, partiesOfConsent } from '../core/consent.js';
import { consentWords } from '../core/consent-words.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { buildModel, type Model, mostPartiesForGroups } from '../core/model.js';
import type { Control, Report } from '../core/report.js';
import { expandedConsent, signersOf } from '../core/signing.js';
import { fixedLevels, outcomeCount, sharedLevels } from '../core/space.js';
import { assumptionsOf, readingsInForce } from './assumptions.js';
import { approximateCount, checkCaseOptions, readingSetOf, settingsOf } from './case-options.js';
import { checkConcept } from './concept-fits.js';
import { type DealSetting, dealSettingOf } from './deal-setting.js';
import type { DealsFindings, DealsOptions, DealVerdict } from './deals-findings.js';
import { emptyZones, warningsOf } from './empty-zones.js';
import { groupFindings, statesOfGroups } from './groups.js';
import { perParty } from './holds-tables.js';
import { type DealJudge, dealJudge } from './judge-deal.js';
import { listOffers } from './list-offers.js';
import { outcomeNames } from './named-sets.js';
import { noDealFinding, noDealWithoutStates, numberFinding } from './no-deal-findings.js';
import { proposalFindings } from './proposal-findings.js';
import { checkReplies, repliesAssumed } from './replies-option.js';
import { amountFindings, countOf, ordinalFindings } from './solution-findings.js';
import { countDeals, toldDeals } from './told-deals.js';
import { statesOfTracks, trackFindings } from './track-findings.js';

/** Most outcomes of a case without a today whose consent is counted: 2^20. */
const mostCounted = 2 ** 20;

/**
 * Question 2: what could be agreed, by whom, and without whom?
 *
 * No deal, and against it every outcome: whether all the consent that it uses would be given, whether
 * nobody would leave it, and both; the frontier and the solutions; proposals; groups; tracks. Without a
 * today there is nothing to leave, and no deal is each party's number. Above what can be listed only
 * amounts are compared. Whatever is left out is said in `limits`.
 */
export const deals: Analysis<DealsOptions, DealsFindings> = {
  name: 'deals',
  defaults: {
    readings: {},
    where: {},
    concept: 'firm',
    replies: 'alone',
    noDeal: 'ends',
    track: null,
    with: [],
    without: [],
    near: null,
    repair: null,
  },
  check: checkDeals,
  run: (theCase, options, control) => {
    const isListed =
      checkCaseOptions(theCase, options).length === 0 && isWorthListing(theCase, options);
    return isListed
      ? answerListed(theCase, options, control)
      : answerUnlisted(theCase, options, control);
  },
};

function checkDeals(theCase: Case, options: DealsOptions): readonly Diagnostic[] {
  const problems = checkConcept(theCase, options.concept);
  if (problems.length > 0) return problems;
  const sized = checkCaseOptions(theCase, options);
  // Too many outcomes to list are no obstacle here; every other flaw is.
  const flaws = sized.filter(({ code }) => code !== 'DET406');
  if (flaws.length > 0 || sized.length > 0) return flaws;
  return checkReplies(theCase, options);
}

/** With a today every outcome is judged; without one only where consent is quickly counted. */
function isWorthListing(theCase: Case, options: DealsOptions): boolean {
  return (
    theCase.today !== undefined ||
    outcomeCount(theCase, settingsOf(theCase, options)) <= mostCounted
  );
}

function answerListed(
  theCase: Case,
  options: DealsOptions,
  control: Control,
): Report<DealsOptions, DealsFindings> {
  const limits: string[] = [];
  const settings = settingsOf(theCase, options);
  const model = buildModel(theCase, readingSetOf(theCase, options), settings, control.kept);
  const setting = dealSettingOf(model, options, control);
  if (!setting) {
    limits.push('Nothing was computed: the work was stopped.');
    return envelope(theCase, options, model, limits, emptyFindings(theCase, options));
  }
  const { verdicts, ends, noDeals, table } = setting;
  const { today } = model.space;
  const hasToday = today !== undefined && today !== -1;
  if (!hasToday) {
    limits.push(
      'The case has no today: nobody can leave an outcome, so whether a deal would hold was not judged; no deal is what the file gives each party.',
    );
  }
  if (hasToday && theCase.parties.length > mostPartiesForGroups) {
    limits.push(
      `Offers were not looked for: the case has ${theCase.parties.length} parties, above ${mostPartiesForGroups}. A deal counts only where all the consent that it uses would be given.`,
    );
  }
  const offers = hasToday ? listOffers(model, verdicts, today, ends, limits) : [];
  const judge = dealJudge(setting, offers);
  const { counts, headline, acceptable } = countDeals(setting, judge);
  const told = toldDeals(setting, judge, headline, acceptable, limits);
  const lacking = table.filter((party) => model.utilities[party] === undefined);
  const amounts =
    lacking.length === 0 && table.length > 0
      ? amountFindings(theCase, model.readings, settings, setting, noDeals, table, control, limits)
      : undefined;
  const ordinal = lacking.length > 0 ? ordinalFindings(setting, lacking, control) : undefined;
  if (lacking.length > 0) {
    limits.push(
      `Solutions in points were not computed: ${namesOf(theCase, lacking)} ${lacking.length === 1 ? 'has' : 'have'} no points in this reading; orders are compared instead.`,
    );
  }
  const solutionsByNoDeal = (amounts?.solutionsByNoDeal ?? []).map((found) =>
    withUnwilling(found, setting, judge),
  );
  const findings: Omit<DealsFindings, 'levels'> = {
    concept: conceptOf(theCase, options),
    engine: amounts?.engine ?? 'listed',
    outcomes: model.states,
    parties: theCase.parties.map(({ id }) => id),
    today: today ?? null,
    names: outcomeNames(model),
    table: table.map((party) => theCase.parties[party]?.id as string),
    noDeal: noDeals.map((noDeal) => noDealFinding(model, noDeal)),
    counts,
    headline,
    deals: told.map(judge.judge),
    proposals: proposalFindings(setting, judge, options, limits),
    frontier: amounts?.frontier ?? ordinal?.frontier ?? null,
    solutions: solutionsByNoDeal[0] ? solutionsAlone(solutionsByNoDeal[0]) : null,
    solutionsByNoDeal,
    fallback: ordinal?.fallback ?? [],
    emptyZones: emptyZones(setting),
    warnings: warningsOf(setting, counts),
    groups: groupFindings(setting, options, control, limits) ?? null,
    tracks: trackFindings(setting, options, control, limits),
  };
  return envelope(theCase, options, model, limits, {
    ...findings,
    levels: Object.fromEntries(
      mentionedStates(findings).map((state) => [String(state), sharedLevels(model.space, state)]),
    ),
  });
}

/** The amounts alone, where outcomes are not looked at one by one. */
function answerUnlisted(
  theCase: Case,
  options: DealsOptions,
  control: Control,
): Report<DealsOptions, DealsFindings> {
  const limits: string[] = [];
  const settings = settingsOf(theCase, options);
  const chosen = readingSetOf(theCase, options);
  const readings = theCase.parties.map(
    (_, party): Reading | undefined => theCase.preferences[party]?.[chosen[party] ?? -1],
  );
  const table = tableOf(theCase, settings);
  const count = outcomeCount(theCase, settings);
  limits.push(
    `The case has ${approximateCount(count)} combinations of levels, too many to look at one by one: which deals would hold, who would consent to each, proposals, groups and tracks were not worked out.`,
  );
  const lacking = table.filter(
    (party) =>
      !readings[party]?.points &&
      !(readings[party]?.wants ?? []).flat().some(({ worth }) => worth !== undefined),
  );
  const noDeal = noDealWithoutStates(theCase, readings, options);
  if (lacking.length > 0) {
    limits.push(
      `Frontier and solutions were not computed: ${namesOf(theCase, lacking)} ${lacking.length === 1 ? 'has' : 'have'} no points, and orders can be compared only where outcomes are listed.`,
    );
  }
  const amounts =
    lacking.length === 0 && table.length > 0
      ? amountFindings(theCase, readings, settings, undefined, [noDeal], table, control, limits)
      : undefined;
  const first = amounts?.solutionsByNoDeal[0];
  return {
    analysis: 'deals',
    options: {
      ...options,
      readings: Object.fromEntries(
        theCase.parties.flatMap(({ id }, party) => {
          const reading = readings[party];
          return reading ? [[id, reading.id]] : [];
        }),
      ),
    },
    seed: null,
    assumptions: [],
    convergence: null,
    limits,
    ...emptyFindings(theCase, options),
    engine: amounts?.engine ?? 'factored',
    outcomes: countOf(amounts?.outcomes ?? count),
    table: table.map((party) => theCase.parties[party]?.id as string),
    noDeal: [
      {
        states: [],
        parties: perParty(
          theCase.parties.map(({ id }) => id),
          (party) => numberFinding(noDeal.parties[party] as PartyNoDeal, readings[party]),
        ),
      },
    ],
    frontier: amounts?.frontier ?? null,
    solutions: first ? solutionsAlone(first) : null,
    solutionsByNoDeal: amounts?.solutionsByNoDeal ?? [],
  };
}

/** The solutions, each with those who would have to sign the first outcome of it and would not. */
function withUnwilling(
  found: DealsFindings['solutionsByNoDeal'][number],
  { acceptances, model }: DealSetting,
  judge: DealJudge,
): DealsFindings['solutionsByNoDeal'][number] {
  const { consents } = acceptances[found.noDeal] as DealSetting['acceptances'][number];
  const told = <Solution extends { readonly states: readonly number[] }>(solution: Solution) => {
    const [state] = solution.states;
    const against = state === undefined ? undefined : judge.judge(state).against[found.noDeal];
    return {
      ...solution,
      unwilling: model.case.parties.flatMap(({ id }, party) =>
        state !== undefined && against?.signers.includes(id) && consents[party]?.[state] !== 1
          ? [id]
          : [],
      ),
    };
  };
  return {
    ...found,
    nash: told(found.nash),
    kalaiSmorodinsky: told(found.kalaiSmorodinsky),
    egalitarian: told(found.egalitarian),
    utilitarian: told(found.utilitarian),
    utilitarianRational: told(found.utilitarianRational),
  };
}

function solutionsAlone({
  nash,
  kalaiSmorodinsky,
  egalitarian,
  utilitarian,
  utilitarianRational,
}: DealsFindings['solutionsByNoDeal'][number]): DealsFindings['solutions'] {
  return { nash, kalaiSmorodinsky, egalitarian, utilitarian, utilitarianRational };
}

/** `A, B and C`, as they are called. */
function namesOf(theCase: Case, parties: readonly number[]): string {
  return consentWords(consentOfAll(parties), (party) => theCase.parties[party]?.called as string);
}

function envelope(
  theCase: Case,
  options: DealsOptions,
  model: Model,
  limits: readonly string[],
  findings: DealsFindings,
): Report<DealsOptions, DealsFindings> {
  return {
    analysis: 'deals',
    options: { ...options, readings: readingsInForce(model) },
    seed: null,
    assumptions: [...assumptionsOf(theCase, model, options), ...repliesAssumed(options.replies)],
    convergence: null,
    limits,
    ...findings,
  };
}

function conceptOf(theCase: Case, options: DealsOptions): DealsFindings['concept'] {
  const { name, definition, source } = headlineConcept(theCase, options.concept, options.replies);
  return { id: options.concept, name, definition, source };
}

function emptyFindings(theCase: Case, options: DealsOptions): DealsFindings {
  return {
    concept: conceptOf(theCase, options),
    engine: 'listed',
    outcomes: 0,
    parties: theCase.parties.map(({ id }) => id),
    levels: {},
    today: null,
    table: [],
    noDeal: [],
    counts: null,
    headline: [],
    deals: [],
    proposals: [],
    frontier: null,
    solutions: null,
    solutionsByNoDeal: [],
    fallback: [],
    emptyZones: [],
    warnings: [],
    groups: null,
    tracks: null,
  };
}

/** Parties that control an issue that varies or may sign it; in place of one with constituents, these. */
function tableOf(theCase: Case, settings: readonly Setting[]): readonly number[] {
  const fixed = fixedLevels(theCase, settings);
  const found = new Set<number>();
  for (const [at, issue] of theCase.issues.entries()) {
    if (fixed[at] !== -1) continue;
    const { control } = issue;
    if (control.kind === 'agree') {
      for (const party of partiesOfConsent(signersOf(theCase, issue))) found.add(party);
    }
    const owners =
      control.kind === 'by'
        ? control.parties
        : control.kind === 'moves'
          ? control.moves.flatMap(({ parties }) => parties)
          : [];
    const own = expandedConsent(theCase, consentOfAll(owners));
    for (const party of partiesOfConsent(own)) found.add(party);
  }
  return [...found].sort((a, b) => a - b);
}

function mentionedStates(findings: Omit<DealsFindings, 'levels'>): readonly number[] {
  const states = new Set<number>();
  const add = (...some: readonly (number | null)[]) => {
    for (const state of some) if (state !== null && state !== -1) states.add(state);
  };
  const addVerdict = ({ state, breakers, reasons }: DealVerdict) => {
    add(state, ...breakers.map(({ to }) => to));
    for (const { exits } of reasons) {
      for (const { to, reply } of exits) add(to, ...reply.map((step) => step.to));
    }
  };
  add(findings.today, ...(findings.names ?? []).map(({ nearest }) => nearest));
  add(...(findings.frontier?.states ?? []));
  for (const { states: own } of findings.noDeal) add(...own);
  findings.deals.forEach(addVerdict);
  for (const { verdict, dominatedBy, repairs, near } of findings.proposals) {
    if (verdict) addVerdict(verdict);
    add(dominatedBy.nearest);
    for (const { state } of [...(repairs?.acceptable ?? []), ...(repairs?.both ?? [])]) add(state);
    for (const { state } of near ?? []) add(state);
  }
  for (const {
    nash,
    kalaiSmorodinsky,
    egalitarian,
    utilitarian,
    utilitarianRational,
  } of findings.solutionsByNoDeal) {
    for (const { states: own } of [
      nash,
      kalaiSmorodinsky,
      egalitarian,
      utilitarian,
      utilitarianRational,
    ]) {
      add(...own);
    }
  }
  for (const { states: own } of findings.fallback) add(...own);
  for (const { fewest } of findings.emptyZones) add(...fewest.map(({ state }) => state));
  if (findings.groups) add(...statesOfGroups(findings.groups));
  if (findings.tracks) add(...statesOfTracks(findings.tracks));
  return [...states].sort((a, b) => a - b);
}
