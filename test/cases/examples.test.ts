import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Case, Setting } from '../../src/core/case.js';
import { compileExpression } from '../../src/core/expression.js';
import { buildSpace, levelsOf, stateWith } from '../../src/core/space.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { caseAt } from './answers.js';

const folder = new URL('../../cases/examples/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

/** An example answers every question in a second or two. */
const mostStates = 50_000;

// Words that take a side where the file itself speaks; between quotation marks they may be quoted.
const loadedWords = [
  /\baggress(ion|or|ors|ive)\b/i,
  /\bunprovoked\b/i,
  /\binva(de|ded|der|ders|sion)\b/i,
  /\boccup(y|ied|ier|iers|ation)\b/i,
  /\bannex(ed|ation)?\b/i,
  /\bliberat(e|ed|ion)\b/i,
  /\bregime\b/i,
  /\bterror(ist|ists|ism)?\b/i,
  /\bwarmonger(s|ing)?\b/i,
  /\bspecial military operation\b/i,
  /\bpuppet\b/i,
  /\bcapitulat(e|ion)\b/i,
  /\bappease(d|ment)?\b/i,
  /\birrational\b/i,
  /\bobviously\b/i,
];

/** The file's own words: comments and values without what stands between quotation marks. */
function ownWords(text: string): string {
  return text.replace(/"[^"]*"|“[^”]*”/gu, '""');
}

/** Claims are quoted propositions, and a source's words under `exact` are the source's. */
function withoutQuotedBlocks(text: string): string {
  return text.replace(/^ +exact: .*$/gm, '');
}

type Stated = { readonly where: string; readonly from: readonly string[] };

/** Everything that states a fact or a preference and must say where it comes from. */
function statements(theCase: Case): readonly Stated[] {
  const readings = theCase.preferences.flatMap((list, party) =>
    list.map((reading) => ({
      reading,
      where: `${theCase.parties[party]?.id}.${reading.id}`,
    })),
  );
  return [
    ...theCase.rules.map(({ text, from }) => ({ where: `rule ${text}`, from })),
    ...theCase.proposals.map(({ id, from }) => ({ where: `proposal ${id}`, from })),
    ...readings.flatMap(({ reading, where }) => [
      ...(reading.id === 'stated' ? [] : [{ where, from: reading.from }]),
      ...(reading.wants?.flat() ?? []).map(({ text, from }) => ({
        where: `${where} wants ${text}`,
        from,
      })),
      ...(reading.ranking ?? []).map(({ text, from }) => ({
        where: `${where} ranks ${text}`,
        from,
      })),
      ...reading.redLines.map(({ text, from }) => ({ where: `${where} red line ${text}`, from })),
      ...(reading.points?.issues ?? []).map(({ issue, from }) => ({
        where: `${where} points ${theCase.issues[issue]?.id}`,
        from,
      })),
      ...(reading.noDeal ? [{ where: `${where} no deal`, from: reading.noDeal.from }] : []),
    ]),
  ];
}

function withSettings(theCase: Case, settings: readonly Setting[]): readonly number[] {
  const levels = [...(theCase.today ?? [])];
  for (const { issue, level } of settings) levels[issue] = level;
  return levels;
}

test('there are five examples', () => {
  expect(files).toEqual([
    'camp-david-1978.yaml',
    'germany-2017.yaml',
    'ring-road.yaml',
    'spring-2025.yaml',
    'two-villages.yaml',
  ]);
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const reading = readCase(text);

  test('loads without an error or a warning', () => {
    expect(reading.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(reading.case).toBeDefined();
  });

  test('has at most 50,000 states, today among them where there is one', () => {
    const space = buildSpace(caseAt(`../../cases/examples/${file}`));
    expect(space.size).toBeGreaterThan(1);
    expect(space.size).toBeLessThanOrEqual(mostStates);
    // The scorable game is a bargaining domain: it starts nowhere.
    if (file === 'ring-road.yaml') expect(space.today).toBeUndefined();
    else expect(space.today).toBeGreaterThanOrEqual(0);
  });

  test('says where every rule, want, score, red line and proposal comes from', () => {
    const theCase = caseAt(`../../cases/examples/${file}`);
    const missing = statements(theCase).filter(({ from }) => from.length === 0);
    expect(missing.map(({ where }) => where)).toEqual([]);
  });

  test('says where every issue comes from, unless it is invented', () => {
    const theCase = caseAt(`../../cases/examples/${file}`);
    if (theCase.asOf === undefined) return;
    const missing = theCase.issues.filter(
      ({ from, levels }) => from.length === 0 && levels.every((level) => level.from.length === 0),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('uses no loaded word outside quotation marks', () => {
    const found = loadedWords.flatMap(
      (word) => ownWords(withoutQuotedBlocks(text)).match(word) ?? [],
    );
    expect(found).toEqual([]);
  });

  test('names only outcomes and proposals that can be', () => {
    const theCase = caseAt(`../../cases/examples/${file}`);
    const space = buildSpace(theCase);
    const states = Array.from({ length: space.size }, (_, state) => levelsOf(space, state));
    const impossible = [
      ...theCase.outcomes
        .filter(({ when }) => !states.some(compileExpression(when, theCase)))
        .map(({ id }) => id),
      ...theCase.proposals
        .filter(({ terms }) => stateWith(space, withSettings(theCase, terms)) === -1)
        .map(({ id }) => id),
    ];
    expect(impossible).toEqual([]);
  });

  test('gives every level and every want words for sentences', () => {
    const theCase = caseAt(`../../cases/examples/${file}`);
    const wordless = [
      ...theCase.issues.flatMap(({ id, levels }) =>
        levels.filter(({ says }) => says === undefined).map((level) => `${id} = ${level.id}`),
      ),
      ...theCase.preferences
        .flat()
        .flatMap(({ wants }) => wants?.flat() ?? [])
        .filter(({ label }) => label === undefined)
        .map((want) => want.text),
    ];
    expect(wordless).toEqual([]);
  });
});

test('the two villages are the case of the design, word for word in what answers depend on', () => {
  const theCase = caseAt('../../cases/examples/two-villages.yaml');
  const design = readCase(`detente: 1
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
`).case;
  const essence = (one: Case | undefined) =>
    one && {
      parties: one.parties.map(({ id, name }) => [id, name]),
      issues: one.issues.map(({ id, levels, control }) => [
        id,
        levels.map((level) => level.id),
        control,
      ]),
      today: one.today,
      wants: one.preferences.map((readings) =>
        readings.map(({ wants }) => wants?.map((group) => group.map(({ text }) => text))),
      ),
    };
  expect(essence(theCase)).toEqual(essence(design));
});

test('every party of the spring 2025 case has two or more weighted readings', () => {
  const theCase = caseAt('../../cases/examples/spring-2025.yaml');
  for (const readings of theCase.preferences) {
    expect(readings.length).toBeGreaterThanOrEqual(2);
    for (const { weight } of readings) expect(weight).toBeDefined();
  }
});
