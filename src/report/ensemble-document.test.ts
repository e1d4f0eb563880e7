import { describe, expect, it } from 'vitest';
import {
  closed,
  counted,
  drawn,
  onlyNorth,
  weighted,
  wells,
} from '../../test/small/ensemble-cases.js';
import { ensembleOf, headline, open } from '../../test/small/ensemble-reports.js';
import { openCase } from '../../test/small/open-case.js';
import { caseOfText } from '../../test/small/small-cases.js';
import { doubtsOf } from '../analysis/uncertainty/doubts-of.js';
import type { Case } from '../core/case.js';
import { doubtFound } from '../questions/doubt-found.js';
import { renderText } from '../render/text.js';
import { ensembleDocument } from './ensemble-document.js';
import type { EnsembleReport } from './ensemble-shares.js';

const stamp = { hash: '0123456789abcdef', version: '0.1.0' };

/** The document as text of 80 columns. */
const text = (report: EnsembleReport, theCase: Case = wells) =>
  renderText(ensembleDocument(theCase, report, stamp));

/** What stands under a heading, up to the next of its rank, each paragraph and item on one line. */
function under(title: string, report: EnsembleReport, theCase: Case = wells): readonly string[] {
  const all = text(report, theCase);
  const start = all.indexOf(`\n${title.toUpperCase()}\n-`);
  if (start === -1) return [];
  const rest = all
    .slice(start + 1)
    .split('\n')
    .slice(2)
    .join('\n');
  const end = rest.search(/\n[^a-z\n]+\n-+\n/u);
  return (end === -1 ? rest : rest.slice(0, end))
    .split(/\n\n|\n(?= *(?:[-*]|\d+\.)\s| +[A-Z][^.\n]*:\s)/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '');
}

const first = 'What would change the answer';

