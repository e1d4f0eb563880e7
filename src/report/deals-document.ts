import type { Case } from '../core/case.js';
import type { DealVerdict } from '../questions/deals-findings.js';
import { countedAmount } from './amount-words.js';
import { askWhyAt } from './ask-why.js';
import {
  consentItems,
  holdingItems,
  pointsAgainst,
  pointsItem,
  standingItems,
} from './deal-sentence.js';
import { type DealsReport, wordsForDeals } from './deals-words.js';
import { type Block, type Document, type Inline, type ListItem, strong } from './document.js';
import { emptyZoneBlocks } from './empty-zone-blocks.js';
import { frontierBlocks } from './frontier-blocks.js';
import { groupBlocks } from './group-blocks.js';
import { noDealBlocks, noDealPhrase } from './no-deal-words.js';
import { counted, countWord, longDate, sentenceCase } from './phrases.js';
import { proposalBlocks } from './proposal-blocks.js';
import { solutionBlocks } from './solution-blocks.js';
import { type Stamp, stampLine } from './stamp.js';
import { trackBlocks } from './track-blocks.js';
import type { Words } from './words.js';

/** Deals told in full under one heading before the rest is only counted. */
const mostTold = 6;
/** The same for deals that would not hold, where others would. */
const mostBreaking = 3;

/**
 * What could be agreed, as a document: what no deal is; the deals that everyone whose consent they
 * need would sign and that would hold; those that would not hold, and who would break them; who is
 * short where there is nothing to agree; the proposals; groups; tracks; solutions and frontier.
 */
export function dealsDocument(theCase: Case, report: DealsReport, stamp: Stamp): Document {
  const words = wordsForDeals(theCase, report, stamp.askWhy !== undefined);
  const blocks: readonly Block[] = [
    ...noDealBlocks(theCase, words, report),
    ...report.warnings.map((warning) => say(strong('Take care: '), warning)),
    ...headlineBlocks(theCase, words, report),
    ...breakingBlocks(theCase, words, report),
    ...emptyZoneBlocks(words, report),
    ...proposalBlocks(theCase, words, report),
    ...(report.groups ? groupBlocks(theCase, words, report.noDeal, report.groups) : []),
    ...trackBlocks(words, theCase, report.tracks),
    ...solutionBlocks(theCase, words, report),
    ...frontierBlocks(words, report),
    ...askWhyAt(theCase, report.deals[0]?.state ?? report.today ?? undefined, stamp),
    { kind: 'heading', level: 2, text: 'How this was worked out' },
    { kind: 'list', isOrdered: false, items: methodItems(report) },
  ];
  return {
    title: `What could be agreed: ${theCase.title}`,
    subtitle: theCase.asOf && `As of ${longDate(theCase.asOf)}`,
    handling: theCase.handling,
    blocks,
    stamp: stampLine(stamp, report.seed),
  };
}

