import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type EnsembleReport, ensemble, readCase, uncontrolled } from '../../src/index.js';
import { type Bench, CASE, openBench } from './workbench.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every want may or may not be held, and so may a rule: 2 × 8 × 8 × 2 combinations. */
const OPEN = `${CASE.replaceAll('from: judgement}', 'from: judgement, confidence: low}')}
rules:
  - {never: pump = shared and road = blocked and treaty = none, why: nobody shares for nothing, doubt: true}
`;
const levers = Array.from({ length: 8 }, (_, at) => `well_${at}`);
/** The order of the wants is open too, and there are wells: more work than is done unasked. */
const LARGE = OPEN.replaceAll('confidence: low}', 'confidence: low, unsure: true}')
  .replace('issues:\n', `issues:\n${levers.map((id) => `  ${id}: {lever: North}\n`).join('')}`)
  .replace('today: {', `today: {${levers.map((id) => `${id}: no, `).join('')}`);

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterEach(() => bench.leave());
afterAll(() => bench.close());

const wide: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** Opens the screen, with everything counted unless `isCounted` is false. */
async function openWhatIf(text = OPEN, options = wide, isCounted = true): Promise<Page> {
  const { page } = await bench.visit(text, options);
  const isWide = (options.viewport?.width ?? 0) >= 1200;
  await page.getByRole(isWide ? 'link' : 'tab', { name: 'What if' }).click();
  await page.locator('.switchboard').waitFor();
  if (isCounted) await page.getByText(/^Counted: /).waitFor();
  return page;
}

const radio = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByText(name, { exact: true }).first();
const strip = (page: Page) => page.locator('.supposed');

/** Chooses once more where the list was drawn anew under the first choice. */
async function varyEverything(page: Page): Promise<void> {
  const vary = page.locator('.count-choices').getByRole('button', { name: 'Vary' });
  await vi.waitFor(async () => {
    await vary.click();
    await page.locator('.popover').getByRole('option', { name: 'everything in doubt' }).click();
    expect(await vary.innerText()).toContain('everything in doubt');
  }, 6000);
}

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

/** A number in a range besides, so that sets are drawn. */
const RANGED = OPEN.replace('confidence: low}', 'confidence: low, worth: 3 ± 1}');

test.each([
  ['lists', OPEN, 'Counted: 256 of 256 combinations', 64],
  ['draws', RANGED, 'Counted: 1,000 of 1,000 draws', 500],
])(
  'what two chunk workers of the page count from %s has the bytes of one thread of Node',
  async (how, text, done, chunk) => {
    const { page } = await bench.visit(text, wide);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { value: 3 });
      const seen = window as unknown as { asked: unknown; counted: unknown };
      const Original = Worker;
      window.Worker = class extends Original {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          this.addEventListener('message', ({ data }) => {
            if (data.kind === 'counted') seen.counted = data.answer.report;
          });
        }
        override postMessage(task: { readonly kind: string; readonly workers?: number }) {
          if (task.kind === 'count') seen.asked = task.workers;
          super.postMessage(task);
        }
      };
    });
    await page.reload();
    await page.getByRole('link', { name: 'What if' }).click();
    if (how === 'draws') {
      await page.getByText('Counted: 2 of 2 combinations').waitFor();
      await varyEverything(page);
      await page.getByRole('button', { name: 'Count again' }).click();
    }
    await page.getByText(done).waitFor({ timeout: 15_000 });
    const inPage = await page.evaluate(() =>
      JSON.stringify((window as unknown as { counted: unknown }).counted),
    );
    expect(await page.evaluate(() => (window as unknown as { asked: unknown }).asked)).toBe(2);
    const { options, mode } = JSON.parse(inPage) as EnsembleReport;
    expect(mode).toBe(how === 'draws' ? 'draws' : 'every set');
    expect(options.chunk).toBeLessThanOrEqual(chunk);
    const { case: theCase } = readCase(text);
    if (!theCase) throw new Error('the case of this test has errors');
    expect(inPage).toBe(JSON.stringify(ensemble.run(theCase, options, uncontrolled)));
  },
);

