import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase, caseOf, is, issueOf } from '../../test/laws/arbitrary.js';
import type { Case, Control, Issue, Leave } from './case.js';
import { type Consent, never } from './consent.js';
import { rightsOf } from './rights.js';
import { buildSpace, levelsOf } from './space.js';

/** Parties P, Q, R and one issue of three levels, beside a context issue that conditions may read. */
function caseWith(
  control: Control,
  more?: Partial<Issue>,
  today: boolean | undefined = true,
): Case {
  return caseOf({
    parties: ['P', 'Q', 'R'],
    issues: [issueOf('x', 3, control, more), issueOf('season', 2, { kind: 'nobody' })],
    today: today ? [0, 0] : undefined,
    wants: [[], [], []],
  });
}

/** The changes a party alone, or a group, may make, as `from→to`. */
function changes(theCase: Case, who: number | readonly number[], season = 0): readonly string[] {
  const rights = rightsOf(theCase);
  return [0, 1, 2].flatMap((from) => {
    const targets =
      typeof who === 'number'
        ? rights.alone(who, 0, [from, season])
        : rights.together(who, 0, [from, season]);
    return targets.map((to) => `${from}→${to}`);
  });
}

const anyChange = ['0→1', '0→2', '1→0', '1→2', '2→0', '2→1'];
const agree = (alone: Leave['alone'], together = true): Control => ({
  kind: 'agree',
  parties: [0, 1],
  consent: undefined,
  leave: { alone, together },
});
const [P, Q, R] = [0, 1, 2];

describe('by', () => {
  it('lets its party bring the issue to any other level, and nobody else', () => {
    const theCase = caseWith({ kind: 'by', parties: [P] });
    expect(changes(theCase, P)).toEqual(anyChange);
    expect(changes(theCase, Q)).toEqual([]);
  });

  it('a list lets each of its parties do so alone', () => {
    const theCase = caseWith({ kind: 'by', parties: [P, R] });
    expect(changes(theCase, P)).toEqual(anyChange);
    expect(changes(theCase, Q)).toEqual([]);
    expect(changes(theCase, R)).toEqual(anyChange);
    expect(changes(theCase, [P, R])).toEqual(anyChange);
  });

  it('nobody gives no one a right, alone or together', () => {
    const theCase = caseWith({ kind: 'nobody' });
    expect(changes(theCase, P)).toEqual([]);
    expect(changes(theCase, [P, Q, R])).toEqual([]);
  });
});

describe('agree', () => {
  it('needs every signer to leave the first level and to change between agreed levels', () => {
    const theCase = caseWith(agree([]));
    expect(changes(theCase, P)).toEqual([]);
    expect(changes(theCase, [P, R])).toEqual([]);
    expect(changes(theCase, [P, Q])).toEqual(anyChange);
    expect(changes(theCase, [P, Q, R])).toEqual(anyChange);
  });

  it('with leave any lets each signer alone bring it back to the first level, no further', () => {
    const theCase = caseWith(
      agree([
        { party: P, to: 0 },
        { party: Q, to: 0 },
      ]),
    );
    expect(changes(theCase, P)).toEqual(['1→0', '2→0']);
    expect(changes(theCase, Q)).toEqual(['1→0', '2→0']);
    expect(changes(theCase, R)).toEqual([]);
  });

  it('with a list lets only those listed leave alone', () => {
    const theCase = caseWith(agree([{ party: Q, to: 0 }]));
    expect(changes(theCase, P)).toEqual([]);
    expect(changes(theCase, Q)).toEqual(['1→0', '2→0']);
  });

  it('with leave all can be ended by the signers together only', () => {
    const theCase = caseWith(agree([], true));
    expect(changes(theCase, P)).toEqual([]);
    expect(changes(theCase, [P, Q])).toContain('2→0');
  });

  it('with leave none is never ended, but still changes between agreed levels', () => {
    const theCase = caseWith(agree([], false));
    expect(changes(theCase, P)).toEqual([]);
    expect(changes(theCase, [P, Q, R])).toEqual(['0→1', '0→2', '1→2', '2→1']);
  });

  it('with a level to fall back to stops there, and only from above it', () => {
    const theCase = caseWith(agree([{ party: P, to: 1 }]));
    expect(changes(theCase, P)).toEqual(['2→1']);
    const four = caseOf({
      parties: ['P', 'Q'],
      issues: [issueOf('x', 4, agree([{ party: P, to: 2 }]))],
      today: [0],
      wants: [[], []],
    });
    expect([0, 1, 2, 3].map((level) => rightsOf(four).alone(P, 0, [level]))).toEqual([
      [],
      [],
      [],
      [2],
    ]);
  });

  it('in a case without a today has no level that means no agreement', () => {
    const theCase = caseWith(agree([], false), {}, false);
    expect(changes(theCase, P)).toEqual([]);
    expect(changes(theCase, [P, Q])).toEqual(anyChange);
  });
});

