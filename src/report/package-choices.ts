import type { Case } from '../core/case.js';
import { compileExpression } from '../core/expression.js';
import { expressionWords } from '../core/expression-words.js';

/** One issue of a package that is being built. */
export type PackageIssue = {
  readonly issue: number;
  readonly label: string;
  /** Index of the level it has. */
  readonly level: number;
  readonly choices: readonly {
    readonly label: string;
    /** With the other issues as they are: the rules that exclude it, in words; empty where possible. */
    readonly excludedBy: readonly string[];
  }[];
};

/**
 * What a package could be instead, issue by issue, the others as they are; and the rules that exclude
 * it as it is.
 *
 * An issue that nobody can change is context and left out. Time O(levels × rules).
 */
export function packageChoices(
  theCase: Case,
  levels: readonly number[],
): { readonly issues: readonly PackageIssue[]; readonly excludedBy: readonly string[] } {
  const rules = theCase.rules.map(({ never, why }) => ({
    isBroken: compileExpression(never, theCase),
    says: `${expressionWords(never, theCase)}${why === undefined ? '' : ` (${why})`}`,
  }));
  const excludedBy = (at: readonly number[]) =>
    rules.flatMap(({ isBroken, says }) => (isBroken(at) ? [says] : []));
  return {
    issues: theCase.issues.flatMap((one, issue): readonly PackageIssue[] =>
      one.control.kind === 'nobody'
        ? []
        : [
            {
              issue,
              label: one.label,
              level: levels[issue] ?? 0,
              choices: one.levels.map((level, to) => ({
                label: level.label,
                excludedBy: excludedBy(levels.map((own, at) => (at === issue ? to : own))),
              })),
            },
          ],
    ),
    excludedBy: excludedBy(levels),
  };
}
