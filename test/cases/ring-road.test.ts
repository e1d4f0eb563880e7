import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { uncontrolled } from '../../src/core/report.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { deals } from '../../src/questions/deals.js';

const { case: theCase, diagnostics } = readCase(
  readFileSync(new URL('../../cases/examples/ring-road.yaml', import.meta.url), 'utf8'),
);

/** The points of the game once more, straight from the rows that a teacher would hand out. */
const rows = {
  city: [
    [25, 20, 0],
    [25, 18, 0],
    [20, 12, 0],
    [20, 14, 0],
    [10, 5],
  ],
  builder: [
    [15, 30, 20],
    [20, 14, 0],
    [0, 22, 35],
    [5, 5, 0],
    [10, 0],
  ],
  residents: [
    [30, 30, 0],
    [0, 25, 40],
    [30, 18, 0],
    [0, 0, 0],
    [0, 0],
  ],
  farmers: [
    [40, 0, 30],
    [0, 0, 0],
    [10, 6, 0],
    [0, 35, 50],
    [0, 0],
  ],
  reserve: [
    [0, 45, 50],
    [0, 10, 20],
    [0, 6, 10],
    [0, 0, 0],
    [0, 20],
  ],
} as const;
const thresholds = { city: 55, builder: 50, residents: 60, farmers: 40, reserve: 60 } as const;
const ids = Object.keys(rows) as (keyof typeof rows)[];

describe('the ring road', () => {
  it('has no flaw', () => {
    expect(diagnostics).toEqual([]);
  });

  it('has as many packages that pass, and that all accept, as a count by hand', () => {
    if (!theCase) throw new Error('flawed');
    let passing = 0;
    let unanimous = 0;
    for (let number = 0; number < 162; number += 1) {
      const levels = [3, 3, 3, 3, 2].map((radix, issue) => Math.floor(number / 3 ** issue) % radix);
      const accepting = ids.filter(
        (id) =>
          rows[id].reduce((sum, scores, issue) => sum + (scores[levels[issue] ?? 0] ?? 0), 0) >=
          thresholds[id],
      );
      const hasVetoes = accepting.includes('city') && accepting.includes('builder');
      if (hasVetoes && accepting.length >= 4) passing += 1;
      if (accepting.length === 5) unanimous += 1;
    }
    const report = deals.run(theCase, deals.defaults, uncontrolled);
    expect([passing, unanimous]).toEqual([30, 7]);
    expect(report.counts).toMatchObject({ deals: 162, acceptable: 30, acceptableToAll: 7 });
  });
});
