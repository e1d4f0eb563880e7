import { groupedDigits } from '../core/grouped-digits.js';
import { amountWords } from './amount-words.js';
import type { DealsReport } from './deals-words.js';
import { differenceWords } from './difference-words.js';
import type { Block, Inline, ListItem } from './document.js';
import { againstWords } from './no-deal-words.js';
import { counted, sentenceCase } from './phrases.js';
import { capitalised, type Words } from './words.js';

/**
 * Where nothing is acceptable to everyone at the table: for each no deal the outcomes with the fewest
 * parties unwilling, who these are, by which want and how much they are short, and which red lines.
 */
export function emptyZoneBlocks(words: Words, report: DealsReport): readonly Block[] {
  if (report.emptyZones.length === 0) return [];
  const lead =
    'In every outcome but no deal itself somebody at the table would be worse off than with no deal, or a red line of theirs would be crossed.';
  // Then a deal needs the consent of some alone, and has been told above.
  if (report.counts && report.counts.acceptable > 0) {
    return [
      { kind: 'paragraph', content: [`${lead} The deals above do without the consent of some.`] },
    ];
  }
  return [
    { kind: 'heading', level: 2, text: 'Who is short' },
    { kind: 'paragraph', content: [lead] },
    ...report.emptyZones.flatMap(({ noDeal, count, fewest }): readonly Block[] => {
      const least = Math.min(...fewest.map(({ unwilling }) => unwilling.length));
      const some = count > fewest.length ? `${fewest.length} of ${groupedDigits(count)}` : 'the';
      const near = `${some} outcomes nearest to a deal, with ${counted(least, 'party', 'parties')} unwilling:`;
      const against = againstWords(report, noDeal);
      if (fewest.length === 0) return [];
      return [
        { kind: 'paragraph', content: [against === '' ? sentenceCase(near) : `${against}${near}`] },
        {
          kind: 'list',
          isOrdered: false,
          items: fewest.map(
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
  const amount =
    by === null
      ? ''
      : difference?.by === 'points'
        ? `, ${amountWords(by)} short`
        : `, short by ${amountWords(by)} of its own points`;
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
