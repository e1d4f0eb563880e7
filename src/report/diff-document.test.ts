import { expect, test } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import type { ConceptId } from '../analysis/stability/concept.js';
import { uncontrolled } from '../core/report.js';
import { diff } from '../questions/diff.js';
import { holds } from '../questions/holds.js';
import { bottomLineChanges } from './bottom-line-changes.js';
import { briefDocument } from './brief-document.js';
import { diffDocument, isNothing } from './diff-document.js';
import { type Block, plainText } from './document.js';

/** Everything a comparison of two case texts says, a line for each block or item. */
function told(before: string, after: string): readonly string[] {
  const concepts: readonly ConceptId[] = ['firm', 'nash', 'seq', 'gmr', 'smr'];
  const [first, second] = [before, after].map((text, at) => {
    const theCase = caseOfText(text);
    const report = holds.run(theCase, { ...holds.defaults, concepts }, uncontrolled);
    return { case: theCase, report, name: ['one.yaml', 'two.yaml'][at] ?? '', hash: String(at) };
  });
  if (!first || !second) throw new Error('two cases');
  const found = diff(first, second);
  const stamp = { hash: '', version: '' };
  const sentences = bottomLineChanges(
    briefDocument(first.case, first.report, stamp),
    briefDocument(second.case, second.report, stamp),
  );
  expect(isNothing(found, sentences)).toBe(before === after);
  return diffDocument(first, second, found, sentences).blocks.flatMap(linesOf);
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`# ${block.text}`];
    case 'paragraph':
      return [plainText(block.content)];
    case 'list':
      return block.items.map(({ content }) => plainText(content));
    case 'table':
      return block.rows.map((row) => row.map(plainText).join(' | '));
    case 'pageBreak':
      return [];
  }
}

const base = (over: Partial<Record<'parties' | 'issues' | 'today' | 'wants' | 'more', string>>) => `
detente: 1
title: A case
parties: {${over.parties ?? 'A: Ayland, B: Beeland'}}
issues:
  x: {label: the dam, by: A, levels: [shut, open]}
  y: {label: the pipe, by: B, levels: [shut, open]}
${over.issues ?? ''}
today: {${over.today ?? 'x: shut, y: shut'}}
wants: {${over.wants ?? 'A: [x = shut], B: [y = shut]'}}
${over.more ?? ''}
`;

test('a case beside itself: one sentence', () => {
  expect(told(base({}), base({}))).toEqual([
    'Nothing changed in the answer: the files differ in comments or layout alone.',
  ]);
});

test('changes that leave every verdict alone are told, with the words that no verdict changes', () => {
  const lines = told(base({}), base({ more: 'outcomes: {flood: x and y}' }));
  expect(lines).toContain('The named outcome “flood” is added: “x and y”.');
  expect(lines).toContain('# Named now alone');
  const ruled = told(base({}), base({ wants: 'A: [x = shut, y = open], B: [y = shut]' }));
  expect(ruled).toContain('Ayland: the want “the pipe is open” is added, at place 2.');
  expect(ruled).toContain('No verdict changes.');
});

test('issues that one case has alone are announced, with how outcomes are matched', () => {
  const lines = told(
    base({}),
    base({ issues: '  z: {label: the road, lever: B}', today: 'x: shut, y: shut, z: no' }),
  );
  expect(lines).toContain('The road is an issue now (by: B, levels: no, yes).');
  expect(lines).toContain(
    'The cases do not have the same issues: the road now alone. Outcomes are matched on the issues that both have, and count as holding if they would hold at some level of the others.',
  );
  expect(lines).toContain('Two outcomes of 8 would hold now, 1 of 4 before.');
});

test('a rule, a today and the control of an issue are told in the words of the file or the case', () => {
  const lines = told(
    base({}),
    base({
      today: 'x: open, y: shut',
      more: 'rules: [{never: x = open and y = open, why: a flood}]',
    }).replace('by: A, levels', 'by: [A, B], levels'),
  );
  expect(lines).toContain('Who can move the dam: now “by: A, B”, before “by: A”.');
  expect(lines).toContain('Today: now the dam is open; before the dam is shut.');
  expect(lines).toContain('A rule is added: never “x = open and y = open”.');
  expect(lines).toContain(
    'Three outcomes are possible in both, 1 before alone. Of those in both, one would hold either way, 0 only now and 0 only before.',
  );
});

