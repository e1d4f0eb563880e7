import type { Case } from '../core/case.js';
import type { NoDealFinding, PartyNoDealFinding } from '../questions/deals-findings.js';
import { amountWords } from './amount-words.js';
import { evidenceName } from './basis.js';
import type { DealsReport } from './deals-words.js';
import type { Block, Inline } from './document.js';
import { counted, ordinal, series } from './phrases.js';
import type { Words } from './words.js';

/** Outcomes of a circle that are named before the rest is only counted. */
const mostOfCircle = 3;

/**
 * What no deal is, as a clause to follow the words: `things stay as today`, `things go round a circle
 * of four outcomes`, with the numbers that readings give.
 */
export function noDealPhrase(theCase: Case, words: Words, report: DealsReport): string {
  const numbers = consentNumbers(theCase, report);
  const by = series(
    numbers.map(
      ([party, { worst }]) =>
        `${worst === null ? '' : amountWords(worst)} for ${words.party(party)}`,
    ),
  );
  if (report.today === null) {
    return by === '' ? 'the case does not say what it is' : `in each party’s own points, ${by}`;
  }
  return `${endsPhrase(words, report)}${by === '' ? '' : `; in its own points it is ${by}`}`;
}

function endsPhrase(words: Words, report: DealsReport): string {
  const [first, ...more] = report.noDeal;
  if (more.length > 0) {
    return `things go to one of ${counted(more.length + 1, 'end')}, depending on who moves first`;
  }
  const [state, ...others] = first?.states ?? [];
  if (state === undefined) return 'nothing is known of it';
  if (others.length > 0) {
    return `things go round a circle of ${counted(others.length + 1, 'outcome')}`;
  }
  if (state === report.today) return 'things stay as today';
  const name = words.outcome(state);
  return name === words.description(state)
    ? `things go, if left alone, to this: ${name}`
    : `things go, if left alone, to ${name}`;
}

/**
 * Parties whose consent goes by a number: those ordered by points alone, and all that give one in a
 * case without a today. The number of others is an amount and decides no consent.
 */
export function consentNumbers(
  theCase: Case,
  report: DealsReport,
): readonly (readonly [string, PartyNoDealFinding])[] {
  return Object.entries(report.noDeal[0]?.parties ?? {}).filter(
    ([party, { kind }]) =>
      kind === 'number' && (report.today === null || !hasOrder(theCase, report, party)),
  );
}

/** Whether the reading in force orders outcomes otherwise than by points. */
function hasOrder(theCase: Case, report: DealsReport, party: string): boolean {
  const at = theCase.parties.findIndex(({ id }) => id === party);
  const reading = theCase.preferences[at]?.find(({ id }) => id === report.options.readings[party]);
  return reading?.wants !== undefined || reading?.ranking !== undefined;
}

/** What stands before what is said against one of several no deals; empty for one alone. */
export function againstWords(report: DealsReport, noDeal: number): string {
  return report.noDeal.length < 2 ? '' : `Against the ${ordinal(noDeal + 1)} end: `;
}

/** What no deal is, with every end, and who goes by something else and why. */
export function noDealBlocks(theCase: Case, words: Words, report: DealsReport): readonly Block[] {
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: 'No deal' }];
  const say = (...content: readonly Inline[]) => blocks.push({ kind: 'paragraph', content });
  const fixed = Object.entries(report.options.where);
  if (fixed.length > 0 && report.today !== null) {
    say(
      `For this answer ${series(fixed.map(([issue, level]) => `${issue} = ${level}`))} ${fixed.length === 1 ? 'was' : 'were'} fixed, today with it: where “today” is said below, this is meant, and not the case file's own today.`,
    );
  }
  if (report.today === null) {
    say(
      theCase.today === undefined
        ? 'The case has no today, so no deal is no outcome of it: each party goes by the number that its reading gives.'
        : 'The outcomes are too many to work out where things go if left alone: each party goes by the number that its reading gives.',
    );
  } else if (report.options.noDeal === 'today') {
    say('As asked, no deal means that things stay as today. Every deal is judged against that.');
  } else if (report.noDeal.length > 1) {
    say(
      `Without a deal it depends on who moves first: there are ${counted(report.noDeal.length, 'end')}. Every deal is judged against each of them as a whole.`,
    );
    blocks.push({
      kind: 'list',
      isOrdered: true,
      items: report.noDeal.map((one) => ({ content: endSentence(words, report, one) })),
    });
  } else if (report.noDeal[0]) {
    say('Without a deal, ', ...lowered(endSentence(words, report, report.noDeal[0])));
  }
  if (report.noDeal.some(({ states }) => states.length > 1)) {
    say(
      'A circle gives each party a range: a deal surely beats no deal for it only if it is better than the best of the circle.',
    );
  }
  for (const sentence of ownSentences(theCase, words, report)) say(sentence);
  for (const sentence of pointsSentences(words, report)) say(sentence);
  if (report.table.length > 0) say(tableSentence(words, report));
  return blocks;
}

