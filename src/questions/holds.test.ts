import { describe, expect, it } from 'vitest';
import {
  caseOfText,
  chicken,
  gameOf,
  matchingPennies,
  prisonersDilemma,
} from '../../test/small/small-cases.js';
import type { ConceptId } from '../analysis/stability/concept.js';
import type { Case } from '../core/case.js';
import { type Control, uncontrolled } from '../core/report.js';
import { holds } from './holds.js';
import type { HoldsOptions } from './holds-findings.js';

const ask = (of: Case, options: Partial<HoldsOptions> = {}, control: Control = uncontrolled) =>
  holds.run(of, { ...holds.defaults, ...options }, control);

const villages = caseOfText(`
detente: 1
title: Two villages and a well
parties: {North: Northfield, South: Southam}
issues:
  pump: {by: North, levels: [shared, locked]}
  road: {by: South, levels: [open, blocked]}
  treaty: {agree: [North, South], levels: [none, quotas]}
today: {pump: locked, road: blocked, treaty: none}
wants:
  North: [road = open, pump = locked, treaty = quotas]
  South: [pump = shared, treaty = quotas, road = blocked]
outcomes: {opening: {when: pump = shared and road = open}}
proposals: {truce: {by: North, terms: {treaty: quotas}}}
`);

describe('two villages', () => {
  const report = ask(villages);

  it('stay as today if left alone', () => {
    expect(report.today).toBe(3);
    expect(report.ends).toEqual([[3]]);
    expect(report.pathsToEnds).toEqual([[]]);
  });

  it('have four outcomes that would hold, two of them by a reply', () => {
    expect(report.equilibria.firm).toEqual([0, 3, 4, 7]);
    expect(report.equilibria.nash).toEqual([3, 7]);
    expect(report.verdicts.map(({ state, holds: isHeld, mark }) => [state, isHeld, mark])).toEqual([
      [0, true, 'held by a reply'],
      [3, true, 'nobody wants to leave'],
      [4, true, 'held by a reply'],
      [7, true, 'nobody wants to leave'],
    ]);
  });

  it('have on offer what both can sign, each verdict with its own offers', () => {
    const [open] = report.verdicts;
    expect(open?.offers.map((at) => report.onOffer[at])).toEqual([
      { state: 0, from: 3, group: ['North', 'South'], sign: 0 },
    ]);
    expect(report.verdicts.map(({ offers }) => offers.length)).toEqual([1, 0, 1, 2]);
  });

  it('see each outcome against today as better, the same or worse', () => {
    expect(report.verdicts.map(({ againstToday }) => againstToday)).toEqual([
      { North: 'better', South: 'better' },
      { North: 'same', South: 'same' },
      { North: 'better', South: 'better' },
      { North: 'better', South: 'better' },
    ]);
  });

  it('give for every party its reason, with the wants it would gain and lose', () => {
    // At 0 all is open without a treaty. North locks; South blocks the road, which ends at today.
    const [north] = report.verdicts[0]?.reasons ?? [];
    expect(north).toMatchObject({ party: 'North', state: 0, verdict: 'deterred' });
    expect(north?.exits).toEqual([
      {
        to: 1,
        gained: { by: 'wants', place: 1, gained: [['wants', 'North', 1]], lost: [] },
        isDeterred: true,
        isDeterredAlone: true,
        reply: [{ party: 'South', with: [], to: 3 }],
        lost: { by: 'wants', place: 0, gained: [], lost: [['wants', 'North', 0]] },
      },
    ]);
  });

  it('have a verdict on each named outcome and proposal, held or not, by its nearest state', () => {
    expect(
      report.named.map(({ kind, id, states, holding, nearest }) => [
        kind,
        id,
        states,
        holding,
        nearest?.state,
        nearest?.holds,
      ]),
    ).toEqual([
      ['outcome', 'opening', 2, [0, 4], 0, true],
      ['proposal', 'truce', 1, [7], 7, true],
    ]);
  });

  it('know for each state the levels, payoffs and steps by name', () => {
    expect(report.states[6]?.levels).toEqual({ pump: 'shared', road: 'blocked', treaty: 'quotas' });
    expect(report.payoffs).toEqual({
      North: [4, 6, 0, 2, 5, 7, 1, 3],
      South: [4, 0, 5, 1, 6, 2, 7, 3],
    });
    expect(report.steps.South?.[1]).toEqual([3]);
    expect(report.stability.nash?.North?.[0]).toBe(0);
  });

  it('name the end that an outcome is, and lasting side deals from what holds', () => {
    expect(report.verdicts.map(({ end }) => end)).toEqual([null, 0, null, null]);
    expect(report.sideDeals).toContainEqual({
      from: 3,
      to: 7,
      group: ['North', 'South'],
      crossing: [],
    });
  });

  it('are told as plain JSON, the same each time', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(JSON.stringify(ask(villages))).toBe(JSON.stringify(report));
    expect(report).toMatchObject({ analysis: 'holds', seed: null, convergence: null, limits: [] });
  });
});