test('what is open or in doubt is told where it changes, and no verdict with it', () => {
  const rule = (mark: string) => base({ more: `rules: [{never: x = open and y = open${mark}}]` });
  const doubted = told(rule(', doubt: false'), rule(', doubt: true'));
  expect(doubted).toContain('The rule never “x = open and y = open” is in doubt now.');
  expect(doubted).toContain('No verdict changes.');
  expect(told(rule(', doubt: true'), rule(''))).toContain(
    'The rule never “x = open and y = open” is not in doubt any more.',
  );
  const open = told(base({}), base({ today: 'x: [shut, open], y: shut' }));
  expect(open).toContain(
    'Today: now open whether the dam is shut or the dam is open; before the dam is shut.',
  );
  expect(open).toContain('No verdict changes.');
  const unsure = ', unsure: true';
  const wants = (mark: string, worth: string) =>
    base({
      wants: `A: [{want: x = shut${mark}}, {want: y = open, worth: ${worth}${mark}}], B: [y = shut]`,
    });
  expect(told(wants('', '4'), wants(unsure, '4'))).toEqual(
    expect.arrayContaining([
      'Ayland: “the dam is shut” is marked unsure now, none before.',
      'Ayland: “the pipe is open” is marked unsure, worth 4 now, worth 4 before.',
    ]),
  );
  expect(told(wants('', '4'), wants('', '4 ± 1/2'))).toContain(
    'Ayland: “the pipe is open” is marked worth 4 ± 0.5 now, worth 4 before.',
  );
  // However a range is written, it is the same.
  expect(told(wants('', '4 ± 1/2'), wants(unsure, '"4.0 +- 0.5"'))).toContain(
    'Ayland: “the pipe is open” is marked unsure, worth 4 ± 0.5 now, worth 4 ± 0.5 before.',
  );
});

test('points and no deal are told with their ranges', () => {
  const points = (score: string, noDeal: string) =>
    base({ wants: 'A: [x = shut]' }).concat(
      `preferences: {B: {b: {points: {y: {levels: {shut: 1, open: ${score}}}}, no_deal: {value: ${noDeal}, from: judgement}}}}`,
    );
  const lines = told(points('2', '1'), points('[1, 2, 4]', '1 +- 1/4'));
  expect(lines).toEqual(
    expect.arrayContaining([
      'Beeland, read as “b”: the points for the pipe: now “weight 100, shut 1, open [1, 2, 4]”, before “weight 100, shut 1, open 2”.',
      'Beeland, read as “b”: the value of no deal: now “1 ± 0.25”, before “1”.',
    ]),
  );
});

test('a want moved, dropped or grouped is one sentence, with its places', () => {
  const wants = (list: string) => base({ wants: `A: [${list}], B: [y = shut]` });
  const moved = told(wants('x = shut, y = shut, y = open'), wants('y = open, x = shut, y = shut'));
  expect(moved).toContain('Ayland: the want “the pipe is open” moves from place 3 to place 1.');
  const dropped = told(wants('x = shut, y = shut'), wants('x = shut'));
  expect(dropped).toContain('Ayland: the want “the pipe is shut” is dropped; it stood at place 2.');
});

test('where a verdict changes by one move of one party, that move is named', () => {
  const lines = told(
    base({ more: 'outcomes: {calm: {label: calm, when: x = shut and y = shut}}' }),
    base({
      wants: 'A: [x = open], B: [y = shut]',
      more: 'outcomes: {calm: {label: calm, when: x = shut and y = shut}}',
    }),
  );
  const at = lines.indexOf('# Would not hold any more');
  expect(lines[at + 1]).toBe(
    'Calm: Ayland could move so that the dam is open and would at once have “the dam is open”; no reply would make it regret that. Before, Ayland had no such move, or would not have gained by it.',
  );
  expect(lines).toContain('# Said now');
  expect(lines).toContain('# No longer said');
});
