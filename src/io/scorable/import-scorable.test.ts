import { describe, expect, test } from 'vitest';
import {
  caseOf,
  type Files,
  saidOf,
  tablesOf,
  textOf,
} from '../../../test/small/bargaining-files.js';
import { labelsIn } from './instructions.js';

const files = {
  'well/config.txt':
    'Town Council,council,p2,greedy,model\r\nÉlus du Nord,north,p1,cooperative,model\n\nFarmers,farmers,player,x,y',
  'well/scores_files/council.txt': '10, 0\n0, 5.5, 20 \n12',
  'well/scores_files/north.txt': '0, 10\n0, 5, 20\n9 ',
  'well/scores_files/farmers.txt': '1, 2\n3, 4, 5\n6\n',
  'well/global_instructions.txt': `Issue A: "The pump"
A1 "water-based": the "Farmers" like it.
- A2: $3 billion.
=====
Issue B: "Dues"
  - B1: no dues ==> cheap
`,
  'well/initial_deal.txt': 'B3,A1\n',
};

const changed = (name: keyof typeof files, from: string, to: string): Files => {
  if (!files[name].includes(from)) expect.fail(`not in ${name}: ${from}`);
  return { ...files, [name]: files[name].replace(from, to) };
};

test('a game becomes a case with its rule, thresholds, labels and first deal', () => {
  expect(saidOf(files)).toEqual([]);
  expect(tablesOf(files)).toEqual([
    {
      scores: [
        ['10', '0'],
        ['0', '5.5', '20'],
      ],
      noDeal: '12',
    },
    {
      scores: [
        ['0', '10'],
        ['0', '5', '20'],
      ],
      noDeal: '9',
    },
    {
      scores: [
        ['1', '2'],
        ['3', '4', '5'],
      ],
      noDeal: '6',
    },
  ]);
  const text = textOf(files) ?? '';
  expect(text).toContain(
    'consent: {all: [Town_Council, Élus_du_Nord, {at_least: 2, of: [Town_Council, Élus_du_Nord, Farmers]}]}\n',
  );
  expect(text).toContain(
    'proposals:\n  initial:\n    label: the initial deal\n    by: Élus_du_Nord\n    terms: {A: A1, B: B3}\n',
  );
  const { title, issues } = caseOf(files);
  expect(title).toBe('well');
  expect(issues.map(({ label, levels }) => [label, ...levels.map((level) => level.label)])).toEqual(
    [
      ['The pump', 'water-based', '$3 billion'],
      ['Dues', 'no dues', 'B2', 'B3'],
    ],
  );
});

test('without instructions codes are the labels, without a first deal there is no proposal', () => {
  const { 'well/initial_deal.txt': _, 'well/global_instructions.txt': __, ...rest } = files;
  const { issues, proposals } = caseOf(rest);
  expect(issues.map(({ label }) => label)).toEqual(['issue A', 'issue B']);
  expect(proposals).toEqual([]);
});

test('labels: a name in quotes, else the words before an arrow; the first line counts', () => {
  const text =
    'A1: "X" pays 3.\nA1 "again": no\nA2: "Name": words\nissue b : "Two"\nA3\nA10 ten ==> x';
  expect([...labelsIn(text)]).toEqual([
    ['A1', '"X" pays 3'],
    ['A2', 'Name'],
    ['B', 'Two'],
    ['A10', 'ten'],
  ]);
});

describe('a flaw is told with its place', () => {
  test.each([
    [
      changed('well/config.txt', ',p2,', ',chair,'),
      'well/config.txt:1:22  error DET520: the role of "Town Council" is "chair"; it must be p1, p2 or player',
    ],
    [
      changed('well/config.txt', ',p2,', ',p1,'),
      'well/config.txt:2:20  error DET520: a second party has the role p1',
    ],
    [
      changed('well/config.txt', ',p2,', ',player,'),
      'well/config.txt:1:1  error DET520: no party has the role p2',
    ],
    [
      changed('well/config.txt', 'Farmers,farmers,player,x,y', 'Farmers'),
      'well/config.txt:4:1  error DET520: a line needs a name, a scores file and a role, with commas between',
    ],
    [
      changed('well/config.txt', ',north,', ',nord,'),
      'well/config.txt:2:14  error DET520: there is no file scores_files/nord.txt with the scores of "Élus du Nord"',
    ],
    [
      changed('well/scores_files/north.txt', '5', 'five'),
      'well/scores_files/north.txt:2:4  error DET517: "five" is no number',
    ],
    [
      changed('well/scores_files/north.txt', '\n9 ', ''),
      'well/scores_files/north.txt:2:1  error DET520: the file needs a line of points per issue and then the threshold alone',
    ],
    [
      changed('well/scores_files/north.txt', '0, 10\n', ''),
      'well/scores_files/north.txt:1:1  error DET514: the lines of points are 1 here and 2 in well/scores_files/council.txt',
    ],
    [
      changed('well/scores_files/north.txt', '5, 20', '5'),
      'well/scores_files/north.txt:2:1  error DET515: issue B has points for 2 options; in well/scores_files/council.txt for 3',
    ],
    [
      changed('well/initial_deal.txt', 'B3', 'B4'),
      'well/initial_deal.txt:1:1  error DET515: no issue has the option "B4"',
    ],
    [
      changed('well/initial_deal.txt', 'B3', 'A2'),
      'well/initial_deal.txt:1:4  error DET516: the deal names two options of issue A',
    ],
    [
      changed('well/initial_deal.txt', 'B3,', ''),
      'well/initial_deal.txt:1:1  error DET514: the deal says nothing of issue B',
    ],
  ])('%#', (broken, message) => {
    expect(saidOf(broken)[0]).toBe(message);
    expect(textOf(broken)).toBeUndefined();
  });
});
