import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  arbitraryCase,
  arbitraryCondition,
  caseOf,
  is,
  issueOf,
} from '../../test/laws/arbitrary.js';
import { columnsOf, isTrueAt } from './columns.js';
import { compileExpression, type Expression } from './expression.js';
import { buildSpace, levelsOf, statesWhere, truthTable } from './space.js';

const span = { start: 0, end: 0 };
const none = { terms: [], outcomes: [] };

/** Numbers below `total` at which a column is true. */
function trueAt(column: Uint32Array, total: number): number[] {
  return Array.from({ length: total }, (_, number) => number).filter((number) =>
    isTrueAt(column, number),
  );
}

it('an issue at a level is true on runs of its stride', () => {
  const column = columnsOf({ radices: [2, 3], strides: [1, 2], fixed: [-1, -1], total: 6 }, none);
  expect(trueAt(column(is(0, 1)), 6)).toEqual([1, 3, 5]);
  expect(trueAt(column(is(1, 2)), 6)).toEqual([4, 5]);
});

it('a fixed issue is true everywhere or nowhere', () => {
  const column = columnsOf({ radices: [2, 1], strides: [1, 2], fixed: [-1, 2], total: 2 }, none);
  expect(trueAt(column(is(1, 2)), 2)).toEqual([0, 1]);
  expect(trueAt(column(is(1, 0)), 2)).toEqual([]);
});

it('runs that end inside a word, and longer than a word, have exactly their numbers', () => {
  const total = 200;
  const column = columnsOf(
    { radices: [50, 2, 2], strides: [1, 50, 100], fixed: [-1, -1, -1], total },
    none,
  );
  const upper = Array.from({ length: total }, (_, number) => number);
  expect(trueAt(column(is(1, 1)), total)).toEqual(upper.filter((n) => n % 100 >= 50));
  expect(trueAt(column(is(2, 1)), total)).toEqual(upper.filter((n) => n >= 100));
});

it('a number of operands holds when at least so many do, equal ones each on their own', () => {
  const column = columnsOf({ radices: [2, 2], strides: [1, 2], fixed: [-1, -1], total: 4 }, none);
  const operands = [is(0, 1), is(0, 1), is(1, 1)];
  const atLeast = (count: number): Expression => ({ kind: 'atLeast', count, operands, span });
  expect(trueAt(column(atLeast(1)), 4)).toEqual([1, 2, 3]);
  expect(trueAt(column(atLeast(2)), 4)).toEqual([1, 3]);
  expect(trueAt(column(atLeast(3)), 4)).toEqual([3]);
  expect(trueAt(column(atLeast(4)), 4)).toEqual([]);
  expect(trueAt(column(atLeast(0)), 4)).toEqual([0, 1, 2, 3]);
});

it('all of nothing holds everywhere, any of nothing nowhere', () => {
  const column = columnsOf({ radices: [2], strides: [1], fixed: [-1], total: 2 }, none);
  expect(trueAt(column({ kind: 'and', operands: [], span }), 2)).toEqual([0, 1]);
  expect(trueAt(column({ kind: 'or', operands: [], span }), 2)).toEqual([]);
});

it('agrees with evaluating an expression outcome by outcome, of every kind', () => {
  const kinds = fc.tuple(
    arbitraryCase,
    arbitraryCondition([2, 2]),
    arbitraryCondition([2, 2]),
    fc.nat({ max: 4 }),
    fc.constantFrom('=', '!=', '<', '<=', '>', '>=' as const),
  );
  fc.assert(
    fc.property(kinds, ([drawn, a, b, count, operator]) => {
      const theCase = caseOf({
        parties: ['A'],
        issues: [...drawn.issues, issueOf('last', 3, { kind: 'by', parties: [0] })],
        today: undefined,
        wants: [[]],
      });
      const withTerm = {
        ...theCase,
        terms: [
          {
            id: 't',
            when: b,
            text: '',
            says: undefined,
            saysNot: undefined,
            note: undefined,
            path: [],
          },
        ],
      };
      if (drawn.issues.length < 2) return;
      const last = drawn.issues.length;
      const compared = { kind: 'comparison', issue: last, operator, level: 1, span } as const;
      const term = { kind: 'name', of: 'term', index: 0, span } as const;
      const whole: Expression[] = [
        a,
        compared,
        { kind: 'membership', issue: last, levels: [0, 2], span },
        { kind: 'if', condition: a, consequence: compared, span },
        { kind: 'iff', left: term, right: compared, span },
        { kind: 'atLeast', count, operands: [a, b, compared, term], span },
        { kind: 'not', operand: term, span },
        { kind: 'name', of: 'issue', index: 0, span },
      ];
      const space = buildSpace(withTerm);
      for (const expression of whole) {
        const predicate = compileExpression(expression, withTerm);
        const expected = Array.from({ length: space.size }, (_, state) =>
          predicate(levelsOf(space, state)) ? 1 : 0,
        );
        expect([...truthTable(space, expression)]).toEqual(expected);
        expect(statesWhere(space, expression)).toEqual(
          expected.flatMap((one, state) => (one ? [state] : [])),
        );
      }
    }),
    { numRuns: 150, seed: 20250427 },
  );
});
