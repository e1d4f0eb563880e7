import type { Case } from '../core/case.js';
import type { NamedVerdict, OutcomeVerdict } from '../questions/holds-findings.js';
import { askWhyBlocks } from './ask-why.js';
import { type Block, type Document, type Inline, type ListItem, strong } from './document.js';
import { endSentences } from './end-sentences.js';
import { evolutionBlocks } from './evolution-blocks.js';
import { furtherBlocks } from './further-blocks.js';
import { type HoldsReport, holdingCount, wordsForHolds } from './holds-words.js';
import { isDomain } from './is-domain.js';
import { markWords } from './mark-words.js';
import { methodList } from './method-list.js';
import { namedSentence } from './named-sentence.js';
import { areGroupsListed, groupsNotListed, offeredFirst, offerSentence } from './offer-words.js';
import { opinionSentence, opinionWords, startOpinionSentence } from './opinion-words.js';
import { passingBlocks } from './passing-blocks.js';
import { counted, longDate, sentenceCase } from './phrases.js';
import { type Stamp, stampLine } from './stamp.js';
import { startWords } from './start-words.js';
import { threatItem } from './threat-words.js';
import { trapItems } from './trap-words.js';
import { whyNotOnOffer } from './unsigned-words.js';
import { capitalised, exitSentence, unlessTogether, type Words } from './words.js';

/** Outcomes told in full, and rows of the table of the others, before the rest is only counted. */
const mostTold = 8;
const mostRows = 20;

/**
 * What holds, as a document: where things go if left alone; what would hold and is on offer, each
 * with its mark, every party's view and what keeps it in place; what else would hold; named outcomes
 * and proposals, with who would leave those that would not hold and for which want.
 */
export function holdsDocument(theCase: Case, report: HoldsReport, stamp: Stamp): Document {
  const words = wordsForHolds(theCase, report, stamp.askWhy !== undefined);
  const isHeadline = (verdict: OutcomeVerdict) => verdict.offers.length > 0;
  const isEnd = (verdict: OutcomeVerdict) => verdict.end !== null;
  const onOffer = offeredFirst(theCase, report);
  const others = nearestFirst(
    report,
    report.verdicts.filter((verdict) => !isHeadline(verdict) && !isEnd(verdict)),
  );
  const ends = report.verdicts.filter((verdict) => isEnd(verdict) && !isHeadline(verdict));
  const blocks: Block[] = [];

  if (isDomain(theCase)) {
    blocks.push(
      paragraph(
        strong('Nothing to ask here: '),
        'the case has no today, and no party can change anything alone. So every possible outcome would hold, which says nothing about what anybody wants. What could be agreed is another question: ',
        { kind: 'code', text: 'detente deals' },
        '.',
      ),
    );
  }
  const { isToday, from } = startWords(report);
  if (!isToday && report.start !== null) {
    blocks.push(
      paragraph(
        'Asked from this outcome, not from today: ',
        strong(words.fullOutcome(report.start)),
        `${words.number(report.start)}.`,
      ),
    );
  }
  if (report.start !== null && !isStopped(report)) {
    blocks.push(heading(`Where things go${isToday ? '' : ` ${from}`} if left alone`));
    for (const sentence of endSentences(words, report))
      blocks.push({ kind: 'paragraph', content: sentence });
    for (const verdict of ends) blocks.push(...toldInFull(theCase, words, report, verdict, false));
  }
  if (isStopped(report)) {
    blocks.push(paragraph('The work was stopped before an answer was reached.'));
  } else if (report.verdicts.length === 0) {
    blocks.push(...nothingHolds(words, report));
  } else if (report.start !== null) {
    blocks.push(heading('What would hold and is on offer'));
    if (!areGroupsListed(theCase)) {
      blocks.push(paragraph(groupsNotListed(theCase)));
    } else if (onOffer.length === 0) {
      blocks.push(
        paragraph(`Nothing that would hold is on offer ${from}, or from where things go.`),
      );
    }
    for (const verdict of onOffer.slice(0, mostTold)) {
      blocks.push(...toldInFull(theCase, words, report, verdict, true));
    }
    blocks.push(...rest(onOffer.length - mostTold, 'offer'));
  }
  if (others.length > 0) {
    blocks.push(
      heading(
        report.start === null
          ? 'What would hold once in place'
          : 'What else would hold once in place',
      ),
      paragraph(
        report.start === null
          ? 'The case has no today, so nothing is said about how these would be reached.'
          : !areGroupsListed(theCase)
            ? 'Whether these are on offer was not worked out.'
            : `These are not on offer, ${from} or from where things go: they would hold if something else brought them about.`,
      ),
      outcomeTable(theCase, words, others.slice(0, mostRows), report),
      ...rest(
        others.length -
          Math.min(others.length, mostRows) +
          holdingCount(report) -
          report.verdicts.length,
        'such outcome',
      ),
    );
  }
  blocks.push(...namedBlocks(theCase, words, report, 'outcome', 'The named outcomes'));
  blocks.push(...namedBlocks(theCase, words, report, 'proposal', 'The proposals'));
  blocks.push(...evolutionBlocks(words, report), ...passingBlocks(words, report));
  blocks.push(
    ...furtherBlocks(
      words,
      report.further,
      report.concepts[0]?.name ?? '',
      [...onOffer, ...ends].map(({ state }) => state),
      report.today,
    ),
    ...askWhyBlocks(theCase, report, stamp),
  );
  blocks.push(...checkBlocks(theCase, words, report, stamp));
  blocks.push(
    heading('How this was worked out'),
    methodList(report.concepts[0], report.assumptions, report.limits, report.engine),
  );
  return {
    title: `What holds: ${theCase.title}`,
    subtitle: theCase.asOf && `As of ${longDate(theCase.asOf)}`,
    handling: theCase.handling,
    blocks,
    stamp: stampLine(stamp, report.seed),
  };
}

