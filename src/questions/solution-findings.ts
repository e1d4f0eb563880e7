import { bargainingOf, type ChosenBargaining } from '../analysis/bargaining/bargaining.js';
import { isWithinReach } from '../analysis/bargaining/consent-used.js';
import { fallbackBargaining } from '../analysis/bargaining/fallback-bargaining.js';
import { listedBargaining } from '../analysis/bargaining/listed.js';
import { isNoWorse, type NoDeal, standingAt } from '../analysis/bargaining/no-deal.js';
import { paretoFrontier } from '../analysis/bargaining/pareto.js';
import type { Bargaining, Frontier, Problem, Solution } from '../analysis/bargaining/problem.js';
import { type CaseProblem, problemOfCase } from '../analysis/bargaining/problem-of-case.js';
import type { Case, Reading, Setting } from '../core/case.js';
import { consentOfAll } from '../core/consent.js';
import { consentWords } from '../core/consent-words.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { type Model, payoffAt } from '../core/model.js';
import { compare, type Rational, rational } from '../core/rational.js';
import type { Control } from '../core/report.js';
import { levelsOf, stateWith } from '../core/space.js';
import { type Utilities, utilityAt } from '../core/utility.js';
import { amountOf } from './amount.js';
import type { DealSetting } from './deal-setting.js';
import type {
  FallbackFinding,
  FrontierFinding,
  SolutionFinding,
  SolutionsFinding,
} from './deals-findings.js';

/** Most points of the frontier that are listed. */
export const mostPointsTold = 20_000;

/** What the amounts of the parties at the table say. */
export type AmountFindings = {
  readonly engine: 'listed' | 'factored';
  /** How many outcomes are feasible; undefined where they were not counted. */
  readonly outcomes: bigint | undefined;
  readonly frontier: FrontierFinding | null;
  readonly solutionsByNoDeal: readonly SolutionsFinding[];
};

/** What is known where states are listed. */
type Listed = Pick<DealSetting, 'model' | 'within'>;

/** Levels of every issue of the case, wherever the outcome stands. */
type ByLevels = Bargaining<readonly number[]> & Pick<ChosenBargaining, 'engine'>;

/** What each party at the table has without a deal, in points; undefined where it is not known. */
type Disagreement = {
  readonly noDeal: number;
  readonly range: SolutionsFinding['range'];
  readonly amounts: readonly (Rational | undefined)[];
};

/**
 * Frontier and solutions in points.
 *
 * The frontier is that of all feasible outcomes. Solutions are over those that cross no red line of a
 * party at the table. Against a circle they are given twice: as if every party had the best of it, and
 * as if every party had the worst.
 *
 * Both are over the outcomes within reach (`levelsWithinReach`) where states are listed.
 *
 * @param listed - undefined where the states are too many to list.
 * @param table - parties that take part, all with points.
 */
