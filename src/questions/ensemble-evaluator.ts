import { applierOf } from '../analysis/uncertainty/apply-set.js';
import type { AssumptionSet, Doubt } from '../analysis/uncertainty/doubt.js';
import { doubtsOf, type PinnedReadings } from '../analysis/uncertainty/doubts-of.js';
import { bytesOf, packRow } from '../analysis/uncertainty/rows.js';
import type { Case, Reading, Setting } from '../core/case.js';
import { buildModel, type Model } from '../core/model.js';
import { type SharedTables, sharedTables } from '../core/shared-tables.js';
import { buildSpace } from '../core/space.js';
import { readingSetOf, settingsOf } from './case-options.js';
import { choiceLimits, choiceSection } from './ensemble-choices.js';
import {
  askableLimits,
  askableOf,
  headlineSection,
  type Section,
  scenarioLimits,
  scenarioSection,
  wholeSection,
} from './ensemble-columns.js';
import type { Column, EnsembleOptions } from './ensemble-findings.js';
import { foundIn } from './ensemble-found.js';

/** Answers yes-or-no questions about a case under one assumption set after another. */
export type Evaluator = {
  readonly doubts: readonly Doubt[];
  /** What the columns of a row from `firstColumn` on say. */
  readonly columns: readonly Column[];
  readonly bytesPerRow: number;
  /** What is not asked, and why. */
  readonly limits: readonly string[];
  /** One row of `Rows`, with `firstColumn + columns.length` columns; not to be changed. */
  readonly evaluate: (set: AssumptionSet) => Uint8Array;
};

/** The column of a row that says whether the set is among those asked about (`Rows`). */
export const givenColumn = 1;

/** The first column of a row that answers a question (`Rows`). */
export const firstColumn = 2;

/** Most rows that are kept for sets that come to the same: some 10 MB. */
const mostRows = 2 ** 16;

/**
 * Makes an evaluator.
 *
 * A row says the same as `holds` and `deals` would of the case under the set, with the same options.
 * A set is possible iff some outcome is and today is. Sets under which every party has the same order,
 * red lines and no deal, with the same rules and today, have one row.
 *
 * @param shared - where tables are kept from set to set.
 * @throws RangeError above 2^24 outcomes: ask `checkCaseOptions` first.
 *
 * Time of the verdicts of one concept, two floods for offers, and O(outcomes) a row; less for sets that
 * come to the same as one before.
 */
export function evaluatorOf(
  theCase: Case,
  options: EnsembleOptions,
  shared: SharedTables = sharedTables(),
): Evaluator {
  const settings = settingsOf(theCase, options);
  const isFixed = (issue: number) => settings.some((setting) => setting.issue === issue);
  const chosen = readingSetOf(theCase, options);
  const pinned: PinnedReadings = theCase.parties.map(({ id }, party) =>
    Object.hasOwn(options.readings, id) ? chosen[party] : undefined,
  );
  // Where an issue is fixed, today stands there whatever the file leaves open.
  const doubts = doubtsOf(theCase, { vary: options.vary, pinned }).filter(
    ({ about }) => about.kind !== 'today' || !about.settings.some(({ issue }) => isFixed(issue)),
  );
  const apply = applierOf(theCase, doubts, pinned);
  const { hasToday } = askableOf(theCase);
  const sections: readonly Section[] = [
    headlineSection(theCase, options),
    scenarioSection(theCase),
    wholeSection(theCase),
    ...(options.choices && hasToday ? [choiceSection(theCase, doubts, settings, options)] : []),
  ];
  const columns = sections.flatMap((section) => section.columns);
  const { given } = options;

  const rows = new Map<string, Uint8Array>();
  const keyOf = keysOf();
  const evaluate = (set: AssumptionSet): Uint8Array => {
    const { case: applied, readings } = apply(set);
    const model = buildModel(applied, readings, settings, undefined, shared);
    const key = keyOf(model);
    const known = rows.get(key);
    if (known) return known;
    const row = rowOf(model);
    if (rows.size >= mostRows) rows.clear();
    rows.set(key, row);
    return row;
  };
  const rowOf = (model: Model): Uint8Array => {
    const none = columns.map(() => false);
    if (model.states === 0 || model.space.today === -1) return packRow([false, false, ...none]);
    const found = foundIn(model, options);
    if (given) {
      const table = found.covers(given.when);
      const isGiven = found.places().every((state) => table[state] === 1);
      if (!isGiven) return packRow([true, false, ...none]);
    }
    return packRow([true, true, ...sections.flatMap(({ answer }) => answer(found))]);
  };
  return {
    doubts,
    columns,
    bytesPerRow: bytesOf(firstColumn + columns.length),
    limits: [
      ...askableLimits(theCase),
      ...(hasToday ? scenarioLimits(theCase, widestSpace(theCase, settings)) : []),
      ...(options.choices && hasToday ? choiceLimits(doubts) : []),
      ...(options.choices && !hasToday
        ? ['What each party could do was not asked: the case has no today to act from.']
        : []),
      ...(given && !hasToday
        ? [
            'No set was left out by what is given: the case has no today from which things go anywhere.',
          ]
        : []),
    ],
    evaluate,
  };
}

/** All outcomes that are possible in some set: rules in doubt lifted. */
function widestSpace(theCase: Case, settings: readonly Setting[]) {
  const rules = theCase.rules.filter(({ isInDoubt }) => !isInDoubt);
  return buildSpace({ ...theCase, rules }, settings);
}

/** Names all of a model that its row depends on: models with one name have one row. */
function keysOf(): (model: Model) => string {
  const numbers = new WeakMap<object, number>();
  let next = 0;
  const numberOf = (one: object): number => {
    const known = numbers.get(one) ?? next;
    if (known === next) {
      next += 1;
      numbers.set(one, known);
    }
    return known;
  };
  const noDealOf = (reading: Reading, hasToday: boolean): string => {
    const value = reading.noDeal?.value;
    if (value === undefined || typeof value === 'string') return value ?? 'ends';
    // An amount decides only where a party is ordered by its points, or there are no ends.
    const hasOrder = reading.wants !== undefined || reading.ranking !== undefined;
    return hasOrder && hasToday ? 'ends' : `${numberOf(reading)}`;
  };
  return ({ case: theCase, readings, payoffs, space }) => {
    const parties = readings.map((reading, party) =>
      [
        numberOf(payoffs[party] as Int32Array),
        reading
          ? `${numberOf(reading.redLines)} ${noDealOf(reading, theCase.today !== undefined)}`
          : '',
      ].join(' '),
    );
    // What a party takes others to want is looked up among all their readings.
    const seen = readings.some((reading) => reading && reading.sees.length > 0)
      ? [...readings, ...theCase.preferences.flat()].map((one) => (one ? numberOf(one) : -1))
      : [];
    return [parties, theCase.rules.map(numberOf), theCase.today, space.fixed, seen].join(';');
  };
}