/** The threats that the file declares, and what in the file the verdicts hang on. */
function checkBlocks(
  theCase: Case,
  words: Words,
  report: HoldsReport,
  { placeOf }: Stamp,
): readonly Block[] {
  const list = (title: string, items: readonly ListItem[]): readonly Block[] =>
    items.length === 0 ? [] : [heading(title), { kind: 'list', isOrdered: false, items }];
  const checks = trapItems(theCase, words, report.traps, placeOf);
  return [
    ...list(
      'Threats declared in the file',
      report.threats.map((threat) => threatItem(theCase, words, threat, report)),
    ),
    ...list('What to check in the file', checks.slice(0, mostTold)),
    ...rest(checks.length - mostTold, 'thing to check', 'things to check'),
  ];
}

/** Whether the headline concept was not worked out to the end. */
export function isStopped(report: HoldsReport): boolean {
  const [headline] = report.options.concepts;
  return headline === undefined || report.equilibria[headline] === undefined;
}

function heading(text: string, level: 2 | 3 = 2): Block {
  return { kind: 'heading', level, text };
}

function paragraph(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', content };
}

function rest(count: number, noun: string, nouns = `${noun}s`): readonly Block[] {
  if (count <= 0) return [];
  return [
    paragraph(
      `${sentenceCase(counted(count, `further ${noun}`, `further ${nouns}`))} not told here; --json lists all.`,
    ),
  ];
}

/** Name, mark, how it comes about, what each party thinks, and what keeps each party in place. */
function toldInFull(
  theCase: Case,
  words: Words,
  report: HoldsReport,
  verdict: OutcomeVerdict,
  isOffered: boolean,
): readonly Block[] {
  const items: ListItem[] = [];
  const unless = verdict.reasons
    .flatMap(({ exits }) => exits)
    .map((exit) => unlessTogether(words, exit))
    .find((one) => one !== undefined);
  items.push({
    content: [
      'Would hold once in place: ',
      {
        kind: 'why',
        text: verdict.mark ? markWords[verdict.mark] : 'by the concept asked for',
        ask: { about: 'outcome', state: verdict.state },
      },
      '.',
      ...(unless === undefined ? [] : [` It would not, ${unless}.`]),
    ],
  });
  if (isOffered) items.push({ content: [offerSentence(words, report, verdict)] });
  if (isOffered && verdict.end !== null && report.ends.length === 1) {
    items.push({ content: ['If left alone, things go there without it too.'] });
  }
  if (verdict.state !== report.today) items.push({ content: [opinionSentence(theCase, verdict)] });
  const against = startOpinionSentence(theCase, verdict);
  if (against !== '' && verdict.state !== report.start) items.push({ content: [against] });
  for (const reason of verdict.reasons) {
    const [first, ...more] = reason.exits;
    if (!first) continue;
    items.push({
      content: [
        ...capitalised(exitSentence(words, reason, first)),
        ...(more.length === 0
          ? []
          : [
              ` ${sentenceCase(counted(more.length, 'other way'))} out ${more.length === 1 ? 'is' : 'are'} answered too.`,
            ]),
      ],
    });
  }
  const deals = report.sideDeals.filter(({ from }) => from === verdict.state);
  const [deal] = deals;
  if (deal) {
    items.push({
      content: [
        `${sentenceCase(words.parties(deal.group))} would still gain by a lasting side deal from here: together they could ${words.acts(verdict.state, deal.to)}${
          deal.crossing.length > 0
            ? `, though that would cross a red line of ${words.parties(deal.crossing)}`
            : ''
        }.${
          deals.length > 1
            ? ` There ${deals.length === 2 ? 'is' : 'are'} ${counted(deals.length - 1, 'more such deal')}.`
            : ''
        }`,
      ],
    });
  }
  const stuck = verdict.reasons.filter((reason) => reason.verdict === 'cannot move');
  if (stuck.length > 0) {
    items.push({
      content: [
        `${sentenceCase(words.parties(stuck.map(({ party }) => party)))} cannot move from here.`,
      ],
    });
  }
  return [
    heading(`${sentenceCase(words.outcome(verdict.state))}${words.number(verdict.state)}`, 3),
    ...(words.outcome(verdict.state) === words.description(verdict.state) ||
    verdict.state === report.today
      ? []
      : [paragraph(`${sentenceCase(words.description(verdict.state))}.`)]),
    { kind: 'list', isOrdered: false, items },
  ];
}

