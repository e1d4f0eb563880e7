import { describe, expect, it } from 'vitest';
import { wells } from '../../test/small/ensemble-cases.js';
import { openCase } from '../../test/small/open-case.js';
import { villages } from '../../test/small/villages.js';
import { doubtsOf } from '../analysis/uncertainty/doubts-of.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { doubtFound } from '../questions/doubt-found.js';
import { holds } from '../questions/holds.js';
import { type Supposition, supposed } from '../questions/what-if.js';
import { briefDocument } from './brief-document.js';
import { changeDocument } from './change-document.js';
import { plainText } from './document.js';
import { supposedWords } from './supposed-words.js';

const stamp = { hash: '0123456789abcdef', version: '0.1.0' };

function brief(theCase: Case, readings: Readonly<Record<string, string>> = {}) {
  return briefDocument(
    theCase,
    holds.run(theCase, { ...holds.defaults, readings }, uncontrolled),
    stamp,
  );
}

/** What is supposed in words, and what of the brief changes then, a line for each block or item. */
function whatIf(theCase: Case, ...suppositions: readonly Supposition[]) {
  const found = supposed(theCase, { readings: {}, where: {} }, suppositions);
  if (!found.case) throw new Error(found.problems.map(({ what }) => what).join('; '));
  const doubts = doubtsOf(theCase).map((doubt) => doubtFound(theCase, doubt));
  const words = supposedWords(theCase, suppositions, found.acts, doubts);
  const document = changeDocument(
    theCase,
    words,
    brief(theCase),
    brief(found.case, found.options.readings),
    stamp,
  );
  const lines = document.blocks.flatMap((block) =>
    block.kind === 'heading'
      ? [`${'#'.repeat(block.level)} ${block.text}`]
      : block.kind === 'list'
        ? block.items.map(({ content }) => plainText(content))
        : block.kind === 'paragraph'
          ? [plainText(block.content)]
          : [],
  );
  return { document, lines };
}

const act = (...settings: readonly (readonly [number, number])[]): Supposition => ({
  kind: 'act',
  settings: settings.map(([issue, level]) => ({ issue, level })),
  by: undefined,
});

it('tells what hangs on a reading with it, in whatever order they are supposed', () => {
  const open = openCase();
  const doubts = doubtsOf(open).map((doubt) => doubtFound(open, doubt));
  const reading = { kind: 'reading', party: 0, reading: 0 } as const;
  const want = { kind: 'doubt', doubt: 'A.hard.1', case: 'struck' } as const;
  const rule = { kind: 'doubt', doubt: 'rule.2', case: 'lifted' } as const;
  for (const suppositions of [
    [reading, want, rule],
    [want, reading, rule],
  ]) {
    expect(supposedWords(open, suppositions, [], doubts)).toEqual([
      'A were read as “hard” and did not hold “a”',
      'the rule “never b and war = middle” did not apply',
    ]);
  }
  expect(supposedWords(open, [want], [], doubts)).toEqual(['A did not hold “a”']);
});

it('adds no full stop to a title that ends a sentence', () => {
  const { document } = whatIf({ ...villages, title: 'Who has the well?' }, act([0, 0]));
  expect(document.subtitle).toBe('Who has the well? As of 27 April 2025.');
});

