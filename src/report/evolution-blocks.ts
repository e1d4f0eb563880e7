import type { EvolutionTable } from '../questions/ways-findings.js';
import type { Block } from './document.js';
import type { HoldsReport } from './holds-words.js';
import { counted, sentenceCase, series } from './phrases.js';
import { startWords } from './start-words.js';
import type { Words } from './words.js';

/** Rows of one table before the rest is only counted. */
const mostRows = 24;

/** What can develop, by improvements and by any moves: a table each, in order of number of moves. */
export function evolutionBlocks(words: Words, report: HoldsReport): readonly Block[] {
  const { evolution } = report;
  if (!evolution) return [];
  const from = startWords(report).from;
  return [
    { kind: 'heading', level: 2, text: `What can develop ${from}` },
    {
      kind: 'paragraph',
      content: [
        'The fewest moves in a row after which each outcome can first be there, no party moving twice in a row, and who may make the last of them. What can develop need not: replies are left aside.',
      ],
    },
    ...tableBlocks(words, evolution.improvements, 'By moves each better for its maker'),
    ...tableBlocks(words, evolution.moves, 'By any moves'),
  ];
}

function tableBlocks(words: Words, table: EvolutionTable, caption: string): readonly Block[] {
  const rows = table.depths.flatMap((depth, moves) =>
    moves === 0 ? [] : depth.map((arrival) => ({ moves, ...arrival })),
  );
  const heading: Block = { kind: 'heading', level: 3, text: caption };
  if (rows.length === 0) {
    return [heading, { kind: 'paragraph', content: ['Nothing can develop.'] }];
  }
  const more = rows.length - mostRows;
  return [
    heading,
    {
      kind: 'table',
      caption,
      header: ['Outcome', 'After', 'Last to move'],
      rows: rows
        .slice(0, mostRows)
        .map(({ moves, state, movers }) => [
          [`${sentenceCase(words.fullOutcome(state))}${words.number(state)}`],
          [counted(moves, 'move')],
          [sentenceCase(series(movers.map(words.party), 'or'))],
        ]),
    },
    ...(more > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: [
              `${sentenceCase(counted(more, 'further outcome'))} not told here; --json lists all.`,
            ],
          },
        ]
      : []),
  ];
}
