import type { PassingOutcome } from '../questions/ways-findings.js';
import type { Block, ListItem } from './document.js';
import type { HoldsReport } from './holds-words.js';
import { counted, sentenceCase } from './phrases.js';
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
  const start = startWords(report).isToday ? 'today' : 'where it began';
  const several = report.ends.length > 1;
  const parts = [
    ...(one.belowStart.length > 0
      ? [`${words.parties(one.belowStart)} would end below ${start}`]
      : []),
    ...one.belowEnds.flatMap((who, end) => {
      const [only] = report.ends[end] ?? [];
      // Where nothing moves, no deal is where the chain starts: said once.
      if (who.length === 0 || (report.ends[end]?.length === 1 && only === report.start)) return [];
      const name =
        several && only !== undefined ? `no deal, if that is ${words.outcome(only)}` : 'no deal';
      return [`${words.parties(who)} would end below ${name}`];
    }),
  ];
  return parts.length === 0
    ? `No signer would end below ${start}${report.ends.some(([only]) => only !== report.start) ? ' or below no deal' : ''}.`
    : `${sentenceCase(parts.join('; '))}.`;
}
