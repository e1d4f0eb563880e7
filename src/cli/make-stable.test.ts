import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runDetente } from './program.js';

const pathOf = (path: string) => fileURLToPath(new URL(`../../cases/${path}`, import.meta.url));
const twoVillages = pathOf('examples/two-villages.yaml');
const syriaIraq = pathOf('published/hipel-2014/case.yaml');

async function detente(...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = await runDetente(
    args,
    {
      out: async (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      paint: (text) => text,
      isInteractive: false,
      readFile,
      readStdin: async () => new Uint8Array(),
      createFile: async () => {},
      writeFolder: async () => [],
      now: () => 0,
    },
    { ask: async () => undefined, untilInterrupted: async () => {} },
  );
  return { code, out, err };
}

describe('detente holds --make-stable', () => {
  it('answers with 0 where the outcome holds, and repeats the command', async () => {
    const { code, out, err } = await detente('holds', twoVillages, '--make-stable', 'full_deal');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain(
      'It would hold as the parties’ wants stand: none of them would leave it.',
    );
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'detente holds two-villages.yaml --make-stable full_deal',
    );
  });

  it('answers with 1 where no orders were found with which it would hold', async () => {
    const { code, out } = await detente('holds', twoVillages, '--make-stable', 'pump = shared');
    expect(code).toBe(1);
    expect(out).toContain('No order of the wants of Northfield would make it hold');
  });

  it('prints Syria’s counts as JSON', async () => {
    const asked = ['holds', syriaIraq, '--make-stable', 's2', '--party', 'Syria', '--json'];
    const { code, out } = await detente(...asked, '--concept', 'seq');
    expect(code).toBe(0);
    const { answers } = JSON.parse(out);
    expect(answers).toHaveLength(1);
    expect(answers[0].rankings).toMatchObject({ count: '384', of: '720' });
  });

  it('refuses what it cannot ask', async () => {
    const impossible = await detente('holds', syriaIraq, '--make-stable', 'release and escalate');
    expect(impossible).toMatchObject({
      code: 2,
      err: 'detente holds: --make-stable "release and escalate": no possible outcome satisfies it\n',
    });
    const two = await detente('holds', syriaIraq, '--make-stable', 's2', '--concept', 'nash,seq');
    expect(two.err).toBe('detente holds: with --make-stable, --concept takes one concept\n');
    const alone = await detente('holds', syriaIraq, '--party', 'Syria');
    expect(alone).toMatchObject({
      code: 2,
      err: 'detente holds: --party goes with --make-stable\n',
    });
  });
});
