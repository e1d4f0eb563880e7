import { describe, expect, it } from 'vitest';
import { caseOfText, matchingPennies } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import { buildModel, defaultReadings } from '../core/model.js';
import { uncontrolled } from '../core/report.js';
import type { Trap, TrapKind } from './trap-findings.js';
import { type TrapOptions, traps, trapsOf } from './traps.js';

const small = (text: string) => caseOfText(`detente: 1\ntitle: small\n${text}`);

function trapsIn(text: string, options: Partial<TrapOptions> = {}): readonly Trap[] {
  return traps.run(small(text), { ...traps.defaults, ...options }, uncontrolled).traps;
}

const ofKind = (found: readonly Trap[], kind: TrapKind) => found.filter((one) => one.kind === kind);

describe('a rule', () => {
  const forbidden = `
parties: {P: Pia}
issues: {x: {by: P, levels: [low, high]}}
today: {x: low}
rules: [{never: x = high}]
wants: {P: [x = high]}
outcomes: {present: x = low}
`;

  it('that alone keeps an outcome is named, with the move that it keeps from being made', () => {
    const [rule, ...more] = ofKind(trapsIn(forbidden), 'rule');
    expect(more).toEqual([]);
    expect(rule).toMatchObject({
      path: ['rules', 0],
      party: null,
      effect: 'holds',
      named: ['present'],
      states: [0],
      unnamed: 0,
      nearest: 0,
      move: { party: 'P', from: [0], to: [1], reply: [], lost: null },
    });
    expect(rule?.move?.gained).toMatchObject({ by: 'wants', gained: [['wants', 'P', 0]] });
  });

  it('is silent where the party would not go there anyway', () => {
    const content = forbidden.replace('[x = high]}', '[x = low]}');
    expect(ofKind(trapsIn(content), 'rule')).toEqual([]);
  });

  // Left of the rule: P takes p, and Q cannot answer with q, which is what the rule forbids.
  const disarmed = `
parties: {P: Pia, Q: Quin}
issues: {p: {lever: P}, q: {lever: Q}}
today: {p: no, q: no}
rules: [{never: p and q}]
wants: {P: [not (p and q), p], Q: [q iff p]}
`;

  it('that takes away the reply is why an outcome fails, with the reply that there would be', () => {
    const rules = ofKind(trapsIn(disarmed, { concept: 'seq' }), 'rule');
    const fails = rules.find(({ effect }) => effect === 'fails');
    expect(fails).toMatchObject({
      path: ['rules', 0],
      states: [0],
      unnamed: 1,
      move: {
        party: 'P',
        from: [0, 0],
        to: [1, 0],
        reply: [{ party: 'Q', with: [], to: [1, 1] }],
        lost: { by: 'wants', lost: [['wants', 'P', 0]] },
      },
    });
  });

  it('is looked at under the concept of the answer: Nash knows no replies', () => {
    const rules = ofKind(trapsIn(disarmed, { concept: 'nash' }), 'rule');
    expect(rules.filter(({ effect }) => effect === 'fails')).toEqual([]);
  });

  it('is told of one outcome alone where only that is asked about', () => {
    const theCase = small(forbidden);
    const model = buildModel(theCase);
    const readings = defaultReadings(theCase);
    const [rule] = trapsOf({ model, readings, settings: [], concept: 'firm', state: 0 }).traps;
    expect(rule).toMatchObject({ kind: 'rule', named: [], states: [0], unnamed: 1 });
  });
});

