import type { Case } from '../core/case.js';
import { expressionWords } from '../core/expression-words.js';
import type { AssumptionChange, WordChange } from '../questions/diff-findings.js';
import { emphasis, type Inline } from './document.js';
import { counted, sentenceCase, series } from './phrases.js';

/** The two cases of a comparison. */
export type CasePair = { readonly before: Case; readonly after: Case };

/** One change in the assumptions as a sentence. */
export function changeSentence(cases: CasePair, change: AssumptionChange): readonly Inline[] {
  const { part, id, before, after } = change;
  const issue = id === null ? '' : issueLabel(cases, id);
  switch (part) {
    case 'reading in force':
      return readingInForce(cases, change);
    case 'fixed issue':
      return [fixedSentence(cases, change)];
    case 'party':
      return [
        change.change === 'added'
          ? `${sentenceCase(partyName(cases, id))} is a party now.`
          : `${sentenceCase(partyName(cases, id))} is no party any more.`,
      ];
    case 'constituents':
      return fromTo(`Whose consent counts for ${partyName(cases, id)}`, before, after);
    case 'issue':
      return [
        change.change === 'added'
          ? `${sentenceCase(issue)} is an issue now (${after}).`
          : `${sentenceCase(issue)} is no issue any more (it was ${before}).`,
      ];
    case 'level':
      return [levelSentence(issue, change)];
    case 'today':
      return todaySentence(cases, change);
    case 'control':
      return fromTo(`Who can move ${issue}`, before, after);
    case 'ways back':
      return fromTo(`Who can leave the agreement on ${issue}`, before, after);
    case 'one way':
      return fromTo(`The one way in which ${issue} can move`, before, after);
    case 'blocked moves':
      return fromTo(`Which moves on ${issue} are blocked`, before, after);
    case 'rule':
      return change.change === 'added'
        ? ['A rule is added: never ', code(after), '.']
        : ['A rule is dropped: never ', code(before), '.'];
    case 'doubt of a rule':
      return [
        'The rule never ',
        code(id),
        change.after === 'in doubt' ? ' is in doubt now.' : ' is not in doubt any more.',
      ];
    case 'term':
    case 'outcome':
    case 'proposal':
    case 'scenario':
    case 'track':
      return namedThing(part, change);
    case 'reading':
      return [
        `${partySubject(cases, change)}: the reading “${readingLabel(cases, change)}” is ${
          change.change === 'added' ? 'added' : 'dropped'
        }.`,
      ];
    case 'want':
    case 'ranking entry':
      return wantSentence(cases, change);
    case 'marks of a want':
      return [
        `${place(cases, change)}: `,
        ...wantName(cases, change),
        ` is marked ${after} now, ${before} before.`,
      ];
    case 'red line':
      return [
        `${place(cases, change)}: the red line `,
        code(after ?? before),
        ` is ${change.change === 'added' ? 'added' : 'dropped'}.`,
      ];
    case 'points':
      return fromTo(`${place(cases, change)}: the points for ${issue}`, before, after);
    case 'no deal':
      return fromTo(`${place(cases, change)}: the value of no deal`, before, after);
    case 'other':
      return [
        `“${id}” differs${change.party === null ? '' : `, of ${partyName(cases, change.party)}`}.`,
      ];
  }
}

function code(text: string | null): Inline {
  return emphasis(`“${text ?? ''}”`);
}

function fromTo(subject: string, before: string | null, after: string | null): readonly Inline[] {
  if (before === null) return [`${sentenceCase(subject)} is said now: `, code(after), '.'];
  if (after === null) {
    return [`${sentenceCase(subject)} is not said any more; it was `, code(before), '.'];
  }
  return [`${sentenceCase(subject)}: now `, code(after), ', before ', code(before), '.'];
}

/** The case that says something: the second where it can. */
function sayer(cases: CasePair, change: AssumptionChange): Case {
  return change.change === 'dropped' ? cases.before : cases.after;
}

