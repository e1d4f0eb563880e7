import type { Case, Reading, Setting } from './case.js';
import { type Column, isTrueAt } from './columns.js';
import type { Expression } from './expression.js';
import { type Arcs, filterArcs, type Moves } from './moves.js';
import type { Kept } from './report.js';
import { type Share, type SharedTables, sharedTables } from './shared-tables.js';
import type { Space } from './space.js';
import { type Utilities, utilitiesOf } from './utility.js';

/** Most parties of a case whose groups are listed: 2^12 groups. */
export const mostPartiesForGroups = 12;

/** For each party the index of the reading in force; −1 for a party without any. */
export type ReadingSet = readonly number[];

/** The first reading of every party. */
export function defaultReadings(theCase: Case): ReadingSet {
  return theCase.preferences.map((readings) => (readings.length > 0 ? 0 : -1));
}

/**
 * A case under one reading set: states, moves and payoffs.
 *
 * The graph model of conflict resolution (Kilgour, Hipel and Fang 1987), with joint moves and red
 * lines added.
 */
export type Model = {
  readonly case: Case;
  readonly space: Space;
  readonly readings: readonly (Reading | undefined)[];
  readonly parties: number;
  readonly states: number;
  /** For each party a dense rank per state, 0 = worst. */
  readonly payoffs: readonly Int32Array[];
  /** For each party its amounts; undefined where its reading gives none. */
  readonly utilities: readonly (Utilities | undefined)[];
  readonly moves: Moves;
  /** Every group of two or more, smaller first, then in case order; none above 12 parties. */
  readonly groups: readonly (readonly number[])[];
  /**
   * For each party its unilateral improvements, moves to a state it ranks strictly higher, as a table
   * made when first asked for. Where there may be many moves, ask `improvementsFrom`.
   */
  readonly improvements: readonly Arcs[];
  readonly hasRedLineCrossed: (party: number, state: number) => boolean;
  /** Makes a table that depends on the model alone once, however many methods ask for it. */
  readonly derive: <Table>(name: string, make: () => Table) => Table;
  /** Makes a table that depends on less than the model once for all models that share it. */
  readonly share: Share;
  /** What it shares with other models of variants of its case. */
  readonly shared: SharedTables;
};

/**
 * Puts a case under a reading set.
 *
 * @param kept - payoffs worked out before for the very same case, readings and settings.
 * @param shared - tables that this model shares with others of variants of the case.
 * @throws RangeError above 2^24 outcomes.
 */
export function buildModel(
  theCase: Case,
  readingSet: ReadingSet = defaultReadings(theCase),
  settings: readonly Setting[] = [],
  kept?: Kept,
  shared: SharedTables = sharedTables(Number.POSITIVE_INFINITY),
): Model {
  const { space, moves, share, payoffs: ranks } = shared.at(theCase, settings);
  const readings = theCase.parties.map((_, party) => {
    const chosen = readingSet[party] ?? -1;
    const reading = theCase.preferences[party]?.[chosen];
    if (chosen !== -1 && !reading) {
      throw new RangeError(`buildModel: party ${party} has no reading ${chosen}`);
    }
    return reading;
  });
  const payoffs = readings.map((reading, party) => {
    const name = `payoffs ${party}`;
    const known = kept?.read(name);
    if (known?.length === space.size) return known;
    const own = ranks(reading);
    kept?.write(name, own);
    return own;
  });
  const derived = new Map<string, unknown>();
  const derive = <Table>(name: string, make: () => Table): Table => {
    if (!derived.has(name)) derived.set(name, make());
    return derived.get(name) as Table;
  };
  const lines: (readonly Column[])[] = [];
  const lineAt = (line: Expression) => share('column', [line], () => space.column(line));
  return {
    case: theCase,
    space,
    readings,
    parties: theCase.parties.length,
    states: space.size,
    payoffs,
    get utilities() {
      return derive('utilities', () =>
        readings.map(
          (reading) => reading && share('utilities', [reading], () => utilitiesOf(space, reading)),
        ),
      );
    },
    moves,
    groups: share('groups', [], () =>
      theCase.parties.length <= mostPartiesForGroups ? groupsOf(theCase.parties.length, 2) : [],
    ),
    get improvements() {
      return derive('improvements', () =>
        moves.alone.map((arcs, party) => {
          const payoff = payoffs[party] as Int32Array;
          return filterArcs(arcs, (from, to) => (payoff[to] as number) > (payoff[from] as number));
        }),
      );
    },
    hasRedLineCrossed: (party, state) => {
      const number = space.numbers[state] as number;
      const columns =
        lines[party] ?? (readings[party]?.redLines ?? []).map(({ line }) => lineAt(line));
      lines[party] = columns;
      return columns.some((column) => isTrueAt(column, number));
    },
    derive,
    share,
    shared,
  };
}

/** The states that a party ranks strictly higher and can reach by one move of its own, ascending. */
export function improvementsFrom(model: Model, party: number, state: number): readonly number[] {
  const payoff = model.payoffs[party] as Int32Array;
  const here = payoff[state] as number;
  return model.moves.from(party, state).filter((to) => (payoff[to] as number) > here);
}

/** A party's payoff at a state. */
export function payoffAt(model: Model, party: number, state: number): number {
  const payoff = model.payoffs[party]?.[state];
  if (payoff === undefined) {
    throw new RangeError(`payoffAt: there is no payoff of party ${party} at state ${state}`);
  }
  return payoff;
}

/** Every group of at least `least` parties, smaller groups first, then in case order. */
export function groupsOf(parties: number, least: number): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (let mask = 1; mask < 2 ** parties; mask += 1) {
    const group: number[] = [];
    for (let party = 0; party < parties; party += 1) {
      if (Math.floor(mask / 2 ** party) % 2 === 1) group.push(party);
    }
    if (group.length >= least) groups.push(group);
  }
  return groups.sort((a, b) => a.length - b.length || compareLists(a, b));
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