describe('an agreement that nobody can leave', () => {
  const bound = (leave: string) => `
parties: {A: Ann, B: Ben}
issues: {deal: {agree: [A, B], levels: [none, signed]${leave}}}
today: {deal: none}
wants: {A: [deal = none], B: [deal = signed]}
outcomes: {treaty: deal = signed}
`;

  it('holds its outcome for want of a way out: the signer who would take it is named', () => {
    expect(ofKind(trapsIn(bound(', leave: none')), 'agreement')).toMatchObject([
      {
        path: ['issues', 'deal', 'leave'],
        party: 'A',
        effect: 'holds',
        named: ['treaty'],
        states: [1],
        move: { party: 'A', from: [1], to: [0] },
      },
    ]);
  });

  it('is told under `irreversible` where that is what shuts it', () => {
    const [shut, ...more] = ofKind(trapsIn(bound(', irreversible: true')), 'agreement');
    expect(more).toEqual([]);
    expect(shut).toMatchObject({ path: ['issues', 'deal', 'irreversible'], party: 'A' });
  });

  it('is silent where each can leave', () => {
    expect(ofKind(trapsIn(bound('')), 'agreement')).toEqual([]);
    expect(ofKind(trapsIn(bound(', leave: [A]')), 'agreement')).toEqual([]);
  });

  it('leaves nobody able to act: all that would hold is told as such, and by party', () => {
    const found = trapsIn(bound(', leave: none'));
    expect(ofKind(found, 'nobody can act')).toMatchObject([
      { path: ['issues', 'deal'], party: null, states: [0, 1] },
    ]);
    expect(ofKind(found, 'no move anywhere')).toMatchObject([
      { path: ['parties', 'A'], party: 'A', states: [] },
      { path: ['parties', 'B'], party: 'B', states: [] },
    ]);
    expect(ofKind(found, 'no move here')).toEqual([]);
  });

  it('is no trap where it can be left: somebody can act once it is signed', () => {
    const found = trapsIn(bound('').replace('A: [deal = none]', 'A: [deal = signed]'));
    expect(ofKind(found, 'nobody can act')).toMatchObject([{ states: [0] }]);
    expect(ofKind(found, 'no move anywhere')).toEqual([]);
    expect(ofKind(found, 'no move here')).toEqual([]);
  });
});

describe('a lever that cannot be taken back', () => {
  const oneWay = (wants: string) => `
parties: {P: Pia, Q: Quin}
issues: {p: {lever: P, irreversible: true}, q: {lever: Q}}
today: {p: no, q: no}
wants: {P: [${wants}], Q: [not q]}
`;

  it('alone keeps an outcome that its owner would undo', () => {
    expect(ofKind(trapsIn(oneWay('not p')), 'one way')).toMatchObject([
      {
        path: ['issues', 'p', 'irreversible'],
        effect: 'holds',
        states: [1],
        move: { party: 'P', from: [1, 0], to: [0, 0] },
      },
    ]);
    expect(ofKind(trapsIn(oneWay('p')), 'one way')).toEqual([]);
  });

  it('leaves its owner without a move where the other still has one', () => {
    const found = trapsIn(oneWay('p'));
    expect(ofKind(found, 'no move here')).toMatchObject([
      { path: ['parties', 'P'], party: 'P', states: [1] },
    ]);
    expect(ofKind(found, 'nobody can act')).toEqual([]);
  });
});

describe('a line of `blocked`', () => {
  const blocked = (wants: string) => `
parties: {P: Pia, Q: Quin}
issues:
  p: {by: P, levels: [low, high], blocked: [{by: P, when: not q, to: high}]}
  q: {lever: Q}
today: {p: low, q: no}
wants: {P: [${wants}], Q: [not q]}
`;

  it('alone keeps an outcome that the party would leave', () => {
    expect(ofKind(trapsIn(blocked('p = high')), 'block')).toMatchObject([
      { path: ['issues', 'p', 'blocked', 0], effect: 'holds', states: [0] },
    ]);
    expect(ofKind(trapsIn(blocked('p = low')), 'block')).toEqual([]);
  });
});

