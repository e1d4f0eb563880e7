/** Browser tests start their browser here; `scripts/screenshot.mjs` uses the same one. */
export { launchBrowser } from '../../scripts/browser.mjs';