describe('nothing holds', () => {
  const report = ask(matchingPennies.case);

  it('in matching pennies: no verdicts, and things run in a circle', () => {
    expect(report.equilibria.firm).toEqual([]);
    expect(report.verdicts).toEqual([]);
    expect(report.ends).toEqual([[0, 1, 2, 3]]);
    expect(report.pathsToEnds).toEqual([[]]);
    expect(report.onOffer).toEqual([]);
    expect(report.sideDeals).toEqual([]);
  });

  it('though SEQ and GMR hold it all', () => {
    expect(report.equilibria.seq).toEqual([0, 1, 2, 3]);
    expect(report.equilibria.gmr).toEqual([0, 1, 2, 3]);
  });
});

describe('one party', () => {
  const report = ask(gameOf([[1, 0]]).case);

  it('goes to what it likes best, and stays', () => {
    expect(report.ends).toEqual([[1]]);
    expect(report.pathsToEnds).toEqual([[{ party: 'A', to: 1 }]]);
    expect(report.verdicts).toHaveLength(1);
    expect(report.verdicts[0]).toMatchObject({
      state: 1,
      mark: 'nobody wants to leave',
      end: 0,
      againstToday: { A: 'better' },
      reasons: [{ party: 'A', state: 1, verdict: 'would not move', exits: [] }],
    });
    expect(report.onOffer).toEqual([]);
  });
});

describe('several ends', () => {
  it('each have their own shortest way', () => {
    const report = ask(chicken.case);
    expect(report.ends).toEqual([[1], [2]]);
    expect(report.pathsToEnds).toEqual([[{ party: 'A', to: 1 }], [{ party: 'B', to: 2 }]]);
    expect(report.verdicts.map(({ end }) => end)).toEqual([0, 1]);
  });
});

describe('an offer', () => {
  it('may come from where things go, although not from today', () => {
    // Today A cooperates alone; it stops, and from mutual refusal both can agree to cooperate.
    const today = [1, 0];
    const report = ask({ ...prisonersDilemma.case, today });
    expect(report.today).toBe(1);
    expect(report.ends).toEqual([[0]]);
    expect(report.onOffer).toEqual([{ state: 3, from: 0, group: ['A', 'B'], sign: 3 }]);
    expect(report.verdicts.map(({ state, offers }) => [state, offers])).toEqual([
      [0, []],
      [3, [0]],
    ]);
  });
});

describe('without a today', () => {
  const report = ask(
    caseOfText(`
detente: 1
title: small
parties: {P: P}
issues: {a: {lever: P}, b: {lever: P}}
wants: {P: [a]}
outcomes: {either: {when: a or b}}
`),
  );

  it('outcomes hold or not, and nothing is said about where things go or what is on offer', () => {
    expect(report.today).toBeNull();
    expect([report.ends, report.pathsToEnds, report.onOffer]).toEqual([[], [], []]);
    expect(
      report.verdicts.map(({ state, againstToday, end }) => [state, againstToday, end]),
    ).toEqual([
      [1, {}, null],
      [3, {}, null],
    ]);
    expect(report.limits).toEqual([
      'The case has no today: where things go and what is on offer were not computed.',
    ]);
  });

  it('a named outcome is judged at its first state', () => {
    expect(report.named[0]?.nearest?.state).toBe(1);
  });
});

