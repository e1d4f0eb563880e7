import { expect, test } from 'vitest';
import type { Consent } from './consent.js';
import { consentWords } from './consent-words.js';
import { rational } from './rational.js';

const [A, B, C] = [0, 1, 2].map((party): Consent => ({ kind: 'party', party })) as [
  Consent,
  Consent,
  Consent,
];
const words = (consent: Consent) => consentWords(consent, (party) => 'ABC'.charAt(party));

test('a consent in plain words', () => {
  expect(words(A)).toBe('A');
  expect(words({ kind: 'all', of: [A] })).toBe('A');
  expect(words({ kind: 'all', of: [A, B] })).toBe('A and B');
  expect(words({ kind: 'any', of: [A, B, C] })).toBe('A, B or C');
  expect(words({ kind: 'atLeast', least: 2, of: [A, B, C] })).toBe('at least 2 of A, B and C');
  expect(
    words({
      kind: 'weight',
      quota: rational(60n),
      of: [
        { consent: A, weight: rational(50n) },
        { consent: B, weight: rational(30n) },
        { consent: C, weight: rational(1n, 3n) },
      ],
    }),
  ).toBe('parties with weights of 60 or more (A 50, B 30, C 1/3)');
});

test('a part of several words stands in brackets, so that it can be read in one way only', () => {
  expect(words({ kind: 'all', of: [A, { kind: 'any', of: [B, C] }] })).toBe('A and (B or C)');
  expect(words({ kind: 'any', of: [{ kind: 'all', of: [A, B] }, C] })).toBe('(A and B) or C');
  expect(words({ kind: 'all', of: [A, { kind: 'atLeast', least: 1, of: [B, C] }] })).toBe(
    'A and (at least 1 of B and C)',
  );
  expect(words({ kind: 'all', of: [{ kind: 'any', of: [B, C] }] })).toBe('B or C');
  expect(words({ kind: 'all', of: [{ kind: 'any', of: [B] }, C] })).toBe('B and C');
  expect(words({ kind: 'all', of: [A, { kind: 'all', of: [{ kind: 'any', of: [B, C] }] }] })).toBe(
    'A and (B or C)',
  );
});

test('a consent of nothing is said to be nobody’s', () => {
  expect(words({ kind: 'all', of: [] })).toBe('nobody');
  expect(words({ kind: 'any', of: [] })).toBe('nobody can');
});
