import { listSets, weightOf } from '../../src/analysis/uncertainty/assumption-set.js';
import type { AssumptionSet, Doubt } from '../../src/analysis/uncertainty/doubt.js';
import { joinBits, packRow } from '../../src/analysis/uncertainty/rows.js';
import type { Sample } from '../../src/analysis/uncertainty/sample.js';
import { type Rational, rational } from '../../src/core/rational.js';

/** A doubt of the reading of a party, with weights as whole numbers out of their sum. */
export function readingDoubt(party: number, readings: number, weights?: readonly number[]): Doubt {
  const whole = BigInt((weights ?? []).reduce((sum, weight) => sum + weight, 0));
  return {
    id: `P${party}`,
    about: { kind: 'reading', party },
    cases: Array.from({ length: readings }, (_, reading) => `r${reading}`),
    weights: weights?.map((weight): Rational => rational(BigInt(weight), whole)),
  };
}

/** A doubt whether a party, read so, holds its want number `group`. */
export function wantDoubt(party: number, reading: number, group: number): Doubt {
  return {
    id: `P${party}.r${reading}.${group + 1}`,
    about: { kind: 'want', party, reading, group, place: 0 },
    cases: ['held', 'struck'],
    weights: undefined,
  };
}

export function ruleDoubt(rule: number): Doubt {
  return {
    id: `rule.${rule + 1}`,
    about: { kind: 'rule', rule },
    cases: ['applies', 'lifted'],
    weights: undefined,
  };
}

/** A doubt where an issue stands today, among so many levels. */
export function todayDoubt(issue: number, levels: number): Doubt {
  return {
    id: `today.i${issue}`,
    about: {
      kind: 'today',
      settings: Array.from({ length: levels }, (_, level) => ({ issue, level })),
    },
    cases: Array.from({ length: levels }, (_, level) => `l${level}`),
    weights: undefined,
  };
}

/** The only number of a party's reading, uniform from 0 to 1. */
export function numberDoubt(party: number, reading: number): Doubt {
  return {
    id: `P${party}.r${reading}.no_deal`,
    about: {
      kind: 'number',
      party,
      reading,
      range: {
        of: { kind: 'no deal' },
        low: rational(0n),
        high: rational(1n),
        mode: undefined,
        text: '',
        path: [],
      },
    },
    cases: [],
    weights: undefined,
  };
}

/** Every set with its answers, the first of which says whether it is possible. */
export function listedSample(
  doubts: readonly Doubt[],
  answers: (set: AssumptionSet) => readonly boolean[],
): Sample {
  const sets = listSets(doubts);
  return {
    doubts,
    sets,
    rows: rowsOf(sets, answers),
    weights: sets.map((set) => weightOf(doubts, set)),
  };
}

/** Sets as if drawn. */
export function drawnSample(
  doubts: readonly Doubt[],
  sets: readonly AssumptionSet[],
  answers: (set: AssumptionSet) => readonly boolean[],
): Sample {
  return { doubts, sets, rows: rowsOf(sets, answers), weights: undefined };
}

function rowsOf(
  sets: readonly AssumptionSet[],
  answers: (set: AssumptionSet) => readonly boolean[],
): Sample['rows'] {
  return {
    columns: sets[0] ? answers(sets[0]).length : 1,
    bits: joinBits(sets.map((set) => packRow(answers(set)))),
  };
}
