import fc from 'fast-check';
import type { Case, NamedOutcome, Points, Reading, Want } from '../../src/core/case.js';
import type { Expression } from '../../src/core/expression.js';
import { rational } from '../../src/core/rational.js';
import { arbitraryCaseOf, arbitraryCondition } from './arbitrary.js';

function named(id: string, when: Expression): NamedOutcome {
  return { id, label: id, when, text: id, set: undefined, note: undefined, from: [], path: [id] };
}

const wantOf = (want: Expression, confidence: Want['confidence'], isUnsure: boolean): Want => ({
  want,
  text: '',
  label: undefined,
  why: undefined,
  from: [],
  confidence,
  worth: undefined,
  isStrong: false,
  isUnknown: false,
  isUnsure,
  path: [],
});

/** A reading of wants or of points, with red lines and a no deal, low confidence and unsure orders. */
function arbitraryReading(
  id: string,
  levels: readonly number[],
  kept: Reading | undefined,
): fc.Arbitrary<Reading> {
  const condition = arbitraryCondition(levels);
  const own = kept?.wants?.flat().map(({ want }) => fc.constant(want)) ?? [];
  return fc
    .record({
      wants: fc.array(
        fc.tuple(
          fc.oneof(condition, ...own),
          fc.constantFrom('low' as const, undefined, undefined),
          fc.boolean(),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      line: fc.option(condition, { freq: 2, nil: undefined }),
      noDeal: fc.constantFrom('ends' as const, 'ends' as const, 'today' as const, 3n),
      points: fc.option(fc.array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 4 }), {
        freq: 1,
        nil: undefined,
      }),
      isOfPoints: fc.boolean(),
    })
    .map(({ wants, line, noDeal, points, isOfPoints }): Reading => {
      const scored: Points | undefined = points && {
        issues: [
          {
            issue: 0,
            weight: rational(100n),
            scores: Array.from({ length: levels[0] ?? 2 }, (_, level) =>
              rational(BigInt(points[level] ?? 0)),
            ),
            why: undefined,
            from: [],
          },
        ],
        path: [],
      };
      return {
        id,
        label: id,
        weight: undefined,
        why: undefined,
        from: [],
        wants:
          scored && isOfPoints
            ? undefined
            : wants.map(([want, low, unsure]) => [wantOf(want, low, unsure)]),
        ranking: undefined,
        points: scored,
        redLines: line
          ? [{ line, text: '', label: undefined, why: undefined, from: [], path: [] }]
          : [],
        noDeal: {
          value: typeof noDeal === 'bigint' ? rational(noDeal) : noDeal,
          why: undefined,
          from: [],
        },
        ranges: scored
          ? [
              {
                of: { kind: 'score', issue: 0, level: 0 },
                low: rational(0n),
                high: rational(4n),
                mode: undefined,
                text: '2 ± 2',
                path: [],
              },
            ]
          : [],
        sees: [],
        path: [],
      };
    });
}

/**
 * Small cases that leave much open: one or two readings a party, of wants or of points; wants of low
 * confidence, unsure orders, ranges, rules in doubt, an issue open today; named outcomes, scenarios that
 * may overlap, a proposal. Now and then without a today, with outcomes that count as one, with a party
 * that does not see all or takes another to want something else.
 */
export const arbitraryOpenCase: fc.Arbitrary<Case> = arbitraryCaseOf(1, 4).chain((base) => {
  const levels = base.issues.map((issue) => issue.levels.length);
  const condition = arbitraryCondition(levels);
  return fc
    .record({
      readings: fc.tuple(
        ...base.preferences.map((readings) =>
          fc.tuple(
            arbitraryReading('one', levels, readings[0]),
            fc.option(arbitraryReading('two', levels, readings[0]), { nil: undefined }),
          ),
        ),
      ),
      doubtful: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
      open: fc.option(fc.nat({ max: levels.length - 1 }), { nil: undefined }),
      outcomes: fc.tuple(condition, condition),
      scenarios: fc.array(condition, { maxLength: 2 }),
      without: fc.nat({ max: 9 }),
      alike: fc.option(condition, { freq: 1, nil: undefined }),
      blind: fc.option(condition, { freq: 1, nil: undefined }),
      rare: fc.nat({ max: 9 }),
    })
    .map((more): Case => {
      const preferences = more.readings.map(([one, two]) => (two ? [one, two] : [one]));
      const today = more.without === 0 ? undefined : base.today;
      const { open } = more;
      const other = preferences.findIndex((readings, party) => party > 0 && readings.length > 1);
      const [first, ...others] = preferences;
      return {
        ...base,
        today,
        parties: base.parties.map((party, at) =>
          at === 0 && more.blind && more.rare === 0
            ? { ...party, unaware: [{ when: more.blind, text: '', path: [] }] }
            : party,
        ),
        coalesce:
          more.alike && more.rare === 1
            ? [{ when: more.alike, text: '', why: undefined, from: [], path: [] }]
            : [],
        preferences:
          first && other > 0 && more.rare === 2
            ? [
                first.map((reading) => ({ ...reading, sees: [{ party: other, reading: 1 }] })),
                ...others,
              ]
            : preferences,
        rules: base.rules.map((rule, at) => ({ ...rule, isInDoubt: more.doubtful[at] === true })),
        openToday:
          open === undefined || !today
            ? []
            : [
                {
                  issue: open,
                  levels: [
                    today[open] as number,
                    ((today[open] as number) + 1) % (levels[open] as number),
                  ],
                  path: [],
                },
              ],
        outcomes: more.outcomes.map((when, at) => named(`o${at}`, when)),
        scenarios: more.scenarios.map((when, at) => named(`s${at}`, when)),
        proposals: [
          {
            id: 'plan',
            label: 'plan',
            by: [0],
            terms: [{ issue: 0, level: (levels[0] ?? 1) - 1 }],
            note: undefined,
            from: [],
            path: [],
          },
        ],
      };
    });
});
