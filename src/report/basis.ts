import type { Case, RankingEntry, Source, Want } from '../core/case.js';
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
  return {
    why: entryAt(theCase, path)?.why,
    sources: evidenceOf(theCase, path).map((id) => evidenceName(theCase, id)),
  };
}

function entryAt(theCase: Case, path: Path): Want | RankingEntry | undefined {
  const key = JSON.stringify(path);
  return theCase.preferences
    .flat()
    .flatMap((reading) => [...(reading.wants?.flat() ?? []), ...(reading.ranking ?? [])])
    .find((entry) => JSON.stringify(entry.path) === key);
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

/** A source with what was named of it: its own title, statements in it, claims that rest on it. */
export type SourceNamed = { readonly source: Source; readonly pieces: readonly string[] };

/**
 * The sources behind pieces of evidence, in the order of the case: sources named by themselves, those
 * of statements, and those of the statements for and against a claim. Each piece stands as sentences
 * name it; a source named by itself has no piece.
 */
export function sourcesNamed(theCase: Case, ids: readonly string[]): readonly SourceNamed[] {
  const { sources, statements, claims } = theCase.evidence;
  const pieces = new Map<string, Set<string>>();
  const note = (source: string, piece: string | undefined) => {
    const known = pieces.get(source) ?? new Set();
    pieces.set(source, piece === undefined ? known : known.add(piece));
  };
  for (const id of ids) {
    if (sources.some((one) => one.id === id)) note(id, undefined);
    const own = statements.filter((one) => one.id === id);
    for (const { source } of own) note(source, evidenceName(theCase, id));
    const claim = claims.find((one) => one.id === id);
    for (const item of claim ? [...claim.for, ...claim.against] : []) {
      const source = statements.find((one) => one.id === item)?.source ?? item;
      if (sources.some((one) => one.id === source)) note(source, evidenceName(theCase, id));
    }
  }
  return sources.flatMap((source) => {
    const named = pieces.get(source.id);
    return named ? [{ source, pieces: [...named] }] : [];
  });
}

/** The evidence ids that a want or ranking entry names, judgement left out. */
export function evidenceOf(theCase: Case, path: Path): readonly string[] {
  return (entryAt(theCase, path)?.from ?? []).filter((id) => id !== 'judgement');
}
