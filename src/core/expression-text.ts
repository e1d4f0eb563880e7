import type { Expression } from './expression.js';

/** The parts of a case that give names to the positions in an expression. */
export type NamesOfCase = {
  readonly issues: readonly {
    readonly id: string;
    readonly levels: readonly { readonly id: string }[];
  }[];
  readonly terms: readonly { readonly id: string }[];
  readonly outcomes: readonly { readonly id: string }[];
};

// How tight a node binds: brackets stand where an operand binds looser than its place allows.
const conditional = 0;
const disjunction = 1;
const conjunction = 2;
const negation = 3;

/**
 * An expression in the language of case files, with no bracket more than needed to read back the
 * same tree: an `and` inside an `and` keeps its brackets, `not` before a comparison has none.
 *
 * An `and` or `or` of one operand, which cannot be written, is printed as that operand.
 *
 * @throws RangeError for an `and`, `or`, `at least` or list of levels that is empty, or a position
 *   that the case does not have: neither can be written.
 */
export function expressionText(expression: Expression, c: NamesOfCase): string {
  const idOf = (
    entries: readonly { readonly id: string }[] | undefined,
    index: number,
    missing: string,
  ): string => {
    const entry = entries?.[index];
    if (!entry) throw new RangeError(`expressionText: ${missing} ${index}`);
    return entry.id;
  };
  const issueId = (issue: number) => idOf(c.issues, issue, 'the case has no issue');
  const levelId = (issue: number, level: number) =>
    idOf(c.issues[issue]?.levels, level, `issue ${issue} has no level`);

  function operandsOf(node: { readonly operands: readonly Expression[]; readonly kind: string }) {
    if (node.operands.length > 0) return node.operands;
    throw new RangeError(`expressionText: "${node.kind}" of nothing cannot be written`);
  }

  function chain(operands: readonly Expression[], sign: 'and' | 'or', place: number): string {
    const [only] = operands;
    // An operand of the same kind is a node of its own: only brackets keep it apart.
    const inner = sign === 'and' ? negation : conjunction;
    if (operands.length === 1 && only) return print(only, place);
    const own = sign === 'and' ? conjunction : disjunction;
    const text = operands.map((operand) => print(operand, inner)).join(` ${sign} `);
    return own < place ? `(${text})` : text;
  }

  /** @param place - the loosest binding that can stand here without brackets */
  function print(node: Expression, place: number): string {
    switch (node.kind) {
      case 'comparison':
        return `${issueId(node.issue)} ${node.operator} ${levelId(node.issue, node.level)}`;
      case 'membership': {
        if (node.levels.length === 0) {
          throw new RangeError('expressionText: "in" of no levels cannot be written');
        }
        const levels = node.levels.map((level) => levelId(node.issue, level));
        return `${issueId(node.issue)} in [${levels.join(', ')}]`;
      }
      case 'name':
        if (node.of === 'issue') return issueId(node.index);
        return idOf(
          node.of === 'term' ? c.terms : c.outcomes,
          node.index,
          `the case has no ${node.of}`,
        );
      case 'not':
        return `not ${print(node.operand, negation)}`;
      case 'and':
      case 'or':
        return chain(operandsOf(node), node.kind, place);
      case 'if': {
        // After `then` another `if` needs no brackets; an `iff` does.
        const { consequence } = node;
        const last = print(consequence, consequence.kind === 'if' ? conditional : disjunction);
        const text = `if ${print(node.condition, disjunction)} then ${last}`;
        return place > conditional ? `(${text})` : text;
      }
      case 'iff': {
        const text = `${print(node.left, disjunction)} iff ${print(node.right, disjunction)}`;
        return place > conditional ? `(${text})` : text;
      }
      case 'atLeast': {
        const listed = operandsOf(node).map((operand) => print(operand, conditional));
        return `at least ${node.count} of (${listed.join(', ')})`;
      }
    }
  }

  return print(expression, conditional);
}
