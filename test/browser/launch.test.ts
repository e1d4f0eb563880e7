import { expect, test } from 'vitest';
import { launchBrowser } from './launch.js';

test('the browser opens a page and reads its title', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto('data:text/html,<title>Two villages</title><h1>and a well</h1>');
    expect(await page.title()).toBe('Two villages');
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('and a well');
  } finally {
    await browser.close();
  }
});
