import { describe, expect, test } from 'vitest';
import type { Expression } from '../../core/expression.js';
import { type NameTable, parseExpression } from './parse-expression.js';

const names: NameTable = {
  issues: [
    { id: 'front', levels: ['fighting', 'freeze', 'four_regions', 'settled'], isLever: false },
    { id: 'us_aid', levels: ['flowing', 'halted'], isLever: false },
    { id: 'us_sanctions', levels: ['kept', 'eased', 'lifted'], isLever: false },
    { id: 'crimea', levels: ['left_open', 'recognised'], isLever: false },
    { id: 'eu_force', levels: ['no', 'yes'], isLever: true },
    { id: 'NO', levels: ['no', 'yes'], isLever: true },
    { id: 'санкции', levels: ['остаются', 'сняты'], isLever: false },
    { id: 'هدنة', levels: ['لا_شيء', 'جزئية', 'كاملة'], isLever: false },
  ],
  terms: ['ceasefire', 'перемирие'],
  outcomes: ['tracks_diverge'],
};

/** A tree as nested lists, `[and, [name, issue 3], [= 0 1]]`, to be compared at a glance. */
function shape(node: Expression | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'comparison':
      return `${node.issue} ${node.operator} ${node.level}`;
    case 'membership':
      return `${node.issue} in ${node.levels.join(' ')}`;
    case 'name':
      return `${node.of} ${node.index}`;
    case 'not':
      return ['not', shape(node.operand)];
    case 'and':
    case 'or':
      return [node.kind, ...node.operands.map(shape)];
    case 'if':
      return ['if', shape(node.condition), shape(node.consequence)];
    case 'iff':
      return ['iff', shape(node.left), shape(node.right)];
    case 'atLeast':
      return [`at least ${node.count}`, ...node.operands.map(shape)];
  }
}

const read = (text: string) => shape(parseExpression(text, names).expression);

/** Each problem as lines: position, code and what; then details and help. */
function told(text: string): string[] {
  return parseExpression(text, names).problems.flatMap((problem) => [
    `${problem.span.start}-${problem.span.end} ${problem.severity === 'warning' ? 'warning ' : ''}${problem.code}: ${problem.what}`,
    ...(problem.details ?? []).map((line) => `  ${line}`),
    ...(problem.help === undefined ? [] : [`  help: ${problem.help}`]),
  ]);
}

