import type { Case } from '../core/case.js';
import { version } from '../core/version.js';
import type { DiffReport } from '../questions/diff.js';
import type { Cause, NamedChange } from '../questions/diff-findings.js';
import type { OutcomeVerdict, Reason } from '../questions/holds-findings.js';
import type { SentenceChanges } from './bottom-line-changes.js';
import { changeSentence, rewordingSentence } from './change-words.js';
import { type Block, type Document, type Inline, type ListItem, strong } from './document.js';
import { endSentences } from './end-sentences.js';
import { outcomeTable } from './holds-document.js';
import { type HoldsReport, wordsForHolds } from './holds-words.js';
import { methodList } from './method-list.js';
import { namedSentence } from './named-sentence.js';
import { counted, countWord, sentenceCase, series } from './phrases.js';
import { capitalised, exitSentence, type Words } from './words.js';

/** Outcomes told in one table before the rest is only counted. */
const mostRows = 5;

/** Sentences about where things go, and sentences new or gone, before the rest is only counted. */
const mostEnds = 4;
const mostSentences = 20;

/** One side of a comparison. */
export type DiffSide = {
  readonly case: Case;
  readonly report: HoldsReport;
  /** What readers call it: the file's name, and how it was asked. */
  readonly name: string;
  /** SHA-256 of the case file. */
  readonly hash: string;
};

type Told = DiffSide & { readonly words: Words };

/**
 * What separates two answers, as a document: the assumptions that differ; then the verdicts, each with
 * the move that decides it where one does; then the sentences of the bottom line.
 *
 * @param sentences - the changes of the two bottom lines.
 */
export function diffDocument(
  before: DiffSide,
  after: DiffSide,
  found: DiffReport,
  sentences: SentenceChanges,
  command?: string,
): Document {
  const sides = {
    before: { ...before, words: wordsForHolds(before.case, before.report) },
    after: { ...after, words: wordsForHolds(after.case, after.report) },
  };
  const handling = [...new Set([before.case.handling, after.case.handling])].filter(Boolean);
  return {
    title: `What changes: ${after.case.title}`,
    subtitle: `Before: ${before.name}. Now: ${after.name}.`,
    handling: handling.length > 0 ? handling.join('; ') : undefined,
    blocks: isNothing(found, sentences)
      ? nothingBlocks(before, after, found)
      : [
          ...assumptionBlocks(sides, found),
          ...verdictBlocks(sides, found),
          ...sentenceBlocks(sentences),
          heading('How this was worked out'),
          methodList(
            after.report.concepts[0],
            [],
            [...engineNote(before, after), ...found.limits],
            after.report.engine,
          ),
        ],
    stamp: [
      `Case ${before.hash === after.hash ? 'file' : 'files'} ${[
        ...new Set([before.hash, after.hash]),
      ]
        .map((hash) => hash.slice(0, 12))
        .join(' and ')}`,
      `Détente ${version}`,
      'nothing drawn at random',
      ...(command === undefined ? [] : [command]),
    ].join(' · '),
  };
}

/** Whether two answers say the same of the same assumptions: at most other words tell them apart. */
export function isNothing(found: DiffReport, { added, dropped }: SentenceChanges): boolean {
  return found.changes.length + added.length + dropped.length === 0 && !found.hasVerdictChange;
}

/** Says so when replies were found in another way for the first answer. */
function engineNote(before: DiffSide, after: DiffSide): readonly string[] {
  return before.report.engine === after.report.engine
    ? []
    : [
        'That was for the second answer; for the first they were found the other way, which gives the same verdicts.',
      ];
}

function nothingBlocks(
  before: DiffSide,
  after: DiffSide,
  { rewordings, limits }: DiffReport,
): readonly Block[] {
  const words = rewordingSentence(rewordings);
  const lead =
    before.hash === after.hash
      ? 'Nothing changed: both are the same file, asked in the same way.'
      : words === undefined
        ? 'Nothing changed in the answer: the files differ in comments or layout alone.'
        : 'Nothing changed in the answer: what the cases assume is the same, and so is every verdict.';
  return [
    { kind: 'paragraph', role: 'lead', content: [lead] },
    ...(words === undefined ? [] : [paragraph(words)]),
    ...limits.map((text) => paragraph(text)),
  ];
}

function heading(text: string, level: 2 | 3 = 2): Block {
  return { kind: 'heading', level, text };
}

