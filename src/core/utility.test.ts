import { describe, expect, it } from 'vitest';
import { modelOfText } from '../../test/small/small-cases.js';
import { formatRational } from '../numeric/rational.js';
import { rankUtilities, type Utilities, utilitiesOf, utilityAt } from './utility.js';

/** Utilities of one party on levers a and b (states 1 = a, 2 = b) from lines of its reading. */
function utilities(reading: string): Utilities | undefined {
  return modelOfText(`
parties: {P: P}
issues: {a: {lever: P}, b: {lever: P}}
today: {a: no, b: no}
preferences: {P: {only: ${reading}}}
`).utilities[0];
}

function told(reading: string): readonly string[] {
  const all = utilities(reading) as Utilities;
  return [0, 1, 2, 3].map((state) => formatRational(utilityAt(all, state)));
}

const ranks = (reading: string) => [...rankUtilities(utilities(reading) as Utilities)];
const scores = (no: string, yes: string) => `{levels: {"no": ${no}, "yes": ${yes}}}`;
const weighted = (weight: string, no: string, yes: string) =>
  `{weight: ${weight}, levels: {"no": ${no}, "yes": ${yes}}}`;

describe('utility', () => {
  it('adds the scores of the issues; an issue without points adds nothing', () => {
    expect(told(`{points: {a: ${scores('1', '3')}, b: ${scores('0', '10')}}}`)).toEqual([
      '1',
      '3',
      '11',
      '13',
    ]);
    expect(told(`{points: {b: ${scores('0', '10')}}}`)).toEqual(['0', '0', '10', '10']);
  });

  it('counts the weight in hundredths of each score, 100 where it is not said', () => {
    expect(told(`{points: {a: ${weighted('26', '0', '55')}}}`)).toEqual(['0', '14.3', '0', '14.3']);
    expect(told(`{points: {a: ${weighted('100', '0', '55')}}}`)).toEqual(
      told(`{points: {a: ${scores('0', '55')}}}`),
    );
    expect(told(`{points: {a: ${weighted('0', '7', '55')}}}`)).toEqual(['0', '0', '0', '0']);
  });

  it('is not renormalised: weights need not sum to 100', () => {
    expect(
      told(`{points: {a: ${weighted('300', '0', '2')}, b: ${weighted('100', '0', '1')}}}`),
    ).toEqual(['0', '6', '1', '7']);
  });

  it('adds the worth of each want that is met, and of no other', () => {
    const wants = '[{want: a, worth: 5}, {want: a and b, worth: 0.5}, not b]';
    expect(told(`{wants: ${wants}}`)).toEqual(['0', '5', '0', '5.5']);
    expect(told(`{wants: ${wants}, points: {b: ${scores('0', '1')}}}`)).toEqual([
      '0',
      '5',
      '1',
      '6.5',
    ]);
  });

  it('may be negative', () => {
    expect(told(`{wants: [{want: a, worth: -2}], points: {b: ${scores('-0.5', '0.25')}}}`)).toEqual(
      ['-0.5', '-2.5', '0.25', '-1.75'],
    );
    expect(ranks(`{points: {a: ${scores('0', '-1')}, b: ${scores('0', '-2')}}}`)).toEqual([
      3, 2, 1, 0,
    ]);
  });

  it('is undefined where a reading gives neither points nor a worth', () => {
    expect(utilities('{wants: [a]}')).toBeUndefined();
    expect(utilities('{ranking: [a]}')).toBeUndefined();
  });
});

describe('exactness', () => {
  it('0.1 + 0.2 ties with 0.3', () => {
    const wants = (first: string) =>
      `{wants: [{want: a, worth: ${first}}, {want: a, worth: 0.2}, {want: b, worth: 0.3}]}`;
    expect(ranks(wants('0.1'))).toEqual([0, 1, 1, 2]);
    expect(ranks(wants('0.1000000001'))).toEqual([0, 2, 1, 3]);
  });

  it('three thirds tie with one', () => {
    const third = '{want: a, worth: 1/3}';
    expect(ranks(`{wants: [${third}, ${third}, ${third}, {want: b, worth: 1}]}`)).toEqual([
      0, 1, 1, 2,
    ]);
    expect(told(`{points: {a: ${weighted('"1/3"', '0', '100')}}}`)[1]).toBe('1/3');
  });

  it('is kept beyond 2^53, where doubles would tie', () => {
    // 2^53 and 2^53 + 1: one apart, and equal as doubles.
    const large = `{points: {a: ${scores('0', '"9007199254740993"')}, b: ${scores('0', '"9007199254740992"')}}}`;
    expect(Array.isArray(utilities(large)?.numerators)).toBe(true);
    expect(ranks(large)).toEqual([0, 2, 1, 3]);
    expect(told(large)[3]).toBe('18014398509481985');
  });

  it('is kept where the common denominator alone exceeds 2^53', () => {
    const fine = `{points: {a: ${scores('0', '1/9007199254740993')}, b: ${scores('0', '1/9007199254740992')}}}`;
    expect(ranks(fine)).toEqual([0, 1, 2, 3]);
  });

  it('needs no bigints up to 2^53 − 1, and takes them for any larger partial sum', () => {
    const half = (score: string, other: string) =>
      utilities(`{points: {a: ${scores('0', score)}, b: ${scores('0', other)}}}`)?.numerators;
    expect(half('"9007199254740991"', '0')).toBeInstanceOf(Float64Array);
    // Sums cancel to 0, yet a partial sum of a alone is beyond 2^53.
    expect(Array.isArray(half('"9007199254740991"', '-1'))).toBe(true);
  });
});

describe('looking up', () => {
  it('a state that is not there is refused', () => {
    const all = utilities(`{points: {a: ${scores('0', '1')}}}`) as Utilities;
    expect(() => utilityAt(all, 4)).toThrow('utilityAt: there is no state 4');
  });

  it('an empty space has no utilities', () => {
    const model = modelOfText(`
parties: {P: P}
issues: {a: {lever: P}}
preferences: {P: {only: {points: {a: ${scores('0', '1')}}}}}
`);
    const reading = model.readings[0];
    const empty = { ...model.space, size: 0, numbers: new Uint32Array(0) };
    const all = reading && utilitiesOf(empty, reading);
    expect(all?.numerators).toHaveLength(0);
    expect([...rankUtilities(all as Utilities)]).toEqual([]);
  });
});