export function amountFindings(
  theCase: Case,
  readings: readonly (Reading | undefined)[],
  settings: readonly Setting[],
  listed: Listed | undefined,
  noDeals: readonly NoDeal[],
  table: readonly number[],
  control: Control,
  limits: string[],
): AmountFindings | undefined {
  const model = listed?.model;
  const all = bargainingOver(theCase, readings, settings, listed, table, [], control, limits);
  if (!all) return undefined;
  const hasLines = table.some((party) => (readings[party]?.redLines ?? []).length > 0);
  const open = hasLines
    ? bargainingOver(theCase, readings, settings, listed, table, table, control, limits)
    : all;
  // Solutions that pass over a red line which cannot be tabulated would be others.
  const ids = theCase.parties.map(({ id }) => id);
  const parties = table.map((party) => ids[party] as string);
  const disagreements = noDeals.flatMap((noDeal, at) => disagreementsOf(model, noDeal, at, table));
  const known = disagreements.flatMap(({ amounts, ...rest }) =>
    amounts.every((amount) => amount !== undefined)
      ? [{ ...rest, amounts: amounts as Rational[] }]
      : [],
  );
  if (known.length < disagreements.length) {
    const unknown = table.filter((_, place) => disagreements.some((one) => !one.amounts[place]));
    limits.push(
      `Solutions against no deal were not computed: the file does not say what ${consentWords(consentOfAll(unknown), (party) => theCase.parties[party]?.called as string)} would have without one (no_deal: a number, or today).`,
    );
  }
  const stateAt = (levels: readonly number[]) => (model ? stateWith(model.space, levels) : -1);
  const [first] = known;
  const whole = all.frontier();
  const frontier = whole ?? (first && all.frontier(first.amounts));
  if (!whole) {
    limits.push(
      frontier
        ? 'The frontier of all outcomes has too many points to be listed; that of the individually rational ones is.'
        : 'The frontier was not listed: it has too many points, or the work was stopped. Solutions are searched for one by one.',
    );
  }
  return {
    engine: all.engine,
    outcomes: all.size,
    frontier: frontier
      ? {
          ...frontierFinding(frontier, parties, all.denominators, first?.amounts, stateAt, limits),
          isRationalOnly: !whole,
        }
      : null,
    solutionsByNoDeal: (open ? known : []).map(({ noDeal, range, amounts }) => {
      const solved = (open as ByLevels).solutions(amounts);
      const told = (solution: Solution<readonly number[]>, name: string) =>
        solutionFinding(theCase, solution, all.denominators, stateAt, name, limits);
      return {
        noDeal,
        range,
        disagreement: amounts.map(amountOf),
        nash: told(solved.nash, 'Nash'),
        kalaiSmorodinsky: {
          ...told(solved.kalaiSmorodinsky, 'Kalai–Smorodinsky'),
          leftOut: solved.kalaiSmorodinsky.leftOut.map((place) => parties[place] as string),
        },
        egalitarian: told(solved.egalitarian, 'egalitarian'),
        utilitarian: told(solved.utilitarian, 'utilitarian'),
        utilitarianRational: told(solved.utilitarianRational, 'utilitarian rational'),
      };
    }),
  };
}

/** Bargaining over the outcomes of a case that cross no red line of the given parties. */
function bargainingOver(
  theCase: Case,
  readings: readonly (Reading | undefined)[],
  settings: readonly Setting[],
  listed: Listed | undefined,
  table: readonly number[],
  withRedLines: readonly number[],
  control: Control,
  limits: string[],
): ByLevels | undefined {
  const found = problemOfCase(theCase, readings, settings, withRedLines);
  if ('problem' in found) return inLevels(found, table, listed?.within, control);
  if (listed) {
    const { model, within } = listed;
    const keep = Uint8Array.from({ length: model.states }, (_, state) =>
      withRedLines.some((party) => model.hasRedLineCrossed(party, state)) ||
      !isWithinReach(model, within, state)
        ? 0
        : 1,
    );
    const bargaining = listedBargaining(
      table.map((party) => model.utilities[party] as Utilities),
      { keep, control, mostPoints: mostPointsTold },
    );
    return { ...relocated(bargaining, (state) => levelsOf(model.space, state)), engine: 'listed' };
  }
  // Without red lines the frontier has been worked out already.
  const what = withRedLines.length > 0 ? 'Solutions' : 'Frontier and solutions';
  limits.push(
    found.kind === 'coalesced'
      ? 'Frontier and solutions were not computed: the case makes several outcomes one, and there are too many to list.'
      : `${what} were not computed: “${found.text}” mentions so many issues (${groupedDigits(found.combinations)} combinations) that it cannot be tabulated, and there are too many outcomes to list.`,
  );
  return undefined;
}

