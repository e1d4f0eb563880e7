import { readFileSync } from 'node:fs';
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
import { doubtsOf } from '../analysis/uncertainty/doubts-of.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { readCase } from '../io/case-file/read-case.js';
import { deals } from '../questions/deals.js';
import { doubtFound } from '../questions/doubt-found.js';
import { holds } from '../questions/holds.js';
import { wrap } from '../render/text.js';
import { briefDocument } from './brief-document.js';
import { plainText } from './document.js';
import type { EnsembleReport } from './ensemble-shares.js';
import { isOnePage } from './fit-page.js';
import { whatWouldChangeIt } from './what-would-change-it.js';

const stamp = { hash: '0123456789abcdef', version: '0.1.0' };

function lines(report: EnsembleReport, theCase: Case = wells): readonly string[] {
  return (whatWouldChangeIt(theCase, report).list?.items ?? []).map(({ content }) =>
    plainText(content),
  );
}

describe('what would change it, in the brief', () => {
  it('ranks what matters, and says what to find out first', () => {
    expect(lines(counted)).toEqual([
      'Most hangs on the reading of the village of Nørrefjäll: “the opening” would hold in both combinations of readings in which this reading is “trade first”, and in neither of those in which it is “pride first”. Find out that first: Will Nørrefjäll send carts to the market? (By 30 June 2025.)',
      'Then, by how far a share moves with it: the reading of Söderå (50 %).',
    ]);
  });

  it('prints the weights, briefly', () => {
    expect(lines(weighted).at(-1)).toBe(
      "Counted over 4 combinations of readings, by the analyst's weights: the village of Nørrefjäll 0.7 and 0.3; Söderå about 0.6667 and about 0.3333.",
    );
  });

  it('says what was drawn', () => {
    expect(lines(drawn).at(-1)).toBe(
      'Counted over 1,000 draws from the combinations of readings, seed 1, each reading of a party counted alike.',
    );
  });

  it('says what does not matter', () => {
    expect(lines(onlyNorth)[1]).toBe('The reading of Söderå changes nothing here.');
    expect(lines(closed)).toEqual([
      'The file leaves nothing open: it has one reading of each party and nothing else in doubt, so there is one answer.',
    ]);
    expect(lines({ ...counted, sets: 0 })).toEqual([
      'Nothing is left to count: no combination of what the file leaves open is possible.',
    ]);
  });

  it('tells the change that turns the answer where that was not said', () => {
    const [north, south] = counted.doubts;
    if (!north || !south) throw new Error('two readings');
    const both = ensembleOf({
      doubts: [north, { ...south, weights: [0.75, 0.25] }],
      asked: [
        headline(
          'on offer',
          'flood',
          'the flood',
          (one) => one.North === 'pride' && one.South === 'spite',
        ),
      ],
    });
    expect(lines(both)).toContain(
      '“the flood” would be on offer if both the village of Nørrefjäll were read as “pride first” and Söderå were read as “a grudge”.',
    );
    const many = ensembleOf({
      doubts: [
        north,
        open('reading', 'South', 'Söderå', {
          thirst: 'water first',
          spite: 'a grudge',
          rest: 'peace',
        }),
      ],
      asked: [
        headline(
          'holds',
          'flood',
          'the flood',
          (one) => one.North === 'trade' && one.South === 'thirst',
        ),
      ],
    });
    expect(lines(many)).toContain(
      '“the flood” would not hold if Söderå were read as “a grudge”, or by two other single changes.',
    );
  });

  it('names every reading that matters, and of the rest the first', () => {
    const wants = ['a', 'b', 'c'].map((id) =>
      open(
        'want',
        `North.${id}`,
        id,
        { held: 'held', struck: 'struck' },
        { party: 'North', reading: 'trade' },
      ),
    );
    const [north, south] = counted.doubts;
    if (!north || !south) throw new Error('two readings');
    const report = ensembleOf({
      doubts: [north, ...wants, south],
      asked: [
        headline(
          'holds',
          'opening',
          'the opening',
          (one) =>
            one.North === 'trade' &&
            (one.South === 'thirst' || one['North.a'] === 'held' || one['North.b'] === 'held'),
        ),
      ],
    });
    expect(lines(report)[1]).toBe(
      'Then, by how far a share moves with it: the reading of Söderå (13 %); of two other things in doubt, most whether “a” is a want of the village of Nørrefjäll (read as “trade first”) (25 %). One thing in doubt changes nothing here.',
    );
  });
});

describe('the brief with what would change it', () => {
  const { case: spring } = readCase(readFileSync('cases/examples/spring-2025.yaml', 'utf8'));
  if (!spring) throw new Error('the example is sound');
  const label = (id: string) => spring.outcomes.find((one) => one.id === id)?.label ?? id;
  const ensemble = ensembleOf({
    doubts: doubtsOf(spring)
      .map((doubt) => doubtFound(spring, doubt))
      .filter(({ kind }) => kind === 'reading'),
    asked: [
      headline(
        'holds',
        'four',
        label('four_term_deal'),
        (one) => one.RU === 'terms' && one.UA !== 'sovereign',
      ),
      headline('on offer', 'ties', label('ties_only'), (one) => one.US === 'conditional'),
    ],
  });
  const report = holds.run(spring, holds.defaults, uncontrolled);
  const agreed = deals.run(spring, deals.defaults, uncontrolled);
  const { blocks } = briefDocument(spring, report, stamp, agreed, ensemble);
  const pageBreak = blocks.findIndex(({ kind }) => kind === 'pageBreak');
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  const items = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map(({ content }) => plainText(content)) : [],
  );

  it('stands between the bottom line and how sure', () => {
    expect(headings.slice(0, 3)).toEqual([
      'Bottom line',
      'What would change it',
      'How sure, and why',
    ]);
  });

  it('keeps each page one page', () => {
    expect(isOnePage(blocks.slice(0, pageBreak), 6)).toBe(true);
    expect(isOnePage(blocks.slice(pageBreak + 1), 5)).toBe(true);
  });

  it('tells rival readings apart by whether they change the answer', () => {
    expect(items.filter((one) => one.startsWith('In force'))).toEqual([
      'In force, beside rival readings that change the answer: the United States, “relief only for a ceasefire” (two rivals); Russia, “stops only if Western arms stop” (one rival); Ukraine, “arms and no recognition before a ceasefire” (one rival).',
      'In force, beside rival readings that change nothing that was counted: Europe, “holds its line” (one rival).',
    ]);
  });

  it('takes few lines, long names and weights among them', () => {
    const all = lines(ensemble, spring).map((line) => wrap(line, 80, '  - ', '    '));
    expect(all.join('\n').split('\n').length).toBeLessThanOrEqual(10);
  });

  it('is absent where it was not asked, and rival readings may change the answer', () => {
    const without = briefDocument(spring, report, stamp, agreed);
    const told = without.blocks.flatMap((block) =>
      block.kind === 'heading'
        ? [block.text]
        : block.kind === 'list'
          ? block.items.map(({ content }) => plainText(content))
          : [],
    );
    expect(told).not.toContain('What would change it');
    expect(
      told.some((one) => one.startsWith('In force, beside rival readings that may change')),
    ).toBe(true);
  });

  it('has the seed in its stamp where anything was drawn', () => {
    expect(
      briefDocument(wells, holds.run(wells, holds.defaults, uncontrolled), stamp, undefined, drawn)
        .stamp,
    ).toBe('Case file 0123456789ab · Détente 0.1.0 · seed 1');
  });
});
