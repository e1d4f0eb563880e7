import { type ScaledProblem, sizeOf, stridesOf } from './scaled-problem.js';

/** A problem in which no two choices of an issue are alike, and the choices behind each of its own. */
export type CollapsedProblem = {
  readonly problem: ScaledProblem;
  /** For each issue and each choice that is left: the original choices it stands for, ascending. */
  readonly originals: readonly (readonly (readonly number[])[])[];
};

/**
 * Makes choices of an issue one when every table and restriction treats them alike.
 *
 * Time and memory O(entries × issues of a scope).
 */
export function collapseChoices(problem: ScaledProblem): CollapsedProblem {
  const { choices, tables, restrictions } = problem;
  const originals = choices.map((count, issue) => {
    const marks = Array.from({ length: count }, (): string[] => []);
    const columns = [
      ...tables.flatMap(({ scope, values }) => values.map((own) => ({ scope, own }))),
      ...restrictions.map(({ scope, allowed }) => ({ scope, own: allowed })),
    ];
    for (const { scope, own } of columns) {
      const place = scope.indexOf(issue);
      if (place < 0 || !own) continue;
      const stride = stridesOf(choices, scope)[place] as number;
      own.forEach((value: bigint | number, at: number) => {
        marks[Math.floor(at / stride) % count]?.push(String(value));
      });
    }
    const classes = new Map<string, number[]>();
    marks.forEach((mark, choice) => {
      const key = mark.join();
      classes.set(key, [...(classes.get(key) ?? []), choice]);
    });
    return [...classes.values()];
  });
  const fewer = originals.map((classes) => classes.length);
  /** The entries of a table that the first choices of all classes keep. */
  const keptEntries = (scope: readonly number[]): readonly number[] => {
    const before = stridesOf(choices, scope);
    const after = stridesOf(fewer, scope);
    return Array.from({ length: sizeOf(fewer, scope) }, (_, entry) =>
      scope.reduce((sum, issue, at) => {
        const own = Math.floor(entry / (after[at] as number)) % (fewer[issue] as number);
        return sum + (originals[issue]?.[own]?.[0] as number) * (before[at] as number);
      }, 0),
    );
  };
  return {
    problem: {
      ...problem,
      choices: fewer,
      tables: tables.map((table) => {
        const kept = keptEntries(table.scope);
        return {
          ...table,
          size: kept.length,
          values: table.values.map((own) => own && kept.map((entry) => own[entry] as bigint)),
        };
      }),
      restrictions: restrictions.map(({ scope, allowed }) => ({
        scope,
        allowed: Uint8Array.from(keptEntries(scope), (entry) => allowed[entry] as number),
      })),
    },
    originals,
  };
}
