import type { Case, Setting } from './case.js';
import { type Column, columnsOf, isTrueAt } from './columns.js';
import type { Expression } from './expression.js';

/** Most outcomes that are ever listed: 2^24. */
export const mostListedOutcomes = 2 ** 24;

/**
 * The outcomes of a case that its rules allow.
 *
 * An outcome gives every issue a level. Its number is mixed radix, first issue fastest:
 * Σ level(issue) · stride(issue) with stride(0) = 1 and stride(i+1) = stride(i) · radix(i). Context
 * issues (`by: nobody`, or fixed by the caller) have radix 1 and keep their level. A state is a
 * feasible outcome; states are numbered 0 … size−1 in ascending outcome number.
 */
export type Space = {
  readonly case: Case;
  readonly radices: readonly number[];
  readonly strides: readonly number[];
  /** For each issue the level it is fixed at, or −1 where it varies. */
  readonly fixed: readonly number[];
  /** How many outcome numbers there are, forbidden ones included. */
  readonly total: number;
  /** How many states. */
  readonly size: number;
  /** The outcome number of each state, ascending. */
  readonly numbers: Uint32Array;
  /** The state with this outcome number, or −1 where the rules forbid it. */
  readonly stateOf: (number: number) => number;
  /** Whether some state stands for several outcomes, as `coalesce` says: moves then need not be transitive. */
  readonly isCoalesced: boolean;
  /** The numbers of the outcomes that a state stands for, ascending: its own, unless it is coalesced. */
  readonly outcomesOf: (state: number) => readonly number[];
  /** An expression at every outcome number, the forbidden ones included. */
  readonly column: (expression: Expression) => Column;
  /** Today's state; −1 when the rules forbid it; undefined when the case has no today. */
  readonly today: number | undefined;
};

/** The level each issue is fixed at, −1 where it varies: context first, then the caller's settings. */
export function fixedLevels(theCase: Case, settings: readonly Setting[]): number[] {
  const fixed = theCase.issues.map((issue, index) =>
    issue.control.kind === 'nobody' ? (theCase.today?.[index] ?? -1) : -1,
  );
  for (const { issue, level } of settings) fixed[issue] = level;
  return fixed;
}

/** How many outcomes there are before the rules: the product of the levels of the issues that vary. */
export function outcomeCount(theCase: Case, settings: readonly Setting[] = []): bigint {
  const fixed = fixedLevels(theCase, settings);
  return theCase.issues.reduce(
    (product, issue, index) =>
      fixed[index] === -1 ? product * BigInt(issue.levels.length) : product,
    1n,
  );
}

/** Today with the caller's settings in place; undefined in a case without a today. */
export function todayLevels(
  theCase: Case,
  settings: readonly Setting[],
): readonly number[] | undefined {
  if (!theCase.today) return undefined;
  const levels = [...theCase.today];
  for (const { issue, level } of settings) levels[issue] = level;
  return levels;
}

/**
 * Lists the feasible outcomes.
 *
 * Outcomes that an entry of `coalesce` makes one are one state: today where it is among them, else the
 * first. An outcome that several entries name belongs to the first of these.
 *
 * @param settings - issues to fix at a level; they make no states.
 * @throws RangeError above 2^24 outcomes (ask `outcomeCount` first), or for a setting outside the case.
 *
 * Time O(outcomes) and O(outcomes / 32) for each part of a rule; memory 4 bytes an outcome and 4 a
 * state.
 */
export function buildSpace(theCase: Case, settings: readonly Setting[] = []): Space {
  for (const { issue, level } of settings) {
    if (!theCase.issues[issue]?.levels[level]) {
      throw new RangeError(`buildSpace: there is no level ${level} of issue ${issue}`);
    }
  }
  const outcomes = outcomeCount(theCase, settings);
  if (outcomes > BigInt(mostListedOutcomes)) {
    throw new RangeError(`buildSpace: ${outcomes} outcomes, above ${mostListedOutcomes}`);
  }
  const total = Number(outcomes);
  const fixed = fixedLevels(theCase, settings);
  const radices = theCase.issues.map((issue, index) =>
    fixed[index] === -1 ? issue.levels.length : 1,
  );
  const strides: number[] = [];
  radices.reduce((stride, radix) => {
    strides.push(stride);
    return stride * radix;
  }, 1);

  const column = columnsOf({ radices, strides, fixed, total }, theCase);
  const forbidden = theCase.rules.map((rule) => column(rule.never));
  const listed = new Uint32Array(total);
  const states = new Int32Array(total).fill(-1);
  let size = 0;
  for (let number = 0; number < total; number += 1) {
    if (forbidden.some((rule) => isTrueAt(rule, number))) continue;
    listed[size] = number;
    states[number] = size;
    size += 1;
  }

  const today = todayLevels(theCase, settings);
  const numberOf = (of: readonly number[]) =>
    of.reduce(
      (sum, level, issue) => (fixed[issue] === -1 ? sum + level * (strides[issue] ?? 0) : sum),
      0,
    );
  const space: Space = {
    case: theCase,
    radices,
    strides,
    fixed,
    total,
    size,
    numbers: listed.slice(0, size),
    stateOf: (number) => states[number] ?? -1,
    isCoalesced: false,
    outcomesOf: (state) => [listed[state] as number],
    column,
    today: today && (states[numberOf(today)] ?? -1),
  };
  return theCase.coalesce.length > 0 ? coalesced(space) : space;
}

