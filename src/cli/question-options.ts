import {
  type Case,
  type ConceptId,
  concepts,
  conditionOf,
  conditionOfSettings,
  type Diagnostic,
  type Expression,
  furtherConceptOf,
  proposalLevels,
  settingsOfExpression,
} from '../index.js';
import { CannotRun } from './terminal.js';

/** Reads `US=conditional`, given any number of times. */
export function readingOptions(theCase: Case, texts: readonly string[]): Record<string, string> {
  const readings: Record<string, string> = Object.create(null);
  for (const text of texts) {
    const match = /^\s*([^=\s]+)\s*=\s*([^=\s]+)\s*$/u.exec(text);
    const [, party, reading] = match ?? [];
    if (party === undefined || reading === undefined) {
      throw new CannotRun(
        `--reading "${text}": expected PARTY=READING, for example ${exampleReading(theCase)}`,
      );
    }
    const other = readings[party];
    if (other !== undefined && other !== reading) {
      throw new CannotRun(
        `--reading: ${party} is given two readings, ${other} and ${reading}; name one`,
      );
    }
    readings[party] = reading;
  }
  return readings;
}

function exampleReading(theCase: Case): string {
  const party = theCase.preferences.findIndex((readings) => readings.length > 1);
  const at = Math.max(party, 0);
  return `${theCase.parties[at]?.id}=${theCase.preferences[at]?.at(-1)?.id ?? 'stated'}`;
}

/** Reads `--concept nash,seq`; every concept, headline first, when not given. */
export function conceptOptions(
  text: string | undefined,
  defaults: readonly ConceptId[],
): readonly ConceptId[] {
  if (text === undefined) return defaults;
  const known = concepts.map(({ id }) => id);
  const wanted = text.split(',').map((part) => part.trim().toLowerCase());
  return [...new Set(wanted)].map((id) => {
    const concept = known.find((one) => one === id);
    if (!concept) {
      throw new CannotRun(
        `--concept "${text}": there is no concept "${id}"; choose from ${known.join(', ')}`,
      );
    }
    return concept;
  });
}

/**
 * Reads `--concept firm,strong-seq,seq:a`: concepts that decide what would hold, the first of them, and
 * concepts that make a table beside them. Where only the latter are named, firm decides.
 */
export function askedConcepts(
  theCase: Case,
  text: string | undefined,
  defaults: readonly ConceptId[],
): { readonly concepts: readonly ConceptId[]; readonly further: readonly string[] } {
  if (text === undefined) return { concepts: defaults, further: [] };
  const further: string[] = [];
  const others: string[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const isHeadline = concepts.some(({ id }) => id === part.toLowerCase());
    const found = isHeadline ? undefined : furtherConceptOf(theCase, part.toLowerCase());
    if (!found) others.push(part);
    else if ('refusal' in found) throw new CannotRun(`--concept "${text}": ${found.refusal}`);
    else if (!further.includes(found.id)) further.push(found.id);
  }
  const named = others.length > 0 ? conceptOptions(others.join(','), defaults) : [];
  return { concepts: named.length > 0 ? named : defaults.slice(0, 1), further };
}

/** Reads `--where "issue = level"`, or the name of a scenario that sets levels. */
export function whereOptions(theCase: Case, texts: readonly string[]): Record<string, string> {
  const where: Record<string, string> = Object.create(null);
  for (const text of texts) {
    const scenario = theCase.scenarios.find(({ id }) => id === text.trim());
    const settings = settingsOfExpression(
      scenario ? scenario.when : expressionOption(theCase, '--where', text),
      theCase,
    );
    if (!settings) {
      throw new CannotRun(
        `--where "${text}": this does not fix each issue it names at one level; write "issue = level", joined by "and", or the name of a scenario that sets levels`,
      );
    }
    for (const { issue, level } of settings) {
      const fixed = theCase.issues[issue];
      const id = fixed?.levels[level]?.id;
      if (!fixed || id === undefined) continue;
      const other = where[fixed.id];
      if (other !== undefined && other !== id) {
        throw new CannotRun(
          `--where: "${fixed.id}" is fixed at two levels, ${other} and ${id}; name one`,
        );
      }
      where[fixed.id] = id;
    }
  }
  return where;
}

/**
 * Parses an expression given on the command line; the id of a proposal stands for its levels, with
 * today's where it names none.
 */
export function expressionOption(
  theCase: Case,
  flag: string,
  text: string,
  where: Readonly<Record<string, string>> = {},
): Expression {
  const proposal = theCase.proposals.find(({ id }) => id === text.trim());
  const isOutcome = theCase.outcomes.some(({ id }) => id === text.trim());
  if (proposal && !isOutcome) {
    const today = theCase.today?.map((level, issue) => {
      const { id, levels } = theCase.issues[issue] as (typeof theCase.issues)[number];
      return where[id] === undefined ? level : levels.findIndex((one) => one.id === where[id]);
    });
    return conditionOfSettings(proposalLevels(proposal, today));
  }
  const { expression, problems } = conditionOf(text, theCase);
  const [problem] = problems;
  if (expression && !problem) return expression;
  const caret = problem ? `\n  ${text}\n  ${' '.repeat(problem.span.start)}^` : '';
  const details = problem?.details?.map((detail) => `\n  ${detail}`).join('') ?? '';
  throw new CannotRun(
    `${flag}: ${problem?.what ?? 'this is not an expression'}${caret}${details}${problem?.help ? `\n  help: ${problem.help}` : ''}`,
  );
}

/** Refuses when the options do not fit the case. */
export function refuse(verb: string, problems: readonly Diagnostic[]): void {
  if (problems.length === 0) return;
  throw new CannotRun(
    problems
      .map(({ what, details, help }) =>
        [
          `detente ${verb}: ${what}`,
          ...(details ?? []).map((detail) => `  ${detail}`),
          ...(help ? [`  help: ${help}`] : []),
        ].join('\n'),
      )
      .join('\n'),
  );
}
