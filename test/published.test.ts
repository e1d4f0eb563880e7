import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ConceptId, stableStates } from '../src/analysis/stability/concept.js';
import { conceptOf, concepts } from '../src/analysis/stability/concepts.js';
import { furtherConceptOf, furtherFamilies } from '../src/analysis/stability/further-concepts.js';
import { jointImprovementsFrom } from '../src/analysis/stability/joint-improvements.js';
import { tableConceptOf, tableConcepts } from '../src/analysis/stability/table-concepts.js';
import type { Case, Setting } from '../src/core/case.js';
import { hasErrors } from '../src/core/diagnostic.js';
import { compileExpression } from '../src/core/expression.js';
import { buildModel, type Model, payoffAt } from '../src/core/model.js';
import { type Arcs, targetsOf } from '../src/core/moves.js';
import { levelsOf } from '../src/core/space.js';
import { readCase } from '../src/io/case-file/read-case.js';

// The vocabulary is described in cases/published/README.md.
const states = z.array(z.number());
const common = {
  source: z.string(),
  recalled: z.literal(true).optional(),
  computed: z.literal(true).optional(),
  run: z.number().optional(),
  reading: z.string().optional(),
  settings: z.record(z.string(), z.string()).optional(),
};
const verdict = z.enum(['stable', 'unstable']);
const conceptName = z.union([
  z.enum(['seq_or_sim', ...concepts.map(({ id }) => id)]),
  z.string().refine((id) => tableConcepts.some((concept) => concept.id === id)),
  z.string().regex(new RegExp(`^(${furtherFamilies.map(({ key }) => key).join('|')})(:\\S+)?$`)),
]);
const about = (kind: string) =>
  z.string().transform((ask, context) => {
    const concept = conceptName.safeParse(ask.slice(kind.length + 1));
    if (ask.startsWith(`${kind}.`) && concept.success) return { kind, concept: concept.data };
    context.addIssue(`not ${kind}.CONCEPT`);
    return z.NEVER;
  });
const rowShape = z.union([
  z.strictObject({ ask: z.literal('states'), expect: z.number(), ...common }),
  z.strictObject({
    ask: z.literal('ranking'),
    party: z.string(),
    expect: z.array(z.union([z.number(), states])),
    ...common,
  }),
  z.strictObject({
    ask: z.enum(['moves', 'improvements']),
    party: z.string(),
    from: z.number(),
    expect: states,
    ...common,
  }),
  z.strictObject({
    ask: z.literal('joint_improvements'),
    group: z.array(z.string()),
    from: z.number(),
    expect: states,
    ...common,
  }),
  z.strictObject({
    ask: about('stability'),
    party: z.string(),
    state: z.number(),
    expect: verdict,
    ...common,
  }),
  z.strictObject({ ask: about('equilibrium'), state: z.number(), expect: verdict, ...common }),
  z.strictObject({ ask: about('equilibria'), expect: states, ...common }),
  z.strictObject({
    ask: z.literal('tally'),
    expect: z.record(z.string(), z.number()),
    ...common,
  }),
]);
type Row = z.infer<typeof rowShape>;
type ConceptName = z.infer<typeof conceptName>;

const ascending = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);

/** The source's number of each state: N where the outcome `sN` holds. */
function numbering(theCase: Case, model: Model): readonly number[] {
  const named = theCase.outcomes.flatMap(({ id, when }) => {
    const number = /^s(\d+)$/.exec(id)?.[1];
    return number === undefined
      ? []
      : [{ number: Number(number), holds: compileExpression(when, theCase) }];
  });
  const numbers = Array.from({ length: model.states }, (_, state) => {
    const levels = levelsOf(model.space, state);
    const fitting = named.filter(({ holds }) => holds(levels));
    expect(fitting.length, `numbers of the outcome ${levels}`).toBe(1);
    return fitting[0]?.number ?? -1;
  });
  expect(ascending(new Set(numbers))).toEqual(ascending(named.map(({ number }) => number)));
  return numbers;
}

function partyIndex(theCase: Case, id: string): number {
  const party = theCase.parties.findIndex((candidate) => candidate.id === id);
  expect(party, `party ${id}`).not.toBe(-1);
  return party;
}

