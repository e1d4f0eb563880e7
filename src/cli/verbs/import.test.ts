import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCase } from '../../index.js';
import { runDetente } from '../program.js';
import type { Terminal } from '../terminal.js';
import { writeFolder } from '../write-whole.js';

const domain = `name: wells
issues:
- {name: pump, values: [shared, locked]}
- {name: dues, values: [low, high]}
`;
const profile = (name: string, first: number) => `name: ${name}
type: LinearAdditiveUtilityFunction
reserved_value: 0.5
weights: [1, 2]
values:
- {type: TableFun, mapping: {shared: ${first}, locked: 0}}
- {type: TableFun, mapping: {low: 0, high: 1}}
`;
const gmcr = JSON.stringify({
  options: [{ name: 'Pay', permittedDirection: 'both' }],
  decisionMakers: [{ name: 'A', options: [0], preferences: [[[0, 'Y']]] }],
  infeasibles: [],
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-import-'));
  const files = {
    'wells/domain.yml': domain,
    'wells/north.yml': profile('North', 1),
    'wells/south.yml': profile('South', -1),
    'wells/notes.txt': 'not of the domain',
    'empty/notes.txt': 'nothing here',
    'a.gmcr': gmcr,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

async function detente(args: readonly string[], stdin = '') {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    paint: (text) => text,
    isInteractive: false,
    readFile: async (path) => readFileSync(path),
    readStdin: async () => new TextEncoder().encode(stdin),
    listFolder: (path) => readdir(path).catch(() => undefined),
    createFile: async () => {},
    writeFolder,
    now: () => 0,
  };
  const code = await runDetente(args, terminal, {
    ask: async () => undefined,
    untilInterrupted: async () => {},
  });
  return { code, out, err: err.replaceAll(folder, '…') };
}

const at = (name: string) => join(folder, name);

it('makes one case of a domain and its profiles, named or by their folder', async () => {
  const named = await detente([
    'import',
    at('wells/domain.yml'),
    at('wells/north.yml'),
    at('wells/south.yml'),
  ]);
  expect([named.code, named.err]).toEqual([0, '']);
  expect(readCase(named.out).case?.parties.map(({ id }) => id)).toEqual(['North', 'South']);
  expect(await detente(['import', at('wells')])).toEqual(named);
});

it('names file, line and column of a flaw, and prints no case', async () => {
  writeFileSync(at('wells/south.yml'), profile('South', -1).replace('locked', 'lockd'));
  const { code, out, err } = await detente(['import', at('wells')]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('…/wells/south.yml:6:42  error DET515: issue "pump"');
  expect(err).toContain('help: did you mean "locked"?');
});

it('says so where a folder holds nothing to import', async () => {
  expect(await detente(['import', at('empty')])).toEqual({
    code: 2,
    out: '',
    err: '…/empty: no file in this folder can be imported; expected are .xml, .yml, .yaml or .json files, or the config.txt of a scorable game\n',
  });
});

it('reads a model of one file by its content, from a file or from standard input', async () => {
  const { code, out, err } = await detente(['import', at('a.gmcr')]);
  expect([code, err]).toEqual([0, '']);
  expect(await detente(['import', '-'], gmcr)).toEqual({ code, out, err });
  const broken = await detente(['import', '-'], '{');
  expect(broken.err).toContain('standard input:1:2  error DET501');
  const mixed = await detente(['import', at('a.gmcr'), '-', at('wells/north.yml')], domain);
  expect(mixed.err).toContain('standard input:1:1  error DET519: this file is of NegMAS, but');
  expect((await detente(['import', '-', '-'])).err).toBe(
    'detente import: standard input can be read only once\n',
  );
});

it('writes the case back for NegMAS, into a folder of its own', async () => {
  writeFileSync(at('case.yaml'), (await detente(['import', at('wells')])).out);
  const { code, out, err } = await detente(['export', at('case.yaml'), '--negmas', at('back')]);
  expect([code, err]).toEqual([0, '']);
  expect(out.replaceAll(folder, '…')).toBe(
    '…/back/domain.yml\n…/back/North.yml\n…/back/South.yml\n',
  );
  const again = (await detente(['import', at('back')])).out;
  expect(
    readCase(again).case?.preferences.map(([reading]) =>
      reading?.points?.issues.map(({ scores }) => scores),
    ),
  ).toEqual(
    readCase(readFileSync(at('case.yaml'), 'utf8')).case?.preferences.map(([reading]) =>
      reading?.points?.issues.map(({ scores }) => scores),
    ),
  );
  expect((await detente(['export', at('case.yaml'), '--negmas', at('back')])).err).toContain(
    'are there already, and nothing was written',
  );
});

it('names the reason why a case cannot be written for NegMAS', async () => {
  const { out } = await detente(['import', at('wells')]);
  const ruled = out.replace('preferences:', 'rules: [{never: dues = high}]\npreferences:');
  writeFileSync(at('case.yaml'), ruled);
  expect(await detente(['export', at('case.yaml'), '--negmas', at('back')])).toEqual({
    code: 2,
    out: '',
    err: `…/case.yaml: this case cannot be written for NegMAS, and nothing was written
  the case has 1 rule, which forbids 2 of 4 outcomes; NegMAS has none
`,
  });
  expect((await detente(['export', at('case.yaml')])).err).toBe(
    'detente export: say what to write, with --csv <folder> or --negmas <folder>\n',
  );
  expect(
    (await detente(['export', at('case.yaml'), '--negmas', 'x', '--where', 'dues = low'])).err,
  ).toBe(
    'detente export: --csv, --where and --concept do not go with --negmas, which writes the case itself\n',
  );
});
