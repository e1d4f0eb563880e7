import type { Mark } from '../questions/holds-findings.js';

/** How an outcome is held, as readers see it. */
export const markWords: Readonly<Record<Mark, string>> = {
  'nobody wants to leave': 'nobody wants to leave',
  'held by a reply': 'held by a reply',
  'regretted reply': 'held only by a reply its maker would regret',
  'self-harming reply': 'held only if others would hurt themselves',
};
