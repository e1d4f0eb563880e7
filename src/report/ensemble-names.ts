import type { Case } from '../core/case.js';
import type { Block, ListItem } from './document.js';
import { wordsForDoubts } from './doubt-words.js';
import type { EnsembleReport } from './ensemble-shares.js';
import { sentenceCase, series } from './phrases.js';

/** Cases of one thing that are all named: the orders of three neighbours. */
const mostCases = 6;

/**
 * The names by which a change is supposed on the command line, one for each thing that is varied: what
 * it is, and its cases by their ids, the one of the file first. A number has no case to be supposed.
 */
export function nameBlocks(theCase: Case, report: EnsembleReport): readonly Block[] {
  const words = wordsForDoubts(theCase, report.doubts);
  const items = report.doubts
    .filter(({ kind }) => kind !== 'number')
    .map(({ id, cases }): ListItem => {
      const [first, ...others] = cases.map((one) => one.id);
      const told = others.length > mostCases ? others.slice(0, 1) : others;
      const left = others.length - told.length;
      const names = told.map((other) => `${id}=${other}`);
      const changed = `${series(names, 'or')}${left > 0 ? `, or one of ${left} others` : ''}`;
      return {
        content: [`${changed}: ${sentenceCase(words(id).subject)}; the file has ${first}.`],
      };
    });
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'To suppose one of these' },
    {
      kind: 'paragraph',
      content: [
        'Behind the case file, each of these tells what the brief would say then. What hangs on a reading needs that reading too.',
      ],
    },
    { kind: 'list', isOrdered: false, items },
  ];
}
