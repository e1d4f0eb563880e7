import type { Case, Reading } from '../core/case.js';
import { expressionWords } from '../core/expression-words.js';
import type { DoubtFound } from '../questions/ensemble-findings.js';
import { series } from './phrases.js';

/**
 * One thing in doubt in words, which fit parties named in the singular and in the plural. Each function
 * takes the id of one of its cases.
 */
export type DoubtWords = {
  /** After "hangs on", or before "changes nothing": `the reading of Russia`. */
  readonly subject: string;
  /**
   * After "in which", the subject just named: `this reading is “…” or “…”`; `it is “…”` where it was
   * told of another case in the same sentence.
   */
  readonly brief: (ids: readonly string[], isAgain?: boolean) => string;
  /** By itself: `the reading of Russia is “…”`. */
  readonly clause: (id: string) => string;
  /** After "if": `Russia were read as “…”`; what hangs on a reading, where that is in force. */
  readonly were: (id: string) => string;
  /** The same after `Russia were read as “…” and`: `held “…”`; undefined where it is not about a party. */
  readonly also?: (id: string) => string;
  /** In a table, after "if": `read as “…”`. */
  readonly cell: (id: string) => string;
  /** One case and not another, as what does something: `reading Russia as “…” rather than as “…”`. */
  readonly contrast: (id: string, other: string) => string;
};

/** Words for one thing in doubt. Ids that the case does not have are told as they are. */
export function doubtWords(theCase: Case, doubt: DoubtFound): DoubtWords {
  switch (doubt.kind) {
    case 'reading':
      return readingWords(theCase, doubt);
    case 'want':
      return wantWords(theCase, doubt);
    case 'order':
      return orderWords(theCase, doubt);
    case 'rule':
      return ruleWords(doubt);
    case 'today':
      return todayWords(theCase, doubt);
    case 'number':
      return numberWords(theCase, doubt);
  }
}

/** Looks up the words for things in doubt by their ids. */
export function wordsForDoubts(
  theCase: Case,
  doubts: readonly DoubtFound[],
): (id: string) => DoubtWords {
  const words = new Map(doubts.map((doubt) => [doubt.id, doubtWords(theCase, doubt)]));
  return (id) => {
    const found = words.get(id);
    if (!found) throw new RangeError(`wordsForDoubts: nothing in doubt has the id "${id}"`);
    return found;
  };
}

/** Several subjects, to be joined; readings as one: `the readings of Russia and Ukraine`. */
export function subjectsOf(theCase: Case, doubts: readonly DoubtFound[]): readonly string[] {
  const readings = doubts.filter(({ kind }) => kind === 'reading');
  const [first] = readings;
  if (readings.length < 2) return doubts.map((doubt) => doubtWords(theCase, doubt).subject);
  const parties = readings.map(({ party }) => partyCalled(theCase, party));
  return doubts.flatMap((doubt) => {
    if (doubt === first) return [`the readings of ${series(parties)}`];
    return doubt.kind === 'reading' ? [] : [doubtWords(theCase, doubt).subject];
  });
}

/** A party inside a sentence. */
export function partyCalled(theCase: Case, id: string | null): string {
  return theCase.parties.find((party) => party.id === id)?.called ?? id ?? '';
}

/** The reading of a party by its id. */
function readingOf(
  theCase: Case,
  party: string | null,
  reading: string | null,
): Reading | undefined {
  const at = theCase.parties.findIndex(({ id }) => id === party);
  return theCase.preferences[at]?.find(({ id }) => id === reading);
}

/** `Russia (read as “…”)` where it can be read otherwise; else the party alone. */
function soRead(theCase: Case, { party, reading }: DoubtFound): string {
  const at = theCase.parties.findIndex(({ id }) => id === party);
  const isAlone = (theCase.preferences[at]?.length ?? 0) < 2;
  const label = readingOf(theCase, party, reading)?.label;
  const who = partyCalled(theCase, party);
  return isAlone || label === undefined ? who : `${who} (read as “${label}”)`;
}

/** The words for one case, joined by "or" for several. */
function either(first: (id: string) => string, again = first): DoubtWords['brief'] {
  return (ids, isAgain = false) => series(ids.map(isAgain ? again : first), 'or');
}

function labelOf(doubt: DoubtFound, id: string): string {
  return doubt.cases.find((one) => one.id === id)?.label ?? id;
}

/** If a party were read so: `Russia were read as “…”`. */
export function readSo(theCase: Case, party: string, reading: string): string {
  const label = readingOf(theCase, party, reading)?.label ?? reading;
  return `${partyCalled(theCase, party)} were read as “${label}”`;
}

function readingWords(theCase: Case, doubt: DoubtFound): DoubtWords {
  const who = partyCalled(theCase, doubt.party);
  const label = (id: string) => `“${labelOf(doubt, id)}”`;
  return {
    subject: `the reading of ${who}`,
    brief: (ids, isAgain = false) =>
      `${isAgain ? 'it' : 'this reading'} is ${series(ids.map(label), 'or')}`,
    clause: (id) => `the reading of ${who} is ${label(id)}`,
    were: (id) => `${who} were read as ${label(id)}`,
    cell: (id) => `read as ${label(id)}`,
    contrast: (id, other) => `reading ${who} as ${label(id)} rather than as ${label(other)}`,
  };
}

