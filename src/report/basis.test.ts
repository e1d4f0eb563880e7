import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { basisOf, evidenceName, evidenceOf, sourcesNamed } from './basis.js';

const theCase = caseOfText(`
detente: 1
title: small
parties: {P: Pland}
issues: {a: {lever: P}, b: {lever: P}}
today: {a: no, b: no}
sources: {paper: {title: The Morning Paper}}
statements:
  st-one: {text: We want bread., source: paper, speaker: the minister, said: 2025-04-23}
  st-two: {text: Bread., source: paper}
claims: {cl-short: {text: flour is short, status: contested, for: [st-one]}}
preferences:
  P:
    first:
      wants:
        - {want: a, why: a public wish, from: [st-one, judgement]}
        - [{want: b, from: [paper, cl-short]}, not a]
    second: {ranking: [{outcomes: a, from: st-two}, b]}
`);
const at = (...path: (string | number)[]) => basisOf(theCase, ['preferences', 'P', ...path]);

describe('what a want rests on', () => {
  it('is its reason and the evidence it names, judgement left out', () => {
    expect(at('first', 'wants', 0)).toEqual({
      why: 'a public wish',
      sources: ['the minister, 23 April 2025'],
    });
  });

  it('is found in an inner list and in a ranking, of any reading', () => {
    expect(at('first', 'wants', 1, 0)).toEqual({
      why: undefined,
      sources: ['The Morning Paper', 'the contested claim “flour is short”'],
    });
    expect(at('second', 'ranking', 0).sources).toEqual(['The Morning Paper']);
  });

  it('is nothing where the file says nothing, or there is no such want', () => {
    expect(at('first', 'wants', 1, 1)).toEqual({ why: undefined, sources: [] });
    expect(at('first', 'wants', 7)).toEqual({ why: undefined, sources: [] });
  });

  it('leads to the sources behind it, in the order of the case, with what was named of each', () => {
    const named = (...ids: readonly string[]) =>
      sourcesNamed(theCase, ids).map(({ source, pieces }) => [source.id, pieces]);
    expect(named('st-one', 'st-two', 'st-one')).toEqual([
      ['paper', ['the minister, 23 April 2025', 'The Morning Paper']],
    ]);
    expect(named('paper')).toEqual([['paper', []]]);
    expect(named('cl-short')).toEqual([['paper', ['the contested claim “flour is short”']]]);
    expect(named('st-nine')).toEqual([]);
    expect(evidenceOf(theCase, ['preferences', 'P', 'first', 'wants', 0])).toEqual(['st-one']);
  });

  it('is an id as it stands where the evidence is unknown', () => {
    expect(evidenceName(theCase, 'st-nine')).toBe('st-nine');
  });
});
