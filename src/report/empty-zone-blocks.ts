import { amountWords } from './amount-words.js';
import type { DealsReport } from './deals-words.js';
import { differenceWords } from './difference-words.js';
import type { Block, Inline, ListItem } from './document.js';
import { againstWords } from './no-deal-words.js';
import { counted, sentenceCase } from './phrases.js';
import { capitalised, type Words } from './words.js';

/** Outcomes told for one no deal before the rest is only counted. */
const mostTold = 5;

/**
 * Where nothing is acceptable to everyone at the table: for each no deal the outcomes with the fewest
 * parties unwilling, who these are, by which want and how much they are short, and which red lines.
 */
export function emptyZoneBlocks(words: Words, report: DealsReport): readonly Block[] {
  if (report.emptyZones.length === 0) return [];
  const table = words.parties(report.table);
  const [only] = report.table;
  const who =
    report.table.length === 1 && only !== undefined
      ? words.party(only)
      : `everyone at the table (${table})`;
  return [
    {
      kind: 'heading',
      level: 2,
      text: 'Nothing is at least as good as no deal for everyone at the table',
    },
    ...report.emptyZones.flatMap(({ noDeal, fewest }): readonly Block[] => {
      const least = Math.min(...fewest.map(({ unwilling }) => unwilling.length));
      const lead = `no outcome but no deal itself is one to which ${who} would consent.`;
      const against = againstWords(report, noDeal);
      const told = fewest.slice(0, mostTold);
      const rest = fewest.length - told.length;
      return [
        {
          kind: 'paragraph',
          content: [
            against,
            against === '' ? sentenceCase(lead) : lead,
            ...(fewest.length === 0
              ? []
              : [` The nearest to it leave ${counted(least, 'party', 'parties')} unwilling:`]),
          ],
        },
        {
          kind: 'list',
          isOrdered: false,
          items: [
            ...told.map(
              ({ state, unwilling }): ListItem => ({
                content: [
                  {
                    kind: 'why',
                    text: sentenceCase(words.fullOutcome(state)),
                    ask: { about: 'outcome', state },
                  },
                  `${words.number(state)}.`,
                  ...unwilling.flatMap((one) => [' ', ...unwillingSentence(words, one)]),
                ],
              }),
            ),
            ...(rest > 0
              ? [
                  {
                    content: [
                      `${sentenceCase(counted(rest, 'further outcome'))} with as few unwilling; --json lists all.`,
                    ],
                  },
                ]
              : []),
          ],
        },
      ];
    }),
  ];
}

type Unwilling = DealsReport['emptyZones'][number]['fewest'][number]['unwilling'][number];

function unwillingSentence(
  words: Words,
  { party, difference, by, crossed }: Unwilling,
): readonly Inline[] {
  const change = differenceWords(words, difference, false);
  const amount = by === null ? '' : `, short by ${amountWords(by)} of its own points`;
  const red =
    crossed.length === 0
      ? ''
      : `crosses its red ${crossed.length === 1 ? 'line' : 'lines'} ${crossed.map((line) => `“${line}”`).join(', ')}`;
  if (change.length === 0 && amount === '') {
    return capitalised([
      `${words.party(party)} would not consent${red === '' ? '' : `: it ${red}`}.`,
    ]);
  }
  return capitalised([
    `${words.party(party)} would be worse off than with no deal`,
    ...(change.length === 0 ? [] : [' (', ...change, ')']),
    `${amount}${red === '' ? '' : `; it ${red}`}.`,
  ]);
}
