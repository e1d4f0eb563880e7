import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ComparisonOperator,
  compileExpression,
  type Expression,
} from '../../src/core/expression.js';
import { expressionText } from '../../src/core/expression-text.js';
import { expressionWords, type SubjectMatter } from '../../src/core/expression-words.js';
import { negationNormal } from '../../src/core/negation-normal.js';
import { type NameTable, parseExpression } from '../../src/io/expression/parse-expression.js';

const span = { start: 0, end: 0 };

/** Ids of several scripts, one that looks like a keyword in capitals and one that is a number. */
const issueIds = [
  ['front', ['fighting', 'freeze', 'four_regions', 'settled']],
  ['санкции', ['остаются', 'сняты']],
  ['هدنة', ['لا_شيء', 'جزئية', 'كاملة']],
  ['NO', ['no', 'yes']],
  ['2025', ['0', '10', '20']],
  ['मिलन', ['क', 'ख']],
] as const;
const termIds = ['AND', 'перемирие', 'if_only'];
const outcomeIds = ['結果', 'x'];

const names: NameTable = {
  issues: issueIds.map(([id, levels]) => ({ id, levels, isLever: id === 'NO' })),
  terms: termIds,
  outcomes: outcomeIds,
};

const at = (issue: number, operator: ComparisonOperator, level: number): Expression => ({
  kind: 'comparison',
  issue,
  operator,
  level,
  span,
});

const c: SubjectMatter = {
  issues: issueIds.map(([id, levels]) => ({
    id,
    label: `label of ${id}`,
    levels: levels.map((level) => ({
      id: level,
      label: level,
      says: undefined,
      act: undefined,
      note: undefined,
      from: [],
    })),
    isLever: id === 'NO',
    control: { kind: 'nobody' },
    irreversible: undefined,
    blocked: [],
    note: undefined,
    from: [],
  })),
  terms: [at(0, '>=', 1), at(2, '!=', 1), at(4, '<', 2)].map((when, index) => ({
    id: termIds[index] as string,
    when,
    text: '',
    says: undefined,
    saysNot: undefined,
    note: undefined,
    path: [],
  })),
  outcomes: [at(1, '=', 0), at(3, '=', 1)].map((when, index) => ({
    id: outcomeIds[index] as string,
    label: `outcome ${index}`,
    when,
    text: '',
    set: undefined,
    note: undefined,
    from: [],
    path: [],
  })),
};

const levelCounts = issueIds.map(([, levels]) => levels.length);
const operators: readonly ComparisonOperator[] = ['=', '!=', '<', '<=', '>', '>='];

const comparison: fc.Arbitrary<Expression> = fc
  .tuple(fc.nat(levelCounts.length - 1), fc.constantFrom(...operators), fc.nat(99))
  .map(([issue, operator, level]) => at(issue, operator, level % (levelCounts[issue] as number)));

const membership: fc.Arbitrary<Expression> = fc
  .nat(levelCounts.length - 1)
  .chain((issue) =>
    fc
      .shuffledSubarray([...Array(levelCounts[issue]).keys()], { minLength: 1 })
      .map((levels): Expression => ({ kind: 'membership', issue, levels, span })),
  );

const twoLevelIssues = levelCounts.flatMap((count, index) => (count === 2 ? [index] : []));
const bareName: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .constantFrom(...twoLevelIssues)
    .map((index): Expression => ({ kind: 'name', of: 'issue', index, span })),
  fc
    .nat(termIds.length - 1)
    .map((index): Expression => ({ kind: 'name', of: 'term', index, span })),
  fc
    .nat(outcomeIds.length - 1)
    .map((index): Expression => ({ kind: 'name', of: 'outcome', index, span })),
);

const expressions: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => {
  const node = tie('node');
  const several = fc.array(node, { minLength: 2, maxLength: 4 });
  return {
    node: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      fc.oneof(comparison, membership, bareName),
      node.map((operand): Expression => ({ kind: 'not', operand, span })),
      several.map((operands): Expression => ({ kind: 'and', operands, span })),
      several.map((operands): Expression => ({ kind: 'or', operands, span })),
      fc.tuple(node, node).map(
        ([condition, consequence]): Expression => ({
          kind: 'if',
          condition,
          consequence,
          span,
        }),
      ),
      fc.tuple(node, node).map(([left, right]): Expression => ({ kind: 'iff', left, right, span })),
      fc.tuple(fc.array(node, { minLength: 1, maxLength: 4 }), fc.nat(3)).map(
        ([operands, count]): Expression => ({
          kind: 'atLeast',
          count: 1 + (count % operands.length),
          operands,
          span,
        }),
      ),
    ),
  };
}).node;

