import { expect, test } from 'vitest';
import { openCase } from '../../test/small/open-case.js';
import { uncontrolled } from '../core/report.js';
import { ensemble } from '../questions/ensemble.js';
import { plainText } from './document.js';
import { nameBlocks } from './ensemble-names.js';

test('each thing in doubt has the names of its other cases; a number has none', () => {
  const theCase = openCase();
  const options = { ...ensemble.defaults, draws: 1, precision: 0 };
  const report = ensemble.run(theCase, options, uncontrolled);
  const [, , list] = nameBlocks(theCase, report);
  const items = list?.kind === 'list' ? list.items.map(({ content }) => plainText(content)) : [];
  expect(items.length).toBe(report.doubts.filter(({ kind }) => kind !== 'number').length);
  expect(items.some((text) => text.startsWith('A.hard.1=struck: Whether '))).toBe(true);
  expect(items.find((text) => text.startsWith('rule.2=lifted'))).toMatch(
    /the file has applies\.$/u,
  );
  const { doubts } = report;
  const many = doubts.map((doubt) =>
    doubt.kind === 'rule'
      ? { ...doubt, cases: Array.from({ length: 24 }, (_, at) => ({ id: `c${at}`, label: '' })) }
      : doubt,
  );
  const [, , long] = nameBlocks(theCase, { ...report, doubts: many });
  const texts = long?.kind === 'list' ? long.items.map(({ content }) => plainText(content)) : [];
  expect(texts.some((text) => text.includes('rule.2=c1, or one of 22 others: '))).toBe(true);
  expect(nameBlocks(theCase, { ...report, doubts: [] })).toEqual([]);
});
