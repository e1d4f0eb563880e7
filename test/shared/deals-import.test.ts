import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, parseRational, type Rational, zero } from '../../src/core/rational.js';
import { formatDiagnostic } from '../../src/io/case-file/format-diagnostic.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { filesToImport, importFiles } from '../../src/io/import-files.js';
import { exportNegmas } from '../../src/io/negmas/export-negmas.js';
import { sharedPath } from './shared-data.js';

/** The tables that another reading of the same files made: rationals `n/d`, weights already in. */
type Tables = {
  readonly issues: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly parties: readonly {
    readonly name: string;
    readonly reservation: string | null;
    readonly utilityTable: readonly (readonly string[])[];
  }[];
};

type Game = {
  readonly rule: { readonly veto: readonly string[]; readonly quota: number };
  readonly initialDeal: string;
};

const folder = sharedPath('deals');
const scenarios = folder
  ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];

function filesOf(name: string) {
  const path = join(folder ?? '', name);
  const names = readdirSync(path, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isDirectory() ? [] : [join(entry.parentPath, entry.name).slice(path.length + 1)],
  );
  return filesToImport(names.sort()).map((one) => ({
    name: join(path, one),
    text: readFileSync(join(path, one), 'utf8'),
  }));
}

const exact = (text: string): Rational => parseRational(text) ?? expect.fail(`no number: ${text}`);

describe.skipIf(!folder).each(scenarios.map(({ name }) => name))('%s', (name) => {
  const path = join(folder ?? '', name);
  const files = filesOf(name);
  const tables = JSON.parse(readFileSync(join(path, 'exact-tables.json'), 'utf8')) as Tables;
  const isGame = files.some((file) => file.name.endsWith('config.txt'));

  test('has the tables that its files say, exactly', () => {
    const { caseText, diagnostics } = importFiles(files);
    expect(
      diagnostics
        .filter(({ diagnostic }) => diagnostic.severity === 'error')
        .map(({ file, diagnostic }) => formatDiagnostic(file.text, file.name, diagnostic)),
    ).toEqual([]);
    const theCase = readCase(caseText ?? '').case ?? expect.fail('the case has flaws');
    expect(theCase.today).toBeUndefined();
    expect(theCase.parties.map((party) => party.name)).toEqual(
      tables.parties.map((party) => party.name.replace(/\.(xml|yml)$/, '')),
    );
    if (!isGame) {
      expect(theCase.issues.map(({ label }) => label)).toEqual(
        tables.issues.map((issue) => issue.name.replace(/\s+/g, ' ').trim()),
      );
      expect(theCase.issues.map(({ levels }) => levels.map(({ label }) => label))).toEqual(
        tables.issues.map((issue) => issue.values.map((one) => one.replace(/\s+/g, ' ').trim())),
      );
    }
    const everybody = theCase.parties.map((_, party) => party);
    expect(theCase.issues.map(({ control }) => control)).toMatchObject(
      theCase.issues.map(() => ({ kind: 'agree', parties: everybody })),
    );
    tables.parties.forEach((party, at) => {
      const [reading] = theCase.preferences[at] ?? [];
      const rows = reading?.points?.issues ?? [];
      expect(rows.map(({ issue }) => issue)).toEqual(party.utilityTable.map((_, issue) => issue));
      expect(rows.map(({ weight }) => weight)).toEqual(rows.map(() => exact('100')));
      expect(rows.map(({ scores }) => scores)).toEqual(
        party.utilityTable.map((row) => row.map(exact)),
      );
      const value = reading?.noDeal?.value;
      const expected = party.reservation === null ? zero : exact(party.reservation);
      if (typeof value !== 'object') expect.fail('no deal is no number');
      expect(compare(value, expected)).toBe(0);
    });
  });

  if (isGame)
    test('has the rule and the first deal of the game', () => {
      const game = JSON.parse(readFileSync(join(path, 'case.json'), 'utf8')) as Game;
      const { caseText = '' } = importFiles(files);
      const theCase = readCase(caseText).case ?? expect.fail('the case has flaws');
      const idOf = (party: string) => theCase.parties.find((one) => one.name === party)?.id;
      const rule = /^consent: \{all: \[(.+), \{at_least: (\d+), of: \[(.+)\]\}\]\}$/m.exec(
        caseText,
      );
      expect(rule?.slice(1)).toEqual([
        game.rule.veto.map(idOf).join(', '),
        String(game.rule.quota),
        theCase.parties.map(({ id }) => id).join(', '),
      ]);
      const [proposal] = theCase.proposals;
      expect(
        proposal?.terms
          .map(({ issue, level }) => theCase.issues[issue]?.levels[level]?.id)
          .join(','),
      ).toBe(game.initialDeal);
      const first = readFileSync(join(path, 'config.txt'), 'utf8')
        .split('\n')
        .find((line) => line.split(',')[2] === 'p1');
      expect(proposal?.by.map((party) => theCase.parties[party]?.name)).toEqual([
        first?.split(',')[0],
      ]);
    });

  test('comes back from NegMAS files as it was', () => {
    const own = readCase(importFiles(files).caseText ?? '').case ?? expect.fail('flawed');
    const written = exportNegmas(own);
    if ('refusals' in written) expect.fail(written.refusals.join('; '));
    const back = readCase(importFiles(written.files).caseText ?? '').case ?? expect.fail('flawed');
    expect(back.issues.map(({ label }) => label)).toEqual(own.issues.map(({ label }) => label));
    own.preferences.forEach(([reading], party) => {
      const [other] = back.preferences[party] ?? [];
      reading?.points?.issues.forEach(({ scores }, issue) => {
        scores.forEach((score, level) => {
          const found = other?.points?.issues[issue]?.scores[level] ?? expect.fail('lost');
          // A decimal that does not end is written to 17 digits.
          const difference = found.n * score.d - score.n * found.d;
          const size = (difference < 0n ? -difference : difference) * 10n ** 16n;
          expect(size <= found.d * (score.n < 0n ? -score.n : score.n)).toBe(true);
        });
      });
    });
  });

  test('is read or refused, never thrown over, with a piece cut out or put elsewhere', () => {
    const places = fc.tuple(fc.nat(), fc.nat(40), fc.nat(), fc.nat());
    fc.assert(
      fc.property(fc.nat(), fc.array(places, { minLength: 1, maxLength: 3 }), (which, edits) => {
        const changed = files.map((file, at) => {
          if (at !== which % files.length) return file;
          const text = edits.reduce((now, [from, length, to]) => {
            const start = from % (now.length + 1);
            const piece = now.slice(start, start + length);
            const rest = now.slice(0, start) + now.slice(start + length);
            const place = to % (rest.length + 1);
            return rest.slice(0, place) + piece + rest.slice(place);
          }, file.text);
          return { ...file, text };
        });
        for (const { file, diagnostic } of importFiles(changed).diagnostics) {
          expect(diagnostic.what).not.toMatch(/undefined|NaN|\[object/);
          formatDiagnostic(file.text, file.name, diagnostic);
        }
      }),
      { numRuns: 60, seed: 20161124 },
    );
  });
});