function settingsOf(theCase: Case, named: Readonly<Record<string, string>>): readonly Setting[] {
  return Object.entries(named).map(([id, levelId]) => {
    const issue = theCase.issues.findIndex((candidate) => candidate.id === id);
    const level = theCase.issues[issue]?.levels.findIndex((candidate) => candidate.id === levelId);
    expect(level ?? -1, `${id} = ${levelId}`).not.toBe(-1);
    return { issue, level: level as number };
  });
}

function modelFor(theCase: Case, row: Row): Model {
  const { reading } = row;
  const readings = theCase.preferences.map((rivals) => {
    const chosen = rivals.findIndex(({ id }) => id === reading);
    return chosen === -1 ? Math.min(0, rivals.length - 1) : chosen;
  });
  if (reading !== undefined) {
    const isKnown = theCase.preferences.flat().some(({ id }) => id === reading);
    expect(isKnown, `reading ${reading}`).toBe(true);
  }
  return buildModel(theCase, readings, settingsOf(theCase, row.settings ?? {}));
}

/** Whether a concept judges each party by what the others could reply to it. */
function isSingle(name: ConceptName): name is ConceptId | 'seq_or_sim' {
  return name === 'seq_or_sim' || concepts.some(({ id }) => id === name);
}

/** For each party, 1 where the state is stable. */
function stability(model: Model, name: ConceptName): readonly Uint8Array[] {
  if (name === 'seq_or_sim') {
    const [seq, sim] = [stability(model, 'seq'), stability(model, 'sim')];
    return seq.map((row, party) => row.map((cell, state) => cell || (sim[party]?.[state] ?? 0)));
  }
  const asTable = tableConceptOf(name);
  if (asTable) return asTable.stable(model);
  const deterrence = conceptOf(name as ConceptId).deterrence(model);
  return model.case.parties.map(
    (_, party) => stableStates(model, party, deterrence(party)) as Uint8Array,
  );
}

/** The states that are stable for all under a concept that has tables but no steps. */
function furtherStates(model: Model, name: string): readonly number[] {
  const concept = furtherConceptOf(model.case, name);
  if (!concept || 'refusal' in concept) throw new Error(concept?.refusal ?? `no concept ${name}`);
  const table = concept.table(model, () => false);
  expect(table?.undecided, 'states that depend on ties').toEqual([]);
  return table?.states ?? [];
}

/** The numbers of the states for which a verdict holds; states of one number must agree. */
function numbersWhere(numbers: readonly number[], holds: (state: number) => boolean): number[] {
  const yes = new Set(numbers.filter((_, state) => holds(state)));
  const no = new Set(numbers.filter((_, state) => !holds(state)));
  expect(
    [...yes].filter((number) => no.has(number)),
    'states of one number that disagree',
  ).toEqual([]);
  return ascending(yes);
}

function equilibria(model: Model, numbers: readonly number[], name: ConceptName): number[] {
  if (!isSingle(name)) {
    const states = furtherStates(model, name);
    return numbersWhere(numbers, (state) => states.includes(state));
  }
  const table = stability(model, name);
  return numbersWhere(numbers, (state) => table.every((row) => row[state] === 1));
}

/** Where each state of a number can go, as numbers without that number itself. */
function destinations(
  numbers: readonly number[],
  from: number,
  targets: (state: number) => Iterable<number>,
): number[] {
  const answers = numbers.flatMap((number, state) =>
    number === from
      ? [ascending(new Set(Array.from(targets(state), (target) => numbers[target] ?? -1)))]
      : [],
  );
  expect(new Set(answers.map(String)).size, `state ${from}`).toBe(1);
  return (answers[0] ?? []).filter((number) => number !== from);
}

