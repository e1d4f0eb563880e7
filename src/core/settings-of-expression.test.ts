import { expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { conditionOf } from '../io/expression/condition-of.js';
import { settingsOfExpression } from './settings-of-expression.js';

const theCase = caseOfText(`
detente: 1
title: small
parties: {P: P}
issues:
  a: {lever: P}
  x: {by: P, levels: [low, middle, high]}
today: {a: no, x: low}
terms: {both: a and x = high, either: a or x = high}
outcomes: {peak: {when: x = high}}
`);

function settings(text: string): readonly string[] | undefined {
  const { expression } = conditionOf(text, theCase);
  if (!expression) throw new Error(`"${text}" was not read`);
  return settingsOfExpression(expression, theCase)?.map(({ issue, level }) => `${issue}:${level}`);
}

it.each([
  ['x = middle', ['1:1']],
  ['a', ['0:1']],
  ['not a', ['0:0']],
  ['a = no', ['0:0']],
  ['a and x = high', ['0:1', '1:2']],
  ['a and (x = low and not a)', ['0:1', '1:0', '0:0']],
  ['both', ['0:1', '1:2']],
  ['peak', ['1:2']],
  ['peak and not a', ['1:2', '0:0']],
])('%s fixes levels', (text, expected) => {
  expect(settings(text)).toEqual(expected);
});

it.each([
  'x != low',
  'x >= middle',
  'x > low',
  'x < high',
  'x <= middle',
  'x in [low]',
  'a or x = low',
  'either',
  'a and either',
  'not (x = low)',
  'not both',
  'not (a and x = low)',
  'if a then x = low',
  'a iff x = low',
  'at least 2 of (a, x = low)',
])('%s fixes no single level', (text) => {
  expect(settings(text)).toBeUndefined();
});
