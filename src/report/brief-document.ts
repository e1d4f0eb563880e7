import type { Case } from '../core/case.js';
import type { NamedVerdict, OutcomeVerdict } from '../questions/holds-findings.js';
import { evidenceName } from './basis.js';
import {
  type Block,
  type Document,
  emphasis,
  type Inline,
  type ListItem,
  plainText,
  strong,
} from './document.js';
import { endSentences } from './end-sentences.js';
import { fitPage, type Section } from './fit-page.js';
import {
  isStopped,
  namedSentence,
  offeredFirst,
  offerSentence,
  opinionSentence,
  outcomeTable,
} from './holds-document.js';
import { type HoldsReport, wordsForHolds } from './holds-words.js';
import { markWords } from './mark-words.js';
import { counted, countWord, longDate, sentenceCase, series } from './phrases.js';
import { type Stamp, stampLine } from './stamp.js';
import type { Words } from './words.js';

/** Rows of the table of outcomes before the rest is only counted. */
const mostRows = 5;

/** Lines for title, question and mark on page one, and for stamp and mark on page two. */
const headerLines = 6;
const footerLines = 3;

/**
 * The brief: two A4 pages from what has been answered so far.
 *
 * Page one: where things go if left alone and what would hold and is on offer; how sure and why; the
 * named outcomes; what to watch. Page two: outcomes that would hold, proposals, contested claims,
 * method. A section without content is absent; a list that does not fit is cut, and says by how much.
 * Deterministic.
 */
export function briefDocument(theCase: Case, report: HoldsReport, stamp: Stamp): Document {
  const words = wordsForHolds(theCase, report);
  const first = [
    ...bottomLine(theCase, words, report),
    howSure(theCase, report),
    namedOutcomes(words, report),
    whatToWatch(theCase),
  ];
  const second = [
    resting(theCase, words, report),
    proposals(words, report),
    contested(theCase),
    method(report),
  ];
  const subtitle = [
    theCase.question,
    [
      theCase.asOf && `As of ${longDate(theCase.asOf)}`,
      theCase.decisionFor && `for ${theCase.decisionFor}`,
    ]
      .filter(Boolean)
      .join(', '),
  ].filter(Boolean);
  return {
    title: theCase.title,
    subtitle: subtitle.length > 0 ? subtitle.join(' ') : undefined,
    handling: theCase.handling,
    blocks: [
      ...fitPage(first, headerLines),
      { kind: 'pageBreak' },
      ...fitPage(second, footerLines),
    ],
    stamp: stampLine(stamp, report.seed),
  };
}

function bottomLine(theCase: Case, words: Words, report: HoldsReport): readonly Section[] {
  const lead = (content: readonly Inline[]): Block => ({
    kind: 'paragraph',
    role: 'lead',
    content,
  });
  const title = 'Bottom line';
  if (isStopped(report)) {
    return [{ title, lead: [lead(['The work was stopped before an answer was reached.'])] }];
  }
  if (report.today === null) {
    const text = `The case has no today, so nothing is said about where things go. ${sentenceCase(counted(report.verdicts.length, 'outcome'))} of ${report.states.length} would hold once in place.`;
    return [{ title, lead: [lead([text])] }, { lead: namedInBrief(words, report) }];
  }
  const blocks: Block[] = [];
  const [firstEnd, ...moreEnds] = endSentences(words, report);
  if (firstEnd) blocks.push(lead([strong('If left alone,'), ' ', ...lowered(firstEnd)]));
  for (const sentence of moreEnds) blocks.push(lead(sentence));

  const offers = offeredFirst(theCase, report);
  if (report.verdicts.length === 0) {
    blocks.push(
      lead([
        strong('Nothing would hold: '),
        `in every possible outcome some party has a move that pays${words.repliesCounted}.`,
      ]),
    );
  } else if (offers.length === 0) {
    blocks.push(
      lead([
        strong('Nothing that would hold is on offer'),
        ': no group of parties has a joint step, from today or from where things go, that leaves each of its members better off and leads to an outcome nobody would leave.',
      ]),
    );
  } else {
    blocks.push(
      lead([
        strong(
          `${sentenceCase(counted(offers.length, 'outcome'))} would hold and ${offers.length === 1 ? 'is' : 'are'} on offer:`,
        ),
      ]),
    );
  }
  return [
    {
      title,
      lead: blocks,
      list: {
        noun: 'offer',
        most: 3,
        items: offers.map((verdict) => ({ content: offered(theCase, words, report, verdict) })),
      },
    },
    { lead: namedInBrief(words, report) },
  ];
}

