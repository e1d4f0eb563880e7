import type { Case } from '../core/case.js';
import { mostPartiesForGroups } from '../core/model.js';
import type { NamedVerdict, Opinion, OutcomeVerdict } from '../questions/holds-findings.js';
import { type Block, type Document, type Inline, type ListItem, strong } from './document.js';
import { endSentences } from './end-sentences.js';
import { type HoldsReport, wordsForHolds } from './holds-words.js';
import { markWords } from './mark-words.js';
import { methodList } from './method-list.js';
import { counted, longDate, sentenceCase, series } from './phrases.js';
import { type Stamp, stampLine } from './stamp.js';
import { capitalised, exitSentence, type Words } from './words.js';

/** Outcomes told in full, and rows of the table of the others, before the rest is only counted. */
const mostTold = 8;
const mostRows = 20;

/**
 * What holds, as a document: where things go if left alone; what would hold and is on offer, each
 * with its mark, every party's view and what keeps it in place; what else would hold; named outcomes
 * and proposals, with who would leave those that would not hold and for which want.
 */
export function holdsDocument(theCase: Case, report: HoldsReport, stamp: Stamp): Document {
  const words = wordsForHolds(theCase, report);
  const isHeadline = (verdict: OutcomeVerdict) => verdict.offers.length > 0;
  const isEnd = (verdict: OutcomeVerdict) => verdict.end !== null;
  const onOffer = offeredFirst(theCase, report);
  const others = report.verdicts.filter((verdict) => !isHeadline(verdict) && !isEnd(verdict));
  const ends = report.verdicts.filter((verdict) => isEnd(verdict) && !isHeadline(verdict));
  const blocks: Block[] = [];

  if (report.today !== null && !isStopped(report)) {
    blocks.push(heading('Where things go if left alone'));
    for (const sentence of endSentences(words, report))
      blocks.push({ kind: 'paragraph', content: sentence });
    for (const verdict of ends) blocks.push(...toldInFull(theCase, words, report, verdict, false));
  }
  if (isStopped(report)) {
    blocks.push(paragraph('The work was stopped before an answer was reached.'));
  } else if (report.verdicts.length === 0) {
    blocks.push(...nothingHolds(words, report));
  } else if (report.today !== null) {
    blocks.push(heading('What would hold and is on offer'));
    if (!areGroupsListed(theCase)) {
      blocks.push(paragraph(groupsNotListed(theCase)));
    } else if (onOffer.length === 0) {
      blocks.push(
        paragraph('Nothing that would hold is on offer from today, or from where things go.'),
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
        report.today === null
          ? 'What would hold once in place'
          : 'What else would hold once in place',
      ),
      paragraph(
        report.today === null
          ? 'The case has no today, so nothing is said about how these would be reached.'
          : !areGroupsListed(theCase)
            ? 'Whether these are on offer was not worked out.'
            : 'These are not on offer, from today or from where things go: they would hold if something else brought them about.',
      ),
      outcomeTable(theCase, words, others.slice(0, mostRows)),
      ...rest(others.length - mostRows, 'such outcome'),
    );
  }
  blocks.push(...namedBlocks(theCase, words, report, 'outcome', 'The named outcomes'));
  blocks.push(...namedBlocks(theCase, words, report, 'proposal', 'The proposals'));
  blocks.push(
    heading('How this was worked out'),
    methodList(report.concepts[0], report.assumptions, report.limits),
  );
  return {
    title: `What holds: ${theCase.title}`,
    subtitle: theCase.asOf && `As of ${longDate(theCase.asOf)}`,
    handling: theCase.handling,
    blocks,
    stamp: stampLine(stamp, report.seed),
  };
}

/** Whether groups of parties, and so offers and side deals, are worked out for the case. */
export function areGroupsListed(theCase: Case): boolean {
  return theCase.parties.length <= mostPartiesForGroups;
}

/** Says that nothing is known about offers. */
export function groupsNotListed(theCase: Case): string {
  return `With ${theCase.parties.length} parties it was not worked out what is on offer: groups are listed up to ${mostPartiesForGroups} parties.`;
}

/** Whether the headline concept was not worked out to the end. */
export function isStopped(report: HoldsReport): boolean {
  const [headline] = report.options.concepts;
  return headline === undefined || report.equilibria[headline] === undefined;
}

/**
 * Outcomes that would hold and are on offer: first those than which no other of them is as good for
 * every party and better for one, then in order of how many are; ties by number.
 */
