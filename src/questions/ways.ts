import type { Offer } from '../analysis/stability/offers.js';
import { shortestSteps } from '../analysis/stability/steps.js';
import type { Verdicts } from '../analysis/stability/verdicts.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { type Model, mostPartiesForGroups } from '../core/model.js';
import type { Control } from '../core/report.js';
import { evolutionTables, mostEvolutionStates } from './evolution-tables.js';
import type {
  HoldsFindings,
  HoldsOptions,
  NamedVerdict,
  OutcomeVerdict,
} from './holds-findings.js';
import { nearestTo, notOnOffer } from './not-on-offer.js';
import { chainStates, mostPassing, passingOutcomes } from './passing-outcomes.js';

/** Most outcomes for which it is worked out why they are not on offer, and most places to sign. */
const mostReasoned = 50;
const mostStarts = 8;

/** What is already known when the ways are asked for. */
type Known = {
  readonly model: Model;
  /** What the first concept says; undefined where the work was stopped. */
  readonly found: Verdicts | undefined;
  readonly start: number | undefined;
  readonly ends: readonly (readonly number[])[];
  readonly offers: readonly Offer[];
  readonly verdicts: readonly OutcomeVerdict[];
  readonly named: readonly NamedVerdict[];
};

type Ways = Pick<HoldsFindings, 'pathsToOffers' | 'notOnOffer' | 'evolution' | 'passing'>;

/** The state that an answer starts from. @throws RangeError when the option names none. */
export function startOf(model: Model, options: HoldsOptions): number | undefined {
  const { from } = options;
  if (from === null) return model.space.today;
  if (!Number.isInteger(from) || from < 0 || from >= model.states) {
    throw new RangeError(`holds: options.from is ${from}; the case has ${model.states} states`);
  }
  return from;
}

/**
 * The ways to outcomes and past them: steps after signing, why outcomes are not on offer, and on
 * request what can develop and what is passing. What is cut is added to `limits`.
 */
export function waysFrom(
  known: Known,
  options: HoldsOptions,
  control: Control,
  limits: string[],
): Ways {
  const { model, found, start, offers } = known;
  if (start === undefined || !found) {
    return { pathsToOffers: [], notOnOffer: [], evolution: null, passing: null };
  }
  const pathsToOffers = offers.map(({ sign, state }) =>
    shortestSteps(found.steps, sign, [state]).map(({ party, to }) => ({
      party: model.case.parties[party]?.id as string,
      to,
    })),
  );
  return {
    pathsToOffers,
    notOnOffer:
      model.parties > mostPartiesForGroups ? [] : whyNotOnOffer(known, found, start, limits),
    evolution:
      options.evolution === null
        ? null
        : developing(known, start, options.evolution, control, limits),
    passing: options.passing ? passingFrom(known, found, start, control, limits) : null,
  };
}

/** For the outcomes that would hold, nearest first, and then for the proposals. */
function whyNotOnOffer(
  { model, ends, verdicts, named }: Known,
  found: Verdicts,
  start: number,
  limits: string[],
): HoldsFindings['notOnOffer'] {
  const starts = [...new Set([start, ...ends.flat()])];
  const holding = verdicts
    .filter(({ offers, end }) => offers.length === 0 && end === null)
    .map(({ state }) => state);
  const told = nearestTo(model, start, holding, mostReasoned);
  if (told.length < holding.length) {
    limits.push(
      `Why an outcome is not on offer was worked out for the ${told.length} nearest of the ${groupedDigits(holding.length)} that would hold.`,
    );
  }
  const proposals = named.flatMap(({ kind, nearest }) =>
    kind === 'proposal' && nearest && nearest.offers.length === 0 && nearest.end === null
      ? [nearest.state]
      : [],
  );
  if (starts.length > mostStarts) {
    limits.push(
      `Why an outcome is not on offer was worked out from ${mostStarts} of the ${groupedDigits(starts.length)} outcomes where a deal could be signed.`,
    );
  }
  return notOnOffer(
    model,
    found.byParty,
    (state) => endsFrom(found, state),
    [...new Set([...told, ...proposals])],
    starts.slice(0, mostStarts),
  );
}

/** Where steps lead from a state: known at once where they can only end in one outcome. */
function endsFrom({ rests, from }: Verdicts, state: number): readonly (readonly number[])[] {
  const only = rests().only[state];
  return only === undefined || only === -1 ? from(state).ends : [[only]];
}

function developing(
  { model }: Known,
  start: number,
  mostMoves: number,
  control: Control,
  limits: string[],
): HoldsFindings['evolution'] {
  const tables = evolutionTables(model, start, mostMoves, control);
  for (const [table, by] of [
    [tables.improvements, 'improvements'],
    [tables.moves, 'any moves'],
  ] as const) {
    if (table.isComplete) continue;
    const followed = table.depths.length - 1;
    limits.push(
      `What can develop by ${by} is listed for ${followed} ${followed === 1 ? 'move' : 'moves'} in a row; longer sequences lead to more${
        followed < mostMoves
          ? ` than the ${groupedDigits(mostEvolutionStates)} outcomes that are listed`
          : ''
      }.`,
    );
  }
  return tables;
}

function passingFrom(
  { model, ends, offers }: Known,
  found: Verdicts,
  start: number,
  control: Control,
  limits: string[],
): HoldsFindings['passing'] {
  const known = new Set([start, ...ends.flat(), ...offers.map(({ state }) => state)]);
  const { passing, isComplete } = passingOutcomes(
    model,
    start,
    ends,
    known,
    (state) => found.isEquilibrium[state] === 1,
    control,
  );
  if (!isComplete) {
    limits.push(
      `Passing outcomes were cut: chains were followed on from ${groupedDigits(chainStates(model))} outcomes at most, and at most ${groupedDigits(mostPassing)} are listed.`,
    );
  }
  return passing;
}
