import type { Case } from '../core/case.js';
import type { OutcomeVerdict } from '../questions/holds-findings.js';
import { evidenceName } from './basis.js';
import {
  type Block,
  type Document,
  emphasis,
  type Inline,
  type ListItem,
  strong,
} from './document.js';
import { endSentences } from './end-sentences.js';
import {
  namedSentence,
  offeredFirst,
  offerSentence,
  opinionSentence,
  outcomeTable,
} from './holds-document.js';
import { type HoldsReport, wordsForHolds } from './holds-words.js';
import { markWords } from './mark-words.js';
import { counted, sentenceCase, series } from './phrases.js';
import { type Stamp, stampLine } from './stamp.js';
import type { Words } from './words.js';

/** What fits on two pages; what is left out is counted in the text. */
const most = { offers: 3, named: 7, questions: 4, indicators: 3, rows: 7, proposals: 5, claims: 6 };

/**
 * The brief: two A4 pages from what has been answered so far.
 *
 * Page one: where things go if left alone and what would hold and is on offer; how sure and why; the
 * named outcomes; what to watch. Page two: outcomes that would hold, proposals, contested claims,
 * method. A section without content is absent. Deterministic.
 */
export function briefDocument(theCase: Case, report: HoldsReport, stamp: Stamp): Document {
  const words = wordsForHolds(theCase, report);
  const first = [
    ...bottomLine(theCase, words, report),
    ...howSure(theCase, report),
    ...points(words, report),
    ...whatToWatch(theCase),
  ];
  const second = [
    ...resting(theCase, words, report),
    ...proposals(words, report),
    ...contested(theCase),
    ...method(report),
  ];
  const subtitle = [
    theCase.question,
    [theCase.asOf && `As of ${theCase.asOf}`, theCase.decisionFor && `for ${theCase.decisionFor}`]
      .filter(Boolean)
      .join(', '),
  ].filter(Boolean);
  return {
    title: theCase.title,
    subtitle: subtitle.length > 0 ? subtitle.join(' ') : undefined,
    handling: theCase.handling,
    blocks: [...first, { kind: 'pageBreak' }, ...second],
    stamp: stampLine(stamp, report.seed),
  };
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

function leftOut(count: number, noun: string): readonly ListItem[] {
  return count > 0
    ? [{ content: [`${sentenceCase(counted(count, `further ${noun}`))} not told here.`] }]
    : [];
}

function bottomLine(theCase: Case, words: Words, report: HoldsReport): readonly Block[] {
  const lead = (content: readonly Inline[]): Block => ({
    kind: 'paragraph',
    role: 'lead',
    content,
  });
  const blocks: Block[] = [heading('Bottom line')];
  if (report.today === null) {
    blocks.push(
      lead([
        `The case has no today, so nothing is said about where things go. ${sentenceCase(counted(report.verdicts.length, 'outcome'))} of ${report.states.length} would hold once in place.`,
      ]),
    );
    return blocks;
  }
  const [firstEnd, ...moreEnds] = endSentences(words, report);
  if (firstEnd) blocks.push(lead([strong('If left alone: '), ...lowered(firstEnd)]));
  for (const sentence of moreEnds) blocks.push(lead(sentence));

  const offers = offeredFirst(theCase, report);
  if (report.verdicts.length === 0) {
    blocks.push(
      lead([
        strong('Nothing would hold: '),
        'in every possible outcome some party has a step to one it prefers, which no reply would make it regret.',
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
      {
        kind: 'list',
        isOrdered: false,
        items: [
          ...offers.slice(0, most.offers).map((verdict) => ({
            content: offered(theCase, words, report, verdict),
          })),
          ...leftOut(offers.length - most.offers, 'outcome on offer is'),
        ],
      },
    );
  }
  return blocks;
}

/** A sentence that continues after a colon keeps its capital only where a name needs one. */
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
  const name = words.outcome(verdict.state);
  const description = words.description(verdict.state);
  return [
    {
      kind: 'why',
      text: sentenceCase(name),
      ask: { about: 'outcome', state: verdict.state },
    },
    name === description ? '; ' : `: ${description}; `,
    verdict.mark ? markWords[verdict.mark] : 'would hold',
    `. ${offerSentence(words, report, verdict)} ${opinionSentence(theCase, verdict)}`,
  ];
}

/** Share of judgement: how many of the wants in force rest on no source. */
function howSure(theCase: Case, report: HoldsReport): readonly Block[] {
  const readings = theCase.parties.flatMap(({ id }, party) => {
    const all = theCase.preferences[party] ?? [];
    const chosen = report.options.readings[id];
    return all.find((reading) => reading.id === chosen) ?? all[0] ?? [];
  });
  const wants = readings.flatMap((reading) => [
    ...(reading.wants?.flat() ?? []),
    ...(reading.ranking ?? []),
  ]);
  const judged = wants.filter(({ from }) => from.every((id) => id === 'judgement')).length;
  const rival = theCase.parties.filter((_, party) => (theCase.preferences[party]?.length ?? 0) > 1);
  const items: ListItem[] = [
    {
      content: [
        'This is what follows from the readings stated below, worked out exactly; it is not a forecast, and it says nothing about how soon.',
      ],
    },
  ];
  if (wants.length > 0) {
    const share =
      judged === wants.length
        ? `All ${wants.length} wants that decide it rest on the analyst's judgement alone.`
        : judged === 0
          ? `Each of the ${wants.length} wants that decide it cites a source.`
          : `${judged} of the ${wants.length} wants that decide it rest on the analyst's judgement alone; ${wants.length - judged} cite a source.`;
    items.push({ content: [share] });
  }
  if (rival.length > 0) {
    items.push({
      content: [
        `Rival readings exist for ${series(rival.map(({ called }) => called))}. In force here: `,
        ...readings.flatMap((reading, at): Inline[] => [
          ...(at === 0 ? [] : ['; ']),
          `${theCase.parties[theCase.preferences.findIndex((all) => all.includes(reading))]?.called}, `,
          emphasis(reading.label),
        ]),
        '.',
      ],
    });
  }
  return [heading('How sure, and why'), { kind: 'list', isOrdered: false, items }];
}

function points(words: Words, report: HoldsReport): readonly Block[] {
  const named = report.named.filter(({ kind }) => kind === 'outcome');
  if (named.length === 0) return [];
  return [
    heading('The outcomes people talk about'),
    {
      kind: 'list',
      isOrdered: false,
      items: [
        ...named
          .slice(0, most.named)
          .map((verdict) => ({ content: namedSentence(words, verdict) })),
        ...leftOut(named.length - most.named, 'named outcome is'),
      ],
    },
  ];
}

function whatToWatch(theCase: Case): readonly Block[] {
  const { questions } = theCase.evidence;
  if (questions.length === 0) return [];
  return [
    heading('What to watch'),
    {
      kind: 'list',
      isOrdered: false,
      items: [
        ...questions.slice(0, most.questions).map(({ text, by, indicators }) => ({
          content: [
            text,
            ...(by ? [` (by ${by})`] : []),
            ...(indicators.length > 0
              ? [
                  ` Signs: ${series(indicators.slice(0, most.indicators).map((sign) => sign.text))}.`,
                ]
              : []),
          ],
        })),
        ...leftOut(questions.length - most.questions, 'question is'),
      ],
    },
  ];
}

function resting(theCase: Case, words: Words, report: HoldsReport): readonly Block[] {
  if (report.verdicts.length === 0) return [];
  const order = (verdict: OutcomeVerdict) =>
    verdict.offers.length > 0 ? 0 : verdict.end !== null ? 1 : 2;
  const rows = [...report.verdicts].sort((a, b) => order(a) - order(b) || a.state - b.state);
  const rest = rows.length - most.rows;
  return [
    heading('Outcomes that would hold once in place'),
    outcomeTable(theCase, words, rows.slice(0, most.rows)),
    ...(rest > 0
      ? [
          {
            kind: 'paragraph' as const,
            role: 'aside' as const,
            content: [
              `${sentenceCase(counted(rest, 'further outcome'))} would hold; detente holds tells them.`,
            ],
          },
        ]
      : []),
  ];
}

function proposals(words: Words, report: HoldsReport): readonly Block[] {
  const named = report.named.filter(({ kind }) => kind === 'proposal');
  if (named.length === 0) return [];
  return [
    heading('Proposals on the table'),
    {
      kind: 'list',
      isOrdered: false,
      items: [
        ...named
          .slice(0, most.proposals)
          .map((verdict) => ({ content: namedSentence(words, verdict) })),
        ...leftOut(named.length - most.proposals, 'proposal is'),
      ],
    },
  ];
}

function contested(theCase: Case): readonly Block[] {
  const claims = theCase.evidence.claims.filter(
    ({ status, against }) =>
      against.length > 0 || status === 'contested' || status === 'contradicted',
  );
  if (claims.length === 0) return [];
  const names = (ids: readonly string[]) => series(ids.map((id) => evidenceName(theCase, id)));
  return [
    heading('Contested claims'),
    {
      kind: 'list',
      isOrdered: false,
      items: [
        ...claims.slice(0, most.claims).map((claim) => ({
          content: [
            `“${claim.text}” `,
            strong(sentenceCase(claim.status)),
            claim.for.length > 0 ? `. Says so: ${names(claim.for)}` : '',
            claim.against.length > 0 ? `. Against: ${names(claim.against)}` : '',
            '.',
          ],
        })),
        ...leftOut(claims.length - most.claims, 'such claim is'),
      ],
    },
  ];
}

function method(report: HoldsReport): readonly Block[] {
  const [concept] = report.concepts;
  return [
    heading('Method'),
    {
      kind: 'list',
      isOrdered: true,
      items: [
        {
          content: [
            `Every combination of levels that the rules allow was examined: ${counted(report.states.length, 'outcome')}.`,
          ],
        },
        {
          content: [
            `An outcome would hold if it is stable for every party (${concept?.name}, ${concept?.source}): ${concept?.definition}`,
          ],
        },
        {
          content: [
            'Left alone, parties take such steps one at a time; an outcome is on offer if a group can sign a joint step from which steps lead only there, each member better off and no red line of theirs crossed.',
          ],
        },
        {
          content: [
            'Preferences are orders, compared within a party only; no probability enters, and exact arithmetic is used throughout.',
          ],
        },
      ],
    },
  ];
}
