import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from './workbench.js';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterEach(() => bench.leave());
afterAll(() => bench.close());

const ELSEWHERE = 'http://example.invalid/';

test('no request leaves the origin of the page, whatever is done on it', async () => {
  const { page, strays } = await bench.visit();
  await page.locator('.select-button').click();
  await page.getByRole('option').last().click();
  await page.getByRole('button', { name: 'why?' }).first().click();
  await page.getByRole('complementary').waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+f');
  await page.locator('.cm-search').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('ter');
  await page.keyboard.press('Control+Space');
  await page.getByRole('link', { name: 'What if' }).click();
  await page.getByText(/^Counted: /).waitFor();
  await page.getByRole('link', { name: 'Case' }).click();
  await page.getByRole('button', { name: 'Dark' }).click();
  expect(await strays()).toEqual([]);
});

test.for([
  [
    'an image',
    (to: string) => {
      new Image().src = to;
    },
    'img-src',
  ],
  [
    'a fetch',
    (to: string) => {
      fetch(to).catch(() => undefined);
    },
    'connect-src',
  ],
  [
    'a script',
    (to: string) => {
      const script = document.createElement('script');
      script.src = to;
      document.head.append(script);
    },
    'script-src-elem',
  ],
  [
    'a style sheet',
    (to: string) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = to;
      document.head.append(link);
    },
    'style-src-elem',
  ],
  [
    'a frame',
    (to: string) => {
      const frame = document.createElement('iframe');
      frame.src = to;
      document.body.append(frame);
    },
    'frame-src',
  ],
  [
    'an inline script',
    () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.head.append(script);
    },
    'script-src-elem inline',
  ],
] as const)('%s that would leave is stopped, and this test would fail on it', async (seeded) => {
  const [, seed, directive] = seeded;
  const { page, strays } = await bench.visit();
  await page.evaluate(seed, ELSEWHERE);
  await expect.poll(strays).toContainEqual(expect.stringContaining(directive));
  expect(await page.title()).not.toBe('inline');
  await expect(bench.leave()).rejects.toThrow("left the page's origin");
});

test('a request that no policy stops is seen too', async () => {
  const { page } = await bench.visit();
  await page.goto('about:blank');
  await page.evaluate((to) => {
    new Image().src = to;
  }, ELSEWHERE);
  await expect(bench.leave()).rejects.toThrow(`request ${ELSEWHERE}`);
});

test('the worker is held by the same policy', async () => {
  const { page } = await bench.visit();
  const [worker] = page.workers();
  const stopped = await worker?.evaluate(async (to) => {
    const violation = new Promise<string>((resolve) => {
      self.addEventListener('securitypolicyviolation', (event) =>
        resolve((event as SecurityPolicyViolationEvent).effectiveDirective),
      );
    });
    await fetch(to).catch(() => undefined);
    return violation;
  }, ELSEWHERE);
  expect(stopped).toBe('connect-src');
});