describe('irreversible', () => {
  it('up lets the level only rise, whoever moves it', () => {
    const theCase = caseWith({ kind: 'by', parties: [P] }, { irreversible: 'up' });
    expect(changes(theCase, P)).toEqual(['0→1', '0→2', '1→2']);
  });

  it('down lets the level only fall', () => {
    const theCase = caseWith({ kind: 'by', parties: [P] }, { irreversible: 'down' });
    expect(changes(theCase, P)).toEqual(['1→0', '2→0', '2→1']);
  });

  it('up outweighs leave: what is signed stays signed', () => {
    const theCase = caseWith(agree([{ party: P, to: 0 }]), { irreversible: 'up' });
    expect(changes(theCase, P)).toEqual([]);
    expect(changes(theCase, [P, Q])).toEqual(['0→1', '0→2', '1→2']);
  });

  it('down lets an agreement only be loosened', () => {
    const theCase = caseWith(agree([{ party: P, to: 0 }]), { irreversible: 'down' });
    expect(changes(theCase, P)).toEqual(['1→0', '2→0']);
    expect(changes(theCase, [P, Q])).toEqual(['1→0', '2→0', '2→1']);
  });

  it('up outweighs an explicit move down', () => {
    const moves = [
      { parties: [P], from: [2], to: [0], when: undefined },
      { parties: [P], from: [0], to: [2], when: is(1, 0) },
      { parties: [P], from: [1], to: [0], when: is(1, 0) },
    ];
    const theCase = caseWith({ kind: 'moves', moves }, { irreversible: 'up' });
    expect(changes(theCase, P)).toEqual(['0→2']);
  });
});

describe('moves', () => {
  it('are exactly the listed ones: each start with each end, for each party named', () => {
    const moves = [{ parties: [P, Q], from: [0, 1], to: [1, 2], when: undefined }];
    const theCase = caseWith({ kind: 'moves', moves });
    expect(changes(theCase, P)).toEqual(['0→1', '0→2', '1→2']);
    expect(changes(theCase, Q)).toEqual(['0→1', '0→2', '1→2']);
    expect(changes(theCase, R)).toEqual([]);
  });

  it('with a condition are there only where it holds, also when asked for again', () => {
    const moves = [{ parties: [P], from: [0], to: [1], when: is(1, 1) }];
    const rights = rightsOf(caseWith({ kind: 'moves', moves }));
    expect(rights.alone(P, 0, [0, 1])).toEqual([1]);
    expect(rights.alone(P, 0, [0, 0])).toEqual([]);
    expect(rights.alone(P, 0, [0, 1])).toEqual([1]);
  });
});

