import { describe, expect, it } from 'vitest';
import { modelOfText } from '../../../test/small/small-cases.js';
import { consentOfAll } from '../../core/consent.js';
import { buildModel, type Model } from '../../core/model.js';
import { formatRational } from '../../core/rational.js';
import { levelsOf, stateWith } from '../../core/space.js';
import { consentAt } from './consent-at.js';
import { gapOver } from './gap.js';
import { linkageOf, linkageValue } from './linkage.js';
import { noDealsOf } from './no-deal.js';
import { packagesOf, type TrackGroup, trackZone } from './track-packages.js';
import { type Tracks, type TrackWorld, tracksOn } from './track-sequence.js';
import { tradeOf } from './trades.js';

/** Issues x and y of two levels each, not done and done, and three parties. */
const small = (wants: string, more = '') =>
  modelOfText(`
parties: {P: Pia, Q: Quin, R: Ray}
issues:
  x: {agree: [P, Q], leave: none, levels: [none, done]}
  y: {agree: [Q, R], leave: none, levels: [none, done]}
today: {x: none, y: none}
${wants}
${more}
`);

const x: TrackGroup = { parties: [0, 1], issues: [0] };
const y: TrackGroup = { parties: [1, 2], issues: [1] };

function worldOf(model: Model, more: Partial<TrackWorld> = {}): Tracks {
  return tracksOn({
    model,
    today: model.space.today as number,
    endsAfter: (state) => [[state]],
    mostTies: 20,
    ...more,
  });
}

const levels = (model: Model, states: readonly number[]) =>
  states.map((state) => levelsOf(model.space, state).join(''));

const ways = (model: Model, sequence: ReturnType<Tracks['inSequence']>) =>
  sequence.branches.map(({ state }) => levelsOf(model.space, state).join(''));

// P and Q trade x against y: each loses by the one and gains more by the other.
const logrolling = (more = '') =>
  modelOfText(`
parties: {P: Pia, Q: Quin}
issues:
  x: {agree: [P, Q], levels: [none, done]}
  y: {agree: [P, Q], levels: [none, done]}
today: {x: none, y: none}
wants:
  P: [x = done, y = none]
  Q: [y = done, x = none]
${more}
`);
const both = [0, 1];

describe('the zone of a track', () => {
  it('is empty for each of two tracks that together have a deal', () => {
    const model = logrolling();
    const tracks = worldOf(model);
    const first = { parties: both, issues: [0] };
    const second = { parties: both, issues: [1] };
    expect(tracks.solve(first, 0).zone).toMatchObject({ packages: [1], zone: [], acceptable: [] });
    expect(tracks.solve(second, 0).zone).toMatchObject({ packages: [2], zone: [] });
    const linked = linkageOf(tracks, first, second);
    expect(linked).toMatchObject({
      unlinked: [],
      onlyLinked: [3],
      bestLinked: [3],
      bestUnlinked: [],
    });
    expect(linked.joint.outcomes).toEqual([3]);
    expect(linked.joint.solutionName).toBe('fallback');
  });

  it('names who refuses a package', () => {
    const zone = trackZone(
      logrolling(),
      { parties: both, issues: [0] },
      [0],
      noDealsOf(logrolling(), [[0]]),
    );
    expect(zone.refusing(1)).toEqual([1]);
  });

  it('asks nobody outside the track', () => {
    // R loses by x, and has no part in it.
    const model = small('wants: {P: [x = done], Q: [x = done], R: [x = none]}');
    expect(worldOf(model).solve(x, 0).zone.zone).toEqual([1]);
  });

  it('is empty where the parties have no right on the issues', () => {
    const model = small('wants: {P: [x = done], Q: [x = done], R: [x = done]}');
    const found = worldOf(model).solve({ parties: [0, 2], issues: [0, 1] }, 0);
    expect(found.zone.packages).toEqual([]);
    expect(found.outcomes).toEqual([]);
  });

  it('leaves out no deal itself and what one party could do alone', () => {
    const model = modelOfText(`
parties: {P: Pia, Q: Quin}
issues: {x: {agree: [P, Q], levels: [none, done]}, p: {lever: P}}
today: {x: none, p: no}
wants: {P: [x = done, p = yes], Q: [x = done]}
`);
    const { zone } = worldOf(model).solve({ parties: both, issues: [0, 1] }, 0);
    expect(zone.acceptable).toEqual([1, 2, 3]);
    expect(zone.zone).toEqual([1, 3]);
    // Where things go to p = yes by themselves, that is no deal and so no package of the zone either.
    const after = worldOf(model, { endsAfter: () => [[2]] }).solve(
      { parties: both, issues: [0, 1] },
      0,
    );
    expect(after.zone.zone).toEqual([1, 3]);
    expect(after.zone.acceptable).toEqual([1, 2, 3]);
  });

  it('stops at a red line, whoever gains', () => {
    const model = modelOfText(`
parties: {P: Pia, Q: Quin}
issues: {x: {agree: [P, Q], levels: [none, half, done]}}
today: {x: none}
preferences:
  P: {only: {wants: [x = done], red_lines: [x = done]}}
  Q: {only: {wants: [x != none]}}
`);
    expect(worldOf(model).solve({ parties: both, issues: [0] }, 0).zone.acceptable).toEqual([1]);
  });
});