describe('what would change the answer, each combination counted once', () => {
  it('is this text', () => {
    expect(text(counted)).toBe(`FOR STAFF

What would change the answer: Two villages and a well
=====================================================

As of 27 April 2025

WHAT WOULD CHANGE THE ANSWER
----------------------------

Most hangs on the reading of the village of Nørrefjäll: “the opening” would hold
in both combinations in which this reading is “trade first”, and in neither of
those in which it is “pride first”.

Next, the reading of Söderå: “the opening” is on offer in 1 of the 2
combinations in which this reading is “water first”, and in neither of those in
which it is “a grudge”.

IN HOW MANY COMBINATIONS
------------------------

Counted over 4 combinations of readings, each counted once.

  * “the opening”
    Would hold: 2 of 4
    Where things go if left alone: 0 to 1 of 4
    On offer: 1 of 4
    At least as good as no deal for all whose consent it needs, and would hold:
      1 of 4
  * “the siege”
    Would hold: 4 of 4
    Where things go if left alone: 4 of 4
    On offer: 0 of 4
    At least as good as no deal for all whose consent it needs, and would hold:
      0 of 4

Where a range stands, it depends on who moves first.

In no combination would this hold, be on offer or be where things go: “the
flood”.

WHAT CARRIES THE ANSWER
-----------------------

Each table takes one answer and tells its share among the combinations of
readings that have one thing in common. The difference is the greatest share
less the least.

“the opening” would hold

So in 2 of the 4 combinations. What is not in the table makes no difference to
it by itself.

  * The reading of the village of Nørrefjäll
    Share in each case: 2 of 2 if read as “trade first”; 0 of 2 if read as
      “pride first”
    Difference: 100 %

“the opening” is on offer

So in 1 of the 4 combinations. The same is true of this: “the opening” is at
least as good as no deal for all whose consent it needs, and would hold.

  * The reading of the village of Nørrefjäll
    Share in each case: 1 of 2 if read as “trade first”; 0 of 2 if read as
      “pride first”
    Difference: 50 %
  * The reading of Söderå
    Share in each case: 1 of 2 if read as “water first”; 0 of 2 if read as “a
      grudge”
    Difference: 50 %

THE SMALLEST CHANGE THAT TURNS IT
---------------------------------

Against what follows with everything as the file has it:

  - “the opening” would not hold if the village of Nørrefjäll were read as
    “pride first”.
  - “the opening” would not be on offer and would fall short of no deal for
    someone whose consent it needs, or not hold, if Söderå were read as “a
    grudge”, or if the village of Nørrefjäll were read as “pride first”.

FIND OUT FIRST
--------------

By how much the shares of the answers that are in doubt would move, on average
over those answers and over what might be found.

  1. The reading of the village of Nørrefjäll: 31 % on average.
     - Will Nørrefjäll send carts to the market? (By 30 June 2025.) Signs of
       yes: carts are mended. Signs of no: carts are sold.
  2. The reading of Söderå: 19 % on average. No question of the file bears on
     it.

WHAT COUNTS ONLY TOGETHER
-------------------------

Here one thing in doubt does more, or less, according to another.

  - “the opening” is on offer; is at least as good as no deal for all whose
    consent it needs, and would hold: reading the village of Nørrefjäll as
    “trade first” rather than as “pride first” does 100 % more for it where the
    reading of Söderå is “water first” than where it is “a grudge”.

HOW THIS WAS WORKED OUT
-----------------------

  - Varied: the readings of the parties. What is open about a reading is varied
    only where that reading is in force.
  - In each combination every outcome was judged anew by “firm”. A headline
    covers several outcomes: it would hold, or is on offer, where at least one
    of them would or is; it is where things go only where every place that they
    go to is in it.
  - Every combination was looked at, and no share is rounded before it is told.
    Percentages are whole, and never 0 or 100 for what is not exactly none or
    all.
  - A share says how much of what the file leaves open leads to an answer. It is
    not a forecast, and it is no better than the readings in the file and their
    weights.

Case file 0123456789ab · Détente 0.1.0 · nothing drawn at random
`);
  });

  it('leads with the only thing that matters, and says what does not', () => {
    expect(under(first, onlyNorth)).toEqual([
      'One thing in doubt changes the answer by itself, the reading of the village of Nørrefjäll: “the opening” would hold in both combinations in which this reading is “trade first”, and in neither of those in which it is “pride first”.',
      'The reading of Söderå changes nothing here.',
    ]);
  });

  it('says so where what is open changes nothing', () => {
    const idle = ensembleOf({
      doubts: counted.doubts,
      asked: [headline('holds', 'siege', 'the siege', () => true)],
    });
    expect(under(first, idle)).toEqual([
      'Nothing that the file leaves open changes any of these answers.',
    ]);
    expect(under('What carries the answer', idle)).toEqual([]);
  });

  it('says so where two things matter only together', () => {
    const either = ensembleOf({
      doubts: counted.doubts,
      asked: [
        headline(
          'holds',
          'siege',
          'the siege',
          (one) => (one.North === 'trade') === (one.South === 'thirst'),
        ),
      ],
    });
    expect(under(first, either)).toEqual([
      'The readings of the village of Nørrefjäll and Söderå change no share by themselves, only together with something else.',
    ]);
  });

  it('says so where something moves no headline, but something else', () => {
    const aside = ensembleOf({
      doubts: counted.doubts,
      asked: [
        headline('holds', 'opening', 'the opening', (one) => one.North === 'trade'),
        headline('stays', 'stays', 'stays', (one) => one.South === 'thirst'),
      ],
    });
    expect(under(first, aside)[1]).toBe(
      'The reading of Söderå changes no headline, only whether things stay as today.',
    );
  });

  it('tells what moves the rest where there is no headline', () => {
    const none = ensembleOf({
      doubts: counted.doubts,
      asked: [headline('stays', 'stays', 'stays', (one) => one.South === 'thirst')],
    });
    expect(under(first, none)).toEqual([
      'One thing in doubt changes the answer by itself, the reading of Söderå: things stay as today in both combinations in which this reading is “water first”, and in neither of those in which it is “a grudge”.',
      'The reading of the village of Nørrefjäll changes nothing here.',
    ]);
  });

  it('says so where nothing is open', () => {
    expect(under(first, closed)).toEqual([
      'The file leaves nothing open: it has one reading of each party and nothing else in doubt, so there is one answer.',
    ]);
    expect(under('In how many combinations', closed)).toEqual([
      '* “the siege”',
      'Would hold: 1 of 1',
      'Where things go if left alone: 1 of 1',
      'On offer: 0 of 1',
      'At least as good as no deal for all whose consent it needs, and would hold: 0 of 1',
      'In no combination would this hold, be on offer or be where things go: “the flood”.',
    ]);
  });

  it('tells of the whole case plainly where there is one combination', () => {
    const asked = [
      headline('stays', 'stays', 'stays', () => true),
      headline('circle', 'circle', 'circle', () => false),
    ];
    const one = ensembleOf({ doubts: [], asked });
    expect(under('In how many combinations', one)).toEqual([
      'Things stay as today. Things would not go round a circle.',
    ]);
    expect(under('How this was worked out', one)).toHaveLength(3);
  });

  it('says so where no combination is left', () => {
    const given = { id: 'siege', label: 'the siege', when: wells.outcomes[1]?.when as never };
    const none = {
      ...counted,
      sets: 0,
      notGiven: 4,
      options: { ...counted.options, given },
    };
    expect(under(first, none)).toEqual([
      'Nothing is left to count: in no combination is every place where things go in “the siege”.',
    ]);
    const some = { ...counted, notGiven: 2, impossible: 1, options: { ...counted.options, given } };
    expect(under('In how many combinations', some)[0]).toBe(
      'Counted over 4 combinations of readings, each counted once. Only those in which every place where things go is in “the siege” are counted; two other combinations are not. That is to observe it, not to bring it about. Left out is one combination in which a rule forbids today.',
    );
  });
});

