import type { Case } from '../core/case.js';
import { compare } from '../core/rational.js';
import type { ColumnShare, Interaction } from '../questions/ensemble-findings.js';
import { amountValue } from './amount-value.js';
import type { Block } from './document.js';
import { wordsForDoubts } from './doubt-words.js';
import { barOf, toldColumns } from './ensemble-bearing.js';
import { type EnsembleReport, errorWords, isNone, percentWords } from './ensemble-shares.js';
import { counted, sentenceCase } from './phrases.js';
import { columnClause, isWords } from './readout-words.js';

/** Pairs told before the rest is only counted. */
const mostTold = 5;

/** Pairs of things in doubt whose joint effect is not the sum of their own. */
export function interactionBlocks(theCase: Case, report: EnsembleReport): readonly Block[] {
  const found = toldPairs(report);
  if (found.length === 0) return [];
  const rest = found.length - mostTold;
  return [
    { kind: 'heading', level: 2, text: 'What counts only together' },
    {
      kind: 'paragraph',
      content: ['Here one thing in doubt does more, or less, according to another.'],
    },
    {
      kind: 'list',
      isOrdered: false,
      items: found
        .slice(0, mostTold)
        .map((one) => ({ content: [interactionSentence(theCase, report, one)] })),
    },
    ...(rest > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: [
              `${sentenceCase(counted(rest, 'further pair'))} ${rest === 1 ? 'is' : 'are'} not told here; --json lists all.`,
            ],
          },
        ]
      : []),
  ];
}

/** Pairs with the answers for which they do the same. */
type Told = { readonly pair: Interaction; readonly columns: readonly ColumnShare[] };

function toldPairs(report: EnsembleReport): readonly Told[] {
  const columns = new Map(toldColumns(report).map((column) => [column.id, column]));
  const groups = new Map<string, { pair: Interaction; columns: ColumnShare[] }>();
  for (const pair of report.interactions) {
    const column = columns.get(pair.column);
    if (!column || column.readout === 'left alone for some' || isNone(pair.effect)) continue;
    const { doubts, cases, effect } = pair;
    const key = JSON.stringify([column.subject, doubts, cases, effect]);
    const group = groups.get(key) ?? { pair, columns: [] };
    group.columns.push(column);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * What one pair does, told from the case of the first that has the greater share, and so that the
 * effect is an increase: with it the share grows by more, or falls by less, with the one case of the
 * second than with the other.
 */
function interactionSentence(
  theCase: Case,
  report: EnsembleReport,
  { pair, columns }: Told,
): string {
  const words = wordsForDoubts(theCase, report.doubts);
  const [[a, other], second] = pair.cases;
  const shareOf = (id: string) =>
    barOf(report, pair.column, pair.doubts[0])?.cases.find((one) => one.id === id)?.share ?? 0;
  const isSwapped = compare(amountValue(shareOf(a)), amountValue(shareOf(other))) > 0;
  const [to, from] = isSwapped ? [a, other] : [other, a];
  const isMore = amountValue(pair.effect).n > 0n !== isSwapped;
  const [less, more] = isMore ? second : [second[1], second[0]];
  const [first, last] = [words(pair.doubts[0]), words(pair.doubts[1])];
  const what = columns
    .map((column, at) => (at === 0 ? columnClause(column) : isWords(column)))
    .join('; ');
  return `${sentenceCase(what)}: ${first.contrast(to, from)} does ${percentWords(pair.effect)}${errorWords(pair.error)} more for it where ${last.clause(more)} than where ${last.brief([less], true)}.`;
}
