import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from './workbench.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const example = (name: string) =>
  readFile(new URL(`../../cases/examples/${name}.yaml`, import.meta.url), 'utf8');
const spring = await example('spring-2025');
const campDavid = await example('camp-david-1978');

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterEach(() => bench.leave());
afterAll(() => bench.close());

const wide: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const panel = '#column-deals .outcome';

/** Opens the screen of deals, with the first package judged. */
async function openDeals(text = campDavid, options = wide): Promise<Page> {
  const { page } = await bench.visit(text, options);
  await page.getByRole('link', { name: 'Deals' }).click();
  // All parts of the answer on a large case take their time where others use the machine too.
  await page.locator('.deal-card').first().waitFor({ timeout: 40_000 });
  return page;
}

const heading = (page: Page) => page.locator('#package-heading');

/** What axe-core finds wrong, as `rule: element`. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] };
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<Found> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const found = (await axe.run({ runOnly: tags })).violations;
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

test('the plot has no deal, the proposals and the solutions, the words stand below', async () => {
  const page = await openDeals();
  const labels = (await page.locator('.mark-label').allTextContents()).join(' ');
  expect(labels).toContain('no deal');
  expect(labels).toContain('Nash');
  expect(await page.locator('.mark[data-kind="proposal"]').count()).toBe(2);
  expect(await page.locator('.plot .no-deal').count()).toBe(2);
  expect(await page.locator('#column-deals > .column-body > .document').innerText()).toContain(
    'No deal',
  );
});

test('a mark leads to its package: who likes it, who would break it', async () => {
  const page = await openDeals();
  await page.getByRole('option', { name: '“the Israeli position' }).first().click();
  await heading(page).filter({ hasText: 'the Israeli position' }).waitFor();
  const egypt = page.locator('.deal-card[data-party="EG"]');
  expect(await egypt.innerText()).toContain('Worse than no deal: it would have lost');
  expect(await page.locator(panel).innerText()).toContain('(no deal: ');
  await egypt.getByRole('button').first().click();
  await page.locator('.drawer ol li').first().waitFor();
});

test('a package built issue by issue is judged at once', async () => {
  const page = await openDeals();
  const builder = page.locator('.builder');
  const before = await page.locator(panel).innerText();
  await builder.getByRole('button', { name: 'the peace treaty' }).click();
  await page.locator('.popover').getByRole('option', { name: 'bound to progress' }).click();
  await expect.poll(() => page.locator(panel).innerText()).not.toBe(before);
  expect(await page.locator('#column-deals .outcome-description').count()).toBeLessThanOrEqual(1);
  await builder.getByRole('button', { name: 'Start from' }).click();
  await page.locator('.popover').getByRole('option', { name: 'the Egyptian position' }).click();
  await heading(page).filter({ hasText: 'the Egyptian position' }).waitFor();
  expect(
    await page.locator('.plot .mark[aria-selected="true"]').getAttribute('aria-label'),
  ).toContain('the Egyptian position');
});

test('a level that a rule excludes says so, and the package is not judged', async () => {
  const page = await openDeals(spring);
  const builder = page.locator('.builder');
  const issues = await builder.locator('.builder-issues .select-button').count();
  let isFound = false;
  for (let at = 0; at < issues && !isFound; at += 1) {
    await builder.locator('.builder-issues .select-button').nth(at).click();
    const excluded = page
      .locator('.popover')
      .getByRole('option')
      .filter({ hasText: 'not with the rest' });
    isFound = (await excluded.count()) > 0;
    if (isFound) await excluded.first().click();
    else await page.keyboard.press('Escape');
  }
  expect(isFound).toBe(true);
  expect(await page.locator('.builder-excluded').innerText()).toContain(
    'This package is not possible',
  );
  expect(await page.locator('.deal-card').count()).toBe(0);
}, 60_000);

test('by keyboard alone: to the marks, along them, and to a package', async () => {
  const page = await openDeals();
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('.plot .mark'))) break;
  }
  await page.keyboard.press('Home');
  const first = await focused();
  expect(first).toContain('No deal');
  await page.keyboard.press('ArrowRight');
  const right = await focused();
  expect(right).not.toBe(first);
  await page.keyboard.press('End');
  const last = await focused();
  await page.keyboard.press('PageUp');
  expect(await focused()).not.toBe(last);
  const before = await heading(page).innerText();
  await page.keyboard.press('Enter');
  await expect.poll(() => heading(page).innerText()).not.toBe(before);
  expect(await page.locator('.plot .mark[aria-selected="true"]').getAttribute('tabindex')).toBe(
    '0',
  );
});

test('more than two parties have lines over all their axes, and a choice of two for the plot', async () => {
  const page = await openDeals(spring);
  expect(await page.locator('.parallel-axis').count()).toBe(4);
  const marks = await page.locator('.plot .mark').count();
  expect(await page.locator('.strand').count()).toBe(marks);
  await page.locator('.plot-axes .select-button').last().click();
  await page.locator('.popover').getByRole('option', { name: 'Ukraine' }).click();
  await expect.poll(() => page.locator('.plot-title').last().innerHTML()).toContain('Ukraine');
}, 60_000);

test('the table has every mark that is drawn', async () => {
  const page = await openDeals();
  await page.locator('#column-deals .picture-table summary').click();
  const rows = page.locator('#column-deals .graph-tables tbody tr');
  expect(await rows.count()).toBe(1 + (await page.locator('.plot .mark').count()));
});

test.for(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (colorScheme) => {
  const page = await openDeals(campDavid, { ...wide, colorScheme });
  await page.locator('#column-deals .picture-table summary').click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('option', { name: '“the Israeli position' }).first().click();
  await heading(page).filter({ hasText: 'the Israeli position' }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('at 200 % and on a phone the pictures scroll in their frames, never the page', async () => {
  for (const width of [640, 320]) {
    const { page } = await bench.visit(campDavid, { viewport: { width, height: 800 } });
    await page.getByRole('tab', { name: 'Deals' }).click();
    await page.locator('.deal-card').first().waitFor();
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([width, overhang]).toEqual([width, 0]);
    expect(await violations(page)).toEqual([]);
  }
});

test('its screen prints in grey, with the table, without the brief', async () => {
  const page = await openDeals(campDavid, { ...wide, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#column-brief').isVisible()).toBe(false);
  expect(await page.locator('.plot').isVisible()).toBe(true);
  expect(await page.locator('#column-deals .graph-tables').isVisible()).toBe(true);
  const colours = await page.evaluate(() =>
    [...document.querySelectorAll('#column-deals :is(.graph path, .graph text, .card)')].flatMap(
      (element) => {
        const { fill, stroke, color } = getComputedStyle(element);
        return [fill, stroke, color];
      },
    ),
  );
  const isGrey = (colour: string) => {
    const [red, green, blue] = colour.match(/[\d.]+/g) ?? [];
    return red === green && green === blue;
  };
  expect(colours.filter((colour) => colour.startsWith('rgb') && !isGrey(colour))).toEqual([]);
});