function endSentence(
  words: Words,
  report: DealsReport,
  { states }: NoDealFinding,
): readonly Inline[] {
  const [state] = states;
  if (state === undefined) return ['Nothing is known of where things go.'];
  if (states.length > 1) {
    const told = states
      .slice(0, mostOfCircle)
      .map((one) => `${words.outcome(one)}${words.number(one)}`);
    return [
      `Things do not come to rest: single moves lead round a circle of ${counted(states.length, 'outcome')}, among them: ${told.join('; ')}.`,
    ];
  }
  const ask = { about: 'outcome', state } as const;
  if (state === report.today) {
    return ['Things ', { kind: 'why', text: 'stay as today', ask }, `${words.number(state)}.`];
  }
  return [
    'Things go to this: ',
    { kind: 'why', text: words.fullOutcome(state), ask },
    `${words.number(state)}.`,
  ];
}

/** Our sentences start with “Things” or “Nothing”: no name loses its capital. */
function lowered([first, ...others]: readonly Inline[]): readonly Inline[] {
  return typeof first === 'string'
    ? [`${first[0]?.toLowerCase()}${first.slice(1)}`, ...others]
    : first === undefined
      ? []
      : [first, ...others];
}

/** Parties whose reading says what no deal is to them: a number or today, with why and from where. */
function ownSentences(theCase: Case, words: Words, report: DealsReport): readonly string[] {
  const [first] = report.noDeal;
  if (!first) return [];
  const sentences: string[] = [];
  const unknown: string[] = [];
  for (const [party, own] of Object.entries(first.parties)) {
    const name = words.party(party);
    if (own.kind === 'number' && own.worst !== null) {
      sentences.push(
        report.today !== null && hasOrder(theCase, report, party)
          ? `Where points count, no deal is a number for ${name}: ${amountWords(own.worst)} of its own points${basis(theCase, own)}. What it would consent to goes by its wants.`
          : `For ${name} no deal is a number: ${amountWords(own.worst)} of its own points${basis(theCase, own)}.`,
      );
    } else if (own.kind === 'today' && report.options.noDeal !== 'today') {
      sentences.push(`For ${name} no deal is today${basis(theCase, own)}.`);
    } else if (own.kind === 'unknown') unknown.push(party);
  }
  if (unknown.length > 0) {
    sentences.push(
      `The case does not say what ${words.parties(unknown)} would have without a deal: nothing but ${unknown.length === 1 ? 'its' : 'their'} red lines keeps ${unknown.length === 1 ? 'it' : 'them'} from consenting.`,
    );
  }
  return sentences;
}

/** ` (believes time is on its side; source: The Morning Paper)`. */
function basis(theCase: Case, { why, from }: PartyNoDealFinding): string {
  const sources = from.filter((id) => id !== 'judgement');
  const names = series([...new Set(sources.map((id) => evidenceName(theCase, id)))]);
  const parts = [
    ...(why === null ? [] : [why]),
    ...(names === ''
      ? from.includes('judgement')
        ? ['the analyst’s judgement alone']
        : []
      : [`source: ${names}`]),
  ];
  return parts.length === 0 ? ' (the file gives no source)' : ` (${parts.join('; ')})`;
}

/** No deal in the points of those that have any: one sentence an end. */
function pointsSentences(words: Words, report: DealsReport): readonly string[] {
  const amount = ({ worst, best }: PartyNoDealFinding) =>
    worst === null || best === null
      ? undefined
      : worst === best
        ? amountWords(worst)
        : `${amountWords(worst)} to ${amountWords(best)}`;
  return report.noDeal.flatMap(({ parties }, at) => {
    const told = report.parties.flatMap((party) => {
      const own = parties[party];
      const text = own && own.kind !== 'number' ? amount(own) : undefined;
      return text === undefined ? [] : [`${text} for ${words.party(party)}`];
    });
    return told.length === 0
      ? []
      : [`${againstWords(report, at)}In each party’s own points, no deal is ${series(told)}.`];
  });
}

/** Whose consent some outcome needs, and who has no say. */
function tableSentence(words: Words, report: DealsReport): string {
  const { table, parties } = report;
  const others = parties.filter((party) => !table.includes(party));
  const rest = others.length === 0 ? '' : ` No outcome needs that of ${words.parties(others)}.`;
  return `At the table, since some outcome needs their consent: ${words.parties(table)}.${rest}`;
}