/** How many of the named outcomes would hold, which, and who would leave the others. */
function namedInBrief(words: Words, report: HoldsReport): readonly Block[] {
  const named = report.named.filter(({ kind, states }) => kind === 'outcome' && states > 0);
  if (named.length < 2) return [];
  const holding = named.filter((one) => one.holding.length > 0);
  const leavers = report.parties
    .map((party) => ({
      party,
      count: named.filter(
        ({ holding: forms, nearest }) =>
          forms.length === 0 &&
          nearest?.reasons.some((one) => one.party === party && one.verdict === 'leaves'),
      ).length,
    }))
    .filter(({ count }) => count > 0);
  const which = holding.length === 0 ? '' : `: ${series(holding.map(({ label }) => `“${label}”`))}`;
  const others =
    leavers.length === 0
      ? ''
      : ` ${sentenceCase(
          series(
            leavers.map(({ party, count }, at) =>
              at === 0
                ? `${words.party(party)} would leave ${count} of the others`
                : `${words.party(party)} ${count}`,
            ),
          ),
        )}.`;
  return [
    {
      kind: 'paragraph',
      content: [
        holding.length === named.length
          ? `Each of the ${counted(named.length, 'named outcome')} would hold once in place.`
          : `Of the ${counted(named.length, 'named outcome')}, ${countWord(holding.length)} would hold once in place${which}.${others}`,
      ],
    },
  ];
}

/** A sentence that continues one keeps its capital only where a name needs it. */
function lowered(content: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = content;
  if (typeof first !== 'string') return content;
  return [
    /^(Things|It) /.test(first) ? `${first[0]?.toLowerCase()}${first.slice(1)}` : first,
    ...others,
  ];
}

function offered(
  theCase: Case,
  words: Words,
  report: HoldsReport,
  verdict: OutcomeVerdict,
): readonly Inline[] {
  return [
    {
      kind: 'why',
      text: sentenceCase(words.fullOutcome(verdict.state)),
      ask: { about: 'outcome', state: verdict.state },
    },
    '; ',
    verdict.mark ? markWords[verdict.mark] : 'would hold',
    `. ${offerSentence(words, report, verdict)} ${opinionSentence(theCase, verdict)}`,
  ];
}

/** Share of judgement: how many of the wants in force rest on no source. */
function howSure(theCase: Case, report: HoldsReport): Section {
  const readings = theCase.parties.flatMap(({ id, called }, party) => {
    const all = theCase.preferences[party] ?? [];
    const reading = all.find((one) => one.id === report.options.readings[id]) ?? all[0];
    return reading ? [{ called, reading, rivals: all.length - 1 }] : [];
  });
  const wants = readings.flatMap(({ reading }) => [
    ...(reading.wants?.flat() ?? []),
    ...(reading.ranking ?? []),
  ]);
  const judged = wants.filter(({ from }) => from.every((id) => id === 'judgement')).length;
  const items: ListItem[] = [
    {
      content: [
        'This is what follows from the readings in force, worked out exactly; it is not a forecast, and it says nothing about how soon.',
      ],
    },
  ];
  const silent = theCase.parties.filter((_, party) => theCase.preferences[party]?.length === 0);
  if (silent.length > 0) {
    items.push({
      content: [
        strong(
          `The case does not say what ${series(silent.map(({ called }) => called))} ${silent.length === 1 ? 'wants' : 'want'}`,
        ),
        ': taken to be indifferent, such a party never has a reason to leave.',
      ],
    });
  }
  if (wants.length > 0) {
    const share =
      judged === wants.length
        ? `${wants.length === 1 ? 'The only want that decides it rests' : `All ${wants.length} wants that decide it rest`} on the analyst's judgement alone.`
        : judged === 0
          ? `${wants.length === 1 ? 'The only want' : `Each of the ${wants.length} wants`} that ${wants.length === 1 ? 'decides' : 'decide'} it cites a source.`
          : `Of the ${wants.length} wants that decide it, ${countWord(judged)} ${judged === 1 ? 'rests' : 'rest'} on the analyst's judgement alone.`;
    items.push({ content: [share] });
  }
  const rivals = readings.filter((one) => one.rivals > 0);
  if (rivals.length > 0) {
    items.push({
      content: [
        'In force, beside rival readings that may change the answer: ',
        ...rivals.flatMap(({ called, reading, rivals: count }, at): Inline[] => [
          ...(at === 0 ? [] : ['; ']),
          `${called}, `,
          emphasis(reading.label),
          ` (${counted(count, 'rival')})`,
        ]),
        '.',
      ],
    });
  }
  return { title: 'How sure, and why', list: { noun: 'remark', items } };
}

