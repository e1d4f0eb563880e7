import type { Case } from '../core/case.js';
import type { Change, ColumnShare, Flip } from '../questions/ensemble-findings.js';
import type { Block, ListItem } from './document.js';
import { wordsForDoubts } from './doubt-words.js';
import { toldColumns } from './ensemble-bearing.js';
import { type EnsembleReport, isInDoubt } from './ensemble-shares.js';
import { counted, countWord, sentenceCase, series } from './phrases.js';
import { columnClause, isOfHeadline, needsComma, turnedWords } from './readout-words.js';

/** Answers told with what turns them, and ways of turning one, before the rest is only counted. */
const mostTurned = 12;
const mostWays = 3;

/** Answers that the same changes turn, of one headline or of the whole case. */
type Turned = { readonly columns: readonly ColumnShare[]; readonly flip: Flip };

/** The fewest changes to what the file has by itself that turn each answer, and what none turns. */
export function flipBlocks(theCase: Case, report: EnsembleReport): readonly Block[] {
  if (report.doubts.length === 0 || report.flips.length === 0) return [];
  const title: Block = { kind: 'heading', level: 2, text: 'The smallest change that turns it' };
  if (report.columns.every(({ byDefault }) => byDefault === null)) {
    return [
      title,
      say('With everything as the file has it, a rule forbids today: there is nothing to turn.'),
    ];
  }
  const turned = turnedAnswers(report);
  const items: readonly ListItem[] = turned
    .slice(0, mostTurned)
    .map(({ columns, flip }) => ({ content: [turnedSentence(theCase, report, columns, flip)] }));
  const rest = turned.length - items.length;
  return [
    title,
    ...(items.length === 0
      ? []
      : [
          say('Against what follows with everything as the file has it:'),
          { kind: 'list' as const, isOrdered: false, items },
        ]),
    ...(rest > 0
      ? [
          say(
            `${sentenceCase(counted(rest, 'further answer'))} that can be turned ${rest === 1 ? 'is' : 'are'} not told here; --json lists all.`,
          ),
        ]
      : []),
    ...notTurned(report),
  ];
}

function say(text: string): Block {
  return { kind: 'paragraph', content: [text] };
}

/** Answers that something turns; those of one headline that the same changes turn the same way together. */
export function turnedAnswers(report: EnsembleReport): readonly Turned[] {
  const groups = new Map<string, { columns: ColumnShare[]; flip: Flip }>();
  for (const column of toldColumns(report)) {
    const flip = report.flips.find((one) => one.column === column.id);
    if (!flip || flip.changes.length === 0 || column.byDefault === null) continue;
    if (column.readout === 'left alone for some') continue;
    const own = isOfHeadline(column) ? `headline:${column.subject}` : column.id;
    const key = JSON.stringify([own, column.byDefault, flip.changes]);
    const group = groups.get(key) ?? { columns: [], flip };
    group.columns.push(column);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What turns an answer: `“the opening” would not hold if Northfield were read as “…”.` */
export function turnedSentence(
  theCase: Case,
  report: EnsembleReport,
  columns: readonly ColumnShare[],
  { changes }: Flip,
  most = mostWays,
): string {
  const ways = changes.slice(0, most).map((list) => `if ${changeWords(theCase, report, list)}`);
  const rest = changes.length - ways.length;
  const others =
    changes[0]?.length === 1
      ? counted(rest, 'other single change')
      : counted(rest, 'other set of as few changes', 'other sets of as few changes');
  const more = rest > 0 ? [`by ${others}`] : [];
  const comma = columns.some(needsComma) ? ',' : '';
  return `${turnedWordsOf(columns)}${comma} ${[...ways, ...more].join(', or ')}.`;
}

/** What would be so of answers of one headline, or of the whole case, once they are turned. */
export function turnedWordsOf(columns: readonly ColumnShare[]): string {
  const [first] = columns;
  if (!first) return '';
  const verbs = series(columns.map((column) => turnedWords(column, column.byDefault === false)));
  return sentenceCase(`${isOfHeadline(first) ? `“${first.label}” ` : ''}${verbs}`);
}

/**
 * After "if": `Russia were read as “…” and did not hold “…”`; `both …, and …` where they are not of one
 * party. What hangs on a reading is told with the change to it.
 */
export function changeWords(
  theCase: Case,
  report: EnsembleReport,
  changes: readonly Change[],
): string {
  const words = wordsForDoubts(theCase, report.doubts);
  const found = (id: string) => report.doubts.find((doubt) => doubt.id === id);
  const hostOf = ({ doubt }: Change) => {
    const own = found(doubt);
    return changes.find(
      (other) =>
        own?.reading === other.case &&
        found(other.doubt)?.kind === 'reading' &&
        found(other.doubt)?.party === own.party,
    );
  };
  const parts = changes.flatMap((change) => {
    if (hostOf(change)) return [];
    const guests = changes.filter((one) => hostOf(one) === change);
    const also = guests.map(
      (one) => words(one.doubt).also?.(one.case) ?? words(one.doubt).were(one.case),
    );
    return [series([words(change.doubt).were(change.case), ...also])];
  });
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.length === 2 ? 'both' : `all ${countWord(parts.length)}:`} ${series(parts)}`;
}

/** Answers that nothing turned, by how far the search went; what is so everywhere is not listed. */
function notTurned(report: EnsembleReport): readonly Block[] {
  const columns = new Map(toldColumns(report).map((column) => [column.id, column]));
  const found = report.flips.flatMap(({ column, changes, searched }) => {
    const one = columns.get(column);
    const isTold = one && changes.length === 0 && one.byDefault !== null;
    return isTold && one.readout !== 'left alone for some' ? [{ column: one, searched }] : [];
  });
  const fixed = found.filter(({ column }) => !isInDoubt(column));
  const open = found.filter(({ column }) => isInDoubt(column));
  const searches = [...new Set(open.map(({ searched }) => searched))];
  const drawn = report.mode === 'draws';
  const [first] = fixed;
  return [
    ...searches.map((searched) => {
      const answers = open.filter((one) => one.searched === searched);
      const what = answers.map(({ column }) => answerWords(column)).join('; ');
      return say(
        `${searchedWords(searched)} turns ${answers.length === 1 ? 'this' : 'any of these'}: ${what}.`,
      );
    }),
    ...(first && first.searched !== null
      ? [
          say(
            `${searchedWords(first.searched)} turns what is so in ${drawn ? 'every draw or in none' : 'all combinations or in none'}.`,
          ),
        ]
      : []),
  ];
}

/** The answer as it stands: `“the opening” would hold`. */
function answerWords(column: ColumnShare): string {
  if (column.byDefault) return columnClause(column);
  const subject = isOfHeadline(column) ? `“${column.label}” ` : '';
  return `${subject}${turnedWords(column, false)}`;
}

/** Who does not turn an answer, as a subject in the singular. */
function searchedWords(searched: number | null): string {
  if (searched === null) return 'No combination of what is open';
  if (searched <= 1) return 'No single change (several at once were not tried)';
  if (searched === 2) return 'No single change and no pair of changes (more were not tried)';
  return `No change of up to ${searched} things at once (more were not tried)`;
}
