import type { Proposal, Track } from '../../core/case.js';
import { checkId, idInWords } from './identifiers.js';
import { atKey, atValue } from './problems.js';
import { evidenceOf, issueOf, partiesOf, reportEmpty, settingsOf } from './references.js';
import type { Scope } from './scope.js';
import { childOf, entriesOf, textOf, textsOf, type YamlNode } from './yaml-tree.js';

/** What is on the table. */
export function resolveProposals(node: YamlNode | undefined, scope: Scope): readonly Proposal[] {
  return entriesOf(node).map((entry) => {
    const { key, value } = entry;
    checkId(key, 'name', atKey(entry), scope.problems);
    const terms = childOf(value, 'terms');
    if (terms?.kind === 'map' && terms.entries.length === 0) {
      scope.problems.add('DET210', atValue(terms), `"${key}" proposes nothing`, {
        help: 'name at least one issue and the level proposed',
      });
    }
    return {
      id: key,
      label: textOf(childOf(value, 'label')) ?? idInWords(key),
      by: partiesOf(childOf(value, 'by'), scope),
      terms: settingsOf(terms, scope),
      note: textOf(childOf(value, 'note')),
      from: evidenceOf(childOf(value, 'from'), scope),
      path: value.path,
    };
  });
}

/** Parties and issues negotiated together. */
export function resolveTracks(node: YamlNode | undefined, scope: Scope): readonly Track[] {
  return entriesOf(node).map((entry) => {
    const { key, value } = entry;
    checkId(key, 'name', atKey(entry), scope.problems);
    const issues = childOf(value, 'issues');
    if (issues?.kind === 'list' && issues.items.length === 0)
      reportEmpty(issues, 'one issue', scope);
    return {
      id: key,
      label: textOf(childOf(value, 'label')) ?? idInWords(key),
      parties: partiesOf(childOf(value, 'parties'), scope),
      issues: [
        ...new Set(
          textsOf(issues).flatMap((item) => issueOf(item.text, atValue(item), scope) ?? []),
        ),
      ],
      note: textOf(childOf(value, 'note')),
    };
  });
}