function answer(theCase: Case, row: Row, rows: readonly Row[]): unknown {
  const model = modelFor(theCase, row);
  const numbers = numbering(theCase, model);
  switch (row.ask) {
    case 'states':
      return model.states;
    case 'ranking': {
      const party = partyIndex(theCase, row.party);
      const payoffs = new Set(model.payoffs[party]);
      return ascending(payoffs)
        .reverse()
        .map((payoff) => {
          const tied = numbersWhere(numbers, (state) => payoffAt(model, party, state) === payoff);
          return tied.length === 1 ? tied[0] : tied;
        });
    }
    case 'moves':
    case 'improvements': {
      const arcs = row.ask === 'moves' ? model.moves.alone : model.improvements;
      const own = arcs[partyIndex(theCase, row.party)] as Arcs;
      return destinations(numbers, row.from, (state) => targetsOf(own, state));
    }
    case 'joint_improvements': {
      const group = ascending(row.group.map((id) => partyIndex(theCase, id)));
      return destinations(numbers, row.from, (state) =>
        jointImprovementsFrom(model, state)
          .filter((improvement) => String(improvement.group) === String(group))
          .map(({ to }) => to),
      );
    }
    case 'tally': {
      const counts: Record<string, number> = {};
      for (const run of rows) {
        if (run.run === undefined || typeof run.ask === 'string') continue;
        const other = modelFor(theCase, run);
        for (const number of equilibria(other, numbering(theCase, other), run.ask.concept)) {
          counts[number] = (counts[number] ?? 0) + 1;
        }
      }
      return counts;
    }
  }
  if ('party' in row) {
    const name = row.ask.concept;
    if (!isSingle(name) && !tableConceptOf(name)) throw new Error('asked of parties one by one');
    const own = stability(model, name)[partyIndex(theCase, row.party)];
    const stable = numbersWhere(numbers, (state) => own?.[state] === 1);
    return stable.includes(row.state) ? 'stable' : 'unstable';
  }
  const found = equilibria(model, numbers, row.ask.concept);
  if ('state' in row) return found.includes(row.state) ? 'stable' : 'unstable';
  return found;
}

/** Lists as sets; the order of a ranking is its meaning, that of its ties is not. */
function normal(row: Row): unknown {
  if (row.ask === 'ranking') {
    return row.expect.map((tied) => (typeof tied === 'number' ? tied : ascending(tied)));
  }
  return Array.isArray(row.expect) ? ascending(row.expect as number[]) : row.expect;
}

function titleOf(row: Row): string {
  const ask = typeof row.ask === 'string' ? row.ask : `${row.ask.kind}.${row.ask.concept}`;
  const settings = Object.entries(row.settings ?? {}).map(([id, level]) => `${id} = ${level}`);
  const where = [
    'party' in row ? row.party : '',
    'group' in row ? row.group.join(' and ') : '',
    'from' in row ? `from ${row.from}` : '',
    'state' in row ? `state ${row.state}` : '',
    row.reading ?? '',
    ...settings,
  ].filter((part) => part !== '');
  const shown = JSON.stringify(row.expect).replaceAll('"', '');
  return `${[ask, ...where].join(', ')}: ${shown} (${row.source})`;
}

const root = join(import.meta.dirname, '..', 'cases', 'published');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const tally = { results: 0, models: 0, computed: 0, recalled: 0 };
/** Rows that repeat the model rather than an answer to it. */
const modelAsks: readonly unknown[] = ['states', 'ranking', 'moves', 'improvements'];

describe.each(folders)('%s', (folder) => {
  const reading = readCase(readFileSync(join(root, folder, 'case.yaml'), 'utf8'));
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.expected.yaml'));

  test('is a case without flaws, with results beside it', () => {
    expect(reading.diagnostics.filter((found) => hasErrors([found]))).toEqual([]);
    expect(files).not.toEqual([]);
  });

  for (const file of files) {
    const given: unknown = parse(readFileSync(join(root, folder, file), 'utf8'));
    const rows = z.array(rowShape).safeParse(given);
    if (!rows.success) {
      test(`${file} can be read`, () => expect.fail(z.prettifyError(rows.error)));
      continue;
    }
    for (const row of rows.data) {
      test(titleOf(row), () => {
        if (!reading.case) expect.fail('the case has flaws');
        expect(answer(reading.case, row, rows.data)).toEqual(normal(row));
        if (row.recalled) tally.recalled += 1;
        else if (row.computed) tally.computed += 1;
        else if (modelAsks.includes(row.ask)) tally.models += 1;
        else tally.results += 1;
      });
    }
  }
});

afterAll(() => {
  process.stdout.write(
    `published: ${tally.results} results reproduced, ${tally.models} facts of their models; ` +
      `not counted: ${tally.computed} computed by others, ${tally.recalled} recalled\n`,
  );
});
