import { describe, expect, it } from 'vitest';
import { listProblem } from './list-problem.js';
import type { Problem } from './problem.js';

/** Two issues with 2 and 3 choices; 10 for the second choice of the first, 1 a step of the second. */
const plain: Problem = {
  choices: [2, 3],
  parties: [
    {
      factors: [
        { scope: [0], values: [0n, 10n] },
        { scope: [1], values: [0n, 1n, 2n] },
        { scope: [], values: [100n] },
      ],
      denominator: 5n,
    },
  ],
  restrictions: [],
};

describe('a listed problem', () => {
  it('stands in order of outcome number, the first issue fastest', () => {
    const listed = listProblem(plain)!;
    expect([...listed.columns[0]!.numerators]).toEqual([100, 110, 101, 111, 102, 112]);
    expect(listed.columns[0]!.denominator).toBe(5n);
    expect(listed.outcomeAt(3)).toEqual([1, 1]);
    expect(() => listed.outcomeAt(6)).toThrow(RangeError);
  });

  it('leaves out what a restriction forbids', () => {
    const both = { scope: [0, 1], allowed: Uint8Array.of(1, 0, 1, 1, 0, 1) };
    const listed = listProblem({ ...plain, restrictions: [both] })!;
    expect([...listed.columns[0]!.numerators]).toEqual([100, 101, 111, 112]);
    expect(listed.outcomeAt(3)).toEqual([1, 2]);
  });

  it('is empty where a restriction forbids everything', () => {
    for (const scope of [[], [1]]) {
      const nothing = { scope, allowed: new Uint8Array(scope.length === 0 ? 1 : 3) };
      expect(listProblem({ ...plain, restrictions: [nothing] })!.size).toBe(0);
    }
  });

  it('adds values of choices that go together', () => {
    const together = { scope: [0, 1], values: [0n, 0n, 0n, 7n, 0n, 0n] };
    const listed = listProblem({
      ...plain,
      parties: [{ factors: [together], denominator: 1n }],
    })!;
    expect([...listed.columns[0]!.numerators]).toEqual([0, 0, 0, 7, 0, 0]);
  });

  it('is not listed where it is too large, unless restrictions make it small', () => {
    const choices = Array.from({ length: 30 }, () => 2);
    const large = { choices, parties: [{ factors: [], denominator: 1n }], restrictions: [] };
    expect(listProblem(large)).toBeUndefined();
    const equal = choices.slice(1).map((_, issue) => ({
      scope: [issue, issue + 1],
      allowed: Uint8Array.of(1, 0, 0, 1),
    }));
    const listed = listProblem({ ...large, restrictions: equal })!;
    expect(listed.size).toBe(2);
    expect(listed.outcomeAt(1)).toEqual(choices.map(() => 1));
  });

  it('refuses scopes and tables that do not fit', () => {
    const withFactor = (scope: readonly number[], values: readonly bigint[]) =>
      listProblem({ ...plain, parties: [{ factors: [{ scope, values }], denominator: 1n }] });
    expect(() => withFactor([1, 0], [0n])).toThrow('issues ascend');
    expect(() => withFactor([2], [0n])).toThrow('issues ascend');
    expect(() => withFactor([1], [0n])).toThrow(
      'factor 0 of party 0 has 1 values; its scope has 3',
    );
    expect(() => listProblem({ ...plain, choices: [0, 3] })).toThrow('choices[0] is 0');
  });
});
