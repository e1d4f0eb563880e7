import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import type { Case } from './case.js';
import { buildModel } from './model.js';
import { shareApart, sharedTables } from './shared-tables.js';

const theCase = caseOfText(`
detente: 1
title: small
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: no, b: no}
rules: [{never: a and b}]
preferences:
  A: {one: {wants: [a, b]}, two: {wants: [a, not b]}}
  B: {one: {wants: [b]}}
`);

describe('models that share tables', () => {
  it('have the same outcomes and moves where rules and fixed issues are the same', () => {
    const shared = sharedTables();
    const one = buildModel(theCase, [0, 0], [], undefined, shared);
    const moved: Case = { ...theCase, today: [1, 0] };
    const two = buildModel(moved, [1, 0], [], undefined, shared);
    expect(two.space.numbers).toBe(one.space.numbers);
    expect(two.moves).toBe(one.moves);
    expect([one.space.today, two.space.today]).toEqual([0, 1]);
    const free = buildModel({ ...theCase, rules: [] }, [0, 0], [], undefined, shared);
    expect([one.states, free.states]).toEqual([3, 4]);
    const fixed = buildModel(theCase, [0, 0], [{ issue: 1, level: 1 }], undefined, shared);
    expect(fixed.states).toBe(1);
  });

  it('have one table for orders that come to the same', () => {
    const shared = sharedTables();
    const one = buildModel(theCase, [0, 0], [], undefined, shared);
    const two = buildModel(theCase, [1, 0], [], undefined, shared);
    // Both acting is forbidden: after `a`, what A wants of b tells only outcomes without a apart.
    expect([...(one.payoffs[0] ?? [])]).toEqual([0, 2, 1]);
    expect([...(two.payoffs[0] ?? [])]).toEqual([1, 2, 0]);
    expect(two.payoffs[1]).toBe(one.payoffs[1]);
    const [[reading] = []] = theCase.preferences;
    if (!reading?.wants) throw new Error('A has wants');
    const twice = { ...reading, wants: [...reading.wants, ...reading.wants] };
    const same: Case = { ...theCase, preferences: [[twice], theCase.preferences[1] ?? []] };
    expect(buildModel(same, [0, 0], [], undefined, shared).payoffs[0]).toBe(one.payoffs[0]);
  });

  it('make again what had to be dropped', () => {
    const shared = sharedTables(0);
    const [first, second] = [0, 1].map(() => buildModel(theCase, [0, 0], [], undefined, shared));
    expect(second?.payoffs).toEqual(first?.payoffs);
  });
});

it('a share of its own keeps tables by what they are made of, apart from the common ones', () => {
  const made: string[] = [];
  const make = (name: string) => () => {
    made.push(name);
    return name;
  };
  const share = shareApart((_, __, of) => of());
  const [one, two] = [{}, {}];
  expect(share('t', [one], make('one'))).toBe('one');
  expect(share('t', [two], make('two'))).toBe('two');
  expect(share('t', [one], make('again'))).toBe('one');
  expect(share('t', [], make('common'))).toBe('common');
  expect(made).toEqual(['one', 'two', 'common']);
});