function partyName({ before, after }: CasePair, id: string | null): string {
  const find = (theCase: Case) => theCase.parties.find((party) => party.id === id)?.called;
  return find(after) ?? find(before) ?? id ?? '';
}

function partySubject(cases: CasePair, change: AssumptionChange): string {
  return sentenceCase(partyName(cases, change.party));
}

function issueLabel({ before, after }: CasePair, id: string): string {
  const find = (theCase: Case) => theCase.issues.find((issue) => issue.id === id)?.label;
  return find(after) ?? find(before) ?? id;
}

function readingOf(theCase: Case, party: string | null, reading: string | null) {
  const at = theCase.parties.findIndex(({ id }) => id === party);
  return theCase.preferences[at]?.find(({ id }) => id === reading);
}

function readingLabel(cases: CasePair, change: AssumptionChange): string {
  const { party, reading } = change;
  return readingOf(sayer(cases, change), party, reading)?.label ?? reading ?? '';
}

/** `The United States, read as “relief only for a ceasefire”`; without the reading where it is the only one. */
function place(cases: CasePair, change: AssumptionChange): string {
  const theCase = sayer(cases, change);
  const at = theCase.parties.findIndex(({ id }) => id === change.party);
  const isAlone = theCase.preferences[at]?.length === 1 && change.reading === 'stated';
  const reading = isAlone ? '' : `, read as “${readingLabel(cases, change)}”`;
  return `${partySubject(cases, change)}${reading}`;
}

function readingInForce(cases: CasePair, change: AssumptionChange): readonly Inline[] {
  const label = (theCase: Case, reading: string | null) =>
    readingOf(theCase, change.party, reading)?.label ?? reading;
  const who = partySubject(cases, change);
  if (change.after === null) {
    return [
      `${who} has no preferences any more; it was read as `,
      code(label(cases.before, change.before)),
      '.',
    ];
  }
  if (change.before === null) {
    return [
      `${who} had no preferences, and is read now as `,
      code(label(cases.after, change.after)),
      '.',
    ];
  }
  return [
    `${who} is read now as `,
    code(label(cases.after, change.after)),
    ', before as ',
    code(label(cases.before, change.before)),
    '.',
  ];
}

/** An issue at a level as a clause; ids where the case has no such level. */
function clause(theCase: Case, id: string, level: string): string {
  const issue = theCase.issues.findIndex((one) => one.id === id);
  const at = theCase.issues[issue]?.levels.findIndex((one) => one.id === level) ?? -1;
  if (at === -1) return `${id} = ${level}`;
  return expressionWords(
    { kind: 'comparison', issue, operator: '=', level: at, span: { start: 0, end: 0 } },
    theCase,
  );
}

function fixedSentence({ before, after }: CasePair, change: AssumptionChange): string {
  const id = change.id ?? '';
  const now = change.after === null ? undefined : clause(after, id, change.after);
  const was = change.before === null ? undefined : clause(before, id, change.before);
  if (now === undefined) return `No longer fixed for the answer: ${was}.`;
  return `Fixed for the answer now: ${now}${was === undefined ? '' : `; before: ${was}`}.`;
}

function levelSentence(issue: string, { change, before, after }: AssumptionChange): string {
  switch (change) {
    case 'added':
      return `${sentenceCase(issue)} has a further level now: ${after}.`;
    case 'dropped':
      return `${sentenceCase(issue)} has no level ${before} any more.`;
    default:
      return `The levels of ${issue} stand in another order: now ${after}; before ${before}.`;
  }
}

/** The same of an issue that is open between levels, `[frozen, fighting]`. */
function openClause(theCase: Case, id: string, text: string): string {
  const levels = /^\[(.*)\]$/.exec(text)?.[1]?.split(', ');
  if (!levels) return clause(theCase, id, text);
  return `open whether ${levels.map((level) => clause(theCase, id, level)).join(' or ')}`;
}

