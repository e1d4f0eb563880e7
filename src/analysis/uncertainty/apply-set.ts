import type { Case, NumberRange, Points, Reading, Want } from '../../core/case.js';
import type { ReadingSet } from '../../core/model.js';
import { add, multiply, type Rational, rational, subtract } from '../../core/rational.js';
import { conditionsOf, isMet, stepsOfRange } from './assumption-set.js';
import type { AssumptionSet, Doubt } from './doubt.js';
import type { PinnedReadings } from './doubts-of.js';

/** A case as it is under an assumption set, and the readings in force in it. */
export type AppliedSet = { readonly case: Case; readonly readings: ReadingSet };

/**
 * The case under one assumption set.
 *
 * Each party is read as the set says; where that is not in doubt, as it is pinned, else by its first
 * reading. Under that reading the wants struck are gone, neighbours stand in the order taken (put in
 * order first, then struck), and a number stands at step k − 1 of the thousand steps of its range,
 * low + (high − low)(k − 1) / 1000. Rules lifted are gone. Issues stand today where the set has them.
 * All wants struck leave an empty list: the party is then indifferent.
 *
 * Whatever the set leaves alone keeps its identity: readings, lists of readings, rules, today and, for
 * a set that only takes readings, the case itself. Readings keep their places. A changed reading has
 * no ranges, whose places might not be the same.
 *
 * @param pinned - as the doubts were made with (`doubtsOf`).
 * @throws RangeError where a set has another length than the doubts, or takes a case that is not there.
 */
export function applySet(
  theCase: Case,
  doubts: readonly Doubt[],
  set: AssumptionSet,
  pinned: PinnedReadings = [],
): AppliedSet {
  return applierOf(theCase, doubts, pinned)(set);
}

/**
 * As `applySet`, for many sets: what a reading becomes is kept, so that sets that change a reading
 * alike share one object for it (unless a number of it is in a range: then hardly any two are alike).
 */
export function applierOf(
  theCase: Case,
  doubts: readonly Doubt[],
  pinned: PinnedReadings = [],
): (set: AssumptionSet) => AppliedSet {
  const conditions = conditionsOf(doubts);
  const parties = theCase.preferences.map((readings, party) => ({
    readingAt: doubts.findIndex(({ about }) => about.kind === 'reading' && about.party === party),
    otherwise: pinned[party] ?? (readings.length > 0 ? 0 : -1),
    under: readings.map((_, reading) => {
      const places = [...doubts.keys()].filter((at) => {
        const about = doubts[at]?.about;
        return (
          (about?.kind === 'want' || about?.kind === 'order' || about?.kind === 'number') &&
          about.party === party &&
          about.reading === reading
        );
      });
      const isKept = places.every((at) => doubts[at]?.about.kind !== 'number');
      return { places, kept: isKept ? new Map<string, Reading>() : undefined };
    }),
  }));

  const readingOf = (party: number, reading: number, set: AssumptionSet): Reading => {
    const original = theCase.preferences[party]?.[reading] as Reading;
    const { places = [], kept } = parties[party]?.under[reading] ?? {};
    if (places.every((at) => set[at] === 0)) return original;
    const key = places.map((at) => set[at]).join();
    const known = kept?.get(key);
    if (known) return known;
    const changed = changedReading(
      original,
      places.map((at) => [doubts[at] as Doubt, set[at] as number]),
    );
    kept?.set(key, changed);
    return changed;
  };

  return (set) => {
    checkSet(doubts, set);
    const chosen = (at: number) => (isMet(conditions[at], set) ? (set[at] as number) : 0);
    const readings = parties.map(({ readingAt, otherwise }) =>
      readingAt < 0 ? otherwise : (set[readingAt] as number),
    );
    const inForce = readings.map((reading, party) =>
      reading < 0 ? undefined : readingOf(party, reading, set),
    );
    const preferences = keepIfSame(
      theCase.preferences,
      theCase.preferences.map((own, party) => {
        const at = readings[party] as number;
        const changed = inForce[party];
        return changed === undefined || changed === own[at] ? own : own.with(at, changed);
      }),
    );
    const lifted = new Set<number>();
    const moved = new Map<number, number>();
    doubts.forEach(({ about }, at) => {
      if (about.kind === 'rule' && chosen(at) === 1) lifted.add(about.rule);
      const setting = about.kind === 'today' && chosen(at) > 0 && about.settings[chosen(at)];
      if (setting) moved.set(setting.issue, setting.level);
    });
    if (preferences === theCase.preferences && lifted.size === 0 && moved.size === 0) {
      return { case: theCase, readings };
    }
    const applied: Case = {
      ...theCase,
      preferences,
      rules:
        lifted.size === 0 ? theCase.rules : theCase.rules.filter((_, rule) => !lifted.has(rule)),
      today:
        moved.size === 0
          ? theCase.today
          : theCase.today?.map((level, issue) => moved.get(issue) ?? level),
      // The first of its levels is the one in today: no longer so for an issue that was moved.
      openToday:
        moved.size === 0
          ? theCase.openToday
          : theCase.openToday.filter(({ issue }) => !moved.has(issue)),
    };
    return { case: applied, readings };
  };
}

