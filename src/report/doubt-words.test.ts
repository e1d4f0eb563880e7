import { expect, it } from 'vitest';
import { wells } from '../../test/small/ensemble-cases.js';
import { openCase } from '../../test/small/open-case.js';
import { doubtsOf } from '../analysis/uncertainty/doubts-of.js';
import { doubtFound } from '../questions/doubt-found.js';
import { doubtWords, wordsForDoubts } from './doubt-words.js';

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
        words.brief(last),
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
  expect(north?.subject).toBe('how the village of Nørrefjäll is read');
  expect(north?.brief('trade', 'pride')).toBe('it is read as “trade first” or “pride first”');
  expect(told('reading')).toEqual([
    [
      'how A is read',
      'it is read as “soft”',
      'A is read as “soft”',
      'A were read as “soft”',
      undefined,
      'read as “soft”',
      'reading A as “hard” rather than as “soft”',
    ],
  ]);
});

it('tells a want, and under which reading', () => {
  expect(told('want')[0]).toEqual([
    'whether A, read as “hard”, wants “a”',
    'it does not',
    'A, read as “hard”, does not want “a”',
    'A did not hold “a”',
    'did not hold “a”',
    'it does not',
    'that A, read as “hard”, wants “a”',
  ]);
});

it('tells an order of wants by their words, of any number', () => {
  expect(told('order')[0]).toEqual([
    'the order in which A, read as “hard”, puts “war is low” and “the answer on a is yes or the answer on b is yes”',
    'it puts “the answer on a is yes or the answer on b is yes” before “war is low”',
    'A, read as “hard”, puts “the answer on a is yes or the answer on b is yes” before “war is low”',
    'A put “the answer on a is yes or the answer on b is yes” before “war is low”',
    'put “the answer on a is yes or the answer on b is yes” before “war is low”',
    'it puts “the answer on a is yes or the answer on b is yes” before “war is low”',
    'that A, read as “hard”, puts “war is low” before “the answer on a is yes or the answer on b is yes”',
  ]);
  const three = { ...doubts[3], kind: 'order', party: 'A', reading: 'hard', cases: [] } as const;
  const words = doubtWords(theCase, { ...(doubts[0] as (typeof doubts)[0]), ...three });
  expect(words.were('5-3-1')).toBe(
    'A put “the answer on b is no”, “war is low” and “the answer on a is yes” in this order',
  );
});

it('tells an order of a ranking', () => {
  expect(told('order')[1]?.[2]).toBe(
    'A, read as “soft”, puts “the answer on a is yes” before “the answer on b is yes”',
  );
});

it('tells a rule', () => {
  expect(told('rule')).toEqual([
    [
      'whether the rule “never b and war = middle” applies',
      'it does not',
      'the rule “never b and war = middle” does not apply',
      'the rule “never b and war = middle” did not apply',
      undefined,
      'it does not',
      'that the rule “never b and war = middle” applies',
    ],
  ]);
});

it('tells where an issue stands today', () => {
  expect(told('today')).toEqual([
    [
      'where war stands today',
      'war is high',
      'today war is high',
      'it were so today that war is high',
      undefined,
      'war is high',
      'that today war is low, and not that war is high,',
    ],
  ]);
});

it('tells a number by the halves of its range', () => {
  const [first] = told('number');
  expect(first?.slice(0, 4)).toEqual([
    'where in its range a worth of 2 ± 1 (A, read as “hard”) lies',
    'it lies in the upper half of its range',
    'a worth of 2 ± 1 (A, read as “hard”) lies in the upper half of its range',
    'a worth of 2 ± 1 (A) lay in the upper half of its range',
  ]);
});

it('leaves out the reading of a party that has no other', () => {
  expect(told('number').at(-1)?.[0]).toBe(
    'where in its range a score of b at “yes” of 10 ± 2 (B) lies',
  );
});

it('knows no other things in doubt', () => {
  expect(() => wordsForDoubts(theCase, doubts)('B')).toThrow(RangeError);
});
