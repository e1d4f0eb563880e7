import { expect, it } from 'vitest';
import { levelClasses } from './level-classes.js';

it('a party that may do anything has one class', () => {
  expect(
    levelClasses([
      [1, 2],
      [0, 2],
      [0, 1],
    ]),
  ).toEqual({
    classOf: [0, 0, 0],
    classes: 1,
    enteredFrom: [[]],
    leadsTo: [[0]],
  });
});

it('a party without a right has a class per level, and none leads to another', () => {
  expect(levelClasses([[], []])).toEqual({
    classOf: [0, 1],
    classes: 2,
    enteredFrom: [[], []],
    leadsTo: [[0], [1]],
  });
});

it('a signer who may leave enters the first level from each later one', () => {
  const { classOf, enteredFrom, leadsTo } = levelClasses([[], [0], [0]]);
  expect(classOf).toEqual([0, 1, 2]);
  expect(enteredFrom).toEqual([[1, 2], [], []]);
  expect(leadsTo).toEqual([[0], [0, 1], [0, 2]]);
});

it('on a one-way scale each level is entered from the one before it only', () => {
  const { enteredFrom, leadsTo } = levelClasses([[1, 2, 3], [2, 3], [3], []]);
  expect(enteredFrom).toEqual([[], [0], [1], [2]]);
  expect(leadsTo).toEqual([[0, 1, 2, 3], [1, 2, 3], [2, 3], [3]]);
});

it('levels that lead to each other share a class, and others pass through it', () => {
  const { classOf, enteredFrom } = levelClasses([[1, 2, 3], [0, 2, 3], [3], []]);
  expect(classOf).toEqual([0, 0, 1, 2]);
  expect(enteredFrom).toEqual([[], [0], [1]]);
});
