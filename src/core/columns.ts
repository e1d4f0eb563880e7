import type { Definitions, Expression } from './expression.js';

/** A truth value per outcome number, 32 to a word, the lowest number in the lowest bit. */
export type Column = Uint32Array;

/** The shape of a mixed-radix numbering: which numbers have which level of an issue. */
export type Numbering = {
  readonly radices: readonly number[];
  readonly strides: readonly number[];
  /** For each issue the level it is fixed at, or −1 where it varies. */
  readonly fixed: readonly number[];
  /** How many outcome numbers there are. */
  readonly total: number;
};

/**
 * Evaluates expressions at every outcome number at once.
 *
 * An issue at a level is true on runs of `stride` numbers, every `stride · radix`; the connectives
 * work on 32 outcomes a word. Bits above `total` are undefined. Same truth as `compileExpression`
 * at the levels of each number. Terms and named outcomes are evaluated once and kept.
 *
 * @returns a function from an expression to its column; a column may be shared, so do not change it.
 *
 * Time O(size of the expression × outcomes / 32), and O(outcomes) an atom of an issue with a stride
 * below 32; memory one bit an outcome for each column kept.
 */
export function columnsOf(
  numbering: Numbering,
  definitions: Definitions,
): (expression: Expression) => Column {
  const words = Math.ceil(numbering.total / 32);
  const kept = new Map<string, Column>();
  const keep = (key: string, make: () => Column): Column => {
    const known = kept.get(key);
    if (known) return known;
    const column = make();
    kept.set(key, column);
    return column;
  };
  const combine = (a: Column, b: Column, bits: (a: number, b: number) => number): Column => {
    const column = new Uint32Array(words);
    for (let word = 0; word < words; word += 1) {
      column[word] = bits(a[word] as number, b[word] as number);
    }
    return column;
  };
  const everywhere = (): Column => new Uint32Array(words).fill(0xffffffff);
  const negate = (a: Column): Column => a.map((word) => ~word);

  const atLevels = (issue: number, accepts: (level: number) => boolean): Column => {
    const fixed = numbering.fixed[issue] as number;
    if (fixed !== -1) return new Uint32Array(words).fill(accepts(fixed) ? 0xffffffff : 0);
    const radix = numbering.radices[issue] as number;
    const accepted = Array.from({ length: radix }, (_, level) => accepts(level));
    return keep(`level ${issue} ${accepted.map(Number).join('')}`, () =>
      runs(words, numbering.total, numbering.strides[issue] as number, accepted),
    );
  };

  const evaluate = (node: Expression): Column => {
    switch (node.kind) {
      case 'comparison': {
        const { issue, level, operator } = node;
        switch (operator) {
          case '=':
            return atLevels(issue, (one) => one === level);
          case '!=':
            return atLevels(issue, (one) => one !== level);
          case '<':
            return atLevels(issue, (one) => one < level);
          case '<=':
            return atLevels(issue, (one) => one <= level);
          case '>':
            return atLevels(issue, (one) => one > level);
          case '>=':
            return atLevels(issue, (one) => one >= level);
        }
        break;
      }
      case 'membership':
        return atLevels(node.issue, (one) => node.levels.includes(one));
      case 'name': {
        const { of, index } = node;
        if (of === 'issue') return atLevels(index, (one) => one === 1);
        return keep(`${of} ${index}`, () => {
          const definition = (of === 'term' ? definitions.terms : definitions.outcomes)[index];
          if (!definition) throw new RangeError(`columnsOf: there is no ${of} ${index}`);
          return evaluate(definition.when);
        });
      }
      case 'not':
        return negate(evaluate(node.operand));
      case 'and':
        return node.operands
          .map(evaluate)
          .reduce((a, b) => combine(a, b, (x, y) => x & y), everywhere());
      case 'or':
        return node.operands
          .map(evaluate)
          .reduce((a, b) => combine(a, b, (x, y) => x | y), new Uint32Array(words));
      case 'if':
        return combine(evaluate(node.condition), evaluate(node.consequence), (x, y) => ~x | y);
      case 'iff':
        return combine(evaluate(node.left), evaluate(node.right), (x, y) => ~(x ^ y));
      case 'atLeast': {
        // met[k]: at least k + 1 of the operands seen so far hold.
        const met = Array.from({ length: node.count }, () => new Uint32Array(words));
        for (const operand of node.operands) {
          const column = evaluate(operand);
          for (let k = node.count - 1; k >= 0; k -= 1) {
            const own = met[k] as Column;
            const below = k === 0 ? undefined : (met[k - 1] as Column);
            for (let word = 0; word < words; word += 1) {
              const gains = (column[word] as number) & (below ? (below[word] as number) : ~0);
              own[word] = (own[word] as number) | gains;
            }
          }
        }
        return met[node.count - 1] ?? everywhere();
      }
    }
  };
  return evaluate;
}

/** The column of an issue at some of its levels: runs of `stride` numbers, level after level. */
function runs(words: number, total: number, stride: number, accepted: readonly boolean[]): Column {
  const column = new Uint32Array(words);
  for (let start = 0, level = 0; start < total; start += stride) {
    if (accepted[level]) setBits(column, start, start + stride);
    level = level + 1 === accepted.length ? 0 : level + 1;
  }
  return column;
}

function setBits(column: Column, from: number, to: number): void {
  const first = from >>> 5;
  const last = (to - 1) >>> 5;
  const head = (0xffffffff << (from & 31)) >>> 0;
  const tail = 0xffffffff >>> (31 - ((to - 1) & 31));
  if (first === last) {
    column[first] = (column[first] as number) | (head & tail);
    return;
  }
  column[first] = (column[first] as number) | head;
  column.fill(0xffffffff, first + 1, last);
  column[last] = (column[last] as number) | tail;
}

/** Whether a column is true at an outcome number. */
export function isTrueAt(column: Column, number: number): boolean {
  return (((column[number >>> 5] as number) >>> (number & 31)) & 1) === 1;
}