describe('one track after the other', () => {
  it('has no second deal where the first took away what it was wanted for', () => {
    // Q wants either of the two, and nothing more.
    const model = small(
      'wants: {P: [x = done], Q: [x = done or y = done, y = none, x = done], R: [y = done]}',
    );
    const tracks = worldOf(model);
    expect(tracks.solve(y, 0).zone.zone).toEqual([2]);
    expect(tracks.solve(y, 1).zone.zone).toEqual([]);
    expect(ways(model, tracks.inSequence(x, y, 'asTheyCome'))).toEqual(['10']);
    // The other way round x stays: with y done already Q would still have it.
    expect(ways(model, tracks.inSequence(y, x, 'asTheyCome'))).toEqual(['11']);
  });

  it('is not begun where the second would undo the gain', () => {
    // With x done P and R would do y, which Q likes least of all.
    const model = modelOfText(`
parties: {P: Pia, Q: Quin, R: Ray}
issues:
  x: {agree: [P, Q], leave: none, levels: [none, done]}
  y: {agree: [P, R], leave: none, levels: [none, done]}
today: {x: none, y: none}
wants:
  P: [x = done, y = done iff x = done]
  Q: [y = none, x = done]
  R: [y = done iff x = done]
`);
    const other = { parties: [0, 2], issues: [1] };
    const tracks = worldOf(model);
    const come = tracks.inSequence(x, other, 'asTheyCome');
    expect(ways(model, come)).toEqual(['11']);
    const foreseen = tracks.inSequence(x, other, 'foreseeing');
    expect(foreseen.stopped).toEqual([{ state: 1, by: [1] }]);
    expect(foreseen.branches).toEqual([
      { first: undefined, second: undefined, state: 0, ends: [[0]] },
    ]);
  });

  it('carries every tie', () => {
    const model = modelOfText(`
parties: {P: Pia, Q: Quin}
issues:
  x: {agree: [P, Q], levels: [none, red, blue]}
  y: {agree: [P, Q], levels: [none, done]}
today: {x: none, y: none}
wants: {P: [x != none, if x = red then y = done], Q: [x != none, if x = red then y = done]}
`);
    const tracks = worldOf(model);
    const first = { parties: both, issues: [0] };
    const second = { parties: both, issues: [1] };
    // Red alone breaks the second want, so blue it is.
    expect(levels(model, tracks.solve(first, 0).outcomes)).toEqual(['20']);
    const equal = modelOfText(`
parties: {P: Pia, Q: Quin}
issues:
  x: {agree: [P, Q], levels: [none, red, blue]}
  y: {agree: [P, Q], levels: [none, done]}
today: {x: none, y: none}
wants: {P: [x != none, y = done], Q: [x != none, y = done]}
`);
    const tied = worldOf(equal);
    expect(ways(equal, tied.inSequence(first, second, 'asTheyCome'))).toEqual(['11', '21']);
    expect(tied.inSequence(first, second, 'asTheyCome').isWhole).toBe(true);
    const cut = worldOf(equal, { mostTies: 1 }).inSequence(first, second, 'asTheyCome');
    expect(ways(equal, cut)).toEqual(['11']);
    expect(cut.isWhole).toBe(false);
  });

  it('leaves a first track open that has no deal, and goes on to the second', () => {
    const model = small('wants: {P: [x = none], Q: [y = done], R: [y = done]}');
    const { branches } = worldOf(model).inSequence(x, y, 'asTheyCome');
    expect(branches).toEqual([{ first: undefined, second: 2, state: 2, ends: [[2]] }]);
  });

  it('compares the second track with where things go after the first', () => {
    // Once x is done things go to x and y by themselves, so that y is no deal any more.
    const model = small('wants: {P: [x = done], Q: [x = done, y = done], R: [y = done]}');
    const tracks = worldOf(model, { endsAfter: (state) => [[state === 1 ? 3 : state]] });
    expect(tracks.noDealsAt(1)[0]?.end).toEqual([3]);
    expect(tracks.solve(y, 1).zone).toMatchObject({ acceptable: [3], zone: [] });
  });

  it('moves a no deal given as a number by what closing a track changes', () => {
    const model = modelOfText(`
parties: {P: Pia, Q: Quin}
issues: {x: {agree: [P, Q], levels: [none, done]}}
today: {x: none}
preferences:
  P: {only: {points: {x: {levels: {none: 10, done: 30}}}, no_deal: {value: 12, from: judgement}}}
  Q: {only: {wants: [x = done], no_deal: today}}
`);
    const [noDeal] = worldOf(model).noDealsAt(1);
    expect(noDeal?.parties[0]).toEqual({ kind: 'number', value: { n: 32n, d: 1n }, states: [] });
    expect(noDeal?.parties[1]).toEqual({ kind: 'today', states: [1] });
  });
});

