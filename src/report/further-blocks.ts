import type { FurtherFindings } from '../questions/further-findings.js';
import type { Block, Inline } from './document.js';
import { counted, sentenceCase } from './phrases.js';
import type { Words } from './words.js';

/** Rows of a table before the rest is only counted. */
const mostRows = 20;

/**
 * Concepts that make a table, each with its definition and source, the outcomes that are stable for
 * all under it, and for other outcomes told in the answer who would leave.
 */
export function furtherBlocks(
  words: Words,
  further: readonly FurtherFindings[],
  told: readonly number[],
): readonly Block[] {
  if (further.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Other concepts asked for' },
    ...further.flatMap((one) => conceptBlocks(words, one, told)),
  ];
}

function conceptBlocks(
  words: Words,
  { name, definition, source, states, verdicts }: FurtherFindings,
  told: readonly number[],
): readonly Block[] {
  const rows = [...new Set([...states, ...told])].sort((a, b) => a - b);
  const leavers = (state: number) =>
    verdicts.filter(({ stable }) => stable[state] === 0).flatMap(({ parties }) => parties);
  const cells = (state: number): readonly (readonly Inline[])[] => {
    const who = leavers(state);
    return [
      [sentenceCase(words.fullOutcome(state))],
      [who.length === 0 ? 'Nobody' : sentenceCase(words.parties(who))],
    ];
  };
  return [
    { kind: 'heading', level: 3, text: sentenceCase(name) },
    { kind: 'paragraph', content: [`${definition} Source: ${source}.`] },
    {
      kind: 'table',
      caption:
        states.length === 0
          ? 'No outcome is stable for all'
          : `${sentenceCase(counted(states.length, 'outcome'))} stable for all`,
      header: ['Outcome', 'Who would leave'],
      rows: rows.slice(0, mostRows).map(cells),
    },
    ...(rows.length > mostRows
      ? [
          {
            kind: 'paragraph' as const,
            content: [
              `${sentenceCase(counted(rows.length - mostRows, 'further outcome'))} not told here; --json lists all.`,
            ],
          },
        ]
      : []),
  ];
}
