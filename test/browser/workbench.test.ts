import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Bench, CASE, openBench } from './workbench.js';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterEach(() => bench.leave());
afterAll(() => bench.close());

/** Waits for something to become true of the page. */
const until = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** Puts the cursor at the very start or end of the case text. */
async function goToEdge(page: Page, key: 'Home' | 'End'): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press(`Control+${key}`);
}

/** Adds to the line of the case text that says this; only lines in view are in the page. */
async function addToLine(page: Page, says: string, addition: string): Promise<void> {
  await goToEdge(page, 'End');
  await page.locator('.cm-line', { hasText: says }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(addition);
}

async function chooseReading(page: Page, label: string): Promise<void> {
  await page.locator('.select-button').click();
  await page.getByRole('option', { name: label }).click();
}

test('brief, what holds and the case text stand side by side', async () => {
  const { page } = await bench.visit();
  expect(await page.title()).toBe('Two villages and a well · Détente');
  const brief = page.getByRole('region', { name: 'Brief' });
  const holds = page.getByRole('region', { name: 'What holds' });
  expect(await brief.innerText()).toContain('Bottom line');
  expect(await holds.innerText()).toContain('Where things go if left alone');
  expect(await holds.innerText()).toContain('the full deal');
  expect(await page.getByRole('textbox', { name: 'Case text' }).innerText()).toContain(
    'title: Two villages and a well',
  );
  const edges = await Promise.all(
    ['brief', 'holds', 'case'].map((id) => page.locator(`#column-${id}`).boundingBox()),
  );
  expect(edges[0]?.y).toBe(edges[1]?.y);
  expect((edges[1]?.x ?? 0) + (edges[1]?.width ?? 0)).toBeLessThanOrEqual((edges[2]?.x ?? 0) + 1);
  expect(await page.locator('.handling').innerText()).toContain('For the mediators only');
});

test('another reading changes sentences, marks them for eyes and ears, and the marks clear', async () => {
  const { page } = await bench.visit();
  const said = async () => {
    const text = await page.locator('#column-holds').innerText();
    return text.replaceAll('[changed]', '').replace(/\s+/g, ' ');
  };
  const before = await said();
  expect(await page.locator('ins').count()).toBe(0);
  await chooseReading(page, 'the farmers decide');
  await until(page, 'since Northfield is read as “the farmers decide”');
  expect(await said()).not.toBe(before);
  expect(await page.locator('#column-holds ins.changed').count()).toBeGreaterThan(0);
  expect(await page.locator('#column-holds ins').first().innerText()).toContain('[changed]');
  expect(await page.locator('[role=status]').allInnerTexts()).toContainEqual(
    expect.stringMatching(/^\d+ sentences? changed/),
  );
  await page.getByRole('button', { name: 'Clear marks' }).click();
  expect(await page.locator('ins').count()).toBe(0);
  await chooseReading(page, 'the traders decide');
  await until(page, 'since Northfield is read as “the traders decide”');
  expect(await said()).toBe(before);
});

test('an error shows at the margin and keeps the last answer; mended, the answer is new', async () => {
  const { page } = await bench.visit();
  await goToEdge(page, 'End');
  await page.keyboard.type('terms: {peace: pump = drained}');
  await until(page, 'From the last valid text.');
  const marker = page.locator('.cm-lint-marker-error');
  await marker.waitFor();
  expect(await page.locator('#column-brief').innerText()).toContain('Bottom line');
  await page.locator('.problems').getByText('drained').first().waitFor();
  await marker.hover();
  const tip = page.locator('.cm-tooltip-lint');
  await tip.waitFor();
  expect(await tip.innerText()).toMatch(/error DET\d+[\s\S]*drained[\s\S]*(shared|locked)/);

  for (let index = 0; index < 'drained}'.length; index++) await page.keyboard.press('Backspace');
  await page.keyboard.type('shared}');
  await page.getByText('From the last valid text.').first().waitFor({ state: 'detached' });
  expect(await marker.count()).toBe(0);
});

test('an edit is worked out while it is typed, and undo takes it back', async () => {
  const { page } = await bench.visit();
  await addToLine(page, 'label: the full deal', ' for all');
  await until(page, 'changed by your edits');
  expect(await page.locator('#column-brief').innerText()).toContain('the full deal for all');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('#column-brief ins').first().waitFor({ state: 'detached' });
  expect(await page.locator('.file-status').innerText()).toContain('Saved');
});

test('why opens the reasons, leads to the text, and Escape goes back to the question', async () => {
  const { page } = await bench.visit();
  const why = page.locator('#column-holds').getByRole('button', { name: 'why?' }).first();
  await why.click();
  const drawer = page.getByRole('complementary', { name: /^Why: / });
  await drawer.getByText('What it wants, most important first:').first().waitFor();
  expect(await drawer.innerText()).toContain('Northfield would stay');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(await why.evaluate((element) => element === document.activeElement)).toBe(true);

  await why.click();
  await drawer
    .getByRole('button', { name: /show in the case text/ })
    .first()
    .click();
  const isChosen = () => window.getSelection()?.toString().includes('road = open');
  await page.waitForFunction(isChosen);
});

test('reasons follow the reading, and say so when the case has changed under them', async () => {
  const { page } = await bench.visit();
  await page.getByRole('button', { name: 'why?' }).first().click();
  const drawer = page.getByRole('complementary');
  const first = () => drawer.locator('ol').first().locator('li').first().innerText();
  await drawer.locator('ol').first().waitFor();
  expect(await first()).toContain('the open road');
  await chooseReading(page, 'the farmers decide');
  await drawer.locator('ol li', { hasText: 'the pump for itself' }).first().waitFor();
  await page.waitForFunction(() =>
    document.querySelector('.drawer ol li')?.textContent?.startsWith('“the pump for itself”'),
  );
  await goToEdge(page, 'Home');
  await page.keyboard.type('# a remark\n');
  await until(page, 'The case has changed since these reasons were given.');
});

test.for([
  ['line feeds', (text: string) => text],
  [
    'a byte order mark and carriage returns',
    (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  ],
  ['mixed line ends and none at the end', (text: string) => text.replace('\n', '\r\n').trimEnd()],
] as const)('saving a file with %s writes the edit and no other byte', async ([, shape]) => {
  const text = shape(CASE);
  const { page, path } = await bench.visit(text);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForLoadState('networkidle');
  expect((await readFile(path)).equals(Buffer.from(text))).toBe(true);
  await addToLine(page, 'label: the full deal', ' ü');
  await until(page, 'Unsaved changes');
  await page.keyboard.press('Control+s');
  await page.locator('.file-status[data-status=saved]').waitFor();
  const edited = text.replace('label: the full deal', 'label: the full deal ü');
  expect((await readFile(path)).equals(Buffer.from(edited))).toBe(true);
});

test('a file that changed on disk is not written over, and nothing of either text is lost', async () => {
  const { page, path } = await bench.visit();
  await goToEdge(page, 'Home');
  await page.keyboard.type('# mine\n');
  const theirs = `# theirs\n${CASE}`;
  await writeFile(path, theirs);
  await page.getByRole('button', { name: 'Save' }).click();
  const notice = page.getByRole('alert');
  await notice.getByText('was changed by another program').waitFor();
  expect(await readFile(path, 'utf8')).toBe(theirs);
  expect(await page.locator('.cm-line').first().innerText()).toBe('# mine');

  await notice.getByRole('button', { name: /Take the file’s text/ }).click();
  await page.locator('.cm-line', { hasText: '# theirs' }).waitFor();
  await page.locator('.file-status[data-status=saved]').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('.cm-line', { hasText: '# mine' }).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.file-status[data-status=saved]').waitFor();
  expect(await readFile(path, 'utf8')).toBe(`# mine\n${CASE}`);
});

test('the page notices by itself that the file changed, and can write its own text over it', async () => {
  const { page, path } = await bench.visit();
  await goToEdge(page, 'Home');
  await page.keyboard.type('# mine\n');
  await writeFile(path, 'detente: 1\n');
  await page.locator('.file-status[data-status="changed on disk"]').waitFor();
  await page.getByRole('button', { name: 'Write mine over it' }).click();
  await page.locator('.file-status[data-status=saved]').waitFor();
  expect(await readFile(path, 'utf8')).toBe(`# mine\n${CASE}`);
});

test('the key leaves the address bar; the cookie opens the page again, in this browser alone', async () => {
  const { page } = await bench.visit();
  const address = page.url();
  expect(new URL(address).search).toBe('');
  expect((await page.reload())?.status()).toBe(200);
  await page.locator('.column-brief .document').waitFor();
  expect((await page.goto(address))?.status()).toBe(200);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.context().clearCookies();
  expect((await page.reload())?.status()).toBe(403);
  await page.getByText('Open the address that detente serve printed;').waitFor();
});

test('a case with errors from the start says what to mend and answers once it is mended', async () => {
  const { page, path } = await bench.visit();
  await writeFile(path, CASE.replace('detente: 1', 'detente: 1\ntitel: x'));
  await page.reload();
  await until(page, 'The case text has errors: mend them');
  await page
    .getByRole('button', { name: /Show in the text/ })
    .first()
    .click();
  await page.locator('.cm-content:focus').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await until(page, 'Bottom line');
});
