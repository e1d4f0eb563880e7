import {
  type AskedConcepts,
  askedConcepts,
  type Case,
  conditionOf,
  conditionOfSettings,
  type Diagnostic,
  type Expression,
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

/** Reads `--concept nash,seq`, `--concept US=nash` or `--concept limited:2`; see `askedConcepts`. */
export function conceptOptions(theCase: Case, text: string | undefined): AskedConcepts {
  const asked = askedConcepts(theCase, text);
  if ('problem' in asked) throw new CannotRun(`--concept "${text}": ${asked.problem}`);
  return asked;
}

/** Reads the one concept by which `explain` and `brief` tell what would hold. */
export function headlineOption(
  theCase: Case,
  verb: string,
  text: string | undefined,
): AskedConcepts {
  const asked = conceptOptions(theCase, text);
  const [first] = asked.further;
  if (first === undefined) return asked;
  throw new CannotRun(
    `detente ${verb}: ${first} has tables but no steps, so it cannot decide what would hold; \`detente holds\` gives its tables`,
  );
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
export function refuse(
  verb: string,
  problems: readonly Pick<Diagnostic, 'what' | 'details' | 'help'>[],
): void {
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
