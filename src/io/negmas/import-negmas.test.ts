import { describe, expect, test } from 'vitest';
import { type Files, saidOf, tablesOf, textOf } from '../../../test/small/bargaining-files.js';

const domain = `name: Wells
type: DiscreteCartesianOutcomeSpace
issues:
- name: pump
  type: CategoricalIssue
  values:
  - shared
  - yes, at night
- name: 年
  type: ContiguousIssue
  values: [1, 3]
- name: price
  type: DiscreteCardinalIssue
  values: [100, 250]
`;

const north = `name: Northfield
type: LinearAdditiveUtilityFunction
reserved_value: 0.25
weights: [0.5, 0.25, 1]
values:
- type: TableFun
  mapping:
    shared: 0.5
    yes, at night: 2
- type: negmas.preferences.AffineFun
  slope: -0.5
  bias: 2
- type: LinearFun
  slope: 0.01
`;

const south = `{
  "type": "LinearAdditiveUtilityFunction",
  "weights": {"年": 1, "pump": 3, "price": 0},
  "values": {
    "price": {"type": "ConstFun", "bias": 7},
    "pump": {"type": "TableFun", "mapping": {"yes, at night": 0, "shared": 1e-1}},
    "年": {"type": "IdentityFun"}
  }
}
`;

const files = { 'wells.yml': domain, 'north.yaml': north, 'south.json': south };

function changed(from: string, to: string): Files {
  if (!north.includes(from)) expect.fail(`not in the profile: ${from}`);
  return { ...files, 'north.yaml': north.replace(from, to) };
}

test('an outcome space and its functions become a case of weight × value, not divided', () => {
  expect(saidOf(files)).toEqual([]);
  expect(tablesOf(files)).toEqual([
    // 0.5 × table; 0.25 × (2 − x/2); 1 × x/100.
    {
      scores: [
        ['0.25', '1'],
        ['0.375', '0.25', '0.125'],
        ['1', '2.5'],
      ],
      noDeal: '0.25',
    },
    {
      scores: [
        ['0.3', '0'],
        ['1', '2', '3'],
        ['0', '0'],
      ],
      noDeal: '0',
    },
  ]);
  expect(textOf(files)).toContain('title: Wells');
  expect(textOf(files)).toContain('  Northfield: Northfield\n  south: south\n');
  expect(textOf(files)).toContain('      yes_at_night: "yes, at night"\n');
  expect(textOf(files)).toContain('why: the profile gives no reserved value, from: judgement');
});

test('a table may write a number otherwise than the domain', () => {
  const other = changed(
    '- type: LinearFun\n  slope: 0.01',
    '- type: TableFun\n  mapping: {100.0: 1, 250: 2}',
  );
  expect(tablesOf(other)[0]?.scores?.[2]).toEqual(['1', '2']);
});

describe('what is not understood, or is not there, is told with its place', () => {
  test.each([
    [
      changed('Linear', 'Nonlinear'),
      'north.yaml:2:7  error DET513: a utility function of the type NonlinearAdditiveUtilityFunction is not understood',
    ],
    [
      changed('type: LinearFun', 'type: QuadraticFun'),
      'north.yaml:13:9  error DET513: the value function of issue "price" is of the type QuadraticFun, which is not understood',
    ],
    [
      changed('slope: 0.01', 'min_value: 0\n  slope: 1'),
      'north.yaml:14:3  error DET513: `min_value` in the value function of issue "price" is not understood',
    ],
    [
      changed('reserved_value: 0.25', 'reserved_value: -.inf'),
      'north.yaml:3:17  error DET517: the reserved value is "-.inf", which is no number',
    ],
    [
      changed('reserved_value', 'reserved_outcome'),
      'north.yaml:3:1  error DET513: `reserved_outcome` in the profile is not understood',
    ],
    [
      changed('weights: [0.5, 0.25, 1]\n', ''),
      'north.yaml:1:1  error DET512: the profile has no `weights`',
    ],
    [
      changed('0.25, 1]', '0.25]'),
      'north.yaml:4:10  error DET514: the `weights` have none for issue "price"',
    ],
    [
      changed('0.25, 1]', '0.25, 1, 1]'),
      'north.yaml:4:10  error DET514: the `weights` are 4; the domain has 3 issues',
    ],
    [
      changed('[0.5', '[-0.5'),
      'north.yaml:4:11  error DET517: the weight of issue "pump" is -0.5; it must be 0 or more',
    ],
    [
      changed('    shared: 0.5\n', ''),
      'north.yaml:8:5  error DET515: value "shared" of issue "pump" has no number',
    ],
    [
      changed('    shared: 0.5\n', '    shared: 0.5\n    locked: 1\n'),
      'north.yaml:9:5  error DET515: issue "pump" has no value "locked" in the domain',
    ],
    [
      changed('    shared: 0.5\n', '    shared: 0.5\n    shared: 1\n'),
      'north.yaml:9:5  error DET103: "shared" stands here a second time',
    ],
    [
      changed(
        'type: TableFun\n  mapping:\n    shared: 0.5\n    yes, at night: 2',
        'type: IdentityFun',
      ),
      'north.yaml:6:9  error DET515: the value function of issue "pump" is of the type IdentityFun, but its value "shared" is no number',
    ],
    [
      { ...files, 'wells.yml': domain.replace('ContiguousIssue', 'ContinuousIssue') },
      'wells.yml:9:3  error DET513: issue "年" is of the type ContinuousIssue, which is not understood',
    ],
    [
      { ...files, 'wells.yml': domain.replace('name: price', 'name: pump') },
      'wells.yml:12:9  error DET516: issue "pump" stands here a second time',
    ],
    [
      { ...files, 'wells.yml': domain.replace('[1, 3]', '[1, 1]') },
      'wells.yml:11:11  error DET513: issue "年" has one value, so there is nothing to settle',
    ],
    [
      { ...files, 'wells.yml': domain.replace('[1, 3]', '[1, 2, 3]') },
      'wells.yml:11:11  error DET512: issue "年" needs two whole numbers as bounds',
    ],
    [
      { 'north.yaml': north, 'south.json': south },
      'north.yaml:1:1  error DET519: there is no domain among the files',
    ],
    [
      { ...files, 'more.xml': '<utility_space/>' },
      'more.xml:1:1  error DET519: this file is of Genius, but wells.yml is of NegMAS',
    ],
  ])('%#', (broken: Files, message) => {
    expect(saidOf(broken)[0]).toBe(message);
    expect(textOf(broken)).toBeUndefined();
  });
});
