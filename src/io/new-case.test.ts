import { describe, expect, it } from 'vitest';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import { readCase } from './case-file/read-case.js';
import { newCaseText } from './new-case.js';

/** The case read from a new file, after checking that nothing at all is wrong with it. */
function read(parties: readonly string[], title = 'A title') {
  const { case: theCase, diagnostics } = readCase(newCaseText({ title, parties }));
  expect(diagnostics.map(({ code, what, details }) => [code, what, details])).toEqual([]);
  if (!theCase) throw new Error('no case was read');
  return theCase;
}

describe('a new case', () => {
  it.each([1, 2, 3, 5, 12])('of %i parties loads without a remark and answers', (count) => {
    const names = Array.from({ length: count }, (_, at) => `Party ${at + 1}`);
    const theCase = read(names);
    expect(theCase.parties.map(({ name }) => name)).toEqual(names);
    expect(theCase.issues).toHaveLength(count === 1 ? 1 : count + 1);
    if (count > 5) return;
    const report = holds.run(theCase, holds.defaults, uncontrolled);
    expect(report.ends.length).toBeGreaterThan(0);
  });

  it('has the names as they were given, and ids made of their letters and digits', () => {
    const theCase = read(['United States', 'Україна', '中国', 'Côte d’Ivoire']);
    expect(theCase.parties.map(({ id }) => id)).toEqual([
      'United_States',
      'Україна',
      '中国',
      'Côte_d_Ivoire',
    ]);
    expect(theCase.parties[3]?.name).toBe('Côte d’Ivoire');
  });

  it('tells parties of one name, or of names that give one id, apart', () => {
    expect(read(['A', 'A', 'A']).parties.map(({ id }) => id)).toEqual(['A', 'A_2', 'A_3']);
    expect(read(['A B', 'A-B', 'A B 2']).parties.map(({ id }) => id)).toEqual([
      'A_B',
      'A_B_2',
      'A_B_2_2',
    ]);
  });

  it('has an id for a name without a letter or digit', () => {
    expect(read(['!!!', '—']).parties.map(({ id }) => id)).toEqual(['party', 'party_2']);
  });

  it.each([
    ['and'],
    ['or'],
    ['not'],
    ['if'],
    ['of'],
    ['no'],
    ['yes'],
    ['on'],
    ['off'],
    ['No'],
    ['NO'],
    ['true'],
    ['False'],
    ['null'],
    ['nobody'],
    ['any'],
    ['all'],
    ['none'],
    ['judgement'],
    ['course_1'],
    ['pact'],
    ['hold'],
    ['1'],
    ['007'],
    ['0x10'],
    ['1e5'],
    ['2025-04-27'],
    ['.5'],
    ['~'],
    ['__proto__'],
    ['constructor'],
    ['say "peace"'],
    ["l'État"],
    ['a: b # c'],
    ['- dash'],
    ['{x}'],
    ['back\\slash'],
    ['line\nbreak'],
    ['tab\tstop'],
    ['Ⅳ and ² and ½'],
    ['e\u0301cole'],
    ['हिन्दी'],
    ['🕊'],
    ['x'.repeat(300)],
  ])('loads for a party called %j', (name) => {
    expect(read([name]).parties[0]?.name).toBe(name);
    expect(read(['Other', name]).parties[1]?.name).toBe(name);
    expect(new Set(read([name, name, 'Other']).parties.map(({ id }) => id)).size).toBe(3);
  });

  it.each([
    ['say "peace": now # or never'],
    ["l'État, c'est moi"],
    ['- dash'],
    ['two\nlines'],
    ['мир 🕊'],
    ['2025'],
    ['null'],
    ['back\\slash'],
  ])('keeps the title %j', (title) => {
    expect(read(['A', 'B'], title).title).toBe(title);
  });
});
