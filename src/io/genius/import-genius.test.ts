import { describe, expect, test } from 'vitest';
import {
  caseOf,
  type Files,
  saidOf,
  tablesOf,
  textOf,
} from '../../../test/small/bargaining-files.js';

const domain = `<?xml version="1.0" encoding="UTF-8"?>
<negotiation_template>
<utility_space number_of_issues="2">
<objective index="0" name="root" type="objective" etype="objective">
<issue index="1" name="Вода &amp; Ströme" type="discrete" vtype="discrete" etype="discrete">
<item index="1" value="shared" cost="0"/>
<item index="2" value="$4.50"/>
<item index="3" value="$5.40"/>
</issue>
<issue index="2" name="Years" type="integer" lowerbound="-1" upperbound="2"/>
</objective>
</utility_space>
</negotiation_template>
`;

const north = `<utility_space>
<objective index="0" name="North" type="objective">
<issue index="2" name="Years" type="integer" lowerbound="-1" upperbound="2">
<evaluator ftype="linear" offset="0.25" slope="0.5"/>
</issue>
<issue index="1" name="Вода &amp; Ströme" vtype="discrete">
<item index="1" value="shared" evaluation="6"/>
<item index="3" value="$5.40" evaluation="2"/>
<item index="2" value="$4.50" evaluation="4.5"/>
</issue>
<weight index="1" value="0.5"/>
<weight index="2" value="4e-1"/>
</objective>
<reservation value="0.3"/>
</utility_space>
`;

const south = north
  .replace('offset="0.25" slope="0.5"', 'offset="0.5" slope="-0.5"')
  .replace('evaluation="2"', 'evaluation="0"')
  .replace('<reservation value="0.3"/>\n', '');

const files = { 'water_domain.xml': domain, 'north.xml': north, 'south.xml': south };

/** Changes the profile of North. */
function changed(from: string, to: string): Files {
  if (!north.includes(from)) expect.fail(`not in the profile: ${from}`);
  return { ...files, 'north.xml': north.replace(from, to) };
}

test('a domain and its profiles become a case of points, exactly as Genius counts', () => {
  // North: 0.5 × e/6; 0.4 × clamp(0.25 + 0.5 k). South: 0.5 × e/6; 0.4 × clamp(0.5 − 0.5 k).
  expect(tablesOf(files)).toEqual([
    {
      scores: [
        ['0.5', '0.375', '1/6'],
        ['0.1', '0.3', '0.4', '0.4'],
      ],
      noDeal: '0.3',
    },
    {
      scores: [
        ['0.5', '0.375', '0'],
        ['0.2', '0', '0', '0'],
      ],
      noDeal: '0',
    },
  ]);
  expect(saidOf(files)).toEqual([]);
});

test('the text says where it came from, and keeps names as labels', () => {
  expect(textOf(files)).toBe(`# Imported from a domain of Genius and the profiles of its parties.
# Points are weight × evaluation / largest evaluation of the issue, as Genius has it;
# weights are not renormalised, and no deal is the reservation value.
detente: 1
title: water

parties:
  north: north
  south: south

# There is no today: every outcome is an agreement, and without one each party has its no_deal.
issues:
  Вода_Ströme:
    label: "Вода & Ströme"
    agree: [north, south]
    levels:
      shared: shared
      level_4_50: "$4.50"
      level_5_40: "$5.40"
  Years:
    label: Years
    agree: [north, south]
    levels:
      minus_1: "-1"
      level_0: "0"
      level_1: "1"
      level_2: "2"

preferences:
  north:
    imported:
      label: as in the imported files
      from: imported
      points:
        Вода_Ströme: {levels: {shared: 0.5, level_4_50: 0.375, level_5_40: 1/6}}
        Years: {levels: {minus_1: 0.1, level_0: 0.3, level_1: 0.4, level_2: 0.4}}
      no_deal: {value: 0.3, why: the reservation value of the profile, from: imported}
  south:
    imported:
      label: as in the imported files
      from: imported
      points:
        Вода_Ströme: {levels: {shared: 0.5, level_4_50: 0.375, level_5_40: 0}}
        Years: {levels: {minus_1: 0.2, level_0: 0, level_1: 0, level_2: 0}}
      no_deal: {value: 0, why: the profile gives no reservation value, from: judgement}

sources:
  imported: {title: "the imported files: water_domain.xml, north.xml, south.xml"}
`);
});

