import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseOfText, modelOfText } from '../../test/small/small-cases.js';
import { buildModel, type Model } from '../core/model.js';
import { uncontrolled } from '../core/report.js';
import { dealSettingFrom, dealSettingOf } from './deal-setting.js';
import type { GroupsAgainst } from './group-findings.js';
import { groupFindings, statesOfGroups } from './groups.js';

/** A and B may sign; C holds a lever; X has no part in anything. Bit 0 is the pact, 1 C's lever. */
const small = `
parties: {A: A, B: B, C: C, X: X}
issues:
  pact: {agree: [A, B], levels: [none, signed]}
  c: {lever: C}
today: {pact: none, c: no}
tracks: {talks: {label: the talks, parties: [A, B], issues: [pact]}}
preferences:
  A: {given: {wants: [not c, pact], points: {pact: {levels: {none: 0, signed: 30}}, c: {levels: {no: 70, yes: 0}}}}}
  B: {given: {wants: [pact], points: {pact: {levels: {none: 0, signed: 1}}}}}
  C: {given: {wants: [not pact, c]}}
  X: {given: {wants: [c]}}
`;

function asked(
  model: Model,
  options: { with?: readonly string[]; without?: readonly string[] } = {},
) {
  const setting = dealSettingOf(model, { concept: 'firm', replies: 'alone', noDeal: 'today' });
  if (!setting) throw new Error('nobody stopped the work');
  const limits: string[] = [];
  const found = groupFindings(
    setting,
    { with: options.with ?? [], without: options.without ?? [] },
    uncontrolled,
    limits,
  );
  if (!found) throw new Error('nobody stopped the work');
  return { found, limits, first: found.against[0] as GroupsAgainst };
}