function wantWords(theCase: Case, doubt: DoubtFound): DoubtWords {
  const who = soRead(theCase, doubt);
  const want = `“${doubt.label}”`;
  const isHeld = (id: string) => id === 'held';
  const held = (id: string) => `${isHeld(id) ? 'held' : 'did not hold'} ${want}`;
  return {
    subject: `whether ${want} is a want of ${who}`,
    brief: either(
      (id) => `this want is ${isHeld(id) ? '' : 'not '}held`,
      (id) => (isHeld(id) ? 'it is' : 'it is not'),
    ),
    clause: (id) => `${want} ${isHeld(id) ? 'is' : 'is not'} a want of ${who}`,
    were: (id) => `${partyCalled(theCase, doubt.party)} ${held(id)}`,
    also: held,
    cell: (id) => (isHeld(id) ? 'it is' : 'it is not'),
    contrast: (id) =>
      isHeld(id)
        ? `counting ${want} among the wants of ${who}`
        : `leaving ${want} out of the wants of ${who}`,
  };
}

function orderWords(theCase: Case, doubt: DoubtFound): DoubtWords {
  const who = soRead(theCase, doubt);
  const names = entryNames(theCase, doubt);
  const places = (id: string) => id.split('-').map((place) => names[Number(place) - 1]);
  const named = (id: string): readonly string[] | undefined => {
    const found = places(id).flatMap((name) => (name === undefined ? [] : [`“${name}”`]));
    return found.length > 1 && found.length === places(id).length ? found : undefined;
  };
  const standing = (id: string) => {
    const entries = named(id) ?? [labelOf(doubt, id)];
    return entries.length === 2
      ? `${entries.join(' comes before ')}`
      : `the order is ${entries.join(', then ')}`;
  };
  const inOrder = (id: string) => {
    const entries = named(id) ?? [labelOf(doubt, id)];
    return entries.length === 2 ? entries.join(' before ') : `first ${entries.join(', then ')}`;
  };
  const put = (id: string) => `put ${inOrder(id)}`;
  const [first] = doubt.cases;
  const entries = first && named(first.id);
  return {
    subject: `the order of ${entries ? series(entries) : doubt.label} for ${who}`,
    brief: either(standing),
    clause: (id) => `${standing(id)} for ${who}`,
    were: (id) => `${partyCalled(theCase, doubt.party)} ${put(id)}`,
    also: put,
    cell: standing,
    contrast: (id) => `putting ${inOrder(id)} for ${who}`,
  };
}

/** The wants of a reading, inner lists counted through, or the entries of its ranking, by name. */
function entryNames(theCase: Case, { party, reading }: DoubtFound): readonly string[] {
  const found = readingOf(theCase, party, reading);
  if (found?.wants) {
    return found.wants.flat().map(({ label, want }) => label ?? expressionWords(want, theCase));
  }
  return (found?.ranking ?? []).map(
    ({ label, expression }) => label ?? expressionWords(expression, theCase),
  );
}

function ruleWords(doubt: DoubtFound): DoubtWords {
  const rule = `the rule “${doubt.label}”`;
  const isApplied = (id: string) => id === 'applies';
  return {
    subject: `whether ${rule} applies`,
    brief: either(
      (id) => (isApplied(id) ? 'the rule applies' : 'the rule does not apply'),
      (id) => (isApplied(id) ? 'it does' : 'it does not'),
    ),
    clause: (id) => `${rule} ${isApplied(id) ? 'applies' : 'does not apply'}`,
    were: (id) => `${rule} ${isApplied(id) ? 'applied' : 'did not apply'}`,
    cell: (id) => (isApplied(id) ? 'it does' : 'it does not'),
    contrast: (id) => `${isApplied(id) ? 'applying' : 'lifting'} ${rule}`,
  };
}

const todayPrefix = 'today.';

function todayWords(theCase: Case, doubt: DoubtFound): DoubtWords {
  const issueId = doubt.id.startsWith(todayPrefix)
    ? doubt.id.slice(todayPrefix.length)
    : doubt.label;
  const issue = theCase.issues.findIndex(({ id }) => id === issueId);
  const clause = (id: string) => {
    const level = theCase.issues[issue]?.levels.findIndex((one) => one.id === id) ?? -1;
    return level === -1
      ? `${doubt.label} is ${labelOf(doubt, id)}`
      : expressionWords(
          { kind: 'comparison', issue, operator: '=', level, span: { start: 0, end: 0 } },
          theCase,
        );
  };
  return {
    subject: `where ${theCase.issues[issue]?.label ?? doubt.label} stands today`,
    brief: either((id) => `${clause(id)} today`, clause),
    clause: (id) => `today ${clause(id)}`,
    were: (id) => `it were so today that ${clause(id)}`,
    cell: clause,
    contrast: (id, other) => `starting where ${clause(id)} rather than where ${clause(other)}`,
  };
}

/** Halves of a range, as shares are counted, and its ends, which may turn an answer. */
const placesInRange: Readonly<Record<string, string>> = {
  lower: 'in the lower half',
  upper: 'in the upper half',
  lowest: 'at the low end',
  highest: 'at the high end',
};

function numberWords(theCase: Case, doubt: DoubtFound): DoubtWords {
  const number = `${doubt.label} for ${soRead(theCase, doubt)}`;
  const where = (id: string) => `${placesInRange[id] ?? `at ${id}`} of its range`;
  return {
    subject: `where ${number} lies in its range`,
    brief: either(
      (id) => `the number lies ${where(id)}`,
      (id) => `it lies ${where(id)}`,
    ),
    clause: (id) => `${number} lies ${where(id)}`,
    were: (id) => `${doubt.label} for ${partyCalled(theCase, doubt.party)} lay ${where(id)}`,
    cell: (id) => `it lies ${where(id)}`,
    contrast: (id) => `having ${number} ${where(id)}`,
  };
}