test('the order of the files is the order of the parties, wherever the domain stands', () => {
  const { parties } = caseOf({ 'south.xml': south, 'x.xml': domain, 'north.xml': north });
  expect(parties.map(({ name }) => name)).toEqual(['south', 'north']);
});

test('a discount factor of 1 says nothing; another is told and left out', () => {
  expect(saidOf(changed('<reservation', '<discount_factor value="1.0"/><reservation'))).toEqual([]);
  const told = changed('<reservation', '<discount_factor value="0.8"/><reservation');
  expect(saidOf(told)).toEqual([
    'north.xml:14:25  warning DET518: the discount factor 0.8 is not taken over: a case has no rounds',
  ]);
  expect(tablesOf(told)).toEqual(tablesOf(files));
});

test('an issue without weight may be evaluated at 0 everywhere', () => {
  const flat = north.replace(/evaluation="[^"]+"/g, 'evaluation="0"');
  const weightless = flat.replace('index="1" value="0.5"', 'index="1" value="0"');
  expect(tablesOf({ ...files, 'north.xml': weightless })[0]?.scores?.[0]).toEqual(['0', '0', '0']);
  expect(saidOf({ ...files, 'north.xml': flat })).toEqual([
    'north.xml:6:2  error DET517: no evaluation of issue "Вода & Ströme" is above 0, and Genius divides by the largest',
  ]);
});

describe('a flaw of a profile is told with its place', () => {
  const water = '"Вода & Ströme"';
  test.each([
    [
      'an issue that is missing',
      changed('name="Years"', 'name="Yeers"'),
      [
        'north.xml:3:24  error DET514: the domain has no issue "Yeers"',
        'north.xml:1:2  error DET514: the profile has no issue "Years"',
      ],
    ],
    [
      'an item that the domain has not',
      changed('value="shared"', 'value="sharde"'),
      [
        `north.xml:7:24  error DET515: issue ${water} has no item "sharde" in the domain`,
        `north.xml:6:2  error DET515: item "shared" of issue ${water} has no evaluation`,
      ],
    ],
    [
      'an evaluation that is missing',
      changed(' evaluation="6"', ''),
      [`north.xml:7:2  error DET512: item "shared" of issue ${water} has no \`evaluation\``],
    ],
    [
      'an evaluation that is no number',
      changed('evaluation="6"', 'evaluation="six"'),
      [
        `north.xml:7:44  error DET517: the \`evaluation\` of item "shared" of issue ${water} is "six", which is no number`,
      ],
    ],
    [
      'a weight that is missing',
      changed('<weight index="2" value="4e-1"/>\n', ''),
      ['north.xml:3:2  error DET512: issue "Years" has no weight: there is none with index 2'],
    ],
    [
      'a negative weight',
      changed('value="0.5"', 'value="-0.5"'),
      ['north.xml:11:26  error DET517: the weight with index 1 is -0.5; it must be 0 or more'],
    ],
    [
      'a weight given twice',
      changed('<weight index="2"', '<weight index="1"'),
      [
        'north.xml:12:2  error DET516: the weight with index 1 stands here a second time',
        'north.xml:3:2  error DET512: issue "Years" has no weight: there is none with index 2',
      ],
    ],
    [
      'an item given twice',
      changed('value="$5.40"', 'value="$4.50"'),
      [
        `north.xml:9:24  error DET516: item "$4.50" of issue ${water} stands here a second time`,
        `north.xml:6:2  error DET515: item "$5.40" of issue ${water} has no evaluation`,
      ],
    ],
    [
      'other bounds',
      changed('upperbound="2"', 'upperbound="3"'),
      [
        'north.xml:3:2  error DET514: issue "Years" runs from -1 to 3 here, from -1 to 2 in the domain',
      ],
    ],
    [
      'another evaluator',
      changed('ftype="linear"', 'ftype="triangular"'),
      [
        'north.xml:4:2  error DET513: the evaluator of issue "Years" is of the kind "triangular", which is not understood',
      ],
    ],
    [
      'constraints between issues',
      changed('<reservation', '<hyper_rectangle/><reservation'),
      ['north.xml:14:2  error DET513: <hyper_rectangle> in a profile is not understood'],
    ],
    [
      'a text that is not XML',
      changed('</objective>', ''),
      ['north.xml:15:1  error DET511: the file is not XML: missing end tag for element objective'],
    ],
  ] as const)('%s', (_, broken, messages) => {
    expect(saidOf(broken)).toEqual(messages);
    expect(textOf(broken)).toBeUndefined();
  });
});

