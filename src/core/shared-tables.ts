import type { Case, Reading, Setting } from './case.js';
import type { Expression } from './expression.js';
import { type Moves, movesOn } from './moves.js';
import { payoffsOf } from './payoffs.js';
import {
  buildSpace,
  fixedLevels,
  type Space,
  stateWith,
  todayLevels,
  truthTable,
} from './space.js';

/**
 * Makes a table once for the objects it is made of, however many models ask for it.
 *
 * @param name - what it is; names the party where it is of one.
 * @param of - all that it depends on beside outcomes and rights: payoff tables, expressions,
 *   readings. None for a table of outcomes and rights alone.
 */
export type Share = <Table>(name: string, of: readonly object[], make: () => Table) => Table;

/** What models with the same outcomes and rights share. */
export type SharedSpace = {
  readonly space: Space;
  readonly moves: Moves;
  /** Equal orders give the very same table. */
  readonly payoffs: (reading: Reading | undefined) => Int32Array;
  readonly share: Share;
};

/** Tables shared by the models of many variants of one case. */
export type SharedTables = {
  readonly at: (theCase: Case, settings: readonly Setting[]) => SharedSpace;
};

/** Most bytes of shared tables that are kept: 256 MB. */
const mostBytes = 2 ** 28;

/** Tables of one set of outcomes; the ones used last stand last. */
type Family = {
  readonly space: Space;
  readonly moves: Moves;
  readonly lasting: Map<string, unknown>;
  readonly passing: Map<string, { readonly table: unknown; readonly bytes: number }>;
  /** Payoff tables by a digest of what stands in them. */
  readonly known: Map<number, Int32Array[]>;
  bytes: number;
};

/**
 * Keeps what models of variants of one case have in common.
 *
 * Outcomes and moves are made once for each choice of rules and fixed issues, what follows from a
 * party's order once for each order, what follows from an expression once for it. Objects stand for
 * what they are: a variant shares what it takes over unchanged, a rule, a want's expression, from the
 * case it was made of. Where the bound is passed, what was used longest ago is dropped, so that it is
 * made again when asked for; no answer depends on it.
 *
 * @param most - bytes of tables to keep, as far as typed arrays go.
 */
export function sharedTables(most: number = mostBytes): SharedTables {
  const numbers = new WeakMap<object, number>();
  let next = 0;
  const numberOf = (one: object): number => {
    const known = numbers.get(one);
    if (known !== undefined) return known;
    next += 1;
    numbers.set(one, next);
    return next;
  };
  const families = new Map<string, Family>();
  let held = 0;

  const familyOf = (theCase: Case, settings: readonly Setting[]): Family => {
    const { issues, parties, terms, outcomes, coalesce, rules, today } = theCase;
    const parts = [issues, parties, terms, outcomes, coalesce].map(numberOf);
    const applied = rules.map(numberOf);
    // Today says which outcome stands for those that count as one.
    const present = coalesce.length > 0 ? todayLevels(theCase, settings) : today !== undefined;
    const key = [parts, applied, fixedLevels(theCase, settings), present].join(' ');
    const known = families.get(key);
    if (known) {
      families.delete(key);
      families.set(key, known);
      return known;
    }
    const space = buildSpace(theCase, settings);
    const family: Family = {
      space,
      moves: movesOn(space),
      lasting: new Map(),
      passing: new Map(),
      known: new Map(),
      bytes: bytesOfSpace(space),
    };
    held += family.bytes;
    families.set(key, family);
    return family;
  };

  /** Drops what was used longest ago: other families as wholes, then tables of this one. */
  const shrink = (present: Family) => {
    for (const [key, family] of families) {
      if (held <= most) return;
      if (family === present) continue;
      families.delete(key);
      held -= family.bytes;
    }
    // A table that nobody keeps any more must not be kept for being known.
    present.known.clear();
    for (const [key, { bytes }] of present.passing) {
      if (held <= most || present.passing.size <= 1) return;
      present.passing.delete(key);
      present.bytes -= bytes;
      held -= bytes;
    }
  };

  const at = (theCase: Case, settings: readonly Setting[]): SharedSpace => {
    const family = familyOf(theCase, settings);
    const share: Share = <Table>(name: string, of: readonly object[], make: () => Table): Table => {
      if (of.length === 0) {
        if (!family.lasting.has(name)) {
          const table = make();
          const bytes = bytesOf(table);
          family.lasting.set(name, table);
          family.bytes += bytes;
          held += bytes;
        }
        return family.lasting.get(name) as Table;
      }
      const key = `${name} ${of.map(numberOf).join(' ')}`;
      const known = family.passing.get(key);
      if (known) {
        family.passing.delete(key);
        family.passing.set(key, known);
        return known.table as Table;
      }
      const table = make();
      const bytes = bytesOf(table);
      family.passing.set(key, { table, bytes });
      family.bytes += bytes;
      held += bytes;
      if (held > most) shrink(family);
      return table;
    };
    const truth = (expression: Expression) =>
      share('truth', [expression], () => truthTable(family.space, expression));
    const { space } = family;
    const levels = todayLevels(theCase, settings);
    return {
      space: { ...space, case: theCase, today: levels && stateWith(space, levels) },
      moves: family.moves,
      share,
      payoffs: (reading) =>
        share(orderKey(reading, numberOf), [theCase.issues], () =>
          same(family.known, payoffsOf(space, reading, truth)),
        ),
    };
  };
  return { at };
}

/** A share whose tables last as long as itself, those of outcomes and rights alone aside. */
export function shareApart(share: Share): Share {
  const tables = new Map<string, { readonly of: readonly object[]; readonly table: unknown }[]>();
  return <Table>(name: string, of: readonly object[], make: () => Table): Table => {
    if (of.length === 0) return share(name, of, make);
    const made = tables.get(name) ?? [];
    const known = made.find((one) => one.of.every((part, at) => part === of[at]));
    if (known) return known.table as Table;
    const table = make();
    tables.set(name, [...made, { of, table }]);
    return table;
  };
}

/** Names the order of a reading by the expressions it is made of, or by its points. */
function orderKey(reading: Reading | undefined, numberOf: (one: object) => number): string {
  if (reading?.wants) {
    const groups = reading.wants.map((group) =>
      group.flatMap(({ want, isUnknown }) => (isUnknown ? [] : [numberOf(want)])).join('+'),
    );
    return `order by wants ${groups.join()}`;
  }
  if (reading?.ranking) {
    return `order by ranking ${reading.ranking.map(({ expression }) => numberOf(expression))}`;
  }
  return reading?.points ? `order by points ${numberOf(reading.points)}` : 'order of nothing';
}

/** The table with the same entries that is known already, else this one. */
function same(known: Map<number, Int32Array[]>, table: Int32Array): Int32Array {
  let digest = 0;
  for (let at = 0; at < table.length; at += 1) {
    digest = (Math.imul(digest, 31) + (table[at] as number)) | 0;
  }
  const alike = known.get(digest) ?? [];
  const found = alike.find((one) => one.every((entry, at) => entry === table[at]));
  if (found) return found;
  known.set(digest, [...alike, table]);
  return table;
}

/** Bytes of the typed arrays that a table is or holds as its own. */
function bytesOf(table: unknown): number {
  if (ArrayBuffer.isView(table)) return table.byteLength;
  if (typeof table !== 'object' || table === null) return 0;
  return Object.values(table).reduce(
    (sum: number, part) => sum + (ArrayBuffer.isView(part) ? part.byteLength : 0),
    64,
  );
}

function bytesOfSpace({ total, numbers }: Space): number {
  return numbers.byteLength + 8 * total;
}
