import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import type { ConceptId } from '../analysis/stability/concept.js';
import { conceptOf } from '../analysis/stability/concepts.js';
import { dueStates, withoutCarryingOut } from '../analysis/stability/threats.js';
import { buildModel, defaultReadings } from '../core/model.js';
import type { ThreatVerdict } from './threat-findings.js';
import { judgeThreats, statesOfThreats } from './threats.js';

/**
 * M can fight, T can arm; today neither. M says: if T arms, M fights. States: 0 neither, 1 M fights,
 * 2 T arms, 3 both.
 */
const declared = (wants: { M: string; T: string }, more = '', fight = '{lever: M}') => `
detente: 1
title: small
parties: {M: Mara, T: Tom}
issues:
  fight: ${fight}
  arm: {lever: T}
${more}today: {fight: no, arm: no${more.includes('extra') ? ', extra: no' : ''}}
wants: {M: [${wants.M}], T: [${wants.T}]}
threats: {strike: {by: M, to: T, if: arm, then: {fight: yes}}}
`;

function judged(text: string, concept: ConceptId = 'firm'): ThreatVerdict {
  const theCase = caseOfText(text);
  const readings = defaultReadings(theCase);
  const model = buildModel(theCase);
  const deterrence = conceptOf(concept).deterrence(model);
  const starts = [model.space.today as number];
  const input = { model, readings, settings: [], concept, deterrence, starts };
  const [found] = judgeThreats(input).threats;
  if (!found) throw new Error('no threat');
  return found;
}

describe('a threat', () => {
  it('is credible and effective where both sides have their reasons', () => {
    // Fighting an armed T is what M wants; T would rather go unarmed than fight.
    const found = judged(declared({ M: 'fight iff arm', T: 'not fight, arm' }));
    expect(found).toMatchObject({ by: 'M', to: ['T'], due: 1, credible: 1 });
    expect(found.nearest).toMatchObject({
      state: 2,
      verdict: 'step',
      to: 3,
      gained: { by: 'wants', gained: [['wants', 'M', 0]] },
      reply: [],
      lost: null,
    });
    expect(found.believed).toMatchObject([
      {
        from: 0,
        verdict: 'effective',
        steps: [
          {
            party: 'T',
            to: 2,
            gained: { gained: [['wants', 'T', 1]] },
            carried: 3,
            isStopped: true,
            then: { lost: [['wants', 'T', 0]] },
          },
        ],
      },
    ]);
  });

  it('can be incredible and yet effective if believed: M would lose by it, T does not risk it', () => {
    const found = judged(declared({ M: 'not fight', T: 'not fight, arm' }));
    expect(found).toMatchObject({ due: 1, credible: 0 });
    expect(found.nearest).toMatchObject({
      verdict: 'not better',
      gained: null,
      lost: { by: 'wants', lost: [['wants', 'M', 0]] },
    });
    expect(found.believed).toMatchObject([{ verdict: 'effective' }]);
  });

  it('can be credible and yet ineffective: T arms all the same', () => {
    const found = judged(declared({ M: 'fight iff arm', T: 'arm, not fight' }));
    expect(found).toMatchObject({ due: 1, credible: 1 });
    expect(found.believed).toMatchObject([
      {
        verdict: 'not effective',
        steps: [{ to: 2, carried: 3, isStopped: false, then: { gained: [['wants', 'T', 0]] } }],
      },
    ]);
  });

  it('is not credible where carrying it out leaves its maker no better off than leaving it', () => {
    const found = judged(declared({ M: 'not arm', T: 'not fight, arm' }));
    expect(found).toMatchObject({ credible: 0, nearest: { verdict: 'not better', lost: null } });
  });

  // T can also hit back, and M minds that most.
  const hitBack = declared(
    { M: 'not extra, fight iff arm', T: 'extra iff fight, arm' },
    '  extra: {lever: T}\n',
  );

  it('is not credible where its maker would be deterred from carrying it out', () => {
    // From 2 M gains by fighting (3), but T could hit back (7): M would have lost the first want.
    const found = judged(hitBack);
    expect(found.nearest).toMatchObject({
      state: 2,
      verdict: 'answered',
      to: 3,
      gained: { gained: [['wants', 'M', 1]] },
      reply: [{ party: 'T', with: [], to: 7 }],
      lost: { lost: [['wants', 'M', 0]] },
    });
    expect(statesOfThreats([found])).toEqual(expect.arrayContaining([0, 2, 3, 7]));
  });

  it('is credible there under Nash, which knows no replies', () => {
    expect(judged(hitBack, 'nash').nearest).toMatchObject({ verdict: 'step' });
  });

  it('that cannot be carried out where it falls due is neither credible nor effective', () => {
    const barred = '{lever: M, blocked: [{by: M, when: arm, to: yes}]}';
    const found = judged(declared({ M: 'fight', T: 'not fight, arm' }, '', barred));
    expect(found).toMatchObject({ due: 1, credible: 0, nearest: { verdict: 'cannot', to: null } });
    expect(found.believed).toMatchObject([
      { verdict: 'not effective', steps: [{ to: 2, carried: 2, isStopped: false }] },
    ]);
  });

  it('has nothing to stop where no target would take the step anyway', () => {
    const found = judged(declared({ M: 'fight iff arm', T: 'not arm' }));
    expect(found.believed).toMatchObject([{ verdict: 'nothing to stop', steps: [] }]);
  });

  it('is told apart where its condition holds already', () => {
    const text = declared({ M: 'fight iff arm', T: 'not fight, arm' });
    const found = judged(text.replace('arm: no', 'arm: yes'));
    expect(found.believed).toMatchObject([{ from: 2, verdict: 'already so', steps: [] }]);
  });

  it('stops in part where it costs a target less than one of its ways into the condition gains', () => {
    const text = declared(
      { M: 'fight iff (arm or extra)', T: 'arm, not fight, extra' },
      '  extra: {lever: T}\n',
    ).replace('if: arm', 'if: arm or extra');
    const [belief] = judged(text).believed;
    expect(belief?.verdict).toBe('in part');
    expect(belief?.steps.map(({ to, isStopped }) => [to, isStopped])).toEqual([
      [2, false],
      [4, true],
      [6, false],
    ]);
  });

  it('counts a tie as stopped: with it carried out T is no better off than by staying', () => {
    const found = judged(declared({ M: 'fight', T: 'arm iff not fight' }));
    // At 0 T lacks its want; armed it has it; with M fighting it lacks it again.
    expect(found.believed).toMatchObject([
      { verdict: 'effective', steps: [{ to: 2, carried: 3, isStopped: true, then: null }] },
    ]);
  });
});

