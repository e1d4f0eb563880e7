import type { Case } from '../../src/core/case.js';
import { caseOfText } from './small-cases.js';

/**
 * A small case that leaves one thing open of every kind.
 *
 * A reads `hard` (weight 3/4: five wants, the first of an inner list and the fifth of low confidence,
 * the third and fourth of unsure order, the worth of the fifth and no deal in a range) or `soft`
 * (weight 1/4: a ranking, its first two of unsure order). B has one reading, of points, in which a
 * weight and a score are in a range. The second of two rules is in doubt; war stands at low or high.
 */
export function openCase(): Case {
  return caseOfText(`detente: 1
title: open
parties: {A: A, B: B}
issues:
  a: {lever: A}
  b: {lever: B}
  war: {by: nobody, levels: [low, middle, high]}
today: {a: no, b: no, war: [low, high]}
rules: [{never: a and b and war = high}, {never: b and war = middle, doubt: true}]
preferences:
  A:
    hard:
      weight: 3
      wants:
        - [{want: a, confidence: low}, b]
        - {want: war = low, unsure: true}
        - {want: a or b, unsure: true}
        - {want: not b, confidence: low, worth: 2 ± 1}
      no_deal: {value: 7 ± 7, from: judgement}
    soft: {weight: 1, ranking: [{outcomes: b, unsure: true}, {outcomes: a, unsure: true}, war = low]}
  B: {only: {points: {b: {weight: 60 ± 10, levels: {"no": 0, "yes": 10 ± 2}}}}}
`);
}
