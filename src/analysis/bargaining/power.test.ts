import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryConsent } from '../../../test/laws/arbitrary.js';
import {
  type Consent,
  consentOfAll,
  isConsentGiven,
  partiesOfConsent,
} from '../../core/consent.js';
import { add, formatRational, one, rational, zero } from '../../core/rational.js';
import { powerOf } from './power.js';

const party = (index: number): Consent => ({ kind: 'party', party: index });
const weighted = (quota: number, weights: readonly number[]): Consent => ({
  kind: 'weight',
  quota: rational(BigInt(quota)),
  of: weights.map((weight, at) => ({ consent: party(at), weight: rational(BigInt(weight)) })),
});
const rows = (consent: Consent) =>
  powerOf(consent).map(({ party: who, shapleyShubik, swings, banzhaf }) => [
    who,
    formatRational(shapleyShubik),
    Number(swings),
    formatRational(banzhaf),
  ]);

describe('power', () => {
  it('weights 50, 49 and 1 with a quota of 51: the last two are worth the same', () => {
    // Enough: AB, AC, ABC. A swings with B, C and BC; B with A, C with A.
    expect(rows(weighted(51, [50, 49, 1]))).toEqual([
      [0, '2/3', 3, '0.6'],
      [1, '1/6', 1, '0.2'],
      [2, '1/6', 1, '0.2'],
    ]);
  });

  it('two vetoes and two of three others', () => {
    const others = [2, 3, 4].map(party);
    const rule: Consent = {
      kind: 'all',
      of: [party(0), party(1), { kind: 'atLeast', least: 2, of: others }],
    };
    // A veto swings with the other and two (3 · 3!1!/5!) or all three (4!0!/5!): 42/120.
    // One of three swings with both vetoes and one of the other two: 2 · 3!1!/5! = 12/120.
    expect(rows(rule)).toEqual([
      [0, '0.35', 4, '2/7'],
      [1, '0.35', 4, '2/7'],
      [2, '0.1', 2, '1/7'],
      [3, '0.1', 2, '1/7'],
      [4, '0.1', 2, '1/7'],
    ]);
  });

  it('a dictator has all, a party that is never needed nothing, and all signers share alike', () => {
    expect(
      rows({ kind: 'any', of: [party(0), { kind: 'all', of: [party(0), party(1)] }] }),
    ).toEqual([
      [0, '1', 2, '1'],
      [1, '0', 0, '0'],
    ]);
    expect(rows(party(3))).toEqual([[3, '1', 1, '1']]);
    expect(rows(consentOfAll([0, 2, 4]))).toEqual([
      [0, '1/3', 1, '1/3'],
      [2, '1/3', 1, '1/3'],
      [4, '1/3', 1, '1/3'],
    ]);
  });

  it('is nothing where a rule names nobody, and 0 for all where it is always or never given', () => {
    expect(powerOf({ kind: 'all', of: [] })).toEqual([]);
    expect(rows({ kind: 'any', of: [party(0), { kind: 'all', of: [] }] })).toEqual([
      [0, '0', 0, '0'],
    ]);
    expect(rows({ kind: 'all', of: [party(0), { kind: 'any', of: [] }] })).toEqual([
      [0, '0', 0, '0'],
    ]);
  });

  it('refuses more than 20 parties, and counts 20', () => {
    const many = (n: number) => consentOfAll(Array.from({ length: n }, (_, at) => at));
    expect(() => powerOf(many(21))).toThrow(RangeError);
    expect(rows(many(20))[7]).toEqual([7, '0.05', 1, '0.05']);
  });

  it('is the share of orders in which a party is the one that makes it enough', () => {
    const orders = (list: readonly number[]): readonly (readonly number[])[] =>
      list.length === 0
        ? [[]]
        : list.flatMap((first) =>
            orders(list.filter((other) => other !== first)).map((rest) => [first, ...rest]),
          );
    fc.assert(
      fc.property(arbitraryConsent([0, 1, 2, 3, 4]), (consent) => {
        const parties = partiesOfConsent(consent);
        const pivots = parties.map(() => 0);
        const all = orders(parties);
        for (const order of all) {
          const at = order.findIndex((_, end) =>
            isConsentGiven(consent, (who) => order.slice(0, end + 1).includes(who)),
          );
          const pivot = parties.indexOf(order[at] as number);
          pivots[pivot] = (pivots[pivot] as number) + 1;
        }
        const found = powerOf(consent);
        expect(found.map(({ shapleyShubik }) => shapleyShubik)).toEqual(
          pivots.map((count) => rational(BigInt(count), BigInt(all.length))),
        );
        expect(found.reduce((sum, { banzhaf }) => add(sum, banzhaf), zero)).toEqual(one);
      }),
      { numRuns: 200, seed: 20250427 },
    );
  });
});
