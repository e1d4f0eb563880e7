import type { Case, Issue, Level } from './case.js';
import { compileExpression, type Expression } from './expression.js';
import { negationNormal } from './negation-normal.js';

/** The parts of a case that an expression speaks about. */
export type SubjectMatter = Pick<Case, 'issues' | 'terms' | 'outcomes'>;

export type WordingOptions = {
  /** Say what every term stands for, also where the file gives it a clause of its own. */
  readonly unfoldTerms?: boolean;
};

/**
 * An expression as an English clause in the labels of the case, without a full stop.
 *
 * `not` is pushed inwards first (`negationNormal`), so that it falls on single clauses. Then:
 *
 * - An issue at one level: the level's own clause (`says`), else "the front line is frozen". A lever
 *   whose levels say nothing: "the answer on a reassurance force is yes", which fits a noun of any
 *   number, an action and a bare id alike.
 * - An issue at several: "is at least / at most / short of / beyond frozen" where an order is
 *   compared, "is not frozen", "is frozen or settled", "is neither frozen nor settled"; two levels of
 *   which one has a clause of its own are given as two clauses.
 * - A term: its clause, or the clause that it does not hold; without one, what it stands for.
 * - A named outcome: "the outcome “a divided front” holds", or "does not hold".
 * - `if`: "if a, then b". `iff`: "a exactly when b". `at least`: "at least two of these hold: a, b
 *   and c"; negated, "at most one of these holds: …". Of one or of all it is an `or` or an `and`.
 *
 * Different meanings never share a sentence (as long as different clauses do not): an `or` inside an
 * `and` is "either … or …", and what joins compound parts is one step heavier than what stands within
 * them: "and", then ", and", then "; and"; where that is not enough there are round brackets.
 *
 * @throws RangeError for a position that the case does not have, an `and` or `or` of nothing, and for
 *   terms that refer to themselves.
 */
export function expressionWords(
  expression: Expression,
  c: SubjectMatter,
  options: WordingOptions = {},
): string {
  return phrase(spell(negationNormal(expression), c, options, [])).text;
}