/** The level of one issue at a state. */
export function levelAt(space: Space, state: number, issue: number): number {
  const fixed = space.fixed[issue];
  if (fixed === undefined) throw new RangeError(`levelAt: there is no issue ${issue}`);
  if (fixed !== -1) return fixed;
  const number = space.numbers[state];
  if (number === undefined) throw new RangeError(`levelAt: there is no state ${state}`);
  return Math.floor(number / (space.strides[issue] as number)) % (space.radices[issue] as number);
}

/** Writes the level of every issue at a state into `into`, which it returns. */
export function readLevels<Levels extends number[] | Uint8Array>(
  space: Space,
  state: number,
  into: Levels,
): Levels {
  for (let issue = 0; issue < space.fixed.length; issue += 1) {
    into[issue] = levelAt(space, state, issue);
  }
  return into;
}

/** Writes the level of every issue at the outcome with a number into `into`, which it returns. */
export function readOutcome(space: Space, number: number, into: Uint8Array): Uint8Array {
  for (let issue = 0; issue < space.fixed.length; issue += 1) {
    const fixed = space.fixed[issue] as number;
    into[issue] =
      fixed === -1
        ? Math.floor(number / (space.strides[issue] as number)) % (space.radices[issue] as number)
        : fixed;
  }
  return into;
}

/** The level of every issue at a state. */
export function levelsOf(space: Space, state: number): number[] {
  return readLevels(space, state, []);
}

/** Whether each state satisfies an expression, 1 or 0 a state. Time O(outcomes). */
export function truthTable(space: Space, expression: Expression): Uint8Array {
  const column = space.column(expression);
  const table = new Uint8Array(space.size);
  for (let state = 0; state < space.size; state += 1) {
    const number = space.numbers[state] as number;
    table[state] = ((column[number >>> 5] as number) >>> (number & 31)) & 1;
  }
  return table;
}

/**
 * The level of every issue at a state as it can be told: −1 where the outcomes that the state stands
 * for differ.
 */
export function sharedLevels(space: Space, state: number): number[] {
  const levels = levelsOf(space, state);
  if (!space.isCoalesced) return levels;
  const other = new Uint8Array(levels.length);
  for (const number of space.outcomesOf(state)) {
    readOutcome(space, number, other);
    for (const [issue, level] of other.entries()) if (level !== levels[issue]) levels[issue] = -1;
  }
  return levels;
}

/**
 * The states that satisfy an expression, ascending; one that stands for several outcomes, if any of
 * them does. Time O(outcomes).
 */
export function statesWhere(space: Space, expression: Expression): readonly number[] {
  const states: number[] = [];
  if (space.isCoalesced) {
    const column = space.column(expression);
    for (let state = 0; state < space.size; state += 1) {
      if (space.outcomesOf(state).some((number) => isTrueAt(column, number))) states.push(state);
    }
    return states;
  }
  truthTable(space, expression).forEach((isMet, state) => {
    if (isMet) states.push(state);
  });
  return states;
}

/** The state with these levels, or −1 where the rules or the fixed issues exclude it. */
export function stateWith(space: Space, levels: readonly number[]): number {
  let number = 0;
  for (let issue = 0; issue < space.fixed.length; issue += 1) {
    const level = levels[issue] as number;
    const fixed = space.fixed[issue] as number;
    if (fixed === -1) number += level * (space.strides[issue] as number);
    else if (fixed !== level) return -1;
  }
  return space.stateOf(number);
}

/** The same outcomes, those of each entry of `coalesce` made one state. Time O(outcomes × entries). */
function coalesced(space: Space): Space {
  const entries = space.case.coalesce.map(({ when }) => space.column(when));
  const groups = entries.map((): number[] => []);
  for (const number of space.numbers) {
    const entry = entries.findIndex((column) => isTrueAt(column, number));
    groups[entry]?.push(number);
  }
  const { today } = space;
  const present = today === undefined || today === -1 ? undefined : space.numbers[today];
  const standsFor = new Map<number, readonly number[]>();
  const hidden = new Map<number, number>();
  for (const group of groups) {
    const [first] = group;
    if (first === undefined || group.length === 1) continue;
    const shown = present !== undefined && group.includes(present) ? present : first;
    standsFor.set(shown, group);
    for (const number of group) if (number !== shown) hidden.set(number, shown);
  }
  const numbers = space.numbers.filter((number) => !hidden.has(number));
  const states = new Int32Array(space.total).fill(-1);
  numbers.forEach((number, state) => {
    for (const one of standsFor.get(number) ?? [number]) states[one] = state;
  });
  return {
    ...space,
    size: numbers.length,
    numbers,
    stateOf: (number) => states[number] ?? -1,
    isCoalesced: standsFor.size > 0,
    outcomesOf: (state) => {
      const number = numbers[state] as number;
      return standsFor.get(number) ?? [number];
    },
    today: present === undefined ? today : states[present],
  };
}
