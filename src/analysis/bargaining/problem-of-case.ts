import type { Case, Reading, Setting, Want } from '../../core/case.js';
import { compileExpression, type Expression } from '../../core/expression.js';
import { issuesMentioned } from '../../core/issues-mentioned.js';
import { type Rational, rational } from '../../core/rational.js';
import { fixedLevels } from '../../core/space.js';
import { leastCommonMultiple } from './column.js';
import type { Factor, FactoredAmounts, Problem, Restriction } from './problem.js';

/** What a case asks of a factored problem that cannot be given. */
export type NoProblem =
  /** A rule, red line or want mentions so many issues that it cannot be tabulated. */
  | { readonly kind: 'too wide'; readonly text: string; readonly combinations: number }
  /** The case makes several outcomes one: then outcomes are not what their levels say. */
  | { readonly kind: 'coalesced' };

/** A problem over the issues of a case that vary, and what it leaves out. */
export type CaseProblem = {
  readonly problem: Problem;
  /** For each issue of the problem its issue in the case, ascending; choices are its levels. */
  readonly issues: readonly number[];
  /** For each issue of the case the level it is fixed at, −1 where it varies. */
  readonly fixed: readonly number[];
  /** Parties whose reading gives neither points nor a worth; their amounts are all 0. */
  readonly withoutAmounts: readonly number[];
};

/** Most combinations of levels that one rule or want may have. */
export const mostTabulated = 1_048_576;

/**
 * The bargaining problem of a case under readings, without listing its outcomes.
 *
 * Points become a table over their issue, weight / 100 · score; the worth of a want a table over the
 * issues that the want mentions, terms and named outcomes unfolded; a rule a restriction over its
 * issues, and so a red line of one of the given parties. Issues that nobody moves and those that are
 * set keep their level. Amounts are those of `utilitiesOf`.
 *
 * @param readings - the reading in force of each party; undefined for a party without any.
 * @param withRedLines - parties whose red lines no outcome may cross.
 * @returns a reason where it cannot be done.
 * @throws RangeError where a name refers to itself, as `compileExpression` does.
 *
 * Time O(combinations of the levels that each rule and want mentions).
 */
export function problemOfCase(
  theCase: Case,
  readings: readonly (Reading | undefined)[],
  settings: readonly Setting[] = [],
  withRedLines: readonly number[] = [],
): CaseProblem | NoProblem {
  if (theCase.coalesce.length > 0) return { kind: 'coalesced' };
  const fixed = fixedLevels(theCase, settings);
  const issues = fixed.flatMap((level, issue) => (level === -1 ? [issue] : []));
  const choices = issues.map((issue) => theCase.issues[issue]?.levels.length as number);

  const tooWide: NoProblem[] = [];
  const tabulate = (expression: Expression, text: string) => {
    const scope = scopeOf(theCase, expression, fixed, issues);
    const combinations = scope.reduce((product, at) => product * (choices[at] as number), 1);
    if (combinations > mostTabulated) {
      tooWide.push({ kind: 'too wide', text, combinations });
      return { scope: [], isTrue: new Uint8Array(1) };
    }
    const isTrueAt = compileExpression(expression, theCase);
    const levels = fixed.map((level) => Math.max(0, level));
    const isTrue = Uint8Array.from({ length: combinations }, (_, entry) => {
      let rest = entry;
      for (const at of scope) {
        levels[issues[at] as number] = rest % (choices[at] as number);
        rest = Math.floor(rest / (choices[at] as number));
      }
      return isTrueAt(levels) ? 1 : 0;
    });
    return { scope, isTrue };
  };

  const forbidden = [
    ...theCase.rules.map(({ never, text }) => ({ never, text })),
    ...withRedLines.flatMap((party) =>
      (readings[party]?.redLines ?? []).map(({ line, text }) => ({ never: line, text })),
    ),
  ];
  const restrictions = forbidden.map(({ never, text }): Restriction => {
    const { scope, isTrue } = tabulate(never, text);
    return { scope, allowed: isTrue.map((own) => 1 - own) };
  });
  const parties = theCase.parties.map((_, party) => {
    const reading = readings[party];
    const wants = worthWants(reading);
    const factors = [
      ...pointFactors(reading, fixed, issues),
      ...wants.map(({ want, text, worth }) => {
        const { scope, isTrue } = tabulate(want, text);
        return {
          scope,
          values: Array.from(isTrue, (own) => (own ? (worth as Rational) : rational(0n))),
        };
      }),
    ];
    return overOneDenominator(factors);
  });
  const [first] = tooWide;
  if (first) return first;
  return {
    problem: { choices, parties, restrictions },
    issues,
    fixed,
    withoutAmounts: readings.flatMap((reading, party) =>
      reading?.points || worthWants(reading).length > 0 ? [] : [party],
    ),
  };
}

type Fractions = { readonly scope: readonly number[]; readonly values: readonly Rational[] };

function worthWants(reading: Reading | undefined): readonly Want[] {
  return (reading?.wants ?? []).flat().filter(({ worth }) => worth !== undefined);
}

/** A table for each issue with points; a single value for one that is fixed. */
function pointFactors(
  reading: Reading | undefined,
  fixed: readonly number[],
  issues: readonly number[],
): readonly Fractions[] {
  return (reading?.points?.issues ?? []).map(({ issue, weight, scores }) => {
    const values = scores.map((score) => rational(weight.n * score.n, weight.d * score.d * 100n));
    const level = fixed[issue] as number;
    return level === -1
      ? { scope: [issues.indexOf(issue)], values }
      : { scope: [], values: [values[level] as Rational] };
  });
}

function overOneDenominator(factors: readonly Fractions[]): FactoredAmounts {
  const denominator = factors
    .flatMap(({ values }) => values)
    .reduce((common, { d }) => leastCommonMultiple(common, d), 1n);
  return {
    denominator,
    factors: factors.map(
      ({ scope, values }): Factor => ({
        scope,
        values: values.map(({ n, d }) => (n * denominator) / d),
      }),
    ),
  };
}

/** The places among `issues` of those that an expression mentions and that vary, ascending. */
function scopeOf(
  theCase: Case,
  expression: Expression,
  fixed: readonly number[],
  issues: readonly number[],
): readonly number[] {
  const mentioned = issuesMentioned(expression, theCase);
  return issues.flatMap((issue, at) => (mentioned.has(issue) && fixed[issue] === -1 ? [at] : []));
}
