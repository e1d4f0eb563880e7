import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseOfText, matchingPennies, prisonersDilemma } from '../../../test/small/small-cases.js';
import { buildModel } from '../../core/model.js';
import { rational } from '../../numeric/rational.js';
import { rankingShareOf } from './inverse.js';
import { waysOut } from './ways-out.js';

/** States 1 to 6 of the source are 0 to 5 here. */
const syriaIraq = buildModel(
  caseOfText(
    readFileSync(new URL('../../../cases/published/hipel-2014/case.yaml', import.meta.url), 'utf8'),
  ),
);
const syria = 0;
const release = 1;

describe('Syria’s rankings that make its release of water stable, Iraq’s ranking fixed', () => {
  // 420 under SEQ, as the user's guide of GMCR+ prints, contradicts the guide's own conditions.
  it.each([
    ['nash', 240],
    ['seq', 384],
    ['gmr', 384],
    ['smr', 300],
  ] as const)('are, of 720, under %s: %i', (concept, count) => {
    const { least, most, limit } = rankingShareOf(syriaIraq, concept, syria, release);
    expect(limit).toBeUndefined();
    expect(most).toEqual(least);
    expect(least).toEqual(rational(BigInt(count), 720n));
  });

  it('need it above state 1 or 4, and above state 3 or 6, as the guide says of SEQ', () => {
    expect(waysOut(syriaIraq, 'seq', syria, release)).toEqual([
      { to: 0, needs: [[0], [3]] },
      { to: 2, needs: [[2], [5]] },
    ]);
  });
});

describe('a way out', () => {
  it('needs the end of its move above the state, and each end of a reply', () => {
    expect(waysOut(prisonersDilemma, 'nash', 0, 3)).toEqual([{ to: 2, needs: [[2]] }]);
    expect(waysOut(prisonersDilemma, 'gmr', 0, 3)).toEqual([{ to: 2, needs: [[2], [0]] }]);
  });

  it('is closed under every order where a reply leads back to the state itself', () => {
    const shared = buildModel(
      caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q}
issues: {a: {by: [P, Q], levels: [low, high]}, b: {lever: P}}
today: {a: low, b: no}
wants: {P: [a], Q: [not a]}
`),
    );
    expect(waysOut(shared, 'gmr', 0, 0)?.map(({ to }) => to)).toEqual([2, 3]);
    expect(waysOut(shared, 'seq', 0, 0)?.map(({ to }) => to)).toEqual([2, 3]);
    expect(waysOut(shared, 'nash', 0, 0)?.map(({ to }) => to)).toEqual([1, 2, 3]);
  });

  it('needs under SMR a better state where the reply ends or one move of the party on', () => {
    expect(waysOut(prisonersDilemma, 'smr', 0, 3)).toEqual([{ to: 2, needs: [[2], [0, 1]] }]);
  });

  it('is not told for concepts that look at more than what the party ranks higher', () => {
    expect(waysOut(matchingPennies, 'firm', 0, 0)).toBeUndefined();
    expect(waysOut(matchingPennies, 'sim', 0, 0)).toBeUndefined();
  });
});

describe('one party without an opponent', () => {
  const alone = buildModel(
    caseOfText(`
detente: 1
title: small
parties: {P: P}
issues: {a: {lever: P}, b: {lever: P}}
today: {a: no, b: no}
wants: {P: [a]}
`),
  );

  it('stays under one ranking in four: with the state on top of the four it can choose from', () => {
    for (const concept of ['nash', 'gmr', 'smr', 'seq', 'sseq', 'sim', 'firm'] as const) {
      expect(rankingShareOf(alone, concept, 0, 2).least, concept).toEqual(rational(1n, 4n));
    }
  });
});

describe('a party that cannot move', () => {
  const mute = buildModel(
    caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q}
issues: {a: {lever: P}}
today: {a: no}
wants: {P: [a]}
`),
  );

  it('stays under every ranking', () => {
    for (const concept of ['nash', 'gmr', 'smr', 'seq', 'sseq', 'sim', 'firm'] as const) {
      expect(rankingShareOf(mute, concept, 1, 0).least, concept).toEqual(rational(1n));
    }
  });
});

describe('what is not counted', () => {
  it('lies between the counts under Nash and SEQ where firm has too many orders to try', () => {
    const nine = buildModel(
      caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q}
issues:
  a: {by: P, levels: [l1, l2, l3, l4, l5, l6, l7, l8, l9]}
  b: {lever: Q}
today: {a: l1, b: no}
wants: {P: [a = l2], Q: [if a = l2 then b, not b]}
`),
    );
    const share = rankingShareOf(nine, 'firm', 0, 0);
    expect(share.limit).toBe('more than 20,000 orders would have to be tried one by one');
    expect(share.least).toEqual(rankingShareOf(nine, 'nash', 0, 0).least);
    expect(share.most).toEqual(rankingShareOf(nine, 'seq', 0, 0).least);
    expect(share.least).not.toEqual(share.most);
  });
});
