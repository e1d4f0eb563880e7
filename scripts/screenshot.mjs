/**
 * A picture of a page: node scripts/screenshot.mjs URL OUT.png [width height] [--full] [--print]
 * --full takes the whole page; --print also writes OUT.pdf, A4 as printed.
 */
import { launchBrowser } from './browser.mjs';

const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const [url, out, width = '1280', height = '800'] = process.argv
  .slice(2)
  .filter((arg) => !arg.startsWith('--'));
if (!url || !out?.endsWith('.png')) {
  console.error('Usage: node scripts/screenshot.mjs URL OUT.png [width height] [--full] [--print]');
  process.exit(2);
}

const browser = await launchBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(height) },
  });
  page.on('console', (message) => console.error(`[${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => console.error(error));
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForTimeout(300);
  await page.screenshot({ path: out, fullPage: flags.includes('--full') });
  if (flags.includes('--print')) {
    const path = out.replace(/\.png$/, '.pdf');
    await page.pdf({ path, format: 'A4', printBackground: true, preferCSSPageSize: true });
  }
} finally {
  await browser.close();
}