describe('by whom, without whom', () => {
  it('counts for each party, lists tracks and pairs once, and asks about nobody', () => {
    const { first, limits, found } = asked(modelOfText(small));
    expect(limits).toEqual([]);
    // C takes no pact; A no lever; states 1 pact, 2 lever, 3 both.
    expect(first).toMatchObject({
      outcomes: 3,
      unanimous: 0,
      // The pact, which A and B would sign, and the lever, which is C's own.
      passing: 2,
      irreconcilable: [['A', 'C']],
      toDrop: [['A'], ['C']],
      all: null,
      asked: [],
    });
    expect(
      first.parties.map(({ party, isAtTable, power: _, ...row }) => [party, isAtTable, row]),
    ).toEqual([
      ['A', true, { accepted: 1, passing: 1, withoutIt: 1, lost: 1 }],
      ['B', true, { accepted: 3, passing: 2, withoutIt: 0, lost: 0 }],
      ['C', true, { accepted: 1, passing: 1, withoutIt: 1, lost: 1 }],
      ['X', false, { accepted: 3, passing: 2, withoutIt: 0, lost: 0 }],
    ]);
    expect(first.groups.map(({ track, parties }) => [track, parties])).toEqual([
      ['talks', ['A', 'B']],
      [null, ['A', 'C']],
      [null, ['B', 'C']],
    ]);
    expect(first.groups[0]).toMatchObject({
      accepted: 1,
      alone: {
        // Each answer of C is to pull its lever: A is then 40 of 100 short.
        today: { zone: 1, joint: 1, gap: { value: -0.3, states: [1], count: 1 } },
        reply: { zone: 0, joint: 0, gap: { value: 0.4, states: [1], count: 1 } },
        worst: { zone: 0, joint: 0, gap: { value: 0.4, states: [1], count: 1 } },
      },
    });
    expect(statesOfGroups(found)).toEqual([1]);
  });

  it('answers in full for the group named and for those left', () => {
    const { first, found } = asked(modelOfText(small), { with: ['B', 'A'], without: ['A'] });
    expect(first.asked.map(({ asked: kind, parties, others }) => [kind, parties, others])).toEqual([
      ['with', ['A', 'B'], ['C']],
      ['without', ['B', 'C'], ['A']],
    ]);
    const [pair] = first.asked;
    expect(
      pair?.responses.map(({ response, packages, zone }) => [response, packages, zone]),
    ).toEqual([
      ['today', 2, 1],
      ['reply', 2, 0],
      ['worst', 2, 0],
    ]);
    expect(pair?.packages).toEqual([
      {
        state: 1,
        why: 'nash',
        answered: [3],
        signers: ['A', 'B'],
        blockers: [],
        harmed: [
          {
            party: 'C',
            isBelowNoDeal: true,
            isBelowToday: true,
            lost: {
              by: 'wants',
              place: 0,
              gained: [],
              lost: [['preferences', 'C', 'given', 'wants', 0]],
            },
            undo: { to: 3, signers: ['A'] },
          },
        ],
      },
    ]);
    expect(first.all).toMatchObject({ parties: ['A', 'B', 'C'], accepted: 0, nash: null });
    expect(statesOfGroups(found)).toContain(3);
  });

  it('asks once where both name the same group, and says nothing for nobody', () => {
    const { first } = asked(modelOfText(small), { with: ['A', 'B'], without: ['C'] });
    expect(first.asked).toHaveLength(1);
    const nobody = asked(modelOfText(small), { without: ['A', 'B', 'C'] }).first;
    expect(nobody.asked).toMatchObject([{ parties: [], packages: [] }]);
    expect(nobody.asked[0]?.responses[0]).toMatchObject({
      packages: 1,
      zone: 0,
      gap: { value: null },
    });
  });

  it('puts power under the rule of the case beside it; a party stands for its constituents', () => {
    const model = modelOfText(`
parties: {A: A, U: {name: U, consent: {all: [V, W]}}, V: V, W: W}
consent: {all: [A, {any: [U, W]}]}
issues: {pact: {agree: [A, U, W], levels: [none, signed]}}
today: {pact: none}
wants: {A: [pact], U: [not pact], V: [pact], W: [pact]}
`);
    const { first } = asked(model, { with: ['A', 'U'] });
    expect(first.asked[0]?.parties).toEqual(['A', 'V', 'W']);
    // U's own judgement does not count: V and W consent for it. W is enough beside A.
    expect(first.asked[0]?.responses[0]).toMatchObject({ packages: 2, zone: 1 });
    expect(first.parties.map(({ party, power }) => [party, power])).toEqual([
      ['A', { shapleyShubik: 0.5, banzhaf: 0.5 }],
      ['U', null],
      ['V', { shapleyShubik: 0, banzhaf: 0 }],
      ['W', { shapleyShubik: 0.5, banzhaf: 0.5 }],
    ]);
  });

  it('lets constituents settle what the party they consent for signs', () => {
    const model = modelOfText(`
parties: {U: {name: U, consent: {all: [P, S]}}, P: P, S: S, R: R}
issues: {treaty: {agree: [U, R], levels: [none, signed]}}
today: {treaty: none}
tracks: {main: {parties: [U, R], issues: [treaty]}}
preferences:
  P: {given: {wants: [treaty = signed]}}
  S: {given: {wants: [treaty = signed]}}
  R: {given: {wants: [treaty = signed]}}
`);
    const { first } = asked(model, { with: ['U', 'R'] });
    const [main] = first.groups;
    expect(main?.parties).toEqual(['P', 'S', 'R']);
    // U signs as P and S would: it is none of the others, who could leave again.
    expect(main?.alone).toMatchObject({
      today: { zone: 1, joint: 1 },
      reply: { zone: 1, joint: 1 },
      worst: { zone: 1, joint: 1 },
    });
    expect(first.asked.map(({ parties, others }) => [parties, others])).toEqual([
      [['P', 'S', 'R'], []],
    ]);
    expect(asked(model, { without: ['U'] }).first.asked[0]?.parties).toEqual(['R']);
  });

  it('says how many no deals it looked at, and stops when told to', () => {
    const setting = dealSettingOf(modelOfText(small), {
      concept: 'firm',
      replies: 'alone',
      noDeal: 'today',
    });
    if (!setting) throw new Error('nobody stopped the work');
    const many = dealSettingFrom(setting.model, setting.concept, setting.verdicts, [
      [0],
      [1],
      [2],
      [3],
      [0, 1],
    ]);
    const limits: string[] = [];
    const nothing = { with: [], without: [] };
    expect(groupFindings(many, nothing, uncontrolled, limits)?.against).toHaveLength(4);
    expect(limits).toEqual(['Groups were looked at against the first 4 of 5 no deals.']);
    const stopped = { ...uncontrolled, stopped: () => true };
    expect(groupFindings(setting, nothing, stopped, [])).toBeUndefined();
  });

  it('is plain JSON, and finds one package for the United States and Russia in spring 2025, that is not sure', () => {
    const answer = (name: string, group: readonly string[]) => {
      const text = readFileSync(
        new URL(`../../cases/examples/${name}.yaml`, import.meta.url),
        'utf8',
      );
      return asked(buildModel(caseOfText(text)), { with: group });
    };
    const { first, limits, found } = answer('spring-2025', ['US', 'RU']);
    expect(limits).toEqual([]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(first).toMatchObject({ unanimous: 1, irreconcilable: [], toDrop: [] });
    expect(first.asked[0]?.responses.map(({ zone, gap }) => [zone, gap.value])).toEqual([
      [1, '-7/204'],
      [1, '-7/204'],
      [0, '20/1113'],
    ]);
  });
});