describe('blocked', () => {
  it('without a condition takes the level away at every outcome', () => {
    const blocked = [{ parties: [P], when: undefined, to: [2] }];
    const theCase = caseWith({ kind: 'by', parties: [P, Q] }, { blocked });
    expect(changes(theCase, P)).toEqual(['0→1', '1→0', '2→0', '2→1']);
    expect(changes(theCase, Q)).toEqual(anyChange);
  });

  it('with a condition takes it away only where that holds', () => {
    const blocked = [{ parties: [P], when: is(1, 1), to: [2] }];
    const theCase = caseWith({ kind: 'by', parties: [P] }, { blocked });
    expect(changes(theCase, P, 0)).toEqual(anyChange);
    expect(changes(theCase, P, 1)).toEqual(['0→1', '1→0', '2→0', '2→1']);
  });

  it('outweighs an explicit move', () => {
    const moves = [{ parties: [P], from: [0], to: [2], when: is(1, 1) }];
    const blocked = [{ parties: [P], when: undefined, to: [2] }];
    expect(changes(caseWith({ kind: 'moves', moves }, { blocked }), P, 1)).toEqual([]);
  });

  it('a signer that is blocked from a level cannot sign it either', () => {
    const blocked = [{ parties: [P], when: undefined, to: [2] }];
    const theCase = caseWith(agree([]), { blocked });
    expect(changes(theCase, [P, Q])).toEqual(['0→1', '1→0', '2→0', '2→1']);
  });

  it('an outsider that is blocked does not keep the signers from a level', () => {
    const blocked = [{ parties: [R], when: undefined, to: [2] }];
    expect(changes(caseWith(agree([]), { blocked }), [P, Q])).toEqual(anyChange);
  });

  it('a member that is blocked does not keep another member from a level', () => {
    const blocked = [{ parties: [P], when: undefined, to: [2] }];
    const theCase = caseWith({ kind: 'by', parties: [P, Q] }, { blocked });
    expect(changes(theCase, [P, Q])).toEqual(anyChange);
  });
});

describe('a group', () => {
  it('has the chains that its members’ changes make on one issue', () => {
    const moves = [
      { parties: [P], from: [0], to: [1], when: undefined },
      { parties: [Q], from: [1], to: [2], when: undefined },
    ];
    const theCase = caseWith({ kind: 'moves', moves });
    expect(changes(theCase, P)).toEqual(['0→1']);
    expect(changes(theCase, [P, Q])).toEqual(['0→1', '0→2', '1→2']);
    expect(changes(theCase, [P, R])).toEqual(['0→1']);
  });

  it('has chains through a change that only holds under a condition, where it holds', () => {
    const moves = [
      { parties: [P], from: [0], to: [1], when: is(1, 1) },
      { parties: [Q], from: [1], to: [2], when: undefined },
    ];
    const theCase = caseWith({ kind: 'moves', moves });
    expect(changes(theCase, [P, Q], 0)).toEqual(['1→2']);
    expect(changes(theCase, [P, Q], 1)).toEqual(['0→1', '0→2', '1→2']);
  });

  it('joins what it signs and how a member leaves', () => {
    const theCase = caseWith(agree([{ party: P, to: 1 }], false), {
      blocked: [{ parties: [Q], when: undefined, to: [1] }],
    });
    expect(changes(theCase, P)).toEqual(['2→1']);
    expect(changes(theCase, Q)).toEqual([]);
    // Signing 1 is barred to Q, yet 0→2 is signed and P brings 2→1.
    expect(changes(theCase, [P, Q])).toEqual(['0→1', '0→2', '1→2', '2→1']);
  });

  it('of one has the party’s own rights, whichever is asked for first', () => {
    const theCase = caseWith({
      kind: 'agree',
      parties: [P],
      consent: undefined,
      leave: { alone: [], together: true },
    });
    const rights = rightsOf(theCase);
    expect(rights.alone(P, 0, [0, 0])).toEqual([1, 2]);
    expect(rights.together([P], 0, [0, 0])).toEqual([1, 2]);
    expect(rights.alone(P, 0, [0, 0])).toEqual([1, 2]);
  });
});

