import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case, Control } from '../../src/core/case.js';
import { type Consent, mapParties } from '../../src/core/consent.js';
import { uncontrolled } from '../../src/core/report.js';
import { buildSpace, levelsOf } from '../../src/core/space.js';
import { diff } from '../../src/questions/diff.js';
import { holds } from '../../src/questions/holds.js';
import { compareOutcomes } from '../../src/questions/shared-outcomes.js';
import { arbitraryCase } from './arbitrary.js';

const answered = (theCase: Case) => ({
  case: theCase,
  report: holds.run(theCase, { ...holds.defaults, concepts: ['firm', 'nash'] }, uncontrolled),
});

/** A case with the issues at some places fixed, dropped from sight by another id, or with other levels. */
function altered(theCase: Case, marks: readonly number[]): Case {
  return {
    ...theCase,
    issues: theCase.issues.map((issue, at) => {
      const mark = marks[at] ?? 0;
      if (mark === 1) return { ...issue, id: `${issue.id}_other` };
      if (mark === 2 && theCase.today) return { ...issue, control: { kind: 'nobody' as const } };
      if (mark === 3) {
        const levels = issue.levels.map((level, place) =>
          place === 0 ? { ...level, id: `${level.id}_other` } : level,
        );
        return { ...issue, levels };
      }
      return issue;
    }),
  };
}

/** The same comparison by sets of texts, straight from its description. */
function bruteForce(
  before: { case: Case; holding: readonly number[] },
  after: { case: Case; holding: readonly number[] },
) {
  const sides = [before, after].map((side) => ({ ...side, space: buildSpace(side.case) }));
  const [first, second] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const common = first.case.issues.filter(({ id }, here) => {
    const there = second.case.issues.findIndex((issue) => issue.id === id);
    return there !== -1 && (first.space.fixed[here] === -1 || second.space.fixed[there] === -1);
  });
  const name = (side: typeof first, state: number) =>
    common
      .map(({ id }) => {
        const at = side.case.issues.findIndex((issue) => issue.id === id);
        return `${id}=${side.case.issues[at]?.levels[levelsOf(side.space, state)[at] as number]?.id}`;
      })
      .join(',');
  const [possible, holding] = [
    sides.map(
      (side) => new Set(Array.from({ length: side.space.size }, (_, state) => name(side, state))),
    ),
    sides.map((side) => new Set(side.holding.map((state) => name(side, state)))),
  ] as [[Set<string>, Set<string>], [Set<string>, Set<string>]];
  const shared = [...possible[0]].filter((one) => possible[1].has(one));
  return {
    shared: shared.length,
    possibleOnly: {
      before: possible[0].size - shared.length,
      after: possible[1].size - shared.length,
    },
    holdBoth: shared.filter((one) => holding[0].has(one) && holding[1].has(one)).length,
    nowHold: shared.filter((one) => !holding[0].has(one) && holding[1].has(one)).sort(),
    noLongerHold: shared.filter((one) => holding[0].has(one) && !holding[1].has(one)).sort(),
  };
}

function turnedConsent(consent: Consent, flip: (party: number) => number): Consent {
  return mapParties(consent, (party) => ({ kind: 'party', party: flip(party) }));
}

/** The same control by parties under other numbers. */
function turnedControl(control: Control, flip: (party: number) => number): Control {
  if (control.kind === 'nobody') return control;
  if (control.kind === 'moves') {
    const moves = control.moves.map((one) => ({ ...one, parties: one.parties.map(flip) }));
    return { ...control, moves };
  }
  const parties = control.parties.map(flip);
  if (control.kind === 'by') return { ...control, parties };
  const alone = control.leave.alone.map((one) => ({ ...one, party: flip(one.party) }));
  return {
    ...control,
    parties,
    consent: control.consent && turnedConsent(control.consent, flip),
    leave: { ...control.leave, alone },
  };
}

const pairOfCases = fc
  .tuple(arbitraryCase, fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }), fc.integer())
  .map(([theCase, marks, seed]) => ({ theCase, other: altered(theCase, marks), seed }));

describe('comparing outcomes', () => {
  test('finds what sets of texts find, whatever issues and levels the cases share', () => {
    fc.assert(
      fc.property(pairOfCases, ({ theCase, other, seed }) => {
        const side = (of: Case, salt: number) => {
          const space = buildSpace(of);
          // Any set of states may hold: the comparison does not ask why.
          const holding = Array.from({ length: space.size }, (_, state) => state).filter(
            (state) => Math.abs(Math.imul(state + 1, seed | 1) + salt) % 3 === 0,
          );
          return { case: of, space, holding };
        };
        const [first, second] = [side(theCase, 0), side(other, 1)];
        const found = compareOutcomes(first, second);
        const names = (list: typeof found.nowHold) =>
          list
            .map(({ levels }) =>
              theCase.issues
                .filter(({ id }) => id in levels)
                .map(({ id }) => `${id}=${levels[id]}`)
                .join(','),
            )
            .sort();
        expect({
          shared: found.shared,
          possibleOnly: found.possibleOnly,
          holdBoth: found.holdBoth,
          nowHold: names(found.nowHold),
          noLongerHold: names(found.noLongerHold),
        }).toEqual(bruteForce(first, second));
        for (const { before, after } of found.nowHold) {
          expect(second.holding).toContain(after);
          expect(first.holding).not.toContain(before);
        }
        for (const { before, after } of found.noLongerHold) {
          expect(first.holding).toContain(before);
          expect(second.holding).not.toContain(after);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('comparing answers', () => {
  test('a case compared with itself has nothing to tell', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const found = diff(answered(theCase), answered(theCase));
        expect(found.changes).toEqual([]);
        expect(found.rewordings).toEqual([]);
        expect(found.limits).toEqual(
          answered(theCase).report.limits.filter((one) => !one.endsWith('it was not asked for.')),
        );
        expect(found.hasVerdictChange).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('turned round, it finds the same the other way', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCase, (one, two) => {
        const there = diff(answered(one), answered(two));
        const back = diff(answered(two), answered(one));
        const levels = (list: typeof there.outcomes.nowHold) =>
          list.map((each) => JSON.stringify(Object.entries(each.levels).sort())).sort();
        expect(levels(there.outcomes.nowHold)).toEqual(levels(back.outcomes.noLongerHold));
        expect(there.ends.isSame).toBe(back.ends.isSame);
        const count = (list: typeof there.changes, change: string) =>
          list.filter((each) => each.change === change).length;
        expect(count(there.changes, 'added')).toBe(count(back.changes, 'dropped'));
        expect(there.changes.length).toBe(back.changes.length);
      }),
      { numRuns: 100 },
    );
  });

  test('parties and issues in another order change words, and no assumption or verdict', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const size = theCase.parties.length - 1;
        const flip = (party: number) => size - party;
        const turned: Case = {
          ...theCase,
          parties: theCase.parties.toReversed(),
          consent: theCase.consent && turnedConsent(theCase.consent, flip),
          preferences: theCase.preferences.toReversed(),
          issues: theCase.issues.map((issue) => ({
            ...issue,
            blocked: issue.blocked.map((one) => ({ ...one, parties: one.parties.map(flip) })),
            control: turnedControl(issue.control, flip),
          })),
        };
        const found = diff(answered(theCase), answered(turned));
        expect(found.changes).toEqual([]);
        expect(found.rewordings.map(({ part, keys }) => [part, ...keys])).toEqual(
          theCase.parties.length > 1 ? [['party', 'order']] : [],
        );
        expect(found.outcomes.nowHold).toEqual([]);
        expect(found.outcomes.noLongerHold).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
