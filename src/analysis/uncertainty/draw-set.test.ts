import { describe, expect, it } from 'vitest';
import { openCase } from '../../../test/small/open-case.js';
import type { NumberRange } from '../../core/case.js';
import { type Rational, rational } from '../../core/rational.js';
import { settled } from './assumption-set.js';
import type { Doubt } from './doubt.js';
import { doubtsOf } from './doubts-of.js';
import { drawerOf, drawSet, triangularStep } from './draw-set.js';

const doubts = doubtsOf(openCase());
const total = 20_000;

/** How often each value comes up at the first doubt. */
function countsOf(doubt: Doubt): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const draw = drawerOf([doubt], 3);
  for (let at = 0; at < total; at += 1) {
    const [value = -1] = draw(at);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function number(low: bigint, high: bigint, mode?: Rational): Doubt {
  const range: NumberRange = {
    of: { kind: 'no deal' },
    low: rational(low),
    high: rational(high),
    mode,
    text: '',
    path: [],
  };
  return {
    id: 'P.only.no_deal',
    about: { kind: 'number', party: 0, reading: 0, range },
    cases: [],
    weights: undefined,
  };
}

const reading = (weights: readonly Rational[]): Doubt => ({
  id: 'P',
  about: { kind: 'reading', party: 0 },
  cases: weights.map((_, at) => `r${at}`),
  weights,
});

/** Mean and standard error of the steps drawn, 0 to 1,000. */
function meanOf(counts: ReadonlyMap<number, number>): readonly [number, number] {
  const steps = [...counts].flatMap(([k, count]) => new Array<number>(count).fill(k - 1));
  const mean = steps.reduce((sum, step) => sum + step, 0) / total;
  const variance = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / (total - 1);
  return [mean, Math.sqrt(variance / total)];
}

describe('a drawn set', () => {
  it('is settled, and has every acting number at one of its steps', () => {
    const kinds = new Set<number>();
    for (let draw = 0; draw < 500; draw += 1) {
      const set = drawSet(doubts, 1, draw);
      expect(settled(doubts, set)).toEqual(set);
      kinds.add(set[0] as number);
      expect(set[4] === 0).toBe(set[0] === 1);
      expect(set[7]).toBeGreaterThan(0);
      expect(Math.max(...set)).toBeLessThanOrEqual(1001);
    }
    expect(kinds).toEqual(new Set([0, 1]));
  });

  it('is a function of seed and draw number alone', () => {
    const draw = drawerOf(doubts, 9);
    const forwards = Array.from({ length: 50 }, (_, at) => draw(at));
    const backwards = Array.from({ length: 50 }, (_, at) => drawSet(doubts, 9, 49 - at));
    expect(backwards.reverse()).toEqual(forwards);
    expect(drawSet(doubts, 10, 0)).not.toEqual(forwards[0]);
    expect(drawSet([], 0, 0)).toEqual([]);
  });

  it('a doubt added at the end changes no other', () => {
    for (let draw = 0; draw < 100; draw += 1) {
      const more = drawSet([...doubts, number(0n, 1n)], 2, draw);
      expect(more.slice(0, -1)).toEqual(drawSet(doubts, 2, draw));
    }
  });

  it('takes cases by their declared weights', () => {
    const weights = [rational(1n, 7n), rational(1n, 2n), rational(0n), rational(5n, 14n)];
    const counts = countsOf(reading(weights));
    weights.forEach(({ n, d }, chosen) => {
      const weight = Number(n) / Number(d);
      const error = Math.sqrt((weight * (1 - weight)) / total);
      expect(Math.abs((counts.get(chosen) ?? 0) / total - weight)).toBeLessThanOrEqual(4 * error);
    });
  });

  it('equal weights declared draw the same as none', () => {
    const third = rational(1n, 3n);
    const weighted = reading([third, third, third]);
    const draw = drawerOf([weighted], 0);
    const plain = drawerOf([{ ...weighted, weights: undefined }], 0);
    for (let at = 0; at < 200; at += 1) expect(draw(at)).toEqual(plain(at));
  });

  it('a common denominator beyond 2^53 is drawn exactly too', () => {
    const d = 10n ** 30n;
    const counts = countsOf(reading([rational(1n, d), rational(d - 1n, d)]));
    expect([...counts]).toEqual([[1, total]]);
    const third = countsOf(reading([rational(d / 3n, d), rational(d - d / 3n, d)]));
    expect(Math.abs((third.get(0) ?? 0) / total - 1 / 3)).toBeLessThan(0.014);
  });

  it('weights that do not add up to one are refused', () => {
    expect(() => drawSet([reading([rational(1n, 3n)])], 0, 0)).toThrow('add up to 1/3, not to one');
  });

  it('a uniform number takes each of its 1,001 values alike, both ends included', () => {
    const counts = countsOf(number(50n, 70n));
    expect(Math.min(...counts.keys())).toBe(1);
    expect(Math.max(...counts.keys())).toBe(1001);
    const [mean, error] = meanOf(counts);
    expect(Math.abs(mean - 500)).toBeLessThan(4 * error);
    const ends = (counts.get(1) ?? 0) + (counts.get(1001) ?? 0);
    expect(Math.abs(ends - (2 * total) / 1001)).toBeLessThan(4 * Math.sqrt((2 * total) / 1001));
  });

  it.each([0n, 20n, 50n, 100n])(
    'a triangular number with its mode at %s of 0 to 100 has the mean of its three numbers',
    (mode) => {
      const [mean, error] = meanOf(countsOf(number(0n, 100n, rational(mode))));
      expect(Math.abs(mean - (1000 + Number(mode) * 10) / 3)).toBeLessThan(4 * error + 0.01);
    },
  );

  it('a range of no width, or with its mode outside, is drawn or refused', () => {
    expect(drawSet([number(5n, 5n, rational(5n))], 0, 0)[0]).toBeGreaterThan(0);
    expect(() => drawSet([number(0n, 1n, rational(2n))], 0, 0)).toThrow('outside its range');
  });
});

describe('the triangular inverse', () => {
  it('is worked by hand: half of the mass of a symmetric one lies below its peak', () => {
    expect(triangularStep(0.5, 0.5)).toBe(500);
    // F(x) = 2x² below the peak: an eighth lies below a quarter, and seven below three quarters.
    expect(triangularStep(0.125, 0.5)).toBe(250);
    expect(triangularStep(0.875, 0.5)).toBe(750);
    expect(triangularStep(0.25, 1)).toBe(500);
    expect(triangularStep(0.75, 0)).toBe(500);
  });

  it('never falls, and comes to both ends', () => {
    for (const c of [0, 0.0005, 0.1, 1 / 3, 0.5, 0.9995, 1]) {
      const last = 2 ** 32 - 1;
      let before = triangularStep(0.5 / 2 ** 32, c);
      expect(before).toBe(0);
      for (let at = 1; at <= 5000; at += 1) {
        const step = triangularStep((Math.floor((at / 5000) * last) + 0.5) / 2 ** 32, c);
        expect(step).toBeGreaterThanOrEqual(before);
        before = step;
      }
      expect(before).toBe(1000);
    }
  });

  it('never falls where its two halves meet', () => {
    for (let c = 0.0005; c < 1; c += 0.001) {
      const near = [c - 1e-9, c - 1e-16, c, c + 1e-16, c + 1e-9].filter((u) => u > 0 && u < 1);
      const steps = near.map((u) => triangularStep(u, c));
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    }
  });
});
