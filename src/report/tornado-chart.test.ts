import { expect, it } from 'vitest';
import { counted, drawn, weighted, wells } from '../../test/small/ensemble-cases.js';
import { ensembleTables } from './ensemble-tables.js';
import { ensembleChart } from './tornado-chart.js';

it('has a bar for each thing in doubt, greatest swing first, and the line they cross', () => {
  const chart = ensembleChart(wells, weighted, 'on offer:opening');
  expect(chart?.title).toBe('“the opening” is on offer');
  expect(chart?.baseline.says).toBe('47 %');
  expect(chart?.baseline.at).toBeCloseTo(0.7 * (2 / 3), 12);
  expect(chart?.bars.map(({ label, swing }) => [label, swing])).toEqual([
    ['The reading of Söderå', '70 %'],
    ['The reading of the village of Nørrefjäll', '67 %'],
  ]);
  expect(chart?.bars[0]).toEqual({
    doubt: 'South',
    label: 'The reading of Söderå',
    lower: { at: 0, says: '0 %', error: 0 },
    upper: { at: 0.7, says: '70 %', error: 0 },
    cases: [
      { id: 'thirst', label: 'read as “water first”', share: { at: 0.7, says: '70 %', error: 0 } },
      { id: 'spite', label: 'read as “a grudge”', share: { at: 0, says: '0 %', error: 0 } },
    ],
    swing: '70 %',
    isDifferent: true,
  });
});

it('keeps bars that make no difference, last and marked', () => {
  const chart = ensembleChart(wells, counted, 'holds:opening');
  expect(chart?.bars.map(({ doubt, isDifferent }) => [doubt, isDifferent])).toEqual([
    ['North', true],
    ['South', false],
  ]);
  expect(chart?.baseline).toEqual({ at: 0.5, says: '2 of 4', error: 0 });
});

it('has twice the standard error of draws', () => {
  const chart = ensembleChart(wells, drawn, 'holds:opening');
  expect(chart?.baseline.error).toBeCloseTo(2 * Math.sqrt(0.25 / 1000), 12);
});

it('is undefined where the answer has no such column', () => {
  expect(ensembleChart(wells, counted, 'holds:none')).toBeUndefined();
});

it('has tables whose rows are as long as their headers', () => {
  const tables = ensembleTables(weighted);
  expect(tables.map(({ name }) => name)).toEqual([
    'doubts',
    'shares',
    'tornado',
    'flips',
    'find_out',
    'interactions',
    'choices',
  ]);
  for (const { header, rows } of tables) {
    for (const row of rows()) expect(row).toHaveLength(header.length);
  }
  const rows = (name: string) => [...(tables.find((one) => one.name === name)?.rows() ?? [])];
  expect(rows('doubts')[0]).toEqual([
    'North',
    'reading',
    'North',
    null,
    'the village of Nørrefjäll',
    'trade',
    'trade first',
    0.7,
    'q-market',
  ]);
  expect(rows('tornado')[0]).toEqual(['holds:opening', 'North', 'trade', 2, 1, null, 1, 0.42]);
  expect(rows('flips').slice(0, 2)).toEqual([
    ['holds:opening', 0, 'North', 'pride', null],
    ['left alone:opening', null, null, null, null],
  ]);
});
