import { describe, expect, it } from 'vitest';
import { circle, domain, noPact, pact } from '../../test/small/deal-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { deals } from '../questions/deals.js';
import { holds } from '../questions/holds.js';
import { briefDocument } from './brief-document.js';
import { plainText } from './document.js';

/** What the brief says of deals: the paragraph, then the items of its list. */
function told(theCase: Case): readonly string[] {
  const report = holds.run(theCase, holds.defaults, uncontrolled);
  const agreed = deals.run(theCase, deals.defaults, uncontrolled);
  const stamp = { hash: '0123456789abcdef', version: '0.1.0', askDeals: 'detente deals case.yaml' };
  const { blocks } = briefDocument(theCase, report, stamp, agreed);
  const at = blocks.findIndex(
    (block) => block.kind === 'heading' && block.text === 'What could be agreed',
  );
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind === 'heading');
  return rest.slice(0, end).flatMap((block) => {
    if (block.kind === 'paragraph') return [plainText(block.content)];
    return block.kind === 'list' ? block.items.map(({ content }) => plainText(content)) : [];
  });
}

describe('what could be agreed, in the brief', () => {
  it('is who must sign, who gains by what and who loses outside, with the command that shows more', () => {
    expect(told(pact)).toEqual([
      'One deal is at least as good as no deal for all who must sign, and would hold once in place. No deal means that things stay as today; in its own points it is 15 for Ayland. More: detente deals case.yaml',
      'The pact is small and the toll is cut. Needs the consent of Ayland and Beeland; better than no deal for Ayland (from 15 to 20 of its own points) and Beeland (from 30 to 45 of its own points) on this reading. Without Ceeland: worse than no deal for Ceeland (from 10 to 6 of its own points).',
    ]);
  });

  it('counts those as good that would not hold', () => {
    expect(told(villages)[0]).toMatch(/ One further one is as good and would not hold\. More: /);
  });

  it('says so where nothing could be', () => {
    expect(told(noPact)).toEqual([
      'Nothing is at least as good as no deal for all who must sign: in every package someone who must sign would be worse off than without one (things stay as today; in its own points it is 40 for Beeland), or see a red line crossed. More: detente deals case.yaml',
    ]);
  });

  it('names a circle as what no deal is', () => {
    expect(told(circle)[0]).toMatch(
      / No deal means that things go round a circle of four outcomes\. /,
    );
  });

  it('claims nothing about holding in a case without a today', () => {
    expect(told(domain)).toEqual([
      'Of three possible outcomes, one would be given all the consent that it needs, against no deal (in each party’s own points, 2 for Ayland and 1 for Beeland). More: detente deals case.yaml',
      'The price is fair. Needs the consent of Ayland and Beeland; better than no deal for Ayland (from 2 to 5 of its own points) and Beeland (from 1 to 5 of its own points) on this reading.',
    ]);
  });

  it('is absent where it was not asked', () => {
    const report = holds.run(pact, holds.defaults, uncontrolled);
    const { blocks } = briefDocument(pact, report, { hash: '0123', version: '0.1.0' });
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).not.toContain('What could be agreed');
  });
});
