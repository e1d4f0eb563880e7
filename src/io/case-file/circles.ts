import type { Expression } from '../../core/expression.js';
import { atKey, type Problems } from './problems.js';
import type { Entry } from './yaml-tree.js';

/** A term or a named outcome, with the line that defines it. */
export type Definition = {
  readonly id: string;
  readonly of: 'term' | 'outcome';
  readonly index: number;
  readonly when: Expression;
  readonly entry: Entry;
};

/** Most comparisons that a condition may stand for once its terms are written out. */
const largestUnfolded = 100_000;

/**
 * Reports terms and named outcomes that refer to themselves, each circle once, and those that stand
 * for more comparisons than could ever be evaluated.
 *
 * Depth-first over the references, on a list of its own rather than by recursion. Time O(size of
 * all conditions).
 */
export function checkCircles(definitions: readonly Definition[], problems: Problems): void {
  const byName = new Map(definitions.map((definition) => [keyOf(definition), definition]));
  const uses = new Map<
    Definition,
    { readonly names: readonly Definition[]; readonly size: number }
  >();
  for (const definition of definitions) {
    const names: Definition[] = [];
    const size = visit(definition.when, (of, index) => {
      const used = byName.get(`${of} ${index}`);
      if (used) names.push(used);
    });
    uses.set(definition, { names, size });
  }
  const sizes = new Map<Definition, number>();
  const open: Definition[] = [];
  const nextOf: number[] = [];
  for (const start of definitions) {
    if (sizes.has(start)) continue;
    open.push(start);
    nextOf.push(0);
    while (open.length > 0) {
      const current = open[open.length - 1] as Definition;
      const use = uses.get(current);
      const next = use?.names[nextOf[nextOf.length - 1] ?? 0];
      nextOf[nextOf.length - 1] = (nextOf[nextOf.length - 1] ?? 0) + 1;
      if (next === undefined) {
        open.pop();
        nextOf.pop();
        sizes.set(current, unfolded(current));
      } else if (open.includes(next)) {
        reportCircle(open.slice(open.indexOf(next)), problems);
      } else if (!sizes.has(next)) {
        open.push(next);
        nextOf.push(0);
      }
    }
  }

  function unfolded(definition: Definition): number {
    const use = uses.get(definition);
    const inner = (use?.names ?? []).map((name) => sizes.get(name) ?? 1);
    const size = inner.reduce((total, each) => total + each, use?.size ?? 1);
    if (size > largestUnfolded && !inner.includes(Number.POSITIVE_INFINITY)) {
      problems.add(
        'DET107',
        atKey(definition.entry),
        `"${definition.id}" stands for more than ${largestUnfolded} comparisons once its terms are written out`,
        {
          help: 'let it refer to fewer terms, or to each of them once',
        },
      );
    }
    return size > largestUnfolded ? Number.POSITIVE_INFINITY : size;
  }
}

function keyOf({ of, index }: Definition): string {
  return `${of} ${index}`;
}

function reportCircle(circle: readonly Definition[], problems: Problems): void {
  const [first] = circle;
  if (!first) return;
  const names = [...circle, first].map((definition) => definition.id);
  const isSelf = circle.length === 1;
  problems.add(
    'DET304',
    atKey(first.entry),
    isSelf
      ? `"${first.id}" is defined by itself`
      : `"${first.id}" is defined by itself, in a circle`,
    {
      details: [`the circle: ${names.join(' → ')}`],
      help: isSelf
        ? 'say it in issues and other terms'
        : 'take one of these names out of the condition before it',
    },
  );
}

/** Number of nodes; tells of each reference to a term or a named outcome. */
function visit(root: Expression, onName: (of: 'term' | 'outcome', index: number) => void): number {
  const open: Expression[] = [root];
  let size = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    size += 1;
    if (node.kind === 'name' && node.of !== 'issue') onName(node.of, node.index);
    else if (node.kind === 'not') open.push(node.operand);
    else if (node.kind === 'if') open.push(node.condition, node.consequence);
    else if (node.kind === 'iff') open.push(node.left, node.right);
    else if ('operands' in node) open.push(...node.operands);
  }
  return size;
}
