import type { IssuePoints, Points } from '../../core/case.js';
import { type Rational, rational, zero } from '../../core/rational.js';
import { atKey, atValue } from './problems.js';
import { notNegative, readNumber } from './read-values.js';
import { enumerate, evidenceOf, issueOf, levelOf } from './references.js';
import type { Scope } from './scope.js';
import { childOf, type Entry, entriesOf, entryOf, textOf } from './yaml-tree.js';

/** Weight of an issue where the file does not say: every score counts in full. */
const fullWeight: Rational = rational(100n);

/** Scores per level of the issues that a reading names; a level without a score is a flaw. */
export function resolvePoints(points: Entry, scope: Scope): Points {
  if (points.value.kind === 'map' && points.value.entries.length === 0) {
    scope.problems.add('DET210', atValue(points.value), '`points` names no issue', {
      help: 'give scores to at least one issue, or remove the line',
    });
  }
  const issues = entriesOf(points.value).flatMap((entry) => {
    const resolved = resolveIssuePoints(entry, scope);
    return resolved ? [resolved] : [];
  });
  return { issues, path: points.value.path };
}

function resolveIssuePoints(entry: Entry, scope: Scope): IssuePoints | undefined {
  const issue = issueOf(entry.key, atKey(entry), scope);
  const { problems } = scope;
  const weight = readNumber(childOf(entry.value, 'weight'), problems, notNegative) ?? fullWeight;
  const levels = entryOf(entry.value, 'levels');
  const scores = new Map<number, Rational>();
  for (const line of entriesOf(levels?.value)) {
    const score = readNumber(line.value, problems);
    const level = issue === undefined ? undefined : levelOf(line.key, atKey(line), issue, scope);
    if (level !== undefined) scores.set(level, score ?? zero);
  }
  const named = issue === undefined ? undefined : scope.issues[issue];
  if (issue === undefined || !named) return undefined;
  const missing = named.levels.filter((_, level) => !scores.has(level));
  if (levels?.value.kind === 'map' && missing.length > 0 && !named.isBroken) {
    problems.add(
      'DET232',
      atKey(levels),
      `"${entry.key}" has ${missing.length === 1 ? 'a level' : 'levels'} without a score`,
      {
        details: [`without: ${enumerate(missing)}`],
        help: 'give every level a score; 0 is one',
      },
    );
  }
  return {
    issue,
    weight,
    scores: named.levels.map((_, level) => scores.get(level) ?? zero),
    why: textOf(childOf(entry.value, 'why')),
    from: evidenceOf(childOf(entry.value, 'from'), scope),
  };
}