/** Named outcomes; those that would not hold for the same reason share a sentence. */
function namedOutcomes(words: Words, report: HoldsReport): Section {
  const named = report.named.filter(({ kind }) => kind === 'outcome');
  return {
    title: 'The outcomes people talk about',
    list: told(words, report, named, 'named outcome'),
  };
}

function told(
  words: Words,
  report: HoldsReport,
  named: readonly NamedVerdict[],
  noun: string,
): NonNullable<Section['list']> {
  const groups = new Map<string, { labels: string[]; sentence: readonly Inline[] }>();
  for (const verdict of named) {
    const sentence = namedSentence(words, report, verdict, 'short');
    const key = plainText(sentence);
    const group = groups.get(key) ?? { labels: [], sentence };
    group.labels.push(verdict.label);
    groups.set(key, group);
  }
  const told = [...groups.values()];
  return {
    noun,
    counts: told.map(({ labels }) => labels.length),
    items: told.map(({ labels, sentence }) => ({
      content: [
        ...labels.flatMap((label, at): Inline[] => [
          ...(at === 0 ? [] : ['; ']),
          strong(at === 0 ? sentenceCase(label) : label),
        ]),
        ': ',
        ...sentence,
      ],
    })),
  };
}

function whatToWatch(theCase: Case): Section {
  return {
    title: 'What to watch',
    list: {
      noun: 'question',
      items: theCase.evidence.questions.map(({ text, by, indicators }) => ({
        content: [
          text,
          ...(by ? [` (By ${longDate(by)}.)`] : []),
          ...(indicators.length > 0
            ? [` Signs: ${indicators.map((sign) => sign.text).join('; ')}.`]
            : []),
        ],
      })),
    },
  };
}

function resting(theCase: Case, words: Words, report: HoldsReport): Section {
  const order = (verdict: OutcomeVerdict) =>
    verdict.offers.length > 0 ? 0 : verdict.end !== null ? 1 : 2;
  const rows = [...report.verdicts].sort((a, b) => order(a) - order(b) || a.state - b.state);
  const told = rows.slice(0, mostRows);
  const left = rows.length - told.length;
  if (rows.length === 0) return {};
  return {
    title: 'Outcomes that would hold once in place',
    lead: [
      outcomeTable(theCase, words, told),
      ...(left > 0
        ? [
            {
              kind: 'paragraph' as const,
              role: 'aside' as const,
              content: [
                `${sentenceCase(counted(left, 'further outcome'))} would hold; detente holds tells them.`,
              ],
            },
          ]
        : []),
    ],
  };
}

function proposals(words: Words, report: HoldsReport): Section {
  const named = report.named.filter(({ kind }) => kind === 'proposal');
  return {
    title: 'Proposals on the table',
    list: told(words, report, named, 'proposal'),
  };
}

function contested(theCase: Case): Section {
  const claims = theCase.evidence.claims.filter(
    ({ status, against }) =>
      against.length > 0 || status === 'contested' || status === 'contradicted',
  );
  const names = (ids: readonly string[]) =>
    series([...new Set(ids.map((id) => evidenceName(theCase, id)))]);
  return {
    title: 'Contested claims',
    list: {
      noun: 'such claim',
      items: claims.map((claim) => ({
        content: [
          `“${claim.text}” `,
          strong(sentenceCase(claim.status)),
          claim.for.length > 0 ? `. For it: ${names(claim.for)}` : '',
          claim.against.length > 0 ? `. Against: ${names(claim.against)}` : '',
          '.',
        ],
      })),
    },
  };
}

function method(report: HoldsReport): Section {
  const [concept] = report.concepts;
  const lines = [
    `Every combination of levels that the rules allow was examined: ${counted(report.states.length, 'outcome')}.`,
    `An outcome would hold if it is stable for every party under ${concept?.name} (${concept?.source}). ${concept?.definition}`,
    'Left alone, parties take such moves one at a time. An outcome is on offer if a group can sign a joint step that leads there and nowhere else, each member better off and no red line of theirs crossed.',
    'Preferences are orders, compared within a party only; no probability enters, and all arithmetic is exact.',
  ];
  return {
    title: 'Method',
    list: {
      noun: 'line',
      isOrdered: true,
      items: lines.map((line) => ({ content: [line] })),
    },
  };
}
