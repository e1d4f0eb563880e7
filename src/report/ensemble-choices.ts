import type { Case } from '../core/case.js';
import { expressionWords } from '../core/expression-words.js';
import { compare } from '../core/rational.js';
import type { Amount } from '../questions/amount.js';
import type { Choice } from '../questions/ensemble-findings.js';
import { amountValue } from './amount-value.js';
import type { Block, ListItem } from './document.js';
import { partyCalled } from './doubt-words.js';
import {
  byAmount,
  countingOf,
  type EnsembleReport,
  isAll,
  isNone,
  shareCell,
  shareIn,
} from './ensemble-shares.js';
import { sentenceCase } from './phrases.js';

/** What each party could do that is good in most sets: a sentence or two each, and a table. */
export function choiceBlocks(theCase: Case, report: EnsembleReport): readonly Block[] {
  const { choices } = report;
  if (choices.length === 0) return [];
  const counting = countingOf(report);
  const cell = (choice: Choice, share: Amount) =>
    shareCell(counting, { share, error: choice.error, sets: report.sets });
  const parties = [...new Set(choices.map(({ party }) => party))];
  const items = parties.map(
    (party): ListItem => ({
      content: [partySentences(theCase, report, party)],
    }),
  );
  return [
    { kind: 'heading', level: 2, text: 'What each party could do that is good in most of them' },
    {
      kind: 'paragraph',
      content: [
        'A choice is to wait, or to bring one issue to another level and let things go on from there. One is as good as any other where no other leads the party anywhere better, in its own order as it is read there.',
      ],
    },
    { kind: 'list', isOrdered: false, items },
    {
      kind: 'table',
      caption: 'In how many combinations each choice is good for the party that makes it',
      header: [
        'Choice',
        'As good as any other',
        'Nowhere worse than waiting',
        'Better than waiting',
      ],
      rows: choices.map((choice) => [
        [`${sentenceCase(partyCalled(theCase, choice.party))}: ${choiceWords(theCase, choice)}`],
        [cell(choice, choice.best)],
        [choice.issue === null ? '–' : cell(choice, choice.noWorse)],
        [choice.issue === null ? '–' : cell(choice, choice.better)],
      ]),
    },
  ];
}

/** `wait`, `recognise Crimea as Russian`, `move so that the road is open`. */
export function choiceWords(theCase: Case, { issue: id, level: levelId }: Choice): string {
  if (id === null || levelId === null) return 'wait';
  const issue = theCase.issues.findIndex((one) => one.id === id);
  const level = theCase.issues[issue]?.levels.findIndex((one) => one.id === levelId) ?? -1;
  const found = theCase.issues[issue]?.levels[level];
  if (!found) return `bring ${id} to ${levelId}`;
  return (
    found.act ??
    `move so that ${expressionWords(
      { kind: 'comparison', issue, operator: '=', level, span: { start: 0, end: 0 } },
      theCase,
    )}`
  );
}

function partySentences(theCase: Case, report: EnsembleReport, party: string): string {
  const who = partyCalled(theCase, party);
  const counting = countingOf(report);
  const own = report.choices.filter((choice) => choice.party === party);
  const share = (choice: Choice, amount: Amount) =>
    shareIn(counting, { share: amount, error: choice.error, sets: report.sets }, 'combinations');
  const waiting = own.find(({ issue }) => issue === null);
  const [best] = own.toSorted(byAmount((choice) => choice.best));
  if (!best) return '';
  const isWaitingBest = waiting && compare(amountValue(waiting.best), amountValue(best.best)) === 0;
  if (isWaitingBest && waiting) {
    const acts = own.filter(({ issue, better }) => issue !== null && !isNone(better));
    const [most] = acts.toSorted(byAmount((choice) => choice.better));
    const better =
      most && !isAll(waiting.best)
        ? ` To ${choiceWords(theCase, most)} is better than waiting ${share(most, most.better)}.`
        : '';
    return `Waiting is as good as anything for ${who} ${share(waiting, waiting.best)}.${better}`;
  }
  return `For ${who}, to ${choiceWords(theCase, best)} is as good as anything ${share(best, best.best)}; it leads nowhere worse than waiting ${share(best, best.noWorse)}.${
    waiting ? ` Waiting is as good as anything ${share(waiting, waiting.best)}.` : ''
  }`;
}
