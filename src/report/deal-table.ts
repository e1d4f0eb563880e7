import type { DealPlot } from './deal-plot.js';
import type { Block } from './document.js';
import { sentenceCase } from './phrases.js';

/** A plot as a table, and how many points of the frontier are left out of it. */
export type DealTable = {
  readonly table: Extract<Block, { kind: 'table' }>;
  readonly dots: number;
};

/**
 * Everything on the plot and on the parallel lines, as a table: what the parties have without a deal,
 * then every mark with what it is and its value for each party. Mere dots are left out: `dots` counts
 * them.
 */
export function dealTable(plot: DealPlot): DealTable {
  const { axes, marks, dots, isOrdinal } = plot;
  const labels = [...new Set(axes.flatMap(({ noDeal }) => noDeal.map(({ label }) => label)))];
  return {
    table: {
      kind: 'table',
      caption: isOrdinal
        ? 'Deals by rank in each party’s own order, 0 the worst; never compared between parties'
        : 'Deals in each party’s own points, which are never compared between parties',
      header: ['Package', 'What it is', ...axes.map(({ name }) => name)],
      rows: [
        ...labels.map((label) => [
          [sentenceCase(label)],
          ['what each party has without a deal'],
          ...axes.map(({ noDeal }) => {
            const line = noDeal.find((one) => one.label === label);
            if (!line) return ['–'];
            const { from, to } = line;
            return [from.at === to.at ? from.says : `${from.says} to ${to.says}`];
          }),
        ]),
        ...marks.map(({ name, what, values }) => [
          [name],
          [what],
          ...axes.map(({ party }) => [values[party]?.says ?? '–']),
        ]),
      ],
    },
    dots: dots.length,
  };
}