describe('by weights', () => {
  it('tells them', () => {
    expect(under('In how many combinations', weighted)).toEqual([
      "Counted over 4 combinations of readings, by the analyst's weights: the village of Nørrefjäll, “trade first” 0.7 and “pride first” 0.3; Söderå, “water first” about 0.6667 and “a grudge” about 0.3333.",
      '* “the opening”',
      'Would hold: 70 %',
      'Where things go if left alone: 0 % to 47 %',
      'On offer: 47 %',
      'At least as good as no deal for all whose consent it needs, and would hold: 47 %',
      '* “the siege”',
      'Would hold: 100 %',
      'Where things go if left alone: 100 %',
      'On offer: 0 %',
      'At least as good as no deal for all whose consent it needs, and would hold: 0 %',
      'Where a range stands, it depends on who moves first.',
      'In no combination would this hold, be on offer or be where things go: “the flood”.',
    ]);
  });

  it('says that a share is by them, not that all or none is', () => {
    expect(under(first, weighted)).toEqual([
      'Most hangs on the reading of the village of Nørrefjäll: “the opening” would hold in all combinations in which this reading is “trade first”, and in none of those in which it is “pride first”.',
      "Next, the reading of Söderå: “the opening” is on offer in 70 % of the combinations in which this reading is “water first”, and in none of those in which it is “a grudge”, by the analyst's weights.",
    ]);
  });
});

describe('of draws', () => {
  it('tells the error, and claims no more than was drawn', () => {
    expect(under('In how many combinations', drawn).slice(0, 6)).toEqual([
      'Counted over 1,000 draws from the combinations of readings, seed 1, each reading of a party counted alike. After ± stands twice the standard error of a share of draws, in per cent of all.',
      '* “the opening”',
      'Would hold: 50 % ± 4',
      'Where things go if left alone: no draw to 25 % ± 3',
      'On offer: 25 % ± 3',
      'At least as good as no deal for all whose consent it needs, and would hold: 25 % ± 3',
    ]);
    expect(text(drawn)).toContain('· seed 1');
    const stopped = { ...drawn, ended: 'stopped' as const };
    expect(text(stopped).replace(/\s+/gu, ' ')).toContain(
      'The work was stopped: what follows is about the first 1,000 draws alone.',
    );
  });

  it('takes a difference within the error for none', () => {
    const [, bar] = drawn.tornadoes[0]?.bars ?? [];
    const noise = {
      ...(bar as NonNullable<typeof bar>),
      swing: 0.04,
      cases: [
        { id: 'thirst', sets: 500, share: 0.52, error: 0.022 },
        { id: 'spite', sets: 500, share: 0.48, error: 0.022 },
      ],
    };
    const noisy = {
      ...drawn,
      flips: [],
      interactions: [],
      tornadoes: [
        { column: 'holds:opening', bars: [...(drawn.tornadoes[0]?.bars.slice(0, 1) ?? []), noise] },
      ],
    };
    expect(under(first, noisy)[1]).toBe(
      'The reading of Söderå changes no share here by more than the error of the draws.',
    );
    expect(under('What carries the answer', noisy)).toHaveLength(6);
  });
});