/**
 * The outcomes as a table, a row each.
 *
 * @param report - given where a column should tell why they are not on offer.
 */
export function outcomeTable(
  theCase: Case,
  words: Words,
  verdicts: readonly OutcomeVerdict[],
  report?: HoldsReport,
): Block {
  const hasToday = theCase.today !== undefined;
  const isReasoned = report !== undefined && report.notOnOffer.length > 0;
  return {
    kind: 'table',
    caption: hasToday
      ? 'How each is held, and what each party thinks of it against today'
      : 'How each is held',
    header: [
      'Outcome',
      'Held how',
      ...(hasToday ? ['Against today'] : []),
      ...(isReasoned ? ['Why not on offer'] : []),
    ],
    rows: verdicts.map((verdict) => [
      [`${sentenceCase(words.fullOutcome(verdict.state))}${words.number(verdict.state)}`],
      [
        {
          kind: 'why',
          text: verdict.mark ? markWords[verdict.mark] : 'by the concept asked for',
          ask: { about: 'outcome', state: verdict.state },
        },
      ],
      ...(hasToday ? [[opinionWords(theCase, verdict)]] : []),
      ...(isReasoned ? [whyNotOnOffer(words, report, verdict.state)] : []),
    ]),
  };
}

function namedBlocks(
  theCase: Case,
  words: Words,
  report: HoldsReport,
  kind: NamedVerdict['kind'],
  title: string,
): readonly Block[] {
  const named = report.named.filter((verdict) => verdict.kind === kind);
  if (named.length === 0) return [];
  return [
    heading(title),
    {
      kind: 'list',
      isOrdered: false,
      items: named.map((verdict) => ({
        content: [
          strong(sentenceCase(verdict.label)),
          `${verdict.nearest ? words.number(verdict.nearest.state) : ''}: `,
          ...namedSentence(theCase, words, report, verdict, 'full'),
          ...signing(words, report, verdict),
        ],
      })),
    },
  ];
}

/** Of a proposal that is not on offer, who would not sign it. */
function signing(words: Words, report: HoldsReport, verdict: NamedVerdict): readonly Inline[] {
  if (verdict.kind !== 'proposal' || !verdict.nearest) return [];
  const why = whyNotOnOffer(words, report, verdict.nearest.state);
  return why.length === 0 ? [] : [' Not on offer. ', ...why];
}

/** In the order in which it is told why they are not on offer: nearest to the start first. */
function nearestFirst(
  report: HoldsReport,
  verdicts: readonly OutcomeVerdict[],
): readonly OutcomeVerdict[] {
  const order = new Map(
    [...new Set(report.notOnOffer.map(({ state }) => state))].map((state, at) => [state, at]),
  );
  const place = (state: number) => order.get(state) ?? order.size;
  return [...verdicts].sort((a, b) => place(a.state) - place(b.state));
}

function nothingHolds(words: Words, report: HoldsReport): readonly Block[] {
  const seq = report.equilibria.seq?.length ?? 0;
  return [
    heading('Nothing would hold'),
    paragraph(
      `In each of the ${counted(report.outcomes, 'possible outcome')} some party would gain by a move of its own${words.repliesCounted}. No outcome can be reported as stable; what can be said is where the steps lead, above.`,
    ),
    ...(seq > 0
      ? [
          paragraph(
            `${sentenceCase(counted(seq, 'outcome'))} would be held only by replies that their makers would regret (SEQ): not a footing to rely on.`,
          ),
        ]
      : []),
  ];
}
