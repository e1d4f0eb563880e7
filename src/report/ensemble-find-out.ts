import type { Case, Question } from '../core/case.js';
import type { DoubtWeight } from '../questions/ensemble-findings.js';
import type { Block, Inline, ListItem } from './document.js';
import { wordsForDoubts } from './doubt-words.js';
import { type EnsembleReport, percentWords } from './ensemble-shares.js';
import { counted, longDate, sentenceCase } from './phrases.js';
import { signsOf } from './sign-words.js';

/** Things to find out told one by one before the rest is only counted. */
const mostTold = 8;

/** What to find out first, with the questions of the case that bear on it. */
export function findOutBlocks(theCase: Case, report: EnsembleReport): readonly Block[] {
  const { findOut, doubts } = report;
  if (findOut.length === 0 || doubts.length === 0) return [];
  const rest = findOut.length - mostTold;
  return [
    { kind: 'heading', level: 2, text: 'Find out first' },
    {
      kind: 'paragraph',
      content: [
        'By how much the shares of the answers that are in doubt would move, on average over those answers and over what might be found.',
      ],
    },
    {
      kind: 'list',
      isOrdered: true,
      items: findOut.slice(0, mostTold).map((one) => findOutItem(theCase, report, one)),
    },
    ...(rest > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: [
              `${sentenceCase(counted(rest, 'further thing'))} would move them less; --json lists all.`,
            ],
          },
        ]
      : []),
  ];
}

function findOutItem(theCase: Case, report: EnsembleReport, found: DoubtWeight): ListItem {
  const { subject } = wordsForDoubts(theCase, report.doubts)(found.doubt);
  const questions = questionsOn(theCase, report, found.doubt);
  return {
    content: [
      `${sentenceCase(subject)}: ${percentWords(found.information)} on average.${
        questions.length === 0 ? ' No question of the file bears on it.' : ''
      }`,
    ],
    items: questions.map((question) => ({
      content: [...questionWords(question), signsOf(question.indicators)],
    })),
  };
}

/** The questions of the case that bear on something in doubt, in the order of the file. */
export function questionsOn(
  theCase: Case,
  { doubts }: EnsembleReport,
  doubt: string,
): readonly Question[] {
  const ids = doubts.find(({ id }) => id === doubt)?.questions ?? [];
  return theCase.evidence.questions.filter(({ id }) => ids.includes(id));
}

/** A question, which leads to its place in the file, with its date. */
export function questionWords({ id, text, by }: Question): readonly Inline[] {
  return [
    { kind: 'why', text, ask: { about: 'element', path: ['questions', id] } },
    ...(by ? [` (By ${longDate(by)}.)`] : []),
  ];
}