describe('with everything open', () => {
  const theCase = openCase();
  const doubts = doubtsOf(theCase)
    .map((doubt) => doubtFound(theCase, doubt))
    .filter(({ kind }) => kind !== 'number');
  const report = ensembleOf({
    doubts,
    asked: [
      headline(
        'holds',
        'x',
        'the pact',
        (one) => one['A.hard.1'] === 'held' || one['rule.2'] === 'lifted',
      ),
      headline('scenario', 'one', 'one way', (one) => one.A === 'hard'),
      headline('scenario', 'other', 'other', (one) => one['A.soft.1-2'] === '2-1'),
      headline('scenario', 'depends', 'depends', (one) => one['A.soft.1-2'] === '1-2'),
      headline('stays', 'stays', 'stays', (one) => one['today.war'] === 'high'),
    ],
  });

  it('names what counts alike beside the weights', () => {
    expect(under('In how many combinations', report, theCase)).toEqual([
      "Counted over 40 combinations of readings and of what else the file leaves open, by the analyst's weights: A, “hard” 0.75 and “soft” 0.25, and each doubtful want with and without, each order of neighbours counted alike, each doubtful rule applied and lifted and each level that may be today’s counted alike.",
      '* “the pact”',
      'Would hold: 69 %',
      'Things stay as today in 50 % of the combinations.',
    ]);
  });

  it('tells readings apart that have not as many combinations as others', () => {
    const alike = ensembleOf({
      doubts: doubts.slice(0, 4).map((doubt) => ({ ...doubt, weights: null })),
      asked: [headline('holds', 'x', 'the pact', (one) => one['A.hard.1'] === 'held')],
    });
    expect(under('In how many combinations', alike, theCase)).toEqual([
      'Counted over 9 combinations of readings and of what else the file leaves open: each reading of a party counted alike, each doubtful want with and without and each order of neighbours counted alike.',
      '* “the pact”',
      'Would hold: 25 %',
    ]);
  });

  it('puts each combination under one scenario', () => {
    expect(under('Where things go, by scenario', report, theCase)).toEqual([
      'Each combination is in one row and no other, by where things go if left alone; the rows add up to all before rounding.',
      '* “one way”',
      'Where things go if left alone: 75 %',
      '* None of these',
      'Where things go if left alone: 13 %',
      '* It depends on who moves first',
      'Where things go if left alone: 13 %',
    ]);
  });

  it('tells what turns each answer, a change with what hangs on it', () => {
    expect(under('The smallest change that turns it', report, theCase)).toEqual([
      'Against what follows with everything as the file has it:',
      '- “the pact” would not hold if A did not hold “a”, or if A were read as “soft”.',
      '- Things would not go to the scenario “one way” if A were read as “soft”.',
      '- Things would go outside all the scenarios if A were read as “soft” and put “the answer on a is yes” before “the answer on b is yes”.',
      '- It would depend on who moves first to which scenario things go, if A were read as “soft”.',
      '- Things would stay as today if it were so today that war is high.',
    ]);
  });
});

describe('what nothing turns', () => {
  const [north, south] = counted.doubts as [(typeof counted.doubts)[0], (typeof counted.doubts)[0]];
  const found = (searched: number) => ({
    ...counted,
    flips: counted.flips.map((flip) => ({
      ...flip,
      searched,
      changes: flip.column === 'holds:opening' ? [] : flip.changes,
    })),
  });
  const tail = (searched: number) =>
    under('The smallest change that turns it', found(searched)).filter((one) =>
      one.startsWith('No '),
    );

  it('is told with how far the search went', () => {
    expect(tail(1)).toEqual([
      'No single change (several at once were not tried) turns this: “the opening” would hold.',
      'No single change (several at once were not tried) turns what is so in all combinations or in none.',
    ]);
    expect(tail(2)[0]).toBe(
      'No single change and no pair of changes (more were not tried) turns this: “the opening” would hold.',
    );
    expect(tail(3)[0]).toBe(
      'No change of up to 3 things at once (more were not tried) turns this: “the opening” would hold.',
    );
  });

  it('names both of two changes', () => {
    const both = ensembleOf({
      doubts: [north, south],
      asked: [
        headline(
          'holds',
          'flood',
          'the flood',
          (one) => one.North === 'pride' && one.South === 'spite',
        ),
      ],
    });
    expect(under('The smallest change that turns it', both)[1]).toBe(
      '- “the flood” would hold if both the village of Nørrefjäll were read as “pride first” and Söderå were read as “a grudge”.',
    );
  });
});

