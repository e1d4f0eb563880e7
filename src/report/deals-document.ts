import type { Case } from '../core/case.js';
import type { DealVerdict } from '../questions/deals-findings.js';
import { countedAmount } from './amount-words.js';
import { askWhyAt } from './ask-why.js';
import { consentItems, holdingItems, pointsItem, standingItems } from './deal-sentence.js';
import { type DealsReport, wordsForDeals } from './deals-words.js';
import { type Block, type Document, type Inline, type ListItem, strong } from './document.js';
import { emptyZoneBlocks } from './empty-zone-blocks.js';
import { frontierBlocks } from './frontier-blocks.js';
import { noDealBlocks, noDealPhrase } from './no-deal-words.js';
import { counted, longDate, sentenceCase } from './phrases.js';
import { proposalBlocks } from './proposal-blocks.js';
import { solutionBlocks } from './solution-blocks.js';
import { type Stamp, stampLine } from './stamp.js';
import type { Words } from './words.js';

/** Deals told in full under one heading before the rest is only counted. */
const mostTold = 6;

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
    // Groups and tracks: who can settle what without whom, and what tracks allow alone and together.
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

function headlineBlocks(theCase: Case, words: Words, report: DealsReport): readonly Block[] {
  const noDeal = noDealPhrase(words, report);
  if (report.today === null) return withoutToday(theCase, words, report, noDeal);
  const headline = new Set(report.headline);
  const told = report.deals.filter(({ state }) => headline.has(state));
  const title = heading('Deals that would be signed and would hold');
  if (report.headline.length === 0) {
    const { counts } = report;
    const more = counts
      ? ` Of ${countedAmount(counts.deals, 'possible deal')}, ${counts.acceptable === 0 ? 'none' : counts.acceptable} would be given all the consent that ${counts.acceptable === 1 ? 'it needs' : 'they need'}, and ${counts.selfEnforcing === 0 ? 'none' : counts.selfEnforcing} would hold once in place; none would do both.`
      : '';
    return [
      title,
      say(
        strong('None. '),
        `A deal is counted here if everyone whose consent it needs is at least as well off as with no deal (${noDeal}), no red line of theirs is crossed, and no party would leave it once in place.${more}`,
      ),
    ];
  }
  return [
    title,
    say(
      strong(`${sentenceCase(counted(report.headline.length, 'deal'))}: `),
      `everyone whose consent ${report.headline.length === 1 ? 'it needs' : 'they need'} is at least as well off as with no deal (${noDeal}), no red line of theirs is crossed, and no party would leave once ${report.headline.length === 1 ? 'it is' : 'they are'} in place.`,
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
  const acceptable = report.counts?.acceptable;
  const known =
    acceptable === undefined
      ? `There are ${countedAmount(report.outcomes, 'possible outcome')}, too many to list: the frontier and the solutions below were worked out without listing them.`
      : `Of ${countedAmount(report.outcomes, 'possible outcome')}, ${acceptable === 0 ? 'none' : acceptable} would be given all the consent that ${acceptable === 1 ? 'it needs' : 'they need'}, no party among them below no deal (${noDeal}).${
          report.counts && report.counts.acceptableToAll !== acceptable
            ? ` ${sentenceCase(counted(report.counts.acceptableToAll, 'of these is', 'of these are'))} acceptable to everyone at the table.`
            : ''
        }`;
  const told = report.deals.slice(0, mostTold);
  return [
    heading('What could be agreed'),
    say(
      `${known} The case has no today, so nothing is said about whether an agreement would hold, or who would leave it.`,
    ),
    ...told.flatMap((verdict) => toldInFull(theCase, words, report, verdict)),
    ...rest((acceptable ?? told.length) - told.length),
  ];
}

/** Deals that would be given all the consent they need and would not hold: who would break them. */
function breakingBlocks(theCase: Case, words: Words, report: DealsReport): readonly Block[] {
  const breaking = report.deals.filter(
    ({ isAcceptable, isSelfEnforcing }) => isAcceptable && isSelfEnforcing === false,
  );
  const { counts } = report;
  const all = counts ? counts.acceptable - counts.both : breaking.length;
  if (report.today === null || breaking.length === 0) return [];
  return [
    heading('Deals that would be signed and would not hold'),
    say(
      `${sentenceCase(counted(all, 'deal'))}: all the consent that ${all === 1 ? 'it needs' : 'they need'} would be given, and yet some party would leave once ${all === 1 ? 'it is' : 'they are'} in place.${all > 1 ? ' The nearest to no deal come first.' : ''}`,
    ),
    ...breaking
      .slice(0, mostTold)
      .flatMap((verdict) => toldInFull(theCase, words, report, verdict)),
    ...rest(all - Math.min(breaking.length, mostTold)),
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
  const items: readonly ListItem[] = [
    ...consentItems(words, report, verdict),
    ...holdingItems(words, verdict),
    ...standingItems(words, report, verdict),
    ...(points ? [points] : []),
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

const engineWords = {
  listed:
    'Every possible outcome was looked at, in exact arithmetic: no rounding makes or breaks a tie.',
  factored:
    'The possible outcomes are too many to list. The frontier was merged issue by issue and the solutions were found by bounded search, in exact arithmetic; a search that was stopped says so.',
} as const;

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
        ]),
    [
      'A deal is signed if the consent that each changed issue needs is given; a party consents to what is at least as good for it as no deal and crosses no red line of its own.',
    ],
    [engineWords[report.engine]],
    ...[...report.assumptions, ...report.limits].map((text) => [text]),
  ];
  return lines.map((content) => ({ content }));
}
