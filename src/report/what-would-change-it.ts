import type { Case, Question } from '../core/case.js';
import type { Inline, ListItem } from './document.js';
import { wordsForDoubts } from './doubt-words.js';
import {
  barOf,
  bearingOf,
  type Carrying,
  carryingOf,
  tellingColumn,
  toldColumns,
} from './ensemble-bearing.js';
import { carryingSentence, carryingSentences, idleSentences } from './ensemble-carrying.js';
import { countingRule } from './ensemble-counting.js';
import { questionsOn, questionWords } from './ensemble-find-out.js';
import { turnedSentence } from './ensemble-flips.js';
import { countingOf, type EnsembleReport, isAll, isNone, percentWords } from './ensemble-shares.js';
import type { Section } from './fit-page.js';
import { counted, sentenceCase } from './phrases.js';

/**
 * What would change the answer, for page one of the brief: what carries it most, with its shares; every
 * other reading that matters, by how much; what does not; the smallest change that turns it; what to
 * find out first; how the combinations count, where not each counts once.
 *
 * @param isAsFiled - whether the brief takes everything as the file has it by itself: changes are told
 *   against that.
 */
export function whatWouldChangeIt(
  theCase: Case,
  report: EnsembleReport,
  isAsFiled = true,
): Section {
  const lines: readonly (readonly Inline[])[] =
    report.sets === 0
      ? [['Nothing is left to count: no combination of what the file leaves open is possible.']]
      : [
          ...carryingLines(theCase, report),
          ...(isAsFiled ? turningLine(theCase, report) : []),
          ...countingLine(theCase, report),
        ];
  return {
    title: 'What would change it',
    list: {
      noun: 'line',
      isWhole: true,
      items: lines.map((content): ListItem => ({ content })),
    },
  };
}

function carryingLines(theCase: Case, report: EnsembleReport): readonly (readonly Inline[])[] {
  const carrying = carryingOf(report);
  const [first, ...others] = carrying;
  if (!first) {
    const idle = report.doubts.some(({ id }) => bearingOf(report, id) !== 'nothing')
      ? idleSentences(theCase, report, 'brief')
      : carryingSentences(theCase, report);
    return [[idle.join(' ')]];
  }
  const kindOf = (doubt: string) => report.doubts.find(({ id }) => id === doubt)?.kind;
  const words = wordsForDoubts(theCase, report.doubts);
  const readings = others.filter(({ doubt }) => kindOf(doubt) === 'reading');
  const rest = others.filter(({ doubt }) => kindOf(doubt) !== 'reading');
  const told = ({ doubt, swing }: Carrying) => `${words(doubt).subject} (${percentWords(swing)})`;
  const [most, ...more] = rest;
  const then = [
    ...readings.map(told),
    ...(most === undefined
      ? []
      : more.length === 0
        ? [told(most)]
        : [`of ${counted(rest.length, 'other thing')} in doubt, most ${told(most)}`]),
  ];
  const second = [
    ...(then.length > 0 ? [`Then, by how far a share moves with it: ${then.join('; ')}.`] : []),
    ...idleSentences(theCase, report, 'brief'),
  ];
  return [
    [carryingSentence(theCase, report, first, [], 'brief'), ...findOutWords(theCase, report)],
    ...(second.length > 0 ? [[second.join(' ')]] : []),
  ];
}

/**
 * What turns the answer that is carried most; else the first that something turns. Nothing where that
 * was said already: the answer is always so in one case of what carries it, and never in the others.
 */
function turningLine(theCase: Case, report: EnsembleReport): readonly (readonly Inline[])[] {
  const [first] = carryingOf(report);
  const told = first && tellingColumn(report, first);
  const columns = toldColumns(report).filter(({ byDefault }) => byDefault !== null);
  const flipOf = (column: string) =>
    report.flips.find((flip) => flip.column === column && flip.changes.length > 0);
  const column =
    columns.find(({ id }) => id === told?.id && flipOf(id)) ?? columns.find(({ id }) => flipOf(id));
  const flip = column && flipOf(column.id);
  if (!column || !flip) return [];
  const bar = first && barOf(report, column.id, first.doubt);
  const isSaid = bar?.cases.every(({ share }) => share === null || isAll(share) || isNone(share));
  return column.id === told?.id && isSaid
    ? []
    : [[turnedSentence(theCase, report, [column], flip, 1)]];
}

/**
 * What to find out first, with the question of the case that is answered soonest; said of what carries
 * most, which was just told, or of something else.
 */
function findOutWords(theCase: Case, report: EnsembleReport): readonly Inline[] {
  const [first] = report.findOut;
  if (!first || carryingOf(report).length === 0) return [];
  const isTold = carryingOf(report)[0]?.doubt === first.doubt;
  const { subject } = wordsForDoubts(theCase, report.doubts)(first.doubt);
  const what = isTold ? 'that' : subject;
  const [question, ...others] = questionsOn(theCase, report, first.doubt).toSorted(soonest);
  const more =
    others.length > 0 ? ` ${sentenceCase(counted(others.length, 'further question'))}.` : '';
  return question
    ? [` Find out ${what} first: `, ...questionWords(question), more]
    : [` Find out ${what} first; no question of the file bears on it.`];
}

/** Dates as the file writes them sort as text; those without one come last. */
function soonest(a: Question, b: Question): number {
  const [one, other] = [a.by ?? '~', b.by ?? '~'];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** By what rule the combinations count; nothing where each counts once. */
function countingLine(theCase: Case, report: EnsembleReport): readonly (readonly Inline[])[] {
  return countingOf(report) === 'each once' || report.doubts.length === 0
    ? []
    : [[`Counted over ${countingRule(theCase, report, 'brief')}`]];
}