function say(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', content };
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

function rest(count: number): readonly Block[] {
  return count <= 0
    ? []
    : [
        say(
          `${sentenceCase(counted(count, 'further deal'))} not told here; --json lists those that were worked out in full.`,
        ),
      ];
}

/** Why there is no answer: the work was stopped. */
function stoppedBlocks(): readonly Block[] {
  return [say('The work was stopped before an answer was reached.')];
}

function headlineBlocks(theCase: Case, words: Words, report: DealsReport): readonly Block[] {
  if (report.noDeal.length === 0) return stoppedBlocks();
  const noDeal = noDealPhrase(theCase, words, report);
  if (report.today === null) return withoutToday(theCase, words, report, noDeal);
  const headline = new Set(report.headline);
  const told = report.deals.filter(({ state }) => headline.has(state));
  const title = heading('At least as good as no deal, and would hold once in place');
  const { counts } = report;
  if (report.headline.length === 0) {
    const more = counts
      ? ` Of ${countedAmount(counts.deals, 'possible deal')}, ${countWord(counts.acceptable)} would meet the first two conditions and ${countWord(counts.selfEnforcing)} the last; none meets all three.`
      : '';
    return [
      title,
      say(
        strong('None. '),
        `To be told here, a deal must leave everyone whose consent it needs at least as well off as with no deal (${noDeal}), cross no red line of theirs, and be left by no party once in place.${more}`,
      ),
    ];
  }
  const one = report.headline.length === 1;
  const many = counts
    ? `${countWord(report.headline.length)} of ${countedAmount(counts.deals, 'possible deal')}`
    : counted(report.headline.length, 'deal');
  return [
    title,
    say(
      strong(`${sentenceCase(many)}: `),
      `everyone whose consent ${one ? 'it needs' : 'they need'} is at least as well off as with no deal (${noDeal}), no red line of theirs is crossed, and no party would leave once ${one ? 'it is' : 'they are'} in place.`,
    ),
    ...told.slice(0, mostTold).flatMap((verdict) => toldInFull(theCase, words, report, verdict)),
    ...rest(report.headline.length - Math.min(told.length, mostTold)),
  ];
}

/** The outcomes that could be agreed in a case without a today, where nobody can leave. */
function withoutToday(
  theCase: Case,
  words: Words,
  report: DealsReport,
  noDeal: string,
): readonly Block[] {
  const { counts } = report;
  const title = heading('What could be agreed');
  if (!counts) {
    return [
      title,
      say(
        `There are ${countedAmount(report.outcomes, 'possible outcome')}, too many to look at one by one. ${
          report.frontier || report.solutions
            ? 'The frontier and the solutions below were worked out without listing them; who'
            : 'No frontier and no solution could be worked out without listing them (the reasons stand at the end); who'
        } would consent to which outcome, and whether it would hold, was not.`,
      ),
    ];
  }
  const { acceptable, acceptableToAll } = counts;
  const all =
    acceptableToAll === acceptable
      ? ''
      : ` ${sentenceCase(counted(acceptableToAll, 'of them is', 'of them are'))} so for everyone at the table.`;
  const told = report.deals.slice(0, mostTold);
  return [
    title,
    say(
      strong(
        `${sentenceCase(countedAmount(acceptable, 'outcome'))} of ${countedAmount(report.outcomes, 'possible one')}: `,
      ),
      `all the consent that ${acceptable === 1 ? 'it needs' : 'they need'} would be given, against no deal (${noDeal}).${all} The case has no today, so nothing is said about whether an agreement would hold once in place, or who would leave it.`,
    ),
    ...told.flatMap((verdict) => toldInFull(theCase, words, report, verdict)),
    ...rest(acceptable - told.length),
  ];
}

/** Deals at least as good as no deal that would not hold: who would break them. */
function breakingBlocks(theCase: Case, words: Words, report: DealsReport): readonly Block[] {
  const breaking = report.deals.filter(
    ({ isAcceptable, isSelfEnforcing }) => isAcceptable && isSelfEnforcing === false,
  );
  const { counts } = report;
  const all = counts ? counts.acceptable - counts.both : breaking.length;
  if (report.today === null || breaking.length === 0) return [];
  const one = all === 1;
  const most = report.headline.length > 0 ? mostBreaking : mostTold;
  return [
    heading('At least as good as no deal, and would not hold'),
    say(
      strong(`${sentenceCase(counted(all, 'deal'))}: `),
      `everyone whose consent ${one ? 'it needs' : 'they need'} is at least as well off as with no deal, no red line of theirs is crossed, and yet some party would leave once ${one ? 'it is' : 'they are'} in place.${one ? '' : ' First those than which no outcome is better for everyone at the table.'}`,
    ),
    ...breaking.slice(0, most).flatMap((verdict) => toldInFull(theCase, words, report, verdict)),
    ...rest(all - Math.min(breaking.length, most)),
  ];
}

function toldInFull(
  theCase: Case,
  words: Words,
  report: DealsReport,
  verdict: DealVerdict,
): readonly Block[] {
  const name = words.outcome(verdict.state);
  const description = words.description(verdict.state);
  const points = pointsItem(theCase, verdict);
  const disagreement = pointsAgainst(words, report, verdict);
  const items: readonly ListItem[] = [
    ...consentItems(words, report, verdict),
    ...holdingItems(words, verdict),
    ...standingItems(words, report, verdict),
    ...(points ? [points] : []),
    ...(disagreement === undefined ? [] : [{ content: [disagreement] }]),
  ];
  return [
    {
      kind: 'heading',
      level: 3,
      text: `${sentenceCase(name)}${words.number(verdict.state)}`,
    },
    ...(name === description || verdict.state === report.today
      ? []
      : [say(`${sentenceCase(description)}.`)]),
    { kind: 'list', isOrdered: false, items },
  ];
}

function engineSentence({ engine, counts }: DealsReport): string {
  if (engine === 'listed') {
    return 'Every possible outcome was looked at, in exact arithmetic: no rounding makes or breaks a tie.';
  }
  const merged =
    'the frontier was merged issue by issue and the solutions were found by bounded search, in exact arithmetic; a search that was stopped says so.';
  return counts
    ? `Every possible outcome was judged; ${merged}`
    : `The possible outcomes are too many to list: ${merged}`;
}

function methodItems(report: DealsReport): readonly ListItem[] {
  const { concept, options } = report;
  const lines: readonly (readonly Inline[])[] = [
    ...(report.today === null
      ? []
      : [
          [
            '“Would hold” means stable for every party under ',
            strong(concept.name),
            `: ${concept.definition} Source: ${concept.source}.`,
          ],
          [
            options.noDeal === 'today'
              ? 'No deal was taken to be today, as asked, for every party whose reading gives no number.'
              : 'No deal is what each party’s reading says it is, and where the reading is silent, where things go if left alone. With several ends a deal must do as well as each of them.',
          ],
          [
            'On offer means that a group could sign a joint step that leads there and nowhere else, each member better off than where it signs and no red line of theirs crossed: it looks at today and at where things go, not at a number that a reading gives as no deal.',
          ],
        ]),
    [
      'A party consents to what is at least as good for it as no deal and crosses no red line of its own. A deal counts too where a group that would consent could sign a first step which others take further by steps of their own. It is not said that any deal will be signed.',
    ],
    [engineSentence(report)],
    ...[...report.assumptions, ...report.limits].map((text) => [text]),
  ];
  return lines.map((content) => ({ content }));
}
