import { describe, expect, it } from 'vitest';
import { irreconcilable } from './irreconcilable.js';
import { acceptedByAll, withoutEach } from './without-each.js';

/** Who accepts each outcome, as bits of the parties, put as tables. */
const consentsOf = (parties: number, accepted: readonly (readonly number[])[]) => ({
  consents: Array.from({ length: parties }, (_, party) =>
    Uint8Array.from(accepted, (who) => (who.includes(party) ? 1 : 0)),
  ),
});

const found = (parties: number, accepted: readonly (readonly number[])[]) =>
  irreconcilable(consentsOf(parties, accepted), new Uint8Array(accepted.length).fill(1));

describe('irreconcilable groups', () => {
  it('are none where all accept something', () => {
    expect(found(2, [[0], [0, 1]])).toEqual({ groups: [], toDrop: [] });
  });

  it('are the smallest: two of three that never meet', () => {
    expect(found(3, [[0, 2], [1, 2], [2]])).toEqual({ groups: [[0, 1]], toDrop: [[0], [1]] });
  });

  it('may need all of them: every pair meets, never the three', () => {
    expect(
      found(3, [
        [0, 1],
        [1, 2],
        [0, 2],
      ]),
    ).toEqual({ groups: [[0, 1, 2]], toDrop: [[0], [1], [2]] });
  });

  it('may be one party that accepts nothing', () => {
    expect(found(2, [[1], []])).toEqual({ groups: [[0]], toDrop: [[0]] });
    expect(found(1, [[]])).toEqual({ groups: [[0]], toDrop: [[0]] });
  });

  it('are the group of nobody, whom no set meets, where there is no outcome', () => {
    expect(found(2, [])).toEqual({ groups: [[]], toDrop: [] });
    expect(irreconcilable(consentsOf(1, [[0]]), Uint8Array.of(0))).toEqual({
      groups: [[]],
      toDrop: [],
    });
  });

  it('are not given above a limit', () => {
    const accepted = [
      [0, 1],
      [2, 3],
      [0, 3],
      [1, 2],
    ];
    const all = new Uint8Array(4).fill(1);
    expect(irreconcilable(consentsOf(4, accepted), all)?.groups).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(irreconcilable(consentsOf(4, accepted), all, 1)).toBeUndefined();
  });
});

describe('without each', () => {
  it('counts what all the others accept, and what is lost by asking the one left out', () => {
    const accepted = [[0, 1, 2], [0, 1], [1, 2], [1, 2], [], [2]];
    const consents = consentsOf(3, accepted);
    const isAcceptable = Uint8Array.of(1, 0, 1, 0, 0, 0);
    expect(
      withoutEach(
        { ...consents, isAcceptable, isDeal: isAcceptable },
        Uint8Array.of(1, 1, 1, 1, 1, 0),
      ),
    ).toEqual({
      outcomes: 5,
      passing: 2,
      unanimous: 1,
      parties: [
        { accepted: 2, passing: 1, withoutIt: 3, lost: 2 },
        { accepted: 4, passing: 2, withoutIt: 1, lost: 0 },
        { accepted: 3, passing: 2, withoutIt: 2, lost: 1 },
      ],
    });
    expect(acceptedByAll(consents, [1, 2], new Uint8Array(6).fill(1))).toBe(3);
    expect(acceptedByAll(consents, [], new Uint8Array(6).fill(1))).toBe(6);
  });
});