function inLevels(
  { problem, issues, fixed }: CaseProblem,
  table: readonly number[],
  within: readonly Uint8Array[] | undefined,
  control: Control,
): ByLevels {
  const own: Problem = {
    ...problem,
    restrictions: [
      ...problem.restrictions,
      ...issues.flatMap((issue, at) => {
        const allowed = within?.[issue];
        return allowed?.includes(0) ? [{ scope: [at], allowed }] : [];
      }),
    ],
    parties: table.map((party) => problem.parties[party] as Problem['parties'][number]),
  };
  const chosen = bargainingOf(own, control);
  const levelsAt = (choices: readonly number[]) => {
    const levels = [...fixed];
    for (const [at, issue] of issues.entries()) levels[issue] = choices[at] as number;
    return levels;
  };
  return { ...relocated(chosen, levelsAt), engine: chosen.engine };
}

/** The same bargaining with its outcomes named otherwise. */
function relocated<From, To>(
  bargaining: Bargaining<From>,
  at: (where: From) => To,
): Bargaining<To> {
  const pointsAt = (points: Frontier<From>['points']) =>
    points.map((point) => ({ ...point, outcomes: point.outcomes.map(at) }));
  const solutionAt = <Kind extends Solution<From>>(solution: Kind) => ({
    ...solution,
    points: pointsAt(solution.points),
  });
  return {
    denominators: bargaining.denominators,
    size: bargaining.size,
    frontier: (atLeast) => {
      const found = bargaining.frontier(atLeast);
      return found && { ...found, points: pointsAt(found.points) };
    },
    solutions: (disagreement) => {
      const found = bargaining.solutions(disagreement);
      return {
        nash: solutionAt(found.nash),
        kalaiSmorodinsky: solutionAt(found.kalaiSmorodinsky),
        egalitarian: solutionAt(found.egalitarian),
        utilitarian: solutionAt(found.utilitarian),
        utilitarianRational: solutionAt(found.utilitarianRational),
      };
    },
  };
}

/** No deal in points: once, or for a circle against its best and against its worst for every party. */
function disagreementsOf(
  model: Model | undefined,
  { end, parties }: NoDeal,
  noDeal: number,
  table: readonly number[],
): readonly Disagreement[] {
  const amounts = (extreme: 'best' | 'worst') =>
    table.map((party): Rational | undefined => {
      const own = parties[party];
      if (own?.kind === 'number') return own.value;
      const utilities = model?.utilities[party];
      if (!own || own.kind === 'unknown' || !utilities) return undefined;
      const sorted = own.states.map((state) => utilityAt(utilities, state)).sort(compare);
      return extreme === 'best' ? sorted.at(-1) : sorted[0];
    });
  return end.length > 1
    ? [
        { noDeal, range: 'sure', amounts: amounts('best') },
        { noDeal, range: 'possible', amounts: amounts('worst') },
      ]
    : [{ noDeal, range: 'whole', amounts: amounts('best') }];
}

function frontierFinding(
  { points, outcomes }: Frontier<readonly number[]>,
  parties: readonly string[],
  denominators: readonly bigint[],
  disagreement: readonly Rational[] | undefined,
  stateAt: (levels: readonly number[]) => number,
  limits: string[],
): FrontierFinding {
  const amounts = points.map((point) =>
    point.amounts.map((n, place) => rational(n, denominators[place])),
  );
  const told = Math.min(points.length, mostPointsTold);
  if (told < points.length) {
    limits.push(
      `The frontier has ${groupedDigits(points.length)} points; the first ${groupedDigits(told)} are listed.`,
    );
  }
  const states = points
    .slice(0, told)
    .map(({ outcomes: [levels] }) => (levels ? stateAt(levels) : -1));
  return {
    parties,
    points: amounts.slice(0, told).map((row) => row.map(amountOf)),
    count: points.length,
    outcomes: countOf(outcomes),
    individuallyRational: disagreement
      ? amounts.filter((row) =>
          row.every((amount, place) => compare(amount, disagreement[place] as Rational) >= 0),
        ).length
      : points.length,
    isOrdinal: false,
    isRationalOnly: false,
    isWhole: told === points.length,
    states: states.includes(-1) ? [] : states,
  };
}