describe('a subset of the concepts', () => {
  const asked = (...concepts: readonly ConceptId[]) => ask(prisonersDilemma.case, { concepts });

  it('is computed alone, and the limits name every other', () => {
    const report = asked('seq', 'nash');
    expect(Object.keys(report.stability)).toEqual(['seq', 'nash']);
    expect(Object.keys(report.equilibria)).toEqual(['seq', 'nash']);
    expect(report.concepts.map(({ id }) => id)).toEqual(['seq', 'nash']);
    expect(report.limits).toEqual(
      ['GMR', 'SMR', 'SSEQ', 'SIM', 'firm'].map(
        (name) => `${name} was not computed: it was not asked for.`,
      ),
    );
  });

  it('judges by its first: what holds, steps and ends', () => {
    const byNash = asked('nash');
    expect(byNash.verdicts.map(({ state }) => state)).toEqual([0]);
    expect(byNash.steps.A).toEqual([[], [0], [], [2]]);
    const byGmr = asked('gmr', 'nash');
    expect(byGmr.verdicts.map(({ state }) => state)).toEqual([0, 3]);
  });

  it('gives no mark that a concept left out could raise', () => {
    // State 0 is Nash; whether it is, seq alone or firm alone cannot say.
    expect(asked('seq').verdicts.map(({ mark }) => mark)).toEqual([null, null]);
    expect(asked('firm').verdicts.map(({ mark }) => mark)).toEqual([null, null]);
    expect(asked('gmr', 'nash').verdicts.map(({ mark }) => mark)).toEqual([
      'nobody wants to leave',
      null,
    ]);
    expect(asked('seq', 'nash', 'firm').verdicts.map(({ mark }) => mark)).toEqual([
      'nobody wants to leave',
      'held by a reply',
    ]);
  });

  it('gives the two lower marks where all the stricter concepts were computed', () => {
    const all = [...holds.defaults.concepts];
    const first = (id: ConceptId) => [id, ...all.filter((other) => other !== id)];
    const bySeq = ask(matchingPennies.case, { concepts: first('seq') });
    expect(bySeq.verdicts[0]?.mark).toBe('regretted reply');
    const byGmr = ask(chicken.case, { concepts: first('gmr') });
    expect(byGmr.verdicts.find(({ state }) => state === 3)?.mark).toBe('self-harming reply');
    const bySim = ask(chicken.case, { concepts: ['sim', 'nash', 'firm', 'seq'] });
    expect(bySim.verdicts.find(({ state }) => state === 3)?.mark).toBeNull();
  });

  it('is refused when empty', () => {
    expect(() => asked()).toThrow('holds: options.concepts is empty');
  });

  it('tells a reply that leaves the party where it started with nothing lost', () => {
    const report = ask(matchingPennies.case, { concepts: ['seq'] });
    const reason = report.verdicts[1]?.reasons[0];
    expect(reason).toMatchObject({ party: 'A', state: 1, verdict: 'deterred' });
    expect(reason?.exits).toMatchObject([{ to: 0, reply: [{ party: 'B', to: 2 }], lost: null }]);
  });
});

