import { type Case, type Setting, type Supposition, settingsOfExpression } from '../index.js';
import { expressionOption } from './question-options.js';
import { CannotRun } from './terminal.js';

/**
 * Reads one change of `detente whatif`.
 *
 * - `US=conditional`: a party is read so.
 * - `US.conditional.4=struck`, `rule.2=lifted`, `today.war_trend=…`: a doubt takes a case, by the ids
 *   that `detente whatif` prints.
 * - `crimea = yes`, `US: us_aid = halted`, `normalisation = ties and crimea`, or a scenario that sets
 *   levels: an act, by the one named, else by whoever alone can do it.
 */
export function changeOption(theCase: Case, text: string): Supposition {
  const [, left = '', right = ''] = /^\s*([^\s=]+)\s*=\s*([^\s=]+)\s*$/u.exec(text) ?? [];
  const party = theCase.parties.findIndex(({ id }) => id === left);
  if (party !== -1) return { kind: 'reading', party, reading: readingAt(theCase, party, right) };
  if (isStrange(theCase, left)) {
    throw new CannotRun(
      `detente whatif: "${text}": there is neither a party nor an issue "${left}"\n  parties: ${theCase.parties.map(({ id }) => id).join(', ')}\n  issues: ${theCase.issues.map(({ id }) => id).join(', ')}`,
    );
  }
  if (left.includes('.')) return { kind: 'doubt', doubt: left, case: right };
  const [, actor, act = text] = /^\s*([\p{L}\p{N}_]+)\s*:\s*(.*)$/u.exec(text) ?? [];
  const by = actor === undefined ? undefined : theCase.parties.findIndex(({ id }) => id === actor);
  if (by === -1) {
    throw new CannotRun(
      `detente whatif: "${text}": there is no party "${actor}" to act\n  parties: ${theCase.parties.map(({ id }) => id).join(', ')}`,
    );
  }
  return { kind: 'act', settings: actSettings(theCase, text, act), by };
}

/** Whether a name before an equals sign stands for nothing in the case. */
function isStrange({ issues }: Case, name: string): boolean {
  return /^[\p{L}\p{N}_]+$/u.test(name) && !issues.some(({ id }) => id === name);
}

function readingAt(theCase: Case, party: number, id: string): number {
  const readings = theCase.preferences[party] ?? [];
  const at = readings.findIndex((reading) => reading.id === id);
  if (at !== -1) return at;
  const partyId = theCase.parties[party]?.id;
  throw new CannotRun(
    `detente whatif: ${partyId} has no reading "${id}"\n  readings of ${partyId}: ${readings.map((reading) => reading.id).join(', ') || 'none'}`,
  );
}

function actSettings(theCase: Case, whole: string, act: string): readonly Setting[] {
  const scenario = theCase.scenarios.find(({ id }) => id === act.trim());
  const when = scenario ? scenario.when : expressionOption(theCase, 'detente whatif', act);
  const settings = settingsOfExpression(when, theCase);
  if (settings && settings.length > 0) return settings;
  throw new CannotRun(
    `detente whatif: "${whole}": this does not bring each issue it names to one level; write "issue = level", joined by "and", or "PARTY=reading"`,
  );
}
