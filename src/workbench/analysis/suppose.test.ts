import { expect, test } from 'vitest';
import { readCase } from '../../index.js';
import { type Asked, nothingSupposed, type Suppositions } from './protocol.js';
import { premisesOf } from './suppose.js';

const { case: theCase } = readCase(`
detente: 1
title: A road and a gate
parties: {North: Northfield, South: Southam}
issues:
  road: {by: North, levels: [blocked, open]}
  gate: {by: [North, South], levels: [shut, wide]}
today: {road: blocked, gate: shut}
rules:
  - {never: road = blocked and gate = wide, why: nobody opens a gate on nothing}
  - {never: road = open and gate = shut, why: nobody opens a road to nothing, doubt: true}
preferences:
  North:
    calm: {label: calm, wants: [{want: road = open, from: judgement, confidence: low}]}
    fear: {label: fear, wants: [road = blocked]}
wants:
  South: [gate = wide]
`);

function premises(supposed: Partial<Suppositions>, readings: Asked['readings'] = {}) {
  if (!theCase) throw new Error('the case of this test has errors');
  return premisesOf(theCase, { readings, supposed: { ...nothingSupposed, ...supposed } });
}

test('with nothing supposed the case is the one that was written', () => {
  expect(premises({})).toEqual({ theCase, readings: {}, aside: [] });
  expect(premises({}).theCase).toBe(theCase);
});

test('a want is struck in the reading in force', () => {
  const made = premises({ doubts: { 'North.calm.1': 'struck' } });
  expect(made.aside).toEqual([]);
  expect(made.theCase.preferences[0]?.[0]?.wants).toEqual([]);
});

test('a want of a reading that is not in force is set aside with the reason', () => {
  const made = premises({ doubts: { 'North.calm.1': 'struck' } }, { North: 'fear' });
  expect(made.theCase).toBe(theCase);
  expect(made.aside.map(({ key }) => key)).toEqual(['doubt North.calm.1']);
  expect(made.aside[0]?.problem).toContain('which is not in force');
});

test('acts that a rule forbids one by one are done together', () => {
  const road = { issue: 'road', level: 'open', by: undefined };
  const gate = { issue: 'gate', level: 'wide', by: 'South' };
  const made = premises({ acts: [road, gate] });
  expect(made.aside).toEqual([]);
  expect(made.theCase.today).toEqual([1, 1]);
  const alone = premises({ acts: [road] });
  expect(alone.theCase).toBe(theCase);
  expect(alone.aside[0]?.key).toBe('act road');
  expect(alone.aside[0]?.problem).toContain('a rule forbids');
});

test('one that cannot be is set aside, and does not part others that need each other', () => {
  const made = premises(
    {
      doubts: { 'North.calm.1': 'struck' },
      acts: [
        { issue: 'road', level: 'open', by: undefined },
        { issue: 'gate', level: 'wide', by: 'South' },
      ],
    },
    { North: 'fear' },
  );
  expect(made.theCase.today).toEqual([1, 1]);
  expect(made.aside.map(({ key }) => key)).toEqual(['doubt North.calm.1']);
});

test('what the case does not have is set aside; the rest is made', () => {
  const made = premises({
    doubts: { 'rule.2': 'lifted', 'rule.9': 'lifted' },
    acts: [{ issue: 'bridge', level: 'built', by: undefined }],
  });
  expect(made.theCase.rules).toHaveLength(1);
  expect(made.aside.map(({ key }) => key).toSorted()).toEqual(['act bridge', 'doubt rule.9']);
});

test('an act that two could do, by nobody named, is set aside', () => {
  const made = premises({
    doubts: { 'rule.2': 'lifted' },
    acts: [
      { issue: 'road', level: 'open', by: undefined },
      { issue: 'gate', level: 'wide', by: undefined },
    ],
  });
  expect(made.theCase.today).toEqual([1, 0]);
  expect(made.aside.map(({ key }) => key)).toEqual(['act gate']);
});
