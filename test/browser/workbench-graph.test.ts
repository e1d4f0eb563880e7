import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from './workbench.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const spring = await readFile(
  new URL('../../cases/examples/spring-2025.yaml', import.meta.url),
  'utf8',
);
const campDavid = await readFile(
  new URL('../../cases/examples/camp-david-1978.yaml', import.meta.url),
  'utf8',
);

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterEach(() => bench.leave());
afterAll(() => bench.close());

const wide: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** Opens the screen of the picture, with the first outcome looked at. */
async function openPicture(text?: string, options = wide): Promise<Page> {
  const { page } = await bench.visit(text, options);
  await page.getByRole('link', { name: 'What holds' }).click();
  await page.locator('.cards .card').first().waitFor();
  return page;
}

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

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

test('the picture has today, what is on offer and the lines between them', async () => {
  const page = await openPicture();
  const names = await page.getByRole('option').allTextContents();
  expect(names).toHaveLength(4);
  expect(names[0]).toContain('Today');
  expect(names.join(' ')).toContain('“the full deal”');
  expect(names.filter((name) => name.includes('on offer'))).toHaveLength(3);
  expect(await page.locator('.arc-signed').count()).toBe(3 + 1);
  // Each kind of edge and line that is drawn stands in the legend.
  const legend = await page.getByRole('list', { name: 'Legend' }).innerText();
  expect(legend).toContain('on offer: signed together');
  expect(legend).not.toContain('a reply');
});

test('of a large case at most twelve outcomes come first, and it grows and shrinks on demand', async () => {
  const page = await openPicture(spring);
  const count = () => page.getByRole('option').count();
  expect(await count()).toBe(12);
  await page.locator('.node', { hasText: '“the four-term deal”' }).click();
  await page.locator('.outcome-name', { hasText: 'the four-term deal' }).waitFor();
  await page.getByRole('button', { name: 'Draw what it leads to' }).click();
  await expect.poll(count).toBeGreaterThan(12);
  expect(await page.locator('.picture .arc-reply').count()).toBeGreaterThan(0);
  expect(await page.getByRole('list', { name: 'Legend' }).innerText()).toContain('a reply');
  await page.getByRole('button', { name: 'Take back what it leads to' }).click();
  await expect.poll(count).toBe(12);
});

test('an outcome that is not in the picture can be drawn too', async () => {
  const page = await openPicture(spring);
  await page.locator('.add-outcome .select-button').click();
  const listed = page.getByRole('listbox').getByRole('option').last();
  const name = ((await listed.textContent()) ?? '').replace(/[“”]/g, '').slice(0, 20);
  expect(await page.locator('.node', { hasText: name }).count()).toBe(0);
  await listed.click();
  await page.locator('.outcome-name', { hasText: name }).waitFor();
  expect(await page.locator('.node', { hasText: name }).count()).toBe(1);
});

test('by keyboard alone: to the picture, along its lines, to a card, and grown', async () => {
  const page = await openPicture(campDavid);
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if ((await focusedText(page)).startsWith('today')) break;
  }
  expect(await focusedText(page)).toMatch(/^today · would not hold Today/);
  await page.keyboard.press('ArrowDown');
  const below = await focusedText(page);
  expect(below).not.toMatch(/^today/);
  await page.keyboard.press('ArrowUp');
  expect(await focusedText(page)).toMatch(/^today/);
  await page.keyboard.press('End');
  const last = await focusedText(page);
  await page.keyboard.press('Home');
  expect(await focusedText(page)).toMatch(/^today/);
  expect(last).not.toMatch(/^today/);

  const israel = page.getByRole('option', { name: 'the Israeli position before the summit' });
  await page.keyboard.press('End');
  for (let presses = 0; presses < 12; presses++) {
    if ((await focusedText(page)).includes('“the Israeli position')) break;
    await page.keyboard.press('ArrowUp');
  }
  await page.keyboard.press('Enter');
  await page.locator('.outcome-name', { hasText: 'the Israeli position' }).waitFor();
  expect(await israel.getAttribute('aria-selected')).toBe('true');
  const before = await page.getByRole('option').count();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(before);
  expect(await israel.getAttribute('aria-description')).toContain('what it leads to is drawn');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('option').count()).toBe(before);
});

test('the table says all that the picture shows', async () => {
  const page = await openPicture(campDavid);
  await page.getByText('The same as a table').click();
  const table = (name: string) => page.getByRole('region', { name }).getByRole('row');
  const outcomes = await table('Outcomes in the picture').allInnerTexts();
  const ways = await table('Ways between them').allInnerTexts();
  const options = page.getByRole('option');
  expect(outcomes).toHaveLength(1 + (await options.count()));
  expect(ways).toHaveLength(1 + (await page.locator('.graph .arc').count()));
  for (const option of await options.all()) {
    const words = ((await option.textContent()) ?? '').split('…')[0]?.trim() ?? '';
    const [, name = ''] = / hold (.{10,30})/.exec(words) ?? [];
    expect(outcomes.join('\n')).toContain(name.trim());
  }
});