test('another reading, chosen on the switchboard: its sentences listed, bottom line first', async () => {
  const page = await openWhatIf(CASE);
  const list = page.locator('.changed-sentences');
  expect(await list.innerText()).toContain('Choose something otherwise');
  await radio(page, 'Read as', 'the farmers decide').click();
  await list.getByText('No longer said').waitFor();
  expect(await list.innerText()).toMatch(/since Northfield is read as “the farmers decide”/);
  expect(await list.locator('ins').count()).toBeGreaterThan(0);
  expect(await list.locator('del').count()).toBeGreaterThan(0);
  expect(await page.locator('.changes').innerText()).toContain('sentences changed');
  await page.getByRole('button', { name: 'All of these as the file has them' }).click();
  await list.getByText('since readings and doubts are as the file has them').waitFor();
});

test('a struck want stands in the strip of every screen and on paper until it is taken back', async () => {
  const page = await openWhatIf();
  const brief = () => page.locator('#column-brief').textContent();
  const before = await brief();
  await radio(page, 'Is “water from the pump” a want?', 'it is not').click();
  await strip(page).getByText('“water from the pump” is not a want of Southam').waitFor();
  await expect.poll(brief).not.toBe(before);
  for (const name of ['Brief', 'What holds', 'Deals', 'Case']) {
    await page.getByRole('link', { name, exact: true }).click();
    expect(await strip(page).isVisible()).toBe(true);
  }
  await page.getByRole('link', { name: 'Brief', exact: true }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await strip(page).isVisible()).toBe(false);
  expect(await page.locator('#column-brief .supposed-note').innerText()).toContain(
    '“water from the pump” is not a want of Southam',
  );
  await page.emulateMedia({ media: 'screen' });
  await strip(page)
    .getByRole('button', { name: /^Take back/ })
    .click();
  await strip(page).waitFor({ state: 'detached' });
  const unmarked = async () => (await brief())?.replaceAll('[changed] ', '');
  await expect.poll(unmarked).toContain(before?.slice(0, 400) ?? '');
});

test('a supposition about a reading not in force is set aside with its reason, and not lost', async () => {
  const page = await openWhatIf();
  await radio(page, 'Is “the open road” a want?', 'it is not').click();
  await strip(page).getByText('“the open road” is not a want of').waitFor();
  await radio(page, 'Read as', 'the farmers decide').click();
  await strip(page)
    .getByText(/set aside: .*matters only where North is read as/)
    .waitFor();
  await radio(page, 'Read as', 'the traders decide').click();
  await page.locator('.supposed-problem').waitFor({ state: 'detached' });
  expect(await strip(page).innerText()).toContain('“the open road” is not a want of');
});

test('an act is supposed done; one that a rule forbids by itself says so until it may be', async () => {
  const page = await openWhatIf();
  const form = page.locator('.act-form');
  const suppose = async (issue: string, level: string) => {
    for (const [label, option] of [
      ['Issue', issue],
      ['Brought to', level],
    ] as const) {
      await form.getByRole('button', { name: label }).click();
      await page.locator('.popover').getByRole('option', { name: option }).click();
    }
    await form.getByRole('button', { name: 'Suppose it done' }).click();
  };
  await suppose('the pump', 'shared');
  await strip(page)
    .getByText(/Northfield shares the pump.* set aside: .*a rule forbids/)
    .waitFor();
  await suppose('the road', 'open');
  await strip(page).getByText('Southam keeps the road open, by an act of Southam').waitFor();
  await page.locator('.supposed-problem').waitFor({ state: 'detached' });
  const brief = () => page.locator('#column-brief').textContent();
  await expect.poll(brief).toContain('Southam keeps the road open');
  await strip(page).getByRole('button', { name: 'Take all back' }).click();
  await strip(page).waitFor({ state: 'detached' });
});

