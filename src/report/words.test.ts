import { describe, expect, it } from 'vitest';
import { caseOfText, chicken, matchingPennies } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import type { HoldsOptions } from '../questions/holds-findings.js';
import { plainText } from './document.js';
import { wordsForHolds } from './holds-words.js';
import { capitalised, exitSentence } from './words.js';

function ask(theCase: Case, options: Partial<HoldsOptions> = {}) {
  const report = holds.run(theCase, { ...holds.defaults, ...options }, uncontrolled);
  return { report, words: wordsForHolds(theCase, report) };
}

/** Every way out of an outcome for a party, as sentences. */
function exits(theCase: Case, party: string, state: number, options?: Partial<HoldsOptions>) {
  const { report, words } = ask(theCase, options);
  const verdict = [
    ...report.verdicts,
    ...report.named.flatMap(({ nearest }) => nearest ?? []),
  ].find((one) => one.state === state);
  const reason = verdict?.reasons.find((one) => one.party === party);
  return (reason?.exits ?? []).map((exit) =>
    plainText(capitalised(exitSentence(words, reason as never, exit))),
  );
}

describe('an outcome is called', () => {
  const { words } = ask(villages);

  it('today where it is today', () => {
    expect(words.outcome(3)).toBe('today');
    expect(words.fullOutcome(3)).toBe('today');
    expect(words.description(3)).toBe('as today');
  });

  it('by the narrowest name that covers it', () => {
    // State 0 is the opening, one state, and sharing, four states.
    expect(words.outcome(0)).toBe('“the opening”');
    expect(words.fullOutcome(0)).toBe('“the opening”: the pump is shared and the road is open');
  });

  it('by a name and what sets it apart from that name’s nearest to today', () => {
    expect(words.outcome(2)).toBe('“sharing”');
    expect(words.outcome(4)).toBe('“sharing”, and the road is open and the treaty is signed');
  });

  it('by how it differs from today where it has no name', () => {
    expect(words.outcome(7)).toBe('the treaty is signed');
    expect(words.fullOutcome(7)).toBe('the treaty is signed');
  });

  it('by all its levels where there is no today', () => {
    const bare = caseOfText(`
detente: 1
title: small
parties: {P: P}
issues: {x: {by: P, levels: [low, high]}, y: {by: P, levels: [near, far]}}
`);
    expect(ask(bare).words.outcome(1)).toBe('x is high and y is near');
  });
});

describe('what a party could do', () => {
  const { words } = ask(villages);

  it('is told by the acts of the case, and otherwise by what would be so', () => {
    expect(words.acts(0, 1)).toBe('lock the pump');
    expect(words.acts(0, 2)).toBe('move so that the road is blocked');
    expect(words.acts(0, 7)).toBe(
      'lock the pump and move so that the road is blocked and the treaty is signed',
    );
  });

  it('names parties as the case calls them inside a sentence', () => {
    expect(words.party('North')).toBe('the village of Northfield');
    expect(words.parties(['North', 'South'])).toBe('the village of Northfield and Southam');
  });

  it('names wants by their labels, else in words', () => {
    expect(words.want(['wants', 'North', 0])).toBe('an open road');
    expect(words.want(['wants', 'North', 1])).toBe('the pump is locked');
  });
});

describe('a way out', () => {
  it('that is answered tells the reply and the want that would be lost', () => {
    expect(exits(villages, 'North', 0)).toEqual([
      'If the village of Northfield were to lock the pump, Southam could move so that the road is blocked and gain by it; the village of Northfield would have lost “an open road”.',
    ]);
  });

  it('that is not answered tells the want gained', () => {
    expect(exits(villages, 'North', 2)[0]).toBe(
      'The village of Northfield could lock the pump and would at once have “the pump is locked”; no reply would make it regret that.',
    );
  });

  it('under Nash leaves replies aside, and says so', () => {
    expect(exits(villages, 'North', 2, { concepts: ['nash'] })[0]).toBe(
      'The village of Northfield could lock the pump and would at once have “the pump is locked”; what others would do next is left aside.',
    );
  });

  it('under SIM speaks of moves at the same moment only', () => {
    expect(exits(villages, 'North', 2, { concepts: ['sim'] })[0]).toMatch(
      /; no move of others at the same moment would make it regret that\.$/,
    );
  });

  it.each(['gmr', 'smr'] as const)('under %s does not say that a reply gains', (concept) => {
    // B does not gain by answering: mutual refusal is the worst for both.
    const told = exits(chicken.case, 'A', 3, { concepts: [concept] });
    expect(told).toEqual([
      'If A were to move so that the answer on a is no, B could move so that the answer on b is no, whatever that would cost; A would have lost “the answer on a is yes and the answer on b is yes”, ranked higher.',
    ]);
  });

  it('that ends level with the start leaves the party no better off', () => {
    expect(exits(matchingPennies.case, 'A', 1, { concepts: ['seq'] })).toEqual([
      'If A were to move so that the answer on a is no, B could move so that the answer on b is yes and gain by it; A would be no better off than before.',
    ]);
  });

  it('that is met by moves at the same moment names no order of them', () => {
    expect(exits(chicken.case, 'A', 3, { concepts: ['sim'] })).toEqual([
      'If A were to move so that the answer on a is no, moves of others at the same moment would leave A no better off.',
    ]);
  });

  it('that takes a chain of replies tells them in order', () => {
    const chain = caseOfText(`
detente: 1
title: small
parties: {A: Ayland, B: Beeland, C: Ceeland}
issues:
  a: {label: the gate, by: A, levels: [shut, open]}
  x: {label: the level, levels: [low, middle, high], moves: [{by: B, from: low, to: middle}, {by: C, from: middle, to: high}]}
today: {a: shut, x: low}
wants:
  A: [x != high, a = open]
  B: [x >= middle or a = shut]
  C: [x = high or a = shut]
outcomes: {now: {when: a = shut and x = low}}
`);
    expect(exits(chain, 'A', 0, { concepts: ['seq'] })).toEqual([
      'If Ayland were to move so that the gate is open, Beeland could move so that the level is middle, then Ceeland could move so that the level is high, each gaining by its move; Ayland would have lost “the level is not high”.',
    ]);
  });

  const oneParty = (reading: string) =>
    caseOfText(`
detente: 1
title: small
parties: {P: Pland}
issues: {x: {label: the level, by: P, levels: [low, middle, high]}}
today: {x: low}
preferences: {P: {only: ${reading}}}
outcomes: {now: {when: x = low}}
`);

  it('by points tells the amounts', () => {
    expect(
      exits(oneParty('{points: {x: {weight: 50, levels: {low: 0, middle: 1, high: 0}}}}'), 'P', 0),
    ).toEqual([
      'Pland could move so that the level is middle and would at once go from 0 to 0.5 points; no reply would make it regret that.',
    ]);
  });

  it('by a ranking tells the entry that it reaches', () => {
    expect(exits(oneParty('{ranking: [x = high, x = low]}'), 'P', 0)).toEqual([
      'Pland could move so that the level is high and would at once have “the level is high”, ranked higher; no reply would make it regret that.',
    ]);
  });

  it('that gains several equally important wants joins them', () => {
    expect(exits(oneParty('{wants: [[x != low, x >= middle, x = high]]}'), 'P', 0)[0]).toMatch(
      /^Pland could move so that the level is high and would at once have “the level is not low”, “.*” and “the level is high”; no reply/,
    );
  });
});
