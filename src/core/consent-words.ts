import type { Consent } from './consent.js';
import { formatRational } from './rational.js';

/**
 * A consent in plain words: `A and B`, `A or B`, `at least 2 of A, B and C`, `parties with weights
 * of 60 or more (A 50, B 30, C 20)`. A part of several words inside another stands in brackets.
 *
 * @param called - the words for a party.
 */
export function consentWords(consent: Consent, called: (party: number) => string): string {
  switch (consent.kind) {
    case 'party':
      return called(consent.party);
    case 'all':
    case 'any':
      if (consent.of.length === 0) return consent.kind === 'all' ? 'nobody' : 'nobody can';
      return series(
        consent.of.map((part) => partWords(part, called, consent.of.length > 1)),
        consent.kind === 'all' ? 'and' : 'or',
      );
    case 'atLeast':
      return `at least ${consent.least} of ${series(
        consent.of.map((part) => partWords(part, called, true)),
        'and',
      )}`;
    case 'weight': {
      const parts = consent.of.map(
        ({ consent: part, weight }) => `${partWords(part, called, true)} ${formatRational(weight)}`,
      );
      return `parties with weights of ${formatRational(consent.quota)} or more (${parts.join(', ')})`;
    }
  }
}

/** Brackets where two signs would meet: `A and (B or C)`. */
function partWords(
  part: Consent,
  called: (party: number) => string,
  isOneOfSeveral: boolean,
): string {
  const words = consentWords(part, called);
  return isPlain(part) || !isOneOfSeveral ? words : `(${words})`;
}

/** A party, or a block of one such part. */
function isPlain(part: Consent): boolean {
  if (part.kind === 'party') return true;
  const [only, ...others] = part.kind === 'all' || part.kind === 'any' ? part.of : [];
  return only !== undefined && others.length === 0 && isPlain(only);
}

/** `a, b and c` */
function series(words: readonly string[], sign: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${sign} ${words.at(-1)}`;
}