/** The text with a capital at its start, for the beginning of a sentence. */
export function capitalise(text: string): string {
  return text.replace(/^(\(*)(\p{Ll})/u, (_, brackets: string, letter: string) => {
    const capital = letter.toUpperCase();
    // A ligature or ß has no capital of its own.
    return brackets + (capital.length === letter.length ? capital : letter);
  });
}

/** What is left of an expression once every clause has its words. */
type Spelt =
  /** `either` is the clause where an "or" inside it has to be announced. */
  | { readonly kind: 'clause'; readonly text: string; readonly either?: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Spelt[] }
  | { readonly kind: 'if' | 'iff'; readonly first: Spelt; readonly second: Spelt }
  | { readonly kind: 'list'; readonly heading: string; readonly parts: readonly Spelt[] };

function spell(
  node: Expression,
  c: SubjectMatter,
  options: WordingOptions,
  open: readonly Expression[],
): Spelt {
  switch (node.kind) {
    case 'comparison':
    case 'membership':
      return aboutIssue(node, false, c);
    case 'name':
      return named(node, false, c, options, open);
    case 'not': {
      const { operand } = node;
      if (operand.kind === 'name') return named(operand, true, c, options, open);
      if (operand.kind === 'membership') return aboutIssue(operand, true, c);
      if (operand.kind === 'atLeast') return counted(operand, true, c, options, open);
      return spell(negationNormal(node), c, options, open);
    }
    case 'and':
    case 'or': {
      const parts = node.operands.map((operand) => spell(operand, c, options, open));
      return joined(node.kind, parts);
    }
    case 'if':
      return {
        kind: 'if',
        first: spell(node.condition, c, options, open),
        second: spell(node.consequence, c, options, open),
      };
    case 'iff':
      return {
        kind: 'iff',
        first: spell(node.left, c, options, open),
        second: spell(node.right, c, options, open),
      };
    case 'atLeast':
      return counted(node, false, c, options, open);
  }
}

/** `and` inside `and` says the same without the inner one, and so does `or` inside `or`. */
function joined(kind: 'and' | 'or', parts: readonly Spelt[]): Spelt {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  if (!only) throw new RangeError(`expressionWords: "${kind}" of nothing has no words`);
  return flat.length === 1 ? only : { kind, parts: flat };
}

function named(
  node: Extract<Expression, { kind: 'name' }>,
  negated: boolean,
  c: SubjectMatter,
  options: WordingOptions,
  open: readonly Expression[],
): Spelt {
  if (node.of === 'issue') {
    const issue = entry(c.issues, node.index, 'issue');
    return clause(levelClause(issue, entry(issue.levels, negated ? 0 : 1, 'level')));
  }
  if (node.of === 'outcome') {
    const { label } = entry(c.outcomes, node.index, 'outcome');
    return clause(`the outcome “${label}” ${negated ? 'does not hold' : 'holds'}`);
  }
  const term = entry(c.terms, node.index, 'term');
  const says = negated ? term.saysNot : term.says;
  if (says !== undefined && !options.unfoldTerms) return clause(says);
  if (open.includes(term.when)) {
    throw new RangeError(`expressionWords: term ${node.index} refers to itself`);
  }
  return spell(negationNormal(term.when, negated), c, options, [...open, term.when]);
}

function aboutIssue(
  node: Extract<Expression, { kind: 'comparison' | 'membership' }>,
  negated: boolean,
  c: SubjectMatter,
): Spelt {
  const issue = entry(c.issues, node.issue, 'issue');
  const { label, levels } = issue;
  const named = node.kind === 'comparison' ? [node.level] : node.levels;
  for (const level of named) entry(levels, level, 'level');
  const holds = compileExpression(node, { terms: [], outcomes: [] });
  const accepted = levels.filter(
    (_, level) => holds({ length: 0, [node.issue]: level }) !== negated,
  );
  const excluded = levels.filter((level) => !accepted.includes(level));

  const [first, second] = accepted;
  if (!first) return clause(`${label} is at no level`);
  if (!second) return clause(levelClause(issue, first));
  if (excluded.length === 0) return clause(`${label} is at any level`);
  if (accepted.length === 2 && accepted.some((level) => level.says !== undefined)) {
    const parts = accepted.map((level) => clause(levelClause(issue, level)));
    return { kind: 'or', parts };
  }

  if (node.kind === 'comparison') {
    const level = entry(levels, node.level, 'level').label;
    // "Beyond" the first level is any other: "not" is plainer.
    if (node.operator === '!=' || (node.operator === '>' && node.level === 0)) {
      return clause(`${label} is not ${level}`);
    }
    return clause(`${label} is ${orderWords[node.operator]} ${level}`);
  }
  if (accepted.length > 2) {
    const [out, another] = excluded;
    if (out && !another) {
      if (out === levels[0]) return clause(`${label} is at least ${first.label}`);
      if (out === levels.at(-1)) return clause(`${label} is at most ${accepted.at(-1)?.label}`);
      return clause(`${label} is not ${out.label}`);
    }
    if (negated && accepted.length > excluded.length) {
      const labels = excluded.map((level) => level.label);
      return labels.length === 2
        ? clause(`${label} is neither ${labels.join(' nor ')}`)
        : clause(`${label} is none of ${series(labels, 'and')}`);
    }
  }
  const choice = series(
    accepted.map((level) => level.label),
    'or',
  );
  return { ...clause(`${label} is ${choice}`), either: `${label} is either ${choice}` };
}

const orderWords = {
  '=': '',
  '!=': 'not',
  '<': 'short of',
  '<=': 'at most',
  '>': 'beyond',
  '>=': 'at least',
} as const;

function levelClause(issue: Issue, level: Level): string {
  if (level.says !== undefined) return level.says;
  const isBareLever = issue.isLever && (level.label === 'yes' || level.label === 'no');
  return isBareLever
    ? `the answer on ${issue.label} is ${level.label}`
    : `${issue.label} is ${level.label}`;
}

function counted(
  node: Extract<Expression, { kind: 'atLeast' }>,
  negated: boolean,
  c: SubjectMatter,
  options: WordingOptions,
  open: readonly Expression[],
): Spelt {
  const { operands, count, span } = node;
  if (count === 1 || count === operands.length) {
    // One of them is their "or", all of them their "and", in the negative the other way round.
    const kind = count === 1 ? 'or' : 'and';
    return spell(negationNormal({ kind, operands, span }, negated), c, options, open);
  }
  const parts = operands.map((operand) => spell(operand, c, options, open));
  const bound = negated ? `at most ${numberWord(count - 1)}` : `at least ${numberWord(count)}`;
  const verb = negated && count === 2 ? 'holds' : 'hold';
  return { kind: 'list', heading: `${bound} of these ${verb}`, parts };
}

/** How heavy a sign must be to separate the phrase from its neighbours: " and ", ", ", "; ", none. */
type Weight = 0 | 1 | 2 | 3;
type Phrase = { readonly text: string; readonly weight: Weight };

function phrase(node: Spelt): Phrase {
  switch (node.kind) {
    case 'clause':
      return { text: node.text, weight: weightOf(node.text) };
    case 'and':
    case 'or':
      return chain(
        node.kind,
        node.parts.map((part) => partOf(part, node.kind)),
      );
    case 'if': {
      const condition = within(node.first, ['if', 'iff']);
      const consequence = within(node.second, ['iff']);
      return { text: `if ${condition.text}, then ${consequence.text}`, weight: 2 };
    }
    case 'iff': {
      const left = within(node.first, ['if', 'iff', 'list']);
      const right = within(node.second, ['if', 'iff', 'list']);
      const comma = left.weight + right.weight > 0 ? ',' : '';
      return { text: `${left.text}${comma} exactly when ${right.text}`, weight: 2 };
    }
    case 'list': {
      const items = chain(
        'and',
        node.parts.map((part) => partOf(part, undefined)),
      );
      return { text: `${node.heading}: ${items.text}`, weight: items.weight === 3 ? 3 : 2 };
    }
  }
}

/** A part of an `and`, an `or` or (`undefined`) a list. A list would run on into what follows. */
function partOf(node: Spelt, inside: 'and' | 'or' | undefined): Phrase {
  const part = within(node, ['list']);
  if (part.isBracketed || inside === 'or') return part;
  if (node.kind === 'clause') return { ...part, text: node.either ?? node.text };
  return node.kind === 'or' ? { ...part, text: `either ${part.text}` } : part;
}

/** In brackets if it is of one of these kinds, or holds semicolons already. */
function within(
  node: Spelt,
  bracketed: readonly Spelt['kind'][],
): Phrase & { readonly isBracketed: boolean } {
  const inner = phrase(node);
  const isBracketed = inner.weight === 3 || bracketed.includes(node.kind);
  return isBracketed
    ? { text: `(${inner.text})`, weight: 0, isBracketed }
    : { ...inner, isBracketed };
}

function chain(sign: 'and' | 'or', parts: readonly Phrase[]): Phrase {
  const texts = parts.map((part) => part.text);
  const heaviest = Math.max(...parts.map((part) => part.weight));
  if (heaviest === 0) return { text: series(texts, sign), weight: texts.length > 2 ? 2 : 1 };
  if (heaviest === 1 && texts.length === 2) {
    return { text: texts.join(`, ${sign} `), weight: 2 };
  }
  const last = texts.at(-1);
  return { text: `${texts.slice(0, -1).join('; ')}; ${sign} ${last}`, weight: 3 };
}

/** `a, b and c` */
function series(words: readonly string[], sign: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${sign} ${words.at(-1)}`;
}

/** A clause from the case's own words can hold signs and joins of its own. */
function weightOf(text: string): Weight {
  if (text.includes(';')) return 3;
  if (text.includes(',')) return 2;
  return / (?:and|or|nor) /.test(text) ? 1 : 0;
}

function clause(text: string): Extract<Spelt, { kind: 'clause' }> {
  return { kind: 'clause', text };
}

const numberWords = 'zero one two three four five six seven eight nine ten'.split(' ');

function numberWord(count: number): string {
  return numberWords[count] ?? `${count}`;
}

function entry<Entry>(entries: readonly Entry[], index: number, what: string): Entry {
  const found = entries[index];
  if (found === undefined) throw new RangeError(`expressionWords: there is no ${what} ${index}`);
  return found;
}