function checkSet(doubts: readonly Doubt[], set: AssumptionSet): void {
  if (set.length !== doubts.length) {
    throw new RangeError(`applySet: a set of ${set.length} for ${doubts.length} doubts`);
  }
  doubts.forEach(({ id, about, cases }, at) => {
    const chosen = set[at] as number;
    const end = about.kind === 'number' ? stepsOfRange + 2 : cases.length;
    if (!Number.isInteger(chosen) || chosen < 0 || chosen >= end) {
      throw new RangeError(`applySet: the doubt ${id} has no case ${chosen}`);
    }
  });
}

function keepIfSame<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return after.every((item, at) => item === before[at]) ? before : after;
}

/** A reading with what its doubts take; wants are known by their places in the file throughout. */
function changedReading(reading: Reading, taken: readonly (readonly [Doubt, number])[]): Reading {
  let wants: (Want | undefined)[][] | undefined = reading.wants?.map((group) => [...group]);
  let { ranking, points, noDeal } = reading;
  let order = wants?.map((_, at) => at) ?? [];
  for (const [{ about }, chosen] of taken) {
    if (chosen === 0) continue;
    if (about.kind === 'want' && wants) (wants[about.group] ?? [])[about.place] = undefined;
    if (about.kind === 'order') {
      const { first, list, orders } = about;
      const places = (orders[chosen] ?? []).map((offset) => first + offset);
      if (list === 'wants') order = order.toSpliced(first, places.length, ...places);
      else {
        const entries = places.flatMap((at) => reading.ranking?.[at] ?? []);
        ranking = ranking?.toSpliced(first, places.length, ...entries);
      }
    }
    if (about.kind !== 'number') continue;
    const value = valueAt(about.range, chosen);
    const { of } = about.range;
    if (of.kind === 'no deal') noDeal = noDeal && { ...noDeal, value };
    else if (of.kind === 'worth') {
      const group = wants?.[of.group] ?? [];
      const want = group[of.place];
      if (want) group[of.place] = { ...want, worth: value };
    } else points = points && withPoint(points, of, value);
  }
  wants = wants && order.map((at) => wants?.[at] ?? []);
  return {
    ...reading,
    wants: wants
      ?.map((group) => group.filter((want) => want !== undefined))
      .filter((group) => group.length > 0),
    ranking,
    points,
    noDeal,
    ranges: [],
  };
}

/** The number at entry k of a set: low + (high − low)(k − 1) / 1000, for k from 1 to 1,001. */
export function valueAt({ low, high }: NumberRange, k: number): Rational {
  return add(low, multiply(subtract(high, low), rational(BigInt(k - 1), BigInt(stepsOfRange))));
}

function withPoint(
  points: Points,
  of: { readonly issue: number; readonly level?: number },
  value: Rational,
): Points {
  return {
    ...points,
    issues: points.issues.map((own) => {
      if (own.issue !== of.issue) return own;
      return of.level === undefined
        ? { ...own, weight: value }
        : { ...own, scores: own.scores.with(of.level, value) };
    }),
  };
}