describe('stopped work', () => {
  /** A control that stops after it was asked so many times. */
  const stopsAfter = (times: number): Control => {
    let asked = 0;
    return {
      progress: () => {},
      stopped: () => {
        asked += 1;
        return asked > times;
      },
    };
  };
  const abandoned =
    'Where things go, what is on offer, side deals and the named outcomes were not computed: the work was stopped.';

  it('from the start computes nothing, and the limits say so of each concept', () => {
    const report = ask(villages, {}, stopsAfter(0));
    expect(report.stability).toEqual({});
    expect(report.equilibria).toEqual({});
    expect([report.verdicts, report.ends, report.onOffer, report.named]).toEqual([[], [], [], []]);
    expect(report.limits).toEqual([
      ...['firm', 'Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'].map(
        (name) => `${name} was not computed: the work was stopped.`,
      ),
      abandoned,
    ]);
  });

  it('later keeps the concepts that were finished', () => {
    // Two parties: the first concept asks twice.
    const report = ask(villages, {}, stopsAfter(2));
    expect(Object.keys(report.stability)).toEqual(['firm']);
    expect(report.verdicts.map(({ state }) => state)).toEqual([0, 3, 4, 7]);
    expect([report.ends, report.named, report.sideDeals]).toEqual([[], [], []]);
    expect(report.limits).toContain('Nash was not computed: the work was stopped.');
    expect(report.limits).toContain(abandoned);
    expect(report.limits).not.toContain('firm was not computed: the work was stopped.');
  });

  it('is told how far it is, in tables of one concept and one party', () => {
    const told: (readonly [number, number])[] = [];
    ask(
      villages,
      { concepts: ['nash', 'seq'] },
      { progress: (done, total) => told.push([done, total]), stopped: () => false },
    );
    expect(told).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });
});

describe('what was taken as given', () => {
  const theCase = caseOfText(`
detente: 1
title: small
parties: {P: Pland, Q: Quland}
issues:
  season: {by: nobody, label: the season, levels: {wet: wet, dry: dry and hot}}
  a: {lever: P}
  b: {by: P, label: the bridge, levels: [shut, open]}
today: {season: dry, a: no, b: shut}
preferences:
  P:
    mild: {label: wants calm, wants: [not a]}
    harsh: {label: wants noise, wants: [a]}
`);

  it('is the readings, the context and what was fixed for the answer', () => {
    expect(ask(theCase, { where: { b: 'open' } }).assumptions).toEqual([
      'Pland is read as: wants calm.',
      'Quland is taken to be indifferent: the case gives it no preferences.',
      'Taken as given: the season is dry and hot (context).',
      'Taken as given: the bridge is open (fixed for this answer).',
    ]);
  });

  it('leaves out a reading that has no rival and no label of its own', () => {
    expect(ask(villages).assumptions).toEqual([]);
  });

  it('says which readings were in force, chosen or first, by id', () => {
    expect(ask(theCase).options.readings).toEqual({ P: 'mild' });
    expect(ask(theCase, { readings: { P: 'harsh' } }).options.readings).toEqual({ P: 'harsh' });
    expect(ask(villages).options.readings).toEqual({ North: 'stated', South: 'stated' });
  });

  it('calls context what was not fixed, whatever its name', () => {
    const odd = caseOfText(`
detente: 1
title: small
parties: {P: P}
issues: {valueOf: {by: nobody, levels: [wet, dry]}, a: {lever: P}}
today: {valueOf: dry, a: no}
`);
    expect(ask(odd).assumptions[1]).toBe('Taken as given: valueOf is dry (context).');
  });

  it('changes with the reading in force, and so does the answer', () => {
    const report = ask(theCase, { readings: { P: 'harsh' } });
    expect(report.assumptions[0]).toBe('Pland is read as: wants noise.');
    expect(report.equilibria.nash).toEqual([1, 3]);
    expect(ask(theCase).equilibria.nash).toEqual([0, 2]);
  });

  it('fixing an issue moves today with it and leaves half the states', () => {
    const report = ask(theCase, { where: { b: 'open' } });
    expect(report.states.map(({ levels }) => levels.b)).toEqual(['open', 'open']);
    expect(report.today).toBe(0);
  });

  it('is refused where it does not fit the case', () => {
    expect(holds.check(theCase, holds.defaults)).toEqual([]);
    const wrong = { ...holds.defaults, readings: { P: 'wild' } };
    expect(holds.check(theCase, wrong).map(({ what }) => what)).toEqual([
      'P has no reading "wild"',
    ]);
  });
});

describe('a named outcome that covers nothing', () => {
  it('has no verdict', () => {
    const report = ask(
      caseOfText(`
detente: 1
title: small
parties: {P: P}
issues: {a: {lever: P}, b: {lever: P}}
rules: [{never: a and b}]
today: {a: no, b: no}
outcomes: {both: {when: a and b}}
`),
    );
    expect(report.named).toEqual([
      {
        kind: 'outcome',
        id: 'both',
        label: 'both',
        states: 0,
        holding: [],
        nearest: null,
        nearestHolding: null,
      },
    ]);
  });
});