function paragraph(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', content };
}

function bullets(items: readonly (readonly Inline[])[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'list', isOrdered: false, items: items.map((content): ListItem => ({ content })) },
  ];
}

type Sides = { readonly before: Told; readonly after: Told };

function assumptionBlocks({ before, after }: Sides, found: DiffReport): readonly Block[] {
  const cases = { before: before.case, after: after.case };
  const words = rewordingSentence(found.rewordings);
  return [
    heading('What changed in the assumptions'),
    ...(found.changes.length === 0 ? [paragraph('What is assumed is the same.')] : []),
    ...bullets(found.changes.map((change) => changeSentence(cases, change))),
    ...(words === undefined ? [] : [paragraph(words)]),
  ];
}

function verdictBlocks(sides: Sides, found: DiffReport): readonly Block[] {
  const { before, after } = sides;
  const title = heading('What changes in the verdicts');
  if (!found.hasVerdictChange) return [title, paragraph('No verdict changes.')];
  const named = (change: NamedChange['change']) =>
    found.named.filter((one) => one.change === change);
  return [
    title,
    ...endBlocks(sides, found),
    ...namedBlocks(sides, 'Would hold now, and would not have held before', named('now holds')),
    ...namedBlocks(sides, 'Would not hold any more', named('no longer holds')),
    ...namedBlocks(sides, 'Named now alone', named('only after')),
    ...namedBlocks(sides, 'Named before alone', named('only before')),
    ...offerBlocks('On offer now, and not before', after, found.offers.added),
    ...offerBlocks('On offer before, and not now', before, found.offers.dropped),
    ...outcomeBlocks(sides, found),
  ];
}

function endBlocks({ before, after }: Sides, { ends }: DiffReport): readonly Block[] {
  const hasEnds = before.report.today !== null || after.report.today !== null;
  if (!hasEnds) return [];
  if (ends.isSame) return [paragraph('Where things go if left alone is the same.')];
  const told = ({ words, report }: Told): readonly Inline[] => {
    const sentences = endSentences(words, report);
    const rest = sentences.length - mostEnds;
    return sentences.length === 0
      ? ['not worked out.']
      : [
          ...sentences
            .slice(0, mostEnds)
            .flatMap((sentence, at) => [...(at === 0 ? [] : [' ']), ...sentence]),
          ...(rest > 0 ? [` ${sentenceCase(counted(rest, 'further end'))} not told here.`] : []),
        ];
  };
  return [
    heading('Where things go if left alone', 3),
    ...bullets([
      [strong('Now:'), ' ', ...told(after)],
      [strong('Before:'), ' ', ...told(before)],
    ]),
  ];
}

function namedBlocks(
  { before, after }: Sides,
  title: string,
  changes: readonly NamedChange[],
): readonly Block[] {
  if (changes.length === 0) return [];
  return [
    heading(title, 3),
    ...bullets(
      changes.map(({ kind, id, change, cause }) => {
        const side = change === 'only before' ? before : after;
        const verdict = side.report.named.find((one) => one.kind === kind && one.id === id);
        const label = [strong(sentenceCase(verdict?.label ?? id)), ': '];
        if (cause) return [...label, ...causeSentence({ before, after }, cause)];
        if (!verdict) return label;
        return [...label, ...namedSentence(side.case, side.words, side.report, verdict, 'full')];
      }),
    ),
  ];
}

/** The move that decides, and what it was on the other side. */
function causeSentence({ before, after }: Sides, cause: Cause): readonly Inline[] {
  const reason: Reason = {
    party: cause.party,
    state: cause.state,
    verdict: cause.exit.isDeterred ? 'deterred' : 'leaves',
    exits: [cause.exit],
  };
  const told = (side: Told) => exitSentence(side.words, reason, cause.exit);
  const who = after.words.party(cause.party);
  switch (cause.kind) {
    case 'unanswered now':
      return [...capitalised(told(after)), ' Before, that move was answered.'];
    case 'wanted now':
      return [
        ...capitalised(told(after)),
        ` Before, ${who} had no such move, or would not have gained by it.`,
      ];
    case 'answered now':
      return [...capitalised(told(after)), ' Before, nothing answered that move.'];
    case 'no longer wanted':
      return [
        'before, ',
        ...told(before),
        ` Now ${who} has no such move, or would not gain by it.`,
      ];
  }
}

