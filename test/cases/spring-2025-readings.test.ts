// The brief of spring 2025 on what would change it, worked out over its 24 combinations of readings.
import { expect, test } from 'vitest';
import { uncontrolled } from '../../src/core/report.js';
import { rationalOfAmount } from '../../src/questions/amount.js';
import { briefEnsemble } from '../../src/questions/brief-ensemble.js';
import { ensemble } from '../../src/questions/ensemble.js';
import type { EnsembleOptions } from '../../src/questions/ensemble-findings.js';
import { holds } from '../../src/questions/holds.js';
import { briefDocument } from '../../src/report/brief-document.js';
import { plainText } from '../../src/report/document.js';
import { caseAt } from './answers.js';

test('the brief ranks every reading by how far the shares of a headline move with it', () => {
  const theCase = caseAt('../../cases/examples/spring-2025.yaml');
  const asked = { where: {}, concept: 'firm', replies: 'alone' } as const;
  const found = ensemble.run(
    theCase,
    briefEnsemble(theCase, asked) as EnsembleOptions,
    uncontrolled,
  );
  const order = found.carrying.map(({ doubt }) => doubt);
  expect(order.toSorted()).toEqual(['EU', 'RU', 'UA', 'US']);
  const swings = found.carrying.map(({ swing }) => rationalOfAmount(swing));
  for (const [at, { n, d }] of swings.slice(1).entries()) {
    const before = swings[at] as (typeof swings)[number];
    expect(n * before.d).toBeLessThanOrEqual(before.n * d);
  }

  const report = holds.run(theCase, { ...holds.defaults }, uncontrolled);
  const { blocks } = briefDocument(theCase, report, { hash: '', version: '' }, undefined, found);
  const at = blocks.findIndex((one) => one.kind === 'heading' && one.text.startsWith('What would'));
  const list = blocks[at + 1];
  const lines = list?.kind === 'list' ? list.items.map(({ content }) => plainText(content)) : [];
  const said = lines.join('\n');
  const places = order.map((id) => {
    const called = theCase.parties.find((party) => party.id === id)?.called as string;
    return said.indexOf(`reading of ${called}`);
  });
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
