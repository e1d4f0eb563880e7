import { amountWords, countedAmount } from './amount-words.js';
import type { DealsReport } from './deals-words.js';
import type { Block } from './document.js';
import { counted, sentenceCase } from './phrases.js';
import type { Words } from './words.js';

/** Points of the frontier in the table before the rest is only counted. */
const mostRows = 20;

/** The frontier as a table, which is also the table of its plot: a row for each point, capped. */
export function frontierBlocks(words: Words, report: DealsReport): readonly Block[] {
  const { frontier } = report;
  if (!frontier) return [];
  const { parties, points, count, outcomes, states, isOrdinal, isWhole, individuallyRational } =
    frontier;
  const what = isOrdinal ? 'rank' : 'point';
  const sure =
    individuallyRational === count
      ? 'at each of them nobody is below no deal'
      : `at ${counted(individuallyRational, 'of them', 'of them')} nobody is below no deal`;
  const lead = `No possible outcome is as good for everyone at the table (${words.parties(parties)}) and better for one than these: ${countedAmount(count, isOrdinal ? 'combination of ranks' : 'combination of points', isOrdinal ? 'combinations of ranks' : 'combinations of points')}, attained by ${countedAmount(outcomes, 'outcome')}; ${sure}.`;
  const hidden = count - Math.min(points.length, mostRows);
  return [
    { kind: 'heading', level: 2, text: 'The frontier' },
    {
      kind: 'paragraph',
      content: [
        lead,
        ...(isWhole ? [] : [' Not all of it was listed; the method below says why.']),
      ],
    },
    {
      kind: 'table',
      caption: isOrdinal
        ? 'Each party’s own order, 0 the worst; ranks of different parties are never compared'
        : 'Each party’s own points, which are never compared between parties',
      header: [
        ...parties.map((party) => sentenceCase(words.party(party))),
        ...(states.length > 0 ? ['The first outcome there'] : []),
      ],
      rows: points.slice(0, mostRows).map((amounts, at) => {
        const state = states[at];
        return [
          ...amounts.map((amount) => [amountWords(amount)]),
          ...(states.length > 0
            ? [
                state === undefined
                  ? []
                  : [`${sentenceCase(words.fullOutcome(state))}${words.number(state)}`],
              ]
            : []),
        ];
      }),
    },
    ...(hidden > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: [
              `${sentenceCase(counted(hidden, `further ${what === 'rank' ? 'combination' : 'point'}`))} not told here; --json and export --csv list ${isWhole ? 'all' : 'those that were listed'}.`,
            ],
          },
        ]
      : []),
  ];
}
