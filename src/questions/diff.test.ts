import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { readCase } from '../io/case-file/read-case.js';
import type { CaseOptions } from './case-options.js';
import { diff } from './diff.js';
import { holds } from './holds.js';

const villages = readFileSync(
  new URL('../../cases/examples/two-villages.yaml', import.meta.url),
  'utf8',
);

function caseOf(text: string): Case {
  const { case: theCase, diagnostics } = readCase(text);
  if (!theCase) throw new Error(JSON.stringify(diagnostics));
  return theCase;
}

const compare = (
  before: string,
  after: string,
  options: Partial<Record<'before' | 'after', Partial<CaseOptions>>> = {},
) => {
  const answered = (text: string, own: Partial<CaseOptions> = {}) => {
    const theCase = caseOf(text);
    const asked = { ...holds.defaults, ...own, concepts: ['firm' as const, 'nash' as const] };
    return { case: theCase, report: holds.run(theCase, asked, uncontrolled) };
  };
  return diff(answered(before, options.before), answered(after, options.after));
};

/** The villages with one line replaced by another. */
const withLine = (from: string, to: string) => {
  expect(villages).toContain(from);
  return villages.replace(from, to);
};
const brief = (found: ReturnType<typeof compare>) =>
  found.changes.map(({ part, change, party, id, before, after }) =>
    [part, change, party, id, before, after].map((one) => one ?? '-').join(' | '),
  );

describe('assumptions', () => {
  it('comments, notes, labels and reasons change words alone', () => {
    const found = compare(
      villages,
      withLine('why: its carts go to market through Southam', 'why: the carts').replace(
        'An invented case.',
        'Invented.',
      ),
    );
    expect(found.changes).toEqual([]);
    expect(found.rewordings).toEqual([
      { part: 'case', id: null, party: null, reading: null, keys: ['note'] },
      { part: 'want', id: 'road = open', party: 'North', reading: 'stated', keys: ['why'] },
    ]);
    expect(found.hasVerdictChange).toBe(false);
  });

  it('names a want that is added, dropped, moved or said otherwise, with its places', () => {
    const base = (wants: string) => `detente: 1
title: Wants
parties: {A: Ayland}
issues: {x: {lever: A}, y: {lever: A}, z: {lever: A}}
today: {x: no, y: no, z: no}
wants: {A: [${wants}]}
`;
    expect(brief(compare(base('x, y'), base('z, x, y')))).toEqual(['want | added | A | - | - | z']);
    expect(brief(compare(base('x, y, z'), base('x, z')))).toEqual([
      'want | dropped | A | - | y | -',
    ]);
    const moved = compare(base('x, y, z'), base('z, x, y'));
    expect(brief(moved)).toEqual(['want | moved | A | - | z | z']);
    expect(moved.changes[0]?.places).toEqual({ before: 3, after: 1 });
    expect(moved.changes[0]?.reading).toBe('stated');
    expect(
      brief(compare(base('{want: x, label: the x}'), base('{want: x and y, label: the x}'))),
    ).toEqual(['want | changed | A | the x | x | x and y']);
    expect(brief(compare(base('x, y'), base('[x, y]')))).toHaveLength(1);
    expect(brief(compare(base('x'), base('{want: x, worth: 4}')))).toEqual([
      'marks of a want | changed | A | x | none | worth 4',
    ]);
  });

  it('names who may move what, and how an agreement is left', () => {
    expect(brief(compare(villages, withLine('by: South\n', 'by: [South, North]\n')))).toEqual([
      'control | changed | - | road | by: South | by: North, South',
    ]);
    expect(brief(compare(villages, withLine('leave: any ', 'leave: all ')))).toEqual([
      'ways back | changed | - | treaty | North alone to none, South alone to none, all together to none | all together to none',
    ]);
  });

  it('names today, rules, terms, named outcomes and their definitions', () => {
    const found = compare(
      villages,
      `${withLine('  pump: locked\n', '  pump: shared\n').replace(
        'pump = locked and road = blocked and treaty',
        'pump = locked and treaty',
      )}rules: [{never: pump = locked and road = open, why: no reason}]
`,
    );
    expect(brief(found)).toEqual([
      'today | changed | - | pump | locked | shared',
      'rule | added | - | - | - | pump = locked and road = open',
      'outcome | changed | - | quotas_only | pump = locked and road = blocked and treaty = quotas | pump = locked and treaty = quotas',
    ]);
  });

  it('names parties, issues and levels that one case has alone', () => {
    const one = `detente: 1
title: Levels
parties: {A: Ayland, B: Beeland}
issues:
  x: {by: A, levels: [low, middle, high]}
  y: {lever: B}
wants: {A: [x = high], B: [y]}
`;
    const other = `detente: 1
title: Levels
parties: {A: Ayland}
issues:
  x: {by: A, levels: [high, low]}
  z: {lever: A}
wants: {A: [x = high]}
`;
    expect(brief(compare(one, other))).toEqual([
      'party | dropped | B | B | - | -',
      'issue | dropped | - | y | by: B, levels: no, yes | -',
      'issue | added | - | z | - | by: A, levels: no, yes',
      'level | dropped | - | x | middle | -',
      'level | moved | - | x | low, middle, high | high, low',
    ]);
  });

  it('names the readings in force and the issues fixed, for one case asked twice', () => {
    const rival = `detente: 1
title: Rivals
parties: {A: Ayland}
issues: {x: {lever: A}, y: {lever: A}}
today: {x: no, y: no}
preferences: {A: {keen: {wants: [x]}, calm: {wants: [not x]}}}
`;
    const found = compare(rival, rival, {
      after: { readings: { A: 'calm' }, where: { y: 'yes' } },
    });
    expect(brief(found)).toEqual([
      'reading in force | changed | A | - | keen | calm',
      'fixed issue | added | - | y | - | yes',
    ]);
    // With y fixed, only the two outcomes with y are shared; keen holds x, calm holds not x.
    expect(found.outcomes).toMatchObject({
      possible: { before: 4, after: 2 },
      shared: 2,
      possibleOnly: { before: 2, after: 0 },
      holdBoth: 0,
      nowHold: [{ levels: { x: 'no', y: 'yes' } }],
      noLongerHold: [{ levels: { x: 'yes', y: 'yes' } }],
    });
  });

  it('says so when something that it does not know of differs, or could not be compared', () => {
    const answered = (extra: object, title: string) => {
      const theCase = { ...caseOf(title), ...extra };
      return { case: theCase, report: holds.run(theCase, holds.defaults, uncontrolled) };
    };
    const first = answered({ pledges: [{ span: 1, by: 0 }] }, villages);
    expect(diff(first, answered({ pledges: [{ span: 2, by: 0 }] }, villages)).changes).toEqual([]);
    expect(
      diff(first, answered({ pledges: [{ span: 1, by: 1 }] }, villages)).changes,
    ).toMatchObject([{ part: 'other', change: 'changed', id: 'pledges' }]);
    const longer = villages.replace('issues:\n', 'issues:\n  more: {lever: North}\n');
    const apart = diff(first, answered({}, longer.replace('today:\n', 'today:\n  more: no\n')));
    expect(apart.limits).toEqual([
      'Whether “pledges” differs was not worked out: the cases differ in parties, issues or levels.',
    ]);
  });
});

