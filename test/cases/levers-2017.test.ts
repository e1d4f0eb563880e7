// Expected values: the sketch of this case, computed by a naive engine in Python and by the repository
// gmcr-py, which agreed on all verdicts. Neither shares code with this one.
import { expect, test } from 'vitest';
import { buildModel } from '../../src/core/model.js';
import { outcomeCount } from '../../src/core/space.js';
import { caseAt, counts, leverEquilibria } from './answers.js';

const theCase = caseAt('./levers-2017.yaml');

test('six levers and one rule leave 48 of 64 outcomes', () => {
  expect(outcomeCount(theCase)).toBe(64n);
  expect(buildModel(theCase).states).toBe(48);
});

test('the default readings have 1 Nash, 4 GMR, 1 SMR and 1 SEQ equilibrium', () => {
  expect(counts(theCase, ['nash', 'gmr', 'smr', 'seq'])).toEqual({
    nash: 1,
    gmr: 4,
    smr: 1,
    seq: 1,
  });
});

test.each([
  [{}, ['gro_terms gr_in spd_in appeal']],
  [{ FDP: 'office' }, ['jam_terms fdp_in gr_in']],
  [{ SPD: 'never' }, ['gro_terms gr_in appeal']],
])('with the readings %o the Nash equilibria are those of the sketch', (readings, expected) => {
  expect(leverEquilibria(theCase, 'nash', readings)).toEqual(expected);
});
