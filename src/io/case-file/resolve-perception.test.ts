import { expect, test } from 'vitest';
import { readCase } from './read-case.js';

const read = (more: string, wants: string) =>
  readCase(`detente: 1
title: seen
parties:
  A: {name: Ay, unaware: [a and b, not b]}
  B: {name: Be, attitudes: {A: negative, B: neutral}}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: no, b: no}
${more}
${wants}
`).case;

test('a party is unaware of every condition it lists, and the others of none', () => {
  const theCase = read('', 'wants: {A: [a], B: [b]}');
  expect(theCase?.parties.map(({ unaware }) => unaware.map(({ text }) => text))).toEqual([
    ['a and b', 'not b'],
    [],
  ]);
  expect(theCase?.parties[0]?.unaware[1]?.path).toEqual(['parties', 'A', 'unaware', 1]);
});

test('attitudes name parties by their place', () => {
  expect(read('', 'wants: {A: [a], B: [b]}')?.parties.map(({ attitudes }) => attitudes)).toEqual([
    [],
    [
      { party: 0, attitude: 'negative' },
      { party: 1, attitude: 'neutral' },
    ],
  ]);
});

test('a reading sees the reading of another by its place, also the one that wants give', () => {
  const theCase = read(
    '',
    `preferences:
  A: {one: {wants: [a], sees: {B: second}}}
  B: {first: {wants: [b], sees: {A: one}}, second: {ranking: [{outcomes: b, strong: true}, a]}}`,
  );
  expect(theCase?.preferences[0]?.[0]?.sees).toEqual([{ party: 1, reading: 1 }]);
  expect(theCase?.preferences[1]?.map(({ sees }) => sees)).toEqual([
    [{ party: 0, reading: 0 }],
    [],
  ]);
  expect(theCase?.preferences[1]?.[1]?.ranking?.map(({ isStrong }) => isStrong)).toEqual([
    true,
    false,
  ]);
  const stated = read(
    'wants: {B: [b]}',
    'preferences: {A: {one: {wants: [a], sees: {B: stated}}}}',
  );
  expect(stated?.preferences[0]?.[0]?.sees).toEqual([{ party: 1, reading: 0 }]);
});

test('wants carry their marks', () => {
  const theCase = read(
    '',
    'wants: {A: [[{want: a, strong: true}, {want: b, strong: true}], {want: a, unknown: true}, b], B: [b]}',
  );
  const marks = theCase?.preferences[0]?.[0]?.wants
    ?.flat()
    .map(({ isStrong, isUnknown }) => [isStrong, isUnknown]);
  expect(marks).toEqual([
    [true, false],
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('what counts as one carries its reason and its source', () => {
  const theCase = read(
    'coalesce: [{when: a, why: over, from: judgement}, {when: not a and b}]',
    'wants: {A: [a], B: [b]}',
  );
  expect(theCase?.coalesce).toMatchObject([
    { text: 'a', why: 'over', from: ['judgement'], path: ['coalesce', 0] },
    { text: 'not a and b', why: undefined, from: [] },
  ]);
});
