import { add, compare, type Rational, zero } from './rational.js';

/**
 * Whose agreement something needs: a monotone tree over parties.
 *
 * `all` and `any` need every branch and one of them; `atLeast` needs a number of its branches; `weight`
 * needs branches whose weights add up to the quota or more. An `all` of nothing is always given, an
 * `any` of nothing never.
 */
export type Consent =
  | { readonly kind: 'party'; readonly party: number }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Consent[] }
  | { readonly kind: 'atLeast'; readonly least: number; readonly of: readonly Consent[] }
  | {
      readonly kind: 'weight';
      readonly quota: Rational;
      readonly of: readonly { readonly consent: Consent; readonly weight: Rational }[];
    };

/** Consent that nobody can give. */
export const never: Consent = { kind: 'any', of: [] };

/** The consent of every one of some parties. */
export function consentOfAll(parties: readonly number[]): Consent {
  return { kind: 'all', of: parties.map((party) => ({ kind: 'party', party })) };
}

/**
 * Whether the parties that consent are enough.
 *
 * Monotone: with more parties consenting it stays given. Time O(size of the tree).
 */
export function isConsentGiven(consent: Consent, consents: (party: number) => boolean): boolean {
  switch (consent.kind) {
    case 'party':
      return consents(consent.party);
    case 'all':
      return consent.of.every((part) => isConsentGiven(part, consents));
    case 'any':
      return consent.of.some((part) => isConsentGiven(part, consents));
    case 'atLeast':
      return consent.of.filter((part) => isConsentGiven(part, consents)).length >= consent.least;
    case 'weight':
      return (
        compare(
          consent.of.reduce(
            (sum, { consent: part, weight }) =>
              isConsentGiven(part, consents) ? add(sum, weight) : sum,
            zero,
          ),
          consent.quota,
        ) >= 0
      );
  }
}

/** The consent with each party in it replaced by a consent. Time O(size of what is made). */
export function mapParties(consent: Consent, of: (party: number) => Consent): Consent {
  switch (consent.kind) {
    case 'party':
      return of(consent.party);
    case 'weight':
      return {
        ...consent,
        of: consent.of.map(({ consent: part, weight }) => ({
          consent: mapParties(part, of),
          weight,
        })),
      };
    default:
      return { ...consent, of: consent.of.map((part) => mapParties(part, of)) };
  }
}

/** The parties that a consent names, each once, in case order. */
export function partiesOfConsent(consent: Consent): readonly number[] {
  const found = new Set<number>();
  const visit = (part: Consent) => {
    if (part.kind === 'party') found.add(part.party);
    else if (part.kind === 'weight') for (const { consent: one } of part.of) visit(one);
    else for (const one of part.of) visit(one);
  };
  visit(consent);
  return [...found].sort((a, b) => a - b);
}
