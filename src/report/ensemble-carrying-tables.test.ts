import { expect, test } from 'vitest';
import { uncontrolled } from '../core/report.js';
import { readCase } from '../io/case-file/read-case.js';
import { ensemble } from '../questions/ensemble.js';
import { plainText } from './document.js';
import { carryingBlocks } from './ensemble-carrying-tables.js';

const levers = ['a', 'b', 'c', 'd', 'e', 'f'];
const { case: found } = readCase(`detente: 1
title: six levers
parties: {A: Ayland}
issues: {${levers.map((id) => `${id}: {lever: A}`).join(', ')}}
today: {${levers.map((id) => `${id}: no`).join(', ')}}
wants: {A: [${levers.map((id) => `{want: ${id}, confidence: low}`).join(', ')}]}
outcomes: {${levers.map((id) => `o_${id}: {when: not ${id}}`).join(', ')}}
`);

test('answers in doubt without a table are counted', () => {
  if (!found) throw new Error('the case of this test has errors');
  const report = ensemble.run(found, ensemble.defaults, uncontrolled);
  const blocks = carryingBlocks(found, report);
  const [, lead] = blocks;
  const tables = blocks.filter(({ kind }) => kind === 'table').length;
  expect(tables).toBe(4);
  const text = lead?.kind === 'paragraph' ? plainText(lead.content) : '';
  expect(text).toMatch(
    /\. \S+ further answers in doubt, which one thing moves no further, have no table here\.$/u,
  );
});
