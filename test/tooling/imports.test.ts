import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const project = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** One small module a folder, importing everything the folder table allows. */
const allowed: Readonly<Record<string, string>> = {
  'src/numeric/rational.ts': 'export const half = 0.5;',
  'src/numeric/rng.ts': "import { half } from './rational.js';\nexport const rng = half;",
  'src/core/case.ts': "import { half } from '../numeric/rational.js';\nexport const one = half;",
  'src/analysis/stability/nash.ts': "export { one } from '../../core/case.js';",
  'src/analysis/bargaining/pareto.ts': "export { half } from '../../numeric/rational.js';",
  'src/questions/holds.ts':
    "export { one } from '../analysis/stability/nash.js';\nexport type Holds = { n: number };",
  'src/io/yaml.ts': "import { parse } from 'yaml';\nimport '../core/case.js';\nparse('1');",
  'src/report/brief.ts':
    "import type { Holds } from '../questions/holds.js';\nexport type B = Holds;",
  'src/render/text.ts': "import type { B } from '../report/brief.js';\nexport type T = B;",
  'src/index.ts':
    "export { one } from './questions/holds.js';\nexport type { T } from './render/text.js';",
  'src/cli/main.ts':
    "import 'node:fs';\nimport '../index.js';\nimport { run } from './run.js';\nrun();",
  'src/cli/run.ts': "export const run = () => import('../cluster/queue.js');",
  'src/cluster/queue.ts': "import 'node:fs';\nexport { one } from '../index.js';",
  'src/workbench/main.tsx':
    "import 'react';\nimport { one } from '../index.js';\nconsole.log(<p>{one}</p>);",
  'src/core/case.test.ts': "import 'node:fs';\nimport '../cli/run.js';\nimport 'fast-check';",
};

/** Every seeded file breaks one rule. */
const seeds: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-cycles', 'src/numeric/loop.ts', "import './pool.js';"],
  [
    'no-cycles',
    'src/core/typeloop.ts',
    "import type { P } from './typepool.js';\nexport type L = P;",
  ],
  ['numeric-imports-nothing', 'src/numeric/core.ts', "import '../core/case.js';"],
  ['core-imports', 'src/core/io.ts', "import '../io/yaml.js';"],
  [
    'core-imports',
    'src/core/type.ts',
    "import type { T } from '../render/text.js';\nexport type A = T;",
  ],
  ['analysis-imports', 'src/analysis/stability/family.ts', "import '../bargaining/pareto.js';"],
  ['analysis-imports', 'src/analysis/stability/report.ts', "import '../../report/brief.js';"],
  ['analysis-outside-a-family', 'src/analysis/all.ts', "import './stability/nash.js';"],
  ['questions-imports', 'src/questions/io.ts', "import '../io/yaml.js';"],
  ['questions-imports', 'src/questions/index-user.ts', "import '../index.js';"],
  ['io-imports', 'src/io/numeric.ts', "import '../numeric/rational.js';"],
  ['report-imports', 'src/report/numeric.ts', "import '../numeric/rational.js';"],
  [
    'report-imports-types-only',
    'src/report/value.ts',
    "import { one } from '../questions/holds.js';\none;",
  ],
  [
    'report-imports-types-only',
    'src/report/both.ts',
    "import type { Holds } from '../questions/holds.js';\n" +
      "import { one } from '../questions/holds.js';\nexport const a: Holds = { n: one };",
  ],
  ['render-imports', 'src/render/questions.ts', "import '../questions/holds.js';"],
  ['cli-imports', 'src/cli/core.ts', "import '../core/case.js';"],
  ['cli-imports', 'src/cli/workbench.ts', "import '../workbench/main.js';"],
  ['cli-loads-cluster-on-demand', 'src/cli/cluster.ts', "import '../cluster/queue.js';"],
  ['workbench-imports', 'src/workbench/report.tsx', "import '../report/brief.js';"],
  ['cluster-imports', 'src/cluster/core.ts', "import '../core/case.js';"],
  ['index-imports', 'src/index.ts', "import './cli/run.js';"],
  ['node-in-shells-only', 'src/numeric/node.ts', "import 'node:fs';"],
  ['node-in-shells-only', 'src/render/node.ts', "import 'fs';"],
  ['node-in-shells-only', 'src/workbench/node.ts', "import 'node:path';"],
  ['own-mathematics', 'src/numeric/package.ts', "import '@noble/hashes/sha2.js';"],
  ['own-mathematics', 'src/core/package.ts', "import 'yaml';"],
  ['own-mathematics', 'src/analysis/stability/package.ts', "import 'zod';"],
  ['shipped-code-needs-shipped-packages', 'src/cli/package.ts', "import 'react';"],
  ['no-import-of-tests', 'src/core/test.ts', "import './case.test.js';"],
  ['resolvable', 'src/cli/missing.ts', "import './nowhere.js';"],
];

/** The other halves of the cycles, each of which is told once. */
const partners: Readonly<Record<string, string>> = {
  'src/numeric/pool.ts': "import './loop.js';",
  'src/core/typepool.ts': "import type { L } from './typeloop.js';\nexport type P = L;",
};

/** A project of these files and this one's packages. */
function projectOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-imports-'));
  folders.push(folder);
  mkdirSync(join(folder, 'src'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  // Which packages ship and which only develop is read from here.
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

function check(folder: string): Promise<{ failed: boolean; output: string }> {
  return new Promise((resolve) => {
    const script = join(project, 'scripts', 'imports.mjs');
    execFile(process.execPath, [script, folder], (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: stdout + stderr });
    });
  });
}

test('imports that the folder table allows pass', async () => {
  const result = await check(projectOf(allowed));
  expect(result).toEqual({ failed: false, output: '15 files, 0 forbidden imports\n' });
});

describe('a seeded violation is caught', () => {
  let result: { failed: boolean; output: string };

  beforeAll(async () => {
    const seeded = Object.fromEntries(seeds.map(([, file, text]) => [file, text]));
    result = await check(projectOf({ ...allowed, ...partners, ...seeded }));
  });

  test('so the check fails', () => {
    expect(result.failed).toBe(true);
  });

  test.each(seeds)('%s in %s', (rule, file) => {
    const caught = result.output
      .split(/\n(?! )/)
      .filter((entry) => entry.startsWith(`${file} → `) && entry.includes(`\n  ${rule}: `));
    expect(caught).not.toEqual([]);
  });

  test('and every rule has one', async () => {
    const { default: config } = await import('../../.dependency-cruiser.mjs');
    const rules = config.forbidden.map(({ name }) => name);
    expect(new Set(seeds.map(([rule]) => rule))).toEqual(new Set(rules));
  });
});

test('a project without modules is a failure, not a pass', async () => {
  const { failed, output } = await check(projectOf({}));
  expect(output).toContain('No module was read');
  expect(failed).toBe(true);
});
