import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case.js';
import { uncontrolled } from '../../src/core/report.js';
import { holds } from '../../src/questions/holds.js';
import type { HoldsOptions } from '../../src/questions/holds-findings.js';
import type { HoldsReport } from '../../src/report/holds-words.js';
import { type NaiveGame, naiveGame, type ReplyConcept } from '../naive/naive-game.js';
import { holdsUnder, replayVerdict, sameJson } from '../naive/replay-reasons.js';
import { replayWays } from '../naive/replay-ways.js';
import { caseOfText } from '../small/small-cases.js';
import { arbitraryCase } from './arbitrary.js';

const folder = new URL('../../cases/examples/', import.meta.url);
const examples = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

/**
 * Parts of a case too large to be replayed by looking at every outcome, each without the outcomes
 * named: between them every level of every issue is there, and every rule has work to do.
 */
const partsOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'spring-2025.yaml': [
    [
      'ua_limits = agreed or direct_talks = held or us_guarantee or normalisation = ties',
      'nato = renounced or us_sanctions = eased or eu_sanctions = eased or eu_guarantee = pledge',
    ],
    [
      'ua_limits = agreed or direct_talks = held or crimea or us_pressure or eu_backfill',
      'front = four_regions or nato = renounced or normalisation = full or eu_sanctions = lifted',
    ],
    [
      'us_guarantee or us_pressure or us_sanctions != kept or eu_sanctions != kept',
      'crimea or eu_backfill or eu_guarantee = force',
    ],
  ],
};
const parts = examples.flatMap((file) =>
  (partsOf[file] ?? [[]]).map((never): [string, readonly string[]] => [file, never]),
);

/** An example case with further rules. */
function caseWithout(file: string, never: readonly string[]): Case {
  const rules = never.map((expression) => `  - never: ${expression}\n`).join('');
  const text = readFileSync(new URL(file, folder), 'utf8');
  return caseOfText(never.length > 0 ? text.replace(/^rules:\n/m, `rules:\n${rules}`) : text);
}

/*
 * Which finding backs which sentence of what holds, and so what is replayed here:
 *
 * - Things stay, things go to, depends on who moves first, round a circle: `ends`.
 * - The shortest way there: `pathsToEnds`.
 * - Would hold once in place, and how it is held: `verdicts[].holds`, `verdicts[].mark`.
 * - On offer, by whom, from where; nothing is on offer; these are not on offer: `onOffer`, complete.
 * - Signing a first step that leads there; then: `onOffer[].sign`, `pathsToOffers`.
 * - Better, worse, neither, against today and against the start: `againstToday`, `againstStart`.
 * - If A were to; A could, and would at once have; would have lost; other ways out are answered too:
 *   `reasons[].exits`, complete, with `gained`, `reply` and `lost`.
 * - Cannot move from here; would leave too: `reasons[].verdict`.
 * - Would still gain by a lasting side deal, and how many more; though it crosses a red line:
 *   `sideDeals`, complete.
 * - Crosses a red line of: `crossing`.
 * - No group could bring it about; it takes A and B together; would not sign; would lose; alone; steps
 *   would lead on: `notOnOffer`.
 * - In so many of its forms, such as, in the form nearest to today: `named[].states`, `holding`,
 *   `nearest`, `nearestHolding`.
 * - Nothing would hold; held only by replies that their makers would regret: `verdicts` and
 *   `equilibria.seq`, complete.
 * - What is only passing, who signs and ends below: `passing`, complete.
 * - What can develop: `evolution`, replayed beside `evolutionFrom` by listing every legal sequence.
 *
 * Counts are lengths of these lists. Acts, labels and names are words of the case.
 */

/** Everything that an answer says and that does not replay from the definitions. */
function complaints(theCase: Case, options: Partial<HoldsOptions>): readonly string[] {
  const report = holds.run(theCase, { ...holds.defaults, ...options }, uncontrolled);
  return complaintsOf(theCase, report);
}

function complaintsOf(theCase: Case, report: HoldsReport): readonly string[] {
  const readings = theCase.parties.map(({ id }, party) =>
    theCase.preferences[party]?.find((reading) => reading.id === report.options.readings[id]),
  );
  const game = naiveGame(theCase, readings);
  const found: string[] = [];
  const complain = (place: string, what: string) => found.push(`${place}: ${what}`);
  const concept = report.options.concepts[0] as ReplyConcept;
  const holding = game.states.flatMap((_, state) =>
    holdsUnder(game, concept, state) ? [state] : [],
  );
  if (
    !sameJson(
      report.verdicts.map(({ state }) => state),
      holding,
    )
  )
    complain('verdicts', `${holding} hold`);
  const seq = game.states.flatMap((_, state) => (holdsUnder(game, 'seq', state) ? [state] : []));
  if (!sameJson(report.equilibria.seq, seq)) complain('equilibria.seq', `${seq} are`);
  if ((report.today ?? undefined) !== game.today) complain('today', `is ${game.today}`);
  const named = report.named.flatMap(({ nearest }) => (nearest ? [nearest] : []));
  for (const verdict of [...report.verdicts, ...named]) {
    replayVerdict(game, concept, report, verdict, complain);
  }
  replayNamed(theCase, game, holding, report, complain);
  replayWays(game, concept, report, complain);
  return found;
}