function todaySentence({ before, after }: CasePair, change: AssumptionChange): readonly Inline[] {
  const { id } = change;
  if (id === null) {
    return [change.change === 'added' ? 'There is a today now.' : 'There is no today any more.'];
  }
  const now = change.after === null ? undefined : openClause(after, id, change.after);
  const was = change.before === null ? undefined : openClause(before, id, change.before);
  return [`Today: now ${now ?? 'not said'}; before ${was ?? 'not said'}.`];
}

const nouns = {
  term: 'term',
  outcome: 'named outcome',
  proposal: 'proposal',
  scenario: 'scenario',
  track: 'track',
} as const;

function namedThing(
  part: keyof typeof nouns,
  { id, change, before, after }: AssumptionChange,
): readonly Inline[] {
  const subject = `The ${nouns[part]} “${id}”`;
  if (change === 'added') return [`${subject} is added: `, code(after), '.'];
  if (change === 'dropped') return [`${subject} is dropped; it was `, code(before), '.'];
  return [`${subject} is now `, code(after), ', before ', code(before), '.'];
}

/** A want by its label, else in the words of the case. */
function wantName(cases: CasePair, change: AssumptionChange): readonly Inline[] {
  const theCase = sayer(cases, change);
  const path = JSON.stringify(
    change.change === 'dropped' ? change.paths?.before : change.paths?.after,
  );
  for (const reading of theCase.preferences.flat()) {
    for (const want of reading.wants?.flat() ?? []) {
      if (JSON.stringify(want.path) === path) {
        return [code(want.label ?? expressionWords(want.want, theCase))];
      }
    }
    for (const entry of reading.ranking ?? []) {
      if (JSON.stringify(entry.path) === path) {
        return [code(entry.label ?? expressionWords(entry.expression, theCase))];
      }
    }
  }
  return [code(change.id)];
}

function wantSentence(cases: CasePair, change: AssumptionChange): readonly Inline[] {
  const { places, before, after } = change;
  const noun = change.part === 'want' ? 'the want' : 'the ranking entry';
  const lead: readonly Inline[] = [`${place(cases, change)}: ${noun} `, ...wantName(cases, change)];
  switch (change.change) {
    case 'added':
      return [...lead, ` is added, at place ${places?.after}.`];
    case 'dropped':
      return [...lead, ` is dropped; it stood at place ${places?.before}.`];
    case 'moved':
      return [
        ...lead,
        places?.before === places?.after
          ? ` is ranked apart from others now, or level with them, at place ${places?.after}.`
          : ` moves from place ${places?.before} to place ${places?.after}.`,
      ];
    case 'changed':
      return [...lead, ' says now ', code(after), ', before ', code(before), '.'];
  }
}

/** Longest list of rewordings that is told one by one. */
const mostReworded = 6;

/**
 * What is said otherwise with the same meaning, in one sentence; undefined where nothing is. Evidence
 * and sources are told apart from wording.
 */
export function rewordingSentence(rewordings: readonly WordChange[]): string | undefined {
  if (rewordings.length === 0) return undefined;
  const told = rewordings.slice(0, mostReworded).map(({ part, id, party, reading, keys }) => {
    const of = [party, reading === 'stated' ? null : reading, id === party ? null : id]
      .filter((one) => one !== null)
      .join(', ');
    return `${series(keys.map((key) => keyWords[key] ?? key))} (${part}${of === '' ? '' : ` ${of}`})`;
  });
  const rest = rewordings.length - told.length;
  const further = rest === 0 ? [] : [counted(rest, 'further place')];
  return `Said otherwise, with no bearing on what holds: ${series([...told, ...further])}.`;
}

const keyWords: Readonly<Record<string, string>> = {
  asOf: 'date',
  decisionFor: 'whom it is for',
  called: 'name in sentences',
  saysNot: 'wording when it does not hold',
  says: 'wording',
  act: 'wording of the act',
  from: 'sources',
  why: 'reason',
  isLever: 'way of writing it',
};