describe('red lines', () => {
  const theCase = caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q, R: R}
issues: {pact: {agree: [P, Q], levels: [none, signed]}, a: {lever: R}}
today: {pact: none, a: no}
preferences:
  P: {only: {wants: [pact]}}
  Q: {only: {wants: [pact], red_lines: [{line: pact, label: no pact}]}}
  R: {only: {wants: [not a], red_lines: [{line: pact, label: no pact}]}}
proposals: {deal: {by: P, terms: {pact: signed}}}
`);
  const report = ask(theCase);

  it('crossed by an outcome are named with it, whether or not it would hold', () => {
    expect(report.verdicts.map(({ state, crossing }) => [state, crossing])).toEqual([
      [0, []],
      [1, ['Q', 'R']],
    ]);
    expect(report.named[0]?.nearest?.crossing).toEqual(['Q', 'R']);
  });

  it('keep a deal from being on offer, and are named with a side deal if a member drew them', () => {
    expect(report.onOffer).toEqual([]);
    expect(report.sideDeals).toEqual([{ from: 0, to: 1, group: ['P', 'Q'], crossing: ['Q'] }]);
  });
});

describe('a named outcome of which only some forms hold', () => {
  it('has the holding form nearest to today, which need not be the nearest', () => {
    // P keeps a = yes only with b = yes, which is two changes away; a = yes alone is one.
    const theCase = caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q}
issues: {a: {lever: P}, b: {lever: Q}, c: {by: nobody, levels: [low, high]}}
today: {a: no, b: no, c: low}
wants: {P: [a iff b]}
outcomes: {done: {when: a}, none: {when: a and not b}}
`);
    const [done, none] = ask(theCase).named;
    expect(done).toMatchObject({
      states: 2,
      holding: [3],
      nearest: { state: 1 },
      nearestHolding: 3,
    });
    expect(none).toMatchObject({ states: 1, holding: [], nearestHolding: null });
  });
});

describe('the number of parties', () => {
  const parties = (count: number) => {
    const ids = Array.from({ length: count }, (_, at) => `P${at}`);
    return caseOfText(`
detente: 1
title: small
parties: {${ids.map((id) => `${id}: ${id}`).join(', ')}}
issues: {pact: {agree: [P0, P1], levels: [none, signed]}}
today: {pact: none}
wants: {P0: [pact], P1: [pact]}
`);
  };

  it('up to twelve leaves groups to be listed', () => {
    const report = ask(parties(12), { concepts: ['firm'] });
    expect(report.onOffer[0]).toEqual({ state: 1, from: 0, group: ['P0', 'P1'], sign: 1 });
    expect(report.sideDeals[0]).toMatchObject({ from: 0, to: 1, group: ['P0', 'P1'] });
    expect(report.limits.filter((limit) => limit.includes('groups'))).toEqual([]);
  });

  it('above twelve leaves offers and side deals out, and the limits say so', () => {
    const report = ask(parties(13), { concepts: ['firm'] });
    expect([report.onOffer, report.sideDeals]).toEqual([[], []]);
    expect(report.limits).toContain(
      'The case has 13 parties, above the 12 whose groups are listed: what is on offer, who would not sign and side deals were not computed.',
    );
    expect(report.ends).toEqual([[0]]);
    expect(report.equilibria.firm).toEqual([0, 1]);
  });
});

describe('the evolution table', () => {
  it('by improvements holds what improvements lead to, by moves what any move does', () => {
    // Today nobody gains by a move of its own; any move leads to all but the treaty, signed by both.
    const { evolution } = ask(villages, { evolution: 2 });
    expect(evolution?.improvements.depths.flat().map(({ state }) => state)).toEqual([3]);
    expect(
      evolution?.moves.depths
        .flat()
        .map(({ state }) => state)
        .sort(),
    ).toEqual([0, 1, 2, 3]);
  });
});