describe('an agreement with a rule of consent', () => {
  const ruled = (consent: Consent, alone: Leave['alone'] = []): Control => ({
    kind: 'agree',
    parties: [P, Q, R],
    consent,
    leave: { alone, together: true },
  });
  const party = (index: number): Consent => ({ kind: 'party', party: index });
  const twoOfThree: Consent = { kind: 'atLeast', least: 2, of: [P, Q, R].map(party) };
  const always = { when: undefined };

  it('is signed by those whose consent is enough, and by nobody else', () => {
    const theCase = caseWith(ruled(twoOfThree));
    expect(changes(theCase, [P, R])).toEqual(anyChange);
    expect(changes(theCase, [P, Q, R])).toEqual(anyChange);
    expect(changes(theCase, [P])).toEqual([]);
    expect(changes(theCase, P)).toEqual([]);
  });

  it('is signed by one party alone where that is enough, as by a group of it alone', () => {
    const theCase = caseWith(
      ruled({ kind: 'any', of: [party(P), { kind: 'all', of: [party(Q), party(R)] }] }),
    );
    expect(changes(theCase, P)).toEqual(anyChange);
    expect(changes(theCase, [P])).toEqual(anyChange);
    expect(changes(theCase, Q)).toEqual([]);
    expect(rightsOf(theCase).mostTargets(P, 0)).toBe(2);
    expect(rightsOf(theCase).mostTargets(Q, 0)).toBe(0);
    expect(rightsOf(theCase).isTransitive).toBe(true);
  });

  it('joins what a party signs alone and how it leaves', () => {
    const blocked = [{ parties: [P], ...always, to: [1] }];
    const theCase = caseWith(ruled(party(P), [{ party: P, to: 0 }]), { blocked });
    expect(changes(theCase, P)).toEqual(['0→2', '1→0', '1→2', '2→0']);
    expect(changes(theCase, [P])).toEqual(['0→2', '1→0', '1→2', '2→0']);
  });

  it('does not count a signer for a level from which it is blocked; the others may do', () => {
    const blocked = [{ parties: [P], ...always, to: [2] }];
    const theCase = caseWith(ruled(twoOfThree), { blocked });
    expect(changes(theCase, [P, Q])).toEqual(['0→1', '1→0', '2→0', '2→1']);
    expect(changes(theCase, [Q, R])).toEqual(anyChange);
    expect(changes(theCase, [P, Q, R])).toEqual(anyChange);
  });

  it('does so where the condition of the block holds', () => {
    const blocked = [{ parties: [P], when: is(1, 1), to: [2] }];
    const theCase = caseWith(ruled(twoOfThree), { blocked });
    expect(changes(theCase, [P, Q], 0)).toEqual(anyChange);
    expect(changes(theCase, [P, Q], 1)).toEqual(['0→1', '1→0', '2→0', '2→1']);
    expect(changes(theCase, [Q, R], 1)).toEqual(anyChange);
    const alone = caseWith(ruled(party(P)), { blocked });
    expect(changes(alone, P, 0)).toEqual(anyChange);
    expect(changes(alone, P, 1)).toEqual(['0→1', '1→0', '2→0', '2→1']);
    expect(rightsOf(alone).isTransitive).toBe(false);
  });

  it('asks constituents in place of a party, and not where that party is blocked', () => {
    const blocked = [{ parties: [P], ...always, to: [2] }];
    const theCase = caseWith(agree([]), { blocked });
    const parties = theCase.parties.map((one, at) => ({
      ...one,
      consent: at === P ? party(R) : undefined,
    }));
    expect(changes({ ...theCase, parties }, [P, Q])).toEqual([]);
    expect(changes({ ...theCase, parties }, [Q, R])).toEqual(['0→1', '1→0', '2→0', '2→1']);
  });

  it('says whose consent signs a level: without the blocked, or by way of another level', () => {
    const blocked = [{ parties: [P], ...always, to: [1] }];
    const leave = [{ party: Q, to: 1 }];
    const rights = rightsOf(caseWith(ruled(twoOfThree, leave), { blocked }));
    expect(rights.consentToSign(0, 2, [0, 0])).toEqual(twoOfThree);
    const held = { kind: 'atLeast', least: 2, of: [never, party(Q), party(R)] };
    expect(rights.consentToSign(0, 1, [0, 0])).toEqual({
      kind: 'any',
      of: [held, { kind: 'all', of: [twoOfThree, party(Q)] }],
    });
    expect(rights.consentToSign(1, 1, [0, 0])).toEqual(never);
  });
});

