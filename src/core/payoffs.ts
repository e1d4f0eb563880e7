import type { Reading, Want } from './case.js';
import type { Expression } from './expression.js';
import { type Space, truthTable } from './space.js';
import { rankUtilities, utilitiesOf } from './utility.js';

/** 1 or 0 a state: whether it satisfies an expression. */
type TruthOf = (expression: Expression) => Uint8Array;

/**
 * Ordinal payoffs of one reading: for each state a dense rank, 0 = worst, ties equal.
 *
 * Formula: by wants, states compare lexicographically on the numbers of wants met, group after group
 * in priority order (within a group each met want counts one). By a ranking, each entry claims the
 * states that satisfy it and that no earlier entry has; earlier is better, unclaimed is last. Else
 * by points, states compare by utility. Without a reading every state ties. A want marked unknown is
 * left out: which way it counts is not known, and leaving it out keeps the order complete.
 *
 * Source: option prioritising, Peng, Hipel and Kilgour (1997), Fang, Hipel, Kilgour and Peng (2003),
 * whose score Σ 2^(k−j) gives the same order; ranks are refined one group at a time instead, so any
 * number of wants stays exact, and wants may tie.
 *
 * @param truth - `truthTable` on the space, or a keeper of it.
 *
 * Time O(states × wants) for wants and rankings, O(n log n) for points.
 */
export function payoffsOf(
  space: Space,
  reading: Reading | undefined,
  truth: TruthOf = (expression) => truthTable(space, expression),
): Int32Array {
  if (reading?.wants) {
    return rankByWants(space, reading.wants, truth).ranks;
  }
  if (reading?.ranking) {
    return rankByClaims(
      space,
      reading.ranking.map(({ expression }) => expression),
      truth,
    );
  }
  const utilities = reading && utilitiesOf(space, reading);
  return utilities ? rankUtilities(utilities) : new Int32Array(space.size);
}

/** Replaces keys, in place, by their place among the distinct keys present, ascending from 0. */
function densify(keys: Int32Array, distinctAtMost: number): number {
  const place = new Int32Array(distinctAtMost);
  for (let state = 0; state < keys.length; state += 1) place[keys[state] as number] = 1;
  let distinct = 0;
  for (let key = 0; key < distinctAtMost; key += 1) {
    if (place[key]) {
      place[key] = distinct;
      distinct += 1;
    }
  }
  for (let state = 0; state < keys.length; state += 1) {
    keys[state] = place[keys[state] as number] as number;
  }
  return distinct;
}

/**
 * Refines ranks by how many wants of one group each state meets.
 *
 * Numbers met compare as their binary digits do, highest first, so each digit refines the ranks in
 * turn: rank × 2 + digit stays below twice the number of states, where rank × (wants + 1) + met
 * would outgrow 32 bits, and its table the memory, for a long group on a large case.
 *
 * @param ranks - dense ranks, below `distinct`.
 * @param met - for each state how many wants of the group it meets, at most `most`.
 */
export function refineByCount(
  ranks: Int32Array,
  distinct: number,
  met: Uint8Array | Uint32Array,
  most: number,
): { readonly ranks: Int32Array; readonly distinct: number } {
  const refined = ranks.slice();
  let count = distinct;
  for (let digit = 31 - Math.clz32(most); digit >= 0; digit -= 1) {
    for (let state = 0; state < refined.length; state += 1) {
      refined[state] = (refined[state] as number) * 2 + (((met[state] as number) >>> digit) & 1);
    }
    count = densify(refined, count * 2);
  }
  return { ranks: refined, distinct: count };
}

/**
 * Ranks by wants, and how many distinct ranks the first k groups make, for k = 1, 2, …: a group that
 * adds none never acts.
 */
export function rankByWants(
  space: Space,
  wants: readonly (readonly Want[])[],
  truth: TruthOf = (expression) => truthTable(space, expression),
): { readonly ranks: Int32Array; readonly distinctAfter: readonly number[] } {
  let ranks: Int32Array = new Int32Array(space.size);
  let distinct = Math.min(space.size, 1);
  const distinctAfter: number[] = [];
  for (const group of wants) {
    const met = countMet(
      space,
      group.filter(({ isUnknown }) => !isUnknown),
      truth,
    );
    ({ ranks, distinct } = refineByCount(ranks, distinct, met, group.length));
    distinctAfter.push(distinct);
  }
  return { ranks, distinctAfter };
}

/** How many wants of one group each state meets. */
function countMet(space: Space, group: readonly Want[], truth: TruthOf): Uint8Array | Uint32Array {
  const [only, ...more] = group;
  if (only && more.length === 0) return truth(only.want);
  const met = group.length <= 255 ? new Uint8Array(space.size) : new Uint32Array(space.size);
  for (const { want } of group) {
    const isMet = truth(want);
    for (let state = 0; state < space.size; state += 1) {
      met[state] = (met[state] as number) + (isMet[state] as number);
    }
  }
  return met;
}

function rankByClaims(space: Space, entries: readonly Expression[], truth: TruthOf): Int32Array {
  const keys = new Int32Array(space.size);
  for (const [at, entry] of [...entries.entries()].reverse()) {
    const isMet = truth(entry);
    for (let state = 0; state < space.size; state += 1) {
      if (isMet[state]) keys[state] = entries.length - at;
    }
  }
  densify(keys, entries.length + 1);
  return keys;
}