describe('reading', () => {
  test('a name stands for a two-level issue, a term or a named outcome', () => {
    expect(read('crimea')).toBe('issue 3');
    expect(read('ceasefire')).toBe('term 0');
    expect(read('tracks_diverge')).toBe('outcome 0');
  });

  test('a comparison names an issue, a sign and a level', () => {
    expect(read('front >= freeze')).toBe('0 >= 1');
    expect(read('front<freeze')).toBe('0 < 1');
    expect(read('us_sanctions != kept')).toBe('2 != 0');
    expect(read('front in [settled, freeze]')).toBe('0 in 3 1');
  });

  test('not takes a whole comparison', () => {
    expect(read('not us_aid = halted')).toEqual(['not', '1 = 1']);
    expect(read('not not crimea')).toEqual(['not', ['not', 'issue 3']]);
  });

  test('not binds tighter than and, and tighter than or, or tighter than if and iff', () => {
    expect(read('not crimea and ceasefire or us_aid')).toEqual([
      'or',
      ['and', ['not', 'issue 3'], 'term 0'],
      'issue 1',
    ]);
    expect(read('if crimea or us_aid then ceasefire and us_aid')).toEqual([
      'if',
      ['or', 'issue 3', 'issue 1'],
      ['and', 'term 0', 'issue 1'],
    ]);
    expect(read('us_sanctions = lifted iff ceasefire or crimea')).toEqual([
      'iff',
      '2 = 2',
      ['or', 'term 0', 'issue 3'],
    ]);
  });

  test('a chain of and is one node, brackets make another', () => {
    expect(read('crimea and us_aid and ceasefire')).toEqual([
      'and',
      'issue 3',
      'issue 1',
      'term 0',
    ]);
    expect(read('(crimea and us_aid) and ceasefire')).toEqual([
      'and',
      ['and', 'issue 3', 'issue 1'],
      'term 0',
    ]);
  });

  test('if can stand after then, and in brackets', () => {
    expect(read('if crimea then if us_aid then ceasefire')).toEqual([
      'if',
      'issue 3',
      ['if', 'issue 1', 'term 0'],
    ]);
    expect(read('crimea and (if us_aid then ceasefire)')).toEqual([
      'and',
      'issue 3',
      ['if', 'issue 1', 'term 0'],
    ]);
  });

  test('at least counts whole conditions', () => {
    expect(read('at least 2 of (crimea, us_aid or ceasefire, if crimea then us_aid)')).toEqual([
      'at least 2',
      'issue 3',
      ['or', 'issue 1', 'term 0'],
      ['if', 'issue 3', 'issue 1'],
    ]);
    expect(read('at least 1 of (crimea)')).toEqual(['at least 1', 'issue 3']);
  });

  test('names are in any script, and NO is not no', () => {
    expect(read('санкции = сняты and перемирие')).toEqual(['and', '6 = 1', 'term 1']);
    expect(read('هدنة >= جزئية or NO')).toEqual(['or', '7 >= 1', 'issue 5']);
    expect(read('NO = no')).toBe('5 = 0');
  });

  test('an accent is the same as one character and as two', () => {
    const accented = { issues: [], terms: ['d\u00e9tente'], outcomes: [] };
    expect(parseExpression('de\u0301tente', accented).problems).toEqual([]);
  });

  test('lines and tabs are spaces', () => {
    expect(read('\n crimea\r\n\tand us_aid ')).toEqual(['and', 'issue 3', 'issue 1']);
  });

  test('a span is the text of the node, without the brackets around it', () => {
    const { expression } = parseExpression(' not (front >= freeze)', names);
    expect(expression?.span).toEqual({ start: 1, end: 22 });
    expect(expression?.kind === 'not' && expression.operand.span).toEqual({ start: 6, end: 21 });
  });

  test('a warning leaves the expression in use, an error does not', () => {
    expect(read('front < fighting')).toBe('0 < 0');
    expect(read('front in [freeze, freeze]')).toBe('0 in 1');
    expect(read('crimea and foo')).toBe(undefined);
  });
});

