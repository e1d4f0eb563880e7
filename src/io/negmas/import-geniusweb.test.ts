import { describe, expect, test } from 'vitest';
import { type Files, saidOf, tablesOf, textOf } from '../../../test/small/bargaining-files.js';

const issuesValues = {
  pump: { values: ['shared', 'locked'] },
  share: { range: ['0', '1', '0.4'] },
};

const profile = (name: string, more: object = {}) => ({
  LinearAdditiveUtilitySpace: {
    issueUtilities: {
      pump: { DiscreteValueSetUtilities: { valueUtilities: { locked: 0.5, shared: 1 } } },
      share: { numberutils: { lowValue: 0, lowUtility: 1, highValue: 1, highUtility: 0 } },
    },
    issueWeights: { pump: 0.75, share: 0.25 },
    domain: { name: 'wells', issuesValues },
    name,
    reservationBid: null,
    ...more,
  },
});

const json = (value: unknown) => JSON.stringify(value, null, 1);
const north = json(
  profile('Northfield', { reservationBid: { issuevalues: { share: '0.8', pump: 'locked' } } }),
);
const south = json(profile('Southam'));
const files = { 'north.json': north, 'south.json': south };

test('profiles with their domain become a case', () => {
  expect(saidOf(files)).toEqual([]);
  const scores = [
    ['0.75', '0.375'],
    ['0.25', '0.15', '0.05'],
  ];
  expect(tablesOf(files)).toEqual([
    { scores, noDeal: '0.425' },
    { scores, noDeal: '0' },
  ]);
  expect(textOf(files)).toContain('title: wells');
  expect(textOf(files)).toContain('      level_0_4: "0.4"\n');
});

test('a file of the domain may go first, and then counts', () => {
  const domain = { name: 'one', issuesValues };
  expect(saidOf({ 'domain.json': json(domain), ...files })).toEqual([]);
  expect(
    saidOf({
      'domain.json': json({ ...domain, issuesValues: { pump: issuesValues.pump } }),
      ...files,
    }),
  ).toEqual([
    'north.json:27:20  error DET514: the domain has no issue "share"',
    'south.json:27:20  error DET514: the domain has no issue "share"',
  ]);
});

describe('what is not understood is told with its place', () => {
  const bad = (more: object): Files => ({ ...files, 'south.json': json(profile('S', more)) });
  test.each([
    [
      { ...files, 'south.json': json({ DefaultPartialOrdering: { domain: { issuesValues } } }) },
      'south.json:2:2  error DET513: a profile of the kind DefaultPartialOrdering is not understood',
    ],
    [
      bad({ issueWeights: { pump: 1 } }),
      'south.json:21:19  error DET512: `issueWeights` has no `share`',
    ],
    [
      bad({ issueWeights: { pump: 1, share: -1 } }),
      'south.json:23:13  error DET517: the weight of issue "share" is -1; it must be 0 or more',
    ],
    [
      bad({ reservationBid: { issuevalues: { pump: 'locked' } } }),
      'south.json:45:19  error DET513: the reservation bid leaves issue "share" open, which is not understood',
    ],
    [
      bad({
        domain: { name: 'x', issuesValues: { ...issuesValues, share: { range: [0, 2, 0] } } },
      }),
      'south.json:35:15  error DET517: the step of issue "share" is 0; it must be above 0',
    ],
    [
      bad({
        domain: {
          name: 'x',
          issuesValues: { ...issuesValues, pump: { values: ['shared', 'open'] } },
        },
      }),
      'south.json:27:20  error DET514: issue "pump" has other values than in the first file',
    ],
    [
      { 'north.json': north },
      'north.json:1:1  error DET519: there is only one profile among the files; a case needs two parties or more',
    ],
  ])('%#', (broken: Files, message) => {
    expect(saidOf(broken)[0]).toBe(message);
    expect(textOf(broken)).toBeUndefined();
  });
});
