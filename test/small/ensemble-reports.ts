import {
  add,
  compare,
  divide,
  multiply,
  one,
  parseRational,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../src/core/rational.js';
import { type Amount, amountOf, rationalOfAmount } from '../../src/questions/amount.js';
import type {
  Change,
  Column,
  DoubtFound,
  DoubtWeight,
  Flip,
  Interaction,
} from '../../src/questions/ensemble-findings.js';
import type { EnsembleReport } from '../../src/report/ensemble-shares.js';

/** What is open: `held`, … by the id of its case; `-` where it does not act. */
export type Chosen = Readonly<Record<string, string>>;

/** A yes-or-no question, with its answer as a rule. */
export type Asked = Column & { readonly when: (chosen: Chosen) => boolean };

export type EnsembleParts = {
  readonly doubts: readonly DoubtFound[];
  readonly asked: readonly Asked[];
  /** Told as this many draws, all of them landing as the weights have it. */
  readonly draws?: number;
  readonly over?: Partial<EnsembleReport>;
};

type Weighed = { readonly chosen: Chosen; readonly weight: Rational };

/** One thing in doubt, by kind; cases as `id: label`. */
export function open(
  kind: DoubtFound['kind'],
  id: string,
  label: string,
  cases: Readonly<Record<string, string>>,
  more: Partial<DoubtFound> = {},
): DoubtFound {
  return {
    id,
    kind,
    party: kind === 'reading' ? id : null,
    reading: null,
    label,
    cases: Object.entries(cases).map(([one, text]) => ({ id: one, label: text })),
    weights: null,
    questions: [],
    ...more,
  };
}

/** A headline asked in one way. */
export function headline(
  readout: Column['readout'],
  subject: string,
  label: string,
  when: Asked['when'],
): Asked {
  return { id: `${readout}:${subject}`, readout, subject, label, party: null, when };
}

/**
 * An answer on what would change it, worked out the plain way: every combination is looked at for
 * every share.
 */
export function ensembleOf({ doubts, asked, draws, over = {} }: EnsembleParts): EnsembleReport {
  const all = setsOf(doubts);
  const share = (sets: readonly Weighed[], when: Asked['when']) => {
    const total = sum(sets.map(({ weight }) => weight));
    const met = sum(sets.filter(({ chosen }) => when(chosen)).map(({ weight }) => weight));
    return total.n === 0n ? undefined : divide(met, total);
  };
  const having = (...pairs: readonly (readonly [string, string])[]) =>
    all.filter(({ chosen }) => pairs.every(([doubt, id]) => chosen[doubt] === id));
  const weightOf = (sets: readonly Weighed[]) => sum(sets.map(({ weight }) => weight));
  const sized = (sets: readonly Weighed[]) =>
    draws === undefined ? sets.length : Math.round(draws * toNumber(weightOf(sets)));
  const errorOf = (value: Rational, size: number) => {
    const p = toNumber(value);
    return draws === undefined ? null : Math.sqrt((p * (1 - p)) / size);
  };

  /** By pairs of sets that differ in it, or in what hangs on it, alone. */
  const isIdle = ({ id, kind, party }: DoubtFound) => {
    const others = doubts.filter(
      (other) =>
        other.id !== id && !(kind === 'reading' && other.party === party && other.reading !== null),
    );
    const acting = all.filter(({ chosen }) => chosen[id] !== '-');
    return acting.every((one) =>
      acting.every(
        (two) =>
          others.some((other) => one.chosen[other.id] !== two.chosen[other.id]) ||
          asked.every(({ when }) => when(one.chosen) === when(two.chosen)),
      ),
    );
  };

  const tornadoes = asked.map(({ id: column, when }) => ({
    column,
    bars: doubts.map((doubt) => {
      const cases = doubt.cases.map(({ id }) => {
        const sets = having([doubt.id, id]);
        const value = share(sets, when);
        return {
          id,
          sets: sized(sets),
          share: value === undefined ? null : amountOf(value),
          error: value === undefined ? null : errorOf(value, sized(sets)),
        };
      });
      const values = cases.flatMap((each) =>
        each.share === null ? [] : [rationalOfAmount(each.share)],
      );
      const acting = all.filter(({ chosen }) => chosen[doubt.id] !== '-');
      const overall = share(acting, when) ?? zero;
      const information = sum(
        cases.map(({ id, share: value }) =>
          value === null
            ? zero
            : multiply(
                weightOf(having([doubt.id, id])),
                size(subtract(rationalOfAmount(value), overall)),
              ),
        ),
      );
      const swing = subtract(most(values), least(values));
      const twiceError = 2 * Math.max(0, ...cases.map(({ error }) => error ?? 0)) * Math.SQRT2;
      return {
        doubt: doubt.id,
        cases,
        swing: amountOf(swing),
        information: amountOf(information),
        isBeyondError: toNumber(swing) > twiceError,
      };
    }),
  }));

  const weights = doubts.map(({ id: doubt }): DoubtWeight => {
    const bars = tornadoes.map(({ column, bars: own }) => {
      const bar = own.find((each) => each.doubt === doubt);
      return {
        column,
        swing: rationalOfAmount(bar?.swing ?? 0),
        information: rationalOfAmount(bar?.information ?? 0),
      };
    });
    const [first] = bars.toSorted((a, b) => compare(b.swing, a.swing));
    const inDoubt = asked.filter(({ when }) => {
      const value = share(all, when) ?? zero;
      return value.n !== 0n && compare(value, one) !== 0;
    });
    const learnt = sum(
      bars
        .filter(({ column }) => inDoubt.some(({ id }) => id === column))
        .map(({ information }) => information),
    );
    return {
      doubt,
      column: first?.column ?? '',
      swing: amountOf(first?.swing ?? zero),
      information: amountOf(
        inDoubt.length === 0 ? zero : divide(learnt, rational(BigInt(inDoubt.length))),
      ),
    };
  });
  const by = (key: 'swing' | 'information') =>
    weights.toSorted((a, b) => compare(rationalOfAmount(b[key]), rationalOfAmount(a[key])));

  const standing = all[0] as Weighed;
  const flips = asked.map(({ id: column, when }): Flip => {
    const turned = all
      .filter(({ chosen }) => when(chosen) !== when(standing.chosen))
      .map(({ chosen }) =>
        doubts.flatMap(({ id: doubt, cases }): readonly Change[] =>
          chosen[doubt] === '-' || chosen[doubt] === cases[0]?.id
            ? []
            : [{ doubt, case: chosen[doubt] as string }],
        ),
      );
    const fewest = Math.min(...turned.map(({ length }) => length));
    return { column, changes: turned.filter(({ length }) => length === fewest), searched: null };
  });

  const interactions = asked.flatMap(({ id: column, when }) =>
    doubts.flatMap((first, at) =>
      doubts.slice(at + 1).flatMap((second): readonly Interaction[] => {
        const effects = pairs(first.cases).flatMap(([a, a1]) =>
          pairs(second.cases).flatMap(([b, b1]) => {
            const of = (x: string, y: string) => share(having([first.id, x], [second.id, y]), when);
            const [p, q, r, s] = [of(a1, b1), of(a1, b), of(a, b1), of(a, b)];
            if (!p || !q || !r || !s) return [];
            return [
              {
                cases: [
                  [a, a1],
                  [b, b1],
                ] as const,
                effect: add(subtract(subtract(p, q), r), s),
              },
            ];
          }),
        );
        const [found] = effects.toSorted((x, y) => compare(size(y.effect), size(x.effect)));
        return found === undefined || found.effect.n === 0n
          ? []
          : [
              {
                column,
                doubts: [first.id, second.id],
                cases: found.cases,
                effect: amountOf(found.effect),
                error: null,
              },
            ];
      }),
    ),
  );

  return {
    analysis: 'ensemble',
    options: {
      readings: {},
      where: {},
      concept: 'firm',
      replies: 'alone',
      headlines: null,
      vary: ['reading', 'want', 'order', 'rule', 'today', 'number'],
      given: null,
      draws: 0,
      precision: 0,
      seed: 1,
      chunk: null,
      choices: false,
    },
    seed: draws === undefined ? null : 1,
    assumptions: [],
    convergence: null,
    limits: [],
    mode: draws === undefined ? 'every set' : 'draws',
    sets: draws ?? all.length,
    impossible: 0,
    notGiven: 0,
    all: String(all.length),
    isWeighted: doubts.some(({ weights: declared }) => declared !== null),
    doubts: doubts.map((doubt) => ({
      ...doubt,
      isIdle: draws === undefined ? isIdle(doubt) : null,
    })),
    columns: asked.map(({ when, ...column }) => {
      const value = share(all, when) ?? zero;
      const met = all.filter(({ chosen }) => when(chosen));
      return {
        ...column,
        byDefault: when(standing.chosen),
        count: sized(met),
        share: amountOf(value),
        error: errorOf(value, draws ?? 1),
      };
    }),
    tornadoes,
    carrying: by('swing'),
    findOut: by('information').filter(({ information }) => rationalOfAmount(information).n > 0n),
    interactions,
    flips,
    choices: [],
    ended: draws === undefined ? null : 'all draws',
    ...over,
  };
}

/** Every combination; what stands under a reading acts only where that reading is in force. */
function setsOf(doubts: readonly DoubtFound[]): readonly Weighed[] {
  let sets: readonly Weighed[] = [{ chosen: {}, weight: one }];
  for (const { id, cases, weights, party, reading } of doubts) {
    sets = sets.flatMap(({ chosen, weight }) => {
      const inForce = party === null ? undefined : chosen[party];
      if (reading !== null && inForce !== undefined && inForce !== reading) {
        return [{ chosen: { ...chosen, [id]: '-' }, weight }];
      }
      return cases.map((each, at) => ({
        chosen: { ...chosen, [id]: each.id },
        weight: multiply(weight, weightAt(weights, at, cases.length)),
      }));
    });
  }
  return sets;
}

function weightAt(weights: readonly Amount[] | null, at: number, count: number): Rational {
  const declared = weights?.[at];
  return declared === undefined
    ? rational(1n, BigInt(count))
    : (parseRational(String(declared)) ?? zero);
}

function pairs(cases: DoubtFound['cases']): readonly (readonly [string, string])[] {
  return cases.flatMap(({ id }, at) =>
    cases.slice(at + 1).map((other): readonly [string, string] => [id, other.id]),
  );
}

function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero);
}

function size(value: Rational): Rational {
  return value.n < 0n ? subtract(zero, value) : value;
}

function most(values: readonly Rational[]): Rational {
  return values.reduce((a, b) => (compare(a, b) >= 0 ? a : b), values[0] ?? zero);
}

function least(values: readonly Rational[]): Rational {
  return values.reduce((a, b) => (compare(a, b) <= 0 ? a : b), values[0] ?? zero);
}

function toNumber({ n, d }: Rational): number {
  return Number(n) / Number(d);
}