export function offeredFirst(theCase: Case, report: HoldsReport): readonly OutcomeVerdict[] {
  const offered = report.verdicts.filter(({ offers }) => offers.length > 0);
  const payoff = (party: string, state: number) => report.payoffs[party]?.[state] ?? 0;
  const isBetter = (a: number, b: number) =>
    theCase.parties.every(({ id }) => payoff(id, a) >= payoff(id, b)) &&
    theCase.parties.some(({ id }) => payoff(id, a) > payoff(id, b));
  const betterThan = new Map(
    offered.map(({ state }) => [
      state,
      offered.filter((other) => isBetter(other.state, state)).length,
    ]),
  );
  const order = (state: number) => betterThan.get(state) ?? 0;
  return [...offered].sort((a, b) => order(a.state) - order(b.state) || a.state - b.state);
}

function heading(text: string, level: 2 | 3 = 2): Block {
  return { kind: 'heading', level, text };
}

function paragraph(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', content };
}

function rest(count: number, noun: string): readonly Block[] {
  if (count <= 0) return [];
  return [
    paragraph(
      `${sentenceCase(counted(count, `further ${noun}`))} not told here; --json lists all.`,
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
  items.push({
    content: [
      'Would hold once in place: ',
      {
        kind: 'why',
        text: verdict.mark ? markWords[verdict.mark] : 'by the concept asked for',
        ask: { about: 'outcome', state: verdict.state },
      },
      '.',
    ],
  });
  if (isOffered) items.push({ content: [offerSentence(words, report, verdict)] });
  if (verdict.state !== report.today) items.push({ content: [opinionSentence(theCase, verdict)] });
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
    heading(sentenceCase(words.outcome(verdict.state)), 3),
    ...(words.outcome(verdict.state) === words.description(verdict.state) ||
    verdict.state === report.today
      ? []
      : [paragraph(`${sentenceCase(words.description(verdict.state))}.`)]),
    { kind: 'list', isOrdered: false, items },
  ];
}

/**
 * `On offer by North and South together, from today.` The smallest groups only, and a direct step
 * rather than one by way of another outcome.
 */
export function offerSentence(words: Words, report: HoldsReport, verdict: OutcomeVerdict): string {
  const offers = verdict.offers.flatMap((at) => report.onOffer[at] ?? []);
  const isDirect = (offer: (typeof offers)[number]) => offer.sign === offer.state;
  const smallest = offers.filter(
    (offer) =>
      !offers.some(
        (other) =>
          other !== offer &&
          other.from === offer.from &&
          other.group.every((party) => offer.group.includes(party)) &&
          other.group.length < offer.group.length,
      ),
  );
  const groups = new Map(smallest.map(({ group }) => [group.join(' '), group]));
  const parts = [...groups].map(([key, group]) => {
    const own = smallest.filter((offer) => offer.group.join(' ') === key);
    const [first] = own;
    const detour =
      first === undefined || own.some(isDirect)
        ? ''
        : `, signing a first step that leads there: together they could ${words.acts(first.from, first.sign)}`;
    return `by ${words.parties(group)} together, ${series(placesOf(report, own))}${detour}`;
  });
  return `On offer ${parts.join('; or ')}.`;
}

/** From where offers start: today, where things go, or one of several ends. */
function placesOf(
  report: HoldsReport,
  offers: readonly { readonly from: number }[],
): readonly string[] {
  const starts = new Set(offers.map(({ from }) => from));
  const places = starts.has(report.today ?? -1) ? ['from today'] : [];
  const reached = report.ends.filter((end) => end.some((state) => starts.has(state)));
  const [only] = report.ends;
  const isToday = report.ends.length === 1 && only?.length === 1 && only[0] === report.today;
  if (reached.length === 0 || isToday) return places;
  if (report.ends.length > 1) {
    places.push(
      reached.length === report.ends.length
        ? 'from each end of where things go'
        : `from ${counted(reached.length, 'of the ends', 'of the ends')} of where things go`,
    );
  } else {
    places.push(
      only?.length === 1
        ? 'from where things go if left alone'
        : only?.every((state) => starts.has(state))
          ? 'from each outcome of the circle that things go round'
          : 'from part of the circle that things go round',
    );
  }
  return places;
}

/** Who puts an outcome above, below and level with today, as words that may follow one another. */
function opinions(theCase: Case, verdict: OutcomeVerdict): Readonly<Record<Opinion, string>> {
  const named = (opinion: Opinion) =>
    series(
      theCase.parties
        .filter(({ id }) => verdict.againstToday[id] === opinion)
        .map(({ called }) => called),
    );
  return { better: named('better'), worse: named('worse'), same: named('same') };
}

/** `Better than today for A and B; neither better nor worse for C.` */
export function opinionSentence(theCase: Case, verdict: OutcomeVerdict): string {
  const { better, worse, same } = opinions(theCase, verdict);
  const parts = [
    ...(better ? [`better than today for ${better}`] : []),
    ...(worse ? [`worse than today for ${worse}`] : []),
    ...(same ? [`neither better nor worse for ${same}`] : []),
  ];
  return parts.length === 0 ? '' : `${sentenceCase(parts.join('; '))}.`;
}

/** `Better for A and B. Worse for C.`, under a heading that says against what. */
function opinionWords(theCase: Case, verdict: OutcomeVerdict): string {
  const { better, worse, same } = opinions(theCase, verdict);
  return [
    ...(better ? [`Better for ${better}.`] : []),
    ...(worse ? [`Worse for ${worse}.`] : []),
    ...(same ? [`The same for ${same}.`] : []),
  ].join(' ');
}

export function outcomeTable(
  theCase: Case,
  words: Words,
  verdicts: readonly OutcomeVerdict[],
): Block {
  const hasToday = theCase.today !== undefined;
  return {
    kind: 'table',
    caption: hasToday
      ? 'How each is held, and what each party thinks of it against today'
      : 'How each is held',
    header: ['Outcome', 'Held how', ...(hasToday ? ['Against today'] : [])],
    rows: verdicts.map((verdict) => [
      [sentenceCase(words.fullOutcome(verdict.state))],
      [
        {
          kind: 'why',
          text: verdict.mark ? markWords[verdict.mark] : 'by the concept asked for',
          ask: { about: 'outcome', state: verdict.state },
        },
      ],
      ...(hasToday ? [[opinionWords(theCase, verdict)]] : []),
    ]),
  };
}

/**
 * One sentence or two on a named outcome or proposal, to follow its label and a colon.
 *
 * @param detail - `short` leaves out how many forms fail, so that outcomes that fail for the same
 *   reason have the same sentence.
 */
export function namedSentence(
  theCase: Case,
  words: Words,
  report: HoldsReport,
  verdict: NamedVerdict,
  detail: 'full' | 'short',
): readonly Inline[] {
  const { nearest, states, holding } = verdict;
  if (!nearest) return ['no possible outcome is covered by it.'];
  const why = (text: string, party?: string): Inline => ({
    kind: 'why',
    text,
    ask:
      party === undefined
        ? { about: 'outcome', state: nearest.state }
        : { about: 'verdict', party, state: nearest.state },
  });
  const told = verdict.kind === 'proposal' ? opinionSentence(theCase, nearest) : '';
  const opinion = told === '' ? [] : [` ${told}`];
  const red =
    nearest.crossing.length > 0
      ? [` It crosses a red line of ${words.parties(nearest.crossing)}.`]
      : [];
  const forms = states > 1 ? ` (${holding.length} of its ${states} forms)` : '';
  const nearestForm = report.today === null ? 'its first form' : 'the form nearest to today';
  if (nearest.holds) {
    const mark = nearest.mark ? `; ${markWords[nearest.mark]}` : '';
    const held = nearest.reasons.find((reason) => reason.verdict === 'deterred');
    const exit = held?.exits[0];
    return [
      why(`would hold once in place${forms}`),
      `${mark}.`,
      ...(held && exit ? [' ', ...capitalised(exitSentence(words, held, exit))] : []),
      ...red,
      ...opinion,
    ];
  }
  const leavers = nearest.reasons.filter((reason) => reason.verdict === 'leaves');
  const [leaver, ...others] = leavers;
  const first = leaver?.exits[0];
  const inAny = states > 1 && detail === 'full' ? ` in any of its ${states} forms` : '';
  const holds =
    verdict.nearestHolding === null
      ? []
      : [
          {
            kind: 'why' as const,
            text: `would hold once in place${forms}`,
            ask: { about: 'outcome' as const, state: verdict.nearestHolding },
          },
          `, such as: ${words.description(verdict.nearestHolding)}. In ${nearestForm} it `,
        ];
  const leave = leaver && first ? exitSentence(words, leaver, first) : [];
  return [
    ...holds,
    why(`would not hold${holds.length > 0 ? '' : inAny}`, leaver?.party),
    '. ',
    ...(states > 1 && holds.length === 0 ? [`In ${nearestForm} `, ...leave] : capitalised(leave)),
    ...(others.length > 0
      ? [` ${sentenceCase(words.parties(others.map(({ party }) => party)))} would leave too.`]
      : []),
    ...red,
    ...opinion,
  ];
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
          ': ',
          ...namedSentence(theCase, words, report, verdict, 'full'),
        ],
      })),
    },
  ];
}

function nothingHolds(words: Words, report: HoldsReport): readonly Block[] {
  const seq = report.equilibria.seq?.length ?? 0;
  return [
    heading('Nothing would hold'),
    paragraph(
      `In each of the ${counted(report.states.length, 'possible outcome')} some party would gain by a move of its own${words.repliesCounted}. No outcome can be reported as stable; what can be said is where the steps lead, above.`,
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
