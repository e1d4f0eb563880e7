import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  briefDocument,
  briefEnsemble,
  deals,
  ensemble,
  holds,
  readCase,
  renderHtml,
  uncontrolled,
} from '../../src/index.js';
import { launchBrowser } from './launch.js';

const examples = fileURLToPath(new URL('../../cases/examples/', import.meta.url));

function briefOf(file: string, readings: Record<string, string> = {}): string {
  const { case: theCase, hash } = readCase(readFileSync(examples + file, 'utf8'));
  if (!theCase) throw new Error(`${file} does not load`);
  const report = holds.run(theCase, { ...holds.defaults, readings }, uncontrolled);
  const agreed = deals.run(theCase, { ...deals.defaults, readings }, uncontrolled);
  const stamp = { hash, version: '0.0.0', askDeals: `detente deals cases/examples/${file}` };
  const { where, concepts, replies } = report.options;
  const [concept = ensemble.defaults.concept] = concepts;
  const asked = briefEnsemble(theCase, { where, concept, replies });
  const rivals = asked && ensemble.run(theCase, asked, uncontrolled);
  return renderHtml(briefDocument(theCase, report, stamp, agreed, rivals));
}

describe('the brief on paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  async function pagesOf(html: string): Promise<number> {
    const page = await browser.newPage();
    await page.setContent(html);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    await page.close();
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  }

  it.each([
    ['spring-2025.yaml', {}],
    ['spring-2025.yaml', { US: 'engage' }],
    ['spring-2025.yaml', { US: 'pressure' }],
    ['spring-2025.yaml', { RU: 'terms' }],
    ['spring-2025.yaml', { UA: 'ceasefire_first' }],
    ['spring-2025.yaml', { EU: 'crack' }],
    ['spring-2025.yaml', { US: 'engage', RU: 'terms', EU: 'crack' }],
    ['ring-road.yaml', {}],
    ['two-villages.yaml', {}],
    ['camp-david-1978.yaml', {}],
    ['germany-2017.yaml', {}],
  ])(
    'of %s with readings %o has two pages',
    async (file, readings) => {
      expect(await pagesOf(briefOf(file, readings))).toBe(2);
    },
    30_000,
  );

  it('the count of pages can tell three from two', async () => {
    const long = '<p style="break-after: page">x</p>'.repeat(2);
    expect(await pagesOf(`<!doctype html>${long}<p>y</p>`)).toBe(3);
  }, 30_000);
});
