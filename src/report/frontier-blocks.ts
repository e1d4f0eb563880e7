import { compare, parseRational, zero } from '../core/rational.js';
import type { Amount } from '../questions/amount.js';
import { amountWords, countedAmount } from './amount-words.js';
import type { DealsReport } from './deals-words.js';
import type { Block } from './document.js';
import { counted, sentenceCase } from './phrases.js';
import type { Words } from './words.js';

/** Points of the frontier in the table before the rest is only counted. */
const mostRows = 12;

/**
 * The frontier as a table, which is also the table of its plot: a row for each point, those first at
 * which nobody is below no deal; capped, and the rest counted.
 */
export function frontierBlocks(words: Words, report: DealsReport): readonly Block[] {
  const { frontier } = report;
  if (!frontier) return [];
  const { parties, points, count, outcomes, states, isOrdinal, isWhole, individuallyRational } =
    frontier;
  const noun = isOrdinal ? 'combination of ranks' : 'combination of points';
  const nouns = isOrdinal ? 'combinations of ranks' : 'combinations of points';
  const isCompared = isOrdinal || report.solutionsByNoDeal.length > 0;
  const rational =
    !isCompared || frontier.isRationalOnly
      ? ''
      : individuallyRational === count
        ? '; at each of them nobody at the table is below no deal'
        : individuallyRational === 0
          ? '; at each of them somebody at the table is below no deal'
          : `; at ${counted(individuallyRational, 'of them', 'of them')} nobody at the table is below no deal`;
  const among = frontier.isRationalOnly
    ? 'The whole frontier has too many points; of the outcomes in which nobody at the table is below no deal, none'
    : 'No possible outcome';
  const lead = `${among} is as good for everyone at the table and better for one of them than these: ${countedAmount(count, noun, nouns)}, attained by ${countedAmount(outcomes, 'outcome')}${rational}.`;
  const rows = points
    .map((amounts, at) => ({ amounts, at, isRational: isNobodyBelow(report, amounts) }))
    .sort((a, b) => Number(b.isRational) - Number(a.isRational) || a.at - b.at)
    .slice(0, mostRows);
  const hidden = count - rows.length;
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
        states.length > 0 ? 'The first outcome there' : 'Point',
        ...parties.map((party) => sentenceCase(words.party(party))),
      ],
      rows: rows.map(({ amounts, at }) => {
        const state = states[at];
        return [
          state === undefined
            ? [`Point ${at + 1}`]
            : [
                {
                  kind: 'why',
                  text: sentenceCase(words.fullOutcome(state)),
                  ask: { about: 'outcome', state },
                },
                words.number(state),
              ],
          ...amounts.map((amount) => [amountWords(amount)]),
        ];
      }),
    },
    ...(hidden > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: [
              `${sentenceCase(counted(hidden, `further ${noun}`, `further ${nouns}`))} not told here; --json and export --csv list ${isWhole ? 'all' : 'those that were listed'}.`,
            ],
          },
        ]
      : []),
  ];
}

/** Whether nobody is below the first no deal, where that is known in points. */
function isNobodyBelow(report: DealsReport, amounts: readonly Amount[]): boolean {
  const disagreement = report.solutionsByNoDeal[0]?.disagreement;
  return (
    disagreement?.every((amount, party) => {
      const [own, other] = [amounts[party], amount].map((one) => parseRational(String(one)));
      return compare(own ?? zero, other ?? zero) >= 0;
    }) ?? false
  );
}