describe('a want that never acts', () => {
  it('is told with the reason: settled before it, met always, met never', () => {
    const found = trapsIn(`
parties: {P: Pia}
issues: {x: {by: P, levels: [low, high]}}
today: {x: low}
wants: {P: [x = low or x = high, x = high, x = low, x = low and x = high]}
`);
    expect(
      ofKind(found, 'idle want').map(({ path, party, effect }) => [path.at(-1), party, effect]),
    ).toEqual([
      [0, 'P', 'always met'],
      [2, 'P', 'settled before'],
      [3, 'P', 'never met'],
    ]);
  });

  it('is not a want that idles only because the answer fixes its issue', () => {
    const { traps: found } = traps.run(
      villages,
      { ...traps.defaults, where: { road: 'open' } },
      uncontrolled,
    );
    expect(ofKind(found, 'idle want')).toEqual([]);
  });
});

describe('a reply that its maker would regret', () => {
  it('is all that holds matching pennies: each answer would be answered in turn', () => {
    const theCase = matchingPennies.case;
    const { traps: found } = traps.run(theCase, traps.defaults, uncontrolled);
    const regretted = ofKind(found, 'regretted reply');
    expect(regretted.flatMap(({ states }) => states).sort()).toEqual([0, 1, 2, 3]);
    // At 0 B would make the levers different; A would answer, but B could then undo that.
    const atZero = regretted.find(({ states }) => states.includes(0));
    expect(atZero).toMatchObject({
      party: 'A',
      move: { party: 'B', from: [0, 0], to: [0, 1], reply: [{ party: 'A', with: [], to: [1, 1] }] },
      regret: {
        party: 'A',
        from: [0, 1],
        to: [1, 1],
        reply: [{ party: 'B', with: [], to: [1, 0] }],
      },
    });
  });

  it('is not what holds an outcome that nobody wants to leave', () => {
    const { traps: found } = traps.run(villages, traps.defaults, uncontrolled);
    expect(found).toEqual([]);
  });
});

describe('what is left out', () => {
  it('is announced where the case is too large for a solve for each clause', () => {
    const levers = Array.from({ length: 17 }, (_, at) => `x${at}`);
    const found = traps.run(
      small(`
parties: {P: Pia}
issues: {${levers.map((id) => `${id}: {lever: P}`).join(', ')}}
today: {${levers.map((id) => `${id}: no`).join(', ')}}
rules: [{never: x0 and x1}]
wants: {P: [x0]}
`),
      traps.defaults,
      uncontrolled,
    );
    expect(found.traps).toEqual([]);
    expect(found.limits).toEqual([
      'What to check in the file was not worked out: that takes a solve for each rule and clause, and at most 262,144 outcomes in all of them together.',
    ]);
  });

  it('is announced where very many outcomes are held by a regretted reply', () => {
    const levers = Array.from({ length: 7 }, (_, at) => `x${at}`);
    // Matching pennies beside seven levers that matter to nobody: 4 × 2^7 outcomes.
    const found = traps.run(
      small(`
parties: {A: Ann, B: Ben, C: Cat}
issues: {a: {lever: A}, b: {lever: B}, ${levers.map((id) => `${id}: {lever: C}`).join(', ')}}
today: {a: no, b: no, ${levers.map((id) => `${id}: no`).join(', ')}}
wants: {A: [a iff b], B: [not (a iff b)]}
`),
      traps.defaults,
      uncontrolled,
    );
    const told = ofKind(found.traps, 'regretted reply').flatMap(({ states }) => states);
    expect(told).toHaveLength(200);
    expect(told).toContain(0);
    expect(found.limits).toEqual([
      'Of the 512 outcomes held only by a reply that its maker would regret, the 200 nearest to today were looked at.',
    ]);
  });

  it('is announced where the work is stopped', () => {
    const theCase = small(`
parties: {P: Pia}
issues: {x: {by: P, levels: [low, high]}}
today: {x: low}
rules: [{never: x = high}]
wants: {P: [x = high]}
`);
    const stopped = { progress: () => {}, stopped: () => true };
    const found = traps.run(theCase, traps.defaults, stopped);
    expect(ofKind(found.traps, 'rule')).toEqual([]);
    expect(found.limits).toEqual([
      'One of the rules and clauses of the file was not lifted to see what hangs on it: the work was stopped.',
    ]);
  });
});