describe('what carries the answer less', () => {
  const rule = (at: number) =>
    open('rule', `rule.${at}`, `rule ${at}`, { applies: 'applies', lifted: 'lifted' });
  /** Each with its own headline, so in this share of the combinations where it applies, and else never. */
  const shares = [1, 0.75, 0.5, 0.5, 0.25];
  const theRules = shares.map((_, at) => rule(at + 1));
  const columns = shares.map((_, at) => headline('holds', `h${at}`, `h${at}`, () => false));
  const report = {
    ...ensembleOf({ doubts: theRules, asked: columns }),
    carrying: [],
    tornadoes: shares.map((share, at) => ({
      column: `holds:h${at}`,
      bars: [
        {
          doubt: `rule.${at + 1}`,
          cases: [
            { id: 'applies', sets: 16, share, error: null },
            { id: 'lifted', sets: 16, share: 0, error: null },
          ],
          swing: share,
          information: 0,
          isBeyondError: true,
        },
      ],
    })),
  };

  it('comes next, then; what ties with it is said to', () => {
    expect(under(first, report)).toEqual([
      'Most hangs on whether the rule “rule 1” applies: “h0” would hold in all 16 combinations in which the rule applies, and in none of the 16 in which it does not.',
      'Next, whether the rule “rule 2” applies: “h1” would hold in 12 of the 16 combinations in which the rule applies, and in none of the 16 in which it does not.',
      'Then whether the rule “rule 3” applies: “h2” would hold in 8 of the 16 combinations in which the rule applies, and in none of the 16 in which it does not.',
      'As much hangs on whether the rule “rule 4” applies.',
      'Less hangs on whether the rule “rule 5” applies.',
    ]);
  });

  it('is counted in the reading under which it stands', () => {
    const [north] = counted.doubts;
    if (!north) throw new Error('a reading');
    const cases = { held: 'held', struck: 'struck' };
    const want = open('want', 'North.1', 'carts', cases, { party: 'North', reading: 'trade' });
    const isHeld = (one: Readonly<Record<string, string>>) => one['North.1'] === 'held';
    const asked = [headline('holds', 'opening', 'the opening', isHeld)];
    expect(under(first, ensembleOf({ doubts: [north, want], asked }))[0]).toBe(
      'Most hangs on whether “carts” is a want of the village of Nørrefjäll (read as “trade first”): in that reading, “the opening” would hold in all combinations in which this want is held, and in none of those in which it is not.',
    );
  });
});