describe('verdicts', () => {
  // South no longer minds carts, so nothing stops North from locking the pump again.
  const careless = withLine(
    'want: road = blocked, label: quiet on the road',
    'want: road = open, label: quiet on the road',
  );

  it('names the move that nothing answers any more, where one party decides', () => {
    // South would not block the road any more: the answer to locking the pump is gone.
    const found = compare(villages, careless);
    const full = found.named.find(({ id }) => id === 'full_deal');
    expect(full).toMatchObject({
      change: 'no longer holds',
      before: true,
      after: false,
      cause: { party: 'North', kind: 'unanswered now' },
    });
    expect(found.outcomes.noLongerHold.map(({ levels }) => levels)).toContainEqual({
      pump: 'shared',
      road: 'open',
      treaty: 'quotas',
    });
    expect(found.hasVerdictChange).toBe(true);
  });

  it('names the move that is answered now, the other way round', () => {
    const full = compare(careless, villages).named.find(({ id }) => id === 'full_deal');
    expect(full).toMatchObject({
      change: 'now holds',
      cause: { party: 'North', kind: 'answered now' },
    });
    expect(full?.cause?.exit.isDeterred).toBe(true);
  });

  it('names the move that became an improvement, or stopped being one', () => {
    const one = (wants: string) => `detente: 1
title: One party
parties: {A: Ayland}
issues: {x: {lever: A}}
today: {x: no}
wants: {A: [${wants}]}
outcomes: {stay: not x}
`;
    expect(compare(one('not x'), one('x')).named).toMatchObject([
      { change: 'no longer holds', cause: { party: 'A', kind: 'wanted now' } },
    ]);
    expect(compare(one('x'), one('not x')).named).toMatchObject([
      { change: 'now holds', cause: { party: 'A', kind: 'no longer wanted' } },
    ]);
  });

  it('matches outcomes over the issues both cases have; the others are free', () => {
    const small = (more: string) => `detente: 1
title: Free
parties: {A: Ayland, B: Beeland}
issues:
  x: {lever: A}
${more}wants: {A: [x], B: [not x]}
`;
    const found = compare(small(''), small('  y: {lever: B}\n'));
    expect(found.outcomes).toMatchObject({
      onlyBefore: [],
      onlyAfter: ['y'],
      possible: { before: 2, after: 4 },
      holding: { before: 1, after: 2 },
      shared: 2,
      holdBoth: 1,
      nowHold: [],
      noLongerHold: [],
    });
  });

  it('refuses answers that are judged by different concepts', () => {
    const theCase = caseOf(villages);
    const by = (concept: 'nash' | 'seq') => ({
      case: theCase,
      report: holds.run(theCase, { ...holds.defaults, concepts: [concept] }, uncontrolled),
    });
    expect(() => diff(by('nash'), by('seq'))).toThrow(RangeError);
  });
});