test('the brief says what would change it; another reading keeps that, and it is no news', async () => {
  const { page } = await bench.visit(CASE, wide);
  const heading = page
    .locator('#column-brief')
    .getByRole('heading', { name: 'What would change it' });
  await heading.waitFor();
  const lost = await heading.evaluateHandle((element) => {
    const seen = { isLost: false };
    const look = () => {
      if (!element.closest('.column')?.textContent?.includes('What would change it')) {
        seen.isLost = true;
      }
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
  await page.locator('.readings .select-button').first().click();
  await page.locator('.popover').getByRole('option', { name: 'the farmers decide' }).click();
  await page.locator('.changes').waitFor();
  expect(await heading.locator('ins').count()).toBe(0);
  expect(await lost.evaluate(({ isLost }) => isLost)).toBe(false);
});

test('a smallest change that turns an answer is supposed by its button', async () => {
  const page = await openWhatIf();
  const suppose = page.locator('.flips').getByRole('button', { name: /^Suppose this/ });
  await suppose.first().click();
  await page.locator('.changes').waitFor();
  expect(await page.locator('.switch-row[data-changed]').count()).toBeGreaterThan(0);
});

test('draws show as they are counted, with their error; stopped, they stay', async () => {
  const page = await openWhatIf(LARGE, wide, false);
  // Everything is much work: the readings alone are counted unasked.
  await page.getByText('Counted: 2 of 2 combinations').waitFor();
  await varyEverything(page);
  await page.getByText('It starts when you ask for it').waitFor();
  await page.getByRole('button', { name: 'Count again' }).click();
  await page.getByText(/^[1-9][\d,]* of 1,000 draws$/).waitFor();
  await page
    .locator('.share-says', { hasText: /% ± \d/ })
    .first()
    .waitFor();
  // A count that goes on was not stopped.
  expect(await page.locator('.ensemble').textContent()).not.toContain('The work was stopped');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText(/^Stopped after [\d,]+ of 1,000 draws/).waitFor();
  expect(await page.locator('.share-table').isVisible()).toBe(true);
  await page.locator('.count-choices').getByRole('button', { name: 'Draws' }).click();
  await page.locator('.popover').getByRole('option', { name: '500', exact: true }).click();
  await page.getByText('was counted for an earlier text, or with other choices').waitFor();
});

test('a share leads to what it depends on; a question leads to the case text', async () => {
  const page = await openWhatIf();
  const title = () => page.locator('.tornado .react-aria-SelectValue').innerText();
  const before = await title();
  const other = page.locator('button.share-cell:not([aria-current=true])').first();
  await other.focus();
  await page.keyboard.press('Enter');
  await expect.poll(title).not.toBe(before);
  expect(await page.locator('.tornado-bar').count()).toBeGreaterThan(0);
  await page.locator('.tornado summary').click();
  expect(await page.locator('.tornado tbody tr').count()).toBeGreaterThan(1);
  await page.locator('.find-out').getByRole('button').first().click();
  await page.waitForFunction(() => location.hash === '#case');
});

test.for(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (colorScheme) => {
  const page = await openWhatIf(OPEN, { ...wide, colorScheme });
  expect(await violations(page)).toEqual([]);
  await radio(page, 'Is “water from the pump” a want?', 'it is not').click();
  await strip(page).waitFor();
  await page.locator('.tornado summary').click();
  expect(await violations(page)).toEqual([]);
});

test('at 200 % and on a phone the tables scroll in their frames, never the page', async () => {
  for (const width of [640, 320]) {
    const page = await openWhatIf(OPEN, { viewport: { width, height: 800 } });
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([width, overhang]).toEqual([width, 0]);
    expect(await violations(page)).toEqual([]);
  }
});

test('its screen prints in grey, without switches, with the tables', async () => {
  const page = await openWhatIf(OPEN, { ...wide, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#column-brief').isVisible()).toBe(false);
  expect(await page.locator('.switchboard').isVisible()).toBe(false);
  expect(await page.locator('.share-table').isVisible()).toBe(true);
  expect(await page.locator('.tornado .table-frame').isVisible()).toBe(true);
  const colours = await page.evaluate(() =>
    [...document.querySelectorAll('#column-whatif :is(.share-bar *, .tornado *, td, th)')].flatMap(
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
