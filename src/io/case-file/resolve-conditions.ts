import type { Coalescence, NamedOutcome, Rule, Setting, Term } from '../../core/case.js';
import type { Expression } from '../../core/expression.js';
import { idInWords } from './identifiers.js';
import { isMisspelt } from './misspelt-key.js';
import { atKey, atValue } from './problems.js';
import { type Condition, readCondition } from './read-condition.js';
import { evidenceOf, settingsOf } from './references.js';
import { outcomeKeys } from './schema.js';
import type { Scope } from './scope.js';
import { isMarked } from './want-marks.js';
import {
  childOf,
  type Entry,
  entriesOf,
  entryOf,
  itemsOf,
  textOf,
  type YamlNode,
} from './yaml-tree.js';

/** A condition that could not be read; the case that holds it is never handed out. */
const unread: Expression = { kind: 'and', operands: [], span: { start: 0, end: 0 } };

/** The condition of an element, or a stand-in where it could not be read. */
export function conditionOr(node: YamlNode | undefined, scope: Scope): Condition {
  return readCondition(node, scope) ?? { expression: unread, text: textOf(node) ?? '' };
}

/** The combinations that cannot be. */
export function resolveRules(node: YamlNode | undefined, scope: Scope): readonly Rule[] {
  return itemsOf(node).map((item) => {
    const { expression, text } = conditionOr(childOf(item, 'never'), scope);
    return {
      never: expression,
      text,
      why: textOf(childOf(item, 'why')),
      from: evidenceOf(childOf(item, 'from'), scope),
      isInDoubt: isMarked(item, 'doubt'),
      path: item.path,
    };
  });
}

/** The outcomes that count as one. */
export function resolveCoalesce(node: YamlNode | undefined, scope: Scope): readonly Coalescence[] {
  return itemsOf(node).map((item) => {
    const { expression, text } = conditionOr(childOf(item, 'when'), scope);
    return {
      when: expression,
      text,
      why: textOf(childOf(item, 'why')),
      from: evidenceOf(childOf(item, 'from'), scope),
      path: item.path,
    };
  });
}

/** The named conditions. */
export function resolveTerms(node: YamlNode | undefined, scope: Scope): readonly Term[] {
  return entriesOf(node).map(({ key, value }) => {
    const { expression, text } = conditionOr(conditionNode(value), scope);
    return {
      id: key,
      when: expression,
      text,
      says: textOf(childOf(value, 'says')),
      saysNot: textOf(childOf(value, 'says_not')),
      note: textOf(childOf(value, 'note')),
      path: value.path,
    };
  });
}

/** Named outcomes or scenarios. */
export function resolveOutcomes(node: YamlNode | undefined, scope: Scope): readonly NamedOutcome[] {
  return entriesOf(node).map((entry) => resolveOutcome(entry, scope));
}

function resolveOutcome(entry: Entry, scope: Scope): NamedOutcome {
  const { key, value } = entry;
  const when = entryOf(value, 'when');
  const set = entryOf(value, 'set');
  if (value.kind === 'map' && !when && !set && !isMisspelt(value, ['when', 'set'], outcomeKeys)) {
    scope.problems.add('DET202', atKey(entry), `"${key}" has neither "when" nor "set"`, {
      help: 'add `when:` with a condition, or `set:` with the levels of some issues',
    });
  }
  if (when && set) {
    scope.problems.add('DET235', atKey(set), `"${key}" has both \`when\` and \`set\``, {
      help: 'keep one of them',
    });
  }
  const settings = set ? settingsOf(set.value, scope) : undefined;
  if (set?.value.kind === 'map' && set.value.entries.length === 0) {
    scope.problems.add('DET210', atValue(set.value), '`set` names no issue', {
      help: 'name at least one issue and its level',
    });
  }
  const condition = set
    ? conjunctionOf(settings ?? [], scope)
    : conditionOr(conditionNode(value), scope);
  return {
    id: key,
    label: textOf(childOf(value, 'label')) ?? idInWords(key),
    when: condition.expression,
    text: condition.text,
    set: settings,
    note: textOf(childOf(value, 'note')),
    from: evidenceOf(childOf(value, 'from'), scope),
    path: value.path,
  };
}

/** The node of a condition in its short form (`id: condition`) or under `when`. */
export function conditionNode(value: YamlNode): YamlNode | undefined {
  return value.kind === 'text' ? value : childOf(value, 'when');
}

/** `a = x and b = y`, its spans counted in that text. */
function conjunctionOf(settings: readonly Setting[], scope: Scope): Condition {
  let text = '';
  const operands: Expression[] = [];
  for (const { issue, level } of settings) {
    if (text !== '') text += ' and ';
    const start = text.length;
    const named = scope.issues[issue];
    text += `${named?.id} = ${named?.levels[level]}`;
    const span = { start, end: text.length };
    operands.push({ kind: 'comparison', issue, operator: '=', level, span });
  }
  const [only] = operands;
  if (only && operands.length === 1) return { expression: only, text };
  return { expression: { kind: 'and', operands, span: { start: 0, end: text.length } }, text };
}