describe('a flaw of the domain is told with its place', () => {
  const of = (from: string, to: string) =>
    saidOf({ ...files, 'water_domain.xml': domain.replace(from, to) });

  test('real-valued issues, issues of two kinds, without or with too many values', () => {
    expect(of('type="integer"', 'type="real"')).toEqual([
      'water_domain.xml:10:2  error DET513: issue "Years" is real-valued; its values cannot be listed',
    ]);
    expect(of('vtype="discrete"', 'vtype="integer"')).toEqual([
      'water_domain.xml:5:2  error DET513: issue "Вода & Ströme" says that it is discrete and integer',
    ]);
    expect(of('upperbound="2"', 'upperbound="-1"')).toEqual([
      'water_domain.xml:10:2  error DET513: issue "Years" has one value, so there is nothing to settle',
    ]);
    expect(of('upperbound="2"', 'upperbound="1e6"')).toEqual([
      'water_domain.xml:10:2  error DET513: integer issue "Years" has 1000002 values; at most 1000 are imported',
    ]);
    expect(of('upperbound="2"', 'upperbound="two"')).toEqual([
      'water_domain.xml:10:74  error DET517: the upperbound of issue "Years" is "two", which is no whole number',
    ]);
  });

  test('a name given twice, and another root', () => {
    expect(of('value="$5.40"', 'value="shared"')).toEqual([
      'water_domain.xml:8:24  error DET516: item "shared" of issue "Вода & Ströme" stands here a second time',
    ]);
    expect(of('name="Years"', 'name="Вода &amp; Ströme"')).toEqual([
      'water_domain.xml:10:24  error DET516: issue "Вода & Ströme" stands here a second time',
    ]);
    expect(saidOf({ ...files, 'water_domain.xml': '<html/>' })).toEqual([
      'water_domain.xml:1:2  error DET510: <html> is the root of neither a domain nor a profile of Genius',
    ]);
  });
});

test('files that are no domain together are refused', () => {
  expect(saidOf({ 'north.xml': north, 'south.xml': south })).toEqual([
    'north.xml:1:1  error DET519: there is no domain among the files',
  ]);
  expect(saidOf({ ...files, 'again.xml': domain })).toEqual([
    'again.xml:2:2  error DET519: this is a second domain',
  ]);
  expect(saidOf({ 'd.xml': domain, 'north.xml': north })).toEqual([
    'd.xml:1:1  error DET519: there is only one profile among the files; a case needs two parties or more',
  ]);
  expect(saidOf({ ...files, 'notes.txt': 'x' })).toEqual([
    'notes.txt:1:1  error DET511: the file is not XML: root element is missing or invalid',
  ]);
  expect(saidOf({ 'notes.txt': 'x' })).toEqual([
    'notes.txt:1:1  error DET510: the file is of no kind that can be imported',
  ]);
});

test('entities of a text are not acted upon, and no depth of nesting is too much', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(50)}">]>\n<utility_space>&b;</utility_space>`;
  expect(saidOf({ ...files, 'north.xml': bomb })).toEqual([
    "north.xml:2:16  error DET511: the file is not XML: named entity isn't defined: &b;",
  ]);
  for (const depth of [200, 50_000]) {
    expect(saidOf({ ...files, 'north.xml': '<a>'.repeat(depth) + '</a>'.repeat(depth) })).toEqual([
      'north.xml:1:1  error DET511: the file is not XML: elements are nested too deep to be read',
    ]);
  }
});

test('places are right with line ends of two characters and letters beyond the basic plane', () => {
  const other = north.replace('value="shared"', 'value="😀 x"').replaceAll('\n', '\r\n');
  expect(saidOf({ ...files, 'north.xml': other })[0]).toBe(
    'north.xml:7:24  error DET515: issue "Вода & Ströme" has no item "😀 x" in the domain',
  );
});
