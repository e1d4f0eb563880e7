import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptanceOf } from '../../src/analysis/bargaining/acceptance.js';
import { noDealsOf } from '../../src/analysis/bargaining/no-deal.js';
import { offersFrom } from '../../src/analysis/stability/offers.js';
import type { Case } from '../../src/core/case.js';
import { buildModel, type Model, payoffAt } from '../../src/core/model.js';
import { uncontrolled } from '../../src/core/report.js';
import { levelsOf } from '../../src/core/space.js';
import { dealSettingOf } from '../../src/questions/deal-setting.js';
import { deals } from '../../src/questions/deals.js';
import { dealJudge } from '../../src/questions/judge-deal.js';
import { arbitraryCaseOf } from './arbitrary.js';

const cases = arbitraryCaseOf(1, 4);

/** Whether a group may bring about, issue by issue, all that two outcomes differ on: rights alone. */
function canBring(model: Model, group: readonly number[], from: number, to: number): boolean {
  const before = levelsOf(model.space, from);
  const after = levelsOf(model.space, to);
  const [only, ...others] = group;
  return after.every((level, issue) => {
    if (level === before[issue]) return true;
    if (only === undefined) return false;
    const targets =
      others.length === 0
        ? model.moves.rights.alone(only, issue, before)
        : model.moves.rights.together(group, issue, before);
    return targets.includes(level);
  });
}

/** A party would consent: no worse than at any state of the end, and no red line crossed. */
const wouldConsent = (model: Model, party: number, end: readonly number[], state: number) =>
  end.every((other) => payoffAt(model, party, state) >= payoffAt(model, party, other)) &&
  !model.hasRedLineCrossed(party, state);

const forCases = (check: (model: Model, theCase: Case) => void, numRuns = 400) =>
  fc.assert(
    fc.property(cases, (theCase) => {
      fc.pre(theCase.today !== undefined && theCase.coalesce.length === 0);
      // How a party sees outcomes limits moves as wholes, not consent.
      fc.pre(theCase.parties.every(({ unaware, consent }) => unaware.length === 0 && !consent));
      const model = buildModel(theCase);
      fc.pre((model.space.today ?? -1) >= 0);
      check(model, theCase);
    }),
    { numRuns, seed: 20250427 },
  );

describe('on random cases', () => {
  it('a deal is acceptable iff those who would consent could together bring it about', () => {
    forCases((model) => {
      const setting = dealSettingOf(model, { concept: 'firm', replies: 'alone', noDeal: 'ends' });
      for (const [at, end] of (setting?.ends ?? []).entries()) {
        const acceptance = setting?.acceptances[at];
        const everyone = model.payoffs.map((_, party) => party);
        for (let state = 0; state < model.states; state += 1) {
          const consenting = everyone.filter((party) => wouldConsent(model, party, end, state));
          expect(acceptance?.isAcceptable[state] === 1).toBe(
            end.every((from) => canBring(model, consenting, from, state)),
          );
          const alone = everyone.some((party) =>
            end.every((from) => canBring(model, [party], from, state)),
          );
          const together = end.every((from) => canBring(model, everyone, from, state));
          expect(acceptance?.isDeal[state] === 1).toBe(!end.includes(state) && together && !alone);
        }
      }
    });
  });

  it('what is on offer from a no deal of one outcome is acceptable against it', () => {
    let offered = 0;
    forCases((model, theCase) => {
      const options = { concept: 'firm', replies: 'alone', noDeal: 'ends' } as const;
      const setting = dealSettingOf(model, options);
      const [[end, ...circle] = [], ...others] = setting?.ends ?? [];
      if (!setting || end === undefined || circle.length > 0 || others.length > 0) return;
      const offers = offersFrom(model, setting.verdicts.rests().only, end);
      if (offers.length === 0) return;
      const judge = dealJudge(setting, offers);
      for (const { state } of offers) {
        offered += 1;
        expect(judge.isAcceptable(state)).toBe(true);
        expect(judge.isSelfEnforcing(state)).toBe(true);
      }
      const report = deals.run(theCase, deals.defaults, uncontrolled);
      expect(report.headline).toHaveLength(report.counts?.both ?? -1);
      for (const { state } of offers) {
        if (judge.isDeal(state)) expect(report.headline).toContain(state);
      }
    }, 4000);
    expect(offered).toBeGreaterThan(20);
  });

  it('more demanding no deals, and more red lines, leave fewer packages acceptable', () => {
    forCases((model, theCase) => {
      const today = model.space.today as number;
      const [noDeal] = noDealsOf(model, [[today]]);
      if (!noDeal) return;
      const before = acceptanceOf(model, noDeal);
      const lined = buildModel({
        ...theCase,
        preferences: theCase.preferences.map((readings) =>
          readings.map((reading) => ({
            ...reading,
            redLines: [
              ...reading.redLines,
              {
                line: {
                  kind: 'comparison',
                  issue: 0,
                  operator: '!=',
                  level: 0,
                  span: { start: 0, end: 0 },
                },
                text: '',
                label: undefined,
                why: undefined,
                from: [],
                path: [],
              },
            ],
          })),
        ),
      });
      const after = acceptanceOf(lined, noDeal);
      after.isAcceptable.forEach((is, state) => {
        if (is === 1) expect(before.isAcceptable[state]).toBe(1);
      });
    });
  });
});