/** A named outcome's states, those that would hold, and the nearest to today of each. */
function replayNamed(
  theCase: Case,
  game: NaiveGame,
  holding: readonly number[],
  report: HoldsReport,
  complain: (place: string, what: string) => void,
): void {
  const changes = (state: number) =>
    (game.states[state] ?? []).filter((level, issue) => level !== theCase.today?.[issue]).length;
  const nearest = (states: readonly number[]) =>
    theCase.today === undefined
      ? states[0]
      : [...states].sort((a, b) => changes(a) - changes(b) || a - b)[0];
  for (const named of report.named) {
    const outcome = theCase.outcomes.find(({ id }) => named.kind === 'outcome' && id === named.id);
    const proposal = theCase.proposals.find(
      ({ id }) => named.kind === 'proposal' && id === named.id,
    );
    const states = game.states.flatMap((levels, state) => {
      const isCovered = outcome
        ? game.satisfies(outcome.when, state)
        : levels.every((level, issue) => {
            const term = proposal?.terms.find((one) => one.issue === issue);
            return term ? term.level === level : (theCase.today?.[issue] ?? level) === level;
          });
      return isCovered ? [state] : [];
    });
    const held = states.filter((state) => holding.includes(state));
    if (named.states !== states.length) complain(named.id, `covers ${states.length}`);
    if (!sameJson(named.holding, held)) complain(named.id, `${held} hold`);
    if ((named.nearest?.state ?? undefined) !== nearest(states)) complain(named.id, 'its nearest');
    if ((named.nearestHolding ?? undefined) !== nearest(held)) complain(named.id, 'nearest held');
  }
}

/** The same case with the first party's wants as a ranking, and a red line for the last. */
function varied(theCase: Case): Case {
  const [first] = theCase.preferences[0] ?? [];
  const last = theCase.preferences.length - 1;
  const line = first?.wants?.[0]?.[0];
  return {
    ...theCase,
    preferences: theCase.preferences.map((readings, party) =>
      readings.map((reading) => ({
        ...reading,
        ...(party === 0
          ? {
              wants: undefined,
              ranking: (reading.wants ?? []).flat().map((want) => ({
                isStrong: false,
                isUnsure: false,
                expression: want.want,
                text: want.text,
                label: want.label,
                why: want.why,
                from: want.from,
                path: want.path,
              })),
            }
          : {}),
        ...(party === last && line
          ? {
              redLines: [
                { line: line.want, text: '', label: undefined, why: undefined, from: [], path: [] },
              ],
            }
          : {}),
      })),
    ),
  };
}

const replyConcepts: readonly ReplyConcept[] = ['firm', 'seq', 'sseq', 'gmr', 'smr', 'nash', 'sim'];

describe('every witness replays from the definitions', () => {
  describe.each(parts)('%s %s', (file, never) => {
    const theCase = caseWithout(file, never);
    const alternatives = theCase.parties.flatMap(({ id }, party) =>
      (theCase.preferences[party] ?? []).slice(1).map((reading) => ({ [id]: reading.id })),
    );
    it.each([{}, ...alternatives])('on the readings %j', (readings) => {
      expect(complaints(theCase, { readings })).toEqual([]);
    });
  });

  it('of 500 random cases, by any concept, from any outcome', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        fc.constantFrom(...replyConcepts),
        fc.boolean(),
        fc.option(fc.nat(), { nil: null }),
        (drawn, concept, isVaried, at) => {
          const theCase = isVaried ? varied(drawn) : drawn;
          const concepts = [concept, ...holds.defaults.concepts.filter((id) => id !== concept)];
          const states = naiveGame(theCase, []).states.length;
          const from = at === null ? null : at % states;
          expect(complaints(theCase, { concepts, from, passing: true })).toEqual([]);
        },
      ),
      { numRuns: 500, seed: 20250427 },
    );
  });
});

/** Three parties, one way round each kind of witness, on today's answer. */
const told = caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q, R: R}
issues:
  pump: {by: P, levels: [shared, locked]}
  road: {by: Q, levels: [open, blocked]}
  treaty: {agree: [P, Q], levels: [none, quotas]}
  siren: {lever: R}
today: {pump: locked, road: blocked, treaty: none, siren: no}
preferences:
  P: {only: {wants: [road = open, pump = locked, treaty = quotas]}}
  Q: {only: {wants: [pump = shared, treaty = quotas, road = blocked]}}
  R: {only: {wants: [siren iff (pump = shared and road = open), treaty = none]}}
