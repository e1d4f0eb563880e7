import type { Case } from '../core/case.js';
import type { Block } from './document.js';
import type { HoldsReport } from './holds-words.js';
import type { Stamp } from './stamp.js';

/** How to ask why of an outcome by its number, where a command line asked; nothing elsewhere. */
export function askWhyBlocks(theCase: Case, report: HoldsReport, stamp: Stamp): readonly Block[] {
  const state = report.verdicts[0]?.state ?? report.start ?? report.named[0]?.nearest?.state;
  return askWhyAt(theCase, state, stamp);
}

/** The same with one of the outcomes told as an example; nothing where none was. */
export function askWhyAt(theCase: Case, state: number | undefined, stamp: Stamp): readonly Block[] {
  const [party] = theCase.parties;
  if (stamp.askWhy === undefined || state === undefined || !party) return [];
  return [
    { kind: 'heading', level: 2, text: 'To ask why' },
    {
      kind: 'paragraph',
      content: [
        'Each outcome above has a number in brackets. Ask by it for the reasons of every party there, its wants and the sources of each:',
      ],
    },
    {
      kind: 'list',
      isOrdered: false,
      items: [
        { content: [{ kind: 'code', text: stamp.askWhy.replace('#N', `#${state}`) }] },
        {
          content: [
            'the same with ',
            { kind: 'code', text: `--party ${party.id}` },
            ', for one party alone',
          ],
        },
      ],
    },
  ];
}
