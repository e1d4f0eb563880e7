import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { holds, readCase, uncontrolled } from '../../src/index.js';

/**
 * Answers of the example cases on every reading alone, as they were last looked at. They may be wrong;
 * they may not move unnoticed. `UPDATE_REGRESSION=1` writes them anew: say in the changelog why.
 */
const examples = fileURLToPath(new URL('../../cases/examples/', import.meta.url));
const pinned = fileURLToPath(new URL('./examples.expected.json', import.meta.url));

type Pin = {
  states: number;
  today: number | null;
  equilibria: Record<string, readonly number[] | string>;
  ends: readonly (readonly number[])[];
  onOffer: readonly string[];
};

/** A long list as how many there are and a digest of which: it may not move either. */
function pinnedList(states: readonly number[]): readonly number[] | string {
  if (states.length <= 100) return states;
  const digest = createHash('sha256').update(states.join(' ')).digest('hex').slice(0, 16);
  return `${states.length} outcomes, ${digest}`;
}

function answers(file: string): Record<string, Pin> {
  const { case: theCase } = readCase(readFileSync(examples + file, 'utf8'));
  if (!theCase) throw new Error(`${file} does not load`);
  const alternatives = theCase.parties.flatMap(({ id }, party) =>
    (theCase.preferences[party] ?? []).slice(1).map((reading) => ({ [id]: reading.id })),
  );
  return Object.fromEntries(
    [{}, ...alternatives].map((readings) => {
      const report = holds.run(theCase, { ...holds.defaults, readings }, uncontrolled);
      const pin: Pin = {
        states: report.outcomes,
        today: report.today,
        equilibria: Object.fromEntries(
          Object.entries(report.equilibria).map(([id, states]) => [id, pinnedList(states)]),
        ),
        ends: report.ends,
        onOffer: report.onOffer.map(
          ({ from, sign, state, group }) => `${group.join('+')}: ${from} > ${sign} > ${state}`,
        ),
      };
      const name = Object.entries(readings).map(([party, reading]) => `${party}=${reading}`);
      return [name[0] ?? 'default readings', pin];
    }),
  );
}

const found = Object.fromEntries(
  readdirSync(examples)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, answers(file)]),
);
if (process.env.UPDATE_REGRESSION) writeFileSync(pinned, `${JSON.stringify(found, null, 1)}\n`);
const expected = JSON.parse(readFileSync(pinned, 'utf8')) as typeof found;

describe('the answers of the example cases have not moved', () => {
  it('for the same files', () => {
    expect(Object.keys(found)).toEqual(Object.keys(expected));
  });
  it.each(Object.keys(expected))('%s', (file) => {
    expect(found[file]).toEqual(expected[file]);
  });
});
