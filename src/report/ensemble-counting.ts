import type { Case } from '../core/case.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { amountWords } from './amount-words.js';
import { doubtWords, partyCalled } from './doubt-words.js';
import { countingOf, type EnsembleReport } from './ensemble-shares.js';
import { series } from './phrases.js';

/** What is counted: `combinations of readings` where nothing else is open. */
export function combinationsOf({ doubts }: EnsembleReport): string {
  const kinds = new Set(doubts.map(({ kind }) => kind));
  if (!kinds.has('reading')) return 'combinations of what the file leaves open';
  return kinds.size === 1
    ? 'combinations of readings'
    : 'combinations of readings and of what else the file leaves open';
}

/**
 * By what rule the combinations count, in one sentence, the weights printed where there are any.
 *
 * @param labels - `full` names each weight's case, `brief` lists the weights in the file's order.
 */
export function countingRule(
  theCase: Case,
  report: EnsembleReport,
  labels: 'full' | 'brief' = 'full',
): string {
  const what = combinationsOf(report);
  const sets = groupedDigits(report.sets);
  switch (countingOf(report)) {
    case 'each once':
      return report.sets === 1 ? `one ${singular(what)}.` : `${sets} ${what}, each counted once.`;
    case 'weights':
      return `${sets} ${what}, by the analyst's weights: ${weightWords(theCase, report, labels)}${unweighted(report, ', and ')}.`;
    case 'alike':
      return `${sets} ${what}: ${alike(report)}.`;
    case 'draws': {
      const by = report.isWeighted
        ? `by the analyst's weights: ${weightWords(theCase, report, labels)}${unweighted(report, ', and ')}`
        : alike(report);
      const seed = report.seed === null ? '' : `, seed ${report.seed}`;
      return `${sets} draws from the ${what}${seed}, ${by}.`;
    }
  }
}

function singular(what: string): string {
  return what.replace(/^combinations/u, 'combination');
}

/** How what has no weight counts. */
const alikeWords = {
  reading: 'each reading of a party counted alike',
  want: 'each doubtful want with and without',
  order: 'each order of neighbours counted alike',
  rule: 'each doubtful rule applied and lifted',
  today: 'each level that may be today’s counted alike',
  number: 'numbers drawn from their ranges',
} as const;

function alikeList({ doubts }: EnsembleReport): readonly string[] {
  const kinds = new Set(doubts.filter(({ weights }) => weights === null).map(({ kind }) => kind));
  return Object.entries(alikeWords).flatMap(([kind, words]) =>
    [...kinds].some((one) => one === kind) ? [words] : [],
  );
}

function alike(report: EnsembleReport): string {
  const list = alikeList(report);
  return list.length === 0 ? 'each counted alike' : series(list);
}

function unweighted(report: EnsembleReport, lead: string): string {
  const list = alikeList(report);
  return list.length === 0 ? '' : `${lead}${series(list)}`;
}

/** `the United States, “relief” 0.4 and “pressure” 0.6; Russia, …`; briefly `the United States 0.4 and 0.6`. */
function weightWords(theCase: Case, { doubts }: EnsembleReport, labels: 'full' | 'brief'): string {
  return doubts
    .flatMap((doubt) => {
      const { weights } = doubt;
      if (!weights) return [];
      const numbers = weights.map((weight) => amountWords(weight));
      const who =
        doubt.kind === 'reading'
          ? partyCalled(theCase, doubt.party)
          : doubtWords(theCase, doubt).subject;
      return labels === 'brief'
        ? [`${who} ${series(numbers)}`]
        : [
            `${who}, ${series(
              doubt.cases.map(
                ({ id, label }, at) =>
                  `${doubt.kind === 'reading' ? `“${label}”` : doubtWords(theCase, doubt).cell(id)} ${numbers[at]}`,
              ),
            )}`,
          ];
    })
    .join('; ');
}