describe('a case', () => {
  it('falls due only where a target brings its condition about, not where it held already', () => {
    const theCase = caseOfText(`
detente: 1
title: small
parties: {M: Mara, T: Tom}
issues:
  fight: {lever: M}
  arm: {levels: [none, half, full], moves: [{by: T, from: none, to: half}, {by: T, from: half, to: full}]}
today: {fight: no, arm: none}
wants: {M: [not fight], T: [arm = full]}
threats: {strike: {by: M, to: T, if: arm >= half, then: {fight: yes}}}
`);
    const model = buildModel(theCase);
    const [threat] = theCase.threats;
    // Armed in full T can only come from armed by half, where the condition held.
    expect(threat && dueStates(model, threat)).toEqual([2]);
  });

  it('left uncarried, takes the threatened move from its maker only where the condition holds', () => {
    const theCase = caseOfText(declared({ M: 'fight iff arm', T: 'not fight, arm' }));
    const [threat] = theCase.threats;
    if (!threat) throw new Error('no threat');
    const { moves } = buildModel(withoutCarryingOut(theCase, threat));
    expect(moves.from(0, 0)).toEqual([1]);
    expect(moves.from(0, 2)).toEqual([]);
  });

  it('without threats has no verdicts on them, and one too large says so', () => {
    const levers = Array.from({ length: 15 }, (_, at) => `x${at}`);
    const large = caseOfText(`
detente: 1
title: large
parties: {M: Mara, T: Tom}
issues: {fight: {lever: M}, arm: {lever: T}, ${levers.map((id) => `${id}: {lever: T}`).join(', ')}}
wants: {M: [fight], T: [arm]}
threats: {strike: {by: M, to: T, if: arm, then: {fight: yes}}}
`);
    const model = buildModel(large);
    const common = { readings: [0, 0], settings: [], concept: 'firm' as const, starts: [] };
    const deterrence = conceptOf('nash').deterrence(model);
    expect(judgeThreats({ ...common, model, deterrence })).toEqual({
      threats: [],
      limits: [
        'The threats of the case were not judged: that takes at most 65,536 possible outcomes.',
      ],
    });
    const none = buildModel({ ...large, threats: [] });
    expect(judgeThreats({ ...common, model: none, deterrence })).toEqual({
      threats: [],
      limits: [],
    });
  });
});
