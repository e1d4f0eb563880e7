import type { IssuePoints, NumberRange, Points } from '../../core/case.js';
import { type Rational, rational, zero } from '../../core/rational.js';
import { atKey, atValue } from './problems.js';
import { readAmount } from './read-range.js';
import { notNegative } from './read-values.js';
import { enumerate, evidenceOf, issueOf, levelOf } from './references.js';
import type { Scope } from './scope.js';
import { childOf, type Entry, entriesOf, entryOf, textOf } from './yaml-tree.js';

/** Weight of an issue where the file does not say: every score counts in full. */
const fullWeight: Rational = rational(100n);

/**
 * Scores per level of the issues that a reading names; a level without a score is a flaw.
 *
 * @param ranges - numbers given as ranges are added to it.
 */
export function resolvePoints(points: Entry, ranges: NumberRange[], scope: Scope): Points {
  if (points.value.kind === 'map' && points.value.entries.length === 0) {
    scope.problems.add('DET210', atValue(points.value), '`points` names no issue', {
      help: 'give scores to at least one issue, or remove the line',
    });
  }
  const issues = entriesOf(points.value).flatMap((entry) => {
    const resolved = resolveIssuePoints(entry, ranges, scope);
    return resolved ? [resolved] : [];
  });
  return { issues, path: points.value.path };
}

function resolveIssuePoints(
  entry: Entry,
  ranges: NumberRange[],
  scope: Scope,
): IssuePoints | undefined {
  const issue = issueOf(entry.key, atKey(entry), scope);
  const { problems } = scope;
  // Without its issue a number has no place; the case is then not handed out.
  const of = issue ?? -1;
  const weightNode = childOf(entry.value, 'weight');
  const weight =
    readAmount(weightNode, { kind: 'weight', issue: of }, ranges, problems, notNegative) ??
    fullWeight;
  const levels = entryOf(entry.value, 'levels');
  const scores = new Map<number, Rational>();
  for (const line of entriesOf(levels?.value)) {
    const level = issue === undefined ? undefined : levelOf(line.key, atKey(line), issue, scope);
    const place = { kind: 'score', issue: of, level: level ?? -1 } as const;
    const score = readAmount(line.value, place, ranges, problems);
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
