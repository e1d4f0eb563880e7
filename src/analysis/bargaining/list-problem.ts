import type { Utilities } from '../../core/utility.js';
import { fitsDouble, magnitudeOf } from './column.js';
import type { Factor, FactoredAmounts, Problem } from './problem.js';

/** The feasible outcomes of a problem, one after the other. */
export type ListedProblem = {
  /** What each gives every party, by place. */
  readonly columns: readonly Utilities[];
  readonly size: number;
  /** The choice on every issue of the outcome at a place. */
  readonly outcomeAt: (place: number) => readonly number[];
};

/** Outcomes that may be listed: as many as a state space may hold. */
export const mostListed = 2 ** 24;

/**
 * Lists the feasible outcomes of a problem, ascending by outcome number (mixed radix, the first issue
 * fastest).
 *
 * Issue after issue: the outcomes on the first j + 1 issues are those on the first j once for each
 * choice on the next, with the factors that end there added, less those that a restriction that ends
 * there forbids. An outcome costs one addition a party and factor, and nothing forbidden is kept.
 *
 * @returns undefined when more than `mostListed` outcomes would be held at once on the way. Amounts
 *   are doubles where the greatest magnitudes of a party's factors add up to less than 2^53, else
 *   bigints; both are exact.
 * @throws RangeError where a scope or a table is not as `Problem` says.
 *
 * Time and memory O(outcomes × (factors + restrictions)), 8 bytes an outcome and party in doubles.
 */
export function listProblem(problem: Problem): ListedProblem | undefined {
  checkProblem(problem);
  const { choices, parties, restrictions } = problem;
  const strides = stridesOf(choices);
  let listed: Listed = restrictions.some(({ scope, allowed }) => scope.length === 0 && !allowed[0])
    ? { size: 0, numbers: new Float64Array(0) }
    : { size: 1, numbers: undefined };
  let sums = parties.map(({ factors }) => start(factors, listed.size));

  for (let issue = 0; issue < choices.length; issue += 1) {
    const tableOf = <Values>(scope: readonly number[], values: Values): EndingTable<Values> => ({
      values,
      at: placesInTable(listed, scope.slice(0, -1), choices, strides),
      stride: scope.slice(0, -1).reduce((product, one) => product * (choices[one] as number), 1),
    });
    const ending = restrictions
      .filter(({ scope }) => scope.at(-1) === issue)
      .map(({ scope, allowed }) => tableOf(scope, allowed));
    const runs = Array.from({ length: choices[issue] as number }, (_, choice) =>
      allowedPlaces(listed.size, ending, choice),
    );
    const size = runs.reduce((sum, run) => sum + (run?.length ?? listed.size), 0);
    if (size > mostListed) return undefined;
    sums = sums.map((before, party) => {
      const { factors } = parties[party] as FactoredAmounts;
      const added = factors.filter(({ scope }) => scope.at(-1) === issue);
      return before instanceof Float64Array
        ? extendDoubles(
            before,
            size,
            runs,
            added.map(({ scope, values }) => tableOf(scope, Float64Array.from(values, Number))),
          )
        : extendBigints(
            before,
            runs,
            added.map(({ scope, values }) => tableOf(scope, values)),
          );
    });
    listed = extendNumbers(listed, size, runs, strides[issue] as number);
  }

  return {
    columns: sums.map((numerators, party) => ({
      numerators,
      denominator: (parties[party] as FactoredAmounts).denominator,
    })),
    size: listed.size,
    outcomeAt: (place) => {
      if (!(place >= 0 && place < listed.size))
        throw new RangeError(`listProblem: there is no outcome ${place} among ${listed.size}`);
      const number = listed.numbers ? (listed.numbers[place] as number) : place;
      return choices.map((count, issue) => Math.floor(number / (strides[issue] as number)) % count);
    },
  };
}

/** The outcomes so far; without numbers all of them, each at the place of its number. */
type Listed = { readonly size: number; readonly numbers: Float64Array | undefined };

/** A table whose last issue is the next one: value at [at[place] + stride × its choice]. */
type EndingTable<Values> = {
  readonly values: Values;
  /** Undefined where no earlier issue is in the scope. */
  readonly at: Int32Array | undefined;
  readonly stride: number;
};

/** The places that one choice leaves allowed; undefined where it allows all. */
type Run = Int32Array | undefined;

function stridesOf(choices: readonly number[]): readonly number[] {
  let product = 1;
  return choices.map((count) => {
    const stride = product;
    product *= count;
    return stride;
  });
}

function start(factors: readonly Factor[], size: number): Float64Array | readonly bigint[] {
  const bound = factors.reduce((sum, { values }) => {
    const greatest = values.reduce((most, value) => {
      const magnitude = magnitudeOf(value);
      return magnitude > most ? magnitude : most;
    }, 0n);
    return sum + greatest;
  }, 0n);
  const constant = factors
    .filter(({ scope }) => scope.length === 0)
    .reduce((sum, { values }) => sum + (values[0] as bigint), 0n);
  return fitsDouble(bound)
    ? new Float64Array(size).fill(Number(constant))
    : Array.from({ length: size }, () => constant);
}

