import type { Case } from '../core/case.js';
import { expressionWords } from '../core/expression-words.js';
import { compare } from '../core/rational.js';
import type { Choice } from '../questions/ensemble-findings.js';
import { amountValue } from './amount-value.js';
import type { Block, ListItem } from './document.js';
import { partyCalled } from './doubt-words.js';
import {
  byAmount,
  countingOf,
  type EnsembleReport,
  isAll,
  isInDoubt,
  isNone,
  type Share,
  shareCell,
  shareIn,
} from './ensemble-shares.js';
import { counted, sentenceCase, series } from './phrases.js';

/**
 * What each party could do that is good in most sets: a sentence or two each, parties of which the same
 * is true together, and a table of the choices that are worth weighing.
 */
export function choiceBlocks(theCase: Case, report: EnsembleReport): readonly Block[] {
  const { choices } = report;
  if (choices.length === 0) return [];
  const kept = choices.filter((choice) => isKept(choices, choice));
  return [
    { kind: 'heading', level: 2, text: 'What each party could do that is good in most of them' },
    {
      kind: 'paragraph',
      content: [
        'A choice is to wait, or to bring one issue to another level and let things go on from there. One is as good as any other where no other leads the party anywhere better, in its own order as it is read there.',
      ],
    },
    { kind: 'list', isOrdered: false, items: partyItems(theCase, report) },
    ...(kept.length === 0 ? [] : choiceTable(theCase, report, kept)),
  ];
}

type ChoiceShare = 'best' | 'noWorse' | 'better';

function shareOf({ sets }: EnsembleReport, choice: Choice, of: ChoiceShare): Share {
  return { share: choice[of], error: choice.errors?.[of] ?? null, sets };
}

/** The table, and how many choices are left out of it. */
function choiceTable(
  theCase: Case,
  report: EnsembleReport,
  kept: readonly Choice[],
): readonly Block[] {
  const counting = countingOf(report);
  const cell = (choice: Choice, of: ChoiceShare) =>
    shareCell(counting, shareOf(report, choice, of));
  const left = report.choices.filter(
    (choice) => kept.some(({ party }) => party === choice.party) && !kept.includes(choice),
  ).length;
  return [
    {
      kind: 'table',
      caption: 'In how many combinations each choice is good for the party that makes it',
      header: [
        'Choice',
        'As good as any other',
        'Nowhere worse than waiting',
        'Better than waiting',
      ],
      rows: kept.map((choice) => [
        [`${sentenceCase(partyCalled(theCase, choice.party))}: ${choiceWords(theCase, choice)}`],
        [cell(choice, 'best')],
        [isWaiting(choice) ? '–' : cell(choice, 'noWorse')],
        [isWaiting(choice) ? '–' : cell(choice, 'better')],
      ]),
    },
    ...(left === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            content: [
              `${sentenceCase(counted(left, 'further choice'))} of these parties ${left === 1 ? 'is' : 'are'} left out: in no ${report.mode === 'draws' ? 'draw' : 'combination'} ${left === 1 ? 'is it' : 'are they'} as good as any other or better than waiting.`,
            ],
          },
        ]),
  ];
}

function isWaiting({ issue }: Choice): boolean {
  return issue === null;
}

/** Whether a choice has a row: it is best or better somewhere, or differs between sets. */
function isKept(choices: readonly Choice[], choice: Choice): boolean {
  const own = choices.filter(({ party }) => party === choice.party);
  if (simpleKind(own) !== undefined) return false;
  const { best, noWorse, better } = choice;
  return isWaiting(choice) || ![best, better].every(isNone) || isInDoubt({ share: noWorse });
}

/** Parties of which one clause tells all: they can only wait, nothing differs, or waiting alone is best. */
type Simple = 'waits' | 'alike' | 'waiting alone';

function simpleKind(own: readonly Choice[]): Simple | undefined {
  const waiting = own.find(isWaiting);
  const acts = own.filter((choice) => !isWaiting(choice));
  if (!waiting || !isAll(waiting.best)) return undefined;
  if (acts.length === 0) return 'waits';
  if (acts.every(({ best, noWorse }) => isAll(best) && isAll(noWorse))) return 'alike';
  const isNever = ({ best, noWorse }: Choice) => isNone(best) && !isInDoubt({ share: noWorse });
  return acts.every(isNever) ? 'waiting alone' : undefined;
}

/** An item for each party, in the order of the case; those of which the same simple thing is true together. */
function partyItems(theCase: Case, report: EnsembleReport): readonly ListItem[] {
  const parties = [...new Set(report.choices.map(({ party }) => party))];
  const kindOf = (party: string) =>
    simpleKind(report.choices.filter((choice) => choice.party === party));
  const all = shareIn(
    countingOf(report),
    { share: 1, error: null, sets: report.sets },
    'combinations',
  );
  const told = parties.flatMap((party, at): readonly string[] => {
    const kind = kindOf(party);
    if (kind === undefined) return [partySentences(theCase, report, party)];
    if (parties.findIndex((other) => kindOf(other) === kind) < at) return [];
    const alike = parties.filter((other) => kindOf(other) === kind);
    return [simpleSentence(kind, series(alike.map((one) => partyCalled(theCase, one))), all)];
  });
  return told.map((text) => ({ content: [text] }));
}

function simpleSentence(kind: Simple, who: string, all: string): string {
  switch (kind) {
    case 'waits':
      return `${sentenceCase(who)} can only wait.`;
    case 'alike':
      return `For ${who}, every choice is as good as waiting ${all}.`;
    case 'waiting alone':
      return `For ${who}, waiting is as good as anything ${all}, and nothing else is in any.`;
  }
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
  const share = (choice: Choice, of: ChoiceShare) =>
    shareIn(counting, shareOf(report, choice, of), 'combinations');
  const waiting = own.find(isWaiting);
  const [best] = own.toSorted(byAmount((choice) => choice.best));
  if (!best) return '';
  const isWaitingBest = waiting && compare(amountValue(waiting.best), amountValue(best.best)) === 0;
  if (isWaitingBest && waiting) {
    const acts = own.filter((choice) => !isWaiting(choice) && !isNone(choice.better));
    const [most] = acts.toSorted(byAmount((choice) => choice.better));
    const better =
      most && !isAll(waiting.best)
        ? ` To ${choiceWords(theCase, most)} is better than waiting ${share(most, 'better')}.`
        : '';
    return `For ${who}, waiting is as good as anything ${share(waiting, 'best')}.${better}`;
  }
  return `For ${who}, to ${choiceWords(theCase, best)} is as good as anything ${share(best, 'best')}; it leads nowhere worse than waiting ${share(best, 'noWorse')}.${
    waiting ? ` Waiting is as good as anything ${share(waiting, 'best')}.` : ''
  }`;
}
