import type { Case, Setting } from '../core/case.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { compileExpression } from '../core/expression.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type { ReadingSet } from '../core/model.js';
import { mostMovesOn } from '../core/moves.js';
import { rightsOf } from '../core/rights.js';
import {
  buildSpace,
  mostListedOutcomes,
  outcomeCount,
  type Space,
  todayLevels,
} from '../core/space.js';

/** Most moves that are listed where rights do not chain: 2^25, half a gigabyte of work tables. */
const mostMoves = 2 ** 25;

/** Most moves of all parties from one outcome: 2^17, as of one party with seventeen levers. */
const mostMovesFromOne = 2 ** 17;

/** Most outcomes × parties of a case whose rights chain: 2^25, some two gigabytes of work tables. */
const mostStates = 2 ** 25;

/** Options that every question shares: which readings are in force, which issues are fixed. */
export type CaseOptions = {
  /** Reading in force per party id; a party left out uses its first. */
  readonly readings: Readonly<Record<string, string>>;
  /** Issues fixed at a level, by id: they make no states, and today takes the level. */
  readonly where: Readonly<Record<string, string>>;
};

/** The reading of each party that the options name; its first otherwise, −1 when it has none. */
export function readingSetOf(theCase: Case, options: CaseOptions): ReadingSet {
  return theCase.parties.map(({ id }, party) => {
    const readings = theCase.preferences[party] ?? [];
    const chosen = Object.hasOwn(options.readings, id) ? options.readings[id] : undefined;
    if (chosen === undefined) return readings.length > 0 ? 0 : -1;
    return readings.findIndex((reading) => reading.id === chosen);
  });
}

/** The issues that the options fix, as positions. Call after `checkCaseOptions` found nothing. */
export function settingsOf(theCase: Case, options: CaseOptions): readonly Setting[] {
  return Object.entries(options.where).map(([issueId, levelId]) => {
    const issue = theCase.issues.findIndex(({ id }) => id === issueId);
    const level = theCase.issues[issue]?.levels.findIndex(({ id }) => id === levelId) ?? -1;
    return { issue, level };
  });
}

/** The codes are those that a case file is given for the same mistake. */
function problem(code: string, what: string, details: readonly string[], help: string): Diagnostic {
  return { code, severity: 'error', path: [], what, details, help };
}

/**
 * What is wrong with the options for this case: an unknown party, reading, issue or level, an
 * infeasible today, or more outcomes than can be listed.
 */
export function checkCaseOptions(theCase: Case, options: CaseOptions): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const [partyId, readingId] of Object.entries(options.readings)) {
    const party = theCase.parties.findIndex(({ id }) => id === partyId);
    const readings = theCase.preferences[party] ?? [];
    if (party === -1) {
      problems.push(
        problem(
          'DET211',
          `there is no party "${partyId}" to read`,
          [`parties: ${theCase.parties.map(({ id }) => id).join(', ')}`],
          'name a party by its id, as in the case file',
        ),
      );
    } else if (!readings.some(({ id }) => id === readingId)) {
      problems.push(
        problem(
          'DET206',
          `${partyId} has no reading "${readingId}"`,
          [`readings of ${partyId}: ${readings.map(({ id }) => id).join(', ') || 'none'}`],
          'choose one of the readings that the case file gives the party',
        ),
      );
    }
  }
  for (const [issueId, levelId] of Object.entries(options.where)) {
    const issue = theCase.issues.find(({ id }) => id === issueId);
    if (!issue) {
      problems.push(
        problem(
          'DET217',
          `there is no issue "${issueId}" to fix`,
          [`issues: ${theCase.issues.map(({ id }) => id).join(', ')}`],
          'name an issue by its id, as in the case file',
        ),
      );
    } else if (!issue.levels.some(({ id }) => id === levelId)) {
      problems.push(
        problem(
          'DET204',
          `"${issueId}" has no level "${levelId}"`,
          [`levels of "${issueId}": ${issue.levels.map(({ id }) => id).join(', ')}`],
          'choose one of these levels',
        ),
      );
    }
  }
  if (problems.length > 0) return problems;

  const settings = settingsOf(theCase, options);
  const outcomes = outcomeCount(theCase, settings);
  if (outcomes > BigInt(mostListedOutcomes)) {
    problems.push(
      problem(
        'DET406',
        `the issues give ${approximateCount(outcomes)} outcomes, above the ${groupedDigits(mostListedOutcomes)} that can be listed; nothing was computed`,
        [`${theCase.issues.length} issues: ${theCase.issues.map(({ id }) => id).join(', ')}`],
        'fix some issues at a level, for example --where "' +
          `${theCase.issues[0]?.id} = ${theCase.issues[0]?.levels[0]?.id}", or split the case in two`,
      ),
    );
  }
  const today = todayLevels(theCase, settings);
  const broken =
    today && theCase.rules.find(({ never }) => compileExpression(never, theCase)(today));
  if (broken) {
    problems.push(
      problem(
        'DET402',
        'with these issues fixed, today is an outcome that a rule forbids',
        [`rule: never ${broken.text}`],
        'fix further issues so that today stays possible',
      ),
    );
  }
  return problems.length > 0 ? problems : checkSize(theCase, buildSpace(theCase, settings));
}

/** Whether the listed outcomes are none, or more than can be worked through, they or their moves. */
function checkSize(theCase: Case, space: Space): readonly Diagnostic[] {
  if (space.size === 0) {
    return [
      problem(
        'DET401',
        'no possible outcome has these levels',
        theCase.rules.map(({ text }) => `rule: never ${text}`),
        'fix fewer issues, or fix them at other levels',
      ),
    ];
  }
  const outcomes = `the case has ${groupedDigits(space.size)} possible ${space.size === 1 ? 'outcome' : 'outcomes'}`;
  const help =
    'fix some issues at a level with --where, give a party with many levers fewer of them, or split the case in two';
  const moves = mostMovesOn(space);
  const perOutcome = Math.round(moves / space.size);
  if (perOutcome > mostMovesFromOne) {
    return [
      problem(
        'DET406',
        `the parties have up to ${approximateCount(BigInt(perOutcome))} moves from one outcome, more than this version can work through; nothing was computed`,
        [`the most is ${groupedDigits(mostMovesFromOne)} moves from one outcome, of all parties`],
        help,
      ),
    ];
  }
  if (rightsOf(theCase).isTransitive) {
    if (space.size * theCase.parties.length <= mostStates) return [];
    return [
      problem(
        'DET406',
        `${outcomes} for ${theCase.parties.length} parties, more than this version can work through; nothing was computed`,
        [`the most is ${groupedDigits(mostStates)} outcomes times parties`],
        help,
      ),
    ];
  }
  if (moves <= mostMoves) return [];
  return [
    problem(
      'DET406',
      `${outcomes} and up to ${approximateCount(BigInt(Math.ceil(moves)))} moves between them, more than this version can work through; nothing was computed`,
      [
        `the most is ${groupedDigits(mostMoves)} moves, where explicit moves or conditions keep rights from chaining`,
      ],
      help,
    ),
  ];
}

/** `2.2e12` for large counts, grouped digits below a million million. */
export function approximateCount(count: bigint): string {
  if (count < 1_000_000_000_000n) return groupedDigits(count);
  const digits = count.toString();
  const tenths = (BigInt(digits.slice(0, 3)) + 5n) / 10n;
  return tenths === 100n
    ? `1.0e${digits.length}`
    : `${tenths / 10n}.${tenths % 10n}e${digits.length - 1}`;
}
