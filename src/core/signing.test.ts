import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryCase,
  arbitraryConstituents,
  caseOf,
  issueOf,
} from '../../test/laws/arbitrary.js';
import { naiveIsGiven } from '../../test/naive/naive-engine.js';
import type { Case } from './case.js';
import { type Consent, consentOfAll, isConsentGiven, never } from './consent.js';
import { expandedConsent, signersOf } from './signing.js';

const party = (index: number): Consent => ({ kind: 'party', party: index });
const all = (...of: readonly Consent[]): Consent => ({ kind: 'all', of });
const any = (...of: readonly Consent[]): Consent => ({ kind: 'any', of });
const [A, B, C, D] = [0, 1, 2, 3].map(party) as [Consent, Consent, Consent, Consent];

/** Parties A to D; treaties between A and B, and among A, B and C, and a pump of A. */
function caseWith(more: {
  readonly consent?: Consent;
  readonly own?: Consent;
  readonly constituents?: readonly (Consent | undefined)[];
}): Case {
  const agree = (parties: readonly number[], consent?: Consent) => ({
    kind: 'agree' as const,
    parties,
    consent,
    leave: { alone: [], together: true },
  });
  const theCase = caseOf({
    parties: ['A', 'B', 'C', 'D'],
    issues: [
      issueOf('two', 2, agree([0, 1])),
      issueOf('three', 2, agree([0, 1, 2], more.own)),
      issueOf('pump', 2, { kind: 'by', parties: [0] }),
    ],
    today: [0, 0, 0],
    wants: [[], [], [], []],
  });
  return {
    ...theCase,
    consent: more.consent,
    parties: theCase.parties.map((one, at) => ({ ...one, consent: more.constituents?.[at] })),
  };
}

const signers = (theCase: Case) => theCase.issues.map((issue) => signersOf(theCase, issue));

describe('the signers of an agreement', () => {
  it('are all of them where no rule says otherwise; what is no agreement nobody signs', () => {
    expect(signers(caseWith({}))).toEqual([consentOfAll([0, 1]), consentOfAll([0, 1, 2]), never]);
  });

  it('go by the rule of the case where it names nobody else', () => {
    expect(signers(caseWith({ consent: any(B, C) }))).toEqual([
      consentOfAll([0, 1]),
      any(B, C),
      never,
    ]);
    expect(signers(caseWith({ consent: A })).slice(0, 2)).toEqual([A, A]);
  });

  it('go by their own rule before that of the case', () => {
    expect(signers(caseWith({ consent: any(A, B), own: C })).slice(0, 2)).toEqual([any(A, B), C]);
  });

  it('are constituents in place of a party that has them, and of these in turn', () => {
    const constituents = [all(A, C), undefined, any(C, D)];
    expect(signers(caseWith({ constituents }))[0]).toEqual(all(all(A, any(C, D)), B));
  });

  it('do without those who are held back, and without what hangs on their consent', () => {
    const theCase = caseWith({ consent: any(A, B), constituents: [C] });
    const [two] = theCase.issues;
    if (!two) expect.fail();
    expect(signersOf(theCase, two, (one) => one === 1)).toEqual(any(C, never));
    expect(signersOf(theCase, two, (one) => one === 0)).toEqual(any(never, B));
    expect(signersOf(theCase, two, (one) => one === 2)).toEqual(any(never, B));
  });
});

describe('a consent with constituents written out', () => {
  it('ends in a circle too, which no valid case has', () => {
    const theCase = caseWith({ constituents: [B, all(A, C)] });
    expect(expandedConsent(theCase, A)).toEqual(all(A, C));
  });

  it('is given iff each party accepts by itself or through its constituents', () => {
    fc.assert(
      fc.property(
        arbitraryCase.chain((theCase) =>
          fc.tuple(fc.constant(theCase), arbitraryConstituents(theCase.parties.length), fc.nat(15)),
        ),
        ([theCase, trees, yes]) => {
          const parties = theCase.parties.map((one, at) => ({ ...one, consent: trees[at] }));
          const says = (one: number) => ((yes >> one) & 1) === 1;
          const accepts = (one: number): boolean => {
            const own = trees[one];
            return own
              ? naiveIsGiven(own, (other) => (other === one ? says(one) : accepts(other)))
              : says(one);
          };
          for (const one of parties.keys()) {
            const written = expandedConsent({ ...theCase, parties }, party(one));
            expect(isConsentGiven(written, says)).toBe(accepts(one));
          }
        },
      ),
      { numRuns: 300, seed: 20250427 },
    );
  });
});