/** Where each outcome so far stands in a table over some of its issues. */
function placesInTable(
  { size, numbers }: Listed,
  scope: readonly number[],
  choices: readonly number[],
  strides: readonly number[],
): Int32Array | undefined {
  if (scope.length === 0) return undefined;
  const at = new Int32Array(size);
  let inTable = 1;
  for (const issue of scope) {
    const stride = strides[issue] as number;
    const count = choices[issue] as number;
    for (let place = 0; place < size; place += 1) {
      const number = numbers ? (numbers[place] as number) : place;
      at[place] = (at[place] as number) + (Math.floor(number / stride) % count) * inTable;
    }
    inTable *= count;
  }
  return at;
}

function allowedPlaces(
  size: number,
  ending: readonly EndingTable<Uint8Array>[],
  choice: number,
): Run {
  if (ending.length === 0) return undefined;
  const kept = new Int32Array(size);
  let count = 0;
  for (let place = 0; place < size; place += 1) {
    if (!ending.every((table) => table.values[indexIn(table, place, choice)])) continue;
    kept[count] = place;
    count += 1;
  }
  return count === size ? undefined : kept.slice(0, count);
}

function indexIn<Values>(table: EndingTable<Values>, place: number, choice: number): number {
  return (table.at ? (table.at[place] as number) : 0) + table.stride * choice;
}

function extendDoubles(
  before: Float64Array,
  size: number,
  runs: readonly Run[],
  added: readonly EndingTable<Float64Array>[],
): Float64Array {
  const sums = new Float64Array(size);
  let from = 0;
  runs.forEach((run, choice) => {
    const constant = added
      .filter(({ at }) => at === undefined)
      .reduce((sum, table) => sum + (table.values[table.stride * choice] as number), 0);
    const length = run?.length ?? before.length;
    for (let index = 0; index < length; index += 1) {
      const place = run ? (run[index] as number) : index;
      sums[from + index] = (before[place] as number) + constant;
    }
    for (const { values, at, stride } of added) {
      if (!at) continue;
      for (let index = 0; index < length; index += 1) {
        const place = run ? (run[index] as number) : index;
        const value = values[(at[place] as number) + stride * choice] as number;
        sums[from + index] = (sums[from + index] as number) + value;
      }
    }
    from += length;
  });
  return sums;
}

function extendBigints(
  before: readonly bigint[],
  runs: readonly Run[],
  added: readonly EndingTable<readonly bigint[]>[],
): readonly bigint[] {
  const sums: bigint[] = [];
  runs.forEach((run, choice) => {
    const length = run?.length ?? before.length;
    for (let index = 0; index < length; index += 1) {
      const place = run ? (run[index] as number) : index;
      let sum = before[place] as bigint;
      for (const table of added) sum += table.values[indexIn(table, place, choice)] as bigint;
      sums.push(sum);
    }
  });
  return sums;
}

/** Numbers are held only once something is forbidden: until then they are the places. */
function extendNumbers(
  { size: before, numbers }: Listed,
  size: number,
  runs: readonly Run[],
  stride: number,
): Listed {
  if (!numbers && runs.every((run) => run === undefined)) return { size, numbers: undefined };
  const extended = new Float64Array(size);
  let from = 0;
  runs.forEach((run, choice) => {
    const length = run?.length ?? before;
    for (let index = 0; index < length; index += 1) {
      const place = run ? (run[index] as number) : index;
      extended[from + index] = (numbers ? (numbers[place] as number) : place) + choice * stride;
    }
    from += length;
  });
  return { size, numbers: extended };
}

function checkProblem({ choices, parties, restrictions }: Problem): void {
  choices.forEach((count, issue) => {
    if (!Number.isSafeInteger(count) || count < 1)
      throw new RangeError(`listProblem: choices[${issue}] is ${count}; an issue has one or more`);
  });
  const check = (name: string, scope: readonly number[], length: number) => {
    const isAscending = scope.every(
      (issue, index) => issue in choices && (index === 0 || issue > (scope[index - 1] as number)),
    );
    if (!isAscending)
      throw new RangeError(`listProblem: the scope of ${name} is [${scope}]; issues ascend`);
    const size = scope.reduce((product, issue) => product * (choices[issue] as number), 1);
    if (length !== size)
      throw new RangeError(`listProblem: ${name} has ${length} values; its scope has ${size}`);
  };
  parties.forEach(({ factors }, party) => {
    factors.forEach(({ scope, values }, index) => {
      check(`factor ${index} of party ${party}`, scope, values.length);
    });
  });
  restrictions.forEach(({ scope, allowed }, index) => {
    check(`restriction ${index}`, scope, allowed.length);
  });
}
