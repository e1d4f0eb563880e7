import type { Case, RankingEntry, Want } from '../core/case.js';
import type { Path } from '../core/diagnostic.js';
import { longDate } from './phrases.js';

/** What a want or ranking entry rests on. */
export type Basis = {
  readonly why: string | undefined;
  /** Titles of the sources named, claims and statements in brief; empty for judgement alone. */
  readonly sources: readonly string[];
};

/** Looks up the want or ranking entry at a path and what it rests on. */
export function basisOf(theCase: Case, path: Path): Basis {
  const key = JSON.stringify(path);
  const found: Want | RankingEntry | undefined = theCase.preferences
    .flat()
    .flatMap((reading) => [...(reading.wants?.flat() ?? []), ...(reading.ranking ?? [])])
    .find((entry) => JSON.stringify(entry.path) === key);
  return {
    why: found?.why,
    sources: (found?.from ?? [])
      .filter((id) => id !== 'judgement')
      .map((id) => evidenceName(theCase, id)),
  };
}

/** A piece of evidence in a few words: a source's title, who made a statement, what a claim says. */
export function evidenceName(theCase: Case, id: string): string {
  const { sources, statements, claims } = theCase.evidence;
  const source = sources.find((one) => one.id === id);
  if (source) return source.title;
  const statement = statements.find((one) => one.id === id);
  if (statement) {
    const speaker =
      statement.speaker ?? sources.find((one) => one.id === statement.source)?.title ?? id;
    return statement.said ? `${speaker}, ${longDate(statement.said)}` : speaker;
  }
  const claim = claims.find((one) => one.id === id);
  return claim ? `the ${claim.status} claim “${claim.text}”` : id;
}
