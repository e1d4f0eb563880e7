import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from './workbench.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterEach(() => bench.leave());
afterAll(() => bench.close());

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe-core finds wrong, as `rule: element`. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: readonly Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run({ runOnly: tags })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test.for(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (colorScheme) => {
  const { page } = await bench.visit(undefined, {
    colorScheme,
    viewport: { width: 1440, height: 900 },
  });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'why?' }).first().click();
  await page.getByRole('complementary').locator('ol').first().waitFor();
  await page.locator('.select-button').click();
  await page.getByRole('option', { name: 'the farmers decide' }).click();
  await page.locator('ins').first().waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('zzz: 1');
  await page.keyboard.press('Enter');
  await page.locator('.cm-lint-marker-error').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Case' }).click();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing wrong where only one column has room', async () => {
  const { page } = await bench.visit(undefined, { viewport: { width: 640, height: 800 } });
  for (const name of ['What holds', 'Case text', 'Brief']) {
    await page.getByRole('tab', { name }).click();
    expect(await violations(page)).toEqual([]);
  }
});

test('by keyboard alone: to a reading, another reading, a question, and back', async () => {
  const { page } = await bench.visit();
  /** Presses Tab until the focus is on what matches. */
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const isThere = await page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) ?? false,
        selector,
      );
      if (isThere) return;
    }
    throw new Error(`Tab never reaches ${selector}`);
  };
  await tabTo('.select-button');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('ins').first().waitFor();
  await tabTo('.column-brief .why');
  const asked = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary');
  await drawer.locator('ol').first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('drawer-heading');
  await tabTo('.drawer .button');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(asked);
  await tabTo('.cm-content');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.cm-editor'))).toBeNull();
});

test('tabs switch by arrow keys where only one column has room', async () => {
  const { page } = await bench.visit(undefined, { viewport: { width: 700, height: 800 } });
  await page.getByRole('tab', { name: 'Brief' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#column-holds').isVisible()).toBe(true);
  expect(await page.locator('#column-brief').isVisible()).toBe(false);
  await page.keyboard.press('End');
  expect(await page.getByRole('tabpanel', { name: 'Case text' }).isVisible()).toBe(true);
});

test.for([
  ['at 200 % on a small laptop', { width: 640, height: 400 }, 2],
  ['on a phone', { width: 320, height: 640 }, 1],
] as const)('nothing is cut off or scrolls sideways %s', async (sized) => {
  const [, viewport, deviceScaleFactor] = sized;
  const { page } = await bench.visit(undefined, { viewport, deviceScaleFactor });
  for (const name of ['Brief', 'What holds', 'Case text']) {
    await page.getByRole('tab', { name }).click();
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([name, overhang]).toEqual([name, 0]);
  }
});

test('on paper there is the brief alone, on at most two sheets, its handling mark on each', async () => {
  const { page } = await bench.visit(undefined, { colorScheme: 'dark' });
  await page.getByRole('button', { name: 'why?' }).first().click();
  await page.getByRole('complementary').waitFor();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(2);

  await page.emulateMedia({ media: 'print' });
  const shown = page.locator(
    '.bar, .strip, .rail, .drawer, #column-holds, #column-case, .column-heading',
  );
  for (const part of await shown.all()) expect(await part.isVisible()).toBe(false);
  const head = page.locator('.sheet-head');
  expect(await head.innerText()).toMatch(/for the mediators only/i);
  expect(await head.evaluate((element) => getComputedStyle(element).display)).toBe(
    'table-header-group',
  );
  expect(
    await page.locator('.brief-title').evaluate((element) => getComputedStyle(element).color),
  ).toBe('rgb(26, 26, 26)');
});

test('light and dark follow the system until chosen, and the choice is kept', async () => {
  const { page } = await bench.visit(undefined, { colorScheme: 'light' });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.getByRole('button', { name: 'Dark' }).click();
  expect(await paper()).toBe(light);
  await page.reload();
  await page.locator('.column-brief .document').waitFor();
  expect(await paper()).toBe(light);
});
