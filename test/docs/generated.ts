import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Argument, Command, Option } from 'commander';
import { parse } from 'yaml';
import { attitudeConcepts } from '../../src/analysis/stability/attitude-concepts.js';
import { concepts } from '../../src/analysis/stability/concepts.js';
import { furtherFamilies } from '../../src/analysis/stability/further-concepts.js';
import { strengthConcepts } from '../../src/analysis/stability/strength-concepts.js';
import type { TableConcept } from '../../src/analysis/stability/table-concept.js';
import { unknownConcepts } from '../../src/analysis/stability/unknown-concepts.js';
import { buildProgram } from '../../src/cli/program.js';
import { root } from './page.js';

/** Parts of pages made from the code, by the name in `<!-- generated: NAME -->`. */
export const generatedParts: ReadonlyMap<string, () => string> = new Map([
  ['command line', commandLine],
  ...concepts.map(({ id }) => [`concept ${id}`, () => concept(id)] as const),
  ['strength concepts', () => tables(strengthConcepts)],
  ['unknown concepts', () => tables(unknownConcepts)],
  ['attitude concepts', () => tables(attitudeConcepts)],
  ...furtherFamilies.map(({ key }) => [`concept ${key}`, () => concept(key)] as const),
  ['published counts', publishedCounts],
]);

/** A page with each generated part made anew. */
export function withGenerated(text: string): string {
  return text.replaceAll(
    /^<!-- generated: (.*) -->\n[\s\S]*?^<!-- end of generated -->$/gm,
    (whole, name: string) => {
      const make = generatedParts.get(name);
      if (!make) return whole;
      return `<!-- generated: ${name} -->\n\n${make()}\n\n<!-- end of generated -->`;
    },
  );
}

/** Text of a table cell: a bar would end the cell. */
const cell = (text: string) => text.replaceAll('|', '\\|');

function concept(id: string): string {
  const found =
    concepts.find((one) => one.id === id) ?? furtherFamilies.find(({ key }) => key === id);
  if (!found) throw new RangeError(`concept: there is no concept ${id}`);
  const { definition, formula, source } = found;
  const said = wrap(`**Definition.** ${definition}`);
  return `${said}\n\n\`\`\`text\n${formula}\n\`\`\`\n\n${wrap(`**Source.** ${capital(source)}.`)}`;
}

/** Concepts that make a table, each with its id, definition and formula, and their one source. */
function tables(list: readonly TableConcept[]): string {
  const rows = list.map(
    ({ id, definition, formula }) => `| \`${id}\` | ${cell(definition)} | ${cell(formula)} |`,
  );
  const sources = [...new Set(list.map(({ source }) => source))].join('; ');
  return `${['| Id | Definition | Formula |', '|---|---|---|', ...rows].join('\n')}\n\n**Source.** ${capital(sources)}.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Breaks a paragraph at 100 columns. */
function wrap(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 100) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines.join('\n');
}

function commandLine(): string {
  const silent = { out: async () => {}, err: () => {} } as never;
  const program = buildProgram(silent, {} as never, () => {});
  const verbs = program.commands
    .flatMap((verb) => (verb.commands.length > 0 ? verb.commands : [verb]))
    .map((verb) => `## ${nameOf(verb)}\n\n${verbPage(verb)}`);
  return `${program.description()}\n\n${optionTable(program.options)}\n\n${verbs.join('\n\n')}`;
}

/** `holds`, or `ensemble work` of a verb below another. */
function nameOf(verb: Command): string {
  const above = verb.parent?.parent ? `${nameOf(verb.parent)} ` : '';
  return `${above}${verb.name()}`;
}

function verbPage(verb: Command): string {
  const words = verb.registeredArguments.map(argumentWord);
  const usage = [
    'detente',
    nameOf(verb),
    ...words,
    ...(verb.options.length > 0 ? ['[options]'] : []),
  ];
  const rows = verb.registeredArguments.map(
    (argument) => `| \`${argumentWord(argument)}\` | ${cell(argument.description)} |`,
  );
  const parts = [
    `${capital(verb.description())}.`,
    `\`\`\`text\n${usage.join(' ')}\n\`\`\``,
    ...(rows.length > 0 ? [['| Argument | |', '|---|---|', ...rows].join('\n')] : []),
    ...(verb.options.length > 0 ? [optionTable(verb.options)] : []),
  ];
  return parts.join('\n\n');
}

function argumentWord(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionTable(options: readonly Option[]): string {
  const rows = options.map((option) => {
    const choices = option.argChoices ? ` (${option.argChoices.join(', ')})` : '';
    const isGiven = typeof option.defaultValue === 'string';
    const value = isGiven ? `; ${String(option.defaultValue)} by default` : '';
    return `| \`${cell(option.flags)}\` | ${cell(option.description)}${choices}${value} |`;
  });
  return ['| Option | |', '|---|---|', ...rows].join('\n');
}

type Row = { readonly ask: string; readonly recalled?: boolean; readonly computed?: boolean };

/** How many rows of the published cases ask about each concept, by where their answer comes from. */
function publishedCounts(): string {
  const folder = join(root, 'cases', 'published');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const rows = files
    .filter((name) => name.endsWith('.expected.yaml'))
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as readonly Row[]);
  const asked: readonly (readonly [string, (ask: string) => boolean])[] = [
    ...concepts.map(({ id, name }) => [name, (ask: string) => ask.endsWith(`.${id}`)] as const),
    ['unknown preference, by type', (ask) => /\.[a-z]+:[abcd]$/.test(ask)],
    ...furtherFamilies.map(
      ({ key, name }) => [name, (ask: string) => /\.([^:]+)/.exec(ask)?.[1] === key] as const,
    ),
    ['SEQ or SIM', (ask) => ask.endsWith('.seq_or_sim')],
    ['tally of equilibria over runs', (ask) => ask === 'tally'],
    ['joint improvements', (ask) => ask === 'joint_improvements'],
    [
      'states, rankings, moves (the model, not an answer)',
      (ask) => ['states', 'ranking', 'moves', 'improvements'].includes(ask),
    ],
  ];
  const lines = asked.map(([name, fits]) => {
    const own = rows.filter(({ ask }) => fits(ask));
    const count = (keep: (row: Row) => boolean | undefined) => own.filter(keep).length;
    const read = count(({ recalled, computed }) => !recalled && !computed);
    const computed = count((row) => row.computed && !row.recalled);
    return `| ${name} | ${read} | ${computed} | ${count((row) => row.recalled)} |`;
  });
  return [
    '| Asked about | read in its source | computed by others | recalled |',
    '|---|---:|---:|---:|',
  ]
    .concat(lines)
    .join('\n');
}
