import fc from 'fast-check';
import type { Case, Control, Issue, Level, Reading, Rule, Want } from '../../src/core/case.js';
import type { Consent } from '../../src/core/consent.js';
import type { Expression } from '../../src/core/expression.js';
import { rational } from '../../src/core/rational.js';
import { buildSpace } from '../../src/core/space.js';

const span = { start: 0, end: 0 };
const blank = { note: undefined, from: [] };

/** A case built from its working parts; everything a stability question ignores is left empty. */
export function caseOf(parts: {
  readonly parties: readonly string[];
  readonly issues: readonly Issue[];
  readonly today: readonly number[] | undefined;
  readonly rules?: readonly Expression[];
  readonly wants: readonly (readonly (readonly Expression[])[])[];
}): Case {
  return {
    title: 'generated',
    asOf: undefined,
    question: undefined,
    decisionFor: undefined,
    handling: undefined,
    note: undefined,
    parties: parts.parties.map((id) => ({
      id,
      name: id,
      called: id,
      voices: [],
      members: [],
      aliases: [],
      unaware: [],
      attitudes: [],
      concept: undefined,
      consent: undefined,
      note: undefined,
    })),
    issues: parts.issues,
    today: parts.today,
    openToday: [],
    rules: (parts.rules ?? []).map(
      (never, at): Rule => ({
        never,
        text: '',
        why: undefined,
        from: [],
        isInDoubt: false,
        path: ['rules', at],
      }),
    ),
    coalesce: [],
    terms: [],
    outcomes: [],
    scenarios: [],
    preferences: parts.wants.map((groups, party) => [readingOf(groups, party)]),
    proposals: [],
    tracks: [],
    threats: [],
    consent: undefined,
    evidence: { sources: [], statements: [], claims: [], hypotheses: [], questions: [] },
    later: undefined,
  };
}

function readingOf(groups: readonly (readonly Expression[])[], party: number): Reading {
  return {
    id: 'stated',
    label: 'stated',
    weight: undefined,
    why: undefined,
    from: [],
    wants: groups.map((group, at) =>
      group.map(
        (want, inside): Want => ({
          want,
          text: '',
          label: undefined,
          why: undefined,
          from: [],
          confidence: undefined,
          worth: undefined,
          isStrong: false,
          isUnknown: false,
          isUnsure: false,
          path: ['wants', party, at, inside],
        }),
      ),
    ),
    ranking: undefined,
    points: undefined,
    redLines: [],
    noDeal: undefined,
    ranges: [],
    sees: [],
    path: ['wants', party],
  };
}

/** An issue with levels l0, l1, … */
export function issueOf(
  id: string,
  levels: number,
  control: Control,
  more?: Partial<Issue>,
): Issue {
  return {
    id,
    label: id,
    levels: Array.from(
      { length: levels },
      (_, level): Level => ({
        id: `l${level}`,
        label: `l${level}`,
        says: undefined,
        act: undefined,
        ...blank,
      }),
    ),
    isLever: false,
    control,
    irreversible: undefined,
    blocked: [],
    ...blank,
    ...more,
  };
}

/** `issue = level`. */
export function is(issue: number, level: number): Expression {
  return { kind: 'comparison', issue, operator: '=', level, span };
}

/** Expressions that name levels only by equality, so that levels may be renumbered. */
export function arbitraryCondition(levels: readonly number[]): fc.Arbitrary<Expression> {
  const atom = fc
    .nat({ max: levels.length - 1 })
    .chain((issue) => fc.nat({ max: (levels[issue] ?? 1) - 1 }).map((level) => is(issue, level)));
  return fc.letrec<{ node: Expression }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: atom },
      {
        weight: 1,
        arbitrary: tie('node').map((operand) => ({ kind: 'not' as const, operand, span })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('and' as const, 'or' as const), tie('node'), tie('node'))
          .map(([kind, a, b]) => ({ kind, operands: [a, b], span })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('node'), tie('node'))
          .map(([left, right]) => ({ kind: 'iff' as const, left, right, span })),
      },
    ),
  })).node;
}

function subsets(parties: number, least: number): fc.Arbitrary<number[]> {
  return fc
    .uniqueArray(fc.nat({ max: parties - 1 }), { minLength: Math.min(least, parties) })
    .map((list) => list.sort((a, b) => a - b));
}

/** Trees over some of the parties: every kind of block, one inside another, weights of 0 and ties. */
export function arbitraryConsent(parties: readonly number[]): fc.Arbitrary<Consent> {
  const party = fc
    .constantFrom(...parties)
    .map((one): Consent => ({ kind: 'party' as const, party: one }));
  const trees = fc.letrec<{ tree: Consent; branches: Consent[] }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 2, arbitrary: party },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('all' as const, 'any' as const), tie('branches'))
          .map(([kind, of]): Consent => ({ kind, of })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.nat(), tie('branches'))
          .map(([least, of]): Consent => ({ kind: 'atLeast', least: 1 + (least % of.length), of })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            fc.nat(),
            fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }),
            tie('branches'),
          )
          .map(([quota, weights, of]): Consent => {
            const own = of.map((_, at) => (at === 0 ? 1 : 0) + (weights[at] as number));
            const sum = own.reduce((total, weight) => total + weight, 0);
            return {
              kind: 'weight',
              quota: rational(BigInt(1 + (quota % (2 * sum))), 2n),
              of: of.map((consent, at) => ({
                consent,
                weight: rational(BigInt(own[at] as number)),
              })),
            };
          }),
      },
    ),
    branches: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
  }));
  return trees.tree;
}