describe('what each party could do', () => {
  const choice = (
    party: string,
    level: string | null,
    shares: readonly [number, number, number],
  ) => ({
    party,
    issue: level === null ? null : party === 'North' ? 'pump' : 'road',
    level,
    best: shares[0],
    noWorse: shares[1],
    better: shares[2],
    errors: null,
  });
  const report = {
    ...counted,
    choices: [
      choice('North', null, [1, 1, 0]),
      choice('North', 'shared', [0.5, 0.75, 0]),
      choice('South', null, [0.25, 1, 0]),
      choice('South', 'open', [0.75, 0.75, 0.5]),
    ],
  };

  it('is told for each in a sentence, and in a table', () => {
    expect(under('What each party could do that is good in most of them', report).slice(1)).toEqual(
      [
        '- For the village of Nørrefjäll, waiting is as good as anything in all 4 combinations.',
        '- For Söderå, to move so that the road is open is as good as anything in 3 of the 4 combinations; it leads nowhere worse than waiting in 3 of the 4 combinations. Waiting is as good as anything in 1 of the 4 combinations.',
        '* The village of Nørrefjäll: wait',
        'As good as any other: 4 of 4',
        'Nowhere worse than waiting: –',
        'Better than waiting: –',
        '* The village of Nørrefjäll: share the pump',
        'As good as any other: 2 of 4',
        'Nowhere worse than waiting: 3 of 4',
        'Better than waiting: 0 of 4',
        '* Söderå: wait',
        'As good as any other: 1 of 4',
        'Nowhere worse than waiting: –',
        'Better than waiting: –',
        '* Söderå: move so that the road is open',
        'As good as any other: 3 of 4',
        'Nowhere worse than waiting: 3 of 4',
        'Better than waiting: 2 of 4',
      ],
    );
  });

  it('leaves out choices that are never good, and counts them', () => {
    const more = [choice('South', 'blocked', [0, 0, 0]), choice('South', 'open', [0, 1, 0])];
    const lines = under('What each party could do that is good in most of them', {
      ...report,
      choices: [...report.choices, ...more],
    });
    expect(lines.filter((line) => line.startsWith('* Söderå'))).toHaveLength(2);
    expect(lines.at(-1)).toBe(
      'Two further choices of these parties are left out: in no combination are they as good as any other or better than waiting.',
    );
  });

  it.each([
    [[], 'The village of Nørrefjäll and Söderå can only wait.'],
    [
      [1, 1, 0],
      'For the village of Nørrefjäll and Söderå, every choice is as good as waiting in all 4 combinations.',
    ],
    [
      [0, 0, 0],
      'For the village of Nørrefjäll and Söderå, waiting is as good as anything in all 4 combinations, and nothing else is in any.',
    ],
  ] as const)('has no table where waiting tells all: %j', (shares, sentence) => {
    const acts = (party: string, level: string) =>
      shares.length === 0 ? [] : [choice(party, level, shares)];
    const choices = [
      choice('North', null, [1, 1, 0]),
      ...acts('North', 'shared'),
      choice('South', null, [1, 1, 0]),
      ...acts('South', 'open'),
    ];
    const title = 'What each party could do that is good in most of them';
    expect(under(title, { ...report, choices }).slice(1)).toEqual([`- ${sentence}`]);
  });
});

describe('many parties', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `P${at}`);
  const theCase = caseOfText(`
detente: 1
title: twelve
parties: {${ids.map((id) => `${id}: 国${id}`).join(', ')}}
issues: {a: {lever: P0}}
today: {a: no}
preferences: {${ids.map((id) => `${id}: {one: {wants: [a]}, two: {wants: [not a]}}`).join(', ')}}
`);
  const doubts = ids.map((id) => open('reading', id, id, { one: 'one', two: 'two' }));
  const report = ensembleOf({
    doubts,
    asked: [
      headline('holds', 'a', 'an end', (one) => ids.slice(0, 5).every((id) => one[id] === 'one')),
    ],
  });

  it('names all that matter and some of what does not', () => {
    const lines = under(first, report, theCase);
    expect(lines.slice(3)).toEqual([
      'As much hangs on the readings of 国P3 and 国P4.',
      'The readings of 国P5, 国P6 and 国P7 and four other things in doubt change nothing here.',
    ]);
    expect(lines[1]).toMatch(
      /^As much hangs on the reading of 国P1: “an end” would hold in 128 of the 2,048 /,
    );
  });

  it('keeps within 80 columns', () => {
    const wide = [text(report, theCase), text(weighted), text(drawn)]
      .flatMap((one) => one.split('\n').slice(0, -1))
      .filter((line) => [...line].length > 80);
    expect(wide).toEqual([]);
  });

  it('tells five pairs that do not add up, and counts the rest', () => {
    const pairs = under('What counts only together', report, theCase);
    expect(pairs).toHaveLength(7);
    expect(pairs[1]).toBe(
      '- “an end” would hold: reading 国P0 as “one” rather than as “two” does 13 % more for it where the reading of 国P1 is “one” than where it is “two”.',
    );
    expect(pairs[6]).toBe('Five further pairs are not told here; --json lists all.');
  });
});
