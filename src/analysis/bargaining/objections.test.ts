import { describe, expect, it } from 'vitest';
import { modelOfText } from '../../../test/small/small-cases.js';
import { groupsOf } from '../../core/model.js';
import { formatRational } from '../../core/rational.js';
import { acceptanceOf } from './acceptance.js';
import { type GroupReach, groupReach } from './group-reach.js';
import { standardsOf } from './group-standards.js';
import { noDealsOf } from './no-deal.js';
import { coreOf, excessOf, leastCoreOf, objectionsOf, rangeSharesOf } from './objections.js';

/** Each pair may sign, one pair at a time. States 0 none, 1 ab, 2 bc, 3 ca. */
const pairs = (...points: readonly (readonly [number, number, number])[]) =>
  modelOfText(`
parties: {A: A, B: B, C: C}
issues:
  ab: {agree: [A, B], levels: [none, some]}
  bc: {agree: [B, C], levels: [none, some]}
  ca: {agree: [C, A], levels: [none, some]}
today: {ab: none, bc: none, ca: none}
rules: [{never: "at least 2 of (ab, bc, ca)", why: one at a time}]
preferences:
${points
  .map(
    ([ab, bc, ca], party) =>
      `  ${'ABC'[party]}: {given: {points: {${[
        ['ab', ab],
        ['bc', bc],
        ['ca', ca],
      ]
        .map(([issue, score]) => `${issue}: {levels: {none: 0, some: ${score}}}`)
        .join(', ')}}}}`,
  )
  .join('\n')}
`);

function solved(model: ReturnType<typeof pairs>) {
  const [noDeal] = noDealsOf(model, [[0]]);
  if (!noDeal) throw new Error('there is a no deal');
  const standards = standardsOf(model, noDeal, acceptanceOf(model, noDeal));
  const reaches = groupsOf(3, 1).map((group) => groupReach(model, group, 'today') as GroupReach);
  const shares = rangeSharesOf(standards);
  const excess = (group: number, state: number) => {
    const value = excessOf(standards, reaches[group] as GroupReach, shares)(state);
    return value && formatRational(value);
  };
  const candidates = Int32Array.of(1, 2, 3);
  const least = leastCoreOf(
    reaches.slice(0, -1).map((reach) => excessOf(standards, reach, shares)),
    candidates,
  );
  return {
    excess,
    core: [
      ...coreOf(
        reaches.map((reach) => objectionsOf(standards, reach, model.payoffs)),
        candidates,
      ),
    ],
    least: { states: [...least.states], value: least.value && formatRational(least.value) },
  };
}

describe('the core', () => {
  it('is empty where each pair would rather have another, round the circle', () => {
    // Under ab B would rather sign with C, who has nothing.
    const { core, excess, least } = solved(pairs([4, 0, 1], [1, 4, 0], [0, 1, 4]));
    expect(core).toEqual([]);
    // Groups A, B, C, AB, AC, BC, ABC: at ab, BC gains 3 of 4 and 1 of 4.
    expect(excess(5, 1)).toBe('0.25');
    expect(excess(4, 1)).toBe('-0.75');
    expect(excess(0, 1)).toBeUndefined();
    expect(least).toEqual({ states: [1, 2, 3], value: '0.25' });
  });

  it('holds what no group would leave; no group of one can', () => {
    const { core, least } = solved(pairs([4, 0, 3], [4, 3, 0], [0, 1, 2]));
    expect(core).toEqual([1]);
    // Against ab both AC and BC would cost a member a quarter of its range; AB is even.
    expect(least).toEqual({ states: [1], value: '0' });
  });
});

describe('excess', () => {
  it('is exact where shares do not fit doubles', () => {
    const { excess } = solved(
      pairs([9007199254740991, 0, 1], [9007199254740881, 9007199254740880, 0], [0, 3, 2]),
    );
    expect(excess(5, 1)).toBe(formatRational({ n: -1n, d: 9007199254740881n }));
  });
});
