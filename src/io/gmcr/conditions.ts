import type { Cell, Pattern, Statement } from './gmcr-file.js';

type Ids = readonly string[];

function cellText({ option, taken }: Cell, ids: Ids): string {
  return taken ? (ids[option] as string) : `not ${ids[option]}`;
}

/** A pattern as a condition: `water and not attack`. */
export function patternText(pattern: Pattern, ids: Ids): string {
  return pattern.map((cell) => cellText(cell, ids)).join(' and ');
}

/**
 * A statement as a condition.
 *
 * gmcr-py keeps "if" and "if and only if" as the list of the combinations in which they hold; two and
 * three combinations of the same two options are turned back: `attack iff not release`,
 * `if escalate then attack`. Anything else is its patterns joined by `or`.
 */
export function statementText(statement: Statement, ids: Ids): string {
  const short = shorten(statement, ids);
  if (short !== undefined) return short;
  return statement
    .map((pattern) => {
      const text = patternText(pattern, ids);
      return statement.length > 1 && pattern.length > 1 ? `(${text})` : text;
    })
    .join(' or ');
}

function shorten(statement: Statement, ids: Ids): string | undefined {
  const [a, b] = statement[0]?.map(({ option }) => option) ?? [];
  if (a === undefined || b === undefined || a === b) return undefined;
  const combinations = new Set<number>();
  for (const pattern of statement) {
    const atA = pattern.find(({ option }) => option === a);
    const atB = pattern.find(({ option }) => option === b);
    if (pattern.length !== 2 || !atA || !atB) return undefined;
    combinations.add((atA.taken ? 2 : 0) + (atB.taken ? 1 : 0));
  }
  if (combinations.size === 2) {
    if (combinations.has(3) && combinations.has(0)) return `${ids[a]} iff ${ids[b]}`;
    if (combinations.has(2) && combinations.has(1)) return `${ids[a]} iff not ${ids[b]}`;
  }
  if (combinations.size === 3) {
    const missing = [0, 1, 2, 3].find((combination) => !combinations.has(combination)) ?? 0;
    const left = cellText({ option: a, taken: missing >= 2 }, ids);
    const right = cellText({ option: b, taken: missing % 2 === 0 }, ids);
    return `if ${left} then ${right}`;
  }
  return undefined;
}
