import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeCaseText } from '../../scripts/large-case.mjs';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import { verdictsOf } from '../../src/analysis/stability/verdicts.js';
import { buildModel } from '../../src/core/model.js';
import { readCase } from '../../src/io/case-file/read-case.js';

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-large-'));
  writeFileSync(join(folder, 'large.yaml'), largeCaseText(17));
  writeFileSync(join(folder, 'million.yaml'), largeCaseText(20));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });

it('the generated case is the same text for the same numbers, and without flaws', () => {
  expect(largeCaseText(9, 2)).toBe(largeCaseText(9, 2));
  for (const text of [largeCaseText(9, 2), largeCaseText(12)]) {
    const { case: theCase, diagnostics } = readCase(text);
    expect(theCase?.issues.length).toBeGreaterThan(8);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

it('every equilibrium of a large case is one when its improvements are tried one by one', () => {
  const { case: theCase } = readCase(largeCaseText(14, 4));
  if (!theCase) throw new Error('the generated case is flawed');
  const model = buildModel(theCase);
  const found = verdictsOf(model, conceptOf('firm'));
  if (!found) throw new Error('nobody stopped the work');
  let equilibria = 0;
  for (let state = 0; state < model.states; state += 1) {
    if (found.isEquilibrium[state] === 0 && state % 37 !== 0) continue;
    const isLeft = found.byParty.some(({ isDeterred }, party) =>
      model.moves
        .from(party, state)
        .some(
          (to) =>
            (model.payoffs[party]?.[to] as number) > (model.payoffs[party]?.[state] as number) &&
            !isDeterred(state, to),
        ),
    );
    expect(found.isEquilibrium[state] === 1).toBe(!isLeft);
    if (!isLeft) equilibria += 1;
  }
  expect(equilibria).toBeGreaterThan(20);
});

describe.skipIf(!existsSync(program))('on the command line', () => {
  it('a large case is answered, what is left out is said, and a second answer is the same', () => {
    const first = run('holds', 'large.yaml');
    expect(first.status).toBe(0);
    expect(first.stdout.replace(/\s+/g, ' ')).toContain(
      'The tables of every outcome’s levels, payoffs, verdicts and steps are left out above 16,384 outcomes',
    );
    const second = run('holds', 'large.yaml');
    expect(second.stderr).toContain('from the results kept beside the case');
    expect(second.stdout).toBe(first.stdout);
    const fresh = run('explain', 'large.yaml', '--at', 'x1 and x2', '--no-cache');
    const kept = run('explain', 'large.yaml', '--at', 'x1 and x2');
    expect(kept.stderr).toContain('from the results kept beside the case');
    expect(kept.stdout).toBe(fresh.stdout);
  }, 120_000);

  it('a question about a million outcomes can be interrupted, and is taken up from what it kept', async () => {
    const child = spawn(process.execPath, [program, 'holds', 'million.yaml'], { cwd: folder });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    // Not before a table is kept, so that the work is under way.
    const cache = join(folder, '.detente-cache');
    const kept = () => (existsSync(cache) ? readdirSync(cache).length : 0);
    const before = kept();
    while (kept() <= before && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill('SIGINT');
    const signal = await new Promise((resolve) => child.on('exit', (_, by) => resolve(by)));
    expect(signal).toBe('SIGINT');
    expect(out).toBe('');
    const explained = run('explain', 'million.yaml', '--party', 'Ash');
    expect(explained.stderr).toContain('from the results kept beside the case');
    expect(explained.stdout).toContain('ASH');
  }, 120_000);
});
