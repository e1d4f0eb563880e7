import type { DoubtKind } from '../analysis/uncertainty/doubt.js';
import type { Case } from '../core/case.js';
import type { Block, Document, ListItem } from './document.js';
import { carryingSentences } from './ensemble-carrying.js';
import { carryingBlocks } from './ensemble-carrying-tables.js';
import { choiceBlocks } from './ensemble-choices.js';
import { findOutBlocks } from './ensemble-find-out.js';
import { flipBlocks } from './ensemble-flips.js';
import { headlineBlocks, scenarioBlocks } from './ensemble-headlines.js';
import { interactionBlocks } from './ensemble-interactions.js';
import { nameBlocks } from './ensemble-names.js';
import { countingOf, type EnsembleReport } from './ensemble-shares.js';
import { counted, longDate, series } from './phrases.js';
import { type Stamp, stampLine } from './stamp.js';

/**
 * What would change the answer, as a document: which things in doubt carry it, most first, and which do
 * not matter; in how many sets each headline would hold, is where things go, is on offer; where things
 * go by scenario; how the shares depend on each thing in doubt; what turns an answer; what to find out
 * first; pairs that do not add up; what each party could do; how all this was counted.
 */
export function ensembleDocument(theCase: Case, report: EnsembleReport, stamp: Stamp): Document {
  const isEmpty = report.sets === 0;
  const noun = report.mode === 'draws' ? 'draw' : 'combination';
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 2, text: 'What would change the answer' },
    ...(report.ended === 'stopped' && !isEmpty
      ? [
          lead(
            `The work was stopped: what follows is about the first ${counted(report.sets, noun)} alone.`,
          ),
        ]
      : []),
    ...(isEmpty
      ? [lead(emptyWords(report))]
      : carryingSentences(theCase, report).map((sentence) => lead(sentence))),
    ...(isEmpty
      ? []
      : [
          ...headlineBlocks(theCase, report),
          ...scenarioBlocks(report),
          ...carryingBlocks(theCase, report),
          ...flipBlocks(theCase, report),
          ...findOutBlocks(theCase, report),
          ...interactionBlocks(theCase, report),
          ...choiceBlocks(theCase, report),
        ]),
    // Where no command line asked, the things themselves can be switched.
    ...(stamp.command === undefined ? [] : nameBlocks(theCase, report)),
    { kind: 'heading', level: 2, text: 'How this was worked out' },
    { kind: 'list', isOrdered: false, items: methodItems(report) },
  ];
  return {
    title: `What would change the answer: ${theCase.title}`,
    subtitle: theCase.asOf && `As of ${longDate(theCase.asOf)}`,
    handling: theCase.handling,
    blocks,
    stamp: stampLine(stamp, report.seed),
  };
}

function lead(text: string): Block {
  return { kind: 'paragraph', role: 'lead', content: [text] };
}

function emptyWords({ options, notGiven }: EnsembleReport): string {
  if (options.given && notGiven > 0) {
    return `Nothing is left to count: in no combination is every place where things go in “${options.given.label}”.`;
  }
  return 'Nothing is left to count: in every combination a rule forbids today, or the work was stopped before the first was answered.';
}

const kindWords: Readonly<Record<DoubtKind, string>> = {
  reading: 'the readings of the parties',
  want: 'whether wants of low confidence are held',
  order: 'the order of neighbours marked unsure',
  rule: 'whether rules marked doubtful apply',
  today: 'where issues may stand today',
  number: 'numbers given as ranges',
};

function methodItems(report: EnsembleReport): readonly ListItem[] {
  const { options, doubts } = report;
  const found = new Set(doubts.map(({ kind }) => kind));
  const kinds = Object.entries(kindWords);
  const varied = kinds.flatMap(([kind, words]) =>
    [...found].some((one) => one === kind) ? [words] : [],
  );
  const left = kinds.flatMap(([kind, words]) =>
    options.vary.some((one) => one === kind) ? [] : [words],
  );
  const lines = [
    `${varied.length === 0 ? 'Nothing was varied' : `Varied: ${series(varied)}`}.${left.length > 0 ? ` Left as the file has it, as asked: ${series(left)}.` : ''}${varied.length > 0 ? ' What is open about a reading is varied only where that reading is in force.' : ''}`,
    `${doubts.length > 0 ? 'In each combination every outcome was judged anew' : 'Every outcome was judged'} by “${options.concept}”. A headline covers several outcomes: it would hold, or is on offer, where at least one of them would or is; it is where things go only where every place that they go to is in it.`,
    ...(doubts.length > 0 ? shareLines(report) : []),
    ...report.assumptions,
    ...report.limits,
  ];
  return lines.map((text) => ({ content: [text] }));
}

/** How shares were counted, and what they say. */
function shareLines(report: EnsembleReport): readonly string[] {
  const how =
    countingOf(report) === 'draws'
      ? 'Draws are counted; the same seed draws the same.'
      : 'Every combination was looked at, and no share is rounded before it is told.';
  return [
    `${how} Percentages are whole, and never 0 or 100 for what is not exactly none or all.`,
    'A share says how much of what the file leaves open leads to an answer. It is not a forecast, and it is no better than the readings in the file and their weights.',
  ];
}