outcomes: {opening: {when: pump = shared and road = open}}
proposals: {gift: {by: Q, terms: {pump: shared}}}
`);

describe('the replay complains of', () => {
  const report = holds.run(told, { ...holds.defaults, passing: true }, uncontrolled);
  type Draft = { -readonly [Key in keyof HoldsReport]: HoldsReport[Key] };
  // The answer as plain data, each part of which may be put wrong.
  // biome-ignore lint/suspicious/noExplicitAny: the wrong answers need not have the types of right ones
  type Loose = any;
  const wrong = (change: (draft: Loose) => void): readonly string[] => {
    const draft: Draft = structuredClone(report);
    change(draft);
    return complaintsOf(told, draft);
  };
  const answered = (draft: Loose) =>
    draft.verdicts
      .flatMap(({ reasons }: Loose) => reasons)
      .flatMap(({ exits }: Loose) => exits)
      .find(({ reply }: Loose) => reply.length > 0);

  it('nothing, where nothing is wrong, though every kind of witness is there', () => {
    expect(complaintsOf(told, report)).toEqual([]);
    expect(answered(report)).toBeDefined();
    expect(report.onOffer.length).toBeGreaterThan(0);
    expect(report.pathsToOffers.flat().length).toBeGreaterThan(0);
    expect(report.sideDeals.length).toBeGreaterThan(0);
    expect(report.notOnOffer.flatMap(({ groups }) => groups).length).toBeGreaterThan(0);
    expect(report.notOnOffer.some(({ leadsTo }) => leadsTo.length > 0)).toBe(true);
    expect(report.passing?.length).toBeGreaterThan(0);
  });

  const falsehoods: readonly (readonly [string, (draft: Loose) => void])[] = [
    [
      'a reply left out',
      (draft) => {
        answered(draft).reply = [];
      },
    ],
    [
      'a reply by the mover',
      (draft) => {
        const exit = answered(draft);
        exit.reply[0].party = exit.gained.gained[0][1];
      },
    ],
    [
      'a reply that goes elsewhere',
      (draft) => {
        answered(draft).reply[0].to = 0;
      },
    ],
    [
      'another want as lost',
      (draft) => {
        answered(draft).lost.place += 1;
      },
    ],
    [
      'another want as gained',
      (draft) => {
        answered(draft).gained.lost = [['wants', 'P', 0]];
      },
    ],
    [
      'a way out left out',
      (draft) => {
        draft.verdicts
          .flatMap(({ reasons }: Loose) => reasons)
          .find(({ exits }: Loose) => exits.length > 1)
          .exits.pop();
      },
    ],
    [
      'a party that cannot move, and could',
      (draft) => {
        draft.verdicts[0].reasons.find(
          ({ verdict }: Loose) => verdict === 'would not move',
        ).verdict = 'cannot move';
      },
    ],
    [
      'an outcome that holds left out',
      (draft) => {
        draft.verdicts.pop();
      },
    ],
    [
      'an opinion',
      (draft) => {
        draft.verdicts[0].againstToday.P = 'worse';
        draft.verdicts[0].againstToday.Q = 'worse';
      },
    ],
    [
      'a mark',
      (draft) => {
        draft.verdicts[0].mark = 'regretted reply';
      },
    ],
    [
      'a red line',
      (draft) => {
        draft.verdicts[0].crossing = ['Q'];
      },
    ],
    [
      'an end',
      (draft) => {
        draft.ends = [[0]];
      },
    ],
    [
      'a way that is no way',
      (draft) => {
        draft.pathsToEnds[0] = [{ party: 'P', to: 0 }];
      },
    ],
    [
      'an offer left out',
      (draft) => {
        draft.onOffer.pop();
      },
    ],
    [
      'a step after signing left out',
      (draft) => {
        draft.pathsToOffers = draft.pathsToOffers.map(() => []);
      },
    ],
    [
      'a side deal left out',
      (draft) => {
        draft.sideDeals.shift();
      },
    ],
    [
      'who would not sign',
      (draft) => {
        draft.notOnOffer.forEach((one: Loose) => {
          for (const group of one.groups) group.unwilling = [];
        });
      },
    ],
    [
      'where steps lead on',
      (draft) => {
        for (const one of draft.notOnOffer) one.leadsTo = [];
      },
    ],
    [
      'a group that could not',
      (draft) => {
        draft.notOnOffer[0].groups[0].group = ['R'];
      },
    ],
    [
      'how many forms hold',
      (draft) => {
        draft.named[0].holding = [];
        draft.named[0].states += 1;
      },
    ],
    [
      'a passing outcome left out',
      (draft) => {
        draft.passing.pop();
      },
    ],
    [
      'who ends below',
      (draft) => {
        for (const one of draft.passing) one.belowStart = ['P', 'Q', 'R'];
      },
    ],
    [
      'a chain cut short',
      (draft) => {
        draft.passing.at(-1).chain.pop();
      },
    ],
    [
      'SEQ equilibria',
      (draft) => {
        draft.equilibria.seq = [];
      },
    ],
  ];
  it.each(falsehoods)('%s', (_, change) => {
    expect(wrong(change)).not.toEqual([]);
  });
});
