import { describe, expect, it } from 'vitest';
import { chicken, modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import { formatRational } from '../../core/rational.js';
import type { ConceptId } from './concept.js';
import { conceptOf } from './concepts.js';
import { marginsOf } from './margin.js';

function margins(model: Model, concept: ConceptId, party: number, state: number) {
  const deterrence = conceptOf(concept).deterrence(model)(party);
  return marginsOf(model, concept, deterrence, party, state);
}

function rungs(model: Model, concept: ConceptId, party: number, state: number) {
  const found = margins(model, concept, party, state)?.rungs;
  return found && [formatRational(found.margin), found.by];
}

// The prisoner's dilemma: A puts 2 (3) over 3 (2) over 0 (1) over 1 (0); state 3 is both co-operating.
describe('in the prisoner’s dilemma', () => {
  it('both co-operating is one rung above what each can make sure of under SEQ', () => {
    // Staying at 3: B would go to 1, rung 0. Going to 2: B would go to 0, rung 1, the better of the two.
    expect(rungs(prisonersDilemma, 'seq', 0, 3)).toEqual(['1', 2]);
    expect(rungs(prisonersDilemma, 'gmr', 0, 3)).toEqual(['1', 2]);
  });

  it('neither co-operating is just what each can make sure of: rungs 0 above, and still stable', () => {
    expect(rungs(prisonersDilemma, 'seq', 0, 0)).toEqual(['0', 0]);
    expect(rungs(prisonersDilemma, 'nash', 0, 0)).toEqual(['0', 0]);
  });

  it('without replies both co-operating is one rung short of what A can have at once', () => {
    expect(rungs(prisonersDilemma, 'nash', 0, 3)).toEqual(['-1', 2]);
  });

  it('neither co-operating is a rung from leaving, although staying already secures all it has', () => {
    const found = margins(prisonersDilemma, 'seq', 0, 0);
    // The one move leads to 1, the bottom rung.
    expect(found?.rungs.leaving).toEqual({
      margin: { n: 1n, d: 1n },
      security: { n: 0n, d: 1n },
      by: 1,
    });
  });

  it('SMR counts the best that A can still make of the reply', () => {
    // From 2 B goes to 0, where A's counter-move to 1 is worse: 1 rung secured of the 2 it has.
    expect(rungs(prisonersDilemma, 'smr', 0, 3)).toEqual(['1', 2]);
    expect(rungs(prisonersDilemma, 'sseq', 0, 3)).toEqual(['1', 2]);
  });

  it('SMR has nothing to measure where A has no improvement', () => {
    expect(rungs(prisonersDilemma, 'smr', 0, 2)).toBeUndefined();
  });

  it('SIM has no sequences, and so no margin', () => {
    expect(rungs(prisonersDilemma, 'sim', 0, 3)).toBeUndefined();
  });
});

describe('in chicken', () => {
  it('a clash is two rungs short: A can yield and be left there', () => {
    // A puts 2 over 3 over 1 over 0. From 0 it can move to 1, which B would not leave.
    expect(rungs(chicken, 'seq', 0, 0)).toEqual(['-1', 1]);
  });
});

describe('with points', () => {
  const model = modelOfText(`
parties: {P: Pia, Q: Quin}
issues:
  p: {by: P, levels: [low, high]}
  q: {by: Q, levels: [low, high]}
today: {p: low, q: low}
preferences:
  P: {scored: {points: {p: {levels: {low: 0, high: 1/3}}, q: {levels: {low: 10, high: 0.5}}}}}
  Q: {scored: {points: {q: {levels: {low: 0, high: 0}}}}}
`);

  it('the margin is an exact amount, beside the rungs', () => {
    // From low, low P can make sure of high, low under SEQ, since Q gains nothing by a reply.
    const found = margins(model, 'seq', 0, 0);
    const lead = { margin: { n: -1n, d: 3n }, security: { n: 31n, d: 3n }, by: 1 };
    expect(found?.points).toEqual({ ...lead, leaving: lead });
    expect(found?.rungs.margin).toEqual({ n: -1n, d: 1n });
  });

  it('any reply counts under GMR: Q can bring P down whatever P does', () => {
    const found = margins(model, 'gmr', 0, 0);
    // Secured: p = high and q = high, 1/3 + 1/2.
    expect(found?.points).toMatchObject({ security: { n: 5n, d: 6n }, by: 1 });
  });

  it('a party that ties everything has a margin of 0 rungs', () => {
    expect(rungs(model, 'gmr', 1, 0)).toEqual(['0', 0]);
  });
});

describe('a party that cannot move', () => {
  it('is not from leaving by any amount: only what staying secures can be said', () => {
    const model = modelOfText(`
parties: {P: Pia, Q: Quin}
issues: {p: {lever: P, irreversible: true}, q: {lever: Q}}
today: {p: yes, q: no}
wants: {P: [not q], Q: [not q]}
`);
    const found = margins(model, 'gmr', 0, 1);
    expect(found?.rungs).toMatchObject({ margin: { n: 1n, d: 1n }, by: 1 });
    expect(found?.rungs.leaving).toBeUndefined();
  });
});

describe('one party alone', () => {
  it('can make sure of its best in reach', () => {
    const model = modelOfText(`
parties: {P: Pia}
issues: {x: {by: P, levels: [low, middle, high]}}
today: {x: low}
wants: {P: [x = high]}
`);
    expect(rungs(model, 'firm', 0, 0)).toEqual(['-1', 2]);
    expect(rungs(model, 'firm', 0, 2)).toEqual(['0', 2]);
  });
});