describe('rights are transitive', () => {
  const isTransitive = (control: Control, more?: Partial<Issue>) =>
    rightsOf(caseWith(control, more)).isTransitive;
  const move = (from: number, to: number, when?: ReturnType<typeof is>) => ({
    parties: [P],
    from: [from],
    to: [to],
    when,
  });

  it('under by, irreversible, and agreements of every leave', () => {
    expect(isTransitive({ kind: 'by', parties: [P] })).toBe(true);
    expect(isTransitive({ kind: 'by', parties: [P] }, { irreversible: 'down' })).toBe(true);
    expect(isTransitive(agree([{ party: P, to: 1 }]))).toBe(true);
    expect(isTransitive(agree([{ party: P, to: 0 }], false))).toBe(true);
    expect(isTransitive({ kind: 'nobody' })).toBe(true);
  });

  it('under listed moves that hold every chain of their own', () => {
    expect(isTransitive({ kind: 'moves', moves: [move(0, 1)] })).toBe(true);
    expect(isTransitive({ kind: 'moves', moves: [move(0, 1), move(1, 0)] })).toBe(true);
    expect(isTransitive({ kind: 'moves', moves: [move(0, 1), move(1, 2), move(0, 2)] })).toBe(true);
  });

  it('under a block without a condition', () => {
    const blocked = [{ parties: [P], when: undefined, to: [2] }];
    expect(isTransitive({ kind: 'by', parties: [P] }, { blocked })).toBe(true);
  });

  it('not under listed moves with a gap in a chain', () => {
    expect(isTransitive({ kind: 'moves', moves: [move(0, 1), move(1, 2)] })).toBe(false);
  });

  it('not where a condition decides, on a move or on a block', () => {
    expect(isTransitive({ kind: 'moves', moves: [move(0, 1, is(1, 0))] })).toBe(false);
    const blocked = [{ parties: [P], when: is(1, 0), to: [2] }];
    expect(isTransitive({ kind: 'by', parties: [P] }, { blocked })).toBe(false);
  });

  it('not where one party of several falls short', () => {
    const moves = [
      { parties: [P], from: [0], to: [1], when: undefined },
      { parties: [Q], from: [0], to: [1], when: undefined },
      { parties: [Q], from: [1], to: [2], when: undefined },
    ];
    expect(isTransitive({ kind: 'moves', moves })).toBe(false);
  });
});

describe('the most levels a party may bring an issue to', () => {
  const most = (control: Control, more?: Partial<Issue>) => {
    const { mostTargets } = rightsOf(caseWith(control, more));
    return [P, Q, R].map((party) => mostTargets(party, 0));
  };

  it('is every other level under by, and none for another party', () => {
    expect(most({ kind: 'by', parties: [P, R] })).toEqual([2, 0, 2]);
    expect(most({ kind: 'nobody' })).toEqual([0, 0, 0]);
  });

  it('is taken at the level with the most, which a one-way issue has at its end', () => {
    expect(most({ kind: 'by', parties: [P] }, { irreversible: 'up' })).toEqual([2, 0, 0]);
    expect(most(agree([{ party: Q, to: 0 }]))).toEqual([0, 1, 0]);
  });

  it('counts a move under a condition, together with those without', () => {
    const move = (to: number, when: ReturnType<typeof is> | undefined) => ({
      parties: [P],
      from: [0],
      to: [to],
      when,
    });
    expect(most({ kind: 'moves', moves: [move(1, undefined)] })).toEqual([1, 0, 0]);
    expect(most({ kind: 'moves', moves: [move(1, undefined), move(2, is(1, 1))] })).toEqual([
      2, 0, 0,
    ]);
    // Twice the same change is one level.
    expect(most({ kind: 'moves', moves: [move(1, undefined), move(1, is(1, 1))] })).toEqual([
      1, 0, 0,
    ]);
  });

  it('is never below what there is at any outcome', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const rights = rightsOf(theCase);
        const space = buildSpace(theCase);
        for (let state = 0; state < space.size; state += 1) {
          const levels = levelsOf(space, state);
          theCase.parties.forEach((_, party) => {
            theCase.issues.forEach((__, issue) => {
              expect(rights.mostTargets(party, issue)).toBeGreaterThanOrEqual(
                rights.alone(party, issue, levels).length,
              );
            });
          });
        }
      }),
    );
  });
});
