import type { Acceptance } from './acceptance.js';

/** How many outcomes the parties would accept, together and without each of them. */
export type WithoutEach = {
  /** Outcomes that count. */
  readonly outcomes: number;
  /** All the consent that they use is given: the rule of the case, as each issue has it. */
  readonly passing: number;
  /** Accepted by every party. */
  readonly unanimous: number;
  readonly parties: readonly {
    /** Accepted by this party. */
    readonly accepted: number;
    /** Passing and accepted by it. */
    readonly passing: number;
    /** Accepted by all the others, whatever this one thinks of it. */
    readonly withoutIt: number;
    /** Of these, those that it does not accept: lost where its consent is required. */
    readonly lost: number;
  }[];
};

/**
 * Outcomes accepted by all parties but one, for each; the answer to "without whom?" in numbers.
 *
 * Formula: for party i, withoutIt = |{ x : every j ≠ i accepts x }| and lost = withoutIt − unanimous.
 * One party alone: every outcome is accepted by all the others. Our own.
 *
 * @param among - 1 for the outcomes that count.
 *
 * Time O(outcomes × parties).
 */
export function withoutEach(
  { consents, isAcceptable }: Acceptance,
  among: Uint8Array,
): WithoutEach {
  let outcomes = 0;
  let passing = 0;
  let unanimous = 0;
  const rows = consents.map(() => ({ accepted: 0, passing: 0, lost: 0 }));
  for (let state = 0; state < among.length; state += 1) {
    if (among[state] !== 1) continue;
    outcomes += 1;
    const isPassing = isAcceptable[state] === 1;
    if (isPassing) passing += 1;
    let refusing = 0;
    let last = -1;
    for (let party = 0; party < consents.length; party += 1) {
      const row = rows[party] as (typeof rows)[number];
      if (consents[party]?.[state] === 1) {
        row.accepted += 1;
        if (isPassing) row.passing += 1;
      } else {
        refusing += 1;
        last = party;
      }
    }
    if (refusing === 0) unanimous += 1;
    if (refusing === 1) (rows[last] as (typeof rows)[number]).lost += 1;
  }
  return {
    outcomes,
    passing,
    unanimous,
    parties: rows.map((row) => ({ ...row, withoutIt: unanimous + row.lost })),
  };
}

/** How many of the outcomes that count every member of a group accepts. Time O(outcomes × members). */
export function acceptedByAll(
  { consents }: Pick<Acceptance, 'consents'>,
  group: readonly number[],
  among: Uint8Array,
): number {
  const tables = group.map((party) => consents[party] as Uint8Array);
  let count = 0;
  for (let state = 0; state < among.length; state += 1) {
    if (among[state] === 1 && tables.every((table) => table[state] === 1)) count += 1;
  }
  return count;
}
