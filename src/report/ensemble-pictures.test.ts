import { expect, test } from 'vitest';
import { closed, counted, drawn, onlyNorth, wells } from '../../test/small/ensemble-cases.js';
import { ensembleOf, headline, open } from '../../test/small/ensemble-reports.js';
import { ensemblePictures } from './ensemble-pictures.js';

test('a headline has a mark for each way of asking, and one that is nothing anywhere is only named', () => {
  const { readouts, headlines, never } = ensemblePictures(wells, counted);
  expect(readouts.map(({ readout }) => readout)).toEqual([
    'holds',
    'left alone',
    'on offer',
    'agreed',
  ]);
  expect(headlines.map(({ label }) => label)).toEqual(['the opening', 'the siege']);
  expect(never).toEqual(['the flood']);
  expect(headlines[0]?.cells[0]).toEqual({
    column: 'holds:opening',
    at: 0.5,
    upTo: 0.5,
    says: '2 of 4',
    error: 0,
    isInDoubt: true,
  });
});

test('where it depends on who moves first, the mark reaches to the share in which it may be so', () => {
  const [opening] = ensemblePictures(wells, counted).headlines;
  expect(opening?.cells[1]).toMatchObject({ at: 0, upTo: 0.25, says: '0 to 1 of 4' });
});

test('only what is in doubt has a tornado, those with the greatest swing first', () => {
  const { charts } = ensemblePictures(wells, counted);
  expect(charts[0]?.column).toBe('holds:opening');
  expect(charts.map(({ column }) => column)).not.toContain('holds:siege');
  const swings = charts.map(({ bars }) =>
    Math.max(...bars.map(({ lower, upper }) => upper.at - lower.at)),
  );
  expect(swings).toEqual(swings.toSorted((a, b) => b - a));
});

test('draws have an error of twice the standard error', () => {
  const [opening] = ensemblePictures(wells, drawn).headlines;
  const [holds] = drawn.columns;
  expect(opening?.cells[0]?.error).toBe(2 * (holds?.error ?? 0));
  expect(opening?.cells[0]?.says).toMatch(/^50 % ± \d+$/);
});

test('what to find out leads to the questions that bear on it, with their signs', () => {
  const { findOut } = ensemblePictures(wells, onlyNorth);
  expect(findOut).toEqual([
    {
      doubt: 'North',
      subject: 'The reading of the village of Nørrefjäll',
      moves: expect.objectContaining({ error: 0 }),
      questions: [
        {
          id: 'q-market',
          text: 'Will Nørrefjäll send carts to the market?',
          signs: 'Signs of yes: carts are mended. Signs of no: carts are sold.',
        },
      ],
    },
  ]);
});

test('what turns an answer has its changes, so that they can be supposed', () => {
  const { flips } = ensemblePictures(wells, onlyNorth);
  expect(flips).toEqual([
    {
      turned: '“the opening” would not hold',
      ways: [
        {
          says: 'the village of Nørrefjäll were read as “pride first”',
          changes: [{ doubt: 'North', case: 'pride' }],
        },
      ],
    },
  ]);
});

test('scenarios add up to all, each with the thing in doubt on which it depends most', () => {
  const north = open('reading', 'North', 'Nørrefjäll', { trade: 'trade first', pride: 'pride' });
  const scenario = (subject: string, label: string, isTrade: boolean) =>
    headline('scenario', subject, label, (one) => (one.North === 'trade') === isTrade);
  const report = ensembleOf({
    doubts: [north],
    asked: [scenario('open', 'the open road', true), scenario('other', 'other', false)],
  });
  const { scenarios } = ensemblePictures(wells, report);
  expect(scenarios.map(({ name, share }) => [name, share.says])).toEqual([
    ['“the open road”', '1 of 2'],
    ['None of these', '1 of 2'],
  ]);
  expect(scenarios[0]?.most).toBe(
    'Most where the reading of the village of Nørrefjäll is “trade first” (1 of 1), least where the reading of the village of Nørrefjäll is “pride” (0 of 1).',
  );
});

test('with nothing open there are shares and nothing else', () => {
  const pictures = ensemblePictures(wells, closed);
  expect(pictures.headlines).toHaveLength(1);
  expect([pictures.charts, pictures.findOut, pictures.flips]).toEqual([[], [], []]);
});
