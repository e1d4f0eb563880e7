import { expect, test } from 'vitest';
import type { Doubt } from '../analysis/uncertainty/doubt.js';
import { readCase } from '../io/case-file/read-case.js';
import { ensemblePlan } from './ensemble-plan.js';

const { case: found } = readCase(`detente: 1
title: a plan
parties: {A: Aland}
issues: {gate: {by: A, levels: [shut, open]}}
today: {gate: shut}
wants: {A: [gate = open]}
`);
const theCase = found as NonNullable<typeof found>;
const rules = (count: number): readonly Doubt[] =>
  Array.from({ length: count }, (_, rule) => ({
    id: `rule.${rule + 1}`,
    about: { kind: 'rule', rule },
    cases: ['applies', 'lifted'],
    weights: undefined,
  }));
const asked = { draws: 1200, chunk: null };

test('4,096 sets are all answered, twice as many are drawn', () => {
  expect(ensemblePlan(theCase, rules(12), asked)).toMatchObject({
    mode: 'every set',
    total: 4096,
    all: 4096n,
    checkPoints: [4096],
  });
  expect(ensemblePlan(theCase, rules(13), asked)).toMatchObject({
    mode: 'draws',
    total: 1200,
    all: 8192n,
    checkPoints: [500, 1000, 1200],
  });
});

test('without a doubt there is one set, in one chunk', () => {
  const plan = ensemblePlan(theCase, [], asked);
  expect([plan.total, plan.stretches]).toEqual([1, [[{ first: 0, count: 1 }]]]);
});

test('chunks cover every set once, and none goes past a check point, whatever their size', () => {
  for (const chunk of [1, 7, 333, 500, 5000]) {
    const { stretches, checkPoints } = ensemblePlan(theCase, rules(13), { draws: 1200, chunk });
    let next = 0;
    for (const [at, stretch] of stretches.entries()) {
      for (const { first, count } of stretch) {
        expect(first).toBe(next);
        expect(count).toBeLessThanOrEqual(chunk);
        next += count;
      }
      expect(next).toBe(checkPoints[at]);
    }
  }
});
