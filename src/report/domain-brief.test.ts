import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { uncontrolled } from '../core/report.js';
import { readCase } from '../io/case-file/read-case.js';
import { deals } from '../questions/deals.js';
import { holds } from '../questions/holds.js';
import { briefDocument } from './brief-document.js';
import { plainText } from './document.js';
import { isDomain } from './is-domain.js';

const game = readFileSync(new URL('../../cases/examples/ring-road.yaml', import.meta.url), 'utf8');

function briefOf(text: string) {
  const { case: theCase } = readCase(text);
  if (!theCase) throw new Error('flawed');
  const document = briefDocument(
    theCase,
    holds.run(theCase, holds.defaults, uncontrolled),
    { hash: '0'.repeat(64), version: '0', command: 'detente brief' },
    deals.run(theCase, deals.defaults, uncontrolled),
  );
  const titles = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  const items = document.blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map(({ content }) => plainText(content)) : [],
  );
  return { theCase, titles, items };
}

describe('the brief of a bargaining domain', () => {
  it('says what could be agreed, and nothing of what would hold', () => {
    const { theCase, titles, items } = briefOf(game);
    expect(isDomain(theCase)).toBe(true);
    expect(titles).toEqual([
      'What could be agreed',
      'Whose consent is the hardest to have',
      'What the bargaining solutions single out',
      'Proposals on the table',
      'How sure, and why',
      'Method',
    ]);
    expect(items).toContain(
      'The nature reserve: it would take 90 of 162; 22 suit all the others, 15 of which it would refuse.',
    );
    expect(items).toContain(
      "The builder's plan: would not be given all the consent that it needs. Below no deal for the residents (by 5) and the farmers (by 40), in points of each one's own. No outcome is as good for everyone and better for one.",
    );
  });

  it('is not that of a case with a today, or with an issue that a party decides alone', () => {
    const lever = game
      .replace('preferences:', '  gift:\n    lever: city\n\npreferences:')
      .replace('proposals:', 'proposals:');
    const { theCase, titles } = briefOf(lever);
    expect(isDomain(theCase)).toBe(false);
    expect(titles[0]).toBe('Bottom line');
  });
});