describe('messages', () => {
  test('an empty expression shows one of this case', () => {
    for (const text of ['', ' \n ']) {
      expect(told(text)).toEqual([
        `0-${text.length} DET301: the expression is empty`,
        '  help: write a condition, such as "front = freeze"',
      ]);
    }
    const nameless = parseExpression('', { issues: [], terms: [], outcomes: [] });
    expect(nameless.problems[0]?.help).toBe(undefined);
  });

  test('all unknown names are told, not only the first', () => {
    expect(told('crimae and (frnt = freeze or us_aid = halt) and not ceasefir')).toEqual([
      '0-6 DET212: nothing in the case is called "crimae"',
      '  help: did you mean "crimea"?',
      '12-16 DET212: nothing in the case is called "frnt"',
      '  help: did you mean "front"?',
      '38-42 DET204: issue "us_aid" has no level "halt"',
      '  levels of "us_aid": flowing, halted',
      '  help: did you mean "halted"?',
      '52-60 DET212: nothing in the case is called "ceasefir"',
      '  help: did you mean "ceasefire"?',
    ]);
  });

  test('names before a syntax error are told, and comparisons after it', () => {
    expect(told('crimae and us_aid ceasefire or front = freez')).toEqual([
      '0-6 DET212: nothing in the case is called "crimae"',
      '  help: did you mean "crimea"?',
      '18-27 DET301: expected a sign such as "=", "in", "and", "or", "iff" or the end, found "ceasefire"',
      '  help: write a sign between "us_aid" and "ceasefire": "=", "and" or "or"',
      '39-44 DET204: issue "front" has no level "freez"',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: did you mean "freeze"?',
    ]);
  });

  test('a level of several issues is shown with each', () => {
    const two = {
      issues: ['pump', 'road'].map((id) => ({ id, levels: ['open', 'shut'], isLever: false })),
      terms: [],
      outcomes: [],
    };
    const [problem] = parseExpression('shut', two).problems;
    expect(problem?.what).toBe('"shut" is a level of "pump" and "road", not a name');
    expect(problem?.help).toBe('write "pump = shut" or "road = shut"');
  });

  test('of many names the first twelve are listed', () => {
    const terms = Array.from({ length: 15 }, (_, index) => `t${index}`);
    const [problem] = parseExpression('unheard_of', { issues: [], terms, outcomes: [] }).problems;
    expect(problem?.details).toEqual([
      'terms: t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11 and 3 more',
    ]);
  });

  test('a nesting too deep to follow is refused, however deep', () => {
    expect(read(`${'('.repeat(99)}crimea${')'.repeat(99)}`)).toBe('issue 3');
    for (const depth of [101, 1_000, 20_000]) {
      const { expression, problems } = parseExpression(`${'not '.repeat(depth)}crimea`, names);
      expect(expression).toBe(undefined);
      expect(problems.map(({ code, what }) => `${code}: ${what}`)).toEqual([
        'DET301: conditions are nested more than 100 deep',
      ]);
    }
  });

  const table: readonly (readonly [text: string, ...lines: string[]])[] = [
    [
      'front = freeze and',
      '18-18 DET301: expected a condition, found the end',
      '  help: complete what stands after "and"',
    ],
    ['and front = freeze', '0-3 DET301: expected a condition, found "and"'],
    [
      'front freeze',
      '6-12 DET301: expected a sign such as "=", "in", "and", "or", "iff" or the end, found "freeze"',
      '  help: write "front = freeze"',
    ],
    [
      'front =',
      '7-7 DET301: expected a level of "front", found the end',
      '  levels of "front": fighting, freeze, four_regions, settled',
    ],
    [
      '(crimea and us_aid',
      '18-18 DET301: expected a sign such as "=", "in", "and", "or", "iff" or ")", found the end',
      '  help: close the bracket with ")"',
    ],
    [
      'crimea and us_aid)',
      '17-18 DET301: expected a sign such as "=", "in", "and", "or", "iff" or the end, found ")"',
      '  help: remove it: no bracket is open here',
    ],
    ['()', '1-2 DET301: expected a condition, found ")"'],
    [
      'crimea iff us_aid iff ceasefire',
      '18-21 DET301: expected a sign such as "=", "in", "and", "or" or the end, found "iff"',
      '  help: "iff" does not chain: put brackets around one of them',
    ],
    [
      'if crimea then us_aid iff ceasefire',
      '22-25 DET301: expected a sign such as "=", "in", "and", "or" or the end, found "iff"',
      '  help: "if" and "iff" do not mix: put brackets around one of them',
    ],
    [
      'crimea iff if us_aid then ceasefire',
      '11-13 DET301: expected a condition, found "if"',
      '  help: put brackets around "if … then …"',
    ],
    [
      'crimea and if us_aid then ceasefire',
      '11-13 DET301: expected a condition, found "if"',
      '  help: put brackets around "if … then …"',
    ],
    [
      'if crimea',
      '9-9 DET301: expected a sign such as "=", "in", "and", "or" or "then", found the end',
      '  help: say what follows: "then …"',
    ],
    [
      'if crimea, then us_aid',
      '9-10 DET301: expected a sign such as "=", "in", "and", "or" or "then", found ","',
      '  help: remove the comma',
    ],
    [
      'crimea, us_aid',
      '6-7 DET301: expected a sign such as "=", "in", "and", "or", "iff" or the end, found ","',
      '  help: join conditions with "and" or "or"',
    ],
    [
      'crimea us_aid',
      '7-13 DET301: expected a sign such as "=", "in", "and", "or", "iff" or the end, found "us_aid"',
      '  help: write a sign between "crimea" and "us_aid": "=", "and" or "or"',
    ],
    [
      'front in (freeze, settled)',
      '9-10 DET301: expected "[", found "("',
      '  help: write square brackets: "in [a, b]"',
    ],
    [
      'front in []',
      '10-11 DET301: expected a level of "front", found "]"',
      '  levels of "front": fighting, freeze, four_regions, settled',
    ],
    [
      'front in [freeze, settled',
      '25-25 DET301: expected "," or "]", found the end',
      '  help: close the list with "]"',
    ],
    [
      'front not in [freeze]',
      '6-9 DET301: expected a sign such as "=", "in", "and", "or", "iff" or the end, found "not"',
      '  help: write "not" before "front"',
    ],
    [
      'front = (freeze or settled)',
      '8-9 DET301: expected a level of "front", found "("',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: to allow several levels, write "front in [a, b]"',
    ],
    [
      'front = not freeze',
      '8-11 DET301: expected a level of "front", found "not"',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: write "!=", or put "not" before the comparison',
    ],
    [
      'front = "freeze"',
      '8-9 DET301: expected a level of "front", found a quotation mark',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: write names without quotation marks',
    ],
    [
      'front = “freeze”',
      '8-9 DET301: expected a level of "front", found a quotation mark',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: write names without quotation marks',
    ],
    [
      'front < freeze < settled',
      '15-16 DET301: expected "and", "or", "iff" or the end, found "<"',
      '  help: write one comparison at a time and join them with "and"',
    ],
    [
      '(crimea) = us_aid',
      '9-10 DET301: expected "and", "or", "iff" or the end, found "="',
      '  help: for "both or neither" write "iff"',
    ],
    [
      'at least 2 (crimea, us_aid)',
      '11-12 DET301: expected "of", found "("',
      '  help: write "of" after the number',
    ],
    [
      'at least 2 of [crimea, us_aid]',
      '14-15 DET301: expected "(", found "["',
      '  help: write round brackets: "of (a, b, c)"',
    ],
    [
      'at least 2 of crimea, us_aid',
      '14-20 DET301: expected "(", found "crimea"',
      '  help: write round brackets: "of (a, b, c)"',
    ],
    [
      'at most 2 of (crimea, us_aid)',
      '3-7 DET301: expected "least", found "most"',
      '  help: for "at most 2 of" write "not at least 3 of"',
    ],
    ['at least 1 of ()', '15-16 DET301: expected a condition, found ")"'],
    [
      'front = of',
      '8-10 DET301: expected a level of "front", found "of"',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: "of" is a word of the language and cannot be a name',
    ],
    [
      'us-aid = halted',
      '2-3 DET301: expected a sign such as "=", "in", "and", "or", "iff" or the end, found "-"',
      '  help: write "us_aid"',
    ],
    [
      'crimea.us_aid',
      '6-7 DET301: expected a sign such as "=", "in", "and", "or", "iff" or the end, found "."',
      '  help: names have letters, digits and "_" only',
    ],
    [
      'front >= 2.5',
      '9-12 DET301: expected a level of "front", found "2.5"',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: names have letters, digits and "_" only',
    ],
    [
      'front =\u{a0}freeze',
      '7-8 DET301: a special space (U+00A0) stands here',
      '  help: write an ordinary space',
    ],
    [
      'front = fre\u{200b}eze',
      '11-12 DET301: an invisible character (U+200B) stands in a name',
      '  help: remove it',
    ],
    [
      'fr😀nt = freeze',
      '2-4 DET301: "😀" (U+1F600) cannot stand in a name',
      '  help: use letters, digits and "_" only',
    ],
    [
      'front 😀 freeze',
      '6-8 DET301: expected a sign such as "=", "in", "and", "or", "iff" or the end, found "😀" (U+1F600)',
      '  help: names have letters, digits and "_" only',
    ],
    [
      'front',
      '0-5 DET302: issue "front" has 4 levels: its name alone says too little',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: say which, as in "front >= freeze" or "front = freeze"',
    ],
    [
      'us_sanctions and not front',
      '0-12 DET302: issue "us_sanctions" has 3 levels: its name alone says too little',
      '  levels of "us_sanctions": kept, eased, lifted',
      '  help: say which, as in "us_sanctions >= eased" or "us_sanctions = eased"',
      '21-26 DET302: issue "front" has 4 levels: its name alone says too little',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: say which, as in "front >= freeze" or "front = freeze"',
    ],
    [
      'frnt = freeze',
      '0-4 DET212: nothing in the case is called "frnt"',
      '  help: did you mean "front"?',
    ],
    [
      'foo',
      '0-3 DET212: nothing in the case is called "foo"',
      '  issues: front, us_aid, us_sanctions, crimea, eu_force, NO, санкции, هدنة',
      '  terms: ceasefire, перемирие',
      '  outcomes: tracks_diverge',
      '  help: use one of these names, or add this one to the case',
    ],
    [
      'foo = freeze',
      '0-3 DET212: nothing in the case is called "foo"',
      '  help: "freeze" is a level of "front": did you mean that issue?',
    ],
    [
      'frozn',
      '0-5 DET212: nothing in the case is called "frozn"',
      '  issues: front, us_aid, us_sanctions, crimea, eu_force, NO, санкции, هدنة',
      '  terms: ceasefire, перемирие',
      '  outcomes: tracks_diverge',
      '  help: use one of these names, or add this one to the case',
    ],
    [
      'halted',
      '0-6 DET212: "halted" is a level of "us_aid", not a name',
      '  help: write "us_aid = halted"',
    ],
    [
      'freeze = front',
      '0-6 DET212: "freeze" is a level of "front", not a name',
      '  help: write "front = freeze"',
    ],
    [
      'freeze <= front',
      '0-6 DET212: "freeze" is a level of "front", not a name',
      '  help: write "front >= freeze"',
    ],
    [
      'yes',
      '0-3 DET212: "yes" is a level of a lever, not a name',
      '  help: write "eu_force = yes"',
    ],
    [
      'Crimea',
      '0-6 DET212: nothing in the case is called "Crimea"',
      '  help: did you mean "crimea"?',
    ],
    [
      'сеаsefire',
      '0-9 DET212: nothing in the case is called "сеаsefire"',
      '  help: did you mean "ceasefire"?',
    ],
    [
      'перемирее',
      '0-9 DET212: nothing in the case is called "перемирее"',
      '  help: did you mean "перемирие"?',
    ],
    [
      'front = freez',
      '8-13 DET204: issue "front" has no level "freez"',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: did you mean "freeze"?',
    ],
    [
      'front = no',
      '8-10 DET204: issue "front" has no level "no"',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: only levers have the levels "no" and "yes"',
    ],
    [
      'front = halted',
      '8-14 DET204: issue "front" has no level "halted"',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: "halted" is a level of "us_aid"',
    ],
    [
      'crimea = yes',
      '9-12 DET204: issue "crimea" has no level "yes"',
      '  levels of "crimea": left_open, recognised',
      '  help: write "crimea"',
    ],
    [
      'crimea != yes',
      '10-13 DET204: issue "crimea" has no level "yes"',
      '  levels of "crimea": left_open, recognised',
      '  help: write "not crimea"',
    ],
    [
      'eu_force = false',
      '11-16 DET204: issue "eu_force" has no level "false"',
      '  levels of "eu_force": no, yes',
      '  help: write "not eu_force"',
    ],
    [
      'санкции = снят',
      '10-14 DET204: issue "санкции" has no level "снят"',
      '  levels of "санкции": остаются, сняты',
      '  help: did you mean "сняты"?',
    ],
    [
      'هدنة = كامله',
      '7-12 DET204: issue "هدنة" has no level "كامله"',
      '  levels of "هدنة": لا_شيء, جزئية, كاملة',
      '  help: did you mean "كاملة"?',
    ],
    [
      'ceasefire = yes',
      '0-9 DET303: "ceasefire" is a term: it holds or it does not, and has no levels',
      '  help: write "ceasefire"',
    ],
    [
      'ceasefire != true',
      '0-9 DET303: "ceasefire" is a term: it holds or it does not, and has no levels',
      '  help: write "not ceasefire"',
    ],
    [
      'ceasefire >= freeze',
      '0-9 DET303: "ceasefire" is a term: it holds or it does not, and has no levels',
      '  help: write "ceasefire" or "not ceasefire"',
    ],
    [
      'tracks_diverge in [freeze]',
      '0-14 DET303: "tracks_diverge" is a named outcome: it holds or it does not, and has no levels',
      '  help: write "tracks_diverge" or "not tracks_diverge"',
    ],
    [
      'front = us_sanctions',
      '8-20 DET303: "us_sanctions" is an issue; "front" can be compared with its own levels only',
      '  levels of "front": fighting, freeze, four_regions, settled',
      '  help: compare each with a level: "front = freeze"',
    ],
    [
      'crimea = us_aid',
      '9-15 DET303: "us_aid" is an issue; "crimea" can be compared with its own levels only',
      '  levels of "crimea": left_open, recognised',
      '  help: for "both or neither" write "crimea iff us_aid"',
    ],
    [
      'crimea != us_aid',
      '10-16 DET303: "us_aid" is an issue; "crimea" can be compared with its own levels only',
      '  levels of "crimea": left_open, recognised',
      '  help: for "one but not both" write "crimea iff not us_aid"',
    ],
    [
      'at least 0 of (crimea, us_aid)',
      '9-10 DET305: "at least 0 of" always holds',
      '  help: write 1 or 2',
    ],
    [
      'at least 3 of (crimea, us_aid)',
      '9-10 DET305: "at least 3 of" never holds: only 2 are listed',
      '  help: write 1 or 2, or list more',
    ],
    [
      'at least 2.5 of (crimea, us_aid, ceasefire)',
      '9-12 DET305: "2.5" is not a whole number in digits',
      '  help: write a whole number from 1 to 3',
    ],
    [
      'at least -1 of (crimea)',
      '9-11 DET305: "-1" is not a whole number in digits',
      '  help: write 1',
    ],
    [
      'at least two of (crimea, us_aid)',
      '9-12 DET305: "two" is not a whole number in digits',
      '  help: write "at least 2 of"',
    ],
    [
      'at least many of (crimea, us_aid)',
      '9-13 DET305: "many" is not a whole number in digits',
      '  help: write 1 or 2',
    ],
    ['front == freeze', '6-8 DET306: "==" is not used in expressions', '  help: write "="'],
    [
      'crimea && !us_aid',
      '7-9 DET306: "&&" is not used in expressions',
      '  help: write "and"',
      '10-11 DET306: "!" is not used in expressions',
      '  help: write "not"',
    ],
    [
      'crimea || us_aid <> halted',
      '7-9 DET306: "||" is not used in expressions',
      '  help: write "or"',
      '17-19 DET306: "<>" is not used in expressions',
      '  help: write "!="',
    ],
    [
      'front≥freeze and us_aid ≠ halted',
      '5-6 DET306: "≥" is not used in expressions',
      '  help: write ">="',
      '24-25 DET306: "≠" is not used in expressions',
      '  help: write "!="',
    ],
    ['front => freeze', '6-8 DET306: "=>" is not used in expressions', '  help: write ">="'],
    [
      'crimea => us_aid',
      '7-9 DET306: "=>" is not used in expressions',
      '  help: write ">=" for "at least", or "if crimea then us_aid"',
    ],
    [
      'crimea -> us_aid',
      '7-9 DET306: "->" is not used in expressions',
      '  help: write "if crimea then us_aid"',
    ],
    ['crimea <-> us_aid', '7-10 DET306: "<->" is not used in expressions', '  help: write "iff"'],
    [
      'if crimea -> us_aid',
      '10-12 DET306: "->" is not used in expressions',
      '  help: write "then"',
    ],
    ['front: freeze', '5-6 DET306: ":" is not used in expressions', '  help: write "="'],
    [
      'front in [freeze; settled]',
      '16-17 DET306: ";" is not used in expressions',
      '  help: write ","',
    ],
    ['（crimea）', '0-1 DET306: "（" is not used in expressions', '  help: write "("'],
    ['crimea AND us_aid', '7-10 DET306: "AND" is not used in expressions', '  help: write "and"'],
    ['NOT crimea', '0-3 DET306: "NOT" is not used in expressions', '  help: write "not"'],
    ['If crimea then us_aid', '0-2 DET306: "If" is not used in expressions', '  help: write "if"'],
    ['front is freeze', '6-8 DET306: "is" is not used in expressions', '  help: write "="'],
    ['no crimea', '0-2 DET306: "no" is not used in expressions', '  help: write "not"'],
    [
      'crimea unless us_aid',
      '7-13 DET306: "unless" is not used in expressions',
      '  help: write "if not … then …"',
    ],
    [
      'front in [freeze, settled, freeze]',
      '27-33 warning DET307: level "freeze" stands twice in the list',
      '  help: remove one of the two',
    ],
    [
      'front in [fighting, freeze, four_regions, settled]',
      '0-50 warning DET307: "front in […]" always holds: the list names every level of "front"',
      '  help: remove it, or leave out a level',
    ],
    [
      'front < fighting',
      '0-16 warning DET307: "front < fighting" never holds: "fighting" is the first level of "front"',
      '  help: name another level',
    ],
    [
      'front >= fighting',
      '0-17 warning DET307: "front >= fighting" always holds: "fighting" is the first level of "front"',
      '  help: remove it, or name another level',
    ],
    [
      'front > settled',
      '0-15 warning DET307: "front > settled" never holds: "settled" is the last level of "front"',
      '  help: name another level',
    ],
    [
      'front <= settled',
      '0-16 warning DET307: "front <= settled" always holds: "settled" is the last level of "front"',
      '  help: remove it, or name another level',
    ],
  ];
  test.each(table)('%s', (text, ...lines) => {
    expect(told(text)).toEqual(lines);
  });
});