test('each party has its card; a sentence leads to the wants, a want to its sources', async () => {
  const page = await openPicture(spring);
  await page.locator('.node', { hasText: '“the four-term deal”' }).click();
  await page.locator('.outcome-name', { hasText: 'the four-term deal' }).waitFor();
  const cards = page.locator('.card');
  expect(await cards.count()).toBe(4);
  const russia = cards.filter({ hasText: 'Russia' }).filter({ hasText: 'Leaves' });
  expect(await russia.innerText()).toContain('is the first of its 17 wants');
  const europe = await cards.last().innerText();
  expect(europe).toContain('Stays: held by what Russia could do in reply');
  expect(europe).toContain('Worse than today for it');
  await russia.getByRole('button', { name: 'Leaves' }).click();
  const drawer = page.locator('.drawer');
  const first = drawer.locator('ol li').first();
  expect(await first.innerText()).toContain('no ceasefire while Western arms');
  // The sources stand beside the want; one more step leads to where the case names them.
  await first.getByRole('button').first().click();
  await page.locator('#column-case').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.classList.contains('cm-content')))
    .toBe(true);
  expect(await page.evaluate(() => String(document.getSelection()))).not.toBe('');
  await page.goBack();
  await page.locator('.picture').waitFor();
});

test('the way to an outcome is told stretch by stretch, with who moves', async () => {
  const page = await openPicture(campDavid);
  await page.getByRole('option', { name: '“all of Sinai for a separate peace' }).click();
  await page.locator('.outcome-name', { hasText: 'separate peace' }).waitFor();
  const stretches = await page.locator('.path li').allInnerTexts();
  expect(stretches).toHaveLength(2);
  expect(stretches[0]).toMatch(/^Signed: Israel and Egypt together could /);
  expect(stretches[1]).toMatch(/^The United States could /);
});

test('of an outcome that would not hold it says who leaves, by what and for which want', async () => {
  const page = await openPicture(spring);
  const panel = page.locator('.make-it-hold');
  expect(await panel.count()).toBe(0);
  await page.getByRole('option', { name: '“the tracks diverge”' }).click();
  await panel.waitFor();
  expect(await panel.innerText()).toMatch(/The United States could restore its sanctions/);
});

test('asked what would make it hold, the panel answers in words for each party', async () => {
  const page = await openPicture(campDavid);
  const panel = page.locator('.make-it-hold');
  await panel.getByRole('button', { name: 'What would make it hold?' }).click();
  await panel.locator('.make-stable').waitFor({ timeout: 60_000 });
  const answer = await panel.innerText();
  expect(answer).toContain('As the parties’ wants stand it would not hold');
  expect(answer).toMatch(/It (already holds|does not hold) for Israel/);
  expect(await violations(page)).toEqual([]);
  // Another outcome has no answer until it is asked for.
  await page.locator('.node', { hasText: '“talks fail and blame is given”' }).click();
  await page.locator('.outcome-name', { hasText: 'talks fail' }).waitFor();
  expect(await page.locator('.make-stable').count()).toBe(0);
}, 90_000);

test('a concept’s name tells its definition, wherever it stands', async () => {
  const page = await openPicture();
  await page.getByRole('button', { name: 'firm – what does it mean?' }).first().click();
  const help = page.getByRole('dialog', { name: 'What firm means' });
  expect(await help.innerText()).toContain('Every improvement could be answered');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  for (const column of ['#column-brief', '#column-holds']) {
    const inText = page.locator(`${column} .document .concept-name`);
    expect([column, await inText.count()]).not.toEqual([column, 0]);
  }
});

test('an edit keeps the outcome that is looked at, by its words', async () => {
  const page = await openPicture();
  await page.getByRole('option', { name: '“the full deal”' }).click();
  await page.locator('.outcome-name', { hasText: 'the full deal' }).waitFor();
  await page.locator('.select-button').first().click();
  await page.getByRole('option', { name: 'the farmers decide' }).click();
  await page.locator('.card', { hasText: 'Northfield' }).filter({ hasText: 'Leaves' }).waitFor();
  expect(await page.locator('.outcome-name').innerText()).toContain('the full deal');
});

test.for(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (colorScheme) => {
  const page = await openPicture(campDavid, { ...wide, colorScheme });
  await page.getByText('The same as a table').click();
  await page.getByRole('option', { name: '“the Israeli position' }).click();
  await page.locator('.make-it-hold').waitFor();
  await page.getByRole('button', { name: 'Draw what it leads to' }).click();
  await page.locator('.picture .arc-answered, .picture .arc-step').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.locator('.outcome .concept-name').first().click();
  await page.getByRole('dialog').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('at 200 % and on a phone the picture scrolls in its frame, never the page', async () => {
  for (const width of [640, 320]) {
    const { page } = await bench.visit(spring, { viewport: { width, height: 800 } });
    await page.getByRole('tab', { name: 'What holds' }).click();
    await page.locator('.cards .card').first().waitFor();
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([width, overhang]).toEqual([width, 0]);
    expect(await violations(page)).toEqual([]);
  }
});

test('its screen prints what holds, in grey, tables included, without the brief', async () => {
  const page = await openPicture(campDavid, { ...wide, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#column-brief').isVisible()).toBe(false);
  expect(await page.locator('.graph').isVisible()).toBe(true);
  expect(await page.getByRole('region', { name: 'Ways between them' }).isVisible()).toBe(true);
  const colours = await page.evaluate(() =>
    [...document.querySelectorAll('.graph :is(rect, path, text), .card')].flatMap((element) => {
      const { fill, stroke, color } = getComputedStyle(element);
      return [fill, stroke, color];
    }),
  );
  const isGrey = (colour: string) => {
    const [red, green, blue] = colour.match(/[\d.]+/g) ?? [];
    return red === green && green === blue;
  };
  expect(colours.filter((colour) => colour.startsWith('rgb') && !isGrey(colour))).toEqual([]);
});
