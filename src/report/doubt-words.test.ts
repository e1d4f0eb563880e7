import { expect, it } from 'vitest';
import { wells } from '../../test/small/ensemble-cases.js';
import { openCase } from '../../test/small/open-case.js';
import { doubtsOf } from '../analysis/uncertainty/doubts-of.js';
import { doubtFound } from '../questions/doubt-found.js';
import { doubtWords, subjectsOf, wordsForDoubts } from './doubt-words.js';

const theCase = openCase();
const doubts = doubtsOf(theCase).map((doubt) => doubtFound(theCase, doubt));

/** Each thing in doubt of a kind: its subject, and its last case in every form. */
function told(kind: string): readonly (readonly (string | undefined)[])[] {
  return doubts
    .filter((doubt) => doubt.kind === kind)
    .map((doubt) => {
      const words = doubtWords(theCase, doubt);
      const [first, last] = [doubt.cases[0]?.id ?? '', doubt.cases.at(-1)?.id ?? ''];
      return [
        words.subject,
        words.brief([last]),
        words.brief([last], true),
        words.clause(last),
        words.were(last),
        words.also?.(last),
        words.cell(last),
        words.contrast(first, last),
      ];
    });
}

it('tells a reading', () => {
  const [north] = doubtsOf(wells).map((doubt) => doubtWords(wells, doubtFound(wells, doubt)));
  expect(north?.subject).toBe('the reading of the village of Nørrefjäll');
  expect(north?.brief(['trade', 'pride'])).toBe('this reading is “trade first” or “pride first”');
  expect(told('reading')).toEqual([
    [
      'the reading of A',
      'this reading is “soft”',
      'it is “soft”',
      'the reading of A is “soft”',
      'A were read as “soft”',
      undefined,
      'read as “soft”',
      'reading A as “hard” rather than as “soft”',
    ],
  ]);
});

it('tells a want, and under which reading', () => {
  expect(told('want')[0]).toEqual([
    'whether “a” is a want of A (read as “hard”)',
    'this want is not held',
    'it is not',
    '“a” is not a want of A (read as “hard”)',
    'A did not hold “a”',
    'did not hold “a”',
    'it is not',
    'counting “a” among the wants of A (read as “hard”)',
  ]);
});

it('tells an order of wants by their words, of any number', () => {
  expect(told('order')[0]).toEqual([
    'the order of “war is low” and “the answer on a is yes or the answer on b is yes” for A (read as “hard”)',
    '“the answer on a is yes or the answer on b is yes” comes before “war is low”',
    '“the answer on a is yes or the answer on b is yes” comes before “war is low”',
    '“the answer on a is yes or the answer on b is yes” comes before “war is low” for A (read as “hard”)',
    'A put “the answer on a is yes or the answer on b is yes” before “war is low”',
    'put “the answer on a is yes or the answer on b is yes” before “war is low”',
    '“the answer on a is yes or the answer on b is yes” comes before “war is low”',
    'putting “war is low” before “the answer on a is yes or the answer on b is yes” for A (read as “hard”)',
  ]);
  const three = { ...doubts[3], kind: 'order', party: 'A', reading: 'hard', cases: [] } as const;
  const words = doubtWords(theCase, { ...(doubts[0] as (typeof doubts)[0]), ...three });
  expect(words.were('5-3-1')).toBe(
    'A put first “the answer on b is no”, then “war is low”, then “the answer on a is yes”',
  );
  expect(words.cell('5-3-1')).toBe(
    'the order is “the answer on b is no”, then “war is low”, then “the answer on a is yes”',
  );
});

it('tells an order of a ranking', () => {
  expect(told('order')[1]?.[3]).toBe(
    '“the answer on a is yes” comes before “the answer on b is yes” for A (read as “soft”)',
  );
});

it('tells a rule', () => {
  expect(told('rule')).toEqual([
    [
      'whether the rule “never b and war = middle” applies',
      'the rule does not apply',
      'it does not',
      'the rule “never b and war = middle” does not apply',
      'the rule “never b and war = middle” did not apply',
      undefined,
      'it does not',
      'applying the rule “never b and war = middle”',
    ],
  ]);
});

it('tells where an issue stands today', () => {
  expect(told('today')).toEqual([
    [
      'where war stands today',
      'war is high today',
      'war is high',
      'today war is high',
      'it were so today that war is high',
      undefined,
      'war is high',
      'starting where war is low rather than where war is high',
    ],
  ]);
});

it('tells a number by the halves of its range', () => {
  const [first] = told('number');
  expect(first).toEqual([
    'where a worth of 2 ± 1 for A (read as “hard”) lies in its range',
    'the number lies in the upper half of its range',
    'it lies in the upper half of its range',
    'a worth of 2 ± 1 for A (read as “hard”) lies in the upper half of its range',
    'a worth of 2 ± 1 for A lay in the upper half of its range',
    undefined,
    'it lies in the upper half of its range',
    'having a worth of 2 ± 1 for A (read as “hard”) in the lower half of its range',
  ]);
});

it('leaves out the reading of a party that has no other', () => {
  expect(told('number').at(-1)?.[0]).toBe(
    'where a score of b at “yes” of 10 ± 2 for B lies in its range',
  );
});

it('names several readings together, at the place of the first', () => {
  const readings = doubtsOf(wells).map((doubt) => doubtFound(wells, doubt));
  const rule = doubts.filter(({ kind }) => kind === 'rule');
  expect(subjectsOf(wells, [...readings.slice(0, 1), ...rule, ...readings.slice(1)])).toEqual([
    'the readings of the village of Nørrefjäll and Söderå',
    'whether the rule “never b and war = middle” applies',
  ]);
  expect(subjectsOf(wells, readings.slice(1))).toEqual(['the reading of Söderå']);
});

it('knows no other things in doubt', () => {
  expect(() => wordsForDoubts(theCase, doubts)('B')).toThrow(RangeError);
});