describe('what if', () => {
  it('tells what changes, the bottom line first', () => {
    const { document, lines } = whatIf(villages, act([0, 0]));
    expect(document.title).toBe(
      'What if the village of Northfield were to share the pump, and kept to it?',
    );
    expect(document.subtitle).toBe('Two villages and a well. As of 27 April 2025.');
    expect(lines).toEqual([
      'If the village of Northfield were to share the pump, and kept to it: the bottom line changes.',
      '## In the bottom line',
      '### Now said',
      'One outcome would hold and is on offer:',
      '“sharing”: the treaty is signed; no party gains by moving.',
      'Of the two named outcomes, one would hold once in place: “sharing” (in 2 of its 4 forms).',
      '### No longer said',
      'Three outcomes would hold and are on offer:',
      '“sharing”: the pump is shared, the road is open and the treaty is signed; held by a reply.',
      '“the opening”: the pump is shared and the road is open; held by a reply.',
      'The treaty is signed; no party gains by moving.',
      'Of the three named outcomes, two would hold once in place: “the opening” and “sharing” (in 2 of its 4 forms).',
      '## In the rest of the brief',
      '### Now said',
      'Where things go, the village of Northfield cannot move alone: staying there says nothing about wanting to.',
      'Sharing: would hold once in place (2 of its 4 forms); no party gains by moving.',
      'The opening: would not hold. Southam could move so that the road is blocked and would at once have “the road is blocked”; no reply would make it regret that.',
      'The concession: no possible outcome is covered by it.',
      '“sharing”: the treaty is signed · no party gains by moving · Better for the village of Northfield and Southam.',
      '### No longer said',
      'The opening: would hold once in place; held by a reply. If the village of Northfield were to lock the pump, Southam could move so that the road is blocked and gain by it; the village of Northfield would have lost “an open road”.',
      'Sharing: would hold once in place (2 of its 4 forms), such as: the pump is shared and the road is open. In the form nearest to today it would not hold. The village of Northfield could lock the pump and would at once have “the pump is locked”; no reply would make it regret that.',
      'The concession: would not hold. In the form nearest to today Southam could move so that the road is blocked and would at once have “the road is blocked”; no reply would make it regret that.',
      '“the opening”: the pump is shared and the road is open · held by a reply · Better for the village of Northfield and Southam.',
      '“sharing”: the pump is shared, the road is open and the treaty is signed · held by a reply · Better for the village of Northfield and Southam.',
      'The treaty is signed · no party gains by moving · Better for the village of Northfield and Southam.',
    ]);
  });

  it('says so where nothing changes', () => {
    expect(whatIf(wells, act([2, 0])).lines).toEqual([
      'If it were so that the rain is dry: nothing that the brief says changes.',
    ]);
  });

  it('says so where only what stands below the bottom line does', () => {
    const before = brief(villages);
    const at = before.blocks.findIndex(
      (block) => block.kind === 'heading' && block.text.startsWith('How sure'),
    );
    const after = {
      ...before,
      blocks: [
        ...before.blocks.slice(0, at + 1),
        { kind: 'paragraph' as const, content: ['This is new.'] },
        ...before.blocks.slice(at + 1),
      ],
    };
    const { blocks } = changeDocument(villages, ['it rained'], before, after, stamp);
    expect(blocks.map((block) => (block.kind === 'heading' ? block.text : block.kind))).toEqual([
      'paragraph',
      'In the rest of the brief',
      'Now said',
      'list',
    ]);
    const [lead] = blocks;
    expect(lead?.kind === 'paragraph' && plainText(lead.content)).toBe(
      'If it rained: the bottom line stays the same; what changes is told below it.',
    );
  });
});

describe('what is supposed, in words', () => {
  const title = (theCase: Case, ...suppositions: readonly Supposition[]) =>
    whatIf(theCase, ...suppositions).document.title;

  it('is a reading', () => {
    expect(title(wells, { kind: 'reading', party: 0, reading: 1 })).toBe(
      'What if the village of Nørrefjäll were read as “pride first”?',
    );
  });

  it('is a want struck, and several things together', () => {
    const open = openCase();
    expect(title(open, { kind: 'doubt', doubt: 'A.hard.1', case: 'struck' }, act([0, 1]))).toBe(
      'What if A did not hold “a”, and if A were to move so that the answer on a is yes, and kept to it?',
    );
  });

  it('is an agreement, signed by all who must', () => {
    expect(title(villages, act([2, 1]))).toBe(
      'What if the village of Northfield and Southam were to move so that the treaty is signed, and kept to it?',
    );
  });

  it('is to stay where one is', () => {
    expect(title(villages, act([0, 1]))).toBe(
      'What if the village of Northfield kept it so that the pump is locked?',
    );
  });

  it('ends a title that is a question with its own mark', () => {
    const { document } = whatIf({ ...villages, title: 'Who shares the well?' }, act([0, 0]));
    expect(document.subtitle).toBe('Who shares the well? As of 27 April 2025.');
  });
});
