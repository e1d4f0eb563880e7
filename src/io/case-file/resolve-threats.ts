import type { Threat } from '../../core/case.js';
import { checkId, idInWords } from './identifiers.js';
import { atKey, atValue } from './problems.js';
import { evidenceOf, partiesOf, partyOf, settingsOf } from './references.js';
import { conditionOr } from './resolve-conditions.js';
import type { Scope } from './scope.js';
import { childOf, entriesOf, textOf, textsOf, type YamlNode } from './yaml-tree.js';

/** Conditional moves that somebody has declared. */
export function resolveThreats(node: YamlNode | undefined, scope: Scope): readonly Threat[] {
  return entriesOf(node).map((entry): Threat => {
    const { key, value } = entry;
    checkId(key, 'name', atKey(entry), scope.problems);
    const maker = childOf(value, 'by');
    const by = maker?.kind === 'text' ? partyOf(maker.text, atValue(maker), scope) : undefined;
    const targets = childOf(value, 'to');
    const own = textsOf(targets).find(({ text }) => text === textOf(maker));
    if (own && by !== undefined) {
      scope.problems.add('DET244', atValue(own), `"${own.text}" makes this threat itself`, {
        help: 'name those whom it is addressed to, without its maker',
      });
    }
    const then = childOf(value, 'then');
    if (then?.kind === 'map' && then.entries.length === 0) {
      scope.problems.add('DET210', atValue(then), `"${key}" threatens nothing`, {
        help: 'name at least one issue and the level that would be brought about',
      });
    }
    const { expression, text } = conditionOr(childOf(value, 'if'), scope);
    return {
      id: key,
      label: textOf(childOf(value, 'label')) ?? idInWords(key),
      by: by ?? 0,
      to: partiesOf(targets, scope),
      when: expression,
      text,
      then: settingsOf(then, scope),
      why: textOf(childOf(value, 'why')),
      note: textOf(childOf(value, 'note')),
      from: evidenceOf(childOf(value, 'from'), scope),
      path: value.path,
    };
  });
}
