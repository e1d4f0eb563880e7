import type { Mark } from '../questions/holds-findings.js';

/** How an outcome is held, as readers see it. */
export const markWords: Readonly<Record<Mark, string>> = {
  'nobody wants to leave': 'no party gains by moving',
  'held by a reply': 'held by a reply',
  'regretted reply': 'held only by a reply its maker would regret',
  'self-harming reply': 'held only if others would hurt themselves',
};
