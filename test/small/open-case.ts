import type { Case, NumberRange } from '../../src/core/case.js';
import { rational } from '../../src/core/rational.js';
import { caseOfText } from './small-cases.js';

const path = ['preferences'];

/**
 * A small case that leaves one thing open of every kind.
 *
 * A reads `hard` (weight 3/4: five wants, the first of an inner list and the fifth of low confidence,
 * the third and fourth of unsure order, the worth of the fifth and no deal in a range) or `soft`
 * (weight 1/4: a ranking, its first two of unsure order). B has one reading, of points, in which a
 * weight and a score are in a range. The second of two rules is in doubt; war stands at low or high.
 */
export function openCase(): Case {
  const read = caseOfText(
    `
detente: 1
title: open
parties: {A: A, B: B}
issues:
  a: {lever: A}
  b: {lever: B}
  war: {by: nobody, levels: [low, middle, high]}
today: {a: no, b: no, war: low}
rules: [{never: a and b and war = high}, {never: b and war = middle}]
preferences:
  A:
    hard:
      weight: 3
      wants:
        - [{want: a, confidence: low}, b]
        - war = low
        - a or b
        - {want: not b, confidence: low, worth: 2}
      no_deal: {value: 7, from: judgement}
    soft: {weight: 1, ranking: [b, a, war = low]}
  B: {only: {points: {b: {weight: 60, levels: {"no": 0, "yes": 10}}}}}
`.trimStart(),
  );
  const range = (of: NumberRange['of'], low: bigint, high: bigint): NumberRange => ({
    of,
    low: rational(low),
    high: rational(high),
    mode: undefined,
    text: `${low} to ${high}`,
    path,
  });
  const [[hard, soft] = [], [only] = []] = read.preferences;
  if (!hard || !soft || !only) throw new Error('the case has lost a reading');
  return {
    ...read,
    rules: read.rules.map((rule, at) => ({ ...rule, isInDoubt: at === 1 })),
    openToday: [{ issue: 2, levels: [0, 2], path }],
    preferences: [
      [
        {
          ...hard,
          wants: hard.wants?.map((group, at) =>
            group.map((want) => ({ ...want, isUnsure: at === 1 || at === 2 })),
          ),
          ranges: [
            range({ kind: 'worth', group: 3, place: 0 }, 1n, 3n),
            range({ kind: 'no deal' }, 0n, 14n),
          ],
        },
        { ...soft, ranking: soft.ranking?.map((entry, at) => ({ ...entry, isUnsure: at < 2 })) },
      ],
      [
        {
          ...only,
          ranges: [
            range({ kind: 'weight', issue: 1 }, 50n, 70n),
            range({ kind: 'score', issue: 1, level: 1 }, 8n, 12n),
          ],
        },
      ],
    ],
  };
}