function solutionFinding(
  theCase: Case,
  { points, count, value, isExact, bound, none }: Solution<readonly number[]>,
  denominators: readonly bigint[],
  stateAt: (levels: readonly number[]) => number,
  name: string,
  limits: string[],
): SolutionFinding {
  if (!isExact) {
    limits.push(
      `The ${name} solution was not found for certain within the work allowed: the best found is told, with a bound on what there may be.`,
    );
  }
  const outcomes = points.flatMap((point) => point.outcomes);
  const states = outcomes.map(stateAt);
  return {
    utilities: points.map((point) =>
      point.amounts.map((n, place) => amountOf(rational(n, denominators[place]))),
    ),
    count: countOf(count),
    outcomes: outcomes.map((levels) =>
      Object.fromEntries(
        theCase.issues.map((issue, at) => [
          issue.id,
          issue.levels[levels[at] as number]?.id as string,
        ]),
      ),
    ),
    states: states.includes(-1) ? [] : states,
    value: value ? amountOf(value) : null,
    isExact,
    bound: bound ? amountOf(bound) : null,
    unwilling: [],
    none: none ?? null,
  };
}

/** A count as a JSON number where it is exact, else its digits. */
export function countOf(count: bigint): number | string {
  return count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count.toString();
}

/** The frontier and fallback bargaining in the parties' orders, where some have no points. */
export function ordinalFindings(
  setting: DealSetting,
  lacking: readonly number[],
  control: Control,
): { readonly frontier: FrontierFinding | null; readonly fallback: readonly FallbackFinding[] } {
  const { model, noDeals, table, within } = setting;
  const ids = model.case.parties.map(({ id }) => id);
  const scales = table.map((party) => model.payoffs[party] as Int32Array);
  const everywhere = Int32Array.from({ length: model.states }, (_, state) => state).filter(
    (state) => isWithinReach(model, within, state),
  );
  const places = scales.length === 0 ? undefined : paretoFrontier(scales, everywhere, control);
  const above = noDeals.map((noDeal) => aboveForAll(setting, noDeal));
  return {
    frontier: places ? ordinalFrontier(model, table, places, noDeals[0]) : null,
    fallback: above.map((isCandidate, noDeal) => {
      const { places: best, depth } = fallbackBargaining(scales, isCandidate);
      return {
        noDeal,
        lacking: lacking.map((party) => ids[party] as string),
        states: [...best.slice(0, 100)],
        count: best.length,
        depth: depth ?? null,
      };
    }),
  };
}

/** 1 where every party at the table is above no deal and none of their red lines is crossed. */
function aboveForAll({ model, table, within }: DealSetting, noDeal: NoDeal): Uint8Array {
  return Uint8Array.from({ length: model.states }, (_, state) =>
    table.every(
      (party) =>
        standingAt(model, noDeal, party, state) === 'above' &&
        !model.hasRedLineCrossed(party, state),
    ) && isWithinReach(model, within, state)
      ? 1
      : 0,
  );
}

function ordinalFrontier(
  model: Model,
  table: readonly number[],
  places: Int32Array,
  noDeal: NoDeal | undefined,
): FrontierFinding {
  const rows = new Map<string, { readonly row: readonly number[]; readonly state: number }>();
  for (const state of places) {
    const row = table.map((party) => payoffAt(model, party, state));
    const key = row.join();
    if (!rows.has(key)) rows.set(key, { row, state });
  }
  const points = [...rows.values()].sort((a, b) => {
    const at = a.row.findIndex((rank, place) => rank !== b.row[place]);
    return at === -1 ? 0 : (b.row[at] as number) - (a.row[at] as number);
  });
  return {
    parties: table.map((party) => model.case.parties[party]?.id as string),
    points: points.slice(0, mostPointsTold).map(({ row }) => row),
    count: points.length,
    outcomes: places.length,
    individuallyRational: points.filter(
      ({ state }) => noDeal && table.every((party) => isNoWorse(model, noDeal, party, state)),
    ).length,
    isOrdinal: true,
    isRationalOnly: false,
    isWhole: points.length <= mostPointsTold,
    states: points.slice(0, mostPointsTold).map(({ state }) => state),
  };
}
