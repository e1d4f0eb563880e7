import type { FurtherFindings } from '../questions/further-findings.js';
import type { Block, Inline } from './document.js';
import { counted, sentenceCase, series } from './phrases.js';
import type { Words } from './words.js';

/** Rows of a table before the rest is only counted. */
const mostRows = 20;

/**
 * Concepts that have tables but no steps, each with its definition, the outcomes that are stable under
 * it, and for the outcomes told elsewhere in the answer who would leave.
 *
 * @param headline - name of the concept that decides what would hold.
 * @param told - states that the answer tells of; those that are not stable are shown with who would
 *   leave.
 */
export function furtherBlocks(
  words: Words,
  further: readonly FurtherFindings[],
  headline: string,
  told: readonly number[],
  today: number | null,
): readonly Block[] {
  if (further.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Other concepts asked for' },
    paragraph(
      `These have no steps in the sense used here, so they do not decide what would hold or where things go: ${headline} does.`,
    ),
    ...further.flatMap((one) => conceptBlocks(words, one, told, today)),
  ];
}

function conceptBlocks(
  words: Words,
  further: FurtherFindings,
  told: readonly number[],
  today: number | null,
): readonly Block[] {
  const blocks: Block[] = [
    { kind: 'heading', level: 3, text: sentenceCase(further.name) },
    paragraph(`${further.definition} Source: ${further.source}.`),
    ...further.notes.map((note) => paragraph(note)),
  ];
  if (further.chains.length > 0) return [...blocks, ...chainBlocks(words, further, today ?? 0)];
  if (further.verdicts.length === 0) return [...blocks, ...setBlocks(words, further)];
  const others = told.filter((state) => !further.states.includes(state));
  const rows = [...new Set([...further.states, ...further.undecided, ...others])].sort(
    (a, b) => a - b,
  );
  const stable =
    further.states.length === 0
      ? 'No outcome is stable for all.'
      : `${sentenceCase(counted(further.states.length, 'outcome'))} ${further.states.length === 1 ? 'is' : 'are'} stable for all.`;
  if (rows.length === 0) return [...blocks, paragraph(stable)];
  return [
    ...blocks,
    paragraph(stable),
    {
      kind: 'table',
      caption: 'Outcomes that are stable for all, and who would leave others told here',
      header: ['Outcome', 'Who would leave'],
      rows: rows
        .slice(0, mostRows)
        .map((state): readonly (readonly Inline[])[] => [
          [`${sentenceCase(words.fullOutcome(state))}${words.number(state)}`],
          [leaversOf(words, further, state)],
        ]),
    },
    ...rest(rows.length, 'outcome'),
  ];
}

/** The parties or groups for which a state is not stable; smallest groups first, few of them. */
function leaversOf(words: Words, { verdicts }: FurtherFindings, state: number): string {
  const isTied = (tied: readonly number[]) => tied[state] === 1;
  const leavers = verdicts.filter(({ stable, tied }) => stable[state] === 0 && !isTied(tied));
  const tied = verdicts.filter((row) => isTied(row.tied));
  const name = ({ parties }: { readonly parties: readonly string[] }) =>
    parties.length === 1
      ? words.parties(parties)
      : `${words.parties(parties)} ${parties.length === 2 ? 'together' : 'all together'}`;
  const most = 3;
  const shown = leavers.slice(0, most).map(name);
  const more = leavers.length > most ? `; ${counted(leavers.length - most, 'more group')}` : '';
  const parts = [
    ...(shown.length > 0 ? [`${shown.join('; ')}${more}`] : []),
    ...(tied.length > 0
      ? [`${series(tied.map(name))}, depending on how a tie of the other is broken`]
      : []),
  ];
  return parts.length === 0 ? 'nobody' : sentenceCase(parts.join('; '));
}

function setBlocks(words: Words, { states, undecided }: FurtherFindings): readonly Block[] {
  if (states.length === 0) {
    return undecided.length > 0 ? [] : [paragraph('There is none.')];
  }
  return [
    {
      kind: 'list',
      isOrdered: false,
      items: states.slice(0, mostRows).map((state) => ({
        content: [`${sentenceCase(words.fullOutcome(state))}${words.number(state)}.`],
      })),
    },
    ...rest(states.length, 'outcome'),
  ];
}

function chainBlocks(
  words: Words,
  { states, chains }: FurtherFindings,
  today: number,
): readonly Block[] {
  return [
    {
      kind: 'table',
      caption: 'Outcomes, and the moves that lead there from today',
      header: ['Outcome', 'Moves'],
      rows: chains.slice(0, mostRows).map((chain, at): readonly (readonly Inline[])[] => {
        const moves = chain.map(({ parties, to }, place) => {
          const acts = words.acts(chain[place - 1]?.to ?? today, to);
          return `${words.parties(parties)} could${parties.length > 1 ? ' together' : ''} ${acts}`;
        });
        return [
          [sentenceCase(words.fullOutcome(states[at] ?? 0))],
          [sentenceCase(moves.join('; then '))],
        ];
      }),
    },
    ...rest(states.length, 'outcome'),
  ];
}

function rest(count: number, noun: string): readonly Block[] {
  return count <= mostRows
    ? []
    : [
        paragraph(
          `${sentenceCase(counted(count - mostRows, `further ${noun}`))} not told here; --json lists all.`,
        ),
      ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [text] };
}
