import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Case, expressionWords, readCase } from '../index.js';
import { runDetente } from './program.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const spring = 'cases/examples/spring-2025.yaml';

/** Runs the program from the root of the project, as a reader there would. */
async function detente(...args: string[]) {
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
      readFile: (path) => readFile(root + path),
      readStdin: async () => new Uint8Array(),
      createFile: async () => {},
      writeFolder: async () => [],
      now: () => 0,
    },
    { ask: async () => undefined, untilInterrupted: async () => {} },
  );
  return { code, out, err };
}

/** The words of a command line as a shell reads them. */
const argumentsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1);
const unwrapped = (text: string) => text.replace(/\s+/g, ' ');
const commandIn = (text: string) =>
  /detente explain .*?(?= - the same with --party)/.exec(unwrapped(text))?.[0];

const springCase = async (): Promise<Case> => {
  const { case: theCase } = readCase(await readFile(root + spring, 'utf8'));
  if (!theCase) throw new Error('the example does not load');
  return theCase;
};

describe('from what holds to the sources', () => {
  it('leads the printed command, with the number of any outcome that is told', async () => {
    const theCase = await springCase();
    const wants = theCase.preferences.flatMap(
      ([reading]) => reading?.wants?.flat().map((want) => want) ?? [],
    );
    const { out } = await detente('holds', spring);
    const command = commandIn(out);
    expect(command).toContain(`detente explain ${spring} --at "#`);
    const numbers = [...new Set([...out.matchAll(/\[#(\d+)\]/g)].map(([, number]) => number))];
    // Every named outcome and proposal, today, and all that is told of what else would hold.
    expect(numbers.length).toBeGreaterThan(theCase.outcomes.length);
    for (const number of numbers) {
      const line = String(command).replace(/#\d+/, `#${number}`);
      const { code, out: explained, err } = await detente(...argumentsOf(line));
      expect(err).toBe('');
      expect(code).toBeLessThan(2);
      const text = unwrapped(explained);
      for (const want of wants) {
        expect(text).toContain(`“${want.label ?? expressionWords(want.want, theCase)}”`);
      }
      const [, sources = ''] = text.split('SOURCES NAMED HERE');
      for (const id of wants.flatMap(({ from }) => from)) {
        const statement = theCase.evidence.statements.find((one) => one.id === id);
        const source = theCase.evidence.sources.find((one) => one.id === (statement?.source ?? id));
        if (id === 'judgement') continue;
        expect(source, id).toBeDefined();
        expect(sources).toContain(source?.title);
        if (source?.outlet) expect(sources).toContain(source.outlet);
        if (source?.date) expect(sources).toContain(source.date.slice(0, 4));
      }
    }
  }, 120_000);

  it('leads with the same readings, fixed issues and concept', async () => {
    const { out } = await detente(
      'holds',
      spring,
      '--reading',
      'US=engage',
      '--where',
      'us_aid = continued',
      '--concept',
      'seq,nash',
    );
    expect(commandIn(out)?.trim()).toMatch(
      /^detente explain \S+ --at "#\d+" --reading US=engage --where "us_aid = continued" --concept seq$/,
    );
  });

  it('runs as it stands where it is read in the terminal, and names no folder elsewhere', async () => {
    const elsewhere = 'cases/published/../examples/spring-2025.yaml';
    const { out } = await detente('holds', elsewhere);
    expect(commandIn(out)).toContain(`detente explain ${elsewhere} --at`);
    const { out: page } = await detente('holds', elsewhere, '--format', 'markdown');
    expect(page).toContain('detente explain spring-2025.yaml --at');
    expect(page).not.toContain('published');
  });
});

describe('an outcome by number', () => {
  it('is the one that --at and --from take', async () => {
    const { out } = await detente('explain', spring, '--at', '#9');
    expect(unwrapped(out)).toContain(
      'Why: “the United States recognises Crimea without a ceasefire”',
    );
    const { out: from } = await detente('holds', spring, '--from', '#9', '--json');
    expect(JSON.parse(from)).toMatchObject({ start: 9, today: 0, ends: [[9]] });
  });

  it('that does not exist is refused with the numbers that do', async () => {
    for (const [verb, flag] of [
      ['explain', '--at'],
      ['holds', '--from'],
    ] as const) {
      const { code, err } = await detente(verb, spring, flag, '#32256');
      expect(code).toBe(2);
      expect(err).toBe(
        `detente ${verb}: ${flag} "#32256": outcomes are numbered from #0 to #32255 here; detente holds prints the numbers\n`,
      );
    }
  });
});

describe('holds from another outcome', () => {
  it('says from which, and how many satisfy the expression', async () => {
    const { out, err } = await detente('holds', spring, '--from', 'us_text');
    expect(err).toBe('');
    const text = unwrapped(out);
    expect(text).toContain('Asked from this outcome, not from today: “the four-term deal”: ');
    expect(text).toContain('WHERE THINGS GO FROM THERE IF LEFT ALONE');
    const several = await detente('holds', spring, '--from', 'four_term_deal');
    expect(several.err).toBe(
      '576 outcomes satisfy "four_term_deal"; starting from the one nearest to today\n',
    );
  });

  it('that nothing satisfies is refused', async () => {
    const { code, err } = await detente('holds', spring, '--from', 'crimea and not crimea');
    expect(code).toBe(2);
    expect(err).toContain('no possible outcome satisfies it');
  });

  it('takes a number of moves to follow, and no other word', async () => {
    for (const word of ['0', 'all', '1.5', '2000']) {
      const { code, err } = await detente('holds', spring, '--evolution', word);
      expect(code).toBe(2);
      expect(err).toContain(`--evolution "${word}": expected the longest sequence of moves`);
    }
    const { out } = await detente('holds', spring, '--json', '--evolution', '1');
    const { evolution, limits } = JSON.parse(out);
    expect(evolution.moves.depths).toHaveLength(2);
    expect(evolution.moves.isComplete).toBe(false);
    expect(limits.join(' ')).toContain('What can develop by any moves is listed for 1 move');
  });
});