const outcome = fc.tuple(...levelCounts.map((count) => fc.nat(count - 1)));

/** The tree alone: where it stood in a text is left out. */
function bare(node: Expression): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === 'span' ? undefined : value)));
}

function read(text: string): Expression {
  const { expression, problems } = parseExpression(text, names);
  if (!expression) throw new Error(`${text}: ${JSON.stringify(problems)}`);
  return expression;
}

describe('expressions as text', () => {
  test('reading what was printed gives the same tree', () => {
    fc.assert(
      fc.property(expressions, (tree) => {
        expect(bare(read(expressionText(tree, c)))).toEqual(bare(tree));
      }),
      { numRuns: 500 },
    );
  });

  test('no pair of brackets can be left out', () => {
    fc.assert(
      fc.property(expressions, (tree) => {
        const text = expressionText(tree, c);
        for (const [open, close] of brackets(text)) {
          const without = `${text.slice(0, open)} ${text.slice(open + 1, close)} ${text.slice(close + 1)}`;
          const { expression } = parseExpression(without, names);
          if (expression) expect(bare(expression)).not.toEqual(bare(tree));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('spans are the text of the node', () => {
    fc.assert(
      fc.property(expressions, (tree) => {
        const text = expressionText(tree, c);
        visit(read(text), (node) => {
          const part = text.slice(node.span.start, node.span.end);
          expect(bare(read(part))).toEqual(bare(node));
        });
      }),
      { numRuns: 200 },
    );
  });

  test('any text at all is read without an exception', () => {
    const pieces = ['and', 'or', 'not', 'if', 'then', 'iff', 'in', 'at', 'least', 'of', '(', ')'];
    const more = ['[', ']', ',', '=', '!=', '<', '>=', '==', '&&', '!', '->', '≥', '"', '2', '-1'];
    const words = [
      'front',
      'freeze',
      'NO',
      'no',
      'санкции',
      'هدنة',
      '2025',
      '\u200b',
      '\u00a0',
      '😀',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(fc.constantFrom(...pieces, ...more, ...words), { maxLength: 14 })
        .map((list) => list.join(' ')),
      fc
        .array(fc.constantFrom(...pieces, ...more, ...words), { maxLength: 10 })
        .map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const { expression, problems } = parseExpression(any, names);
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(expression === undefined).toBe(errors.length > 0);
        for (const { span: place, what, help } of problems) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeGreaterThanOrEqual(place.start);
          expect(place.end).toBeLessThanOrEqual(any.length);
          expect(`${what}${help}`).not.toMatch(/undefined,|\[object|NaN/);
        }
        if (expression) expect(bare(read(expressionText(expression, c)))).toEqual(bare(expression));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('negation pushed inwards', () => {
  test('truth is the same at every outcome, and the opposite where negation is asked for', () => {
    fc.assert(
      fc.property(expressions, fc.array(outcome, { minLength: 1, maxLength: 8 }), (tree, list) => {
        const plain = compileExpression(tree, c);
        const same = compileExpression(negationNormal(tree), c);
        const opposite = compileExpression(negationNormal(tree, true), c);
        for (const levels of list) {
          expect(same(levels)).toBe(plain(levels));
          expect(opposite(levels)).toBe(!plain(levels));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('not stands before names, lists of levels and counts only', () => {
    fc.assert(
      fc.property(expressions, fc.boolean(), (tree, negated) => {
        visit(negationNormal(tree, negated), (node) => {
          if (node.kind !== 'not') return;
          expect(['name', 'membership', 'atLeast']).toContain(node.operand.kind);
        });
      }),
    );
  });

  test('an expression in the form stays as it is', () => {
    fc.assert(
      fc.property(expressions, (tree) => {
        const form = negationNormal(tree);
        expect(negationNormal(form)).toEqual(form);
      }),
    );
  });
});

describe('expressions in words', () => {
  test('every expression has words', () => {
    fc.assert(
      fc.property(expressions, (tree) => {
        const words = expressionWords(tree, c);
        expect(words).not.toMatch(/undefined|\s\s|[.]$/);
      }),
    );
  });

  test('expressions with the same words are true at the same outcomes', () => {
    const seen = new Map<string, { readonly truth: string; readonly text: string }>();
    for (const tree of manyTrees()) {
      const words = expressionWords(tree, small);
      const truth = truthOf(tree);
      const other = seen.get(words);
      if (other && other.truth !== truth) {
        const texts = [other.text, expressionText(tree, small)];
        expect.fail(`"${words}" stands for ${texts.join(' and for ')}`);
      }
      if (!other) seen.set(words, { truth, text: expressionText(tree, small) });
    }
    expect(seen.size).toBeGreaterThan(20_000);
  });
});

/** Three two-level issues whose clauses are single letters, and one of three levels. */
const small: SubjectMatter = {
  issues: [
    ...['p', 'q', 'r'].map((id) => ({
      ...(c.issues[1] as SubjectMatter['issues'][number]),
      id,
      label: id,
      levels: [`not-${id}`, id].map((says) => ({
        ...(c.issues[1]?.levels[0] as SubjectMatter['issues'][number]['levels'][number]),
        id: says,
        says,
      })),
    })),
    { ...(c.issues[0] as SubjectMatter['issues'][number]), id: 's', label: 's' },
  ],
  terms: [],
  outcomes: [],
};

function truthOf(tree: Expression): string {
  const holds = compileExpression(tree, small);
  let truth = '';
  for (let state = 0; state < 32; state += 1) {
    const levels = [state & 1, (state >> 1) & 1, (state >> 2) & 1, state >> 3];
    truth += holds(levels) ? '1' : '0';
  }
  return truth;
}

/** All compounds of two levels, all pairs of three, and a part of those of four. */
function* manyTrees(): Generator<Expression> {
  const [p, q, r] = [0, 1, 2].map(
    (index): Expression => ({ kind: 'name', of: 'issue', index, span }),
  ) as [Expression, Expression, Expression];
  const list: Expression = { kind: 'membership', issue: 3, levels: [1, 3], span };
  const atoms = [p, q, r, list];
  const flat = [
    ...atoms,
    ...[...pairs(p, q), ...pairs(q, r), ...pairs(r, list)],
    ...triples(p, q, r),
    ...triples(p, list, r),
  ];
  yield* flat;
  const deep: Expression[] = [];
  for (const left of flat) {
    for (const right of flat) {
      for (const tree of [...pairs(left, right), ...triples(p, left, right)]) {
        deep.push(tree);
        yield tree;
      }
    }
  }
  for (let index = 0; index < deep.length; index += 3) {
    const tree = deep[index] as Expression;
    const other = flat[index % flat.length] as Expression;
    yield* pairs(tree, other);
    yield* pairs(other, tree);
    yield* triples(tree, other, q);
  }
}

function pairs(left: Expression, right: Expression): Expression[] {
  return [
    { kind: 'and', operands: [left, right], span },
    { kind: 'or', operands: [left, right], span },
    { kind: 'if', condition: left, consequence: right, span },
    { kind: 'iff', left, right, span },
  ];
}

function triples(...operands: [Expression, Expression, Expression]): Expression[] {
  const two: Expression = { kind: 'atLeast', count: 2, operands, span };
  return [
    { kind: 'and', operands, span },
    { kind: 'or', operands, span },
    two,
    { kind: 'not', operand: two, span },
  ];
}

function visit(node: Expression, see: (node: Expression) => void): void {
  see(node);
  switch (node.kind) {
    case 'not':
      visit(node.operand, see);
      break;
    case 'and':
    case 'or':
    case 'atLeast':
      for (const operand of node.operands) visit(operand, see);
      break;
    case 'if':
      visit(node.condition, see);
      visit(node.consequence, see);
      break;
    case 'iff':
      visit(node.left, see);
      visit(node.right, see);
      break;
    default:
      break;
  }
}

function brackets(text: string): [number, number][] {
  const open: number[] = [];
  const found: [number, number][] = [];
  for (const [index, character] of [...text].entries()) {
    if (character === '(') open.push(index);
    if (character !== ')') continue;
    const start = open.pop() as number;
    // Those of a list are part of its grammar.
    if (!text.slice(0, start).endsWith(' of ')) found.push([start, index]);
  }
  return found;
}