/** Constituents of some parties: the party itself and later ones, so that there is no circle. */
export function arbitraryConstituents(parties: number): fc.Arbitrary<(Consent | undefined)[]> {
  return fc.tuple(
    ...Array.from({ length: parties }, (_, party) =>
      fc.option(
        arbitraryConsent(Array.from({ length: parties - party }, (__, more) => party + more)),
        { freq: 1, nil: undefined },
      ),
    ),
  );
}

function arbitraryIssue(
  at: number,
  levels: number,
  parties: number,
  all: readonly number[],
): fc.Arbitrary<Issue> {
  const by = subsets(parties, 1).map((who): Control => ({ kind: 'by', parties: who }));
  const agree = subsets(parties, 2).chain((signers) =>
    fc
      .tuple(
        fc.array(
          fc.record({ party: fc.constantFrom(...signers), to: fc.nat({ max: levels - 2 }) }),
          { maxLength: 3 },
        ),
        fc.boolean(),
        fc.option(arbitraryConsent(signers), { freq: 1, nil: undefined }),
      )
      .map(
        ([alone, together, consent]): Control => ({
          kind: 'agree',
          parties: signers,
          consent,
          leave: { alone, together: together || alone.length > 0 },
        }),
      ),
  );
  const moves = fc
    .array(
      fc.record({
        parties: subsets(parties, 1),
        from: fc.nat({ max: levels - 1 }).map((level) => [level]),
        to: fc.nat({ max: levels - 1 }).map((level) => [level]),
        when: fc.option(arbitraryCondition(all), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((list): Control => ({ kind: 'moves', moves: list }));
  const controls = parties > 1 ? [by, by, agree, agree, moves] : [by, moves];
  return fc
    .tuple(
      fc.oneof(...controls),
      fc.constantFrom(undefined, undefined, undefined, 'up' as const, 'down' as const),
      fc.array(
        fc.record({
          parties: subsets(parties, 1),
          when: fc.option(arbitraryCondition(all), { nil: undefined }),
          to: fc.nat({ max: levels - 1 }).map((level) => [level]),
        }),
        { maxLength: 1 },
      ),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([control, irreversible, blocked, rare]) =>
      issueOf(`i${at}`, levels, control, { irreversible, blocked: rare === 0 ? blocked : [] }),
    );
}

/**
 * Small cases of every kind: parties within the given numbers, levers, agreements of every `leave` and
 * of all signers or those of a rule, sometimes one of the case, one-way issues, explicit and conditional
 * moves, blocks, rules, equally important wants, ties. At most 48
 * outcomes; at least one is feasible, and today is.
 */
export function arbitraryCaseOf(fewest: number, most: number): fc.Arbitrary<Case> {
  return fc
    .tuple(
      fc.integer({ min: fewest, max: most }),
      fc.constantFrom(
        [2],
        [2, 2],
        [3, 2],
        [2, 2, 2],
        [3, 3],
        [2, 3, 2],
        [2, 2, 2, 2],
        [4, 3, 2],
        [2, 2, 3, 2, 2],
      ),
    )
    .chain(([parties, levels]) =>
      fc.record({
        parties: fc.constant(Array.from({ length: parties }, (_, at) => `P${at}`)),
        issues: fc.tuple(...levels.map((count, at) => arbitraryIssue(at, count, parties, levels))),
        rules: fc.array(arbitraryCondition(levels), { maxLength: 2 }),
        wants: fc.tuple(
          ...Array.from({ length: parties }, () =>
            fc.array(fc.array(arbitraryCondition(levels), { minLength: 1, maxLength: 2 }), {
              maxLength: 5,
            }),
          ),
        ),
        consent: fc.option(
          arbitraryConsent(Array.from({ length: Math.min(2, parties) }, (_, at) => at)),
          { freq: 1, nil: undefined },
        ),
        todayAt: fc.nat(),
      }),
    )
    .map(({ todayAt, rules, consent, ...parts }) => {
      const draft = { ...caseOf({ ...parts, rules, today: parts.issues.map(() => 0) }), consent };
      const space = buildSpace(draft);
      if (space.size === 0) return caseOf({ ...parts, today: parts.issues.map(() => 0) });
      const number = space.numbers[todayAt % space.size] as number;
      const today = parts.issues.map(
        (issue, at) => Math.floor(number / (space.strides[at] as number)) % issue.levels.length,
      );
      return { ...caseOf({ ...parts, rules, today }), consent };
    });
}

/** The same with one to four parties. */
export const arbitraryCase: fc.Arbitrary<Case> = arbitraryCaseOf(1, 4);
