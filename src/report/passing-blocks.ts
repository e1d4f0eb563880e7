import type { PassingOutcome } from '../questions/ways-findings.js';
import type { Block, ListItem } from './document.js';
import type { HoldsReport } from './holds-words.js';
import { counted, sentenceCase, series } from './phrases.js';
import { startWords } from './start-words.js';
import type { Words } from './words.js';

/** Passing outcomes that are told before the rest is only counted. */
const mostTold = 12;

/**
 * Outcomes that chains of single and joint improvements touch and that are neither ends nor on offer:
 * a shortest way to each, and which signers end below where it starts or below no deal.
 */
export function passingBlocks(words: Words, report: HoldsReport): readonly Block[] {
  const { passing } = report;
  if (!passing) return [];
  const told = [...passing].sort((a, b) => interest(b) - interest(a));
  const more = told.length - mostTold;
  return [
    { kind: 'heading', level: 2, text: 'What is only passing' },
    {
      kind: 'paragraph',
      content: [
        passing.length === 0
          ? 'Chains of moves and deals, each better for all who make it, touch nothing but the ends and what is on offer.'
          : 'Chains of moves and deals, each better for all who make it, also touch these. None is an end or on offer: a signer may end worse off than where it began.',
      ],
    },
    ...(told.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            isOrdered: false,
            items: told.slice(0, mostTold).map((one) => item(words, report, one)),
          },
        ]),
    ...(more > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: [
              `${sentenceCase(counted(more, 'further passing outcome'))} not told here; --json lists all.`,
            ],
          },
        ]
      : []),
  ];
}

/** What would hold is most easily taken for an agreement; then what a signer loses by; then what is signed. */
function interest({ holds, belowStart, belowEnds, signers }: PassingOutcome): number {
  const hasLoser = belowStart.length > 0 || belowEnds.some((who) => who.length > 0);
  return (holds ? 4 : 0) + (hasLoser ? 2 : 0) + (signers.length > 0 ? 1 : 0);
}

function item(words: Words, report: HoldsReport, one: PassingOutcome): ListItem {
  let at = report.start ?? one.state;
  const links = one.chain.map(({ group, to }) => {
    const text = `${words.parties(group)} ${group.length > 1 ? 'together ' : ''}could ${words.acts(at, to)}`;
    at = to;
    return text;
  });
  return {
    content: [
      { kind: 'strong', text: sentenceCase(words.outcome(one.state)) },
      `${words.number(one.state)}${one.holds ? ', which would hold once in place' : ''}: ${links.join(', then ')}. ${losers(words, report, one)}`,
    ],
  };
}

function losers(words: Words, report: HoldsReport, one: PassingOutcome): string {
  if (one.signers.length === 0) return 'Nobody signs on the way.';
  const isMoved = report.ends.some((end) => end.length > 1 || end[0] !== report.start);
  const start = startWords(report).isToday ? 'today' : 'where it began';
  // Where nothing moves, no deal is where the chain starts: said once.
  const below = [
    { who: one.belowStart, what: `below ${start}` },
    ...(isMoved ? one.belowEnds : []).map((who, end) => ({
      who,
      what: noDeal(words, report, end),
    })),
  ].filter(({ who }) => who.length > 0);
  if (below.length === 0) {
    return `No signer would end below ${start}${isMoved ? ' or below no deal' : ''}.`;
  }
  const groups = new Map(below.map(({ who }) => [who.join(' '), who]));
  const parts = [...groups].map(([key, who]) => {
    const what = below.filter((each) => each.who.join(' ') === key).map((each) => each.what);
    return `${words.parties(who)} would end ${series(what)}`;
  });
  return `${sentenceCase(parts.join('; '))}.`;
}

/** `below no deal`, named where there are several ends. */
function noDeal(words: Words, report: HoldsReport, end: number): string {
  const [state, ...more] = report.ends[end] ?? [];
  if (report.ends.length === 1 || state === undefined) return 'below no deal';
  const name = more.length === 0 ? words.outcome(state) : `the circle with ${words.outcome(state)}`;
  return `below no deal, if that is ${name}`;
}
