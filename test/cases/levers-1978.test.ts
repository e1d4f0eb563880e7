// Expected values: the sketch of this case, computed by a naive engine in Python and by the repository
// gmcr-py, which agreed on all verdicts. Neither shares code with this one.
import { expect, test } from 'vitest';
import { buildModel } from '../../src/core/model.js';
import { outcomeCount } from '../../src/core/space.js';
import { caseAt, counts, leverEquilibria } from './answers.js';

const theCase = caseAt('./levers-1978.yaml');

test('seven levers and three rules leave 54 of 128 outcomes', () => {
  expect(outcomeCount(theCase)).toBe(128n);
  expect(buildModel(theCase).states).toBe(54);
});

test('the default readings have 2 Nash, 15 GMR, 14 SMR and 8 SEQ equilibria', () => {
  expect(counts(theCase, ['nash', 'gmr', 'smr', 'seq'])).toEqual({
    nash: 2,
    gmr: 15,
    smr: 14,
    seq: 8,
  });
});

test.each([
  [{}, ['blame', 'withdraw evacuate autonomy peace separate aid']],
  [{ IL: 'settlements' }, ['blame']],
  [{ EG: 'linkage' }, ['blame']],
])('with the readings %o the Nash equilibria are those of the sketch', (readings, expected) => {
  expect(leverEquilibria(theCase, 'nash', readings)).toEqual([...expected].sort());
});