describe('linking two tracks', () => {
  const pointed = (more = '') =>
    modelOfText(`
parties: {P: Pia, Q: Quin}
issues:
  x: {agree: [P, Q], levels: [none, done]}
  y: {agree: [P, Q], levels: [none, done]}
today: {x: none, y: none}
preferences:
  P: {only: {points: {x: {levels: {none: 0, done: 10}}, y: {levels: {none: 4, done: 0}}}}}
  Q: {only: {points: {x: {levels: {none: 3, done: 0}}, y: {levels: {none: 0, done: 9}}}}}
${more}
`);
  const first = { parties: both, issues: [0] };
  const second = { parties: both, issues: [1] };

  it('gains what the trade is worth, by the trades it names', () => {
    const model = pointed();
    const tracks = worldOf(model);
    const linked = linkageOf(tracks, first, second);
    expect(linked.onlyLinked).toEqual([3]);
    expect(linked.joint.solutionName).toBe('kalaiSmorodinsky');
    const [noDeal] = tracks.noDealsAt(0);
    if (!noDeal) throw new Error('no deal is missing');
    // P: 10 − 4 = 6; Q: 9 − 3 = 6.
    const value = linkageValue(tracks, first, second, linked.joint, noDeal);
    expect(value && formatRational(value.gain)).toBe('12');
    const trade = tradeOf(model, 0, 0, 3);
    expect(trade.issues.map(({ issue, change }) => [issue, formatRational(change)])).toEqual([
      [0, '10'],
      [1, '-4'],
    ]);
    expect(trade.gained).toEqual([]);
    expect(trade.lost).toEqual([]);
  });

  it('measures the gap in shares of the range over the whole case', () => {
    const model = pointed();
    const [noDeal] = noDealsOf(model, [[0]]);
    if (!noDeal) throw new Error('no deal is missing');
    // x alone: P gains 10 of 14, Q is 3 of 12 short. Together: P gains 6 of 14, Q 6 of 12.
    const alone = gapOver(model, both, [1], noDeal);
    expect(alone.gap && formatRational(alone.gap)).toBe('0.25');
    const together = gapOver(model, both, [0, 1, 2, 3], noDeal);
    expect(together.gap && formatRational(together.gap)).toBe('-3/7');
    expect(together.states).toEqual([3]);
    // No deal itself would have the gap 0.
    expect(gapOver(model, both, [0], noDeal).gap).toBeUndefined();
    expect(gapOver(model, [], [3], noDeal).gap).toBeUndefined();
  });

  it('leaves a party without a range out of the gap; has none where one lacks points; names both', () => {
    const model = modelOfText(`
parties: {P: Pia, Q: Quin, R: Ray}
issues: {x: {agree: [P, Q], levels: [none, done]}}
today: {x: none}
preferences:
  P: {only: {points: {x: {levels: {none: 1, done: 0}}}}}
  Q: {only: {points: {x: {levels: {none: 5, done: 5}}}}}
  R: {only: {wants: [x = done]}}
`);
    const [noDeal] = noDealsOf(model, [[0]]);
    if (!noDeal) throw new Error('no deal is missing');
    const found = gapOver(model, [0, 1], [1], noDeal);
    expect(found).toMatchObject({ leftOut: [1], lacking: [], states: [1] });
    expect(gapOver(model, [0, 1, 2], [1], noDeal)).toEqual({
      gap: undefined,
      states: [],
      leftOut: [],
      lacking: [2],
    });
    expect(found.gap && formatRational(found.gap)).toBe('1');
  });

  it('counts no combination that a rule forbids', () => {
    // Each alone is a deal, but not both.
    const model = small(
      'wants: {P: [x = done], Q: [x = done, y = done], R: [y = done]}',
      'rules: [{never: x = done and y = done}]',
    );
    const tracks = worldOf(model);
    const linked = linkageOf(tracks, x, y);
    expect(levels(model, linked.unlinked)).toEqual(['10', '01']);
    expect(linked.onlyLinked).toEqual([]);
    expect(stateWith(model.space, [1, 1])).toBe(-1);
    expect(ways(model, tracks.inSequence(x, y, 'asTheyCome'))).toEqual(['10']);
    expect(ways(model, tracks.inSequence(y, x, 'asTheyCome'))).toEqual(['01']);
  });

  it('lets an issue of both tracks be changed in either', () => {
    const model = small('wants: {P: [x = done], Q: [x = done, y = done], R: [y = done]}');
    const tracks = worldOf(model);
    const wide = { parties: [0, 1, 2], issues: [0, 1] };
    const linked = linkageOf(tracks, x, wide);
    expect(levels(model, linked.unlinked)).toEqual(['10', '01', '11']);
    expect(linked.onlyLinked).toEqual([]);
  });

  it('is closed where the constituents of a party gain, who has no preferences of its own', () => {
    const plain = modelOfText(`
parties: {P: Pia, Q: Quin, R: Ray}
issues: {x: {agree: [P, Q], levels: [none, done]}}
today: {x: none}
wants: {Q: [x = done], R: [x = done]}
`).case;
    const model = buildModel({
      ...plain,
      parties: plain.parties.map((party, at) =>
        at === 0 ? { ...party, consent: consentOfAll([2]) } : party,
      ),
    });
    const { outcomes, solutions } = worldOf(model).solve({ parties: both, issues: [0] }, 0);
    expect(outcomes).toEqual([1]);
    expect(solutions.map(({ lacking }) => lacking)).toEqual([[1, 2]]);
  });

  it('asks a party with constituents through them', () => {
    const plain = modelOfText(`
parties: {P: Pia, Q: Quin, R: Ray}
issues: {x: {agree: [P, Q], levels: [none, done]}}
today: {x: none}
wants: {P: [x = done], Q: [x = done], R: [x = none]}
`).case;
    const model = buildModel({
      ...plain,
      parties: plain.parties.map((party, at) =>
        at === 0 ? { ...party, consent: consentOfAll([0, 2]) } : party,
      ),
    });
    const [noDeal] = noDealsOf(model, [[0]]);
    if (!noDeal) throw new Error('no deal is missing');
    expect(consentAt(model, noDeal)(2, 1)).toBe(false);
    expect(consentAt(model, noDeal)(0, 1)).toBe(true);
    expect(packagesOf(model, { parties: both, issues: [0] }, 0)).toEqual([1]);
    const { zone } = worldOf(model).solve({ parties: both, issues: [0] }, 0);
    expect(zone.zone).toEqual([]);
    expect(zone.refusing(1)).toEqual([2]);
  });
});