function offerBlocks(title: string, side: Told, places: readonly number[]): readonly Block[] {
  const verdicts = places.flatMap((at) => side.report.verdicts[at] ?? []);
  if (verdicts.length === 0) return [];
  return [
    heading(title, 3),
    ...bullets(
      verdicts
        .slice(0, mostRows)
        .map(({ state }) => [`${sentenceCase(side.words.fullOutcome(state))}.`]),
    ),
    ...notTold(verdicts.length - mostRows, 'further outcome'),
  ];
}

function notTold(count: number, noun: string): readonly Block[] {
  if (count <= 0) return [];
  return [paragraph(`${sentenceCase(counted(count, noun))} not told here; --json lists all.`)];
}

function tableOf(
  title: string,
  side: Told,
  verdicts: readonly OutcomeVerdict[],
  count: number,
): readonly Block[] {
  if (count === 0) return [];
  const rows = verdicts.slice(0, mostRows);
  const rest = count - rows.length;
  return [
    heading(title, 3),
    ...(rows.length > 0 ? [outcomeTable(side.case, side.words, rows)] : []),
    ...notTold(rest, rows.length > 0 ? 'further outcome' : 'outcome'),
  ];
}

function outcomeBlocks(sides: Sides, { outcomes }: DiffReport): readonly Block[] {
  const { before, after } = sides;
  const { holding, possible, shared, possibleOnly, onlyBefore, onlyAfter } = outcomes;
  const verdictsAt = (side: Told, states: readonly number[]) => {
    const known = new Map(side.report.verdicts.map((verdict) => [verdict.state, verdict]));
    return states.flatMap((state) => known.get(state) ?? []);
  };
  const now = verdictsAt(
    after,
    outcomes.nowHold.map((one) => one.after),
  );
  const gone = verdictsAt(
    before,
    outcomes.noLongerHold.map((one) => one.before),
  );
  const issues = (ids: readonly string[], side: Told) =>
    series(ids.map((id) => side.case.issues.find((issue) => issue.id === id)?.label ?? id));
  const apart = [
    ...(onlyBefore.length > 0 ? [`${issues(onlyBefore, before)} before alone`] : []),
    ...(onlyAfter.length > 0 ? [`${issues(onlyAfter, after)} now alone`] : []),
  ];
  const only = [
    ...(possibleOnly.before > 0 ? [`${possibleOnly.before} before alone`] : []),
    ...(possibleOnly.after > 0 ? [`${possibleOnly.after} now alone`] : []),
  ];
  return [
    heading('How many outcomes would hold', 3),
    paragraph(
      `${sentenceCase(counted(holding.after, 'outcome'))} of ${possible.after} would hold now, ${holding.before} of ${possible.before} before.`,
    ),
    ...(apart.length > 0
      ? [
          paragraph(
            `The cases do not have the same issues: ${series(apart)}. Outcomes are matched on the issues that both have, and count as holding if they would hold at some level of the others.`,
          ),
        ]
      : []),
    paragraph(
      `${sentenceCase(counted(shared, 'outcome'))} ${shared === 1 ? 'is' : 'are'} possible in both${
        only.length > 0 ? `, ${series(only)}` : ''
      }. Of those in both, ${countWord(outcomes.holdBoth)} would hold either way, ${
        outcomes.nowHold.length
      } only now and ${outcomes.noLongerHold.length} only before.`,
    ),
    ...tableOf('Outcomes that would hold only now', after, now, outcomes.nowHold.length),
    ...tableOf('Outcomes that would hold only before', before, gone, outcomes.noLongerHold.length),
  ];
}

function sentenceBlocks({ added, dropped }: SentenceChanges): readonly Block[] {
  if (added.length + dropped.length === 0) {
    return [
      heading('What changes in the bottom line'),
      paragraph('The bottom line says the same, in the same words.'),
    ];
  }
  return [
    heading('What changes in the bottom line'),
    ...(added.length > 0 ? [heading('Said now', 3)] : []),
    ...sentenceList(added),
    ...(dropped.length > 0 ? [heading('No longer said', 3)] : []),
    ...sentenceList(dropped),
  ];
}

function sentenceList(sentences: readonly string[]): readonly Block[] {
  return [
    ...bullets(sentences.slice(0, mostSentences).map((text) => [text])),
    ...notTold(sentences.length - mostSentences, 'further sentence'),
  ];
}
